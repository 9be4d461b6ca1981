import { runBatch } from "../batch.ts";
import { startEngine } from "../engine.ts";
import { printLine, UsageError } from "../io.ts";
import { searchJson } from "../json.ts";

export interface SearchOptions {
  readonly json?: boolean;
  readonly k: number;
  readonly mode: "hybrid" | "dense" | "lexical";
  readonly batch?: string;
}

/** `search`: the best passages for a query, or for each of a batch. @returns The exit code. */
export async function search(words: readonly string[], options: SearchOptions): Promise<number> {
  const { json, k, mode, batch } = options;
  if (words.length === 0 && batch === undefined) throw new UsageError('give a query: search "…"');
  if (words.length > 0 && batch !== undefined) {
    throw new UsageError("give a query or --batch, not both");
  }
  const engine = await startEngine();
  try {
    if (batch !== undefined) {
      const well = await runBatch(batch, ["query", "question"], async (query, id) =>
        searchJson(query, await engine.search(query, { k, mode }), id),
      );
      return well ? 0 : 1;
    }
    const query = words.join(" ");
    const hits = await engine.search(query, { k, mode });
    if (json) await printLine(JSON.stringify(searchJson(query, hits)));
    else {
      for (const [i, hit] of hits.entries()) {
        await printLine(`${i + 1}. ${hit.articleId}  (${hit.score.toFixed(3)})\n   ${hit.text}\n`);
      }
      if (hits.length === 0) await printLine("nothing found");
    }
    return 0;
  } finally {
    await engine.close();
  }
}

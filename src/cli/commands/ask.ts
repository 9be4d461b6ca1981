import { runBatch } from "../batch.ts";
import { startEngine } from "../engine.ts";
import { printLine, UsageError } from "../io.ts";
import { answerJson } from "../json.ts";

export interface AskOptions {
  readonly json?: boolean;
  /** Passages to weigh; undefined: the engine's own number. */
  readonly k?: number;
  readonly batch?: string;
}

/** `ask`: answers one question, or a batch. @returns The exit code. */
export async function ask(words: readonly string[], options: AskOptions): Promise<number> {
  const { json, k, batch } = options;
  if (words.length === 0 && batch === undefined) throw new UsageError('give a question: ask "…"');
  if (words.length > 0 && batch !== undefined) {
    throw new UsageError("give a question or --batch, not both");
  }
  const engine = await startEngine();
  const limits = k === undefined ? {} : { k };
  try {
    if (batch !== undefined) {
      const well = await runBatch(batch, ["question", "query"], async (question, id) =>
        answerJson(await engine.ask(question, limits), id),
      );
      return well ? 0 : 1;
    }
    const answer = await engine.ask(words.join(" "), limits);
    if (json) await printLine(JSON.stringify(answerJson(answer)));
    else {
      const { renderAnswer } = await import("../../terminal/render.ts");
      const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
      await printLine(renderAnswer(answer, { color }));
    }
    return 0;
  } finally {
    await engine.close();
  }
}

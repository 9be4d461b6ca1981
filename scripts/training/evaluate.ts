import { basename, dirname, resolve } from "node:path";
import { Command } from "commander";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { type EvaluationRow, evaluateNews, evaluateXquad } from "./evaluation.ts";

interface Options {
  readonly xquad?: string;
  readonly news?: string;
  readonly questions?: string;
}

async function main(model: string, options: Options): Promise<void> {
  const folder = resolve(model);
  const started = performance.now();
  const embedder = await createEmbedder({
    model: basename(folder),
    modelsDir: dirname(folder),
    cacheDir: dirname(folder),
  });
  const loadMs = performance.now() - started;
  const rows: EvaluationRow[] = [];
  if (options.xquad !== undefined) rows.push(...(await evaluateXquad(embedder, options.xquad)));
  if (options.news !== undefined && options.questions !== undefined)
    rows.push(...(await evaluateNews(embedder, options.news, options.questions)));
  console.log(`${model}: dimension ${embedder.dimension}, loaded in ${loadMs.toFixed(0)} ms\n`);
  console.log("| test | questions | hit@1 | hit@5 | MRR |\n| --- | --- | --- | --- | --- |");
  for (const { test, questions, hitAt1, hitAt5, mrr } of rows) {
    const cells = [hitAt1, hitAt5, mrr].map((x) => x.toFixed(3)).join(" | ");
    console.log(`| ${test} | ${questions} | ${cells} |`);
  }
  await embedder.close();
}

await new Command("eval:embedding")
  .description("Prints how well an embedding model alone (one cosine) finds passages.")
  .argument("<model>", "model folder")
  .option("--xquad <file>", "XQuAD-R JSON with sentence boundaries")
  .option("--news <file>", "articles [{id, title, lead, body}]")
  .option("--questions <file>", "tab-separated questions on these articles")
  .action(main)
  .parseAsync();

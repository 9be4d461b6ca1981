import { availableParallelism } from "node:os";
import { Presets, SingleBar } from "cli-progress";
import { Command, InvalidArgumentError } from "commander";
import { Random } from "../shared/random.ts";
import { loadCorpus, readTitles } from "./dataset.ts";
import { fillInitialRows, PieceFacts } from "./initial-rows.ts";
import { readModel, writeModel } from "./model-files.ts";
import { neighbouringArticles, PairMaker } from "./pairs.ts";
import { EmbeddingTable } from "./table.ts";
import { shuffledArticles, type TrainOptions, train } from "./train.ts";
import type { VocabularySize } from "./vocabulary.ts";

function whole(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError("Give a whole number.");
  return n;
}

function positive(text: string): number {
  const n = Number(text);
  if (!(n > 0 && Number.isFinite(n))) throw new InvalidArgumentError("Give a number above 0.");
  return n;
}

const program = new Command("train:embedding")
  .description("Trains a static Vietnamese retrieval embedding and writes it as a model folder.")
  .argument(
    "<corpus>",
    "JSON Lines [title, lead, [paragraph, …]] (also .xz), or a folder of Markdown articles",
  )
  .requiredOption("--out <dir>", "folder to write the model to")
  .option("--exclude <file>", "JSON [{title, …}]: articles with these titles are left out")
  .option(
    "--init <dir>",
    "go on from this model (its vocabulary and vectors) instead of from nothing",
  )
  .option("--seed <n>", "seed of all chance", whole, 1)
  .option("--steps <n>", "training steps", whole, 2000)
  .option("--batch <n>", "pairs a step", whole, 2048)
  .option("--rate <x>", "highest step size of Adam", positive, 0.003)
  .option(
    "--neighbours <n>",
    "size of the groups of like articles in the second half, 0 for none",
    whole,
    32,
  )
  .option("--temperature <x>", "softmax temperature of the loss", positive, 0.05)
  .option("--dimension <n>", "length of a vector", whole, 384)
  .option("--words <n>", "pieces: words and multi-syllable words", whole, 24_000)
  .option("--folded <n>", "pieces: the same without marks", whole, 10_000)
  .option("--fragments <n>", "pieces: parts of syllables", whole, 4_000)
  .option(
    "--threads <n>",
    "threads for the matrix products",
    whole,
    Math.min(2, availableParallelism()),
  );

interface Options extends Omit<TrainOptions, "onStep">, VocabularySize {
  readonly out: string;
  readonly exclude?: string;
  readonly init?: string;
  readonly seed: number;
  readonly neighbours: number;
  readonly dimension: number;
}

const bar = new SingleBar(
  { format: "{stage} {bar} {value}/{total} {note}", noTTYOutput: true, notTTYSchedule: 10_000 },
  Presets.shades_classic,
);

async function main(corpus: string, options: Options): Promise<void> {
  const started = performance.now();
  const random = new Random(options.seed);
  const init = options.init === undefined ? undefined : await readModel(options.init);
  bar.start(1, 0, { stage: "reading", note: "" });
  const { tokenizer, data, excluded } = await loadCorpus(corpus, {
    size: options,
    pieces: init?.pieces,
    exclude: options.exclude === undefined ? new Set() : await readTitles(options.exclude),
    onArticle(stage, done, total) {
      if (done % 500 !== 0 && done !== total) return;
      bar.setTotal(total);
      bar.update(done, { stage: stage === "read" ? "reading" : "cutting" });
    },
  });
  const counts = data.pieceCounts(tokenizer.pieces.length);
  const facts = new PieceFacts(tokenizer, counts);
  const table = new EmbeddingTable(tokenizer.pieces.length, init?.dimension ?? options.dimension);
  if (init === undefined) fillInitialRows(table, tokenizer, facts, counts, random);
  else table.rows.set(init.rows);
  bar.setTotal(options.steps);
  bar.update(0, { stage: "training" });
  let step = 0;
  const far = shuffledArticles(data, random);
  const near = neighbouringArticles(data, table, Math.max(2, options.neighbours), random);
  // Near misses teach little as long as the vectors that choose them are still raw.
  const articles: Iterator<number> = {
    next: () => (options.neighbours > 0 && step >= options.steps / 2 ? near : far).next(),
  };
  let smooth = Number.NaN;
  await train(table, new PairMaker(data, facts, random), articles, {
    ...options,
    onStep(done, loss) {
      step = done;
      smooth = Number.isNaN(smooth) ? loss : smooth * 0.98 + loss * 0.02;
      bar.update(done, { stage: "training", note: `loss ${smooth.toFixed(3)}` });
    },
  });
  bar.stop();
  const { seed, steps, batch, rate, temperature, neighbours } = options;
  const chosen = { seed, steps, batch, rate, temperature, neighbours };
  const loss = Number(smooth.toFixed(4));
  const training = { articles: data.articles, excluded, ...chosen, loss };
  await writeModel(options.out, tokenizer.pieces, table, training);
  const minutes = (performance.now() - started) / 60_000;
  process.stdout.write(
    `${data.articles} articles (${excluded} left out), ${tokenizer.pieces.length} pieces, ` +
      `${minutes.toFixed(1)} minutes, written to ${options.out}\n`,
  );
}

program.action(async (corpus: string, options: Options) => {
  try {
    await main(corpus, options);
  } catch (error) {
    bar.stop();
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
});
await program.parseAsync();

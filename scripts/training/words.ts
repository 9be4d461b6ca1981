import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MEANINGS_FILE, MEANINGS_SCALE } from "../../src/embedding/meanings.ts";
import { loadCorpus, readTitles } from "./dataset.ts";
import { readModel } from "./model-files.ts";
import { trainSkipGram, wordRows } from "./skip-gram.ts";

const USAGE = `Learns which words stand among the same words, and stores it beside a model of train:embedding.

npm run train:words -- CORPUS --model DIR [--exclude FILE.json]

CORPUS and --exclude are those of train:embedding.`;

const SETTINGS = {
  dimension: 64,
  window: 4,
  negatives: 5,
  epochs: 2,
  subsample: 1e-4,
  rate: 0.03,
  seed: 1,
} as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: "string" }, exclude: { type: "string" } },
});
const [corpus] = positionals;
if (!corpus || !values.model) {
  console.log(USAGE);
  process.exit(2);
}
const started = performance.now();
const { pieces } = await readModel(values.model);
const { data } = await loadCorpus(corpus, {
  size: { words: 0, folded: 0, fragments: 0 },
  pieces,
  exclude: values.exclude ? await readTitles(values.exclude) : new Set(),
});
const sentences = data.articleStart.at(-1)!;
const sentence = (s: number) => data.sentence(s, "marked");
const counts = new Float64Array(pieces.length);
for (let s = 0; s < sentences; s++) for (const id of sentence(s)) counts[id]!++;
const trained = trainSkipGram(sentence, sentences, pieces.length, {
  ...SETTINGS,
  onSentence(done, total) {
    if (done % 100_000 === 0)
      process.stderr.write(`${((100 * done) / total).toFixed(1)} % of the sentences\n`);
  },
});
const rows = wordRows(trained, SETTINGS.dimension, pieces, counts);
const file = Buffer.from(Int8Array.from(rows, (x) => Math.round(x * MEANINGS_SCALE)).buffer);
await writeFile(join(values.model, MEANINGS_FILE), file);
const manifestPath = join(values.model, "manifest.json");
const manifest = JSON.parse(await readFile(manifestPath, "utf8"));
manifest.sha256[MEANINGS_FILE] = createHash("sha256").update(file).digest("hex");
manifest.meanings = { ...SETTINGS, sentences };
await writeFile(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`${sentences} sentences, ${minutes} minutes, written to ${values.model}`);

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CALIBRATION_FILE, type Calibration } from "../../src/answers/search/calibration.ts";
import { SENTENCE_FEATURES } from "../../src/answers/search/features.ts";
import { PASSAGE_FEATURES } from "../../src/answers/search/rank-passages.ts";
import { SUPPORT_FEATURES } from "../../src/answers/search/support.ts";
import { readConfig } from "../../src/config/config.ts";
import { SHIPPED_MODEL } from "../../src/config/fields.ts";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { mean, percent, share, table } from "../shared/figures.ts";
import { type QuestionSet, setIn } from "../shared/question-set.ts";
import type { LinearModel } from "./fit.ts";
import { passageModel, sentenceModel, supportModel } from "./fitted-models.ts";
import {
  answerableOf,
  crossRank,
  crossValidate,
  curveTable,
  type Ranked,
  rankingTable,
  refusalCurve,
} from "./folds.ts";
import { collectKeyed, collectXquad, type Sample } from "./ranking-samples.ts";

/** Parts of the ranking with the features that they give to sentences and passages. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "(all parts)": [],
  "words of the sentence": ["coverage", "pairs"],
  "words of passage and article": ["lexical", "article"],
  "title and neighbouring sentences": ["wideCoverage", "lateWide", "meaningWide"],
  embedding: ["sentenceCosine", "chunkCosine", "cosine", "bestCosine"],
  "late interaction": ["late", "lateWide", "lateSentence"],
  "meanings of words": ["meaningWide", "meaning", "meaningSentence"],
  "words of the asked type": [
    ...["candidateDate", "candidateNumber", "candidateName", "candidatePlace", "candidateOther"],
    "proximity",
  ],
  "asked noun and verb": ["focus", "focusBeside", "predicate", "predicateNear"],
  "best sentence for passages": ["bestSentence", "bestCosine", "lateSentence", "meaningSentence"],
};

function cells(name: string, ranked: readonly Ranked[]): string[] {
  const of = (general: boolean) =>
    ranked.filter(({ sample }) => sample.answerable && (sample.set === "xquad") === general);
  const reciprocal = (list: readonly Ranked[]) => mean(list.map((o) => o.reciprocal)).toFixed(3);
  const own = of(false);
  const general = of(true);
  return [
    name,
    reciprocal(own),
    percent(share(own.map((o) => o.right))),
    percent(share(own.map((o) => o.article))),
    reciprocal(general),
    percent(share(general.map((o) => o.passage))),
  ];
}

/** What each part of the ranking brings: everything fitted anew without it, judged on other folds. */
function ablationTable(samples: readonly Sample[]): string {
  return table([
    ["without", "own MRR", "right in 400", "right article", "XQuAD MRR", "first passage"],
    ...Object.entries(PARTS).map(([name, features]) =>
      cells(name, crossRank(samples, new Set(features))),
    ),
  ]);
}

const USAGE = `Fits how sentences are ranked and when a question is refused, and stores it beside the model.

npm run calibrate -- [FOLDER…] --set CORPUS:QUESTIONS [--set CORPUS:QUESTIONS …] [--xquad FILE] [--out FILE] [--max-refused 0.08] [--ablate]

With --ablate it only prints what each part of the ranking brings.

FOLDER is a set of pages/ and questions.tsv; CORPUS is a folder of articles or a JSON file; QUESTIONS a tab-separated question set (see scripts/shared).`;

/** A set as `--set` names it. */
function setOf(named: string): QuestionSet {
  const [corpus, questions] = named.split(":");
  if (!corpus || !questions) throw new Error(`--set ${named}: expected CORPUS:QUESTIONS`);
  return { corpus, questions };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: "string", multiple: true, default: [] },
    xquad: { type: "string" },
    out: { type: "string" },
    "max-refused": { type: "string", default: "0.08" },
    ablate: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const sets = [...values.set.map(setOf), ...positionals.map(setIn)];
if (values.help || (sets.length === 0 && !values.xquad)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const config = readConfig(process.env, process.cwd());
const embedder = await createEmbedder({
  model: config.model,
  modelsDir: config.modelsDir,
  cacheDir: config.modelCacheDir,
});
const samples: Sample[] = [];
for (const [i, { corpus, questions }] of sets.entries())
  samples.push(...(await collectKeyed(`set${i + 1}`, corpus, questions, embedder)));
if (values.xquad) samples.push(...(await collectXquad(values.xquad, embedder)));

if (values.ablate) {
  console.log(ablationTable(samples));
  process.exit(0);
}
console.log("Every figure is of questions whose articles the models were not fitted on.\n");
const outcomes = await crossValidate(samples);
const curve = refusalCurve(outcomes);
console.log(`${rankingTable(outcomes)}\n\n${curveTable(curve)}`);

/** The highest threshold that still answers nearly every answerable question. */
const confidences = answerableOf(outcomes)
  .map((o) => o.confidence)
  .sort((a, b) => a - b);
const threshold =
  confidences[Math.floor(confidences.length * Number(values["max-refused"]))] ?? 0.5;

const rounded = (x: number, digits: number) => Number(x.toFixed(digits));
const linear = (names: readonly string[], { bias, weights }: LinearModel) => ({
  bias: rounded(bias, 5),
  weights: Object.fromEntries(names.map((name, i) => [name, rounded(weights[i]!, 5)])),
});
const sentence = sentenceModel(samples);
const calibration: Calibration = {
  sentence: linear(SENTENCE_FEATURES, sentence),
  passage: linear(PASSAGE_FEATURES, passageModel(sentence, samples)),
  support: linear(SUPPORT_FEATURES, await supportModel(sentence, samples)),
  threshold: rounded(threshold, 3),
  measured: {
    questions: samples.length,
    curve: curve.map((point) =>
      Object.fromEntries(Object.entries(point).map(([name, x]) => [name, rounded(x, 3)])),
    ),
  },
};
const out = values.out ?? join(config.modelsDir, SHIPPED_MODEL, CALIBRATION_FILE);
writeFileSync(out, `${JSON.stringify(calibration, null, 2)}\n`);
console.log(`\nthreshold ${calibration.threshold} → ${out}`);
process.exit(0);

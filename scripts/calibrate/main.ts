import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CALIBRATION_FILE, linearScore } from "../../src/answer/calibration.ts";
import { SENTENCE_FEATURES } from "../../src/answer/features.ts";
import { PASSAGE_FEATURES, passageFeatures } from "../../src/answer/rank-passages.ts";
import { SUPPORT_FEATURES } from "../../src/answer/support.ts";
import { readConfig, SHIPPED_MODEL } from "../../src/config/config.ts";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { collectKeyed, collectXquad, type Sample } from "./collect.ts";
import { type BinaryExample, fitLogistic, fitRanking, type LinearModel } from "./fit.ts";

const USAGE = `Fits how sentences are ranked and when a question is refused, and stores it beside the model.

npm run calibrate -- --set CORPUS:QUESTIONS [--set CORPUS:QUESTIONS …] [--xquad FILE] [--out FILE] [--max-refused 0.07]

CORPUS is a folder of articles or a JSON file; QUESTIONS a tab-separated question set (see scripts/shared).`;

const RANKING_RIDGE = 0.002;
const SUPPORT_RIDGE = 0.01;
/** The questions of the product's own kind are few beside the general ones, so each counts more. */
const KEYED_WEIGHT = 4;
const FOLDS = 5;
/** What is missing speaks against an answer, all else for it; the number of words says neither. */
const SUPPORT_SIGNS = SUPPORT_FEATURES.map((name) =>
  name === "words" ? 0 : /^(?:no[A-Z]|unmet|rarestMissing)/u.test(name) ? -1 : 1,
);

const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: [] },
    xquad: { type: "string" },
    out: { type: "string" },
    "max-refused": { type: "string", default: "0.07" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || (values.set.length === 0 && !values.xquad)) {
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
for (const [i, set] of values.set.entries()) {
  const [corpus, questions] = set.split(":");
  if (!corpus || !questions) throw new Error(`--set ${set}: expected CORPUS:QUESTIONS`);
  samples.push(...(await collectKeyed(`set${i + 1}`, corpus, questions, embedder)));
}
if (values.xquad) samples.push(...(await collectXquad(values.xquad, embedder)));

const weightOf = (sample: Sample) => (sample.set === "xquad" ? 1 : KEYED_WEIGHT);

function ranking(train: readonly Sample[]): LinearModel {
  const usable = train.filter((s) => s.right.includes(true));
  return fitRanking(
    usable.map((s) => ({
      rows: s.sentences.map((x) => x.features),
      right: s.right,
      weight: weightOf(s),
    })),
    RANKING_RIDGE,
  );
}

/** Passages of a question with the score of their best sentence; right are those that hold the answer. */
function passagesOf(model: LinearModel, sample: Sample) {
  const passages = new Map<
    object,
    {
      found: Sample["sentences"][number]["found"];
      best: number;
      right: boolean;
      rightArticle: boolean;
    }
  >();
  sample.sentences.forEach((sentence, i) => {
    const score = linearScore(0, model.weights, sentence.features);
    const known = passages.get(sentence.found);
    passages.set(sentence.found, {
      found: sentence.found,
      best: Math.max(known?.best ?? Number.NEGATIVE_INFINITY, score),
      right: (known?.right ?? false) || sample.right[i]!,
      rightArticle: sample.rightArticle[i]!,
    });
  });
  return [...passages.values()].map((p) => ({ ...p, row: passageFeatures(p.found, p.best) }));
}

function passageRanking(model: LinearModel, train: readonly Sample[]): LinearModel {
  const examples = train
    .map((s) => ({ list: passagesOf(model, s), weight: weightOf(s) }))
    .filter(({ list }) => list.some((p) => p.right));
  return fitRanking(
    examples.map(({ list, weight }) => ({
      rows: list.map((p) => p.row),
      right: list.map((p) => p.right),
      weight,
    })),
    RANKING_RIDGE,
  );
}

/** A question's candidates in the order of a model; `keep` leaves some out, as if the corpus lacked them. */
function ranked(model: LinearModel, sample: Sample, keep: (i: number) => boolean = () => true) {
  return sample.sentences
    .map((sentence, i) => ({
      sentence: { ...sentence, score: linearScore(0, model.weights, sentence.features) },
      i,
    }))
    .filter(({ i }) => keep(i))
    .sort((a, b) => b.sentence.score - a.sentence.score);
}

/** Whether the first sentences of an answer (some 400 characters) hold the answer. */
function answeredRight(sample: Sample, order: ReturnType<typeof ranked>): boolean {
  let chars = 0;
  for (const { sentence, i } of order.slice(0, 3)) {
    if (chars > 0 && chars + Math.min(sentence.text.length, 300) > 390) continue;
    if (sample.right[i]) return true;
    chars += sentence.text.length;
  }
  return false;
}

/**
 * Questions as they are, and the same as if the corpus lacked the answer: without the sentences that hold
 * it (right people, a fact that no article holds), and without the right articles (visits not reported).
 */
async function supportExamples(
  model: LinearModel,
  sample: Sample,
): Promise<(BinaryExample & { made: "asked" | "fact removed" | "article removed" })[]> {
  const support = (order: ReturnType<typeof ranked>) =>
    sample.answerer.support(
      sample.query,
      order.map(({ sentence }) => sentence),
    );
  const weight = weightOf(sample);
  const whole = ranked(model, sample);
  if (!sample.answerable)
    return [{ row: await support(whole), label: 0, weight: weight * 9, made: "asked" }];
  const examples: Awaited<ReturnType<typeof supportExamples>> = [];
  if (answeredRight(sample, whole))
    examples.push({ row: await support(whole), label: 1, weight, made: "asked" });
  const removals = [
    { made: "fact removed", portion: 0.15, keep: (i: number) => !sample.right[i] },
    { made: "article removed", portion: 0.5, keep: (i: number) => !sample.rightArticle[i] },
  ] as const;
  for (const { made, portion, keep } of removals) {
    const rest = ranked(model, sample, keep);
    if (rest.length > 0)
      examples.push({ row: await support(rest), label: 0, weight: weight * portion, made });
  }
  return examples;
}

async function examplesOf(model: LinearModel, list: readonly Sample[]) {
  const examples = [];
  for (const sample of list) examples.push(...(await supportExamples(model, sample)));
  return examples;
}

const probability = (model: LinearModel, row: readonly number[]) =>
  1 / (1 + Math.exp(-linearScore(model.bias, model.weights, row)));
const share = (list: readonly boolean[]) =>
  list.length === 0 ? Number.NaN : list.filter(Boolean).length / list.length;
const percent = (x: number) => `${(100 * x).toFixed(1)} %`;

// Every figure below is of questions that the models were not fitted on.
const outcomes: {
  sample: Sample;
  right: boolean;
  hit: boolean;
  mrr: number;
  article: boolean;
  passage: boolean;
  confidence: number;
  removed: number[];
}[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const train = samples.filter((_, i) => i % FOLDS !== fold);
  const rankingModel = ranking(train);
  const passageModel = passageRanking(rankingModel, train);
  const supportModel = fitLogistic(
    await examplesOf(rankingModel, train),
    SUPPORT_RIDGE,
    SUPPORT_SIGNS,
  );
  for (const sample of samples.filter((_, i) => i % FOLDS === fold)) {
    const order = ranked(rankingModel, sample);
    const first = order.findIndex(({ i }) => sample.right[i]);
    const examples = sample.answerable ? await supportExamples(rankingModel, sample) : [];
    const passage = passagesOf(rankingModel, sample)
      .map((p) => ({ ...p, score: linearScore(0, passageModel.weights, p.row) }))
      .sort((a, b) => b.score - a.score)[0];
    outcomes.push({
      passage: passage?.rightArticle ?? false,
      sample,
      right: answeredRight(sample, order),
      hit: first === 0,
      mrr: first < 0 ? 0 : 1 / (first + 1),
      article: order[0] !== undefined && sample.rightArticle[order[0].i]!,
      confidence: probability(
        supportModel,
        await sample.answerer.support(
          sample.query,
          order.map(({ sentence }) => sentence),
        ),
      ),
      removed: examples
        .filter((e) => e.made === "fact removed")
        .map((e) => probability(supportModel, e.row)),
    });
  }
}

console.log(
  "\nset        questions  sentence hit@1  MRR    right in 400  right article  first passage",
);
for (const set of new Set(samples.map((s) => s.set))) {
  const of = outcomes.filter((o) => o.sample.set === set && o.sample.answerable);
  const mrr = of.reduce((sum, o) => sum + o.mrr, 0) / of.length;
  console.log(
    `${set.padEnd(10)} ${String(of.length).padStart(9)}  ${percent(share(of.map((o) => o.hit))).padStart(14)}  ${mrr.toFixed(3)}  ${percent(share(of.map((o) => o.right))).padStart(12)}  ${percent(share(of.map((o) => o.article))).padStart(13)}  ${percent(share(of.map((o) => o.passage))).padStart(13)}`,
  );
}

const keyed = outcomes.filter((o) => o.sample.set !== "xquad");
const answerable = (keyed.length > 0 ? keyed : outcomes).filter((o) => o.sample.answerable);
const unanswerable = outcomes.filter((o) => !o.sample.answerable);
console.log(
  "\nthreshold  answerable refused  unanswerable refused  fact removed: refused  right of all answerable",
);
const curve = Array.from({ length: 19 }, (_, i) => (i + 1) / 20).map((threshold) => ({
  threshold,
  answerableRefused: share(answerable.map((o) => o.confidence < threshold)),
  unanswerableRefused: share(unanswerable.map((o) => o.confidence < threshold)),
  factRemovedRefused: share(answerable.flatMap((o) => o.removed.map((p) => p < threshold))),
  right: share(answerable.map((o) => o.right && o.confidence >= threshold)),
}));
for (const c of curve) {
  console.log(
    `${c.threshold.toFixed(2).padStart(9)}  ${percent(c.answerableRefused).padStart(18)}  ${percent(c.unanswerableRefused).padStart(20)}  ${percent(c.factRemovedRefused).padStart(21)}  ${percent(c.right).padStart(23)}`,
  );
}

const sentence = ranking(samples);
const passage = passageRanking(sentence, samples);
const support = fitLogistic(await examplesOf(sentence, samples), SUPPORT_RIDGE, SUPPORT_SIGNS);
// The highest threshold that still answers nearly every answerable question.
const sorted = answerable.map((o) => o.confidence).sort((a, b) => a - b);
const threshold = sorted[Math.floor(sorted.length * Number(values["max-refused"]))] ?? 0.5;
const named = (names: readonly string[], weights: readonly number[]) =>
  Object.fromEntries(names.map((name, i) => [name, Number(weights[i]!.toFixed(5))]));
const calibration = {
  sentence: { bias: 0, weights: named(SENTENCE_FEATURES, sentence.weights) },
  passage: { bias: 0, weights: named(PASSAGE_FEATURES, passage.weights) },
  support: {
    bias: Number(support.bias.toFixed(5)),
    weights: named(SUPPORT_FEATURES, support.weights),
  },
  threshold: Number(threshold.toFixed(3)),
  measured: {
    questions: samples.length,
    curve: curve.map((c) =>
      Object.fromEntries(Object.entries(c).map(([k, v]) => [k, Number(v.toFixed(3))])),
    ),
  },
};
const out = values.out ?? join(config.modelsDir, SHIPPED_MODEL, CALIBRATION_FILE);
writeFileSync(out, `${JSON.stringify(calibration, null, 2)}\n`);
console.log(`\nthreshold ${calibration.threshold} → ${out}`);
console.log(calibration.sentence.weights, calibration.support.weights);
process.exit(0);

import { terms } from "../../language/text/index.ts";
import { findQuestionWords, type Question } from "../question/index.ts";
import { candidateFeatures } from "./features.ts";
import { type LateInteraction, weightedMean } from "./late-interaction.ts";
import type { QueryModel } from "./query-model.ts";
import { MAX_SCORE_GAP, MAX_SENTENCES, type RankedSentence } from "./rank-sentences.ts";
import { coverage } from "./word-overlap.ts";

/** Words taken on each side of the question word, and how far from it they may begin. */
const WORDS = 3;
const REACH = 5;

/**
 * The words right beside the question word that are no names: what is asked of whom the rest names.
 * "Ông Philippe tặng gì cho tỉnh Điện Biên?" → "tặng tỉnh". An answer has them, or words that mean the same.
 *
 * @returns Marked words joined by spaces; empty where there are none.
 */
export function askedWords({ searchText, unmarked, terms: kept }: Question): string {
  const list = terms(searchText);
  const found = findQuestionWords(list, unmarked);
  const main = found.find(({ type }) => type !== "phrase") ?? found[0];
  if (main === undefined) return "";
  const telling = new Map(kept.map((term) => [term.folded, !term.name]));
  const run = (from: number, step: 1 | -1): string[] => {
    const words: string[] = [];
    for (let n = 0, i = from; n < REACH && words.length < WORDS; n++, i += step) {
      const word = list[i];
      if (word && telling.get(word.folded) && !/^\d+$/u.test(word.folded)) words.push(word.marked);
      else if (words.length > 0) break;
    }
    return words;
  };
  return [...run(main.from - 1, -1).reverse(), ...run(main.to, 1)].join(" ");
}

/** What the confidence of an answer is computed from, in the order of the numbers. */
export const SUPPORT_FEATURES = [
  "coverage",
  "wideCoverage",
  "chunkCoverage",
  "articleCoverage",
  "namesInSentence",
  "namesInArticle",
  "weakestName",
  "rarestMissing",
  "noDate",
  "noNumber",
  "noName",
  "noPlace",
  "noOther",
  "proximity",
  "focusInSentence",
  "focusInArticle",
  "predicate",
  "predicateNear",
  "predicateLate",
  "lateSentence",
  "lateChunk",
  "weakestInSentence",
  "weakestInChunk",
  "unmetInSentence",
  "unmetInChunk",
  "focusLate",
  "asked",
  "sentenceCosine",
  "chunkCosine",
  "articleLexical",
  "words",
] as const;

/** Tokens at least this near mean about the same: "công ty" and "doanh nghiệp". */
const NEAR_COSINE = 0.45;
/** Tokens with less than this share of the heaviest token's weight say too little to be missed. */
const TELLING_SHARE = 0.5;

/** For each word of the question, its best match in any of the sentences or in the title. */
function union(query: QueryModel, sentences: readonly RankedSentence[]): number[] {
  return query.terms.map((_, i) =>
    Math.max(0, ...sentences.map((s) => Math.max(s.matches[i]!, s.found.title.matches[i]!))),
  );
}

/** Share of the weight of the question's names that `matches` cover; 1 where it names nobody. */
function nameCoverage(query: QueryModel, matches: readonly number[]): number {
  let total = 0;
  let found = 0;
  query.terms.forEach((term, i) => {
    if (!term.name) return;
    total += term.idf;
    found += term.idf * matches[i]!;
  });
  return total > 0 ? found / total : 1;
}

/** Credit for a name whose words stand in the article, but not side by side. */
const SCATTERED_NAME = 0.5;

/** Of the question's names, each a run of capital words, how well the one that is met least is met, 0 to 1. */
function weakestName(query: QueryModel, sentences: readonly RankedSentence[]): number {
  const runs: string[][] = [];
  query.terms.forEach((term, i) => {
    if (!term.name) return;
    if (term.follows && query.terms[i - 1]?.name) runs.at(-1)!.push(term.folded);
    else runs.push([term.folded]);
  });
  const texts = sentences.map((s) => ` ${s.terms.map((term) => term.folded).join(" ")} `);
  const titles = new Set(
    sentences.map((s) => ` ${s.found.chunk.titleTerms.map((t) => t.folded).join(" ")} `),
  );
  const all = [...texts, ...titles];
  const holds = (words: string) => all.some((text) => text.includes(` ${words} `));
  const met = runs.map((run) => {
    if (holds(run.join(" "))) return 1;
    const pairs = run.slice(1).filter((word, i) => holds(`${run[i]} ${word}`)).length;
    const words = run.filter(holds).length / run.length;
    return run.length > 1 ? SCATTERED_NAME * words * (pairs > 0 ? 1.5 : 1) : words;
  });
  return Math.min(1, ...met);
}

/** The sentences that would make the answer: the best, and those of its article that come near it. */
function answering(ranked: readonly RankedSentence[]): RankedSentence[] {
  const best = ranked[0]!;
  return ranked
    .slice(0, MAX_SENTENCES)
    .filter(
      (s) =>
        s.found.chunk.row.articleId === best.found.chunk.row.articleId &&
        best.score - s.score <= MAX_SCORE_GAP,
    );
}

/** 1 at the place of the asked type's group where no sentence has anything of it (less where one half fits). */
function missingCandidate(query: QueryModel, sentences: readonly RankedSentence[]): number[] {
  const type = query.question.answerType;
  const ideal = candidateFeatures(type, { type: "phrase", start: 0, end: 0, fit: 1 });
  const real = sentences.map((s) => candidateFeatures(type, s.evidence.candidate));
  return ideal.map((value, i) => value - Math.max(...real.map((numbers) => numbers[i]!)));
}

function weakest(cosines: Float32Array, weights: readonly number[]): number {
  const floor = Math.max(...weights, 0) * TELLING_SHARE;
  return Math.min(1, ...weights.flatMap((weight, i) => (weight >= floor ? cosines[i]! : [])));
}

/** Share of the weight of the question's tokens to which nothing comes near. */
function unmet(cosines: Float32Array, weights: readonly number[]): number {
  return weightedMean(
    cosines.map((cosine) => (cosine < NEAR_COSINE ? 1 : 0)),
    weights,
  );
}

/** Folded words of the question as they were typed. */
function markedWords(query: QueryModel, words: readonly string[]): string {
  return words
    .map((word) => query.terms[query.byFolded.get(word)?.[0] ?? -1]?.marked ?? word)
    .join(" ");
}

function shareOf(words: readonly string[], query: QueryModel, matches: readonly number[]): number {
  if (words.length === 0) return 1;
  const held = new Set(query.terms.flatMap((term, i) => (matches[i]! > 0 ? term.folded : [])));
  return words.filter((word) => held.has(word)).length / words.length;
}

/** How near each of some sentences comes to some words, as themselves or by what they mean; 1 where the words are none. */
export async function nearness(
  words: string,
  sentences: readonly Int32Array[],
  late: LateInteraction,
): Promise<number[]> {
  const { meaning } = late;
  const own = await late.nearest(words, sentences);
  if (own.weights.length === 0) return sentences.map(() => 1);
  const like = meaning === null ? own : await meaning.nearest(words, sentences);
  return own.best.map((cosines, at) =>
    weightedMean(
      cosines.map((cosine, i) => Math.max(cosine, like.best[at]![i] ?? 0)),
      own.weights,
    ),
  );
}

/**
 * What speaks for the best of some ranked sentences being an answer at all; numbers in the order of
 * `SUPPORT_FEATURES`. Only the given sentences count as held by the corpus.
 */
export async function supportFeatures(
  query: QueryModel,
  ranked: readonly RankedSentence[],
  late: LateInteraction,
): Promise<number[]> {
  const best = ranked[0];
  if (best === undefined) return SUPPORT_FEATURES.map(() => 0);
  const { evidence, found } = best;
  const { row, title } = found.chunk;
  const told = answering(ranked);
  const ofArticle = ranked.filter((s) => s.found.chunk.row.articleId === row.articleId);
  const ofChunk = ofArticle.filter((s) => s.found === found);
  const inSentence = union(query, [best]);
  const inChunk = union(query, ofChunk);
  const inArticle = union(query, ofArticle);
  const largest = Math.max(...query.terms.map((term) => term.idf), 1e-9);
  const missing = query.terms.map((term, i) => (inArticle[i] === 0 ? term.idf / largest : 0));
  const { focus } = query.question;
  const sentenceIds = late.tokenIds(`${title} ${best.text}`);
  const chunkIds = late.tokenIds(`${title} ${ofChunk.map((s) => s.text).join(" ")}`);
  const whole = await late.nearest(query.question.searchText, [sentenceIds, chunkIds]);
  const noun = await late.nearest(markedWords(query, focus), [sentenceIds]);
  const done = await late.nearest(markedWords(query, query.question.predicate), [sentenceIds]);
  return [
    evidence.coverage,
    evidence.wideCoverage,
    coverage(query, inChunk),
    coverage(query, inArticle),
    nameCoverage(query, inSentence),
    nameCoverage(query, inArticle),
    weakestName(query, ofArticle),
    Math.max(0, ...missing),
    ...missingCandidate(query, told),
    Math.max(...told.map((s) => s.evidence.proximity)),
    shareOf(focus, query, inSentence),
    shareOf(focus, query, inArticle),
    evidence.predicate,
    evidence.predicateNear,
    done.weights.length > 0 ? weightedMean(done.best[0]!, done.weights) : 1,
    weightedMean(whole.best[0]!, whole.weights),
    weightedMean(whole.best[1]!, whole.weights),
    weakest(whole.best[0]!, whole.weights),
    weakest(whole.best[1]!, whole.weights),
    unmet(whole.best[0]!, whole.weights),
    unmet(whole.best[1]!, whole.weights),
    focus.length > 0 ? weightedMean(noun.best[0]!, noun.weights) : 1,
    (await nearness(askedWords(query.question), [sentenceIds], late))[0]!,
    best.cosine,
    found.cosine,
    found.article,
    Math.log1p(query.terms.length),
  ];
}

import { formatPartialDate } from "../language/text/index.ts";
import type { Answer, AnswerSpan, RegisterBasis } from "../model/index.ts";
import type { Question } from "./question/index.ts";
import type { Reading } from "./reading.ts";
import {
  type Calibration,
  type RankedSentence,
  SENTENCE_FEATURES,
  SUPPORT_FEATURES,
} from "./search/index.ts";

const PASSAGES_SHOWN = 10;
const SENTENCES_SHOWN = 8;
const MEANT_SHOWN = 5;

/** What one feature adds to a linear score: `value · weight`. */
export interface Contribution {
  readonly feature: string;
  readonly value: number;
  readonly weight: number;
  readonly adds: number;
}

/** One found passage with each of its scores; `score` is all of them together. */
interface ExplainedPassage {
  readonly chunkId: string;
  readonly title: string;
  readonly lexical: number;
  readonly article: number;
  readonly cosine: number;
  readonly late: number;
  readonly score: number;
  readonly text: string;
}

/** One sentence with what its score is made of. */
interface ExplainedSentence {
  readonly chunkId: string;
  /** UTF-16 range in the article's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
  /** The words that would be marked, a range in `text`, and how well they fit what is asked. */
  readonly candidate: (AnswerSpan & { readonly text: string; readonly fit: number }) | null;
  /** Largest first, whichever way they pull. */
  readonly contributions: readonly Contribution[];
}

/** Why a question was answered or refused. */
export type Decision =
  | "answered"
  | "answered from the points of a meeting"
  | "answered from the register of visits"
  /** The register holds no visit of the kind that is asked for. */
  | "no such visit in the register"
  /** A greeting, thanks and the like. */
  | "small talk"
  /** The question holds no word that could be searched. */
  | "no search words"
  /** Nothing was found at all. */
  | "nothing found"
  | "confidence below the threshold"
  /** The confidence would allow an answer, but no sentence that it would give holds what is asked. */
  | "nothing of the asked kind";

/** How a question was read and answered; every number rounded to four decimals. */
export interface Explanation {
  readonly question: Pick<
    Question,
    "text" | "language" | "searchText" | "unmarked" | "answerType" | "detail" | "focus"
  > & {
    readonly terms: readonly {
      readonly marked: string;
      readonly idf: number;
      /** Weight of this word standing behind the one before it. */
      readonly pairIdf: number;
      readonly name: boolean;
    }[];
  };
  /** What the question binds its answer to, and the articles that may be meant, likeliest first. */
  readonly demands: {
    readonly names: readonly string[];
    readonly times: readonly string[];
    /** What is asked of a meeting's minutes; empty where something else is asked. */
    readonly acts: readonly string[];
  };
  readonly meant: readonly {
    readonly articleId: string;
    readonly score: number;
    readonly names: number;
    readonly time: number;
  }[];
  /** Best first; the first `PASSAGES_SHOWN`. */
  readonly passages: readonly ExplainedPassage[];
  readonly passagesFound: number;
  /** Best first; the first `SENTENCES_SHOWN`. */
  readonly sentences: readonly ExplainedSentence[];
  readonly sentencesRead: number;
  /** What sets the best sentence apart from the second: the difference of each contribution, largest first. */
  readonly ahead: readonly { readonly feature: string; readonly by: number }[];
  /** What the confidence is made of: `bias` and contributions make up `logOdds`. */
  readonly support: {
    readonly bias: number;
    readonly contributions: readonly Contribution[];
    readonly logOdds: number;
  };
  readonly confidence: number;
  readonly threshold: number;
  /** What the register was asked for; only where it answered, whatever the passages would have given. */
  readonly register?: RegisterBasis;
  readonly decision: Decision;
}

/** An answer with how it came about. */
export interface Told {
  readonly answer: Answer;
  readonly decision: Decision;
  /** What was read for it; null where no passages were needed. */
  readonly reading: Reading | null;
}

/** What was told, with another answer made of it. */
export const as = (told: Told, answer: Answer): Told => ({ ...told, answer });

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Contributions in the order of `names`. */
function contributionsOf(
  names: readonly string[],
  weights: Readonly<Record<string, number>>,
  values: readonly number[],
): Contribution[] {
  return names.map((feature, i) => {
    const value = values[i] ?? 0;
    const weight = weights[feature] ?? 0;
    return { feature, value: round(value), weight: round(weight), adds: round(value * weight) };
  });
}

function largestFirst(list: readonly Contribution[]): Contribution[] {
  return [...list].sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
}

function chunkId({ articleId, ordinal }: { articleId: string; ordinal: number }): string {
  return `${articleId}:${ordinal}`;
}

function candidateOf({ text, evidence }: RankedSentence): ExplainedSentence["candidate"] {
  if (evidence.candidate === null) return null;
  const { type, start, end, fit } = evidence.candidate;
  return { type, start, end, text: text.slice(start, end), fit: round(fit) };
}

/** Puts what is known of a question on its way to the answer into one object that can be printed. */
export function explain(
  reading: Reading,
  { answer, decision }: Pick<Told, "answer" | "decision">,
  calibration: Calibration,
): Explanation {
  const { text, language, searchText, unmarked, answerType, detail, focus } = reading.question;
  const ofSentence = ({ features, focus: added = 0 }: RankedSentence) => [
    ...contributionsOf(SENTENCE_FEATURES, calibration.sentence.weights, features),
    { feature: "meant", value: round(added), weight: 1, adds: round(added) },
  ];
  const [best, second] = reading.sentences.slice(0, 2).map(ofSentence);
  const { bias, weights } = calibration.support;
  const support = contributionsOf(SUPPORT_FEATURES, weights, reading.support);
  return {
    question: {
      ...{ text, language, searchText, unmarked, answerType, detail, focus },
      terms: reading.query.terms.map(({ marked, idf, pairIdf, name }) => ({
        marked,
        idf: round(idf),
        pairIdf: round(pairIdf),
        name,
      })),
    },
    demands: {
      names: reading.demands.names.map(({ name }) => name),
      times: reading.demands.times.map(({ first, last }) =>
        [...new Set([first, last].map((date) => formatPartialDate(date) ?? ""))].join("–"),
      ),
      acts: [...(reading.demands.points?.acts ?? [])],
    },
    meant: reading.meant.slice(0, MEANT_SHOWN).map(({ articleId, score, agreement }) => ({
      articleId,
      score: round(score),
      names: round(agreement.names),
      time: agreement.time,
    })),
    passages: reading.chunks.slice(0, PASSAGES_SHOWN).map((found) => ({
      chunkId: chunkId(found.chunk.row),
      title: found.chunk.title,
      lexical: round(found.lexical),
      article: round(found.article),
      cosine: round(found.cosine),
      late: round(found.late),
      score: round(found.score),
      text: found.chunk.row.text,
    })),
    passagesFound: reading.chunks.length,
    sentences: reading.sentences.slice(0, SENTENCES_SHOWN).map((sentence) => ({
      chunkId: chunkId(sentence.found.chunk.row),
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      score: round(sentence.score),
      candidate: candidateOf(sentence),
      contributions: largestFirst(ofSentence(sentence)),
    })),
    sentencesRead: reading.sentences.length,
    ahead: (best && second ? best : [])
      .map(({ feature, adds }, i) => ({ feature, by: round(adds - second![i]!.adds) }))
      .sort((a, b) => Math.abs(b.by) - Math.abs(a.by)),
    support: {
      bias: round(bias),
      contributions: largestFirst(support),
      logOdds: round(bias + support.reduce((sum, { adds }) => sum + adds, 0)),
    },
    confidence: round(reading.confidence),
    threshold: reading.threshold,
    ...(answer.register && { register: answer.register }),
    decision,
  };
}

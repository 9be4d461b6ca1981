import type {
  Answer,
  Citation,
  RegisterBasis,
  RegisterQuestion,
  Visit,
  VisitPage,
} from "../../../model/index.ts";
import { type ArticleLookup, cite } from "../../passages/index.ts";
import { journeysOf } from "./journeys.ts";
import type { HoldingArticle, RegisterText } from "./register-text.ts";
import { tellingSources } from "./shown-visit.ts";

/** Visits that an answer lists, and those whose passages stand behind "Xem thêm". */
export const LISTED = 10;
export const MORE = 5;
/** Visits that are told beside those that count: of no known year, or only announced. */
export const BESIDE_LISTED = 3;
/** Earlier meetings that articles tell of in passing beside those that were found. */
export const EARLIER_LISTED = 4;
/** A meeting that a sentence tells of; where it is sure it counts like a record. */
type Mentioned = HoldingArticle & { readonly isSure: boolean };
export type EarlierThan = (found: readonly Visit[]) => readonly Mentioned[];
/**
 * Share of questions that it answered rightly: 38 of 44 that nobody had tuned for, over world news and the
 * shipped articles, judged by hand. What it missed were mostly visits that the reader had not read whole.
 */
const CONFIDENCE = 0.86;

/** What an answer from the register says; the rest of `Answer` is the question's. */
export type RegisterReply = Pick<
  Answer,
  "answered" | "answer" | "spans" | "confidence" | "citations" | "nearest" | "more"
> & { readonly register: RegisterBasis };

/** An answer from the register: what its text holds, with the passages that it cites. */
export function registerReply(
  asked: Pick<RegisterQuestion, "intent" | "filter">,
  page: VisitPage,
  { text, spans, citations }: RegisterText,
  /** Visits whose passages stand behind "Xem thêm". */
  more: readonly Visit[],
  lookup: ArticleLookup,
): RegisterReply {
  const listed = page.visits.filter((visit) => !more.includes(visit));
  return {
    answered: true,
    answer: text,
    spans,
    confidence: CONFIDENCE,
    citations,
    nearest: [],
    more: citeVisits(more, citations.length + 1, lookup),
    register: basis(asked, page, listed),
  };
}

/** A refusal with the visits that come nearest. */
export function registerRefusal(
  asked: RegisterQuestion,
  sentence: string,
  nearest: readonly Visit[],
  lookup: ArticleLookup,
): RegisterReply {
  return {
    answered: false,
    answer: sentence,
    spans: [],
    confidence: CONFIDENCE,
    citations: [],
    nearest: citeVisits(nearest, 1, lookup),
    more: [],
    register: basis(asked, { total: 0, articles: 0 }, []),
  };
}

function citeVisits(visits: readonly Visit[], from: number, lookup: ArticleLookup): Citation[] {
  return visits.map((visit, i) => {
    const source = tellingSources(visit)[0]!;
    return cite(from + i, source.articleId, source, lookup);
  });
}

/** Fewer visits are told one by one. */
const MANY = 7;

/** Adds a list of visits, a long one by journeys, with the meetings that sentences tell of. */
export function tellListed(
  text: RegisterText,
  visits: readonly Visit[],
  mentions: readonly HoldingArticle[] = [],
): void {
  const journeys =
    visits.length < MANY ? visits.map((main) => ({ main, others: [] })) : journeysOf(visits);
  text.meetings(journeys, mentions);
}

/** The meetings that a list has beside its visits: those that count, and those that are only told beside them. */
export function partMentions(found: readonly Visit[], earlier: EarlierThan) {
  const mentions = earlier(found);
  const sure = mentions.filter(({ isSure }) => isSure);
  return {
    sure: sure.slice(0, Math.max(0, LISTED - found.length)),
    others: mentions.filter(({ isSure }) => !isSure).slice(0, EARLIER_LISTED),
    total: sure.length,
  };
}

/** The articles of visits and of sentences. */
export const articlesOf = (visits: readonly Visit[], mentions: readonly HoldingArticle[]): number =>
  new Set([
    ...visits.flatMap(({ articleIds }) => articleIds),
    ...mentions.map(({ articleId }) => articleId),
  ]).size;

function basis(
  { intent, filter }: Pick<RegisterQuestion, "intent" | "filter">,
  { total, articles }: Pick<VisitPage, "total" | "articles">,
  listed: readonly Visit[],
): RegisterBasis {
  return { intent, filter, total, articles, visits: listed.map(({ id }) => id) };
}

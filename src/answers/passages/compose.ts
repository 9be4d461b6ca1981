import { addressOf } from "../../articles/parse/index.ts";
import { CUES } from "../../language/names/index.ts";
import { fold, terms } from "../../language/text/index.ts";
import { localeFor } from "../../locale/index.ts";
import type { Answer, Article, Citation, SpanType } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import {
  type Candidate,
  chooseSentences,
  type RankedSentence,
  reportSentences,
  tellSame,
} from "../search/index.ts";
import { nameInsertions } from "./antecedent.ts";
import { dateInsertions, openDates } from "./date-insertions.ts";
import { AnswerText, clip, type Insertion, show } from "./shown.ts";

/** What is asked with one of these may be enumerated. */
const ENUMERATED: ReadonlySet<Question["answerType"]> = new Set(["phrase", "list"]);

/** Openings that refer to the event of the report, with the word by which its first sentence tells of it. */
const REFERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) (?:tiếp|đón)/u, /tiep|don/u],
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) làm việc/u, /lam viec/u],
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) gặp/u, /gap|tiep|lam viec/u],
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) hội (?:đàm|kiến)/u, /hoi (?:dam|kien)/u],
  [
    /^(?:Trong |Nhân )?[Cc]huyến (?:thăm|công tác|đi|làm việc)(?! (?:\p{Ll}+ ){0,3}(?:của|tới|đến|ở)\s+\p{Lu})/u,
    /tham|cong tac|lam viec|sang|den/u,
  ],
  [/^Đoàn (?!đại biểu|công tác|kết|viên|thể|\p{Lu})/u, /doan/u],
  [/^Hai bên(?!\p{L})/u, /tiep|gap|lam viec|hoi dam|tham|chu tri/u],
];
/** A lead that is longer than this would push the answer off a phone's screen. */
const MAX_CHARS = 200;
/** The first sentences of a report, of which one tells the event. */
const OPENING = 2;

/**
 * The sentence that tells of the event to which an answer's opening refers ("Tại buổi tiếp", "Hai bên",
 * "Đoàn"): the first of the report, where it is short and tells of such an event.
 *
 * @returns Its range in `Article.text`, or null where nothing is referred to or it is not sure to what.
 */
export function contextOf(
  { text, start }: Pick<RankedSentence, "text" | "start">,
  article: Article,
): { readonly start: number; readonly end: number } | null {
  const told = REFERS.find(([opening]) => opening.test(text))?.[1];
  if (told === undefined) return null;
  const all = reportSentences(article);
  const first = all[0];
  const own = all.findIndex((sentence) => sentence.start === start);
  if (first === undefined || own < OPENING - 1 || own === 0) return null;
  const isEvent = told.test(fold(first.text)) && /\p{Lu}\p{Ll}+ \p{Lu}/u.test(first.text);
  return isEvent && first.text.length <= MAX_CHARS ? { start: first.start, end: first.end } : null;
}

/** Longest cue, in words: "cửa khẩu quốc tế". */
const MAX_CUE_WORDS = 4;
const ASKS_WHAT = /(?<!\p{L})l[àa] g[ìi][\s?.!]*$/iu;
const QUOTED = /[“"]([^”"]{2,160})[”"]/u;

/**
 * The words of a sentence to mark as the answer, or null for none: a place with what it is ("khách sạn Sa
 * Pa"), and nobody's name where it is asked what something is.
 */
export function markedWords(
  sentence: string,
  candidate: Candidate | null,
  { searchText, answerType }: Question,
): Candidate | null {
  if (candidate === null) return null;
  if (candidate.type === "place")
    return { ...candidate, start: cueStart(sentence, candidate.start) };
  const asksWhat = answerType === "phrase" && ASKS_WHAT.test(searchText);
  if (!asksWhat || candidate.type === "phrase") return candidate;
  const quoted = QUOTED.exec(sentence);
  if (quoted === null) return candidate.type === "person" ? null : candidate;
  const start = quoted.index + 1;
  return { ...candidate, type: "phrase", start, end: start + quoted[1]!.length };
}

/** Where the words before a place begin that say what it is; its own start where there are none. */
function cueStart(sentence: string, start: number): number {
  const before = terms(sentence.slice(0, start));
  if (!/^ $/u.test(sentence.slice(before.at(-1)?.end ?? start, start))) return start;
  const marked = before.map((term) => term.marked);
  for (let words = Math.min(MAX_CUE_WORDS, before.length); words > 0; words--) {
    const from = before.length - words;
    if (CUES.longestAt(marked, from) === words) return before[from]!.start;
  }
  return start;
}

/** Looks up what a citation says of its article. */
export type ArticleLookup = (id: string) => Article | null;

/** Cites a range of an article. */
export function cite(
  n: number,
  articleId: string,
  range: { readonly start: number; readonly end: number },
  lookup: ArticleLookup,
): Citation {
  const article = lookup(articleId);
  const quote = article?.text.slice(range.start, range.end) ?? "";
  return {
    n,
    articleId,
    title: article?.title ?? articleId,
    source: article?.source ?? null,
    url: article?.url ?? null,
    link: article && addressOf(article, quote),
    published: article?.published ?? null,
    quote,
    start: range.start,
    end: range.end,
    ...(article?.isSummary && { isSummary: true }),
  };
}

/** An answer's text with its marked words and citations. */
export type Composed = Pick<Answer, "answer" | "spans" | "citations" | "added">;

/** Answers up to this long are shown without scrolling; a sentence of context has to fit in. */
const WITH_CONTEXT_CHARS = 390;

/**
 * Puts chosen sentences into an answer: each on a line of its own with its number behind it, verbatim but
 * for what dates and pronouns mean, in square brackets.
 */
export function compose(
  question: Question,
  ranked: readonly RankedSentence[],
  lookup: ArticleLookup,
): Composed & { readonly used: readonly RankedSentence[] } {
  const wanted = question.terms.map((term) => term.marked);
  const asksAll = ENUMERATED.has(question.answerType);
  const used = chooseSentences(ranked, (sentence) => {
    const { start, end } = clip(sentence, wanted, asksAll);
    return end - start;
  });
  const leastFit = used[0]?.evidence.candidate?.fit ?? 0;
  const text = new AnswerText();
  const citations: Citation[] = [];
  const lead = used[0] && contextFor(used, wanted, lookup);
  if (lead) {
    const { articleId, range } = lead;
    const citation = cite(1, articleId, range, lookup);
    citations.push(citation);
    text.line(show(citation.quote, { start: 0, end: citation.quote.length }, []), "", "", 1);
  }
  for (const sentence of used) {
    const { start, end } = clip(sentence, wanted, asksAll);
    const { articleId } = sentence.found.chunk.row;
    const n = citations.length + 1;
    const insertions = insertionsFor(sentence, lookup(articleId)).filter(
      ({ text: words }) => !text.holds(words),
    );
    const shown = show(sentence.text, { start, end }, insertions);
    const before = start > 0 ? "… " : "";
    const after = end < sentence.text.length ? " …" : "";
    const at = text.line(shown, before, after, n);
    const found = markedWords(sentence.text, sentence.evidence.candidate, question);
    // A later sentence's weaker candidate, marked like the answer, would be read as one.
    if (found && found.fit >= leastFit && found.start >= start && found.end <= end) {
      const place = shown.place(found);
      text.mark({
        start: at + place.start,
        end: at + place.end,
        type: spanType(found.type, question),
      });
    }
    citations.push(cite(n, articleId, sentence, lookup));
  }
  const note = used[0] && untold(question, used[0], lookup);
  if (note) text.note(note);
  return { answer: text.text, spans: text.spans, added: text.added, citations, used };
}

/** The sentence of the event to which the first one refers, where none of the others is it and all fit. */
function contextFor(
  used: readonly RankedSentence[],
  wanted: readonly string[],
  lookup: ArticleLookup,
): { articleId: string; range: { start: number; end: number } } | null {
  const first = used[0]!;
  const { articleId } = first.found.chunk.row;
  const article = lookup(articleId);
  const range = article && contextOf(first, article);
  if (
    !range ||
    used.some((s) => s.found.chunk.row.articleId === articleId && s.start === range.start)
  )
    return null;
  const chars = used.reduce((sum, sentence) => {
    const { start, end } = clip(sentence, wanted, false);
    return sum + end - start;
  }, range.end - range.start);
  return chars <= WITH_CONTEXT_CHARS ? { articleId, range } : null;
}

/** What dates and pronouns of a sentence mean, to stand in it. */
export function insertionsFor(
  sentence: { readonly start: number; readonly text: string },
  article: Article | null,
): Insertion[] {
  if (article === null) return [];
  const dates = dateInsertions(openDates(sentence.text, article), sentence.text);
  return [...dates, ...nameInsertions(sentence, article)];
}

/** What the answer to a question for a date has to say of a date that the article leaves open. */
function untold(question: Question, best: RankedSentence, lookup: ArticleLookup): string | null {
  const { candidate } = best.evidence;
  const article = lookup(best.found.chunk.row.articleId);
  if (question.answerType !== "date" || candidate === null || article === null) return null;
  const date = openDates(best.text, article).find(
    ({ mention }) => mention.start < candidate.end && candidate.start < mention.end,
  );
  if (date === undefined || date.settled !== null) return null;
  const { yearUntold, dayUntold } = localeFor(question.language).answering;
  return date.mention.kind === "relative" ? dayUntold : yearUntold;
}

function spanType(found: SpanType, question: Question): SpanType {
  if (question.answerType === "definition") return "definition";
  return question.answerType === "list" ? "list" : found;
}

/** Cites the best sentences, none twice. `from` is the first number, `perArticle` the most of one article. */
export function citedOnce(
  sentences: readonly RankedSentence[],
  { count, from, perArticle }: { count: number; from: number; perArticle: number },
  lookup: ArticleLookup,
): Citation[] {
  const taken: RankedSentence[] = [];
  for (const sentence of sentences) {
    if (taken.length === count) break;
    const { articleId } = sentence.found.chunk.row;
    const same = taken.filter((other) => other.found.chunk.row.articleId === articleId).length;
    if (same < perArticle && !taken.some((other) => tellSame(other, sentence)))
      taken.push(sentence);
  }
  return taken.map((s, i) => cite(from + i, s.found.chunk.row.articleId, s, lookup));
}

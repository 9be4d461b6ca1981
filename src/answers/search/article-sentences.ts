import { fold, readOnce, sentences } from "../../language/text/index.ts";
import type { Article, Citation } from "../../model/index.ts";
import type { Question } from "../question/index.ts";

/** A sentence of an article's report. */
export interface ReportSentence {
  /** UTF-16 range in `Article.text`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Number of its block. */
  readonly block: number;
}

/** The sentences of an article's lead and paragraphs, in order; captions and bylines are left out. */
export const reportSentences = readOnce((article: Article): readonly ReportSentence[] =>
  article.blocks.flatMap((block, i) =>
    block.kind !== "lead" && block.kind !== "paragraph"
      ? []
      : sentences(article.text.slice(block.start, block.end)).map(({ start, end }) => ({
          start: block.start + start,
          end: block.start + end,
          text: article.text.slice(block.start + start, block.start + end),
          block: i,
        })),
  ),
);

/** Groups citations by article, in the order in which the articles are first cited. */
export function byArticle(citations: readonly Citation[]): Citation[][] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const group = groups.get(citation.articleId);
    if (group === undefined) groups.set(citation.articleId, [citation]);
    else group.push(citation);
  }
  return [...groups.values()];
}

/** Words that say that somebody receives, and words that say that somebody leads the guests. */
const HOST = /(?<!\p{L})(?:tiep|don|chu tri|chieu dai|mo tiec)(?!\p{L})/u;
const GUEST = /(?<!\p{L})(?:truong doan|dan dau|cam dau|lam truong|thap tung)(?!\p{L})/u;
/** "Phó Chủ tịch tiếp ông Matsuoka Shinji, Giám đốc Sở": who stands behind the verb is received. */
const RECEIVED =
  /(?<!\p{L})(?:tiep|don|chieu dai)(?! (?:tuc|theo|can|nhan|giap|la) )(?! [^,;:]{0,30} la )\s[^,;:(]{0,36}$/u;
const CHAIR = /(?<!\p{L})chu tri(?!\p{L})/u;
/** Characters before and behind a name within which such words are about it. */
const BEFORE_CHARS = 40;
const BEHIND_CHARS = 70;

/**
 * False where a question asks who received and the sentence says of this person that they led the guests,
 * or the other way round: the name of the other side is the likeliest wrong answer of all.
 */
export function rightSide(
  sentence: string,
  person: { readonly start: number; readonly end: number },
  question: Pick<Question, "predicate">,
): boolean {
  const asked = question.predicate.join(" ");
  const asksHost = HOST.test(asked) && !GUEST.test(asked);
  const asksGuest = GUEST.test(asked);
  if (!asksHost && !asksGuest) return true;
  const before = fold(sentence.slice(Math.max(0, person.start - BEFORE_CHARS), person.start));
  const behind = fold(sentence.slice(person.end, person.end + BEHIND_CHARS));
  const near = `${before} ${behind}`;
  if (asksHost && RECEIVED.test(before)) return false;
  // Who received the guests in the evening need not have chaired the talks.
  if (asksHost && CHAIR.test(asked) && HOST.test(near) && !CHAIR.test(near)) return false;
  return asksHost ? HOST.test(near) || !GUEST.test(near) : GUEST.test(near) || !HOST.test(near);
}

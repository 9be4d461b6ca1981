import { fold, foldAligned, matchesIn } from "../../language/text/index.ts";
import { type Question, readQuestion } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";
import { type ArticleLookup, type Composed, cite } from "./compose.ts";

/** "Bài … do ai viết", "ai là tác giả", "who wrote the article", as read from the Vietnamese search text without marks. */
const ASKS_AUTHOR =
  /(?<!\p{L})(?:tac gia|nguoi viet|ai viet|phong vien nao|nha bao nao)(?!\p{L})|(?<!\p{L})(?:bai|tin)(?!\p{L}).*(?<!\p{L})viet(?! nam)(?!\p{L})/u;
/** Types of which none is an author: "bao nhiêu người Việt" holds a "viet" as well. */
const NO_AUTHOR: ReadonlySet<Question["answerType"]> = new Set(["number", "date", "time", "place"]);

/** True where a question asks who wrote a report. */
function asksAuthor({ answerType, searchText }: Question): boolean {
  return !NO_AUTHOR.has(answerType) && ASKS_AUTHOR.test(fold(searchText));
}

/** The words of such a question around what the report is about, without marks. */
const FRAME = new RegExp(
  [
    "^(?:(?:xin|cho) hoi |cho biet )?(?:(?:ai|phong vien nao|nha bao nao|tac gia nao) (?:da )?(?:la (?:tac gia|nguoi viet)(?: cua)?|viet|dua|dang)|(?:tac gia|nguoi viet)(?: cua)?)(?: (?:bai viet|bai bao|bai|tin tuc|tin))?(?: (?:ve|noi ve))?(?= )",
    "^(?:bai viet|bai bao|bai|tin)(?: (?:ve|noi ve))?(?= )",
    "(?: la)?(?: do)? (?:ai|phong vien nao)(?: (?:viet|la tac gia))?[\\s?.!]*$",
  ].join("|"),
  "gu",
);
/** Sentences looked through for the article that is meant. */
const LOOKED_AT = 5;

/**
 * What the report is about whose author is asked, as a question of its own; null where no author is asked.
 * "Who wrote" stands in no article, so that only the rest can tell which article is meant.
 */
export function topicOf(question: Question): Question | null {
  if (!asksAuthor(question)) return null;
  let topic = question.searchText;
  for (const { 0: words, index } of matchesIn(foldAligned(topic), FRAME).reverse())
    topic = `${topic.slice(0, index)} ${topic.slice(index + words.length)}`;
  topic = topic.trim();
  const read = readQuestion(question.text, question.language, topic);
  return read.terms.length === 0 || topic === question.searchText ? null : read;
}

/**
 * Answers a question for the author of a report from the article's byline.
 *
 * @returns Null where no author is asked for, or the article names none.
 */
export function authorOf(
  question: Question,
  ranked: readonly RankedSentence[],
  lookup: ArticleLookup,
): (Composed & { readonly used: readonly RankedSentence[] }) | null {
  if (!asksAuthor(question)) return null;
  for (const sentence of ranked.slice(0, LOOKED_AT)) {
    const { articleId } = sentence.found.chunk.row;
    const byline = lookup(articleId)?.blocks.find((block) => block.kind === "byline");
    if (!byline) continue;
    const citation = cite(1, articleId, byline, lookup);
    return {
      answer: `${citation.quote} [1]`,
      spans: [{ start: 0, end: citation.quote.length, type: "person" }],
      citations: [citation],
      used: [sentence],
    };
  }
  return null;
}

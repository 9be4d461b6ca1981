import { readOnce, type TextTest, terms } from "../../language/text/index.ts";
import { asVietnamese } from "../../language/translate/index.ts";
import type { Question } from "../question/index.ts";
import type { ReadCache } from "../search/index.ts";
import { GIVEN } from "./attribute.ts";

/** True where a sentence, in its own words or in its Vietnamese rendering, holds all kinds of facts that are asked for. */
export function tellsFacts(facts: readonly TextTest[], sentence: string): boolean {
  if (facts.every((words) => words.test(sentence))) return true;
  const shown = asVietnamese(sentence);
  return shown !== sentence && facts.every((words) => words.test(sentence) || words.test(shown));
}

/** A gift in a rendering, where "hỗ trợ" and "ủng hộ" are no more than support. */
const GIFT = /(?<!\p{L})(?:tặng|quà|biếu|lưu niệm)(?!\p{L})/iu;

/** The same where no doubt is left: of renderings only gifts are sure enough. */
export function surelyTellsFacts(facts: readonly TextTest[], sentence: string): boolean {
  if (facts.length === 0) return false;
  if (facts.every((words) => words.test(sentence))) return true;
  return facts.every((words) => words === GIVEN) && GIFT.test(asVietnamese(sentence));
}

/** "nói gì về …", "đề xuất gì về …": up to where the question says at which meeting. */
const ABOUT =
  /(?<!\p{L})(?:gì|nào|sao|gi|nao)(?: (?:với|voi|cho) [^?,]{2,40}?)? (?:về|ve) (?:(?:việc|chuyện|vấn đề|tình hình|công tác|viec|chuyen|van de|tinh hinh|cong tac) )?(.+?)(?= (?:khi|lúc|hồi|trong|tại|ở|với|tới|đến|năm|tháng|ngày|luc|hoi|tai|voi|nam|thang|ngay|o(?= (?:cua|khu|hoi|buoi|cuoc|phien|lan|tren|duoi|[a-z]+ [a-z]+))) |[?]|$)/iu;
const PLAIN = new Set("cua va voi cac nhung cho tren o tai trong giua duoc ba con".split(" "));

/**
 * The pairs of folded words by which a question says about what somebody spoke: an article that holds none of them tells
 * nothing of it. Empty where it says no matter, or names somebody or some place by it.
 */
export const aboutAsked = readOnce(({ searchText, language }: Question): readonly string[] => {
  if (language !== "vi") return [];
  const about = ABOUT.exec(searchText)?.[1] ?? "";
  const list = terms(about);
  return list.flatMap((term, i) => {
    const next = list[i + 1];
    if (next === undefined || next.start !== term.end + 1) return [];
    const isName = [term, next].some(({ start }) => /^\p{Lu}/u.test(about.slice(start)));
    const isPlain = [term, next].some(({ folded }) => PLAIN.has(folded));
    return isName || isPlain ? [] : [`${term.folded} ${next.folded}`];
  });
});

/** True where the article that is meant, if it is a Vietnamese one, holds nothing of the matter that a question names. */
export function lacksMatter(
  question: Question,
  articleId: string | undefined,
  cache: ReadCache,
): boolean {
  const about = aboutAsked(question);
  if (articleId === undefined || about.length === 0 || cache.isForeign(articleId)) return false;
  const words = cache.words(articleId);
  return !about.some((pair) => words.has(pair));
}

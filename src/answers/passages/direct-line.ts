import { holdersIn, namesIn } from "../../language/names/index.ts";
import { datesIn, fold, parseFullDate } from "../../language/text/index.ts";
import { placeNameIn } from "../../language/translate/index.ts";
import { localeFor } from "../../locale/index.ts";
import type { Answer, Article, Language, PartialDate } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";
import { openDates } from "./date-insertions.ts";

/** A direct line is at most so long. */
export const MOST_DIRECT_CHARS = 160;
/** A candidate that fits less is not surely what is asked. */
const SURE_FIT = 0.75;
/** Confidence from which an answer is told in one line. */
const SURE = 0.5;

/** "Là những tỉnh nào", "gồm các huyện nào": one place is not what is asked. */
const SEVERAL = /(?<!\p{L})(?:những|nhung|các|cac)\s[\p{L}\s]{2,30}?\s(?:nào|nao)(?!\p{L})/iu;

/**
 * What was asked for in one line, from the sentence that answers: a person with the office that the sentence gives, a
 * day with its year, a place in the asker's language. Null where it is not sure.
 *
 * @param confidence 0 to 1, of the answer.
 */
export function directLine(
  question: Question,
  { text, evidence: { candidate } }: RankedSentence,
  article: Article | null,
  confidence: number,
): string | null {
  if (candidate === null || candidate.fit < SURE_FIT || confidence < SURE) return null;
  const { language, answerType } = question;
  const words = text.slice(candidate.start, candidate.end);
  const line =
    candidate.type === "list"
      ? namesLine(text, candidate)
      : answerType === "person" && candidate.type === "person"
        ? (chairsLine(question, text) ?? personLine(text, candidate.start, words))
        : answerType === "date" && candidate.type === "date"
          ? dateLine(text, candidate.start, candidate.end, article, language)
          : answerType === "place" && candidate.type === "place" && !SEVERAL.test(question.text)
            ? placeLine(words, language)
            : null;
  return line !== null && line.length <= MOST_DIRECT_CHARS ? line : null;
}

/** Those whom a list names, without their offices; null for one alone, whom the passage names as well. */
function namesLine(text: string, list: { readonly start: number; readonly end: number }) {
  const names = namesIn(text)
    .filter(({ type, start }) => type === "person" && start >= list.start && start < list.end)
    .map(({ start, end }) => text.slice(start, end));
  return names.length > 1 ? names.join(", ") : null;
}

const TOGETHER = /(?<!\p{L})(?:đồng|cùng) chủ trì(?!\p{L})/u;

/** "Ông A, Chủ tịch, và ông B, Thị trưởng, đồng chủ trì": who chaired is both of them; null where one did. */
function chairsLine({ searchText }: Question, text: string): string | null {
  const at = fold(searchText).includes("chu tri") ? text.search(TOGETHER) : -1;
  const names = namesIn(text).filter(({ type, start }) => type === "person" && start < at);
  return names.length === 2
    ? names.map(({ start, end }) => text.slice(start, end)).join(", ")
    : null;
}

const CAPITALS = /^(?: (?:[-–] )?\p{Lu}[\p{L}\p{M}]{0,20}){1,6}/u;

/** "Vũ Hiểu Huy, Bí thư Thị ủy Bằng Tường": the name alone where the sentence gives no office. */
function personLine(text: string, start: number, name: string): string {
  const holder = holdersIn(text).find(({ person }) => person.start === start);
  const offices = (holder?.positions ?? []).map((one) => {
    // A place that goes on behind the office belongs to it: "Đồng Đăng - Lạng Sơn".
    const more = CAPITALS.exec(text.slice(one.end))?.[0] ?? "";
    const told = text.slice(one.start, one.end + (one.start > start ? more.length : 0));
    // "Thị trưởng Sùng Tả đồng chủ trì": the verb begins behind the place.
    return told.replace(/ (?:đồng|cùng)$/u, "");
  });
  // "Kim Eui - kyeom" is one name.
  let line = name.split(/ [-–] (?=\p{Lu})/u, 1)[0]!;
  for (const office of offices)
    if (line.length + office.length + 2 <= MOST_DIRECT_CHARS) line += `, ${office}`;
  return line;
}

function dateLine(
  text: string,
  start: number,
  end: number,
  article: Article | null,
  language: Language,
): string | null {
  const mention = datesIn(text).find((one) => one.start < end && start < one.end);
  if (mention?.date == null) return null;
  const open = article === null ? [] : openDates(text, article);
  const settled = open.find((one) => one.mention.start === mention.start)?.settled ?? null;
  const [first, last] = (settled ?? "").split("–");
  const whole = (date: PartialDate | null, words: string | undefined) =>
    (words === undefined || words === "" ? null : parseFullDate(words)) ?? date;
  return localeFor(language).register.visitDate({
    first: whole(mention.date, first)!,
    last: whole(mention.endDate, last),
    settled: false,
  });
}

/** A place by its name in the asker's language, the Vietnamese one in brackets behind it. */
function placeLine(name: string, language: Language): string {
  const own = language === "vi" ? null : placeNameIn(name, language);
  if (own === null || own === name) return name;
  return language === "zh" ? `${own}（${name}）` : `${own} (${name})`;
}

/** An answer with a line of its own above it; the line is marked as added. */
export function withDirect<T extends Pick<Answer, "answer" | "spans" | "added">>(
  composed: T,
  line: string | null,
  n: number,
): T & { readonly direct?: string } {
  // Short answers that begin with the very words say it already.
  if (line === null || composed.answer.startsWith(line)) return composed;
  const lead = `${line} [${n}]\n`;
  const moved = <R extends { readonly start: number; readonly end: number }>(range: R): R => ({
    ...range,
    start: range.start + lead.length,
    end: range.end + lead.length,
  });
  return {
    ...composed,
    direct: line,
    answer: `${lead}${composed.answer}`,
    spans: composed.spans.map(moved),
    added: [{ start: 0, end: lead.length, kind: "direct" }, ...(composed.added ?? []).map(moved)],
  };
}

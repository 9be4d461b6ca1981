import type { Exchange } from "../conversation/exchange.ts";
import { type DateMention, datesIn } from "../text/dates.ts";
import { hasMarks } from "../text/fold.ts";
import { PLACE_PREPOSITION } from "./follow-up-words.ts";
import { type Mention, mentionsIn, sideOf, spelled } from "./mentions.ts";

const END = /(?<![\s?？!！.。…])[\s?？!！.。…]+$/u;
const DELEGATION =
  /(?:đoàn|doan)(?:\s+(?:đại biểu|công tác|tỉnh|thành phố|huyện|dai bieu|cong tac|tinh|thanh pho|huyen))*\s$/iu;

/**
 * The last question with the names and the date of a fragment in the place of its own.
 *
 * @returns Null where it is not clear what would be replaced.
 */
export function swapInto(
  fragment: string,
  mentions: readonly Mention[],
  date: DateMention | null,
  previous: Exchange,
): string | null {
  let question = previous.question.replace(END, "");
  for (const mention of mentions) {
    const swapped = swapName(question, fragment, mention, previous);
    if (swapped === null) return null;
    question = swapped;
  }
  if (date !== null) question = swapDate(question, fragment, date, previous);
  return `${question}${previous.language === "zh" ? "？" : "?"}`;
}

function swapName(
  question: string,
  fragment: string,
  mention: Mention,
  { language }: Exchange,
): string | null {
  const same = mentionsIn(question, language).filter((m) => m.kind === mention.kind);
  const typed = fragment.slice(mention.fullStart, mention.end);
  const titled = language === "vi" && hasMarks(question) ? spelled(typed) : typed;
  const replace = (old: Mention) =>
    `${question.slice(0, old.fullStart)}${titled}${question.slice(old.end)}`;
  if (mention.kind === "person") return same.length === 1 ? replace(same[0]!) : null;
  if (same.length === 0) {
    const preposition = PLACE_PREPOSITION[language].exec(fragment.slice(0, mention.start))?.[0];
    if (preposition === undefined) return null;
    return language === "zh"
      ? `${preposition}${titled}${question}`
      : `${question} ${preposition}${titled}`;
  }
  const isDelegation = (text: string, m: Mention) => DELEGATION.test(text.slice(0, m.start));
  const alike = isDelegation(fragment, mention)
    ? same.find((m) => isDelegation(question, m))
    : undefined;
  const side = sideOf(mention.vi);
  return replace(alike ?? same.find((m) => side !== null && sideOf(m.vi) === side) ?? same[0]!);
}

const YEAR = /\d{4}/u;

function swapDate(
  question: string,
  fragment: string,
  date: DateMention,
  { language }: Exchange,
): string {
  const written = fragment.slice(date.start, date.end);
  const year = date.precision === "year" && date.endDate === null ? YEAR.exec(written)?.[0] : null;
  const old = datesIn(question, { bareYears: true }).find(({ kind }) => kind !== "time");
  if (old !== undefined) {
    const before = question.slice(old.start, old.end);
    const years = before.match(/\d{4}/gu) ?? [];
    // The words around the year stay; a day of one year is none of another.
    const words =
      year && old.precision === "year" && years.length === 1
        ? before.replace(YEAR, year)
        : inWords(written, year, language);
    const head = question.slice(0, old.start);
    const kept =
      language === "en" && words !== before ? head.replace(/\b(?:on|in|at)\s$/iu, "") : head;
    return `${/^\p{L}/u.test(words) ? kept : head}${words}${question.slice(old.end)}`;
  }
  const words = inWords(written, year, language);
  return language === "zh" ? `${words}${question}` : `${question} ${words}`;
}

/** A year with the word that a question puts before it. */
function inWords(written: string, year: string | null | undefined, language: Exchange["language"]) {
  if (!year) return written;
  return { vi: `năm ${year}`, en: `in ${year}`, zh: `${year}年` }[language];
}

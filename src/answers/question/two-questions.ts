import {
  type DateMention,
  datesIn,
  hasMarks,
  matchesIn,
  terms,
} from "../../language/text/index.ts";
import type { Exchange } from "./exchange.ts";
import { PLACE_PREPOSITION } from "./follow-up-words.ts";
import { type Mention, mentionsIn, sideOf, spelled } from "./mentions.ts";
import { findQuestionWords } from "./question-words.ts";
import { QUESTION_END } from "./read-follow-up.ts";

/** Questions answered of one message. */
const MOST = 3;
/** What parts two questions of one sentence. */
const AND =
  /\s{0,4},?\s{1,4}(?:và|va|rồi|roi|với lại|voi lai|đồng thời|dong thoi)\s{1,4}|\s{0,4},\s{1,4}(?=(?:ai|do ai|ngày nào|ngay nao|khi nào|khi nao|ở đâu|o dau|tại đâu|tai dau|bàn|ban|ký|ky|tặng|tang|đề nghị|de nghi|thống nhất|thong nhat)(?!\p{L}))/giu;
/** Words that the first half needs to say which visit is meant, where only a comma parts the two. */
const LEAST_HEAD = 5;
/** Places tried where a sentence may be parted: each reads both halves. */
const MOST_JOINTS = 8;

/** One question of a message. */
interface OneOfSeveral {
  readonly text: string;
  /** True for the second half of a sentence: it asks about the same visit as the first. */
  readonly goesOn: boolean;
}

/** The questions of a message, in order; the message itself where it asks one thing. */
export function questionsIn(text: string): OneOfSeveral[] {
  const sentences = text
    // "分别是哪天": each of those that were asked for before.
    .split(/(?<=[?？])\s*(?!\s|分别|各是|各在)/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  const asking = sentences.filter((part) => /[?？]$/u.test(part) || asks(part));
  const parts = asking.length > 1 ? sentences : [text];
  return parts.flatMap(parted).slice(0, MOST);
}

const wordsOf = (text: string) => findQuestionWords(terms(text), !hasMarks(text));

/** The type that a question asks for; null where it has no question words. */
function typeOf(text: string): string | null {
  const found = wordsOf(text);
  return (found.find(({ type }) => type !== "phrase") ?? found[0])?.type ?? null;
}

const asks = (text: string) => typeOf(text) !== null;

/** "Ai dẫn đầu đoàn … và hai bên bàn những gì?", "… họp ở đâu, ai dẫn đoàn?": both halves ask, and for different things. */
function parted(sentence: string): OneOfSeveral[] {
  for (const match of matchesIn(sentence, AND).slice(0, MOST_JOINTS)) {
    const head = sentence.slice(0, match.index);
    const tail = sentence.slice(match.index + match[0].length);
    const [first, second] = [typeOf(head), typeOf(tail)];
    if (first === null || second === null || first === second) continue;
    if (first === "phrase" && second === "list") continue;
    if (/^\s*,\s*$/u.test(match[0]) && terms(head).length < LEAST_HEAD) continue;
    return [
      { text: `${head}?`, goesOn: false },
      { text: tail, goesOn: true },
    ];
  }
  return [{ text: sentence, goesOn: false }];
}

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
  let question = previous.question.replace(QUESTION_END, "");
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

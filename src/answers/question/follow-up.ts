import { fold, hasMarks, stripMarks, terms } from "../../language/text/index.ts";
import { detectLanguage } from "../../language/translate/index.ts";
import type { Language } from "../../model/index.ts";
import type { Exchange, Person } from "./exchange.ts";
import { LEAD, PLACE_WORDS, TAIL } from "./follow-up-words.ts";
import { findQuestionWords } from "./question-words.ts";
import { type FollowUp, QUESTION_END, readFollowUp } from "./read-follow-up.ts";
import { swapInto } from "./two-questions.ts";
import { QUESTION_PHRASES } from "./vocabulary.ts";

/** The person whom a pronoun means, or null where none fits. */
function personMeant(
  words: string,
  { persons, told }: Exchange,
  language: Language,
): Person | null {
  const pronoun = fold(words);
  const female =
    language === "vi"
      ? /^(?:ba|chi|co)(?: |$)/u.test(pronoun)
        ? true
        : /^(?:ong|anh|cu|ngai)(?: |$)/u.test(pronoun)
          ? false
          : null
      : /^(?:she|her|她|.*woman)$/u.test(pronoun)
        ? true
        : /^(?:he|him|his|.* man)$/u.test(pronoun)
          ? false
          : null;
  const fitting = persons.filter(
    (p) => female === null || p.female === null || p.female === female,
  );
  const titled = fitting.find((p) => p.title.length > 3 && pronoun.includes(p.title));
  if (titled !== undefined || fitting.length > 0) return titled ?? fitting[0]!;
  // The only man or woman of the sentence may be meant though somebody else is the answer.
  const alike = told.filter((p) => p.female !== null && p.female === female);
  return alike.length === 1 ? alike[0]! : null;
}

const HONORIFIC: Readonly<Record<string, string>> = {
  ong: "ông ",
  ba: "bà ",
  anh: "anh ",
  chi: "chị ",
  co: "cô ",
  "dong chi": "đồng chí ",
};

/** What stands in the place of a pronoun. */
function nameFor(words: string, after: string, { name }: Person, language: Language): string {
  if (language === "zh") return name;
  if (language === "vi") {
    const head = fold(words).replace(/ (?:ay|nay|do|kia|ta)$/u, "");
    return `${HONORIFIC[head] ?? ""}${name}`;
  }
  const pronoun = words.toLowerCase();
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1]?.toLowerCase();
  const object =
    next === undefined || /^(?:in|at|on|to|for|from|with|when|there|about)$/u.test(next);
  return pronoun === "his" || (pronoun === "her" && !object) ? `${name}'s` : name;
}

/** Puts the place of the last exchange where "ở đó" stands. */
function withPlace(text: string, { places }: Exchange, language: Language): string {
  const found = PLACE_WORDS[language](text);
  // Of two places it is not clear which one is meant.
  const place = places.length === 1 ? places[0] : undefined;
  if (found === null || place === undefined) return text;
  const preposition = { vi: "ở ", en: "in ", zh: "" }[language];
  return `${text.slice(0, found.start)}${preposition}${place}${text.slice(found.end)}`;
}

/** Words that would hang in the air once the question words behind them are gone. */
const DANGLING =
  /(?<!\s)\s+(?:vào|vao|ở|tại|tai|là|la|lúc|luc|từ|tu|đến|den|với|voi|cùng|cung|do|về|ve|trong|gồm|gom)$/iu;
const END = /(?<![\s?？!！.。…,，;:])[\s?？!！.。…,，;:]+$/u;
const AUXILIARY = "(?:did|does|do|was|were|is|are|has|have|had|will)";
const ENGLISH_QUESTION = new RegExp(
  `^(?:and |so |but )?(who|whom|(?:in |on |at |with |by )?(?:what|which)|when|where|why|how(?: long| much)?|how many)\\b(?: (${AUXILIARY})\\b)?\\s*`,
  "iu",
);
const CHINESE_QUESTION =
  /是谁|谁|是?在?什么时候|何时|哪一?[天年]|是?在哪[里儿]?|为什么|为何|多少|几个|什么|哪[个位]|如何/gu;

/**
 * The last question as a statement, the answer in the place of the question words where it is a name:
 * "Ai tiếp đoàn Bằng Tường?" → "Dương Xuân Huyên tiếp đoàn Bằng Tường". What follows can be put behind it.
 *
 * @returns The statement without punctuation at its end; null where no content is left.
 */
function frameOf(previous: Exchange): string | null {
  const question = previous.question.replace(END, "");
  const framed =
    previous.language === "vi"
      ? vietnameseFrame(question, previous)
      : previous.language === "en"
        ? englishFrame(question, previous)
        : question.replace(CHINESE_QUESTION, (words) => (words === "谁" ? answerer(previous) : ""));
  const clean = framed.replace(/\s+/gu, " ").replace(END, "").trim();
  return terms(clean).length >= 2 ? clean : null;
}

/** The one person who is the answer, else nothing. */
function answerer({ marked, persons }: Exchange): string {
  const asked = marked.filter(({ type }) => type === "person");
  return asked.length === 1 ? (persons[0]?.name ?? "") : "";
}

function vietnameseFrame(question: string, previous: Exchange): string {
  const list = terms(question);
  const found = findQuestionWords(list, !hasMarks(question));
  const main = found.find(({ type }) => type !== "phrase") ?? found[0];
  let text = question;
  for (const f of [...found].reverse()) {
    const start = list[f.from]!.start;
    const before = text.slice(0, start).trimEnd();
    const after = text.slice(list[f.to - 1]!.end);
    const name = f === main && f.type === "person" ? answerer(previous) : "";
    // "Ông X là ai", "người tiếp đoàn là ai": the subject alone goes on.
    const kept =
      name === "" || /\s(?:là|la)$/iu.test(before) ? before.replace(DANGLING, "") : before;
    text = `${kept} ${kept === before ? name : ""}${after}`;
  }
  return text;
}

function englishFrame(question: string, previous: Exchange): string {
  const match = ENGLISH_QUESTION.exec(question);
  if (match === null) return question;
  const rest = question.slice(match[0].length);
  const subject = match[1]!.toLowerCase() === "who" && match[2] === undefined;
  return subject ? `${answerer(previous)} ${rest}` : rest;
}

/** A completed question may not grow without end over a long chat. */
const MAX_CHARS = 300;

/** Words that carry no marks anyway. */
const MARKLESS = /^(?:ai|do|sao|hai|ra|tham|gia|trong|theo|cho|cao|\d+)$/u;
const MARKED_PHRASES = new Map(
  [...QUESTION_PHRASES.keys()].reverse().map((phrase) => [fold(phrase), phrase]),
);

/**
 * True where a question can't be understood without the one before it. When in doubt it is a new question.
 *
 * @param text NFC question on one line.
 */
export function isFollowUp(text: string, language: Language): boolean {
  return readFollowUp(text, language) !== null;
}

/**
 * The full question that a follow-up stands for.
 *
 * @param text NFC follow-up on one line.
 * @param previous The exchange that it may refer to.
 * @returns `text` itself where it is no follow-up, or the exchange does not hold what it refers to.
 */
export function completeQuestion(
  text: string,
  previous: Exchange,
  language: Language = detectLanguage(text),
): string {
  const followUp = readFollowUp(text, language);
  if (followUp === null) return text;
  const full = complete(text, followUp, previous, language);
  if (full === null || full.length > MAX_CHARS) return text;
  return `${full[0]!.toUpperCase()}${full.slice(1)}`;
}

/** "Còn ai nữa?": those who were there besides. */
const WHO_ELSE: Readonly<Record<Language, string>> = {
  vi: ", những ai cùng dự?",
  en: ", who else attended?",
  zh: "，还有谁参加？",
};

function asksWhoElse(rest: string): boolean {
  const words = fold(rest).replace(/(?<![\s?？])[\s?？]+$/u, "");
  return /^(?:con )?(?:co )?(?:nhung )?ai (?:khac )?(?:nua|khac)$|^who else$|^还?有?谁$/u.test(
    words,
  );
}

function complete(
  text: string,
  followUp: FollowUp,
  previous: Exchange,
  language: Language,
): string | null {
  if (followUp.kind === "person") {
    const words = text.slice(followUp.start, followUp.end);
    const person = personMeant(words, previous, language);
    if (person === null) return null;
    const before = text.slice(0, followUp.start);
    const lead = LEAD[language](before)?.end ?? 0;
    const after = text.slice(followUp.end);
    // "Còn ông ấy thì sao?" does not say what about him.
    if (
      isBlank(before.slice(lead)) &&
      isBlank(after.replace(QUESTION_END, "").replace(TAIL[language], ""))
    )
      return null;
    const name = nameFor(words, after, person, language);
    const full = `${before.slice(lead).replace(/^[\s,，]+/u, "")}${name}${after}`;
    return likeTyped(withPlace(full, previous, language), text, language);
  }
  if (followUp.kind === "subject") {
    const person = previous.persons[0];
    if (person === undefined) return null;
    const asked = language === "en" ? "what position" : followUp.rest;
    if (language === "en") return `${asked} does ${person.name} hold?`;
    if (language === "zh")
      return `${person.name}${followUp.rest.replace(/^是?(?!担任)/u, "担任")}？`;
    return likeTyped(`${person.name} ${lowerFirst(asked)}?`, text, language);
  }
  if (language !== previous.language) return null;
  if (followUp.kind === "swap") {
    const full = swapInto(followUp.rest, followUp.mentions, followUp.date, previous);
    return full === null ? null : likeTyped(full, previous.question, language);
  }
  const event = previous.earlier?.language === language ? previous.earlier : previous;
  const frame = frameOf(event);
  if (frame === null) return null;
  if (asksWhoElse(followUp.rest)) return `${frame}${WHO_ELSE[language]}`;
  const join = language === "zh" ? "，" : followUp.adverbial ? " " : ", ";
  const full = `${frame}${join}${lowerFirst(inMarks(followUp, event))}${language === "zh" ? "？" : "?"}`;
  const typed = inMarks(followUp, event) === followUp.rest ? text : event.question;
  return likeTyped(likeTyped(full, typed, language), event.question, language);
}

/** Takes the marks away where the model was typed without: words are read one way, not both. */
function likeTyped(full: string, model: string, language: Language): string {
  const unmarked = !hasMarks(model) && terms(model).some(({ marked }) => !MARKLESS.test(marked));
  return language === "vi" && unmarked ? stripMarks(full) : full;
}

/** Question words typed without marks, with the marks that they can only have. */
function inMarks({ rest, adverbial }: { rest: string; adverbial: boolean }, previous: Exchange) {
  if (!adverbial || previous.language !== "vi" || !hasMarks(previous.question)) return rest;
  return (hasMarks(rest) ? undefined : MARKED_PHRASES.get(rest.toLowerCase())) ?? rest;
}

const isBlank = (text: string) => terms(text).length === 0;

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

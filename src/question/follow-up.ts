import type { Language } from "../answer/answer.ts";
import type { Exchange, Person } from "../conversation/exchange.ts";
import { detectLanguage } from "../crosslingual/detect-language.ts";
import { type DateMention, datesIn } from "../text/dates.ts";
import { fold, hasMarks, stripMarks } from "../text/fold.ts";
import { phraseSet } from "../text/phrases.ts";
import { terms } from "../text/terms.ts";
import {
  ABOUT_PERSON,
  ASPECTS,
  BARE_HONORIFIC,
  BARE_QUESTION,
  BARE_WORDS,
  BESIDE_NAMES,
  EVENT_WORDS,
  LEAD,
  NOT_ABOUT_VISITS,
  PERSON_WORDS,
  PLACE_WORDS,
  TAIL,
} from "./follow-up-words.ts";
import { frameOf } from "./frame.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import { findQuestionWords } from "./read.ts";
import { swapInto } from "./swap.ts";
import { QUESTION_PHRASES } from "./vocabulary.ts";

/** How a question hangs on the one before it. */
type FollowUp =
  /** "Ông ấy giữ chức gì?": a person's name is missing. */
  | { readonly kind: "person"; readonly start: number; readonly end: number }
  /** "Chuyến thăm đó kéo dài bao lâu?", "Ai chủ trì?": what happened is missing. */
  | { readonly kind: "event"; readonly rest: string; readonly adverbial: boolean }
  /** "Giữ chức vụ gì?": the subject is missing. */
  | { readonly kind: "subject"; readonly rest: string }
  /** "Còn Lào Cai?", "thế năm 2023 thì sao?": everything but a name or a date is missing. */
  | {
      readonly kind: "swap";
      readonly rest: string;
      readonly mentions: readonly Mention[];
      readonly date: DateMention | null;
    };

/** Words that may stand before a pronoun; behind more of them it refers to something in its own question. */
const MAX_WORDS_BEFORE = 5;
const MAX_BARE_WORDS = 8;
/** Longer questions stand by themselves; Chinese ones count characters. */
const MAX_WORDS: Readonly<Record<Language, number>> = { vi: 18, en: 16, zh: 30 };
/** A completed question may not grow without end over a long chat. */
const MAX_CHARS = 300;

const MARKED_BARE_WORDS = phraseSet(BARE_WORDS);
const FOLDED_BARE_WORDS = phraseSet(BARE_WORDS.map(fold));
const ADVERBIALS = new Set(["date", "time", "place", "reason"]);
/** Words that carry no marks anyway. */
const MARKLESS = /^(?:ai|do|sao|hai|ra|tham|gia|trong|theo|cho|cao|\d+)$/u;
const MARKED_PHRASES = new Map(
  [...QUESTION_PHRASES.keys()].reverse().map((phrase) => [fold(phrase), phrase]),
);
const END = /[\s?？!！.。…]+$/u;

/**
 * True where a question can't be understood without the one before it. When in doubt it is a new question.
 *
 * @param text NFC question on one line.
 */
export function isFollowUp(text: string, language: Language): boolean {
  return read(text, language) !== null;
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
  const followUp = read(text, language);
  if (followUp === null) return text;
  const full = complete(text, followUp, previous, language);
  if (full === null || full.length > MAX_CHARS) return text;
  return `${full[0]!.toUpperCase()}${full.slice(1)}`;
}

function read(text: string, language: Language): FollowUp | null {
  const core = text.replace(END, "");
  if (terms(core).length > MAX_WORDS[language] || NOT_ABOUT_VISITS.test(core)) return null;
  const lead = LEAD[language](core);
  const led = lead === null ? core : core.slice(lead.end).replace(/^[\s,，]+/u, "");
  const rest = led.replace(TAIL[language], "");
  const linked = lead !== null || rest !== led;
  return (
    readPronoun(core, led, language) ??
    readSwap(rest, linked, language) ??
    readBare(led, rest, lead !== null, language)
  );
}

/** What a question refers to by a pronoun, unless it names it itself. */
function readPronoun(core: string, led: string, language: Language): FollowUp | null {
  const mentions = mentionsIn(core, language);
  const isOwn = (start: number, kinds: readonly Mention["kind"][]) => {
    const before = core.slice(0, start);
    return (
      mentions.some((m) => m.start < start && kinds.includes(m.kind)) ||
      terms(before).length > (language === "zh" ? 2 : 1) * MAX_WORDS_BEFORE
    );
  };
  const person = PERSON_WORDS[language](core);
  if (person !== null) {
    // "When he visited Hanoi, what did Xi say?": the name may also follow.
    const named = mentions.some((m) => m.kind === "person" && core.slice(0, m.start).includes(","));
    return named || isOwn(person.start, ["person"]) ? null : { kind: "person", ...person };
  }
  const bare = language === "vi" && mentions.length === 0 ? BARE_HONORIFIC.exec(led) : null;
  if (bare !== null) {
    const start = core.length - led.length;
    return { kind: "person", start, end: start + bare[0].length };
  }
  const offset = core.length - led.length;
  const event = EVENT_WORDS[language](led) ?? PLACE_WORDS[language](led);
  if (event === null || isOwn(offset + event.start, ["person", "place"])) return null;
  if (datesIn(core.slice(0, offset + event.start), { bareYears: true }).length > 0) return null;
  return { kind: "event", rest: led, adverbial: false };
}

/** A name or a date with nothing else beside it that a question could live on. */
function readSwap(rest: string, linked: boolean, language: Language): FollowUp | null {
  const mentions = mentionsIn(rest, language);
  const dates = datesIn(rest, { bareYears: true });
  if (dates.length > 1 || mentions.length + dates.length === 0) return null;
  // A bare name is no question; a bare date can only be one about the same event.
  if (!linked && mentions.length > 0) return null;
  const ranges = [
    ...mentions.map((m) => ({ start: m.fullStart, end: m.end })),
    ...dates.map(({ start, end }) => ({ start, end })),
  ];
  const others = terms(rest).filter(
    (term) =>
      !ranges.some(({ start, end }) => start <= term.start && term.end <= end) &&
      !BESIDE_NAMES[language].test(term.marked),
  );
  if (others.length > 0) return null;
  return { kind: "swap", rest, mentions, date: dates[0] ?? null };
}

/** Question words without content of their own. */
function readBare(led: string, rest: string, linked: boolean, language: Language): FollowUp | null {
  const toFollowUp = (words: string, adverbial: boolean): FollowUp =>
    ABOUT_PERSON[language].test(words)
      ? { kind: "subject", rest: words }
      : { kind: "event", rest: words, adverbial };
  if (language !== "vi") {
    if (!BARE_QUESTION[language].test(led)) return null;
    return toFollowUp(led, false);
  }
  const aspect = linked ? ASPECTS.get(fold(rest)) : undefined;
  if (aspect !== undefined) return toFollowUp(aspect, !aspect.includes("kết quả"));
  const list = terms(led);
  if (list.length === 0 || list.length > MAX_BARE_WORDS) return null;
  if (datesIn(led, { bareYears: true }).length > 0 || mentionsIn(led, "vi").length > 0) return null;
  const unmarked = !hasMarks(led);
  const found = findQuestionWords(list, unmarked);
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  const bareWords = unmarked ? FOLDED_BARE_WORDS : MARKED_BARE_WORDS;
  let content = 0;
  for (let i = 0; i < list.length; ) {
    const asked = found.find((f) => f.from === i);
    const length = asked === undefined ? bareWords.longestAt(words, i) : asked.to - asked.from;
    if (length === 0) return null;
    if (asked === undefined) content++;
    i += length;
  }
  const main = found.find((f) => f.type !== "phrase") ?? found[0];
  // "Thế thì sao?" asks nothing.
  if (linked && list.length === 1 && list[0]!.folded === "sao") return null;
  // "Gì?", "thế nào?" alone ask for nothing that could be found.
  if (main === undefined || (main.type === "phrase" && content === 0)) return null;
  return toFollowUp(led, content === 0 && ADVERBIALS.has(main.type));
}

function complete(
  text: string,
  followUp: FollowUp,
  previous: Exchange,
  language: Language,
): string | null {
  if (followUp.kind === "person") {
    const words = text.slice(followUp.start, followUp.end);
    const person = meant(words, previous, language);
    if (person === null) return null;
    const before = text.slice(0, followUp.start);
    const lead = LEAD[language](before)?.end ?? 0;
    const after = text.slice(followUp.end);
    // "Còn ông ấy thì sao?" does not say what about him.
    if (isBlank(before.slice(lead)) && isBlank(after.replace(END, "").replace(TAIL[language], "")))
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
  const join = language === "zh" ? "，" : followUp.adverbial ? " " : ", ";
  const full = `${frame}${join}${lowerFirst(inMarks(followUp, event))}${language === "zh" ? "？" : "?"}`;
  const typed = inMarks(followUp, event) === followUp.rest ? text : event.question;
  return likeTyped(likeTyped(full, typed, language), event.question, language);
}

/** The person whom a pronoun means, or null where none fits. */
function meant(words: string, { persons, told }: Exchange, language: Language): Person | null {
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

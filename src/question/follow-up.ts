import type { Language } from "../answer/answer.ts";
import type { Exchange } from "../conversation/exchange.ts";
import { detectLanguage } from "../crosslingual/detect-language.ts";
import { fold, hasMarks, stripMarks } from "../text/fold.ts";
import { terms } from "../text/terms.ts";
import { LEAD, TAIL } from "./follow-up-words.ts";
import { frameOf } from "./frame.ts";
import { nameFor, personMeant, withPlace } from "./pronouns.ts";
import { type FollowUp, QUESTION_END, readFollowUp } from "./read-follow-up.ts";
import { swapInto } from "./swap.ts";
import { QUESTION_PHRASES } from "./vocabulary.ts";

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

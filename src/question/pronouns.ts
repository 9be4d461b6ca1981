import type { Language } from "../answer/answer.ts";
import type { Exchange, Person } from "../conversation/exchange.ts";
import { fold } from "../text/fold.ts";
import { PLACE_WORDS } from "./follow-up-words.ts";

/** The person whom a pronoun means, or null where none fits. */
export function personMeant(
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
export function nameFor(
  words: string,
  after: string,
  { name }: Person,
  language: Language,
): string {
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
export function withPlace(text: string, { places }: Exchange, language: Language): string {
  const found = PLACE_WORDS[language](text);
  // Of two places it is not clear which one is meant.
  const place = places.length === 1 ? places[0] : undefined;
  if (found === null || place === undefined) return text;
  const preposition = { vi: "ở ", en: "in ", zh: "" }[language];
  return `${text.slice(0, found.start)}${preposition}${place}${text.slice(found.end)}`;
}

import { knownPlace } from "../../../language/names/index.ts";
import {
  FOLDED_SURNAMES,
  fold,
  isSyllableShaped,
  matchesIn,
  SURNAMES,
  sentences,
} from "../../../language/text/index.ts";
import { foreignNames, peopleOfText, vietnameseForms } from "../../../language/translate/index.ts";
import type { Article } from "../../../model/index.ts";
import { type Dated, daysToldBefore } from "./days-told-before.ts";

/**
 * What an English or Chinese report leaves out because it was told before: of whom it goes on to tell by a name alone
 * ("Hung asked"), and which day "the following day" is.
 */
interface ToldBefore {
  /** The sentence with whole names and days; to be asked in the order of the article. */
  whole(sentence: string): Dated;
  /** Names as the article writes them, by the form in which `whole` writes them. */
  readonly written: ReadonlyMap<string, string>;
}

/** Offices before a name alone: "Mayor Hu", "Mr Hung". */
const TITLE_BEFORE =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Madam|Comrade|(?:Vice |Deputy |Standing )?(?:Chairman|Chairwoman|Chair|Governor|Mayor|Secretary|Prefect|Director|Minister|Ambassador|President|Head|Chief|General)|Consul General)\.? $/u;
const CAPITAL_BEFORE = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}'’.-]{0,24}[ -]$/u;
const CAPITAL_BEHIND = /^[ -]\p{Lu}/u;
/** Characters before a word that tell what it is. */
const BESIDE = 60;
const OPENS = /^[\s“"'(]*$/u;

const HYPHENATED = /\p{Lu}\p{Ll}{1,20} \p{Lu}\p{Ll}{1,20}-\p{Ll}{2,20}(?!\p{L})/gu;
/** "Honghe Hani and Yi Autonomous Prefecture": the place, the peoples after whom it is named, its rank. */
const PEOPLES_OF =
  /(\p{Lu}\p{Ll}{2,20})(?: \p{Lu}\p{Ll}{1,12}(?:,? (?:and )?\p{Lu}\p{Ll}{1,12}){0,3}) Autonomous (Prefecture|County)/gu;

/** Reads what an article tells of people and days, for its sentences to be written whole. */
export function toldBefore(article: Article, language: "en" | "zh"): ToldBefore {
  const days = daysToldBefore(article.published, language);
  if (language === "zh") {
    const people = peopleOfText(`${article.title}\n${article.text}`);
    const forms = new Map([...people].map(([han, form]) => [han, readable(form)]));
    const whole = (sentence: string) => days(withForms(sentence, people, forms));
    return { whole, written: new Map([...forms].map(([han, form]) => [form, han])) };
  }
  // "Hwang Jae-suk": what stands behind the hyphen is part of the name.
  const joined = new Map(
    matchesIn(article.text, HYPHENATED).map(([name]) => [name, name.replace(/-/gu, "")]),
  );
  const plainly = (text: string): string =>
    [...joined]
      .reduce((all, [name, form]) => all.replaceAll(name, form), text)
      .replace(PEOPLES_OF, "$1 $2");
  const names = namesOf({ title: plainly(article.title), text: plainly(article.text) });
  const called = callNames(names);
  const forms = names.flatMap((name) =>
    isVietnamese(name) ? [[name, readable(name)] as const] : [],
  );
  // "Vice Governor Somchit Inthavong": read as the governor of a place of that name, but for the word of respect.
  const others = names.filter((name) => !isVietnamese(name) && vietnameseForms(name).length === 0);
  const withReadable = (sentence: string) =>
    others.reduce(
      (text, name) =>
        text.replaceAll(name, (_, at: number) =>
          TITLE_BEFORE.test(text.slice(Math.max(0, at - BESIDE), at)) ? `ông ${name}` : name,
        ),
      forms.reduce((text, [name, form]) => text.replaceAll(name, form), sentence),
    );
  return {
    whole: (sentence) =>
      days(withReadable(withWholeNames(withoutForms(plainly(sentence), names), called))),
    written: new Map([
      ...[...joined].flatMap(([name, form]) => [
        [form, name] as const,
        [`ông ${form}`, name] as const,
      ]),
      ...forms.map(([name, form]) => [form, name] as const),
      ...others.flatMap((name) =>
        [...joined.values()].includes(name) ? [] : [[`ông ${name}`, name] as const],
      ),
    ]),
  };
}

/** Three words with the family name first. */
const isVietnamese = (name: string): boolean => {
  const words = name.split(" ").map(fold);
  return words.length > 2 && FOLDED_SURNAMES.has(words[0]!) && words.every(isSyllableShaped);
};

/** A name with its family name as the readers of Vietnamese know it: "Do" is one of their prepositions, "Đỗ" none. */
function readable(name: string): string {
  const [first = "", ...rest] = name.split(" ");
  if (SURNAMES.has(first.toLowerCase())) return name;
  const known = [...SURNAMES].find((surname) => fold(surname) === fold(first));
  if (known === undefined) return name;
  return [known[0]!.toUpperCase() + known.slice(1), ...rest].join(" ");
}

/** "光文赫（Quàng Văn Hặc）" and 光文赫 as Quàng Văn Hặc. */
function withForms(
  sentence: string,
  people: ReadonlyMap<string, string>,
  forms: ReadonlyMap<string, string>,
): string {
  let text = sentence;
  for (const [han, form] of people)
    text = text.replaceAll(`${han}（${form}）`, han).replaceAll(`${han}(${form})`, han);
  for (const [han, form] of forms) text = text.replaceAll(han, form);
  return text;
}

/** Whole names of people in an English article. */
function namesOf({ title, text }: Pick<Article, "title" | "text">): string[] {
  const names = new Set<string>();
  // What stands in brackets alone is another form of a name.
  const plain = text.replace(/\([^()]{1,80}\)/gu, "");
  for (const { start, end } of sentences(`${title}.\n${text}`)) {
    const sentence = `${title}.\n${text}`.slice(start, end);
    for (const found of foreignNames(sentence) ?? []) {
      const name = sentence.slice(found.start, found.end);
      if (
        name.split(" ").length > 1 &&
        !name.includes("\n") &&
        knownPlace(name) === null &&
        plain.includes(name)
      )
        names.add(name);
    }
  }
  return [...names];
}

/** Words by which English reports go on to call somebody; none that two people share. */
function callNames(names: readonly string[]): Map<string, string> {
  const called = new Map<string, string>();
  const shared = new Set<string>();
  for (const name of names)
    for (const word of callWords(name)) {
      const other = called.get(word);
      if (other !== undefined && fold(other) !== fold(name)) shared.add(word);
      if (word.length > 1 && knownPlace(word) === null) called.set(word, other ?? name);
    }
  for (const word of shared) called.delete(word);
  return called;
}

/** Chinese are called by their family name, Vietnamese by the last word of theirs, others by either. */
function callWords(name: string): string[] {
  const words = name.split(" ");
  const first = words[0]!;
  const last = words.at(-1)!;
  if (words.length > 2 && FOLDED_SURNAMES.has(fold(first))) return [last];
  return vietnameseForms(name).length > 0 ? [first] : [first, last];
}

/** Without what stands in brackets behind a name: another form of it. */
function withoutForms(sentence: string, names: readonly string[]): string {
  return sentence.replace(/ \(([^()]{3,60})\)/gu, (bracket, inside: string, at: number) => {
    const before = sentence.slice(0, at);
    const isForm =
      !inside.includes(",") && knownPlace(inside) === null && ANOTHER_FORM.test(inside);
    return isForm && names.some((name) => before.endsWith(name)) ? "" : bracket;
  });
}

const ANOTHER_FORM =
  /^(?:(?:spelt|spelled|written|or|also|in Vietnamese:?) )?\p{Lu}[\p{L}\p{M}]*(?:[ -][\p{L}\p{M}]{1,12}){1,5}(?: in (?:Vietnamese|Chinese|Lao)(?: documents)?)?$/u;

function withWholeNames(sentence: string, called: ReadonlyMap<string, string>): string {
  return sentence.replace(/[\p{L}\p{M}]+/gu, (word, at: number) => {
    const name = called.get(word);
    if (name === undefined) return word;
    const before = sentence.slice(Math.max(0, at - BESIDE), at);
    const behind = sentence.slice(at + word.length);
    const isPart =
      CAPITAL_BEHIND.test(behind) || (CAPITAL_BEFORE.test(before) && !TITLE_BEFORE.test(before));
    if (isPart || /[\p{L}\p{M}\p{N}][-'’]$/u.test(before)) return word;
    return OPENS.test(before) && !ACTS.test(behind) ? word : name;
  });
}

/** At the beginning of a sentence a word with a capital is a name where it acts: "Long said", "Pan, for his part". */
const ACTS = /^(?:,? \p{Ll}+|['’]s )/u;

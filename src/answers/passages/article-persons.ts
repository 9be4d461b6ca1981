import { HONORIFICS, holdersIn, namesIn, POSITION_HEADS } from "../../language/names/index.ts";
import { fold, foldedTerms, readOnce } from "../../language/text/index.ts";
import { expandedTerms, foreignNames } from "../../language/translate/index.ts";
import type { Article, Holder } from "../../model/index.ts";
import { OFFICE_HEADS, type Question } from "../question/index.ts";
import { reportSentences } from "../search/index.ts";

const FRAME = new Set(
  [
    ...HONORIFICS,
    ...POSITION_HEADS,
    "giữ",
    "làm",
    "chức vụ",
    "chức",
    "vụ",
    "hiện",
    "nay",
    "đang",
    "cương vị",
    "vị trí",
    "vai trò",
  ].flatMap((phrase) => fold(phrase).split(" ")),
);

/** The folded words of the person whose position or identity is asked; null where that is not asked or not clear. */
export function personAsked({
  answerType,
  searchText,
  terms: kept,
  persons: known = [],
}: Question): readonly string[] | null {
  if (answerType !== "position" && answerType !== "definition") return null;
  const named = namesIn(searchText).filter((entity) => entity.type === "person");
  const persons = known.length > 0 ? known : named;
  const names = new Set(persons.map(({ start, end }) => fold(searchText.slice(start, end))));
  if (names.size > 1) return null;
  const [person] = persons;
  const words =
    person === undefined
      ? kept.map((term) => term.folded).filter((word) => !FRAME.has(word))
      : foldedTerms(searchText.slice(person.start, person.end));
  return words.length > 0 && words.length <= 5 ? words : null;
}

/** True where a name is the asked one, in full or by its family or given name: Hùng Ba, ông Ba, ông Trump. */
export function isNamed(name: string, asked: readonly string[]): boolean {
  const words = foldedTerms(name);
  const starts = asked.every((word, i) => words[i] === word);
  const ends = asked.every((word, i) => words[words.length - asked.length + i] === word);
  // "Donald J. Trump" for "Donald Trump".
  const skips = asked.length > 1 && words[0] === asked[0] && words.at(-1) === asked.at(-1);
  return starts || ends || skips;
}

/** The person of that name in a sentence that gives them a position; null where there is none. */
export function positionOf(sentence: string, asked: readonly string[]): Holder | null {
  return (
    holdersIn(sentence).find(
      ({ person, positions }) =>
        positions.length > 0 && isNamed(sentence.slice(person.start, person.end), asked),
    ) ?? null
  );
}

/** True where an English or Chinese sentence names the person in full beside an office. */
export function foreignOffice(sentence: string, asked: readonly string[]): boolean {
  const name = asked.join(" ");
  return (
    asked.length > 1 &&
    foreignNames(sentence)?.some(
      ({ forms, titled }) => titled && forms.some((form) => foldedTerms(form).join(" ") === name),
    ) === true
  );
}

/** True where a position says of what: "Bộ trưởng Quốc phòng Mỹ", not "Bộ trưởng". */
export function tellsOffice(sentence: string, { positions }: Holder): boolean {
  return positions.some(({ start, end }) => {
    const words = foldedTerms(sentence.slice(start, end));
    // "Chủ tịch Hạ viện" is a head that says of what by itself.
    const bareWords = words[0] === "pho" ? 3 : 2;
    return words.length > Math.min(OFFICE_HEADS.longestAt(words, 0), bareWords);
  });
}

/** All persons of an article with what each sentence calls them. */
const holdersOf = readOnce((article: Article): readonly (Holder & { readonly text: string })[] => {
  const texts = [article.title, ...reportSentences(article).map(({ text }) => text)];
  return texts.flatMap((text) => holdersIn(text).map((holder) => ({ ...holder, text })));
});

const words = (text: string) => expandedTerms(text).map((term) => term.folded);

/** The only person whom an article gives a position to that these words name; null for none or several. */
export function holderInArticle(title: string, article: Article): string | null {
  const asked = words(title);
  const head = asked.slice(0, OFFICE_HEADS.longestAt(asked, 0)).join(" ");
  const held = holdersOf(article).flatMap(({ person, positions, text }) =>
    positions.some(({ start, end }) => {
      const office = words(text.slice(start, end));
      const heldHead = office.slice(0, OFFICE_HEADS.longestAt(office, 0)).join(" ");
      if (heldHead !== head && !heldHead.startsWith(`${head} `)) return false;
      // The place may be left out on either side, but what both name must not differ.
      const rest = office.slice(heldHead.split(" ").length);
      const shorter = asked.slice(head.split(" ").length);
      return (
        shorter.every((word) => rest.includes(word)) || rest.every((word) => shorter.includes(word))
      );
    })
      ? [bareName(text.slice(person.start, person.end))]
      : [],
  );
  return oneName(held);
}

/** A name without the abbreviation before it: "HCM Nguyễn Thiện Nhân" was read behind "Bí thư Thành ủy TP". */
const bareName = (name: string) => name.replace(/^(?:\p{Lu}{2,}\s+)+(?=\p{Lu}\p{Ll})/u, "");

/** The longest of several names where all are parts of it. */
export function oneName(names: readonly string[]): string | null {
  const longest = [...names].sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return null;
  const whole = ` ${fold(longest)} `;
  return names.every((name) => whole.includes(` ${fold(name)} `)) ? longest : null;
}

/** The one full name of an article that a family or given name stands for; null for none or several. */
export function fullNameIn(article: Article, name: string): string | null {
  const part = fold(name);
  if (part.includes(" ")) return null;
  const full = holdersOf(article)
    .map(({ person, text }) => bareName(text.slice(person.start, person.end)))
    .filter((other) => {
      const parts = fold(other).split(" ");
      return parts.length > 1 && (parts[0] === part || parts.at(-1) === part);
    });
  return oneName(full);
}

/** The offices, each by its folded words, that an article gives to a person of this name. */
export function officesOf(article: Article, name: readonly string[]): string[][] {
  return holdersOf(article).flatMap(({ person, positions, text }) => {
    const full = words(text.slice(person.start, person.end));
    const isNamed = name.every((word) => full.includes(word));
    return isNamed
      ? positions.map(({ start, end }) => [...full, ...words(text.slice(start, end))])
      : [];
  });
}

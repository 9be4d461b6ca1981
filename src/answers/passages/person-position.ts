import { HONORIFICS, holdersIn, namesIn, POSITION_HEADS } from "../../language/names/index.ts";
import { fold, terms } from "../../language/text/index.ts";
import type { Holder } from "../../model/index.ts";
import { OFFICE_HEADS, type Question } from "../question/index.ts";

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
}: Question): readonly string[] | null {
  if (answerType !== "position" && answerType !== "definition") return null;
  const persons = namesIn(searchText).filter((entity) => entity.type === "person");
  if (persons.length > 1) return null;
  const [person] = persons;
  const words =
    person === undefined
      ? kept.map((term) => term.folded).filter((word) => !FRAME.has(word))
      : terms(searchText.slice(person.start, person.end)).map((term) => term.folded);
  return words.length > 0 && words.length <= 5 ? words : null;
}

/** True where a name is the asked one, in full or by its family or given name: Hùng Ba, ông Ba, ông Trump. */
export function isNamed(name: string, asked: readonly string[]): boolean {
  const words = terms(name).map((term) => term.folded);
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

/** True where a position says of what: "Bộ trưởng Quốc phòng Mỹ", not "Bộ trưởng". */
export function tellsOffice(sentence: string, { positions }: Holder): boolean {
  return positions.some(({ start, end }) => {
    const words = terms(sentence.slice(start, end)).map((term) => term.folded);
    // "Chủ tịch Hạ viện" is a head that says of what by itself.
    const bareWords = words[0] === "pho" ? 3 : 2;
    return words.length > Math.min(OFFICE_HEADS.longestAt(words, 0), bareWords);
  });
}

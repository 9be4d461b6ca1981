import { FOLDED_PLACE_NAMES, FOLDED_PLACES, PLACES } from "../../language/names/index.ts";
import { unmarkedPlaces } from "../../language/places/index.ts";
import { fold, foldAligned, foldedTerms } from "../../language/text/index.ts";
import { type QueryTerm, type Question, withinNames } from "../question/index.ts";
import type { ArticleWords } from "../search/index.ts";
import { namesFor } from "./same-place.ts";

/** True for the folded name of a known place. */
export const isPlaceName = (name: string): boolean => FOLDED_PLACE_NAMES.has(name);

/** The well-known places that a question names, folded. Short names count only with their capital. */
export function placesAsked(question: Question): string[] {
  const places = placesNamed(question);
  // Reports of Vietnamese papers need not name the country whose side they tell of.
  return OWN_SIDE.test(fold(question.searchText))
    ? places.filter((place) => place !== "viet nam")
    : places;
}

const OWN_SIDE = /(?<![a-z])(?:phia|ben|doan) viet nam(?![a-z])/u;

function placesNamed(question: Question): string[] {
  const { terms: kept, unmarked, searchText } = question;
  if (unmarked) return placesUnmarked(searchText);
  const words = kept.map((term) => term.marked);
  const isWithinName = withinNames(searchText);
  const found: string[] = [];
  for (let i = 0; i < kept.length; ) {
    let length = PLACES.longestAt(words, i);
    const run = kept.slice(i, i + length);
    const joined = run.every((term, at) => at === 0 || term.follows);
    // A sentence begins with a capital, whatever its first word.
    const isName = (term: QueryTerm, at: number) => term.name || (length > 1 && i + at === 0);
    // "Nguyễn Hoài Anh": the end of a name.
    const ends =
      length === 1 && [1, 2].every((by) => kept[i - by]?.name && kept[i - by + 1]!.follows);
    const isPart = length === 1 && isWithinName(kept[i]!);
    if (!joined || ends || isPart || !run.every(isName)) length = 0;
    if (length > 0) found.push(run.map((term) => term.folded).join(" "));
    i += Math.max(1, length);
  }
  return found;
}

/** Without marks only names of two words and more are sure; "la" of Sơn La is no stop word. */
function placesUnmarked(text: string): string[] {
  const words = foldedTerms(text);
  return unmarkedPlaces(words, FOLDED_PLACES)
    .filter(({ from, to }) => to - from > 1)
    .map(({ from, to }) => words.slice(from, to).join(" "));
}

/** Longer names that a name of one word begins: "Lào" does not stand in "Lào Cai". */
const LONGER = new Map<string, string[]>();
for (const name of FOLDED_PLACE_NAMES) {
  const [first, ...rest] = name.split(" ");
  if (rest.length > 0 && FOLDED_PLACE_NAMES.has(first!))
    LONGER.set(first!, [...(LONGER.get(first!) ?? []), rest.join(" ")]);
}

/**
 * True where an article names a place, by this or another of its names.
 *
 * @param text The article as written: names have capitals there, "Lạng Sơn là" is no Sơn La.
 */
export function namesPlace(words: ArticleWords, place: string, text?: WrittenText): boolean {
  return namesFor(place).some((name) => {
    const parts = name.split(" ");
    if (text !== undefined) return text.names(name, LONGER.get(name) ?? []);
    return parts.length > 1 ? pairsStand(words, parts) : words.has(name);
  });
}

function pairsStand(words: ArticleWords, parts: readonly string[]): boolean {
  return parts.slice(1).every((part, i) => words.has(`${parts[i]} ${part}`));
}

/** A text in which names are looked for by their folded words and their capitals. */
export class WrittenText {
  readonly #text: string;
  #folded: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** True where a folded name stands with a capital at each word, and none of the folded `longer` ends behind it. */
  names(name: string, longer: readonly string[]): boolean {
    // "TP.HCM", "Sa-la-van"
    this.#folded ??= foldAligned(this.#text).replace(/[.-]/gu, " ");
    const folded = this.#folded;
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const end = at + name.length;
      const isWord = !/\p{L}/u.test(`${folded[at - 1] ?? ""}${folded[end] ?? ""}`);
      const behind = folded.slice(end + 1, end + 24);
      if (
        isWord &&
        this.#hasCapitals(at, end) &&
        !longer.some((rest) => startsWithWord(behind, rest))
      )
        return true;
    }
    return false;
  }

  #hasCapitals(start: number, end: number): boolean {
    return this.#text
      .slice(start, end)
      .split(/[ .]/u)
      .every((word) => /^[^\p{Ll}]/u.test(word));
  }
}

const startsWithWord = (text: string, word: string) =>
  text.startsWith(word) && !/^\p{L}/u.test(text.slice(word.length));

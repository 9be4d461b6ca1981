import { FOLDED_TITLES } from "../../../language/names/index.ts";
import { foldedWords, readOnce, terms } from "../../../language/text/index.ts";
import type { Register } from "../../../model/index.ts";
import { toldVisits } from "../lists/index.ts";

/** Names of the people of a register, folded, words parted by single spaces. */
const peopleOf = readOnce(
  (register: Register): ReadonlySet<string> =>
    new Set(
      toldVisits(register).flatMap(({ host, guest }) =>
        [host, guest].flatMap(({ head, people }) =>
          [...people.map(({ name }) => name), ...(head === null ? [] : [head])].map((name) =>
            foldedWords(name),
          ),
        ),
      ),
    ),
);

const LONGEST = 5;
const LEAST = 3;

/** Where a text typed without marks or capitals names people of the register; the longest names first. */
export function personsIn(
  text: string,
  register: Register,
): { readonly start: number; readonly end: number }[] {
  const known = peopleOf(register);
  const list = terms(text);
  const folded = list.map((term) => term.folded);
  // What a name of two words must stand behind where the text does not begin with it: two syllables make up other words too.
  const isLed = (at: number): boolean =>
    [1, 2, 3].some(
      (length) => at >= length && FOLDED_TITLES.longestAt(folded, at - length) === length,
    );
  const found: { readonly start: number; readonly end: number }[] = [];
  for (let i = 0; i < list.length; i++) {
    for (let length = Math.min(LONGEST, list.length - i); length > 1; length--) {
      if (!known.has(folded.slice(i, i + length).join(" "))) continue;
      if (length < LEAST && i > 0 && !isLed(i)) continue;
      found.push({ start: list[i]!.start, end: list[i + length - 1]!.end });
      i += length - 1;
      break;
    }
  }
  return found;
}

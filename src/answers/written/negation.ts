import type { Unit } from "./evidence.ts";
import { type Comparison, says } from "./match.ts";
import type { Fault } from "./pairing.ts";
import type { Reading, Token } from "./reading.ts";

/** Telling words behind a negation that it denies. */
const DENIED = 2;
/** Places behind it in which they stand. */
const REACH = 4;

/** Up to `most` telling words behind a negation. */
function behind({ tokens }: Reading, index: number, most: number): Token[] {
  const { at } = tokens[index]!;
  return tokens
    .slice(index + 1)
    .filter((token) => token.telling && token.at - at <= REACH)
    .slice(0, most);
}

const negations = (reading: Reading, most: number): Token[][] =>
  reading.tokens.flatMap(({ kind }, i) => (kind === "not" ? [behind(reading, i, most)] : []));

/** True where one of the negations denies these words: "thống nhất" alone may be denied of another matter. */
const isDenied = (reading: Reading, words: readonly Token[]): boolean =>
  negations(reading, 2 * DENIED).some((own) =>
    words.every((word) => own.some((one) => says(one, word) || says(word, one))),
  );

/**
 * What the retelling denies has to be denied, and what a sentence denies may not be told as if it were so.
 *
 * @param units Those that the retelling is from.
 */
export function negationFault(compared: Comparison, units: readonly Unit[]): Fault | null {
  const { claim } = compared;
  for (const words of negations(claim, DENIED)) {
    if (compared.units.some(({ reading }) => isDenied(reading, words))) continue;
    return {
      reason: "negation",
      detail: words.map(({ start, end }) => claim.text.slice(start, end)).join(" "),
    };
  }
  for (const { reading } of units)
    for (const words of negations(reading, DENIED)) {
      const told = words.filter((word) => claim.tokens.some((token) => says(word, token)));
      if (words.length === 0 || told.length < words.length || isDenied(claim, words)) continue;
      return {
        reason: "negation",
        detail: told.map(({ start, end }) => reading.text.slice(start, end)).join(" "),
      };
    }
  return null;
}

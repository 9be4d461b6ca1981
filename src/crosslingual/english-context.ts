import type { Token } from "./english-tokens.ts";
import { type Entry, englishLexicon } from "./lexicon.ts";
import { longestPhrase } from "./phrase-match.ts";
import { isNominal, type Unit } from "./unit.ts";

const NOUN_BEFORE = new Set(
  "the a an this that his her their its during after before on for of first last latest next which what many official state from".split(
    " ",
  ),
);
const POSTED = new Set([
  "đại sứ",
  "Đại sứ quán",
  "Tổng lãnh sự",
  "Tổng lãnh sự quán",
  "lãnh sự quán",
]);

/** "the envoy who came", "the letter that made": a clause begins, nothing is asked. */
export function isRelative(token: Token, units: readonly Unit[]): boolean {
  if (token.key === "that") return true;
  const asked = units.some((unit) => unit.class === "q");
  return (
    asked && isNominal(units.at(-1)) && /^(?:who|whom|whose|which|where|when)$/u.test(token.key)
  );
}

/** What was read before a word, as far as it decides what the word is. */
export interface Before {
  readonly token: Token | undefined;
  readonly unit: Unit | undefined;
  /** An auxiliary (did, will) waits for its verb. */
  readonly verbDue: boolean;
  readonly verbSeen: boolean;
}

/** Chooses among the renderings of a phrase: "visit" is a verb after "did", a noun after "the". */
export function chooseEntry(entries: readonly Entry[], before: Before): Entry {
  const verb = entries.find((entry) => entry.class === "v");
  const other = entries.find((entry) => entry.class !== "v");
  if (verb === undefined || other === undefined) return entries[0]!;
  const { token, unit, verbDue, verbSeen } = before;
  if (token?.key === "to") return verb;
  if (token !== undefined && (token.possessive || NOUN_BEFORE.has(token.key))) return other;
  if (verbDue) return verb;
  if (verbSeen && other.class === "n") return other;
  const modified = unit?.class === "a" || unit?.class === "m";
  return modified || other.class === "a" ? other : verb;
}

/** "tại" or "đến" for in, at and to before a place; undefined where Vietnamese says nothing. */
export function placePreposition(
  tokens: readonly Token[],
  at: number,
  length: number,
  previous: Unit | undefined,
): string | undefined {
  const key = tokens[at]!.key;
  const next = tokens[at + length];
  if (next === undefined || length !== 1 || /^(?:đến|bay tới)$/u.test(previous?.vi ?? "")) {
    return undefined;
  }
  const posted = previous !== undefined && POSTED.has(previous.vi);
  const bound = isNominal(previous) && !previous?.vi.startsWith("chuyến");
  if (key !== "in" && key !== "at" && !(key === "to" && bound)) return undefined;
  const place =
    longestPhrase(englishLexicon(), tokens, at + length, false)?.entries[0]?.class === "g";
  if (!place && (!next.capital || next.date !== undefined)) return undefined;
  return key === "to" && !posted ? "đến" : "tại";
}

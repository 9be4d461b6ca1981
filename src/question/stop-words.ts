import type { Term } from "../text/terms.ts";
import { STOP_WORDS } from "./vocabulary.ts";

/** Stop words that stay so without their marks; the others are telling words as well (đoàn bằng, chị). */
const FOLDED_STOPS = new Set(
  "la cua va voi cac nhung da se co duoc thi ma khi nhe nhi vay nhu cung roi vao o boi rang".split(
    " ",
  ),
);

/** True for a word that carries no meaning for finding a passage. */
export function isStopWord(term: Term, unmarked: boolean): boolean {
  return unmarked ? FOLDED_STOPS.has(term.folded) : STOP_WORDS.has(term.marked);
}

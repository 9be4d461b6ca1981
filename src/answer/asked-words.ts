import type { Question } from "../question/question.ts";
import { findQuestionWords } from "../question/question-words.ts";
import { terms } from "../text/terms.ts";

/** Words taken on each side of the question word, and how far from it they may begin. */
const WORDS = 3;
const REACH = 5;

/**
 * The words right beside the question word that are no names: what is asked of whom the rest names.
 * "Ông Philippe tặng gì cho tỉnh Điện Biên?" → "tặng tỉnh". An answer has them, or words that mean the same.
 *
 * @returns Marked words joined by spaces; empty where there are none.
 */
export function askedWords({ searchText, unmarked, terms: kept }: Question): string {
  const list = terms(searchText);
  const found = findQuestionWords(list, unmarked);
  const main = found.find(({ type }) => type !== "phrase") ?? found[0];
  if (main === undefined) return "";
  const telling = new Map(kept.map((term) => [term.folded, !term.name]));
  const run = (from: number, step: 1 | -1): string[] => {
    const words: string[] = [];
    for (let n = 0, i = from; n < REACH && words.length < WORDS; n++, i += step) {
      const word = list[i];
      if (word && telling.get(word.folded) && !/^\d+$/u.test(word.folded)) words.push(word.marked);
      else if (words.length > 0) break;
    }
    return words;
  };
  return [...run(main.from - 1, -1).reverse(), ...run(main.to, 1)].join(" ");
}

import type { Language } from "../answer/answer.ts";
import { isSyllableShaped } from "../crosslingual/vietnamese-syllable.ts";
import { hasMarks } from "../text/fold.ts";
import { terms } from "../text/terms.ts";
import { readAsked } from "./asked.ts";
import { answerDetail } from "./detail.ts";
import type { QueryTerm, Question } from "./question.ts";
import { isStopWord } from "./stop-words.ts";

const NAME_START = /^\p{Lu}/u;

/**
 * Reads a Vietnamese question (or a Vietnamese rendering of one): what is asked and which words find it.
 *
 * @param text NFC question as asked.
 * @param language Language of the asker.
 * @param searchText Vietnamese text to search with; the question itself when it is Vietnamese.
 */
export function readQuestion(
  text: string,
  language: Language = "vi",
  searchText: string = text,
): Question {
  const unmarked = !hasMarks(searchText);
  const list = terms(searchText);
  const { type, focus, before, phrase, datesAsked, predicate, used } = readAsked(
    searchText,
    list,
    unmarked,
  );
  const detail = answerDetail(type, phrase, focus, datesAsked, before);
  const kept: QueryTerm[] = [];
  let last = -2;
  list.forEach((term, i) => {
    // A capital stop word is a name: Bằng Tường, Anh.
    const capital = i > 0 && NAME_START.test(searchText.slice(term.start));
    // Typed in lower case, a foreign name still doesn't look like a Vietnamese syllable.
    const foreign = /^[a-z]{3,}$/u.test(term.folded) && !isSyllableShaped(term.folded);
    const stop = isStopWord(term, unmarked) && (unmarked || !capital);
    if (used.has(i) || stop) return;
    kept.push({
      marked: term.marked,
      folded: term.folded,
      name: capital || foreign,
      follows: last === i - 1,
    });
    last = i;
  });
  return {
    text,
    language,
    searchText,
    unmarked,
    answerType: type,
    detail,
    terms: kept,
    focus,
    predicate,
  };
}

import type { Language } from "../answer/answer.ts";
import { isSyllableShaped } from "../crosslingual/vietnamese-syllable.ts";
import {
  HONORIFICS,
  ORGANISATION_HEADS,
  PLACE_CUES,
  POSITION_HEADS,
} from "../entities/vocabulary.ts";
import { fold, hasMarks } from "../text/fold.ts";
import { type PhraseSet, phraseSet } from "../text/phrases.ts";
import { type Term, terms } from "../text/terms.ts";
import { answerDetail } from "./detail.ts";
import type { AnswerType, QueryTerm, Question } from "./question.ts";
import { DATE_NOUNS, PERSON_NOUNS, QUESTION_PHRASES, STOP_WORDS } from "./vocabulary.ts";

/** A word list in the two ways it is matched: exactly, and without marks. */
interface TwoWay {
  readonly marked: PhraseSet;
  readonly folded: PhraseSet;
}

function twoWay(phrases: Iterable<string>): TwoWay {
  const list = [...phrases];
  return { marked: phraseSet(list), folded: phraseSet(list.map(fold)) };
}

/** Question words that are everyday words when typed without marks (đầu, chị, máy bay …): they need their marks. */
const NEEDS_MARKS = new Set(["đâu", "chi", "sao lại"]);
const PHRASES: TwoWay = {
  marked: phraseSet(QUESTION_PHRASES.keys()),
  folded: phraseSet(
    [...QUESTION_PHRASES.keys()].filter((phrase) => !NEEDS_MARKS.has(phrase)).map(fold),
  ),
};
/** Words that make an unmarked "may" máy or mây instead of mấy. */
const NOT_HOW_MANY = new Set(["bay", "tinh", "moc", "anh", "chu"]);
/** Question phrases whose noun also helps to find the passage: only their last word is left out. */
const KEEPS_NOUN = new Set<AnswerType>(["list", "reason"]);
const FOLDED_TYPES = new Map(
  [...QUESTION_PHRASES].reverse().map(([phrase, type]) => [fold(phrase), type]),
);
/** Nouns before "nào"/"gì" with the type that they ask for; earlier entries win. */
const NOUNS: readonly (readonly [AnswerType, TwoWay])[] = [
  ["date", twoWay(DATE_NOUNS)],
  ["person", twoWay([...PERSON_NOUNS, ...HONORIFICS, ...POSITION_HEADS])],
  ["place", twoWay(PLACE_CUES)],
  ["organisation", twoWay(ORGANISATION_HEADS)],
];
const FOLDED_STOPS = new Set(
  "la cua va voi cac nhung da se co duoc thi ma khi nhe nhi vay nhu cung roi vao o boi rang".split(
    " ",
  ),
);

/** Question words at `[from, to)` of the words. */
export interface Found {
  readonly type: AnswerType;
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
}

/** The question words of a question, in order; ranges count words. */
export function findQuestionWords(list: readonly Term[], unmarked: boolean): Found[] {
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  const phrases = unmarked ? PHRASES.folded : PHRASES.marked;
  const found: Found[] = [];
  for (let i = 0; i < words.length; ) {
    const length = phrases.longestAt(words, i);
    const phrase = words.slice(i, i + length).join(" ");
    const type = unmarked ? FOLDED_TYPES.get(phrase) : QUESTION_PHRASES.get(phrase);
    if (length === 0 || type === undefined) {
      // "Sao nữ bộ trưởng lại bỏ chuyến đi?": a bare "sao" asks why only at the start.
      if (i === 0 && words[0] === "sao")
        found.push({ type: "reason", from: 0, to: 1, phrase: "sao" });
      i++;
      continue;
    }
    if (!(unmarked && phrase === "may" && NOT_HOW_MANY.has(words[i + 1] ?? ""))) {
      found.push({ type, from: i, to: i + length, phrase });
    }
    i += length;
  }
  return found;
}

/** The noun that ends right before `at` (up to two words may stand between: "bộ trưởng Đức nào") and the type that it asks for. */
function nounBefore(
  list: readonly Term[],
  at: number,
  unmarked: boolean,
): { type: AnswerType | null; from: number } {
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  for (let gapWords = 0; gapWords <= 2; gapWords++) {
    for (let length = Math.min(5, at - gapWords); length >= 1; length--) {
      const from = at - length - gapWords;
      for (const [type, nouns] of NOUNS) {
        if ((unmarked ? nouns.folded : nouns.marked).longestAt(words, from) === length)
          return { type, from };
      }
    }
  }
  return { type: null, from: Math.max(0, at - 2) };
}

const NAME_START = /^\p{Lu}/u;

const PERSONS = twoWay([...PERSON_NOUNS, ...POSITION_HEADS]);

function isDefinition(
  text: string,
  list: readonly Term[],
  found: Found,
  unmarked: boolean,
): boolean {
  // "Liviu Dragnea là ai …": the subject is a name, so the answer is what that person is.
  const before = list[found.from - 1];
  const subject = list[found.from - 2];
  if (found.phrase !== "ai" || before?.folded !== "la" || subject === undefined) return false;
  // "Thị trưởng London là ai?" asks for a person.
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  if ((unmarked ? PERSONS.folded : PERSONS.marked).longestAt(words, 0) > 0) return false;
  return NAME_START.test(text.slice(subject.start)) || found.to === list.length;
}

/** Types whose question words stand by the verb and not by a noun. */
const BY_VERB = new Set<AnswerType>(["person", "date", "time", "place"]);

/** What was done, read beside the question word: behind "ai", else the nearest words before that are no name. */
function predicateOf(
  text: string,
  list: readonly Term[],
  main: Found,
  unmarked: boolean,
): string[] {
  if (!BY_VERB.has(main.type)) return [];
  const usable = (i: number): boolean => {
    const term = list[i];
    if (term === undefined || NAME_START.test(text.slice(term.start)) || /\d/u.test(term.folded))
      return false;
    return !(unmarked ? FOLDED_STOPS.has(term.folded) : STOP_WORDS.has(term.marked));
  };
  if (main.type === "person") {
    const after = [main.to, main.to + 1, main.to + 2].filter(usable).slice(0, 2);
    if (after.length > 0) return after.map((i) => list[i]!.folded);
  }
  // Without capitals a name can't be told from a verb.
  if (unmarked) return [];
  for (let i = main.from - 1; i >= 0; i--) {
    if (!usable(i)) continue;
    const first = usable(i - 1) ? [i - 1, i] : [i];
    return first.map((at) => list[at]!.folded);
  }
  return [];
}

interface Asked {
  readonly type: AnswerType;
  readonly focus: readonly string[];
  /** The question words that settled the type, without marks. */
  readonly phrase: string;
  readonly datesAsked: number;
  readonly predicate: readonly string[];
  /** Indexes of the words that are no search words. */
  readonly used: ReadonlySet<number>;
}

/** Reads what is asked from the question words. */
function readAsked(text: string, list: readonly Term[], unmarked: boolean): Asked {
  const found = findQuestionWords(list, unmarked);
  const used = new Set<number>();
  for (const f of found) {
    for (let i = KEEPS_NOUN.has(f.type) ? f.to - 1 : f.from; i < f.to; i++) used.add(i);
  }
  // A type of its own beats the vague "gì", "nào"; the first of equals is the one asked.
  const main = found.find((f) => f.type !== "phrase") ?? found[0];
  if (main === undefined)
    return { type: "phrase", focus: [], phrase: "", datesAsked: 0, predicate: [], used };
  const phrase = fold(main.phrase);
  const predicate = predicateOf(text, list, main, unmarked);
  const datesAsked = found.filter((f) => f.type === "date").length;
  const words = (from: number, to: number): string[] =>
    list
      .slice(Math.max(0, from), to)
      .filter((term) => (unmarked ? !FOLDED_STOPS.has(term.folded) : !STOP_WORDS.has(term.marked)))
      .map((term) => term.folded);
  if (isDefinition(text, list, main, unmarked))
    return { type: "definition", focus: [], phrase, datesAsked, predicate, used };
  if (main.type === "number")
    return {
      type: "number",
      focus: words(main.to, main.to + 2),
      phrase,
      datesAsked,
      predicate,
      used,
    };
  if (main.type !== "phrase")
    return { type: main.type, focus: [], phrase, datesAsked, predicate, used };
  const noun = nounBefore(list, main.from, unmarked);
  return {
    type: noun.type ?? "phrase",
    focus: words(noun.from, main.from),
    phrase,
    datesAsked,
    predicate,
    used,
  };
}

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
  const { type, focus, phrase, datesAsked, predicate, used } = readAsked(
    searchText,
    list,
    unmarked,
  );
  const detail = answerDetail(type, phrase, focus, datesAsked);
  const kept: QueryTerm[] = [];
  let last = -2;
  list.forEach((term, i) => {
    // A capital stop word is a name: Bằng Tường, Anh.
    const capital = i > 0 && NAME_START.test(searchText.slice(term.start));
    // Typed in lower case, a foreign name still doesn't look like a Vietnamese syllable.
    const foreign = /^[a-z]{3,}$/u.test(term.folded) && !isSyllableShaped(term.folded);
    const stop = unmarked ? FOLDED_STOPS.has(term.folded) : STOP_WORDS.has(term.marked) && !capital;
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

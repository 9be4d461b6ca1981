import {
  HONORIFICS,
  LONG_FOLDED_PLACES,
  namesIn,
  ORGANISATION_HEADS,
  PLACE_CUES,
  POSITION_HEADS,
} from "../../language/names/index.ts";
import {
  fold,
  hasMarks,
  type Term,
  type TwoWayPhrases,
  twoWayPhrases,
} from "../../language/text/index.ts";
import type { AnswerType } from "./question.ts";
import { type Found, findQuestionWords, isStopWord } from "./question-words.ts";
import { DATE_NOUNS, PERSON_NOUNS } from "./vocabulary.ts";

const NAME_START = /^\p{Lu}/u;
/** Question phrases whose noun also helps to find the passage: only their last word is left out. */
const KEEPS_NOUN = new Set<AnswerType>(["list", "reason"]);
/** Nouns before "nào"/"gì" with the type that they ask for; earlier entries win. */
const NOUNS: readonly (readonly [AnswerType, TwoWayPhrases])[] = [
  ["date", twoWayPhrases(DATE_NOUNS)],
  ["person", twoWayPhrases([...PERSON_NOUNS, ...HONORIFICS, ...POSITION_HEADS])],
  ["place", twoWayPhrases(PLACE_CUES)],
  ["organisation", twoWayPhrases(ORGANISATION_HEADS)],
];

/** Words of which the second looks like a noun of a place or a time: "yêu cầu gì", "văn bản nào", "thứ gì". */
const NO_NOUN =
  /^(?:(?:yêu|nhu|thỉnh|yeu|nhu|thinh) (?:cầu|cau)|(?:thông|cảnh|khai|thong|canh|khai) (?:báo|bao)|(?:văn|biên|ấn|kịch|van|bien|an|kich) (?:bản|ban)|(?:\S+ )?(?:thứ|thu) (?:gì|gi))$/u;

/** Nouns for what is said, given or done. */
const MATTERS = new Set("chuyen viec dieu mon thu cai".split(" "));

/** "thời gian tới", "thời gian qua": no time that is asked for. */
const isComing = (words: readonly string[], from: number): boolean =>
  /^thoi gian (?:toi|qua|sap|vua|nay|gan)/u.test(fold(words.slice(from, from + 3).join(" ")));

/** The noun that ends right before `at` (up to two words may stand between: "bộ trưởng Đức nào") and the type that it asks for. */
function nounBefore(
  list: readonly Term[],
  at: number,
  unmarked: boolean,
): { type: AnswerType | null; from: number } {
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  const folded = list.map((term) => term.folded);
  const isWhich = folded[at] === "nao";
  const [last, asks] = [words.slice(Math.max(0, at - 2), at), words[at] ?? ""];
  if (NO_NOUN.test(last.join(" ")) || NO_NOUN.test(`${last.at(-1)} ${asks}`))
    return { type: null, from: Math.max(0, at - 2) };
  // "Châu trưởng chuyện gì", "đoàn đi xem gì": the matter is asked, whoever stands before.
  if (MATTERS.has(fold(last.at(-1) ?? ""))) return { type: null, from: Math.max(0, at - 1) };
  for (let gapWords = 0; gapWords <= 2; gapWords++) {
    for (let length = Math.min(5, at - gapWords); length >= 1; length--) {
      const from = at - length - gapWords;
      // "Cao Bằng làm gì": the end of a name is no state.
      if (length === 1 && LONG_FOLDED_PLACES.longestAt(folded, from - 1) > 1) continue;
      // "con đi xem gì", "thời gian tới làm gì": only a noun of two words may have words of its own behind it.
      if (gapWords > 0 && (length === 1 || !isWhich || isComing(words, from))) continue;
      for (const [type, nouns] of NOUNS) {
        if ((unmarked ? nouns.folded : nouns.marked).longestAt(words, from) === length)
          return { type, from };
      }
    }
  }
  return { type: null, from: Math.max(0, at - 2) };
}

/** Longest name of a body between an office and "nào". */
const OFFICE_WORDS = 8;
/** Words of the names of bodies that are written small. */
const SMALL_IN_OFFICE =
  /^(?:ubnd|hđnd|tỉnh|thành|phố|huyện|thị|xã|phường|châu|khu|ủy|ban|nhân|dân|hội|đồng|sở)$/u;
const OFFICES = twoWayPhrases(POSITION_HEADS);

/** Where the office begins that ends before `at`: "Phó Chủ tịch UBND tỉnh Quảng Ninh nào"; null where none does, or without marks. */
function officeBefore(text: string, list: readonly Term[], at: number): number | null {
  if (!hasMarks(text)) return foldedOfficeBefore(list, at);
  const words = list.map(({ marked }) => marked);
  for (let from = at - 1; from >= Math.max(0, at - OFFICE_WORDS); from--) {
    const length = OFFICES.marked.longestAt(words, from);
    const isBegun = from > 0 && OFFICES.marked.longestAt(words, from - 1) > length;
    if (length > 0 && !isBegun) return from + length < at ? from : null;
    const isNamed = NAME_START.test(text.slice(list[from]!.start));
    if (!isBegun && !isNamed && !SMALL_IN_OFFICE.test(words[from]!)) return null;
  }
  return null;
}

/** The same without marks: nothing but words of bodies and known places stands between. */
function foldedOfficeBefore(list: readonly Term[], at: number): number | null {
  const words = list.map(({ folded }) => folded);
  for (let from = at - 1; from >= Math.max(0, at - MOST_FOLDED); from--) {
    const length = OFFICES.folded.longestAt(words, from);
    if (length === 0 || (from > 0 && OFFICES.folded.longestAt(words, from - 1) > length)) continue;
    if (from + length === at) return null;
    for (let i = from + length; i < at; ) {
      const place = LONG_FOLDED_PLACES.longestAt(words, i);
      if (place === 0 && !FOLDED_IN_OFFICE.test(words[i]!)) return null;
      i += Math.max(1, place);
    }
    return from;
  }
  return null;
}

const MOST_FOLDED = 16;
const FOLDED_IN_OFFICE =
  /^(?:ubnd|hdnd|tinh|thanh|pho|huyen|thi|xa|phuong|chau|khu|uy|ban|nhan|dan|hoi|dong|so|thuong|truc)$/u;

const PERSONS = twoWayPhrases([...PERSON_NOUNS, ...POSITION_HEADS]);
const HONORED = twoWayPhrases(HONORIFICS);

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
  const [persons, honorifics] = unmarked
    ? [PERSONS.folded, HONORED.folded]
    : [PERSONS.marked, HONORED.marked];
  const honored = honorifics.longestAt(words, 0);
  if (persons.longestAt(words, 0) > 0 || persons.longestAt(words, honored) > 0) return false;
  // "… tiếp đoàn Lục Xuân, Bí thư Huyện ủy là ai": an office behind what its holder did, and no name behind it.
  const end = list[found.from - 2]!.end;
  const titled = words
    .slice(0, found.from - 1)
    .some((_, i) => found.from - i <= OFFICE_WORDS && persons.longestAt(words, i) > 0);
  if (titled && !namesIn(text).some((one) => one.type === "person" && one.end === end))
    return false;
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
    return !isStopWord(term, unmarked);
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

const OFFICE_NOUNS = new Set(["chuc vu", "chuc danh", "cuong vi"]);

/** "Chức vụ của ông X là gì?", or no more than "chức vụ của X". */
function isOffice(list: readonly Term[], found: readonly Found[]): boolean {
  const start = `${list[0]?.folded} ${list[1]?.folded}`;
  return OFFICE_NOUNS.has(start) && list.length > 3 && found.every(({ type }) => type === "phrase");
}

/** Words that may stand between "mấy" and "nào". */
const MOST_BETWEEN = 5;
/** Behind "mấy" no number is asked: "mấy chục cây gạo … nằm ở đâu". */
const ROUND = new Set("chuc tram nghin ngan van trieu".split(" "));

/**
 * "mấy điểm tham quan nào", "làm mấy việc gì": which ones, not how many; "mấy chục cây … ở đâu": where. Undefined for
 * other questions.
 */
function severalAsked(
  found: readonly Found[],
  first: Found,
  list: readonly Term[],
): Found | undefined {
  if (fold(first.phrase) !== "may") return undefined;
  const behind = found.filter(({ from }) => from > first.from);
  const which = behind.find(
    ({ phrase, from }) =>
      /^(?:nao|gi|(?:viec|dieu|cai) gi)$/u.test(fold(phrase)) && from - first.to <= MOST_BETWEEN,
  );
  if (which !== undefined) return { ...which, type: "list" };
  return ROUND.has(list[first.to]?.folded ?? "")
    ? behind.find(({ type }) => type !== "number" && type !== "phrase")
    : undefined;
}

/** What a question asks for. */
interface Asked {
  readonly type: AnswerType;
  readonly focus: readonly string[];
  /** Folded words right before "bao nhiêu", the nearest last; empty where no number is asked. */
  readonly before: readonly string[];
  /** The question words that settled the type, without marks. */
  readonly phrase: string;
  readonly datesAsked: number;
  readonly predicate: readonly string[];
  /** Indexes of the words that are no search words. */
  readonly used: ReadonlySet<number>;
}

/** Words before "bao nhiêu" that may tell what is measured. */
const BEFORE = 6;

/** Reads what is asked from the question words. */
export function readAsked(text: string, list: readonly Term[], unmarked: boolean): Asked {
  const found = findQuestionWords(list, unmarked);
  const used = new Set<number>();
  for (const f of found) {
    for (let i = KEEPS_NOUN.has(f.type) ? f.to - 1 : f.from; i < f.to; i++) used.add(i);
  }
  // A type of its own beats the vague "gì", "nào"; the first of equals is the one asked.
  const first = found.find((f) => f.type !== "phrase") ?? found[0];
  const which = first === undefined ? undefined : severalAsked(found, first, list);
  const main = which ?? first;
  if (main === undefined)
    return {
      type: isOffice(list, found) ? "position" : "phrase",
      focus: [],
      before: [],
      phrase: "",
      datesAsked: 0,
      predicate: [],
      used,
    };
  const phrase = fold(main.phrase);
  const predicate = predicateOf(text, list, main, unmarked);
  const datesAsked = found.filter((f) => f.type === "date").length;
  const words = (from: number, to: number): string[] =>
    list
      .slice(Math.max(0, from), to)
      .filter((term) => !isStopWord(term, unmarked))
      .map((term) => term.folded);
  if (isDefinition(text, list, main, unmarked))
    return { type: "definition", focus: [], before: [], phrase, datesAsked, predicate, used };
  if (main.type === "number")
    return {
      type: "number",
      // "bao nhiêu (vào) Quảng Ninh": a name is not what is counted; "MW" is.
      focus: words(
        main.to,
        main.to + (/^\p{Lu}\p{Ll}/u.test(text.slice(list[main.to]?.start ?? text.length)) ? 0 : 2),
      ),
      before: list.slice(Math.max(0, main.from - BEFORE), main.from).map(({ folded }) => folded),
      phrase,
      datesAsked,
      predicate,
      used,
    };
  if (main.type !== "phrase")
    return { type: main.type, focus: [], before: [], phrase, datesAsked, predicate, used };
  const office = phrase === "nao" ? officeBefore(text, list, main.from) : null;
  const noun =
    office === null
      ? nounBefore(list, main.from, unmarked)
      : { type: "person" as const, from: office };
  return {
    type: isOffice(list, found) ? "position" : (noun.type ?? "phrase"),
    focus: words(noun.from, main.from),
    before: [],
    phrase,
    datesAsked,
    predicate,
    used,
  };
}

import {
  foldAligned,
  hasMarks,
  matchesIn,
  normalizeLine,
  terms,
} from "../../../language/text/index.ts";
import {
  detectLanguage,
  fitToCorpus,
  translateQuestion,
} from "../../../language/translate/index.ts";
import type { Register, VisitFilter, VisitKind } from "../../../model/index.ts";
import { namesIn } from "../../question/index.ts";
import { isNeutral, readPeriod, roleOf } from "../asked/index.ts";

/** A year as people type it; other numbers of four digits are taken for a mistyped one. */
const YEAR = "(?:1[89]|20)\\d\\d";
const YEARS = new RegExp(`(?<![\\d/.-])(${YEAR}) ?[-~] ?(${YEAR})(?![\\d/.-])`, "gu");
const MONTHS = new RegExp(
  `(?<![\\d/.-])(\\d{1,2})(?:/(${YEAR}))? ?[-–~] ?(\\d{1,2})/(${YEAR})(?![\\d/])`,
  "gu",
);

/**
 * Writes short forms of periods out in words that are read elsewhere: "2019-2022", "3-5/2024",
 * "3/2024-5/2024". No mark is added, so that a text typed without marks stays one.
 */
function spellOutRanges(text: string): string {
  return text
    .replace(
      MONTHS,
      (_, from: string, fromYear: string | undefined, to: string, year: string) =>
        `tu ${from}/${fromYear ?? year} den ${to}/${year}`,
    )
    .replace(YEARS, "$1–$2");
}

const MONTH = "(?:thang )?(\\d{1,2})[/-](\\d{4})";
const DATE_LIKE = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:(?:ngay )?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|${MONTH}|(?:nam )?\\d{4})(?![\\p{L}\\p{N}/-])`,
  "gu",
);

/**
 * The first date-like stretch that no calendar has and that was not understood ("13/2024", "0000"), or null.
 *
 * @param folded Folded text in which what was understood is blanked.
 */
function leftoverDate(folded: string): { start: number; end: number } | null {
  const [match] = matchesIn(folded, DATE_LIKE);
  return match === undefined ? null : { start: match.index, end: match.index + match[0].length };
}

/** Longer texts are no filter: they are cut. */
const MAX_FILTER_CHARS = 200;

/** What somebody typed behind a command to say which visits are meant. */
interface TypedFilter {
  readonly filter: VisitFilter;
  /** A date that no calendar has, as typed ("tháng 13"); no list should be shown for it. */
  readonly impossible: string | null;
}

/** Kinds that are meant by their name alone; "thăm", "tiếp", "làm việc" tell who visits whom. */
const KINDS: readonly (readonly [RegExp, readonly VisitKind[]])[] = [
  [/(?<![a-z])(?:hoi dam|hoi kien)(?![a-z])/gu, ["hội đàm", "hội kiến"]],
  [/(?<![a-z])khao sat(?![a-z])/gu, ["khảo sát"]],
  [/(?<![a-z])(?:ky ket|le ky)(?![a-z])/gu, ["ký kết"]],
  [/(?<![a-z])giao luu(?![a-z])/gu, ["giao lưu"]],
  [/(?<![a-z])(?:tiep )?xa giao(?![a-z])/gu, ["tiếp xã giao"]],
];
const PLANNED = /(?<![a-z])(?:sap (?:toi|den|dien ra)|du kien|ke hoach|toi day)(?![a-z])/gu;
const UNDATED = /(?<![a-z])(?:khong|chua) ro (?:nam|ngay|thoi gian)(?![a-z])/gu;

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads a filter as people type it behind a command: names, dates and words in any order, with or
 * without marks, in Vietnamese, English or Chinese: "Quảng Tây 2023 Lào Cai", "hội đàm trước 2015".
 *
 * @param today `YYYY-MM-DD`, in Vietnam; settles "năm ngoái".
 * @param register Tells a person's name from other words: what it does not know as one is looked for as words.
 */
export function readTypedFilter(typed: string, today: string, register: Register): TypedFilter {
  const line = normalizeLine(typed).slice(0, MAX_FILTER_CHARS);
  const knows = (filter: VisitFilter) => register.has(filter);
  const text = spellOutRanges(inVietnamese(line, (words) => knows({ words: words.join(" ") })));
  const filter: Changing<VisitFilter> = {};
  const left = new Blanked(text);

  const period = readPeriod(text, today);
  if (period.from !== null) filter.from = period.from;
  if (period.to !== null) filter.to = period.to;
  for (const range of period.ranges) left.blank(range);
  const leftover = period.impossible === null ? leftoverDate(left.folded) : null;
  const impossible =
    period.impossible ?? (leftover && text.slice(leftover.start, leftover.end).trim());
  if (leftover !== null) left.blank(leftover);

  if (left.take(PLANNED)) filter.planned = true;
  if (left.take(UNDATED)) filter.undated = true;
  const kinds = KINDS.flatMap(([pattern, names]) => (left.take(pattern) ? names : []));
  if (kinds.length > 0) filter.kinds = kinds;

  const words: string[] = [];
  const addPerson = (name: string) => {
    if (filter.person === undefined && knows({ person: name })) filter.person = name;
    else words.push(name);
  };
  const addTelling = (phrase: string) =>
    phrase.includes(" ") ? addPerson(phrase) : void words.push(phrase);
  for (const { kind, name, start, end, fullStart } of namesIn(text)) {
    if (left.isBlank({ start, end })) continue;
    left.blank({ start: fullStart, end });
    if (kind === "person") addPerson(name);
    else addPlace(filter, name, text, { start: fullStart, end }, knows);
  }
  for (const run of left.runs()) {
    // "duong xuan huyen" is a name, though "huyen" alone may mean a district and tell nothing.
    if (run.typed.includes(" ") && filter.person === undefined && knows({ person: run.typed }))
      filter.person = run.typed;
    else run.telling.forEach(addTelling);
  }
  if (words.length > 0) filter.words = words.join(" ");
  return { filter, impossible };
}

/** A place by the words beside it; else a side, or where no side comes from there, where it took place. */
function addPlace(
  filter: Changing<VisitFilter>,
  name: string,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  knows: (filter: VisitFilter) => boolean,
): void {
  const folded = foldAligned(text);
  const role = roleOf(folded.slice(0, start), folded.slice(end));
  if (role !== "side" && filter[role] === undefined) filter[role] = name;
  else if (!knows({ sides: [name] }) && filter.place === undefined && knows({ place: name }))
    filter.place = name;
  else filter.sides = [...(filter.sides ?? []), name];
}

/** An English or Chinese text in Vietnamese, its names in the form that the register has. */
function inVietnamese(line: string, exists: (syllables: readonly string[]) => boolean): string {
  if (!/\p{L}/u.test(line)) return line;
  const language = detectLanguage(line);
  if (language === "vi") return line;
  return fitToCorpus(translateQuestion(line, language), exists) || line;
}

/** A text from which is taken away what was understood. */
class Blanked {
  readonly #text: string;
  readonly #unmarked: boolean;
  /** Folded, what was taken away blank; of the same length as the text. */
  folded: string;

  constructor(text: string) {
    this.#text = text;
    this.#unmarked = !hasMarks(text);
    this.folded = foldAligned(text);
  }

  blank({ start, end }: { readonly start: number; readonly end: number }): void {
    this.folded = this.folded.slice(0, start) + " ".repeat(end - start) + this.folded.slice(end);
  }

  isBlank({ start, end }: { readonly start: number; readonly end: number }): boolean {
    return this.folded.slice(start, end).trim() === "";
  }

  /** Takes away what matches. @returns Whether there was any. */
  take(pattern: RegExp): boolean {
    const matches = matchesIn(this.folded, pattern);
    for (const match of matches)
      this.blank({ start: match.index, end: match.index + match[0].length });
    return matches.length > 0;
  }

  /** Runs of words that are left, each with those phrases of it that tell something; as typed. */
  runs(): { readonly typed: string; readonly telling: readonly string[] }[] {
    const runs: { words: string[]; phrases: string[][] }[] = [];
    let isOpen = false;
    for (const { start, end, marked, folded } of terms(this.#text)) {
      const isLeft = !this.isBlank({ start, end });
      if (isLeft && !isOpen) runs.push({ words: [], phrases: [[]] });
      isOpen = isLeft;
      if (!isLeft) continue;
      const { words, phrases } = runs.at(-1)!;
      const word = this.#text.slice(start, end);
      words.push(word);
      if (!isNeutral(this.#unmarked ? folded : marked, this.#unmarked)) phrases.at(-1)!.push(word);
      else if (phrases.at(-1)!.length > 0) phrases.push([]);
    }
    return runs.map(({ words, phrases }) => ({
      typed: words.join(" "),
      telling: phrases.filter((phrase) => phrase.length > 0).map((phrase) => phrase.join(" ")),
    }));
  }
}

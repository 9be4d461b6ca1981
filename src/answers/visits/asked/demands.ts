import {
  comparePartialDates,
  type DateMention,
  datesIn,
  foldAligned,
  foldedTerms,
  isPossibleDate,
  readOnce,
} from "../../../language/text/index.ts";
import type { PartialDate } from "../../../model/index.ts";
import { type Named, namesIn, type Question } from "../../question/index.ts";
import { partOfYear } from "./period.ts";
import { type PointsAsked, pointsAsked } from "./points-asked.ts";
import { seriesIn } from "./series-names.ts";

/** A time that a question sets, as far as it names it; of a span both ends. */
export interface AskedTime {
  readonly first: PartialDate;
  readonly last: PartialDate;
}

/** What a question binds its answer to, read once. */
export interface Demands {
  /** Persons, places and offices that it names, each by its folded words. */
  readonly names: readonly (Named & { readonly words: readonly string[] })[];
  /** Those that it leaves out: "ngoài Trung Quốc". */
  readonly except: Demands["names"];
  readonly times: readonly AskedTime[];
  /** True for a question in another language, whose offices are named by their rank alone. */
  readonly translated: boolean;
  /** What it asks of the minutes of a meeting; null where it asks something else. */
  readonly points: PointsAsked | null;
}

/** What stands before whom a question leaves out, folded. */
const EXCEPT =
  /(?:^| )(?:ngoai(?! (?:giao|vu|truong|thuong|hoi|tinh))|ngoai tru|khong ke|khong tinh|tru)(?: (?:ra|phia|ben|nuoc|doan|cac doan|khach|tinh))* $/u;

/** What a question demands of the meeting that it means. */
export const readDemands = readOnce((question: Question): Demands => {
  const { searchText, unmarked, language, persons = [] } = question;
  const series = seriesIn(searchText);
  const named = namesWithPersons(searchText, persons)
    .filter(
      (named) => persons.some(({ start }) => start === named.start) || isName(named, unmarked),
    )
    // "Gặp gỡ đầu Xuân": the name of an event names no place.
    .filter(({ start, end }) => !series.some((one) => one.start <= start && end <= one.end))
    .map((named) => ({ ...named, words: foldedTerms(named.name) }));
  const aligned = foldAligned(searchText);
  const isExcept = ({ fullStart }: Named) => EXCEPT.test(aligned.slice(0, fullStart));
  const names = named.filter((one) => !isExcept(one));
  return {
    names,
    except: named.filter(isExcept),
    times: timesIn(searchText),
    translated: language !== "vi",
    points: pointsAsked(searchText, unmarked, names),
  };
});

/** The names of a question, those of people of the register in place of what else their words would be. */
function namesWithPersons(text: string, persons: NonNullable<Question["persons"]>): Named[] {
  const named = namesIn(text);
  if (persons.length === 0) return named;
  const people = persons.map(({ start, end }): Named => {
    const titled = named.find((one) => one.fullStart < start && start < one.end);
    return {
      kind: "person",
      name: text.slice(start, end),
      start,
      end,
      fullStart: titled?.kind === "person" ? titled.fullStart : start,
    };
  });
  const others = named.filter(
    (one) => !people.some(({ start, end }) => one.start < end && start < one.end),
  );
  return [...others, ...people].sort((a, b) => a.start - b.start);
}

/** "bà phó thị trưởng": an office in small letters is no name. */
const TITLE = /^(?:phó|quyền) /u;

/** "bà con" names nobody; without capitals a person's name can't be told from the words around it. */
function isName({ kind, name }: Named, unmarked: boolean): boolean {
  if (kind === "place") return true;
  return unmarked
    ? kind === "office" && name.includes(" ")
    : /^\p{Lu}/u.test(name) || (name.includes(" ") && !(kind === "person" && TITLE.test(name)));
}

const QUARTER =
  /(?<!\p{L})qu[yý] ?(?:(\d)|(i{1,3}|iv))(?: ?(?:\/|năm|nam)? ?((?:19|20)\d\d))?(?!\p{L})/giu;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** Before and behind a time from which or up to which all is meant, folded. */
const SINCE = /(?:^| )(?:ke tu|tinh tu|tu)(?: (?:dau|giua))?(?: (?:nam|thang|ngay))* ?$/u;
const UNTIL = /(?:^| )(?:tinh den|tinh toi|cho den|cho toi|den het)(?: (?:nam|thang|ngay))* ?$/u;
/** "Trước cuộc gặp tháng 10/2025": what was before it is meant. */
const BEFORE = /(?:^| )truoc (?:cuoc|lan|buoi|chuyen|dot|hoi|ky)(?: [a-z]{2,7}){0,3}? $/u;
const EVER_SINCE = /(?:^| )(?:ke tu|tinh tu)(?: (?:dau|giua))?(?: (?:nam|thang|ngay))* ?$/u;
/** "từ tháng 9/2024 đến hết 2025": the two ends of one span, by the words between them. */
const TO =
  /^(?: |,? (?:cho )?(?:den|toi)(?: (?:het|cuoi|dau|giua))?(?: (?:nam|thang|quy|ngay))* ?)$/u;
const TO_DATE = /^ (?:tro lai day|tro di|tro lai|den nay|toi nay|den gio|toi gio)(?= |\W|$)/u;
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

/** "từ năm 2021 trở lại đây", "tính tới 2025": the span as far as it is open. */
function opened(first: PartialDate, last: PartialDate, lead: string, tail: string): AskedTime {
  if (SINCE.test(lead) && TO_DATE.test(tail))
    return { first, last: { year: LAST_YEAR, month: null, day: null } };
  // "kể từ 2019" ends nowhere, whatever stands behind it.
  if (EVER_SINCE.test(lead) && !/^ (?:cho )?(?:den|toi) /u.test(tail))
    return { first, last: { year: LAST_YEAR, month: null, day: null } };
  if (UNTIL.test(lead) || BEFORE.test(lead))
    return { first: { year: FIRST_YEAR, month: null, day: null }, last };
  return { first, last };
}

/** True where two dates that follow one another are the ends of a span. */
function isSpan(
  first: DateMention | undefined,
  last: DateMention | undefined,
  folded: string,
): boolean {
  if (first?.date == null || last?.date == null || first.endDate !== null) return false;
  if (first.date.year === null || last.date.year === null) return false;
  if (comparePartialDates(first.date, last.date) >= 0) return false;
  const between = folded.slice(first.end, last.start);
  return SINCE.test(folded.slice(0, first.start)) && TO.test(between);
}

/** The days, months, quarters and years that a text names. */
function timesIn(text: string): AskedTime[] {
  const folded = foldAligned(text);
  const part = partOfYear(folded);
  if (part !== null) return [part];
  const dates = datesIn(text, { bareYears: true });
  const found = dates.flatMap(({ date, endDate, start, end }, i): AskedTime[] => {
    if (date === null || !isPossibleDate(date)) return [];
    const isEnd = isSpan(dates[i - 1], dates[i], folded);
    if (isEnd) return [];
    const last = isSpan(dates[i], dates[i + 1], folded) ? dates[i + 1]!.date : null;
    if (last !== null) return [{ first: date, last }];
    return [opened(date, endDate ?? date, folded.slice(0, start), folded.slice(end))];
  });
  for (const [, digit, roman, year] of text.matchAll(QUARTER)) {
    const quarter = digit === undefined ? ROMAN[roman!.toLowerCase()]! : Number(digit);
    if (quarter < 1 || quarter > 4) continue;
    const known = year === undefined ? (found[0]?.first.year ?? null) : Number(year);
    const month = quarter * 3;
    return [
      {
        first: { year: known, month: month - 2, day: null },
        last: { year: known, month, day: null },
      },
    ];
  }
  return found;
}

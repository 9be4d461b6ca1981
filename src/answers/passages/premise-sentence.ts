import { datesIn, fold, matchesIn, readOnce } from "../../language/text/index.ts";
import { asVietnamese } from "../../language/translate/index.ts";
import type { Article, PartialDate } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import { bodiesOf } from "./premise-bodies.ts";
import { timesAsked } from "./premise-dates.ts";
import { numbersAsked, seriesTold } from "./premise-series.ts";

/** A day that is agreed on for later, asked at a meeting of another month. */
const AHEAD =
  /(?<![a-z])(?:lan sau|lan toi|ke tiep|tiep theo|sap toi|ky sau|hen|moi|truoc (?:ngay|thang)|tu (?:ngay|thang)|ap dung|hieu luc|bao gio (?:bat dau|xong)|han)(?![a-z])/u;
/** "lần thứ mấy": which one of a series it was. */
const WHICH = /(?<![a-z])(?:thu may|la lan may|may lan roi)(?![a-z])/u;

/** What of one event a question asks for. */
interface EventAsked {
  /** The one number of a series; null where none or several are named. */
  readonly number: number | null;
  /** Bodies of a question for a number of a series; null for any other. */
  readonly bodies: readonly (readonly string[])[] | null;
  readonly asksWhom: boolean;
  /** Months that bind the answer. */
  readonly times: readonly Span[];
}

/** Every sentence is held against it. */
const eventAsked = readOnce((question: Question): EventAsked => {
  const { answerType, searchText } = question;
  const folded = fold(searchText);
  const numbers = numbersAsked(question);
  const asksWhom = MET.test(folded);
  const isTimed = (answerType === "date" || asksWhom) && !AHEAD.test(folded);
  const times = isTimed ? [...timesAsked(searchText), ...seasonsAsked(folded)] : [];
  return {
    number: numbers.length === 1 ? numbers[0]! : null,
    bodies: WHICH.test(folded) ? bodiesOf(question) : null,
    asksWhom,
    times: times.filter(({ first }) => first.month !== null).map(withNextMonth),
  };
});

/**
 * True where a sentence tells of another event than the one that a question is about, though it is like it: of another
 * month, of another number of the series, of a body that is not named.
 */
export function isOfAnotherEvent(
  question: Question,
  sentence: string,
  article: Article | null,
): boolean {
  const { number, bodies, asksWhom, times } = eventAsked(question);
  if (number !== null && article !== null) {
    const told = seriesTold(article.title);
    if (told.size > 0 && !told.has(number) && !seriesTold(sentence).has(number)) return true;
  }
  if (bodies === null && !asksWhom && times.length === 0) return false;
  const shown = asVietnamese(sentence);
  if (bodies !== null) {
    const words = ` ${fold(`${shown} ${article?.title ?? ""}`).replace(/[^a-z0-9]+/gu, " ")} `;
    if (!bodies.every((names) => names.some((name) => words.includes(` ${name} `)))) return true;
  }
  if (asksWhom && INVITES.test(shown) && !MEETS.test(shown)) return true;
  if (times.length === 0) return false;
  const days = datesIn(shown).flatMap(({ date, endDate }) =>
    date === null || date.day === null || date.month === null
      ? []
      : [{ first: date, last: endDate ?? date }],
  );
  return days.length > 0 && days.every((day) => times.every((time) => areApart(day, time)));
}

/** Whom somebody met: an invitation is no meeting. */
const MET =
  /(?<![a-z])(?:(?:gap|tiep|don|lam viec voi|hoi dam voi)(?: nhung)? ai|ai (?:gap|tiep|don))(?![a-z])/u;
const INVITES = /(?<!\p{L})(?:(?:chuyển|gửi|ngỏ) lời mời|(?<!lời )mời)(?!\p{L})/iu;
const MEETS = /(?<!\p{L})(?:tiếp|đón|gặp|hội đàm|hội kiến|làm việc|chào|tọa đàm)(?!\p{L})/iu;

/** "Cuối năm 2025", "mùa thu 2023", folded: their first and last months, wide. */
const SEASON =
  /(?<![a-z])(?:(dau|giua|cuoi) nam|mua (xuan|he|ha|thu))(?: nam)? ((?:19|20)\d\d)(?!\d)/gu;
const MONTHS: Readonly<Record<string, readonly [number, number]>> = {
  dau: [1, 5],
  giua: [4, 9],
  cuoi: [8, 12],
  xuan: [1, 4],
  he: [4, 8],
  ha: [4, 8],
  thu: [7, 11],
};

const seasonsAsked = (folded: string): Span[] =>
  matchesIn(folded, SEASON).map(([, part, season, digits]) => {
    const year = Number(digits);
    const [first, last] = MONTHS[(part ?? season)!]!;
    return { first: { year, month: first, day: null }, last: { year, month: last, day: null } };
  });

interface Span {
  readonly first: PartialDate;
  readonly last: PartialDate;
}

/** The talks of a quarter are often held when it is over. */
function withNextMonth({ first, last }: Span): Span {
  const isQuarter = last.day === null && last.month !== first.month && last.month !== null;
  return { first, last: isQuarter ? { ...last, month: last.month! + 1 } : last };
}

/** True where two times, as far as they are told, have no month in common. */
function areApart(a: Span, b: Span): boolean {
  const from = (span: Span) => monthOf(span.first);
  const to = (span: Span) => Math.max(monthOf(span.last), monthOf(span.first));
  const years = [a.first.year, b.first.year];
  if (years[0] !== null && years[1] !== null && a.last.year === years[0] && years[0] !== years[1])
    return true;
  return to(a) < from(b) || to(b) < from(a);
}

const monthOf = ({ month }: PartialDate): number => month ?? 1;

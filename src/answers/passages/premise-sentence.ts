import { datesIn, fold } from "../../language/text/index.ts";
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

/**
 * True where a sentence tells of another event than the one that a question is about, though it is like it: of another
 * month, of another number of the series, of a body that is not named.
 */
export function isOfAnotherEvent(
  question: Question,
  sentence: string,
  article: Article | null,
): boolean {
  const { answerType, searchText } = question;
  const shown = asVietnamese(sentence);
  const numbers = numbersAsked(question);
  if (numbers.length === 1 && article !== null) {
    const told = seriesTold(article.title);
    const own = seriesTold(sentence);
    const isOther = told.size > 0 && !numbers.some((number) => told.has(number));
    if (isOther && !numbers.some((number) => own.has(number))) return true;
  }
  const folded = fold(searchText);
  if (WHICH.test(folded)) {
    const words = ` ${fold(`${shown} ${article?.title ?? ""}`).replace(/[^a-z0-9]+/gu, " ")} `;
    const isNamed = bodiesOf(question).every((names) =>
      names.some((name) => words.includes(` ${name} `)),
    );
    if (!isNamed) return true;
  }
  const asksWhom = MET.test(folded);
  if (asksWhom && INVITES.test(shown) && !MEETS.test(shown)) return true;
  if ((answerType !== "date" && !asksWhom) || AHEAD.test(folded)) return false;
  const times = [...timesAsked(searchText), ...seasonsAsked(folded)]
    .filter(({ first }) => first.month !== null)
    .map(withNextMonth);
  const days = datesIn(shown).flatMap(({ date, endDate }) =>
    date === null || date.day === null || date.month === null
      ? []
      : [{ first: date, last: endDate ?? date }],
  );
  return (
    times.length > 0 &&
    days.length > 0 &&
    days.every((day) => times.every((time) => areApart(day, time)))
  );
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
  [...folded.matchAll(SEASON)].map(([, part, season, digits]) => {
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

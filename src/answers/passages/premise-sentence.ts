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
  if (answerType !== "date" || AHEAD.test(folded)) return false;
  const times = timesAsked(searchText)
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

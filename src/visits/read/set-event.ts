import { comparePartialDates, fold, sentences } from "../../language/text/index.ts";
import type { Article, PartialDate, Passage, VisitReport } from "../../model/index.ts";

/**
 * Gives the day that a person set for the article to its main visit. A visit that tells this very day, or a stay that
 * takes it in, is the one and gets the year. Else it is the visit that the title names most fully; of those, one
 * without a day before one with a day, one that happened before an announced one, the first told before the others.
 * Whatever else the article tells of keeps its own day.
 */
export function withSetEvent(reports: VisitReport[], article: Article): VisitReport[] {
  const { event, title } = article;
  if (!event?.set || reports.length === 0) return reports;
  const { date } = event;
  const told = fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const main =
    reports.find((report) => takesIn(report, date)) ??
    reports.toSorted(
      (a, b) =>
        named(b, told) - named(a, told) ||
        Number(a.date.day !== null) - Number(b.date.day !== null) ||
        Number(a.planned) - Number(b.planned),
    )[0]!;
  return reports.map((report) =>
    report === main ? settled(report, date, tellingSentence(article)) : report,
  );
}

/** Days and months agree; the year does where it is told. */
function takesIn({ date, endDate }: VisitReport, day: PartialDate): boolean {
  if (date.day === null || date.month === null) return false;
  if (date.year !== null && date.year !== day.year) return false;
  const first = { ...date, year: day.year };
  if (endDate?.month == null || endDate.day === null) return comparePartialDates(first, day) === 0;
  const last = { ...endDate, year: endDate.year ?? day.year };
  return comparePartialDates(first, day) <= 0 && comparePartialDates(day, last) <= 0;
}

/** How many pairs of neighbouring words of a title stand in the names of the sides: "sung ta" in "thanh pho sung ta". */
function named({ host, guest }: VisitReport, title: readonly string[]): number {
  const names = [host, guest]
    .flatMap(({ head, province, organisation }) => [head, province, organisation])
    .map((name) => fold(name ?? ""));
  const pairs = title.slice(1).map((word, i) => `${title[i]} ${word}`);
  return pairs.filter((pair) => names.some((name) => name.includes(pair))).length;
}

/** The sentence that names the day, where the text does. */
function tellingSentence({ event, blocks, text }: Article): Passage[] {
  const { start, end } = event!;
  const block = blocks.find((one) => one.start <= start && end <= one.end);
  if (start === end || block === undefined) return [];
  return sentences(text.slice(block.start, block.end))
    .map((one) => ({ start: block.start + one.start, end: block.start + one.end }))
    .filter((one) => one.start <= start && end <= one.end);
}

function settled(report: VisitReport, day: PartialDate, told: readonly Passage[]): VisitReport {
  const { endDate, evidence } = report;
  if (takesIn(report, day)) {
    const year = report.date.year ?? day.year;
    const end = endDate && { ...endDate, year: endDate.year ?? year };
    return { ...report, date: { ...report.date, year }, endDate: end, dateSet: true };
  }
  // The report's passages tell another day, or none; a last day that is told holds where it is later.
  const end = endDate?.day == null ? null : { ...endDate, year: endDate.year ?? day.year };
  const holds = end !== null && report.date.day === null && comparePartialDates(end, day) > 0;
  const { date: _, endDate: last, ...others } = evidence;
  return {
    ...report,
    date: day,
    endDate: holds ? end : null,
    evidence: {
      ...others,
      ...(told.length > 0 && { date: told }),
      ...(holds && last !== undefined && { endDate: last }),
    },
    dateSet: true,
  };
}

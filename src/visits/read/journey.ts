import type { PartialDate, VisitReport, VisitSide } from "../../model/index.ts";
import { nameKey } from "./names/index.ts";

/** Sections that tell of meetings of their own. */
const LEAST_MEETINGS = 2;

const dayKey = ({ day, month }: PartialDate): string => (day === null ? "" : `${day}/${month}`);
const headsKey = ({ host, guest }: VisitReport): string =>
  [host.head, guest.head]
    .flatMap((head) => (head === null ? [] : nameKey(head)))
    .sort()
    .join("|");

/**
 * The meetings of a journey whose report has a section for each, those who travel filled in where a section tells only
 * whom they met.
 *
 * @param sections What each section tells, that before the first heading first.
 * @returns Null where the sections are parts of one meeting.
 */
export function ofJourney(sections: readonly (readonly VisitReport[])[]): VisitReport[] | null {
  const [opening = [], ...rest] = sections;
  const main = rest.flatMap((reports) => reports.filter(isMeeting).slice(0, 1));
  const distinct = new Set(main.map((report) => `${dayKey(report.date)} ${headsKey(report)}`));
  if (main.length < LEAST_MEETINGS || distinct.size < main.length) return null;
  const journey = opening.find(({ guest }) => guest.head !== null) ?? opening[0];
  const told = rest.flatMap((reports) =>
    reports.filter((one) => isMeeting(one) || one === reports[0]),
  );
  // Where some section names a day, one without is not of the day of the opening for sure.
  const oneDay = told.every(({ date }) => date.day === null) ? journey : undefined;
  const meetings = told.map((report) => withTravellers(onItsDay(report, oneDay), journey));
  return [...opening.filter((one) => !meetings.some((other) => isSame(one, other))), ...meetings];
}

const isMeeting = ({ host, guest, planned }: VisitReport): boolean =>
  !planned && (host.head !== null || guest.head !== null);

/** True where both are of one day and the first names nobody whom the second does not. */
function isSame(one: VisitReport, other: VisitReport): boolean {
  if (one.endDate !== null || dayKey(one.date) !== dayKey(other.date)) return false;
  const heads = [other.host.head, other.guest.head].map((head) => head && nameKey(head));
  return [one.host.head, one.guest.head].every(
    (head) => head === null || heads.includes(nameKey(head)),
  );
}

/** A meeting of no day of its own is of the one day that the opening tells. */
function onItsDay(report: VisitReport, journey: VisitReport | undefined): VisitReport {
  const isOpen = report.date.month === null && report.date.day === null;
  if (!isOpen || journey === undefined || journey.endDate !== null) return report;
  if (journey.date.day === null) return report;
  const date = journey.evidence.date ?? [];
  return { ...report, date: journey.date, evidence: { ...report.evidence, date } };
}

/** A meeting with the delegation that travels, where its own section tells only whom they met. */
function withTravellers(report: VisitReport, journey: VisitReport | undefined): VisitReport {
  if (journey === undefined || journey.guest.head === null) return report;
  const { guest } = journey;
  const key = nameKey(guest.head!);
  const isThere = [report.host, report.guest].some(
    ({ head, people }) =>
      (head !== null && nameKey(head) === key) || people.some(({ name }) => nameKey(name) === key),
  );
  if (isThere || report.guest.head !== null || !agree(report.guest, guest)) return report;
  return {
    ...report,
    guest: {
      ...report.guest,
      organisation: report.guest.organisation ?? guest.organisation,
      province: report.guest.province ?? guest.province,
      country: report.guest.country ?? guest.country,
      head: guest.head,
    },
    evidence: {
      ...report.evidence,
      guest: [...(report.evidence.guest ?? []), ...(journey.evidence.guest ?? [])],
    },
  };
}

const agree = (a: VisitSide, b: VisitSide): boolean =>
  (a.country === null || a.country === b.country) &&
  (a.province === null || a.province === b.province);

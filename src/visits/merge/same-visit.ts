import { type KnownPlace, placeIn } from "../../language/names/index.ts";
import { fold } from "../../language/text/index.ts";
import type { PartialDate, VisitReport, VisitSide } from "../../model/index.ts";
import { nameKey } from "../read/index.ts";

/** What is compared of a report, folded once. */
export interface Comparable {
  readonly report: VisitReport;
  readonly host: ComparableSide;
  readonly guest: ComparableSide;
  readonly place: string | null;
  /** Where that place lies. */
  readonly seat: KnownPlace | null;
  /** Ordinal days of the known span within a leap year, or null: what can be compared without the year. */
  readonly first: number | null;
  readonly last: number | null;
}

interface ComparableSide {
  readonly head: string | null;
  readonly organisation: string | null;
  readonly province: string | null;
  readonly country: string | null;
}

const foldOrNull = (text: string | null): string | null => (text === null ? null : fold(text));

const side = ({ head, organisation, province, country }: VisitSide): ComparableSide => ({
  head: head === null ? null : nameKey(head),
  organisation: foldOrNull(organisation),
  province: foldOrNull(province),
  country: foldOrNull(country),
});

/** Days that lie before a month, in a leap year. */
const BEFORE_MONTH = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];

/** Day of the year, 1 to 366, or null where day or month is unknown. */
export function dayOfYear({ day, month }: PartialDate): number | null {
  return day === null || month === null ? null : BEFORE_MONTH[month - 1]! + day;
}

export function comparable(report: VisitReport): Comparable {
  const first = dayOfYear(report.date);
  const last = (report.endDate === null ? null : dayOfYear(report.endDate)) ?? first;
  return {
    report,
    host: side(report.host),
    guest: side(report.guest),
    place: foldOrNull(report.place),
    seat: report.place === null ? null : placeIn(report.place),
    first,
    // A span over New Year is compared by its first day.
    last: first !== null && last !== null && last < first ? first : last,
  };
}

/** One name is the other's family or given name, or the same. */
function sameName(a: string, b: string): boolean {
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

const holds = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** How surely two sides are one: 0 where nothing says so, negative where something contradicts. */
function sideLikeness(a: ComparableSide, b: ComparableSide): number {
  if (a.country !== null && b.country !== null && a.country !== b.country) return -1;
  if (a.province !== null && b.province !== null && a.province !== b.province) return -1;
  if (a.head !== null && b.head !== null) return sameName(a.head, b.head) ? 4 : -1;
  const bodies = a.organisation !== null && b.organisation !== null;
  if (bodies && holds(a.organisation!, b.organisation!)) return 3;
  if (bodies && a.head === null && b.head === null && a.province === null) return -1;
  if (a.province !== null && a.province === b.province) return 2;
  return a.country !== null && a.country === b.country ? 1 : 0;
}

/** True where the places can be one: one lies in the other as far as names tell. */
function placesAgree(a: Comparable, b: Comparable): boolean {
  if (a.place === null || b.place === null || holds(a.place, b.place)) return true;
  if (a.seat === null || b.seat === null) return true;
  if (a.seat.country !== b.seat.country) return false;
  const provinces = [a.seat.province, b.seat.province];
  return provinces.includes(null) || provinces[0] === provinces[1];
}

const HALF_YEAR_MS = 183 * 86_400_000;

/** Years agree where both are known; else the days of publication must lie within half a year, if known. */
function yearsAgree(a: VisitReport, b: VisitReport): boolean {
  if (a.date.year !== null && b.date.year !== null) return a.date.year === b.date.year;
  if (a.published === null || b.published === null) return true;
  return Math.abs(Date.parse(a.published) - Date.parse(b.published)) <= HALF_YEAR_MS;
}

/**
 * How much speaks for two reports telling of one visit: 0 where they don't, more the surer. Their days must
 * overlap (undated reports are compared by their words elsewhere), no side may contradict, and the guests
 * or both sides must be the same as far as told.
 */
export function likeness(a: Comparable, b: Comparable): number {
  if (a.first !== null && b.first !== null && (a.first > b.last! || b.first > a.last!)) return 0;
  if (!yearsAgree(a.report, b.report) || !placesAgree(a, b)) return 0;
  const host = sideLikeness(a.host, b.host);
  const guest = sideLikeness(a.guest, b.guest);
  if (host < 0 || guest < 0) return 0;
  // A delegation known by its country alone could be any.
  return guest >= 2 && guest + host >= 4 ? guest + host : 0;
}

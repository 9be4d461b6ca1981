import { createHash } from "node:crypto";
import { type KnownPlace, placeIn } from "../../language/names/index.ts";
import { fold } from "../../language/text/index.ts";
import { areOneName } from "../../language/translate/index.ts";
import type { PartialDate, VisitReport, VisitSide } from "../../model/index.ts";
import { nameKey } from "../read/index.ts";
import { type Corrected, type Correction, corrected } from "./corrections.ts";

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

type ComparableSide = Omit<VisitSide, "people"> & {
  /** The head as the article writes it. */
  readonly written: string | null;
};

const foldOrNull = (text: string | null): string | null => (text === null ? null : fold(text));

const side = ({ head, organisation, province, country }: VisitSide): ComparableSide => ({
  head: head === null ? null : nameKey(head),
  written: head,
  organisation: foldOrNull(organisation),
  province: foldOrNull(province),
  country: foldOrNull(country),
});

/** Days that lie before a month, in a leap year. */
const BEFORE_MONTH = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];

/** Day of the year, 1 to 366, or null where day or month is unknown. */
function dayOfYear({ day, month }: PartialDate): number | null {
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
  if (a.head !== null && b.head !== null)
    return sameName(a.head, b.head) || areOneName(a.written!, b.written!) ? 4 : -1;
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

/** The reports of one visit, the first one first; two of one article only where an admin merged them. */
export interface VisitCluster {
  /** Stays the same as long as its first report does; 12 characters of [0-9a-z]. */
  readonly id: string;
  readonly reports: readonly VisitReport[];
}

/** A longer stay is looked up by its first days alone. */
const MOST_DAYS = 14;
const ID_LENGTH = 12;

interface Numbered {
  readonly report: VisitReport;
  /** Place among the reports of its article. */
  readonly ordinal: number;
}

/** Code unit order, the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Earliest published first, undated last, then by article and place in it: the order doesn't depend on the input's. */
function inOrder(reports: readonly VisitReport[]): Numbered[] {
  const sorted = reports.toSorted(
    (a, b) =>
      byText(a.published ?? "9999", b.published ?? "9999") ||
      byText(a.articleId, b.articleId) ||
      firstPassage(a) - firstPassage(b) ||
      byText(JSON.stringify(a), JSON.stringify(b)),
  );
  const counts = new Map<string, number>();
  return sorted.map((report) => {
    const ordinal = counts.get(report.articleId) ?? 0;
    counts.set(report.articleId, ordinal + 1);
    return { report, ordinal };
  });
}

function firstPassage({ evidence }: VisitReport): number {
  return evidence.kind?.[0]?.start ?? 0;
}

/** Keys under which reports of the same visit meet: each day of the stay; for an undated one, who came where. */
export function keysOf({ first, last, report }: Comparable): string[] {
  if (first !== null) {
    const days = Math.min(last! - first + 1, MOST_DAYS);
    return Array.from({ length: days }, (_, i) => `${first + i}`);
  }
  const { date, endDate, guest, host, kind, place, planned, evidence } = report;
  // Undated: only the same text, as a teaser stands on several pages.
  return [JSON.stringify([date, endDate, guest, host, kind, place, planned, evidence])];
}

interface Draft {
  readonly first: Numbered;
  readonly members: Comparable[];
  readonly articles: Set<string>;
}

/** How well a report fits all members of a draft; 0 where it contradicts one, or a correction parts them. */
function agreement(draft: Draft, one: Comparable, { areOne }: Corrected): number {
  const said = draft.members.map(({ report }) => areOne(report, one.report));
  if (said.includes(false)) return 0;
  if (said.includes(true)) return Number.POSITIVE_INFINITY;
  if (draft.articles.has(one.report.articleId)) return 0;
  let sum = 0;
  for (const member of draft.members) {
    const value = likeness(member, one);
    if (value === 0) return 0;
    sum += value;
  }
  return sum / draft.members.length;
}

/**
 * Sorts reports into visits. The result doesn't depend on the order of the input, and two reports of one article are
 * never one visit, but for what admins corrected. About half a second for 20,000 reports.
 */
export function clusterReports(
  reports: readonly VisitReport[],
  corrections: readonly Correction[] = [],
): VisitCluster[] {
  const drafts: Draft[] = [];
  const byKey = new Map<string, Draft[]>();
  const draftOf = new Map<VisitReport, Draft>();
  const said = corrected(corrections, reports);
  for (const numbered of inOrder(reports)) {
    if (said.wrong.has(numbered.report)) continue;
    const one = comparable(numbered.report);
    const keys = keysOf(one);
    let best: { draft: Draft; value: number } | null = null;
    const bound = said.bound(numbered.report).flatMap((other) => draftOf.get(other) ?? []);
    for (const draft of new Set([...bound, ...keys.flatMap((key) => byKey.get(key) ?? [])])) {
      const value = agreement(draft, one, said);
      if (value > (best?.value ?? 0)) best = { draft, value };
    }
    const draft = best?.draft ?? { first: numbered, members: [], articles: new Set<string>() };
    if (best === null) drafts.push(draft);
    draft.members.push(one);
    draftOf.set(numbered.report, draft);
    draft.articles.add(numbered.report.articleId);
    for (const key of keys) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [draft]);
      else if (!list.includes(draft)) list.push(draft);
    }
  }
  return drafts.map(({ first, members }) => ({
    id: idOf(first),
    reports: members.map(({ report }) => report),
  }));
}

function idOf({ report, ordinal }: Numbered): string {
  const hash = createHash("sha256").update(`${report.articleId}\n${ordinal}`).digest();
  return hash.readBigUInt64BE(0).toString(36).padStart(13, "0").slice(-ID_LENGTH);
}

import { isoDate } from "../language/text/index.ts";
import { type Locale, localeFor } from "../locale/index.ts";
import type { PartialDate, Visit, VisitSide } from "../model/index.ts";
import { sideName } from "../visits/register/index.ts";

/** Longest line of a calendar file in bytes of UTF-8, its end not counted (RFC 5545, 3.1). */
const MAX_LINE_BYTES = 75;

/** A text value: backslash, comma, semicolon and line ends are escaped (RFC 5545, 3.3.11); other controls go. */
export function icsText(text: string): string {
  return text
    .replace(/[\\;,]/gu, "\\$&")
    .replace(/\r\n?|\n/gu, "\\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, "");
}

/** Folds a line: the next piece begins with a space; no letter is cut. */
export function foldIcsLine(line: string): string {
  const pieces: string[] = [];
  let start = 0;
  let bytes = 0;
  for (let i = 0; i < line.length; ) {
    const code = line.codePointAt(i)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > MAX_LINE_BYTES) {
      pieces.push(line.slice(start, i));
      start = i;
      // The space at its front.
      bytes = 1;
    }
    bytes += size;
    i += size === 4 ? 2 : 1;
  }
  return [...pieces, line.slice(start)].join("\r\n ");
}

/** A calendar, and how many visits it could not take in. */
interface VisitCalendar {
  readonly ics: string;
  readonly events: number;
  /** Visits of which no day is known. */
  readonly leftOut: number;
}

const UID_DOMAIN = "visits-bot";

/** `20250121`, or null where a part is unknown. */
const compactDay = (date: PartialDate) => isoDate(date)?.replaceAll("-", "") ?? null;

/** The day behind the last one: the end of an all-day event does not belong to it. */
function dayAfter(date: PartialDate): string | null {
  const iso = isoDate(date);
  if (iso === null) return null;
  const next = new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000);
  return next.toISOString().slice(0, 10).replaceAll("-", "");
}

function title(visit: Visit, { visits }: Locale): string {
  const sides = [sideName(visit.host), sideName(visit.guest)].filter((name) => name !== null);
  const planned = visit.planned ? ` (${visits.planned})` : "";
  return `${visits.kind[visit.kind]}${planned}${sides.length === 0 ? "" : `: ${sides.join(" – ")}`}`;
}

function sideText(label: string, { organisation, people }: VisitSide): string[] {
  const names = people.map(({ name, position }) =>
    position === null ? name : `${name}, ${position}`,
  );
  const parts = [...(organisation === null ? [] : [organisation]), ...names];
  return parts.length === 0 ? [] : [`${label}: ${parts.join("; ")}`];
}

function description(visit: Visit, { visits, exports }: Locale): string {
  const sources = new Map(visit.sources.map((source) => [source.articleId, source]));
  return [
    ...sideText(exports.columns.host, visit.host),
    ...sideText(exports.columns.guest, visit.guest),
    ...(visit.topics.length > 0 ? [`${visits.topics}: ${visit.topics.join("; ")}`] : []),
    ...(visit.agreements.length > 0
      ? [`${visits.agreements}: ${visit.agreements.join("; ")}`]
      : []),
    ...[...sources.values()].map(
      ({ title, link }) => `${visits.sources}: ${title}${link ? ` ${link}` : ""}`,
    ),
  ].join("\n");
}

/** The dates without a year of an end ("21–23/1/2025") are those of the start. */
function endOf({ date, endDate }: Visit): PartialDate {
  if (endDate === null) return date;
  return { year: endDate.year ?? date.year, month: endDate.month ?? date.month, day: endDate.day };
}

function eventLines(visit: Visit, stamp: string, locale: Locale): string[] | null {
  const start = compactDay(visit.date);
  const end = dayAfter(endOf(visit)) ?? dayAfter(visit.date);
  if (start === null || end === null) return null;
  const link = visit.sources.find((source) => source.link !== null)?.link;
  return [
    "BEGIN:VEVENT",
    `UID:${visit.id}@${UID_DOMAIN}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${start}`,
    // An end before the start is a misprint of the article.
    `DTEND;VALUE=DATE:${end > start ? end : dayAfter(visit.date)}`,
    `SUMMARY:${icsText(title(visit, locale))}`,
    ...(visit.place === null ? [] : [`LOCATION:${icsText(visit.place)}`]),
    `DESCRIPTION:${icsText(description(visit, locale))}`,
    ...(link ? [`URL:${link}`] : []),
    `STATUS:${visit.planned ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/**
 * A calendar of all-day events (RFC 5545). Visits without a known day are left out and counted.
 *
 * Written by hand: the `ics` package takes a millisecond an event (10 s for 10,000, in which the bot
 * stands still) and folds lines by letters, which makes Vietnamese ones longer than the 75 bytes allowed.
 *
 * @param now When the file is made.
 */
export function visitsCalendar(
  visits: readonly Visit[],
  now: Date,
  locale: Locale = localeFor("vi"),
): VisitCalendar {
  const stamp = `${now.toISOString().replace(/[-:]/gu, "").slice(0, 15)}Z`;
  const events = visits.flatMap((visit) => {
    const lines = eventLines(visit, stamp, locale);
    return lines === null ? [] : [lines];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//visits-bot//Register of visits//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${icsText(locale.exports.title)}`,
    ...events.flat(),
    "END:VCALENDAR",
  ];
  return {
    ics: `${lines.map(foldIcsLine).join("\r\n")}\r\n`,
    events: events.length,
    leftOut: visits.length - events.length,
  };
}

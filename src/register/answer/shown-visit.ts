import type { Locale } from "../../locale/locale.ts";
import type { VisitLine } from "../../locale/register/texts.ts";
import { fold } from "../../text/fold.ts";
import { formatPartialDate } from "../../text/partial-date.ts";
import type { Visit, VisitSide, VisitSource } from "../visit.ts";

/** A visit is cited by at most so many passages. */
const MAX_SOURCES = 3;
/** A body's name that is longer is cut on the line; the passage has it whole. */
const MAX_NAME_CHARS = 110;

/** "Đoàn đại biểu Quảng Tây (Lưu Ninh)"; null where nothing of a side is known. */
function sideName({ organisation, province, country, head }: VisitSide): string | null {
  const body = organisation ?? province ?? country;
  const short =
    body !== null && body.length > MAX_NAME_CHARS
      ? `${body.slice(0, body.lastIndexOf(" ", MAX_NAME_CHARS))} …`
      : body;
  if (short === null || head === null) return short ?? head;
  return `${short} (${head})`;
}

/** A visit as one line of an answer. */
export function visitLine(visit: Visit, locale: Locale): VisitLine {
  const { date, endDate, kind, planned, place, host, guest } = visit;
  const first = locale.register.visitDate(date);
  const last = endDate === null ? null : locale.register.visitDate(endDate);
  const hostName = sideName(host);
  return {
    kind,
    planned,
    date: last === null ? first : `${first} – ${last}`,
    host: hostName,
    guest: sideName(guest),
    // "Quảng Tây hội đàm với …, tại Quảng Tây" says it twice.
    place: place && hostName?.startsWith(place) ? null : place,
  };
}

/** Words of a record that its line shows, each of which a cited passage should hold. */
function shownWords({ date, place, host, guest }: Visit): string[] {
  const day = formatPartialDate({ ...date, year: null });
  return [day, host.head, guest.head, guest.organisation, host.organisation, place]
    .filter((one) => one !== null)
    .map(fold);
}

/** The passages that hold most of what a visit's line shows, in their own order; at least one. */
export function tellingSources(visit: Visit): VisitSource[] {
  const open = new Set(shownWords(visit));
  const chosen: VisitSource[] = [];
  const folded = visit.sources.map(({ quote }) => fold(quote));
  while (chosen.length < MAX_SOURCES) {
    let best = -1;
    let most: string[] = [];
    visit.sources.forEach((source, i) => {
      if (chosen.includes(source)) return;
      const held = [...open].filter((words) => folded[i]!.includes(words));
      if (best < 0 || held.length > most.length) [best, most] = [i, held];
    });
    const source = visit.sources[best];
    if (source === undefined || (chosen.length > 0 && most.length === 0)) break;
    chosen.push(source);
    for (const words of most) open.delete(words);
  }
  return visit.sources.filter((source) => chosen.includes(source));
}

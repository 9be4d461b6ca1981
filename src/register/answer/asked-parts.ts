import type { AskedPart, AskedPeriod } from "../../locale/register/texts.ts";
import { fold, hasMarks } from "../../text/fold.ts";
import type { VisitFilter } from "../filter.ts";
import type { Visit } from "../visit.ts";

/** The time between two days in the shortest words: a whole year or month, a day, an open end. */
function periodOf({ from, to }: VisitFilter): AskedPeriod | null {
  if (from === undefined) return to === undefined ? null : { kind: "until", date: to };
  if (to === undefined) return { kind: "since", date: from };
  if (from === to) return { kind: "day", date: from };
  const [year, month] = from.split("-").map(Number) as [number, number];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return { kind: "year", date: from };
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  if (from.endsWith("-01") && to === lastOfMonth) return { kind: "month", date: from };
  return { kind: "between", from, to };
}

/** What a filter looks for, part by part, sides first. A person who is also a side is named once. */
export function askedParts(filter: VisitFilter): AskedPart[] {
  const { host, guest, place, person, topic, words, counterpart, sides, kinds } = filter;
  const parts: AskedPart[] = [];
  if (kinds !== undefined) parts.push({ part: "kinds", values: kinds });
  if (sides !== undefined) parts.push({ part: "sides", values: sides });
  const values = { host, guest, place, counterpart, person, topic, words };
  for (const [part, value] of Object.entries(values)) {
    if (value === undefined || (part === "person" && (value === host || value === guest))) continue;
    parts.push({ part: part as keyof typeof values, value });
  }
  const period = periodOf(filter);
  if (period !== null) parts.push({ part: "period", period });
  return parts;
}

/** A filter with people's names that were typed without marks as the found visits write them. */
export function asWritten(filter: VisitFilter, visits: readonly Visit[]): VisitFilter {
  const people = visits.flatMap(({ host, guest }) => [...host.people, ...guest.people]);
  const heads = visits.flatMap(({ host, guest }) => [host.head, guest.head]);
  const names = [...heads, ...people.map(({ name }) => name)].filter((name) => name !== null);
  const written = (typed: string) =>
    (hasMarks(typed) ? undefined : names.find((name) => fold(name) === typed.toLowerCase())) ??
    typed;
  const { host, guest, person } = filter;
  return {
    ...filter,
    ...(host !== undefined && { host: written(host) }),
    ...(guest !== undefined && { guest: written(guest) }),
    ...(person !== undefined && { person: written(person) }),
  };
}

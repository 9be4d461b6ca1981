import { fold, hasMarks } from "../../language/text/index.ts";
import type { Asked, AskedName, AskedPeriod } from "../../locale/index.ts";
import type { Language, Visit, VisitFilter } from "../../model/index.ts";
import { placeKey, searchKey } from "../../visits/register/index.ts";
import { placeInLanguage } from "./place-in-language.ts";

/** The time between two days in the shortest words: a whole year or month, a day, an open end. */
function periodOf({ from, to }: VisitFilter): AskedPeriod | undefined {
  if (from === undefined) return to === undefined ? undefined : { kind: "until", date: to };
  if (to === undefined) return { kind: "since", date: from };
  if (from === to) return { kind: "day", date: from };
  const [year, month] = from.split("-").map(Number) as [number, number];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return { kind: "year", date: from };
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  if (from.endsWith("-01") && to === lastOfMonth) return { kind: "month", date: from };
  return { kind: "between", from, to };
}

/** What a filter looks for, to be told in the asker's language. */
export function askedOf(filter: VisitFilter, language: Language): Asked {
  const { host, guest, place, person, topic, words, counterpart, kinds } = filter;
  const named = (name: string): AskedName => ({
    name: placeInLanguage(name, language),
    isPlace: placeKey(searchKey(name)) !== null,
  });
  const sides = [...(filter.sides ?? []), ...(counterpart === undefined ? [] : [counterpart])];
  const period = periodOf(filter);
  return {
    ...(host !== undefined && { host: named(host) }),
    ...(guest !== undefined && { guest: named(guest) }),
    ...(sides.length > 0 && { sides: sides.map(named) }),
    ...(place !== undefined && { place: placeInLanguage(place, language) }),
    ...(person !== undefined && { person }),
    ...(topic !== undefined && { topic }),
    ...(words !== undefined && { words }),
    ...(kinds !== undefined && { kinds }),
    ...(period !== undefined && { period }),
  };
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

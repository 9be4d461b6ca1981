import { remembered } from "../language/text/index.ts";
import { vietnameseForms } from "../language/translate/index.ts";
import type { Visit, VisitSide } from "../model/index.ts";
import type { SqlValue } from "../storage/index.ts";
import {
  counterpartOf,
  isWithinOneCountry,
  markedKey,
  officeKey,
  placesOfSide,
  placesOfVisit,
  possibleDays,
  searchKey,
} from "../visits/register/index.ts";

/** Texts whose keys are kept: a visit's texts stand in several columns, its names in several visits. */
const KEPT_KEYS = 2_000;
const keyOfText = remembered(KEPT_KEYS, searchKey);

/** Columns of a visit, in the order of `visitValues`. */
export const VISIT_COLUMNS =
  "id, articles, first_day, last_day, published, planned, kind, host, guest, host_places, guest_places, " +
  "counterpart, counterpart_places, place, place_places, people, names, topics, words, counterpart_list, place_list";

/** Parts of a text that a phrase may not cross. */
function keys(parts: readonly (string | null)[], keyOf = keyOfText): string {
  const list = parts.flatMap((part) => (part === null ? [] : [keyOf(part)]));
  return ` ${list.join(" / ")} `;
}

/** Each word once: they are looked up one by one. */
function wordsOf(parts: readonly (string | null)[]): string {
  const words = parts.flatMap((part) => (part === null ? [] : keyOfText(part).split(" ")));
  return ` ${[...new Set(words)].join(" ")} `;
}

const placeKeys = (names: readonly string[]) => `/${names.map(keyOfText).join("/")}/`;

/** Who belongs to a side: its body and its people, without their offices, which name other bodies. */
function named({ organisation, province, head, people }: VisitSide): (string | null)[] {
  return [organisation, province, ...inAllForms([head, ...people.map(({ name }) => name)])];
}

/** Names with the Vietnamese forms of those that an article in another language writes. */
function inAllForms(names: readonly (string | null)[]): string[] {
  return names.flatMap((name) => (name === null ? [] : [name, ...vietnameseForms(name)]));
}

/** Names and offices of a side's people, the offices as `officeKey` has them. */
function offices({ head, people }: VisitSide): string {
  const told = people.flatMap(({ name, position }) => [
    ...inAllForms([name]).map(keyOfText),
    ...(position === null ? [] : [officeKey(position)]),
  ]);
  return ` ${[...inAllForms([head]).map(keyOfText), ...told].join(" / ")} `;
}

/** What queries look at of a visit; see src/index/migrations/001-index.sql. */
export function visitValues(visit: Visit): SqlValue[] {
  const { host, guest, sources } = visit;
  const days = possibleDays(visit);
  const hostPlaces = placesOfSide(host);
  const guestPlaces = placesOfSide(guest);
  const places = placesOfVisit(visit);
  const counterpart = counterpartOf(visit);
  const others = isWithinOneCountry(visit) ? [host, guest] : [counterpart];
  const people = [...host.people, ...guest.people];
  const titles = [...new Set(sources.map(({ title }) => title))];
  const told = [...visit.topics, ...visit.agreements, ...visit.numbers.map(({ text }) => text)];
  return [
    visit.id,
    JSON.stringify(visit.articleIds),
    days?.first ?? null,
    days?.last ?? null,
    visit.published,
    visit.planned ? 1 : 0,
    visit.kind,
    keys(named(host)),
    keys(named(guest)),
    placeKeys(hostPlaces),
    placeKeys(guestPlaces),
    keys(others.flatMap(named)),
    placeKeys(others.flatMap(placesOfSide)),
    keys([visit.place]),
    placeKeys(places),
    `${offices(host)}|${offices(guest)}`,
    keys(inAllForms([host.head, guest.head, ...people.map(({ name }) => name)]), markedKey),
    wordsOf(told),
    wordsOf([
      ...[visit.kind, visit.place, ...named(host), ...named(guest)],
      ...people.map(({ position }) => position),
      ...[...places, ...hostPlaces, ...guestPlaces, ...told, ...titles],
    ]),
    placesOfSide(counterpart).join("/"),
    places.join("/"),
  ];
}

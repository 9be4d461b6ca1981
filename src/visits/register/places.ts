import {
  KNOWN_PLACE_KEYS,
  knownPlace,
  knownPlaceAt,
  placeReading,
  SURNAMES,
} from "../../language/names/index.ts";
import {
  HOME_COUNTRY,
  isEveryday,
  unmarkedPlaces,
  type WordRun,
} from "../../language/places/index.ts";
import { fold, isSyllableShaped, phraseSet, terms } from "../../language/text/index.ts";
import type { Visit, VisitSide } from "../../model/index.ts";
import { searchKey } from "./names.ts";

/**
 * The places that a text names, each followed by those it lies in: "Thị ủy thị Bằng Tường" → Bằng Tường,
 * Quảng Tây, Trung Quốc.
 *
 * @param country Places of other countries are passed over ("Đại sứ quán Trung Quốc tại Việt Nam"); null takes all.
 */
export function placesIn(text: string, country: string | null): string[] {
  const list = terms(text);
  const words = list.map(({ marked }) => marked);
  const found: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const length = knownPlaceAt(words, i);
    if (length === 0) continue;
    const name = text.slice(list[i]!.start, list[i + length - 1]!.end);
    const place = placeReading(words, i, length, country);
    i += length - 1;
    // "ý kiến", "anh em": a name begins with a capital.
    if (place === null || !/^\p{Lu}/u.test(name)) continue;
    if (country !== null && place.country !== country) continue;
    if (place.rank === "town") found.push(place.name);
    if (place.province !== null) found.push(place.province);
    found.push(place.country);
  }
  return distinct(found);
}

/** True where a text has some name of a known place: "Hoa Kỳ" names Mỹ. A town does not name its province. */
export function namesPlace(text: string, place: string): boolean {
  const meant = knownPlace(place);
  if (meant === null || meant.rank === "town") return false;
  const list = terms(text);
  const words = list.map(({ marked }) => marked);
  for (let i = 0; i < list.length; i++) {
    const length = knownPlaceAt(words, i);
    if (length === 0) continue;
    const name = text.slice(list[i]!.start, list[i + length - 1]!.end);
    const found = /^\p{Lu}/u.test(name) ? placeReading(words, i, length) : null;
    i += length - 1;
    if (
      found?.rank === meant.rank &&
      found.province === meant.province &&
      found.country === meant.country
    )
      return true;
  }
  return false;
}

/** Where a side comes from, the narrowest first: town, province, country. */
export function placesOfSide({
  organisation,
  province,
  country,
  head,
  people,
}: VisitSide): string[] {
  const office = people.find(({ name }) => name === head)?.position ?? null;
  return distinct([
    ...(province === null ? [] : [province, ...placesIn(province, country)]),
    ...(organisation === null ? [] : placesIn(organisation, country)),
    // "Chủ nhiệm Nhân đại châu Văn Sơn": who leads it tells where it comes from as well.
    ...(office === null ? [] : placesIn(office, country)),
    ...(country === null ? [] : [country]),
  ]);
}

/**
 * The prefectures of places: a county is not told as its prefecture, but what "phía Văn Sơn" did its counties
 * did as well.
 */
export const prefecturesOf = (places: readonly string[]): string[] =>
  distinct(places.flatMap((place) => knownPlace(place)?.prefecture ?? []));

/**
 * Where a visit took place; a place that no list knows ("nhà khách tỉnh"), or an unknown one, is taken
 * to lie where the host is.
 */
export function placesOfVisit({ place, host }: Pick<Visit, "place" | "host">): string[] {
  const named = place === null ? [] : placesIn(place, null);
  return named.length > 0 ? named : placesOfSide(host);
}

/**
 * The side that a visit is told of as "the other": the foreign one of a Vietnamese and a foreign side,
 * else the guest.
 */
export function counterpartOf({ host, guest }: Visit): VisitSide {
  const [ofHost, ofGuest] = [countryOf(host), countryOf(guest)];
  const foreignHost = ofHost !== null && ofHost !== HOME_COUNTRY;
  return foreignHost && (ofGuest === null || ofGuest === HOME_COUNTRY) ? host : guest;
}

/** The country of a side, where only its province is told that province's. */
function countryOf({ country, province }: VisitSide): string | null {
  return country ?? (province === null ? null : (knownPlace(province)?.country ?? null));
}

/** True where both sides are of one country as far as the record tells. */
export function isWithinOneCountry({ host, guest }: Visit): boolean {
  const country = countryOf(host);
  return country !== null && country === countryOf(guest);
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [fold(name), name])).values()];
}

const BY_FOLDED_NAME = new Map(KNOWN_PLACE_KEYS.map((name) => [searchKey(name), name]));

/** Key of a known place under the name that records use ("hoa ky" → "my"); null for a name that no list knows. */
export function placeKey(key: string): string | null {
  const name = BY_FOLDED_NAME.get(key);
  const place = name === undefined ? null : knownPlace(name);
  if (place === null) return null;
  if (place.rank === "town") return searchKey(place.name);
  return searchKey(place.rank === "country" ? place.country : (place.province ?? key));
}

/** A known place as it is written, however it was typed ("lang son" → Lạng Sơn); another name as it is. */
export function placeName(typed: string): string {
  const name = BY_FOLDED_NAME.get(searchKey(typed));
  if (name === undefined) return typed;
  const place = knownPlace(name);
  // "TP HCM" is shown as TP Hồ Chí Minh; "hoa ky" as it was typed, with its capitals.
  if (place !== null && place.rank !== "country") return place.name;
  return name.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (first) => first.toUpperCase());
}

/** True behind the family name and more of a person: "Nguyễn Hoài" before Anh. */
function endsName(lead: string): boolean {
  const run = /(?:^| )((?:\p{Lu}\p{Ll}* ){2,4})$/u.exec(lead)?.[1]?.trim().split(" ") ?? [];
  return run.slice(0, -1).some((word) => SURNAMES.has(word.toLowerCase()));
}

/** Words before "huu nghi" that make it the border gate. */
const GATE_BEFORE = /(?:^| )(?:khau|ck|quoc te|tai|o|qua|den|ra|len|ve)$/u;

/** Foreign words ("campuchia") are names however they are typed; "nga", "lao" are everyday words. */
const UNMARKED = phraseSet(
  [...BY_FOLDED_NAME.keys()].filter((key) => key.includes(" ") || !isSyllableShaped(key)),
);

/**
 * Where a question names known places. A name of one word that may be Vietnamese ("Nga", "Lào") counts only
 * with its capital: without, it is an everyday word.
 *
 * @param unmarked The question was typed without marks.
 */
export function placeRanges(text: string, unmarked: boolean): { start: number; end: number }[] {
  const list = terms(text);
  const words = list.map(({ marked, folded }) => (unmarked ? folded : marked));
  const found: { start: number; end: number }[] = [];
  for (const { from, to } of unmarked ? unmarkedPlaces(words, UNMARKED) : markedPlaces(words)) {
    const { start } = list[from]!;
    const { end } = list[to - 1]!;
    // "giao luu huu nghi", "tinh huu nghi": friendship, where no gate is named.
    if (
      unmarked &&
      words[from] === "huu" &&
      words[from + 1] === "nghi" &&
      !GATE_BEFORE.test(words.slice(Math.max(0, from - 3), from).join(" ")) &&
      words[from + 2] !== "quan"
    )
      continue;
    const isCapital = /^\p{Lu}/u.test(text.slice(start));
    const isWord = to - from === 1 && isSyllableShaped(list[from]!.folded);
    if (isWord && (!isCapital || endsName(text.slice(0, start)))) continue;
    const folded = list.slice(from, to).map((term) => term.folded);
    if (!unmarked && !isCapital && isEveryday(folded)) continue;
    found.push({ start, end });
  }
  return found;
}

/** The longest known places, as they are written. */
function markedPlaces(words: readonly string[]): WordRun[] {
  const found: WordRun[] = [];
  for (let i = 0; i < words.length; ) {
    const length = knownPlaceAt(words, i);
    if (length > 0) found.push({ from: i, to: i + length });
    i += Math.max(1, length);
  }
  return found;
}

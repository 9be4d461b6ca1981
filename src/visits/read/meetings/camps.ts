import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { fold, isSyllableShaped } from "../../../language/text/index.ts";
import {
  indexOf,
  isParty,
  isPartyOf,
  isPlace,
  type NamedPlace,
  type Party,
  type People,
  type Person,
} from "../names/index.ts";
import type { Line, Story } from "./story.ts";

/**
 * The two camps of an article on a meeting across a border: the Vietnamese one ("home") and the foreign one ("away").
 * Which of them received is another question (meetings.ts).
 */
export type Camp = "home" | "away";

export interface Camps {
  /** The foreign country. */
  readonly country: string;
  /** The Vietnamese province, and the foreign province or region, named most; null where none is. */
  readonly province: Readonly<Record<Camp, string | null>>;
  of(one: Party | NamedPlace): Camp | null;
  /** The place that only this article explains and that was read as a person's name; else null. */
  placeNamed(one: Party | NamedPlace): string | null;
  /** The person a party names, with the camp; null where it names nobody of either. */
  person(party: Party): (Person & { readonly camp: Camp | null }) | null;
}

/** Offices and bodies that only the Chinese side, or only other countries, have. */
export const AWAY_OFFICE =
  /khu (?:ủy|uỷ)|châu (?:ủy|uỷ)|thị (?:ủy|uỷ)|nhân đại|chính hiệp|(?:chính quyền|chính phủ) nhân dân|huyện trưởng|thị trưởng|châu trưởng|tỉnh trưởng|khu trưởng|quận trưởng|thống đốc|đại sứ(?! (?:quán )?việt nam)|(?:phó )?(?:trưởng )?ban ngoại vụ|cục ngoại vụ|cộng sản trung quốc|khu đoàn|văn phòng ngoại sự|cục (?:công an|giáo dục|thương mại|thương vụ|văn hóa|nông nghiệp|lâm nghiệp|lâm thảo|dân chính|tài chính|thể thao|y tế|vệ sinh|nhân lực|giao thông|du lịch)|nhân dân cách mạng lào|mặt trận lào|hạt trưởng|trấn trưởng|hội đồng khu|công hội|trường đảng (?:khu|châu|thị|thành phố|huyện)/iu;
/** Offices and bodies that only the Vietnamese side has. */
export const HOME_OFFICE =
  /tỉnh (?:ủy|uỷ)|ubnd|hđnd|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|mttq|mặt trận tổ quốc|(?<!cục |sở )công an (?:tỉnh|thành phố|huyện|xã|phường)|bộ (?:chỉ huy|chqs)|liên đoàn lao động|lđlđ|công đoàn|trường chính trị|trường đào tạo cán bộ|chi cục hải quan|vksnd|tand (?:tỉnh|huyện)|(?:tòa án|viện kiểm sát) nhân dân (?:tỉnh|huyện)|sở |tỉnh đoàn|biên phòng|đại biểu quốc hội|đbqh|trung ương đảng(?! cộng sản trung)|lãnh đạo tỉnh|bộ chính trị|thành (?:ủy|uỷ)$/iu;

/** Offices and bodies of the whole country. */
export const CENTRAL_OFFICE =
  /bộ trưởng|thứ trưởng|thủ tướng|(?<!đại biểu )quốc hội(?! tỉnh)|chính phủ|(?:ủy|uỷ) ban biên giới|(?<!\p{L})bộ (?:ngoại giao|công thương|công an|quốc phòng|nội vụ|tài chính|giao thông|tư pháp|văn hóa|y tế|giáo dục|khoa học|nông nghiệp|xây dựng)/iu;

/** How much the title, the first lines and the rest say of who an article is about. */
const WEIGHT = (line: Line, n: number): number => (line.role === "title" ? 4 : n <= 5 ? 2 : 1);
/** "Biên giới Việt - Trung": the neighbour by its short name. */
const BESIDE_VIETNAM = /(?<!\p{L})Việt(?: Nam)? ?[-–] ?(Trung|Lào|Campuchia)(?!\p{L})/u;
const NEIGHBOURS: Readonly<Record<string, string>> = {
  trung: "Trung Quốc",
  lào: "Lào",
  campuchia: "Campuchia",
};
/** Weight that a foreign country needs to be a side of the meeting. */
const LEAST_WEIGHT = 3;

/**
 * Finds the camps of an article; null where it isn't about Vietnam and one other country.
 *
 * @param national True where single sentences told nothing: then also articles without a Vietnamese province are read so.
 */
export function campsOf({ lines, local }: Story, people: People, national: boolean): Camps | null {
  const provincial = isLocal(lines);
  if (!national && !provincial) return null;
  const countries = new Map<string, number>();
  const provinces: Record<Camp, Map<string, number>> = { home: new Map(), away: new Map() };
  let foreignParties = 0;
  const count = (map: Map<string, number>, key: string, weight: number) =>
    map.set(key, (map.get(key) ?? 0) + weight);
  for (const [n, line] of lines.entries()) {
    const weight = WEIGHT(line, n);
    const { parties, places, words } = line.skeleton;
    for (const one of [...parties, ...parties.flatMap(({ leader }) => leader ?? []), ...places]) {
      // "xã Phương Mỹ" is no part of America.
      if (!isPartyOf(one) && !one.whole && one.province === null && !isNamed(one, local)) continue;
      if (one.country !== null) count(countries, one.country, weight);
      if (one.country !== null && one.country !== HOME_COUNTRY && isPartyOf(one)) foreignParties++;
      if (one.province !== null)
        count(
          provinces[one.country === HOME_COUNTRY ? "home" : "away"],
          `${one.country}/${one.province}`,
          weight,
        );
    }
    for (const [name, country] of local)
      if (words.text.includes(name)) count(countries, country, weight);
    const beside = BESIDE_VIETNAM.exec(words.text)?.[1];
    if (beside !== undefined) count(countries, NEIGHBOURS[beside.toLowerCase()]!, weight);
  }
  const foreign = [...countries]
    .filter(([name]) => name !== HOME_COUNTRY)
    .sort((a, b) => b[1] - a[1])[0];
  if (!provincial && !lines.slice(0, 4).some(isProvincial)) return null;
  // A ministry's delegation that a province sees off to another country: its guests are of this one.
  const central = foreignParties === 0 && lines.slice(0, 4).some(isCentral);
  if (!central && (foreign === undefined || foreign[1] < LEAST_WEIGHT)) return null;
  const country = central ? HOME_COUNTRY : foreign![0];
  const most = (map: Map<string, number>, of: string): string | null =>
    [...map]
      .filter(([key]) => key.startsWith(`${of}/`))
      .sort((a, b) => b[1] - a[1])[0]?.[0]
      .slice(of.length + 1) ?? null;
  const campOfCountry = (name: string | null): Camp | null =>
    central ? null : name === HOME_COUNTRY ? "home" : name === country ? "away" : null;
  const localIn = (text: string | null): string | null => {
    if (text === null) return null;
    for (const [name, of] of local) if (text.includes(name)) return of;
    return null;
  };
  const campOfOffice = (text: string | null): Camp | null => {
    if (text === null) return null;
    const where = campOfCountry(localIn(text));
    if (where !== null) return where;
    if (central ? CENTRAL_OFFICE.test(text) : AWAY_OFFICE.test(text)) return "away";
    return HOME_OFFICE.test(text) ? "home" : null;
  };
  const isMinister = (party: Party, found: Person): boolean =>
    !central && CENTRAL_OFFICE.test(party.position ?? found.position ?? "");
  const personNamed = (party: Party): (Person & { readonly camp: Camp | null }) | null => {
    if (party.name !== null && local.has(party.name)) return null;
    const known = people.find(party);
    if (known === null) return null;
    const found = { ...known, name: withoutPlace(known.name, local) };
    // The country of the office itself first; that of the article's other mentions may only be supposed.
    const offices = [party.position, found.position];
    const away = offices.some((office) => office !== null && campOfOffice(office) === "away");
    const camp =
      campOfCountry(party.country) ??
      (away ? "away" : null) ??
      campOfCountry(found.country) ??
      // Neighbours have offices of the same names.
      (HYPHENATED.test(found.name) ? "away" : null) ??
      campOfOffice(party.position) ??
      campOfOffice(found.position) ??
      // A minister without a country is Vietnamese, as papers write.
      (isForeignName(found.name) ? "away" : isMinister(party, found) ? "home" : null);
    return { ...found, camp };
  };
  // Asked for the same parties again and again, and what the article tells stays.
  const persons = new Map<Party, ReturnType<typeof personNamed>>();
  const person = (party: Party): ReturnType<typeof personNamed> => {
    const known = persons.get(party);
    if (known !== undefined) return known;
    const found = personNamed(party);
    persons.set(party, found);
    return found;
  };
  return {
    country,
    province: { home: most(provinces.home, HOME_COUNTRY), away: most(provinces.away, country) },
    person,
    placeNamed: (one) =>
      isPartyOf(one) && one.name !== null && local.has(one.name) ? one.name : null,
    of(one) {
      if (central && one.province !== null) return "home";
      if (one.country !== null && !central) return campOfCountry(one.country);
      if (!isPartyOf(one)) return campOfCountry(localIn(one.text));
      if (one.name !== null && local.has(one.name)) return campOfCountry(local.get(one.name)!);
      if (one.kind === "person" || one.kind === "office") {
        const known = person(one);
        if (known?.camp != null) return known.camp;
      }
      const led = one.leader === null ? null : (person(one.leader)?.camp ?? null);
      return led ?? campOfOffice(one.organisation) ?? campOfOffice(one.position);
    },
  };
}

function isProvincial({ skeleton: { parties, places } }: Line): boolean {
  return [...parties, ...places].some(({ province }) => province !== null);
}

/** A town that the table or the article knows: "thành phố Suwon". */
function isNamed({ text }: NamedPlace, local: ReadonlyMap<string, string>): boolean {
  const name = text.replace(/^[\p{Ll} ]{1,30}(?=\p{Lu})/u, "");
  return local.has(name) || knownPlace(name) !== null;
}

function isCentral({ role, skeleton: { parties } }: Line): boolean {
  return (
    role !== "caption" &&
    parties.some(
      ({ kind, organisation, leader }) =>
        kind === "delegation" && CENTRAL_OFFICE.test(`${organisation} ${leader?.position ?? ""}`),
    )
  );
}

const LOCAL_OFFICE =
  /tỉnh (?:ủy|uỷ)|thành (?:ủy|uỷ)|huyện (?:ủy|uỷ)|ubnd|hđnd|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|(?<!\p{L})sở |tỉnh đoàn|ban quản lý|biên phòng|lđlđ|liên đoàn lao động|công đoàn|chi cục|viện kiểm sát|vksnd|trường chính trị|công an|(?<!\p{L})tỉnh$/iu;

/** Cities that heads of state come to: their name alone makes no local news. */
const CAPITALS = new Set(["Hà Nội", "TP Hồ Chí Minh", "Đà Nẵng"]);

/**
 * True where the opening names a Vietnamese province, town or one of its bodies as a party, or a province
 * stands in the title. Heads of state are read from single sentences alone: their articles mention many other journeys.
 */
function isLocal(lines: readonly Line[]): boolean {
  const opening = lines.filter(({ role }) => role !== "caption").slice(0, 4);
  const title = lines[0]!.skeleton;
  const named = [...title.places, ...title.parties].filter(({ province }) => province !== null);
  if (named.some(({ country, province }) => country === HOME_COUNTRY && !CAPITALS.has(province!)))
    return true;
  const abroad = opening.some(({ skeleton: { parties } }) =>
    parties.some(
      ({ country, province }) => country !== null && country !== HOME_COUNTRY && province !== null,
    ),
  );
  const atHome = opening.some(({ skeleton: { places } }) =>
    places.some(
      ({ country, province }) =>
        country === HOME_COUNTRY && province !== null && !CAPITALS.has(province),
    ),
  );
  if (abroad && atHome) return true;
  return opening.some(({ skeleton: { parties } }) =>
    parties.some(
      ({ country, province, position, organisation }) =>
        (country === HOME_COUNTRY && province !== null) ||
        ((country === null || country === HOME_COUNTRY) &&
          LOCAL_OFFICE.test(position ?? organisation ?? "")),
    ),
  );
}

/** "Thị trưởng Chu Hải Hà Ninh Khải": the town first, then its mayor. */
function withoutPlace(name: string, local: ReadonlyMap<string, string>): string {
  for (const place of local.keys())
    if (name.startsWith(`${place} `) && name.slice(place.length + 1).includes(" "))
      return name.slice(place.length + 1);
  return name;
}

/** Korean and Lao names are written with hyphens. */
const HYPHENATED = /\p{Ll}-\p{Ll}/u;

/**
 * True for a name that no Vietnamese could bear: "Park Noh-wan", "Khăm-phết Xay-nha-vông". Chinese ones are written in
 * Vietnamese syllables.
 */
function isForeignName(name: string): boolean {
  if (HYPHENATED.test(name)) return true;
  if (name === name.toUpperCase() || /\p{Lu}{3}/u.test(name)) return false;
  return fold(name)
    .split(/[ -]/u)
    .some((word) => /^\p{L}+$/u.test(word) && !isSyllableShaped(word));
}

/** Parties and places of a line behind their stand-ins, in order, with their index in the skeleton's text. */
export function standIns({ skeleton }: Line): { at: number; one: Party | NamedPlace }[] {
  const found: { at: number; one: Party | NamedPlace }[] = [];
  for (let at = 0; at < skeleton.text.length; at++) {
    const ch = skeleton.text[at]!;
    if (isParty(ch)) found.push({ at, one: skeleton.parties[indexOf(ch)]! });
    else if (isPlace(ch)) found.push({ at, one: skeleton.places[indexOf(ch)]! });
  }
  return found;
}

import { type PlaceRank, type PlaceRow, placeKeysOf, placeRows } from "../places/index.ts";
import { markedWords, phraseSet, remembered } from "../text/index.ts";

/** A known place: where it lies, in Vietnamese names. */
export interface KnownPlace {
  /** The name that records use, however it was spelled. */
  readonly name: string;
  /** Country as records name it: "Mỹ" also for "Hoa Kỳ". */
  readonly country: string;
  /** Province, region or city of that country; null for the country itself. */
  readonly province: string | null;
  /** Prefecture between a Chinese city, county or gate and its province; null for others. */
  readonly prefecture: string | null;
  /** True for a province (or what ranks like one): the finer names say less about the side. */
  readonly rank: "country" | "province" | "town";
}

/** Names whose places are kept: articles ask for the same ones. */
const KEPT_NAMES = 1_000;

interface Reading extends KnownPlace {
  readonly exact: PlaceRank;
  readonly needsCue: boolean;
}

function readingOf({ name, rank, province, prefecture, country, needsCue }: PlaceRow): Reading {
  const isWide = rank === "province" || rank === "municipality";
  return {
    name,
    country: country!,
    province: province ?? (rank === "country" ? null : name),
    prefecture,
    rank: rank === "country" ? "country" : isWide ? "province" : "town",
    exact: rank,
    needsCue,
  };
}

/** All readings of a name, the usual one first. */
const byName = new Map<string, Reading[]>();
for (const row of placeRows()) {
  if (row.country === null) continue;
  const reading = readingOf(row);
  for (const own of placeKeysOf(row)) {
    const list = byName.get(own);
    if (list === undefined) byName.set(own, [reading]);
    else if (
      !list.some(
        ({ country, province }) => country === row.country && province === reading.province,
      )
    )
      list.push(reading);
  }
}

/** Ranks that the word before a name can stand for, by its last syllable: "thành phố", "Huyện ủy", "thị". */
const RANKS_OF_WORD: Readonly<Record<string, readonly PlaceRank[]>> = {
  nước: ["country"],
  tỉnh: ["province"],
  choang: ["province"],
  phố: ["municipality", "prefecture", "city", "district"],
  tp: ["municipality", "prefecture", "city", "district"],
  đô: ["municipality", "seat", "city"],
  châu: ["prefecture"],
  huyện: ["district"],
  quận: ["district"],
  xã: ["city", "district", "gate", "seat"],
  tx: ["city", "district", "gate", "seat"],
  trấn: ["city", "district", "gate"],
  thị: ["city", "district", "prefecture"],
  khẩu: ["gate", "city", "district"],
};
/** Before "ủy": "Tỉnh ủy", "Thành ủy", "Huyện ủy" … say the rank as well. */
const RANKS_OF_COMMITTEE: Readonly<Record<string, readonly PlaceRank[]>> = {
  ...RANKS_OF_WORD,
  thành: ["municipality", "prefecture", "city"],
  khu: ["province"],
};

/** The ranks that the words before `at` leave open; null where they say nothing of it. */
function ranksBefore(words: readonly string[], at: number): readonly PlaceRank[] | null {
  const last = words[at - 1] ?? "";
  // "Thị ủy thị Bằng Tường", "Bí thư Huyện ủy Trùng Khánh"
  const table = last === "ủy" ? RANKS_OF_COMMITTEE : RANKS_OF_WORD;
  const word = last === "ủy" ? (words[at - 2] ?? "") : last;
  // "Nhật Bản", "Quế Châu": the end of a name is no rank.
  return Object.hasOwn(table, word) ? table[word]! : null;
}

/** Words of rank between a place and the one it lies in: ", tỉnh Vân Nam", "(khu tự trị Choang Quảng Tây". */
const WITHIN = new Set("tỉnh nước khu tự trị dân tộc choang thành phố tp của châu".split(" "));
const MOST_WITHIN = 6;

/** The known place that follows right behind word `end`, in its usual reading; null where none does. */
function placeBehind(words: readonly string[], end: number): Reading | null {
  let at = end;
  while (at < words.length && at - end < MOST_WITHIN && WITHIN.has(words[at]!)) at++;
  const length = PHRASES.longestAt(words, at);
  return length === 0 ? null : byName.get(words.slice(at, at + length).join(" "))![0]!;
}

const PHRASES = phraseSet(byName.keys());
const WIDTH = { country: 3, province: 2, town: 1 } as const;

/** How well a reading agrees with what stands around the name. */
function agreement(
  reading: Reading,
  ranks: readonly PlaceRank[] | null,
  behind: Reading | null,
): number {
  const byRank = ranks === null ? 0 : ranks.includes(reading.exact) ? 2 : -2;
  if (behind === null || WIDTH[behind.rank] <= WIDTH[reading.rank]) return byRank;
  const lies =
    behind.rank === "country"
      ? behind.country === reading.country
      : behind.province === reading.province;
  return byRank + (lies ? 4 : -4);
}

/** Number of words of the longest known place that starts at `words[at]`, or 0. Words as `terms()` gives them. */
export function knownPlaceAt(words: readonly string[], at: number): number {
  const length = PHRASES.longestAt(words, at);
  if (length === 0) return 0;
  const readings = byName.get(words.slice(at, at + length).join(" "))!;
  if (!readings.every(({ needsCue }) => needsCue)) return length;
  const behind = placeBehind(words, at + length);
  return ranksBefore(words, at) !== null ||
    readings.some((one) => behind !== null && agreement(one, null, behind) > 0)
    ? length
    : 0;
}

/**
 * The known place of `length` words at `words[at]`, told from others of its name by the word for its rank and by
 * the places behind it: "huyện Trùng Khánh (Cao Bằng)" is no Chongqing, "Hà Nam (Trung Quốc)" is Henan.
 *
 * @param country Where one of the places of this name lies in it, only those are meant.
 * @returns Null for words that name no known place.
 */
export function placeReading(
  words: readonly string[],
  at: number,
  length: number,
  country: string | null = null,
): KnownPlace | null {
  const all = byName.get(words.slice(at, at + length).join(" "));
  if (all === undefined) return null;
  const own = country === null ? [] : all.filter((one) => one.country === country);
  const readings = own.length > 0 ? own : all;
  const ranks = ranksBefore(words, at);
  const behind = placeBehind(words, at + length);
  const scores = readings.map((one) => agreement(one, ranks, behind));
  const best = Math.max(...scores);
  const reading = readings[scores.indexOf(best)]!;
  // "huyện Bắc Ninh (Liêu Ninh, Trung Quốc)": a place of that name that no row tells of.
  if (best <= -6 && behind !== null)
    return {
      name: reading.name,
      country: behind.country,
      province: behind.rank === "country" ? null : behind.province,
      prefecture: null,
      rank: "town",
    };
  return reading;
}

/** Where a known place lies, by its name in any tone placement and case; null for others. */
export const knownPlace = remembered(KEPT_NAMES, (name): KnownPlace | null => {
  const words = markedWords(name).split(" ");
  return placeReading(words, 0, words.length);
});

/** Lower-case names of all known places, for lookups in other spellings. */
export const KNOWN_PLACE_KEYS: readonly string[] = [...byName.keys()];

/** The first known place that a text names: "huyện Cao Lộc, tỉnh Lạng Sơn"; null where it names none. */
export function placeIn(text: string): KnownPlace | null {
  const words = markedWords(text).split(" ");
  for (let at = 0; at < words.length; at++) {
    const length = knownPlaceAt(words, at);
    if (length > 0) return placeReading(words, at, length);
  }
  return null;
}

import {
  FOLDED_PLACE_NAMES,
  HONORIFICS,
  KNOWN_PLACES,
  LONG_FOLDED_PLACES,
  namesIn,
  POSITION_HEADS,
} from "../../language/names/index.ts";

import { namesOf, type PlaceRow, placeRows, unmarkedPlaces } from "../../language/places/index.ts";
import { fold, terms } from "../../language/text/index.ts";
import {
  chineseUnits,
  englishTokens,
  englishUnits,
  prepareChinese,
  type Unit,
} from "../../language/translate/index.ts";
import type { Language } from "../../model/index.ts";

/** A person or place that a question or an answer names. */
export interface Mention {
  readonly kind: "person" | "place";
  /** UTF-16 range of the bare name. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The Vietnamese form of the name; the name itself where it is Vietnamese or unknown. */
  readonly vi: string;
  /** Range with the title or honorific in front: "Đại sứ Hùng Ba", "bà Hạnh". */
  readonly fullStart: number;
}

const SPELLED = new Map(
  KNOWN_PLACES.map((name) => [
    fold(name),
    name.replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase()),
  ]),
);
/** The usual place of each folded name. */
const PLACE_OF = new Map<string, PlaceRow>();
for (const row of placeRows())
  for (const name of namesOf(row).map(fold)) if (!PLACE_OF.has(name)) PLACE_OF.set(name, row);
const TITLES = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...HONORIFICS, ...POSITION_HEADS]
    .sort((a, b) => b.length - a.length)
    .join("|")})\\s{1,4}$`,
  "iu",
);
const ENGLISH_TITLES = /\b(?:mr|mrs|ms|madam|ambassador|president|minister|secretary)\.?\s+$/iu;

/** A known place typed without marks, in its proper spelling; else the name as it is. */
export function spelled(name: string): string {
  return SPELLED.get(name.toLowerCase()) ?? name;
}

/** Which places may stand for one another: those of one country, and countries; null where the table has none so called. */
export function sideOf(vietnameseName: string): string | null {
  const place = PLACE_OF.get(fold(vietnameseName));
  if (place === undefined) return null;
  return place.rank === "country" ? "country" : place.country;
}

/** The persons and places named in a question or an answer, in order. */
export function mentionsIn(text: string, language: Language): Mention[] {
  if (language === "vi") return vietnameseMentions(text);
  const prepared = language === "zh" ? prepareChinese(text) : text;
  const { units } =
    language === "zh" ? chineseUnits(prepared) : englishUnits(englishTokens(prepared));
  // Offsets in prepared text count only where nothing moved.
  return prepared.length === text.length ? located(text, prepared.toLowerCase(), units) : [];
}

function located(text: string, searched: string, units: readonly Unit[]): Mention[] {
  const found: Mention[] = [];
  let cursor = 0;
  for (const { class: kind, source, vi } of units) {
    if ((kind !== "p" && kind !== "g") || source === "") continue;
    const start = searched.indexOf(source.toLowerCase(), cursor);
    if (start < 0) continue;
    cursor = start + source.length;
    const title = ENGLISH_TITLES.exec(text.slice(0, start));
    found.push({
      kind: kind === "p" ? "person" : "place",
      start,
      end: cursor,
      name: text.slice(start, cursor),
      vi,
      fullStart: title?.index ?? start,
    });
  }
  return found;
}

function vietnameseMentions(text: string): Mention[] {
  const named = namesIn(text).flatMap(({ type, start, end }): Mention[] => {
    if (type !== "person" && type !== "place" && type !== "organisation") return [];
    const name = text.slice(start, end);
    // "đoàn Lạng Sơn" is an organisation that goes by its place; other organisations are nobody's answer here.
    if (
      type === "organisation" &&
      !FOLDED_PLACE_NAMES.has(fold(name)) &&
      !/đoàn\s$/iu.test(text.slice(0, start))
    )
      return [];
    const kind = type === "person" && !FOLDED_PLACE_NAMES.has(fold(name)) ? "person" : "place";
    const title = kind === "person" ? TITLES.exec(text.slice(0, start)) : null;
    return [{ kind, start, end, name, vi: name, fullStart: title?.index ?? start }];
  });
  // In lower case only known places can be told from other words.
  const list = terms(text);
  const words = list.map((term) => term.folded);
  for (const { from, to } of unmarkedPlaces(words, LONG_FOLDED_PLACES)) {
    const { start } = list[from]!;
    const { end } = list[to - 1]!;
    if (named.some((other) => start < other.end && other.start < end)) continue;
    const name = text.slice(start, end);
    named.push({ kind: "place", start, end, name, vi: name, fullStart: start });
  }
  return named.sort((a, b) => a.start - b.start);
}

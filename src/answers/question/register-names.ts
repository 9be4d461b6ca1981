import {
  namesIn as entitiesIn,
  FOLDED_SURNAMES,
  HONORIFIC,
  POSITION_HEADS,
} from "../../language/names/index.ts";
import {
  fold,
  foldAligned,
  foldedTerms,
  hasMarks,
  isSyllableShaped,
  phraseSet,
  type Term,
  terms,
} from "../../language/text/index.ts";
import type { TextRange } from "../../model/index.ts";
import { OFFICE_BODIES, placeKey, placeName, placeRanges } from "../../visits/register/index.ts";
import { mentionsIn } from "./mentions.ts";

/**
 * A place, a person, or a body or an office with its place ("Đại sứ quán Trung Quốc", "Thủ tướng Canada")
 * that a Vietnamese question names.
 */
export interface Named {
  readonly kind: "place" | "person" | "office";
  /** The bare name; a known place as it is written, others as typed. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where its title or honorific begins; `start` where there is none. */
  readonly fullStart: number;
}

/** Titles that say who is meant; "lãnh đạo", "đại biểu" may be anybody. */
const VAGUE = new Set(["đại biểu", "lãnh đạo", "nhà lãnh đạo", "trưởng đoàn", "phó trưởng đoàn"]);
const TITLES = phraseSet(POSITION_HEADS.filter((title) => !VAGUE.has(title)).map(fold));
/** Without marks most honorifics are other words too: cô, có; chị, chỉ. */
const FOLDED_HONORIFIC = phraseSet(["ong", "ba", "dong chi", "ngai", "dai tuong", "trung tuong"]);
/** Words at which a name typed in lower case ends. */
const NOT_IN_NAME = new Set(
  "da se dang tung vua sap co tiep don gap tham lam hoi dan dau den sang toi va voi cung tai o la thi nhung ai nao may bao nhieu trong nam thang ngay lan cua truong chu tri tu khi".split(
    " ",
  ),
);

/** Tells which words of a text are one of somebody's name: "Đức" in "Trần Đức Thắng", "Mỹ" in "Hà Mỹ Anh" are no countries. */
export function withinNames(text: string): (word: TextRange) => boolean {
  const people = hasMarks(text) ? entitiesIn(text).filter(({ type }) => type === "person") : [];
  return ({ start, end }) =>
    !text.slice(start, end).includes(" ") &&
    people.some((one) => one.start <= start && end <= one.end && one.end - one.start > end - start);
}

/** The places and persons of a question, in order. */
export function namesIn(text: string): Named[] {
  const unmarked = !hasMarks(text);
  const list = terms(text);
  const folded = list.map((term) => term.folded);
  const marked = list.map((term) => term.marked);
  // "Nhật hoàng" is no place.
  const titles = list.flatMap(({ start }, i) => {
    const length = TITLES.longestAt(folded, i);
    return length > 1 ? [{ start, end: list[i + length - 1]!.end }] : [];
  });
  const isWithinName = withinNames(text);
  const found: Named[] = placeRanges(text, unmarked)
    .filter(
      ({ start, end }) =>
        !isWithinName({ start, end }) &&
        !titles.some((title) => title.start <= start && end <= title.end),
    )
    .map((range) => ({
      kind: "place",
      name: placeName(text.slice(range.start, range.end)),
      fullStart: range.start,
      ...range,
    }));
  const isFree = (start: number, end: number) =>
    !found.some((other) => start < other.end && other.start < end);
  if (unmarked)
    found.push(...shortCountries(list, folded).filter(({ start, end }) => isFree(start, end)));
  for (const { kind, start, end, name, fullStart } of mentionsIn(text, "vi"))
    if (isFree(start, end) && !(kind === "place" && isForeign(name)))
      found.push({ kind, start, end, name, fullStart });
  for (let i = 0; i < list.length; i++) {
    const honorific = unmarked
      ? FOLDED_HONORIFIC.longestAt(folded, i)
      : HONORIFIC.longestAt(marked, i);
    const title = honorific > 0 ? 0 : TITLES.longestAt(folded, i);
    const lead = honorific || title;
    // "Đại sứ quán" is no "Đại sứ".
    if (title > 0 && folded[i + title] === "quan") continue;
    if (lead === 0 || !isFree(list[i]!.start, list[i]!.end)) continue;
    let to = i + lead;
    if (honorific > 0) {
      to += nameLength(folded, to);
    } else {
      for (let more = OFFICE_BODIES.longestAt(folded, to); more > 0; ) {
        to += more;
        more = OFFICE_BODIES.longestAt(folded, to);
      }
    }
    // "dai su hung ba": a name typed in lower case behind its title.
    const name = unmarked && to === i + title ? nameLength(folded, to) : 0;
    const isName = title > 0 && name > 1 && isFree(list[to]!.start, list[to + name - 1]!.end);
    if (isName) to += name;
    const first = honorific > 0 || isName ? i + lead : i;
    if (to <= first) continue;
    const start = list[first]!.start;
    const end = list[to - 1]!.end;
    // A title right before a name that was read already belongs to it.
    const named = found.some(
      (other) => other.kind === "person" && other.fullStart <= list[i]!.start && other.end >= end,
    );
    if (named || !isFree(start, end)) continue;
    found.push({
      kind: "person",
      name: text.slice(start, end),
      start,
      end,
      fullStart: list[i]!.start,
    });
    i = to - 1;
  }
  const leading = lowerCaseName(list, text);
  if (leading > 0 && isFree(list[0]!.start, list[leading - 1]!.end)) {
    const [start, end] = [list[0]!.start, list[leading - 1]!.end];
    found.push({ kind: "person", name: text.slice(start, end), start, end, fullStart: start });
  }
  found.push(...foreignNames(list, text, isFree));
  return withOffices(
    found.sort((a, b) => a.start - b.start),
    text,
  );
}

const MISSION = /(?:tong lanh su quan|lanh su quan|dai su quan)(?: cua)?(?: nuoc)? $/u;
/** What a country's name may stand right behind. */
const BEARERS =
  /(?:^| )(?:doan|nuoc|phia|ben|voi|thu tuong|tong thong|chu tich|ngoai truong|dai su|bo truong(?: [a-z]+ [a-z]+)?|quoc vuong) $/u;
/** Between an office and where it is held. */
const HELD =
  /^(?: (?:so|cuc|ban|chi cuc|uy ban|hoi|vu|phong)(?: [a-z]+){1,5}?)?(?: (?:tinh|thanh pho|nuoc|cua|huyen|thi|xa|phuong|chau|tran|khu))* $/u;

/** Joins an office, or "đại sứ quán", with the place behind it. */
function withOffices(names: readonly Named[], text: string): Named[] {
  const folded = foldAligned(text);
  const joined: Named[] = [];
  for (const named of names) {
    const last = joined.at(-1);
    const lead = folded.slice(0, named.start);
    const mission = named.kind === "place" ? MISSION.exec(lead) : null;
    const isHeld =
      named.kind === "place" &&
      last?.kind === "person" &&
      isTitle(last.name) &&
      HELD.test(folded.slice(last.end, named.start));
    // "Ngoại trưởng Mỹ Mike Pompeo" is one person.
    const isBearer =
      last !== undefined &&
      (last.kind === "office" || isTitle(last.name)) &&
      isTitle(last.name.split(" ").slice(0, 2).join(" ")) &&
      named.kind !== "place" &&
      /^ +$/u.test(text.slice(last.end, named.fullStart));
    if (isBearer) {
      joined.pop();
      joined.push({ ...named, fullStart: last.fullStart });
      continue;
    }
    const start = mission?.index ?? (isHeld ? last!.start : null);
    if (isHeld) joined.pop();
    joined.push(
      start === null
        ? named
        : {
            kind: "office",
            name: `${spelledTitle(text.slice(start, named.start))}${named.name}`,
            start,
            end: named.end,
            fullStart: start,
          },
    );
  }
  return joined;
}

const SPELLED = new Map(POSITION_HEADS.map((title) => [fold(title), title]));

/** A title that was typed without marks as it is written: "thu tuong " → "Thủ tướng ". */
function spelledTitle(typed: string): string {
  const title = hasMarks(typed) ? undefined : SPELLED.get(fold(typed.trim()));
  return title === undefined ? typed : `${title[0]!.toUpperCase()}${title.slice(1)} `;
}

/** "doan nga", "bo truong quoc phong lao": countries of one word, which elsewhere are everyday words. */
function shortCountries(list: readonly Term[], folded: readonly string[]): Named[] {
  return list.flatMap(({ start, end }, i): Named[] => {
    const name = placeName(folded[i]!);
    const isCountry =
      name !== folded[i] &&
      placeKey(folded[i]!) !== null &&
      !/^(?:dong|cai|gia|thanh|chau)$/u.test(folded[i + 1] ?? "");
    if (!isCountry || !BEARERS.test(`${folded.slice(Math.max(0, i - 6), i).join(" ")} `)) return [];
    return [{ kind: "place", name, start, end, fullStart: start }];
  });
}

/** True for an office without a name. */
export function isTitle(name: string): boolean {
  const words = foldedTerms(name);
  const titles = TITLES.longestAt(words, 0);
  return titles > 0 && (titles === words.length || OFFICE_BODIES.longestAt(words, titles) > 0);
}

/** No word of it is Vietnamese: such a name that no list knows may be anybody's. */
const isForeign = (name: string) => terms(name).every(({ folded }) => !isSyllableShaped(folded));

/** Names whose words are no Vietnamese syllables ("Trump", "Kim Yong-chol" apart), without a title. */
function foreignNames(
  list: readonly Term[],
  text: string,
  isFree: (start: number, end: number) => boolean,
): Named[] {
  const found: Named[] = [];
  for (const { start, end, folded } of list) {
    if (!/^\p{Lu}/u.test(text.slice(start)) || isSyllableShaped(folded) || /\d/u.test(folded))
      continue;
    if (!isFree(start, end)) continue;
    const last = found.at(-1);
    if (last !== undefined && /^[ -]$/u.test(text.slice(last.end, start))) found.pop();
    const from = last !== undefined && !found.includes(last) ? last.start : start;
    found.push({ kind: "office", name: text.slice(from, end), start: from, end, fullStart: from });
  }
  return found;
}

/** How many words from one on may be a person's name: at most four, up to what was done. */
function nameLength(folded: readonly string[], from: number): number {
  let to = from;
  // The middle name of many women is Thị.
  const goesOn = () =>
    !NOT_IN_NAME.has(folded[to]!) ||
    (folded[to] === "thi" && to === from + 1 && FOLDED_SURNAMES.has(folded[from]!));
  while (to < folded.length && to - from < 4 && goesOn()) to++;
  return to - from;
}

/** "ho tien thieu da tiep …": words of a name at the start, a family name first, up to what was done; 0 for none. */
function lowerCaseName(list: readonly Term[], text: string): number {
  if (/\p{Lu}/u.test(text.slice(1)) || !FOLDED_SURNAMES.has(list[0]?.folded ?? "")) return 0;
  let length = 1;
  while (length < 5 && !NOT_IN_NAME.has(list[length]?.folded ?? "da")) length++;
  return length >= 2 && length <= 4 && length < list.length ? length : 0;
}

import { knownPlaceAt } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { phraseSet } from "../../../language/text/index.ts";
import { readOffice } from "./office.ts";
import { BODIES, HONORIFIC, OFFICE_WORDS, POSITIONS } from "./office-words.ts";
import { type Party, party, placesOf } from "./party.ts";
import { isForeign, isFullName, nameEnd } from "./person-name.ts";
import { placeTail } from "./place-at.ts";
import { behindBracket, gapBefore, isAcronym, isUpper, textOf, type Words } from "./tokens.ts";

const APPOSITIVE_GAP = /^(?:,| -| –| —| \() ?$/u;

/** Offices that stand alone before a comma: nobody holds a second one beside them. */
const STATE_HEAD = /^(?:thủ tướng|tổng thống|chủ tịch|quốc vương|nhà vua)(?!\p{L})/iu;

/** "X làm trưởng đoàn …": what X does, no office of somebody else. */
export function isLeading(words: Words, i: number): boolean {
  return (
    words.marked[i] === "trưởng" &&
    words.marked[i + 1] === "đoàn" &&
    /^(?:làm|là)$/u.test(words.marked[i - 1] ?? "")
  );
}

export function readPerson(words: Words, i: number): Party | null {
  if (isLeading(words, i)) return null;
  const honorific = HONORIFIC.longestAt(words.marked, i);
  const position = POSITIONS.longestAt(words.marked, i);
  if (honorific > 0 && position <= honorific && knownPlaceAt(words.marked, i) <= honorific) {
    let at = i + honorific;
    if (gapBefore(words, at) !== " " && gapBefore(words, at) !== ", ") return null;
    // "Ngài đồng chí": one after another, without a call for each of a page of them.
    for (let more = HONORIFIC.longestAt(words.marked, at); more > 0 && at - i < 8; ) {
      at += more;
      more = HONORIFIC.longestAt(words.marked, at);
    }
    if (HONORIFIC.longestAt(words.marked, at) > 0) return null;
    const nested = readPerson(words, at);
    if (nested !== null && nested.kind !== "body") return { ...nested, from: i };
    if (!isUpper(words, at)) return null;
    const name = nameEnd(words, at);
    if (knownPlaceAt(words.marked, at) === name - at) return null;
    // "Đại úy Hải quân": no name.
    if (
      name === at + 1 &&
      !isForeign(words, at) &&
      OFFICE_WORDS.has(words.marked[at]!) &&
      OFFICE_WORDS.has(words.marked[name] ?? "")
    )
      return null;
    return withAppositives(words, i, at, nameEnd(words, at));
  }
  if (
    position > 0 &&
    position >= BODIES.longestAt(words.marked, i) &&
    (position >= 2 || !isFullName(words, i))
  )
    return readOfficer(words, i, position);
  if (!isUpper(words, i) || knownPlaceAt(words.marked, i) > 0 || isOfFeast(words, i)) return null;
  const end = nameEnd(words, i);
  const foreign = end - i >= 2 && end - i <= 5 && someForeign(words, i, end);
  const single =
    end - i === 1 && isForeign(words, i) && !isAcronym(words, i) && words.marked[i] !== "km";
  if (!isFullName(words, i) && !foreign && !single) return null;
  if (BODIES.longestAt(words.marked, i) > 0 && !isFullName(words, i)) return null;
  return withAppositives(words, i, i, end);
}

/** New Year of the neighbours and epidemics, whose names look like persons'. */
const FEASTS = phraseSet(
  "bunpimay|bun pimay|bunpimày|chol chnam thmay|chôl chnăm thmây|chol chnăm thmây|bun pi may|bun pi mày|sen dolta|sene dolta|ok om bok".split(
    "|",
  ),
);

const isOfFeast = ({ marked }: Words, i: number): boolean =>
  marked[i] === "tết" ||
  (marked[i] === "dịch" && /^(?:covid|sars|cúm|tả|bệnh)/u.test(marked[i + 1] ?? "")) ||
  [0, 1, 2].some((back) => FEASTS.longestAt(marked, i - back) > back);

export function someForeign(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isForeign(words, i) && !isAcronym(words, i)) return true;
  return false;
}

/** "Thủ tướng Phạm Văn A", "Tổng Bí thư, Chủ tịch nước B", "Bộ trưởng Quốc phòng Mỹ, ông C", or the office alone. */
function readOfficer(words: Words, from: number, head: number): Party | null {
  let office = readOffice(words, from, head);
  let end = office.end;
  while (office.name === null && /^(?:,| -| –| kiêm)? $/u.test(gapBefore(words, end))) {
    const next = words.marked[end] === "kiêm" ? end + 1 : end;
    const more = POSITIONS.longestAt(words.marked, next);
    const honorific = HONORIFIC.longestAt(words.marked, next);
    // "cuộc gặp với Chủ tịch Trung Quốc, Thủ tướng …": two people.
    if (more > 0 && STATE_HEAD.test(textOf(words, from, end)) && isAbroad(words, from, end)) break;
    if (more > 0 && (next > end || gapBefore(words, end) !== " ")) {
      office = readOffice(words, next, more);
      end = office.end;
      continue;
    }
    if (
      honorific > 0 &&
      isUpper(words, next + honorific) &&
      gapBefore(words, next + honorific) === " "
    ) {
      const at = next + honorific;
      if (POSITIONS.longestAt(words.marked, at) > 0 && !isFullName(words, at)) break;
      return {
        ...withAppositives(words, from, at, nameEnd(words, at)),
        position: textOf(words, from, office.end),
        ...placesOf(words, from, office.end),
      };
    }
    break;
  }
  // The late president's name stands for streets, mausoleum and city.
  if (/^chủ tịch hồ chí minh/iu.test(textOf(words, from, Math.min(from + 5, words.list.length))))
    return null;
  if (office.name === null) office = withTailAndName(words, office.end) ?? office;
  if (office.name === null)
    return party(words, "office", from, placeTail(words, office.end), {
      position: textOf(words, from, end),
    });
  const holder = withAppositives(words, from, office.name[0], office.name[1], true);
  const own = textOf(words, from, office.end);
  const position = holder.position === null ? own : `${own}, ${holder.position}`;
  const places = placesOf(words, from, office.end);
  return { ...holder, position, ...(places.country === null ? {} : places) };
}

/** "Chủ tịch UBND huyện A, tỉnh B (Việt Nam) Đào Văn C": the province behind the office, then who holds it. */
function withTailAndName(words: Words, end: number): ReturnType<typeof readOffice> | null {
  let at = placeTail(words, end);
  if (at === end) return null;
  // "tỉnh B Việt Nam Đào Văn C"
  if (gapBefore(words, at) === " " && isUpper(words, at)) {
    const country = knownPlaceAt(words.marked, at);
    if (country > 0 && isUpper(words, at + country)) at += country;
  }
  const isNamed = /^\)? $/u.test(gapBefore(words, at)) && isFullName(words, at);
  return isNamed ? { end: at, name: [at, nameEnd(words, at)] } : null;
}

function isAbroad(words: Words, from: number, to: number): boolean {
  const { country } = placesOf(words, from, to);
  return country !== null && country !== HOME_COUNTRY;
}

/**
 * A named person with the positions behind the name: `, Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh`.
 *
 * @param held True where a position stands in front of the name.
 */
export function withAppositives(
  words: Words,
  from: number,
  nameFrom: number,
  nameTo: number,
  held = false,
): Party {
  // "Trương Tú Long (Zhang Xiulong), Phó Bí thư …": the bracket tells the name once more.
  const bracket = behindBracket(words, nameTo);
  const isNameAgain = bracket > nameTo && POSITIONS.longestAt(words.marked, nameTo) === 0;
  let end = isNameAgain && /^\),? /u.test(gapBefore(words, bracket)) ? bracket : nameTo;
  let first = -1;
  const runsOn = (at: number): boolean =>
    at === nameTo && isUpper(words, at) && POSITIONS.longestAt(words.marked, at) >= 2;
  while (
    APPOSITIVE_GAP.test(gapBefore(words, end).replace(/^\)/u, "")) ||
    words.marked[end] === "kiêm" ||
    runsOn(end)
  ) {
    const at = words.marked[end] === "kiêm" ? end + 1 : end;
    const post = POSITIONS.longestAt(words.marked, at);
    if (post === 0 || isLeading(words, at)) break;
    // "ông X, Tổng Lãnh sự quán Việt Nam tại …"
    const head = words.marked[at + post] === "quán" ? post + 1 : post;
    const office = readOffice(words, at, head);
    // "Chủ tịch A, Bí thư B, Chủ tịch C Lê D": who has an office in front has none of another's behind.
    if (office.name !== null && held) {
      first = -1;
      end = nameTo;
    }
    // "Ly Mí Pó, Đồn trưởng Đồn Biên phòng Nghĩa Thuận": what no family name begins is where the office is.
    const seat = office.name;
    if (
      seat !== null &&
      !held &&
      !isFullName(words, seat[0]) &&
      !someForeign(words, seat[0], seat[1])
    ) {
      if (first < 0) first = end;
      end = placeTail(words, seat[1]);
      continue;
    }
    if (office.name !== null || holderFollows(words, office.end)) break;
    if (first < 0) first = end;
    end = placeTail(words, office.end);
  }
  return party(words, "person", from, first < 0 ? nameTo : end, {
    name: textOf(words, nameFrom, nameTo),
    position: first < 0 ? null : textOf(words, first, end),
    ...placesOf(words, nameTo, end),
  });
}

/** `Bộ trưởng Quốc phòng Mỹ, ông Ashton Carter`: the position is the next person's. */
function holderFollows(words: Words, at: number): boolean {
  const honorific = HONORIFIC.longestAt(words.marked, at);
  return (
    honorific > 0 &&
    gapBefore(words, at) === ", " &&
    isUpper(words, at + honorific) &&
    POSITIONS.longestAt(words.marked, at + honorific) === 0 &&
    !/^(?:đồng|các)$/u.test(words.marked[at]!)
  );
}

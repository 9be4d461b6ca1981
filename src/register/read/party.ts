import { knownPlace, knownPlaceAt } from "./gazetteer.ts";
import { isForeign, isFullName, nameEnd, readOffice } from "./office.ts";
import { BODIES, CUES, DELEGATIONS, HONORIFIC, OFFICE_WORDS, POSITIONS } from "./office-words.ts";
import { gapBefore, isAcronym, isUpper, textOf, type Words } from "./tokens.ts";

/** Somebody who can visit or receive, as one phrase of a sentence names them. */
export interface Party {
  /** `office` is a position without its holder's name: "Thủ tướng Việt Nam". */
  readonly kind: "person" | "office" | "body" | "delegation";
  /** Words `[from, to)` of the sentence. */
  readonly from: number;
  readonly to: number;
  readonly name: string | null;
  readonly position: string | null;
  /** Name of the body or delegation. */
  readonly organisation: string | null;
  /** Who leads the delegation, where the same phrase says so: "do ông … làm trưởng đoàn". */
  readonly leader: Party | null;
  /** Country and province that the phrase itself names. */
  readonly country: string | null;
  readonly province: string | null;
}

const APPOSITIVE_GAP = /^(?:,| -| –| —| \() ?$/u;
/** Words before "đoàn" that make another word of it. */
const NO_DELEGATION = new Set(
  "tập quân binh sư trung lữ trưởng phó công văn liên hợp tham gia".split(" "),
);
/** Offices that stand alone before a comma: nobody holds a second one beside them. */
const STATE_HEAD = /^(?:thủ tướng|tổng thống|chủ tịch|quốc vương|nhà vua)(?!\p{L})/iu;
const COMPOUNDS = new Set(
  "cán bộ|toàn bộ|nội bộ|đại hội|xã hội|giáo hội|quốc hội|lễ hội|cơ hội|dịch vụ|nhiệm vụ|bệnh viện|quốc phòng|văn phòng|ủy ban|thủ đảng|sĩ quan".split(
    "|",
  ),
);
const LEADS = /^(?:làm|là|dẫn|đứng|cầm)$/u;
const LEADER_LOOK = 8;

/** Reads the party that begins at word `i`, or null. */
export function readParty(words: Words, i: number): Party | null {
  return readDelegation(words, i) ?? readPerson(words, i) ?? readBody(words, i);
}

function party(
  words: Words,
  kind: Party["kind"],
  from: number,
  to: number,
  rest: Partial<Party> = {},
): Party {
  return {
    kind,
    from,
    to,
    name: null,
    position: null,
    organisation: null,
    leader: null,
    ...placesOf(words, from, to),
    ...rest,
  };
}

/** The first country and the best province named in the words; what stands behind "tại" is another's. */
export function placesOf(
  words: Words,
  from: number,
  to: number,
): Pick<Party, "country" | "province"> {
  let country: string | null = null;
  let province: string | null = null;
  let town: string | null = null;
  for (let i = from; i < to; i++) {
    if (words.marked[i] === "tại") break;
    const length = isUpper(words, i) ? knownPlaceAt(words.marked, i) : 0;
    if (length === 0 || i + length > to) continue;
    const place = knownPlace(textOf(words, i, i + length))!;
    if (country !== null && country !== place.country) break;
    country = place.country;
    if (place.rank === "province") province ??= place.province;
    if (place.rank === "town" && place.province !== textOf(words, i, i + length))
      town ??= place.province;
    i += length - 1;
  }
  return { country, province: province ?? town };
}

function readDelegation(words: Words, i: number): Party | null {
  const head = DELEGATIONS.longestAt(words.marked, i);
  if (head === 0 || NO_DELEGATION.has(words.marked[i - 1] ?? "")) return null;
  if (head === 1 && /^(?:kết|viên|trưởng|xe|tàu|quân|tụ)$/u.test(words.marked[i + 1] ?? ""))
    return null;
  if (
    isUpper(words, i) &&
    head === 1 &&
    isFullName(words, i) &&
    BODIES.longestAt(words.marked, i + 1) === 0 &&
    knownPlaceAt(words.marked, i + 1) === 0
  )
    return null;
  const end = placeTail(words, bodyEnd(words, i, head));
  const leader =
    words.marked[end] === "do" && /^\)?,? $/u.test(gapBefore(words, end))
      ? readLeader(words, end + 1)
      : null;
  const organisation = textOf(words, i, end);
  return party(words, "delegation", i, end, {
    organisation,
    leader: leader?.party ?? null,
    ...(leader === null ? {} : { to: leader.end }),
  });
}

/** End of the name of a body, with foreign names in it: "Tổ chức Plan International tại Việt Nam". */
function bodyEnd(words: Words, from: number, head: number): number {
  const { end, name } = readOffice(words, from, head);
  if (name === null || !someForeign(words, name[0], name[1])) return end;
  const seat = words.marked[name[1]] === "tại" ? knownPlaceAt(words.marked, name[1] + 1) : 0;
  return seat > 0 ? name[1] + 1 + seat : name[1];
}

/** Reads "ông X, chức vụ, làm trưởng đoàn" behind "do". */
function readLeader(words: Words, i: number): { party: Party; end: number } | null {
  const leader = readPerson(words, i);
  if (leader === null) return null;
  for (let at = leader.to; at < Math.min(words.list.length, leader.to + LEADER_LOOK); at++) {
    if (/[.;:]/u.test(gapBefore(words, at))) return null;
    const next = words.marked[at + 1];
    if (!LEADS.test(words.marked[at]!)) continue;
    if (next === "đầu") return { party: leader, end: at + 2 };
    if (next === "trưởng")
      return {
        party: leader,
        end: Math.min(at + (words.marked[at + 2] === "phái" ? 4 : 3), words.list.length),
      };
  }
  return null;
}

function readPerson(words: Words, i: number): Party | null {
  const honorific = HONORIFIC.longestAt(words.marked, i);
  const position = POSITIONS.longestAt(words.marked, i);
  if (honorific > 0 && position <= honorific && knownPlaceAt(words.marked, i) <= honorific) {
    const at = i + honorific;
    if (gapBefore(words, at) !== " " && gapBefore(words, at) !== ", ") return null;
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
  if (!isUpper(words, i) || knownPlaceAt(words.marked, i) > 0) return null;
  const end = nameEnd(words, i);
  const foreign = end - i >= 2 && end - i <= 5 && someForeign(words, i, end);
  const single = end - i === 1 && isForeign(words, i) && !isAcronym(words, i);
  if (!isFullName(words, i) && !foreign && !single) return null;
  if (BODIES.longestAt(words.marked, i) > 0 && !isFullName(words, i)) return null;
  return withAppositives(words, i, i, end);
}

function someForeign(words: Words, from: number, to: number): boolean {
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
  if (office.name === null)
    return party(words, "office", from, placeTail(words, office.end), {
      position: textOf(words, from, end),
    });
  const holder = withAppositives(words, from, office.name[0], office.name[1]);
  const own = textOf(words, from, office.end);
  const position = holder.position === null ? own : `${own}, ${holder.position}`;
  const places = placesOf(words, from, office.end);
  return { ...holder, position, ...(places.country === null ? {} : places) };
}

function isAbroad(words: Words, from: number, to: number): boolean {
  const { country } = placesOf(words, from, to);
  return country !== null && country !== "Việt Nam";
}

/** A named person with the positions behind the name: `, Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh`. */
function withAppositives(words: Words, from: number, nameFrom: number, nameTo: number): Party {
  let end = nameTo;
  let first = -1;
  while (APPOSITIVE_GAP.test(gapBefore(words, end))) {
    const head = POSITIONS.longestAt(words.marked, end);
    if (head === 0) break;
    const office = readOffice(words, end, head);
    if (office.name !== null || holderFollows(words, office.end)) break;
    if (first < 0) first = end;
    end = placeTail(words, office.end);
  }
  return party(words, "person", from, end, {
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

function readBody(words: Words, i: number): Party | null {
  const head = BODIES.longestAt(words.marked, i);
  if (head === 0 || isFullName(words, i)) return null;
  // "cán bộ", "xã hội", "quốc phòng": no body begins there.
  if (
    head === 1 &&
    !isUpper(words, i) &&
    (!isUpper(words, i + 1) || COMPOUNDS.has(`${words.marked[i - 1]} ${words.marked[i]}`))
  )
    return null;
  if (
    head === 1 &&
    /^(?:nghị|thảo|báo|trường|chợ|đàm|kiến|xuân)$/u.test(words.marked[i + 1] ?? "") &&
    words.marked[i] === "hội"
  )
    return null;
  const office = readOffice(words, i, head);
  if (office.name !== null && /lãnh đạo$/u.test(words.marked.slice(i, i + head).join(" ")))
    return {
      ...withAppositives(words, i, office.name[0], office.name[1]),
      ...placesOf(words, i, office.end),
      position: textOf(words, i, office.end),
    };
  const end = placeTail(words, bodyEnd(words, i, head));
  const named = placesOf(words, i, end).country !== null || hasCapital(words, i + head, end);
  const own = isUpper(words, i) && head >= 2;
  if (!named && !own) return null;
  return party(words, "body", i, end, { organisation: textOf(words, i, end) });
}

function hasCapital(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isUpper(words, i)) return true;
  return false;
}

/** Takes in `, Quảng Tây, Trung Quốc` and `(Trung Quốc)` behind word `end`. */
function placeTail(words: Words, end: number): number {
  let at = end;
  while (at < words.list.length) {
    const gap = gapBefore(words, at);
    const bracket = / ?\($/u.test(gap);
    // "cửa khẩu Đồng Đăng - Lạng Sơn"
    const joined = /^ [-–] $/u.test(gap) && isUpperPlace(words, at) && endsInPlace(words, at);
    if (gap !== ", " && !bracket && !joined) break;
    let next = at;
    for (let cue = CUES.longestAt(words.marked, next); cue > 0 && !isUpperPlace(words, next); ) {
      next += cue;
      cue = CUES.longestAt(words.marked, next);
      if (/^(?:dân|choang)$/u.test(words.marked[next] ?? ""))
        next += words.marked[next] === "dân" ? 3 : 1;
    }
    const place = isUpperPlace(words, next) ? knownPlaceAt(words.marked, next) : 0;
    if (place === 0 && !(next > at && /choang/u.test(words.marked[next - 1] ?? ""))) break;
    let close = next + place;
    // "(Vân Nam, Trung Quốc)"
    while (bracket && gapBefore(words, close) === ", " && isUpperPlace(words, close))
      close += knownPlaceAt(words.marked, close);
    if (bracket && close < words.list.length && !gapBefore(words, close).startsWith(")")) break;
    at = close;
  }
  return at;
}

function endsInPlace(words: Words, end: number): boolean {
  return [1, 2, 3].some(
    (length) => isUpper(words, end - length) && knownPlaceAt(words.marked, end - length) === length,
  );
}

function isUpperPlace(words: Words, i: number): boolean {
  return isUpper(words, i) && knownPlaceAt(words.marked, i) > 0;
}

import { knownPlace, knownPlaceAt } from "../../../language/names/index.ts";
import { type DateMention, datesIn, unifyTonePlacement } from "../../../language/text/index.ts";
import { bodyEnd, readBody } from "./body.ts";
import { BODIES, DELEGATIONS, HONORIFIC, POSITIONS } from "./office-words.ts";
import { type Party, party, placesOf } from "./party.ts";
import { isLeading, readPerson } from "./person.ts";
import { isFullName } from "./person-name.ts";
import { bare, type NamedPlace, placeAt, placeTail } from "./place-at.ts";
import { endOf, gapBefore, isUpper, textOf, type Words, wordsOf } from "./tokens.ts";

/** Words before "đoàn" that make another word of it. */
const NO_DELEGATION = new Set(
  "tập quân binh sư trung lữ trưởng phó công văn liên hợp tham gia".split(" "),
);

const LEADS = /^(?:làm|là|dẫn|đứng|cầm)$/u;

/** Positions that the vocabulary lacks may stand between the leader's name and "làm trưởng đoàn". */
const LEADER_LOOK = 24;

/** What is told of the delegation: behind it "dẫn đầu" is said of another. */
const TOLD = /^(?:thăm|tiếp|đón|gặp|sang|đến|tới|đã|sẽ)$/u;

function readDelegation(words: Words, i: number): Party | null {
  const head = DELEGATIONS.longestAt(words.marked, i);
  if (head === 0 || (NO_DELEGATION.has(words.marked[i - 1] ?? "") && !isLed(words, i))) return null;
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
  const named = bodyEnd(words, i, head);
  // "Đoàn đại biểu phía Trung Quốc"
  const side = words.marked[named] === "phía" ? knownPlaceAt(words.marked, named + 1) : 0;
  const end = placeTail(words, side > 0 ? named + 1 + side : named);
  const leader = leaderBehind(words, end);
  const organisation = textOf(words, i, end);
  return party(words, "delegation", i, end, {
    organisation,
    leader: leader?.party ?? null,
    ...(leader === null ? {} : { to: leader.end }),
  });
}

/** Words between a delegation and "do ông X làm trưởng đoàn": "đoàn Ban Tổ chức Lễ hội B tại C (D) do …". */
const NAME_LOOK = 16;

function leaderBehind(words: Words, end: number): ReturnType<typeof readLeader> {
  for (let at = end; at < Math.min(words.list.length, end + NAME_LOOK); at++) {
    const word = words.marked[at]!;
    if (/[.;:]/u.test(gapBefore(words, at)) || TOLD.test(word)) return null;
    if (word === "do") return readLeader(words, at + 1);
    const another = DELEGATIONS.longestAt(words.marked, at) > 0 && words.marked[at + 1] !== "kết";
    if (
      another ||
      POSITIONS.longestAt(words.marked, at) > 1 ||
      HONORIFIC.longestAt(words.marked, at) > 0
    )
      return null;
  }
  return null;
}

/** "làm trưởng đoàn đại biểu cấp cao A": there the delegation's name follows its leader's. */
function isLed(words: Words, i: number): boolean {
  const named = DELEGATIONS.longestAt(words.marked, i) > 1 || knownPlaceAt(words.marked, i + 1) > 0;
  return named && isLeading(words, i - 1);
}

/** Reads "ông X, chức vụ, làm trưởng đoàn" behind "do". */
function readLeader(words: Words, i: number): { party: Party; end: number } | null {
  const leader = readPerson(words, i);
  if (leader === null) return null;
  for (let at = leader.to; at < Math.min(words.list.length, leader.to + LEADER_LOOK); at++) {
    if (/[.;:]/u.test(gapBefore(words, at)) || TOLD.test(words.marked[at]!)) return null;
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

/** Reads the party that begins at word `i`, or null. */
function readParty(words: Words, i: number): Party | null {
  return readDelegation(words, i) ?? readPerson(words, i) ?? readBody(words, i);
}

/**
 * A sentence in lower case with one character for each party, place and date, so that frames can be written
 * as regular expressions over it. `P` classes: see `PARTY`, `PLACE`, `DATE`.
 */
export interface Skeleton {
  readonly words: Words;
  /** Range of the sentence in `Article.text`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly parties: readonly Party[];
  readonly places: readonly NamedPlace[];
  readonly dates: readonly DateMention[];
}

/** Words without which no sentence tells of a visit. */
export const TELLS =
  /thăm|tiếp|đón|hội đàm|hội kiến|làm việc|gặp|công du|chào|khảo sát|thị sát|giao lưu|ký kết|tới|đến|sang|tọa đàm|toạ đàm|trao đổi|dừng chân|tiễn|lễ |hội nghị|phiên họp|kiểm tra|tổ chức|ký|chuyến|về nước|xuất cảnh|đối thoại|tiếp tục|rời|họp|dâng hương|trao tặng|hội xuân|ngày hội|chủ trì|tham quan|ngồi với|ghé/iu;

const DAY = /\d{1,2}[/.-]\d{1,2}/u;

const PARTY_BASE = 0xe000;

const PLACE_BASE = 0xe400;

const DATE_BASE = 0xe800;

const MOST = 0x3ff;

/** A known place of that many words is never the head of a body: "Văn phòng Chính phủ". */
const SEAT_WORDS = 3;

/** Regular expression classes of the one-character stand-ins. */
export const PARTY = "[\\uE000-\\uE3FF]";

export const PLACE = "[\\uE400-\\uE7FF]";

export const DATE = "[\\uE800-\\uEBFF]";

/** Index of the party, place or date that a stand-in is for. */
export function indexOf(standIn: string): number {
  return standIn.charCodeAt(0) & MOST;
}

export const isParty = (ch: string): boolean => ch >= "\uE000" && ch <= "\uE3FF";

export const isDate = (ch: string): boolean => ch >= "\uE800" && ch <= "\uEBFF";

export const isPlace = (ch: string): boolean => ch >= "\uE400" && ch <= "\uE7FF";

const NOWHERE: ReadonlyMap<string, string> = new Map();

/**
 * Reads a sentence of an article.
 *
 * @param start Its place in the article's text.
 * @param local Countries of the places that only this article explains, by their names.
 */
export function skeletonOf(
  sentence: string,
  start: number,
  local: ReadonlyMap<string, string> = NOWHERE,
): Skeleton {
  const words = wordsOf(sentence);
  // Where nothing is told of a visit, nobody asks for the dates.
  const dates =
    TELLS.test(sentence) || DAY.test(sentence)
      ? datesIn(sentence).filter(({ kind }) => kind !== "time")
      : [];
  const parties: Party[] = [];
  const places: NamedPlace[] = [];
  let text = "";
  let at = 0;
  const push = (from: number, to: number, standIn: number): void => {
    text += plain(sentence.slice(at, from)) + String.fromCharCode(standIn);
    at = to;
  };
  for (let i = 0; i < words.list.length; ) {
    const { start: from } = words.list[i]!;
    const date = dates.findIndex((mention) => from >= mention.start && from < mention.end);
    if (date >= 0) {
      if (at <= dates[date]!.start) push(dates[date]!.start, dates[date]!.end, DATE_BASE + date);
      i++;
      continue;
    }
    const seat = isUpper(words, i) ? knownPlaceAt(words.marked, i) : 0;
    const party = seat >= SEAT_WORDS ? null : parties.length < MOST ? readParty(words, i) : null;
    if (
      party !== null &&
      party.to > i &&
      (isPlaceName(words, party, i) || isLocalName(party, local))
    ) {
      const end = endOf(words, i, party.to);
      push(from, end, PLACE_BASE + places.length);
      places.push({
        start: from,
        end,
        text: textOf(words, i, party.to),
        country: local.get(party.name ?? "") ?? null,
        province: null,
        whole: false,
      });
      i = party.to;
      continue;
    }
    if (party !== null && party.to > i) {
      push(from, endOf(words, i, party.to), PARTY_BASE + parties.length);
      parties.push(located(party, local));
      i = party.to;
      continue;
    }
    const place = placeAt(words, i);
    if (place > 0 && places.length < MOST) {
      const end = words.list[i + place - 1]!.end;
      push(from, end, PLACE_BASE + places.length);
      places.push({
        start: from,
        end,
        text: textOf(words, i, i + place),
        ...locatedPlace(words, i, i + place, local),
        whole: knownPlace(bare(words, i, i + place))?.rank === "country",
      });
      i += place;
      continue;
    }
    i++;
  }
  text = (text + plain(sentence.slice(at))).replace(BESIDE_PLACE, "$1tại ");
  return { words, start, end: start + sentence.length, text, parties, places, dates };
}

/** "trước cửa khẩu", "bên cột mốc": where they stood, as "tại" has it. */
const BESIDE_PLACE =
  /(^|[,\uE800-\uEBFF] )(?:ngay )?(?:trước|bên|dưới|cạnh|giữa|trên|trong)(?: chân| sân)? (?=(?:cửa khẩu|cổng|trụ sở|nhà|sân|cầu|bờ|mốc|cột mốc|cột cờ|thềm|hội trường|khuôn viên|tượng đài|[\uE400-\uE7FF])(?!\p{L}))/gu;

/** "Seocheon đề nghị …": a bare name that the article explained as a place. */
function isLocalName({ kind, position, name }: Party, local: ReadonlyMap<string, string>): boolean {
  return kind === "person" && position === null && name !== null && local.has(name);
}

/** A party with the country of the place that the article explains and that its own words name. */
function located(party: Party, local: ReadonlyMap<string, string>): Party {
  if (local.size === 0) return party;
  const leader = party.leader === null ? null : located(party.leader, local);
  if (party.country !== null) return { ...party, leader };
  const text = party.organisation ?? party.position ?? "";
  const name = [...local.keys()].find((one) => text.endsWith(one) || text.includes(`${one} `));
  return { ...party, leader, country: name === undefined ? null : local.get(name)! };
}

function locatedPlace(
  words: Words,
  from: number,
  to: number,
  local: ReadonlyMap<string, string>,
): Pick<Party, "country" | "province"> {
  const known = placesOf(words, from, to);
  if (known.country !== null || local.size === 0) return known;
  const name = [1, 2, 3]
    .filter((length) => to - length >= from)
    .map((length) => textOf(words, to - length, to))
    .find((one) => local.has(one));
  return name === undefined ? known : { country: local.get(name)!, province: null };
}

/** "tới Abu Dhabi": a bare foreign name behind a word of motion is a place. */
function isPlaceName(words: Words, party: Party, i: number): boolean {
  if (party.kind !== "person" || party.position !== null || party.name === null) return false;
  if (words.list[i]!.start !== words.text.indexOf(party.name, words.list[i]!.start)) return false;
  return (
    /^(?:tới|đến|ở|tại|sang|rời|từ)$/u.test(words.marked[i - 1] ?? "") && !isFullName(words, i)
  );
}

function plain(text: string): string {
  return unifyTonePlacement(text.toLowerCase()).replace(/[“”"]/gu, '"');
}

/** True for a party, false for a place. */
export function isPartyOf(one: Party | NamedPlace | undefined): one is Party {
  return one !== undefined && "kind" in one;
}

/** Whom or which place a character of a skeleton stands for. */
export function named(skeleton: Skeleton, standIn: string): Party | NamedPlace {
  return isPlace(standIn)
    ? skeleton.places[indexOf(standIn)]!
    : skeleton.parties[indexOf(standIn)]!;
}

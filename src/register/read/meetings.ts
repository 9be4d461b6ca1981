import type { Passage, VisitField, VisitKind } from "../visit.ts";
import { apart } from "./apart.ts";
import { type Camp, type Camps, standIns } from "./camps.ts";
import { kindOf } from "./frames.ts";
import { type Candidate, headsIn, MEET, RECEIVE, SPEAK } from "./heads.ts";
import { isPartyOf } from "./named.ts";
import type { Party } from "./party.ts";
import type { NamedPlace } from "./place-at.ts";
import { emptySide, isGeneral, type Side } from "./sides.ts";
import { indexOf, isPlace, PARTY, PLACE } from "./skeleton.ts";
import type { Line, Story } from "./story.ts";
import { UNKNOWN_DATE, type When, whenOf } from "./when.ts";

/** One meeting or journey as the whole article tells it. */
export interface Meeting {
  kind: VisitKind;
  planned: boolean;
  host: Side;
  guest: Side;
  when: When | null;
  place: NamedPlace | null;
  readonly evidence: Map<VisitField, Passage[]>;
  /** The line that tells of it, and those up to the next meeting: its minutes stand there. */
  readonly line: Line;
  readonly lines: readonly Line[];
}

const EVENT = new RegExp(
  `${RECEIVE}|${MEET}|(?<![\\p{L}])(?:lễ (?:ký|công bố|khai trương|thông xe|khánh thành|tiễn|đón|vận hành|kết nghĩa|trao|bàn giao)|vận hành chính thức|hội nghị|phiên họp|đối thoại|tập huấn|kết nghĩa|diễn tập|tuần tra|kiểm tra liên hợp|kiểm tra|giao lưu|thăm|công du|lên đường|xuất cảnh|về nước|khảo sát|chúc tết|sang dự|sang thăm)(?![\\p{L}\\p{M}])`,
  "gu",
);
/** What a later sentence must hold to tell of a meeting of its own. */
const OWN_MEETING = new RegExp(
  `${RECEIVE}|${MEET}|(?<![\\p{L}])(?:đoàn tới|lễ ký)(?![\\p{L}])`,
  "u",
);
const SPOKEN = new RegExp(SPEAK, "u");
const PAST =
  /(?<![\p{L}])(?:từng|năm ngoái|khi đó|khi ấy|trước đây|cách đây|lần trước|kể từ|tính từ|những lần gặp)(?![\p{L}])/u;
const NEXT =
  /^(?:\d{1,2}[.)] |[-•+] )?(?:cùng ngày|trước đó|sau đó|tiếp đó|cũng trong|sang|tiếp theo|(?:sáng|chiều|tối|trưa)|[\uE800-\uEBFF])/u;
/** Sentences from the beginning among which the meeting is told. */
const OPENING_LINES = 5;
const VENUE = new RegExp(
  `(?<![\\p{L}])(tại|ở|qua) (?:[^.;,\\uE000-\\uE7FF]{0,30} )?(${PLACE}|${PARTY})`,
  "gu",
);
const GOAL = new RegExp(
  `(?<![\\p{L}])(?:thăm|sang|đến|tới|đi|lên)(?: [^.;\\uE000-\\uE7FF]{0,40})? (${PLACE})`,
  "u",
);

/** Reads the meetings of an article about two camps; empty where its opening tells of none. */
export function meetingsOf({ lines }: Story, camps: Camps, published: string | null): Meeting[] {
  const body = lines.filter(({ role }) => role === "body");
  const anchor = body.slice(0, OPENING_LINES).find((line) => tells(line));
  if (anchor === undefined) return [];
  const from = body.indexOf(anchor);
  const starts: { line: Line; at: number; when: When | null }[] = [
    { line: anchor, at: from, when: whenIn(anchor, published) },
  ];
  const main = starts[0]!;
  for (const [i, line] of body.entries()) {
    if (i <= from || !OWN_MEETING.test(line.skeleton.text) || PAST.test(line.skeleton.text))
      continue;
    const when = whenIn(line, published);
    const last = starts.at(-1)!;
    if (isNext(line, when, last, main, camps))
      starts.push({ line, at: i, when: when ?? sameDay(line, last.when) });
  }
  const several = starts.length > 1;
  const receivers = hostOf(
    several ? lines.slice(0, 4).concat(body.slice(from, starts[1]!.at)) : lines,
    camps,
  );
  const meetings = starts.map(({ line, at, when }, n) => {
    const own = body.slice(at, starts[n + 1]?.at ?? body.length);
    // One meeting is told by all lines; of several the first is the journey, told by title and captions too.
    const about = several
      ? n === 0
        ? [...lines.filter(({ role }) => role === "title"), ...own]
        : own
      : lines;
    return meetingOf(
      line,
      about,
      own,
      when ?? (several ? null : whenIn(lines, published)),
      camps,
      receivers,
    );
  });
  if (several) inherit(meetings, headsIn(lines, camps), receivers);
  return meetings.filter(isTold);
}

function tells({ skeleton: { text } }: Line): boolean {
  const match = [...text.matchAll(EVENT)][0];
  if (match === undefined || PAST.test(text)) return false;
  const spoken = SPOKEN.exec(text);
  return (
    spoken === null ||
    spoken.index > match.index ||
    /(?:tại|trong|nhân) [^.;]{0,20}$/u.test(text.slice(0, match.index))
  );
}

/** A meeting needs a day of its own, or others who receive at another time of the day. */
function isNext(
  line: Line,
  when: When | null,
  last: { readonly line: Line; readonly when: When | null },
  main: { readonly when: When | null },
  camps: Camps,
): boolean {
  const { text } = line.skeleton;
  if (when !== null && main.when !== null && apart(when, main.when)) return false;
  const spoken = SPOKEN.exec(text);
  const event = OWN_MEETING.exec(text)!;
  const told = spoken === null || event.index < spoken.index;
  const day = when?.date.day ?? null;
  const dayBefore = last.when?.date.day ?? null;
  const withinSpan = last.when?.endDate != null && when !== null && when.endDate === null;
  if (day !== null && (day !== dayBefore || withinSpan)) return NEXT.test(text) || told;
  const heads = headsIn([line], camps).filter(({ sure }) => sure);
  const known = new Set(headsIn([last.line], camps).map(({ name }) => name));
  const others = heads.some(({ name }) => !known.has(name));
  return (
    others &&
    told &&
    (NEXT.test(text) ||
      (line.item && /^\s*(?:\d{1,2}[.)]|[-•+])\s*(?:chào|hội|gặp|làm việc|tiếp|dự)/u.test(text)))
  );
}

function sameDay({ skeleton: { text } }: Line, last: When | null): When | null {
  return /^(?:cũng trong |trong )?[\uE800-\uEBFF]|cùng ngày/u.test(text) &&
    last !== null &&
    last.date.day !== null
    ? { ...last, endDate: null }
    : null;
}

/** The day of the first clause that tells one. */
function whenIn(told: Line | readonly Line[], published: string | null): When | null {
  let best: When | null = null;
  for (const { skeleton, role } of Array.isArray(told)
    ? (told as readonly Line[])
    : [told as Line]) {
    if (skeleton.dates.length === 0 || role === "title" || PAST.test(skeleton.text)) continue;
    if (Array.isArray(told) && SPOKEN.test(skeleton.text)) continue;
    for (const match of skeleton.text.matchAll(EVENT)) {
      const when = whenOf(skeleton, match.index, match.index + match[0].length, published);
      if (when === null || when.date === UNKNOWN_DATE) continue;
      if (when.date.day !== null || (when.endDate?.day ?? null) !== null) return when;
      if (when.date.month !== null) best ??= when;
    }
  }
  return best;
}

/** Which camp received: by verbs of receiving and coming, then by where it was; the Vietnamese where nobody did. */
function hostOf(lines: readonly Line[], camps: Camps): Camp {
  const votes: Record<Camp, number> = { home: 0.5, away: 0 };
  const other = (camp: Camp): Camp => (camp === "home" ? "away" : "home");
  const vote = (
    standIn: string | undefined,
    { skeleton }: Line,
    weight: number,
    host: boolean,
  ): void => {
    if (standIn === undefined) return;
    const one = isPlace(standIn)
      ? skeleton.places[indexOf(standIn)]!
      : skeleton.parties[indexOf(standIn)]!;
    const camp = camps.of(one);
    if (camp !== null) votes[host ? camp : other(camp)] += weight;
  };
  const ways: readonly (readonly [RegExp, number, boolean])[] = [
    [new RegExp(`được (${PARTY})[^.;\\uE000-\\uE3FF]{0,60}${RECEIVE}`, "gu"), 8, true],
    [new RegExp(`(?<!được )(${PARTY})[^.;\\uE000-\\uE7FF]{0,50}?${RECEIVE}`, "gu"), 6, true],
    [new RegExp(`(?<!được )(${PLACE})[^.;\\uE000-\\uE7FF]{0,12}${RECEIVE}`, "gu"), 4, true],
    [
      new RegExp(
        `(?:${RECEIVE}|chào mừng|hoan nghênh|chào đón)[^.;\\uE000-\\uE7FF]{0,40}(${PARTY})`,
        "gu",
      ),
      5,
      false,
    ],
    [
      new RegExp(
        `(?:tiếp|đón|tiễn)[^.;]{0,40} (?:là|có) [^.;\\uE000-\\uE7FF]{0,14}(${PARTY})`,
        "gu",
      ),
      6,
      true,
    ],
    [
      new RegExp(
        `(${PARTY})[^.;\\uE000-\\uE3FF]{0,60}?(?<![\\p{L}])(?:sang|đến|tới|thăm|lên đường|chào xã giao|đến chào|xuất cảnh|về nước|công du)(?![\\p{L}])`,
        "gu",
      ),
      3,
      false,
    ],
    [
      new RegExp(`(?<![\\p{L}])(?:thăm|sang|đến|tới)[^.;\\uE000-\\uE7FF]{0,40} (${PLACE})`, "gu"),
      3,
      true,
    ],
    [new RegExp(`(?<![\\p{L}])(?:tại|ở) [^.;,\\uE000-\\uE7FF]{0,24}(${PLACE})`, "gu"), 1, true],
    [/phía khách có [^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, false],
    [/lời mời của [^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, true],
    [/chủ nhà[^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, true],
  ];
  for (const [n, line] of lines.entries()) {
    if (PAST.test(line.skeleton.text)) continue;
    const early = line.role === "title" || n < 5 ? 1 : 0.34;
    for (const [pattern, weight, host] of ways)
      for (const match of line.skeleton.text.matchAll(pattern))
        vote(match[1], line, weight * early, host);
    if (n < 4)
      for (const { one } of standIns(line))
        if (
          isPartyOf(one) &&
          /^(?:đại sứ|tổng lãnh sự|công sứ|đại biện)/iu.test(one.position ?? "") &&
          camps.of(one) === "away"
        )
          votes.home += 1;
  }
  return votes.away > votes.home ? "away" : "home";
}

function meetingOf(
  line: Line,
  about: readonly Line[],
  own: readonly Line[],
  when: When | null,
  camps: Camps,
  receivers: Camp,
): Meeting {
  const passage = passageOf(line);
  const evidence = new Map<VisitField, Passage[]>([["kind", [passage]]]);
  const heads = headsIn(about, camps);
  const side = (camp: Camp, field: "host" | "guest"): Side => {
    const head = heads.find((one) => one.camp === camp) ?? null;
    const made = sideOfCamp(camp, [line, ...about], camps);
    if (head !== null) {
      made.head = head.name;
      made.people.push({ name: head.name, position: head.position });
    }
    const from = [passage, ...(head === null ? [] : [passageOf(head.line)])].filter(
      ({ start }) => start >= 0,
    );
    evidence.set(
      field,
      from.filter(({ start }, i) => from.findIndex((one) => one.start === start) === i),
    );
    return made;
  };
  const host = side(receivers, "host");
  const guest = side(receivers === "home" ? "away" : "home", "guest");
  const place = placeIn(line, own, camps, receivers);
  if (place !== null) evidence.set("place", [passage]);
  if (when !== null && when.date !== UNKNOWN_DATE) evidence.set("date", [when.passage]);
  if (when?.endDate != null) evidence.set("endDate", [when.passage]);
  return {
    kind: kindIn(line),
    planned: isPlanned(line),
    host,
    guest,
    when,
    place,
    evidence,
    line,
    lines: own,
  };
}

const passageOf = ({ skeleton: { start, end } }: Line): Passage => ({ start, end });

function kindIn({ skeleton: { text } }: Line): VisitKind {
  const match = [...text.matchAll(EVENT)][0]?.[0] ?? "thăm";
  if (/^lễ ký|^ký/u.test(match)) return "ký kết";
  if (/^lễ|vận hành|hội nghị|phiên họp|đối thoại|tập huấn/u.test(match)) return "dự sự kiện";
  if (/kiểm tra|tuần tra/u.test(match)) return "khảo sát";
  return /^tiễn/u.test(match) ? "tiếp" : kindOf(match, text);
}

function isPlanned({ skeleton: { text } }: Line): boolean {
  return (
    /(?<![\p{L}])(?:sẽ|dự kiến|sắp)(?![\p{L}])/u.test(text) &&
    !/(?<![\p{L}])(?:đã|vừa)(?![\p{L}])/u.test(text)
  );
}

/** What the lines tell of a camp: its delegation or body, and where it comes from; the first lines count. */
function sideOfCamp(camp: Camp, lines: readonly Line[], camps: Camps): Side {
  const side = emptySide();
  side.country = camp === "home" ? "Việt Nam" : camps.country;
  for (const line of lines.slice(0, 6)) {
    for (const { one } of standIns(line)) {
      if (camps.of(one) !== camp) continue;
      side.province ??= one.province;
      if (!isPartyOf(one)) continue;
      if (
        line.role !== "title" &&
        (one.kind === "delegation" || one.kind === "body") &&
        one.organisation !== null &&
        !isGeneral(one.organisation)
      )
        side.organisation ??= one.organisation;
    }
    if (side.organisation !== null && side.province !== null) break;
  }
  side.organisation ??= unitIn(camp, lines, camps);
  if (camp === "home") side.province ??= camps.province.home;
  return side;
}

/** The finest unit that is named of a camp, where no body is: "châu Hồng Hà". */
function unitIn(camp: Camp, lines: readonly Line[], camps: Camps): string | null {
  for (const line of lines.slice(0, 6))
    for (const { one } of standIns(line))
      if (
        !isPartyOf(one) &&
        camps.of(one) === camp &&
        /^(?:thành phố|huyện|châu|thị|quận|hạt|xã)(?: |$)/iu.test(one.text)
      )
        return one.text;
  return null;
}

/** Where it was: "tại A" of its own line, else of those behind it, else where the journey goes. */
function placeIn(
  line: Line,
  own: readonly Line[],
  camps: Camps,
  receivers: Camp,
): NamedPlace | null {
  let country: NamedPlace | null = null;
  for (const one of [line, ...own.slice(0, 3)]) {
    const { text } = one.skeleton;
    const venues = [...text.matchAll(VENUE)].map((match) => match[2]!);
    const goal = GOAL.exec(text)?.[1];
    for (const standIn of [...venues, ...(goal === undefined ? [] : [goal])]) {
      const place = placeOfStandIn(standIn, one);
      if (place === null) continue;
      const camp = camps.of(place);
      if (camp !== null && camp !== receivers && !/cửa khẩu|mốc|cầu/iu.test(place.text)) continue;
      if (!place.whole) return place;
      country ??= place;
    }
    if (SPOKEN.test(text) && one !== line) break;
  }
  return receivers === "away" ? country : null;
}

function placeOfStandIn(standIn: string, { skeleton }: Line): NamedPlace | null {
  if (isPlace(standIn)) return skeleton.places[indexOf(standIn)]!;
  const party: Party = skeleton.parties[indexOf(standIn)]!;
  if (party.kind !== "body" || party.organisation === null) return null;
  const { country, province, organisation } = party;
  return { start: 0, end: 0, text: organisation, country, province, whole: false };
}

/** Of several meetings of a journey each has the journey's guests, and the day that only the journey tells. */
function inherit(meetings: readonly Meeting[], heads: readonly Candidate[], receivers: Camp): void {
  const [journey, ...others] = meetings as [Meeting, ...Meeting[]];
  const guests = receivers === "home" ? "away" : "home";
  const leader =
    journey.guest.head === null
      ? heads.find(({ camp, sure }) => camp === guests && sure)
      : undefined;
  if (leader !== undefined) {
    journey.guest.head = leader.name;
    journey.guest.people.push({ name: leader.name, position: leader.position });
  }
  for (const one of others) {
    const { guest } = journey;
    if (guest.head !== null) {
      one.guest.head = guest.head;
      one.guest.people = [...guest.people];
    }
    one.guest.organisation = guest.organisation ?? one.guest.organisation;
    one.guest.province = guest.province ?? one.guest.province;
  }
}

/** A meeting is told where somebody or some body of both sides is known, or its day. */
function isTold({ host, guest, when }: Meeting): boolean {
  const known = ({ head, organisation, province }: Side): boolean =>
    head !== null || organisation !== null || province !== null;
  return (
    known(host) &&
    known(guest) &&
    (host.head !== null ||
      guest.head !== null ||
      when !== null ||
      (host.organisation !== null && guest.organisation !== null))
  );
}

import type { Passage, VisitField, VisitKind } from "../visit.ts";
import { apart } from "./apart.ts";
import { type Camp, type Camps, CENTRAL_OFFICE, standIns } from "./camps.ts";
import { kindOf } from "./frames.ts";
import { knownPlace } from "./gazetteer.ts";
import { type Candidate, headsIn, MEET, RECEIVE, SPEAK } from "./heads.ts";
import { isPartyOf } from "./named.ts";
import type { Party } from "./party.ts";
import type { NamedPlace } from "./place-at.ts";
import { emptySide, isGeneral, type Side } from "./sides.ts";
import { DATE, indexOf, isPlace, PARTY, PLACE } from "./skeleton.ts";
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
  `${RECEIVE}|${MEET}|(?<![\\p{L}])(?:lễ (?:ký|công bố|khai trương|thông xe|khánh thành|tiễn|đón|vận hành|kết nghĩa|trao|bàn giao)|vận hành chính thức|hội nghị|phiên họp|đối thoại|tập huấn|kết nghĩa|diễn tập|tuần tra|kiểm tra liên hợp|kiểm tra|giao lưu|thăm|công du|lên đường|xuất cảnh|về nước|khảo sát|chúc tết|sang dự|sang thăm|rời|chuyến đi|chuyến thăm|chuyến công tác|chương trình công tác|có mặt tại)(?![\\p{L}\\p{M}])`,
  "gu",
);
/** What a later sentence must hold to tell of a meeting of its own. */
const OWN_MEETING = new RegExp(
  `${RECEIVE}|${MEET}|(?<![\\p{L}])lễ ký(?![\\p{L}])|^[^.;]{0,30}${PARTY} (?:đã )?(?:đi tiếp )?(?:tới|đến|sang) ${PLACE}`,
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
  const anchor = body.slice(0, OPENING_LINES).find((line) => !line.item && tells(line));
  if (anchor === undefined) return [];
  const from = body.indexOf(anchor);
  const starts: { line: Line; at: number; when: When | null }[] = [
    { line: anchor, at: from, when: whenIn([anchor], published) },
  ];
  const main = starts[0]!;
  for (const [i, line] of body.entries()) {
    if (i <= from || !OWN_MEETING.test(line.skeleton.text) || PAST.test(line.skeleton.text))
      continue;
    const when = whenIn([line], published);
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
    const told =
      when === null || when.weak ? (whenIn(several ? own : lines, published) ?? when) : when;
    return meetingOf(line, about, own, told, camps, receivers);
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

const ENDS = /(?<![\p{L}])(?:về đến|khép lại|kết thúc)(?![\p{L}])/u;
/** "Sáng nay (6/6)": the day itself stands in brackets. */
const IN_BRACKETS = new RegExp(`${DATE} ?\\((${DATE})\\)`, "u");

/** The day of the first clause that tells one; the day of a return only where nothing else is told. */
function whenIn(lines: readonly Line[], published: string | null): When | null {
  let best: When | null = null;
  for (const line of lines) {
    const { skeleton, role } = line;
    const { text } = skeleton;
    if (skeleton.dates.length === 0 || role === "title" || PAST.test(text)) continue;
    if (lines.length > 1 && SPOKEN.test(text) && line !== lines.find((one) => one.role === "body"))
      continue;
    const bracket = IN_BRACKETS.exec(text);
    const at = bracket === null ? [] : [bracket.index + bracket[0].length - 2];
    const events = [...text.matchAll(EVENT)].map(({ index }) => index);
    const leading = /^[^\uE800-\uEBFF]{0,24}[\uE800-\uEBFF]/u.exec(text);
    if (leading !== null) events.push(leading[0].length - 1);
    for (const from of [...at, ...events]) {
      const when = whenOf(skeleton, from, from + 1, published);
      if (when === null || when.date === UNKNOWN_DATE || when.date.month === null) continue;
      if (ENDS.test(text) || when.weak) best ??= { ...when, weak: true };
      else if (when.date.day !== null || (when.endDate?.day ?? null) !== null) return when;
      else best ??= when;
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
        `(${PARTY})[^.;\\uE000-\\uE3FF]{0,60}?(?<![\\p{L}])(?:sang|(?:đến|tới)(?! nay| từ| lúc| khi| cuối| hết| ngày)|thăm|lên đường|chào xã giao|đến chào|xuất cảnh|về nước|công du)(?![\\p{L}])`,
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
    [
      new RegExp(`(?<![\\p{L}])(?:tại|ở) [^.;,\\uE000-\\uE7FF]{0,24}${PLACE}, (${PLACE})`, "gu"),
      1,
      true,
    ],
    [new RegExp(`^(${PLACE})[^.;\\uE000-\\uE7FF]{0,16}[\\uE800-\\uEBFF]? là nơi`, "gu"), 4, true],
    [new RegExp(`chuyến (?:đi|thăm|công tác)[^.;\\uE000-\\uE7FF]{0,24} (${PLACE})`, "gu"), 3, true],
    [
      new RegExp(
        `(?<!(?:và|với|cùng|,) )(${PARTY}|${PLACE})[^.;,\\uE000-\\uE7FF]{0,24} (?:tổ chức (?:lễ|buổi|cuộc|hội|giao lưu|chương trình|tiếp|đón)|đăng cai|làm lễ)`,
        "gu",
      ),
      2,
      true,
    ],
    [/phía khách có [^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, false],
    [/lời mời của [^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, true],
    [/chủ nhà[^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, true],
  ];
  for (const [n, line] of lines.entries()) {
    if (PAST.test(line.skeleton.text)) continue;
    const early = line.role === "title" || n < 5 ? 1 : 0.34;
    if (early < 1 && SPOKEN.test(line.skeleton.text)) continue;
    for (const [pattern, weight, host] of ways)
      for (const match of line.skeleton.text.matchAll(pattern))
        vote(match[1], line, weight * early, host);
    if (n < 4)
      for (const { one } of standIns(line))
        if (isPartyOf(one) && one.kind === "delegation") {
          const camp = camps.of(one);
          if (camp !== null) votes[other(camp)] += 1;
        } else if (
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
    if (POST.test(head?.position ?? "") && camp === "away") {
      // Who represents a whole country comes from none of its provinces.
      made.province = null;
      if (made.organisation !== null && !POST.test(made.organisation)) made.organisation = null;
    }
    if (camp === "home" && head?.position != null && CENTRAL_OFFICE.test(head.position)) {
      // A minister receives for the whole country, whatever province the article is about.
      made.province = null;
      if (made.organisation !== null && !CENTRAL_OFFICE.test(made.organisation))
        made.organisation = null;
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
  const place = placeIn(line, own, camps, receivers, host);
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

const POST = /đại sứ|lãnh sự|tham tán|đại biện|công sứ/iu;

/** What the lines tell of a camp: its delegation or body, and where it comes from; the first lines count. */
function sideOfCamp(camp: Camp, lines: readonly Line[], camps: Camps): Side {
  const side = emptySide();
  side.country = camp === "home" ? "Việt Nam" : camps.country;
  const unit = unitIn(camp, lines, camps);
  const bodies: string[] = [];
  for (const line of lines.slice(0, 6))
    for (const { one } of standIns(line)) {
      if (camps.of(one) !== camp) continue;
      side.province ??= one.province;
      if (!isPartyOf(one) || line.role === "title") continue;
      const { kind, organisation } = one;
      if (
        (kind === "delegation" || kind === "body") &&
        organisation !== null &&
        !isGeneral(organisation)
      )
        bodies.push(organisation);
    }
  // The body of the very place that the title or the first sentence is about.
  const name = unit === null ? null : nameOfUnit(unit);
  side.organisation =
    bodies.find((body) => name === null || body.includes(name)) ?? unit ?? bodies[0] ?? null;
  if (camp === "home") side.province ??= camps.province.home;
  return side;
}

const nameOfUnit = (unit: string): string =>
  unit.replace(/^(?:thành phố|huyện|châu|thị|quận|hạt|xã|tx\.?|tp\.?) /iu, "");

/** What is no unit: a gate, a bridge, a waterfall. */
const GATE = /(?<![\p{L}])(?:cửa khẩu|mốc|lối|cầu|thác|chợ|cặp)(?![\p{L}])|hữu nghị quan/iu;

/** The finest unit that title or first lines name of a camp: "châu Hồng Hà"; null where only a province is. */
function unitIn(camp: Camp, lines: readonly Line[], camps: Camps): string | null {
  for (const line of lines.slice(0, 4))
    for (const { one } of standIns(line)) {
      const explained = camps.placeNamed(one);
      if (explained !== null && camps.of(one) === camp) return explained;
      if (isPartyOf(one) || one.whole || camps.of(one) !== camp) continue;
      const known = knownPlace(nameOfUnit(one.text))?.rank;
      if (known === "province" || GATE.test(one.text)) continue;
      const isUnit = /^(?:thành phố|huyện|châu|thị|quận|hạt|xã) /iu.test(one.text);
      if (
        isUnit ||
        (line.role === "title" && known === "town" && !GATE.test(line.skeleton.words.text))
      )
        return one.text;
    }
  return null;
}

const HELD =
  /(?<![\p{L}])(?:diễn ra|tổ chức|hội đàm|buổi|lễ|chuyến đi|nơi)(?![\p{L}])[^.;]{0,40}$/u;

/** Where it was: "tại A" of its own line, else of those that say where it was held, else where the journey goes. */
function placeIn(
  line: Line,
  own: readonly Line[],
  camps: Camps,
  receivers: Camp,
  host: Side,
): NamedPlace | null {
  let country: NamedPlace | null = null;
  let elsewhere = false;
  const embassy = host.people.some(({ position }) => /đại sứ|lãnh sự/iu.test(position ?? ""));
  for (const one of [line, ...own.slice(0, 4).filter((other) => other !== line)]) {
    const { text } = one.skeleton;
    const venues = [...text.matchAll(VENUE)]
      .filter(({ index }) => one === line || HELD.test(text.slice(0, index)))
      .map((match) => match[2]!);
    const goal = one === line ? GOAL.exec(text)?.[1] : undefined;
    for (const standIn of [...venues, ...(goal === undefined ? [] : [goal])]) {
      const place = placeOfStandIn(standIn, one);
      if (place === null) continue;
      const camp = camps.of(place);
      if (
        camp !== null &&
        camp !== receivers &&
        !embassy &&
        !/cửa khẩu|mốc|cầu/iu.test(place.text)
      ) {
        elsewhere = true;
        continue;
      }
      if (!place.whole) return place;
      if (camp === receivers) country ??= place;
    }
  }
  if (elsewhere || embassy) return receivers === "away" ? country : null;
  const home = hostPlace(host);
  // "vui mừng đón đoàn đến Lạng Sơn": whoever receives there is the host.
  for (const { skeleton } of home === null ? [] : [line, ...own])
    for (const match of skeleton.text.matchAll(COMING)) {
      const place = skeleton.places[indexOf(match[1]!)]!;
      if (place.text.includes(home!)) return place;
    }
  return receivers === "away" ? country : null;
}

const COMING = new RegExp(
  `(?<![\\p{L}])(?:tại|ở|đến|tới|thăm|lên|về)(?: [^.;,\\uE000-\\uE7FF]{0,24})? (${PLACE})`,
  "gu",
);

/** The name of the unit, else of the province, that a side's own name tells. */
function hostPlace({ organisation, province }: Side): string | null {
  const unit =
    /(?:thành phố|huyện|châu|thị|quận) (\p{Lu}[\p{L}\p{M}-]{0,20}(?: \p{Lu}[\p{L}\p{M}-]{0,20}){0,2})/u.exec(
      organisation ?? "",
    );
  return unit?.[1] ?? province;
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

import { matchesIn, UNKNOWN_DATE } from "../../../language/text/index.ts";
import type { Passage, VisitField, VisitKind } from "../../../model/index.ts";
import { differentJourney, type Group, kindOf, type Side, type When } from "../events/index.ts";
import { DATE, indexOf, PARTY, PLACE } from "../names/index.ts";
import { type Camp, type Camps, CENTRAL_OFFICE } from "./camps.ts";
import { type Candidate, headsIn, openHeadsIn } from "./heads.ts";
import { placeIn, whenIn } from "./meeting-frame.ts";
import { hostOf, POST, sideOfCamp } from "./meeting-sides.ts";
import { EVENT, MEET, PAST, RECEIVE, SPOKEN } from "./meeting-words.ts";
import { rosterOf } from "./roster.ts";
import type { Line, Story } from "./story.ts";

/** One meeting or journey as the whole article tells it. */
export interface Meeting extends Omit<Group, "events"> {
  /** The line that tells of it, and those up to the next meeting: its minutes stand there. */
  readonly line: Line;
  readonly lines: readonly Line[];
}

/** What is done within a meeting, and between any two bodies all year round. */
const TALKS = "(?:ký|trao đổi|bàn)(?![\\p{L}\\p{M}])";
/** What a later sentence must hold to tell of a meeting of its own. */
const OWN_MEETING = new RegExp(
  `${RECEIVE}|(?!${TALKS})${MEET}|(?:${PARTY}|đoàn) (?:đã |cũng |tiếp tục |còn |lại |đi )*(?:tới |đến |sang |về )?(?:chào|thăm|khảo sát|thị sát|làm việc)(?![\\p{L}])|(?<![\\p{L}])(?:lễ ký|ký (?:kết )?(?:các )?(?:thỏa thuận|biên bản|bản ghi nhớ|kế hoạch|hợp đồng))(?![\\p{L}])|^[^.;]{0,30}${PARTY} (?:đã )?(?:đi tiếp )?(?:tới|đến|sang) ${PLACE}`,
  "u",
);
const NEXT =
  /^(?:\d{1,2}[.)] |[-•+] )?(?:cùng ngày|trước đó|sau đó|tiếp đó|cũng trong|sang|tiếp theo|(?:sáng|chiều|tối|trưa)|[\uE800-\uEBFF])/u;
/** Sentences from the beginning among which the meeting is told. */
const OPENING_LINES = 5;
/** Reads the meetings of an article about two camps; empty where its opening tells of none. */
export function meetingsOf({ lines }: Story, camps: Camps, published: string | null): Meeting[] {
  const body = lines.filter(({ role }) => role === "body");
  const anchor = body
    .slice(0, OPENING_LINES)
    .find(
      (line) =>
        (!line.item || (line.block === body[0]!.block && isDated(line))) && announcesMeeting(line),
    );
  if (anchor === undefined) return [];
  const from = body.indexOf(anchor);
  const starts: { line: Line; at: number; when: When | null }[] = [
    {
      line: anchor,
      at: from,
      when: whenIn([anchor], published) ?? whenIn(body.slice(0, from), published),
    },
  ];
  const main = starts[0]!;
  for (const [i, line] of body.entries()) {
    if (i <= from || !OWN_MEETING.test(line.skeleton.text) || PAST.test(line.skeleton.text))
      continue;
    const when = whenIn([line], published);
    const last = starts.at(-1)!;
    if (isNext(line, when, last, main, camps, body.slice(last.at, i)))
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

/** "1. Tiếp đoàn A. Sáng 5/3, …": an item of a bulletin that opens with a day tells of a meeting, not of what was said at one. */
const isDated = ({ skeleton: { dates } }: Line): boolean =>
  dates.some(({ date, start }) => date?.day != null && start <= DAY_OPENS);
const DAY_OPENS = 20;

/** "Sở Ngoại vụ cho hay, ngày 30/10, A hội đàm với B": who reports of a meeting. */
const REPORTED = new RegExp(
  `(?:cho biết|cho hay|tin|đưa tin|thông tin)(?:,| rằng| là)? (?:vào )?${DATE}`,
  "u",
);

/** "Chuyến công tác đạt mục đích đề ra": what came of a journey, told behind it. */
const JUDGED =
  /^(?:chuyến|cuộc|buổi|hội đàm)[^.;,]{0,30} (?:đạt (?:mục|kết|yêu)|(?:đã )?thành công|góp phần|có ý nghĩa|để lại)/u;

function announcesMeeting({ skeleton: { text } }: Line): boolean {
  const match = matchesIn(text, EVENT)[0];
  if (match === undefined || PAST.test(text) || JUDGED.test(text)) return false;
  const spoken = SPOKEN.exec(text);
  return (
    spoken === null ||
    spoken.index >= match.index ||
    REPORTED.test(text.slice(0, match.index)) ||
    /(?:tại|trong|nhân) [^.;]{0,20}$/u.test(text.slice(0, match.index))
  );
}

const THIS_MEETING = new RegExp(
  `^(?:cuộc|buổi) (?:gặp|gặp gỡ|làm việc|hội đàm|tiếp) (${DATE})`,
  "u",
);

/** A meeting needs a day of its own, or others who receive at another time of the day. */
function isNext(
  line: Line,
  when: When | null,
  last: { readonly line: Line; readonly when: When | null },
  main: { readonly when: When | null },
  camps: Camps,
  since: readonly Line[],
): boolean {
  const { text, dates } = line.skeleton;
  if (when !== null && main.when !== null && differentJourney(when, main.when)) return false;
  // "Cuộc gặp hôm nay là …": the one that is told of.
  const own = THIS_MEETING.exec(text)?.[1];
  if (own !== undefined && dates[indexOf(own)]?.kind === "relative") return false;
  const spoken = SPOKEN.exec(text);
  const event = OWN_MEETING.exec(text)!;
  const told = spoken === null || event.index < spoken.index;
  const day = when?.date.day ?? null;
  const dayBefore = last.when?.date.day ?? null;
  const withinSpan = last.when?.endDate != null && when !== null && when.endDate === null;
  if (day !== null && (day !== dayBefore || withinSpan)) return NEXT.test(text) || told;
  if (!told) return false;
  const heads = headsIn([line], camps).filter(({ sure }) => sure);
  const known = new Set(headsIn([last.line], camps).map(({ name }) => name));
  const others = heads.some(({ name }) => !known.has(name));
  // On a journey of several days each further host has a meeting of his own.
  const onTheWay = (): boolean => {
    if (main.when?.endDate == null || /^(?:tại|trong) (?:buổi|cuộc)/u.test(text)) return false;
    const before = headsIn(since, camps);
    return heads.some(
      ({ name, camp }) =>
        !before.some((one) => one.name === name) &&
        before.some((one) => one.sure && one.camp === camp && !known.has(one.name)),
    );
  };
  return (
    others &&
    (NEXT.test(text) ||
      onTheWay() ||
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
  // What a line tells of another day has heads of its own.
  const isOfNow = (one: Line): boolean => {
    if (one === line || when?.date.day == null || SPOKEN.test(one.skeleton.text)) return true;
    const other = whenIn([one], null);
    return other?.date.day == null || other.date.month === null || !differentJourney(other, when);
  };
  const heads = headsIn(about.filter(isOfNow), camps);
  const open = openHeadsIn(own.filter(isOfNow), camps);
  const headOf = (camp: Camp) => heads.find((one) => one.camp === camp) ?? null;
  const side = (camp: Camp, field: "host" | "guest"): Side => {
    const told = headOf(camp);
    const rival = headOf(camp === "home" ? "away" : "home");
    const role = field === "host" ? "received" : "led";
    // Who received is the host's; where the other side's head is known, whoever else met is of this one.
    const left = rival?.sure === true && open.length === 1 && open[0]!.role === null;
    const head =
      told?.sure === true
        ? told
        : (open.find((one) => one.role === role) ?? (left ? open[0]! : told));
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
  for (const { person, camp, line: from, first } of rosterOf(own, camps, receivers)) {
    const field = camp === receivers ? "host" : "guest";
    const of = camp === receivers ? host : guest;
    const { people } = of;
    // Where nothing else tells who led, the first of those named for the side did.
    if (first && !heads.some((one) => one.camp === camp)) of.head ??= person.name;
    if ([...host.people, ...guest.people].some(({ name }) => name === person.name)) continue;
    people.push(person);
    const known = evidence.get(field)!;
    if (!known.some(({ start }) => start === from.skeleton.start)) known.push(passageOf(from));
  }
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
  const match = matchesIn(text, EVENT)[0]?.[0] ?? "thăm";
  if (/^lễ ký|^ký/u.test(match)) return "ký kết";
  if (
    /^(?:lễ|họp|trao tặng|dâng hương|hội xuân|ngày hội|liên hoan)|vận hành|hội nghị|phiên họp|đối thoại|tập huấn/u.test(
      match,
    )
  )
    return "dự sự kiện";
  if (/kiểm tra|tuần tra/u.test(match)) return "khảo sát";
  return /^tiễn/u.test(match) ? "tiếp" : kindOf(match, text);
}

function isPlanned({ skeleton: { text } }: Line): boolean {
  const event = matchesIn(text, EVENT)[0];
  // "A hội đàm với B, thống nhất sẽ …": what is to come is told behind what was done.
  const told = event === undefined ? text : text.slice(0, event.index + event[0].length);
  const behind = event === undefined ? "" : text.slice(told.length);
  if (/(?<![\p{L}])(?:đã|vừa)(?![\p{L}])/u.test(text)) return false;
  return (
    /(?<![\p{L}])(?:sẽ|dự kiến|sắp)(?![\p{L}])/u.test(told) ||
    /^[^.;]{0,120}(?<![\p{L}])(?:sẽ|dự kiến)(?: được)? (?:diễn ra|tổ chức|thăm|làm việc|hội đàm|tiếp)(?![\p{L}])/u.test(
      behind,
    )
  );
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
    // Others who came on a day of their own, where nobody is told to have travelled for days.
    const isOthers =
      one.guest.head !== null &&
      journey.when?.endDate == null &&
      one.when?.date.day != null &&
      one.when.date.day !== journey.when?.date.day;
    if (isOthers) continue;
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

import type { PointAct, VisitPoint } from "../../../model/index.ts";
import type { Line } from "../meetings/index.ts";
import { actsIn, actText, type FoundAct } from "./acts.ts";
import { type Clause, FIGURES, MARKS, put } from "./points.ts";
import { BOTH, JOINT, type Speaker, type Speakers, type Subject } from "./speakers.ts";

/**
 * The minutes of a meeting: who did what with which matter. An act and its speaker hold for what follows (items of a
 * list, sentences without an act of their own) until another speaker or act begins.
 */

/** Points kept of one meeting. */
const MOST_POINTS = 60;
/** Characters that may stand between a person, or both sides, and the act. */
const REACH = 90;
/** The same for a place or body, which may as well be the object of the clause. */
const CLOSE_REACH = 18;
/** Characters behind an act that only say of whom, or that a list follows: "phía bạn:", "các nội dung sau:". */
const MOST_OPENING = 40;
const { least: LEAST_CHARS } = MARKS.vietnamese;
/** Characters before whoever begins a line: "Bà ". */
const LEAD_CHARS = 10;

/** What holds for the lines behind. */
interface Carried extends Speaker {
  readonly act: PointAct;
  readonly block: number;
  /** True behind a colon at the end of a line: the items below belong to it. */
  readonly list: boolean;
  /** True once an item of the list was read: what is no item ends it. */
  readonly listed?: boolean;
}

const CONNECTED =
  /(?:^|[,;:–-] ?|và |đồng thời |rồi |cũng |, cùng )(?:xin |trân trọng |chân thành |rất |tiếp tục |bày tỏ |cùng |nhiệt liệt |luôn |sẽ |đã |cũng |đồng thời |còn ){0,6}$/u;
const TO_BOTH =
  /^[^.;:]{0,12}(?:hai bên|các bên|đôi bên|hai tỉnh|hai địa phương|hai huyện|hai thành phố|cơ quan ngoại vụ hai bên)/u;
const LEADING =
  /^(?:\s|[,:–-]|(?:rằng|là|về việc|về|tới|đến|việc|với khách|với đoàn|gồm|cho khách)(?![\p{L}\p{M}]))+/u;
const BACKGROUND =
  /(?<![\p{L}])(?:khi ấy|trước đó, |năm ngoái|lần trước|từng tiếp|chuyến thăm ấy)(?![\p{L}])/u;
const EARLIER =
  /(?<![\p{L}])(?:thời gian qua|vừa qua|trước đó|trước đây|năm (?:19|20)\d\d|hồi (?:tháng|năm|đầu)|những năm)(?![\p{L}])/u;

/** "Dự Hội nghị có đồng chí …": who took part. */
const PRESENT =
  /^(?:(?:cùng |tham |về |tới |đến )*dự(?! (?:kiến|thảo|án|báo|trù)(?!\p{L}))(?: [^.;:,]{1,60})? (?:còn )?(?:có|gồm)(?!\p{L})|tham gia (?:đoàn|buổi|cuộc|hội)[^.;:]{0,60} (?:còn )?(?:có|gồm)(?!\p{L}))/u;

/** Reads the points that the lines of a meeting tell, in their order. */
export function minutesOf(
  lines: readonly Line[],
  captions: readonly Line[],
  speakers: Speakers,
): VisitPoint[] {
  const points: VisitPoint[] = [];
  let carried: Carried | null = null;
  let last: Speaker | null = null;
  for (const line of lines) {
    const read = readLine(line, carried, last, speakers);
    for (const clause of read.clauses) put(points, line, clause);
    carried = read.carried;
    last = read.last;
  }
  for (const line of captions) {
    const { clauses } = readLine(line, null, null, speakers);
    for (const clause of clauses.filter(({ act }) => act === "given" || act === "signed"))
      put(points, line, clause);
  }
  return points.slice(0, MOST_POINTS);
}

interface Read {
  readonly clauses: readonly Clause[];
  readonly carried: Carried | null;
  readonly last: Speaker | null;
}

function readLine(
  line: Line,
  carried: Carried | null,
  last: Speaker | null,
  speakers: Speakers,
): Read {
  const { skeleton, block, item } = line;
  const text = actText(skeleton.words.text);
  if (PRESENT.test(text)) return { clauses: [], carried: null, last };
  if (BACKGROUND.test(text)) return { clauses: [], carried: null, last };
  const subjects = speakers.subjectsIn(line, text);
  // "Bà B mong …" behind unmarked items: who begins to speak ends the list.
  const [opening] = subjects;
  const speaks =
    !item &&
    opening !== undefined &&
    !opening.close &&
    opening.start <= LEAD_CHARS &&
    actsIn(text)[0]?.start === opening.end + 1;
  const inList =
    carried !== null &&
    !speaks &&
    (item || (carried.list && carried.listed !== true)) &&
    carried.block !== block;
  const goesOn = carried !== null && (inList || text.startsWith("đồng thời "));
  const acts = ownActs(text, subjects, goesOn ? carried : last);
  const about = acts.length === 0 && !inList ? TALKS_ABOUT.exec(text) : null;
  if (about !== null) acts.push({ ...aboutAct(about), ...BOTH });
  const decided = acts.length === 0 && !inList ? DECIDED.exec(text) : null;
  if (decided !== null) {
    const [{ length }] = decided;
    acts.push({ act: "agreed", spoken: false, start: length, end: length, from: 0, ...BOTH });
  }
  const [first] = acts;
  // An item of a list belongs to the list's act; only a verb with a subject of its own begins another.
  if (first === undefined || (inList && first.start > 0)) {
    if (carried === null || (!inList && carried.block !== block && text.length > 400))
      return { clauses: [], carried: null, last };
    const from = /^\s*(?:[-–—•·+*▪►]|\(?\d{1,2}[.)]|[a-zđ]\))?\s*/u.exec(text)![0].length;
    const side = /^(?:phía |đề nghị phía )/u.test(text.slice(from)) && carried.act === "proposed";
    const act: PointAct = side
      ? "asked"
      : !inList && /(?<![\p{L}])sẽ(?![\p{L}])/u.test(text)
        ? "planned"
        : carried.act;
    return {
      clauses: [
        { act, speaker: carried.speaker, side: carried.side, start: from, end: text.length },
      ],
      carried: inList ? { ...carried, listed: item } : { ...carried, block },
      last,
    };
  }
  const clauses: Clause[] = [];
  let told: Clause | null = null;
  for (const [i, act] of acts.entries()) {
    const next = acts[i + 1];
    const end = next === undefined ? text.length : next.from;
    const start = act.end + (LEADING.exec(text.slice(act.end, end))?.[0].length ?? 0);
    const short = end - start < LEAST_CHARS;
    // "…, ông X khẳng định": what was said stands before.
    const opens = next === undefined && end - start <= MOST_OPENING && text.trimEnd().endsWith(":");
    const before = !opens && i === 0 && short && act.from > LEAST_CHARS;
    const clause = {
      act: isToBoth(text, act) ? "proposed" : act.act,
      speaker: act.speaker,
      side: act.side,
      start: before ? 0 : short || act.act === "given" ? act.from : start,
      end: before ? act.from : end,
    };
    told = clause;
    // "A đề nghị hai bên:" only opens the list below.
    if (!opens) clauses.push(clause);
  }
  const final = acts.at(-1)!;
  const spoke = { speaker: final.speaker, side: final.side };
  return {
    clauses,
    carried: { ...spoke, act: told!.act, block, list: text.trimEnd().endsWith(":") },
    last: final.side === "both" ? last : spoke,
  };
}

/** "Hai bên giao Sở Ngoại vụ lập nhóm …": what both sides settle without saying that they agree. */
const DECIDED =
  /^(?:hai|đôi|các) (?:bên|đoàn|địa phương|cơ quan|đơn vị|ngành) (?:cùng |cũng |đã |sẽ )?(?=(?:giao|lập|chọn|ấn định|phân công|cử|hẹn|mở|duy trì|tổ chức) )|^(?:những |các )?(?:việc|nội dung|điều) (?:được |đã )(?:chốt|thống nhất|nhất trí): /u;

/** "A hội đàm với B về việc chuẩn bị lễ …": the talks themselves say what they were about. */
const TALKS_ABOUT =
  /(?<!\p{L})(?:hội đàm|làm việc|họp|tọa đàm|hội kiến)(?!\p{L})[^.;]{0,200}?(?<!\p{L})về (?=(?:việc|công tác|vấn đề|các nội dung|nội dung|phối hợp|hợp tác|tình hình|kết quả|kế hoạch|phương án|thúc đẩy|triển khai|tăng cường|chuẩn bị|các vấn đề|một số)(?!\p{L}))/u;

function aboutAct({ index, 0: words }: RegExpExecArray): FoundAct & { readonly from: number } {
  const end = index + words.length;
  return { act: "discussed", spoken: false, start: end, end, from: index };
}

/** "đề nghị hai bên": put to both, not asked of the other. */
function isToBoth(text: string, { act, start, end }: FoundAct): boolean {
  return act === "asked" && text.startsWith("đề ", start) && TO_BOTH.test(text.slice(end));
}

interface OwnAct extends FoundAct, Speaker {
  /** Where its subject begins. */
  readonly from: number;
}

/** The acts of a sentence with who does them; what stands inside another's clause is part of that clause. */
function ownActs(text: string, subjects: readonly Subject[], last: Speaker | null): OwnAct[] {
  const found: OwnAct[] = [];
  const said = /^(?:theo(?: đề xuất của| đề nghị của| lời)?) /u.exec(text);
  if (said !== null) {
    const subject = subjects.find(({ start }) => start <= said[0].length + 10);
    if (subject !== undefined && (!subject.close || subject.side !== null)) {
      const speaker = resolved(subject, last);
      const act: PointAct = /đề xuất|đề nghị/u.test(said[0])
        ? "proposed"
        : FIGURES.test(text)
          ? "announced"
          : "assessed";
      found.push({ act, spoken: true, start: 0, end: subject.end, from: 0, ...speaker });
    }
  }
  for (const act of actsIn(text)) {
    const before = found.at(-1);
    if (before !== undefined && act.start < before.end) continue;
    const subject = subjects
      .filter(({ end }) => end <= act.start)
      .findLast(({ end, close }) => reaches(text, end, act.start, close));
    const fresh = subject !== undefined && (before === undefined || subject.start >= before.end);
    if (before === undefined) {
      if (fresh) found.push({ ...act, from: subject.start, ...resolved(subject, last) });
      else if (
        /^(?:[^\p{L}]*|[^.;]{0,30}, |đồng thời )$/u.test(text.slice(0, act.start)) &&
        act.act !== "planned"
      ) {
        // "Giới thiệu với khách về tiềm năng, bà X nói …": the subject follows.
        const behind = subjects.find(({ start, close }) => start > act.end && !close);
        const speaker =
          act.act === "discussed" ? BOTH : behind === undefined ? last : resolved(behind, last);
        if (speaker !== null) found.push({ ...act, from: act.start, ...speaker });
      } else if (JOINT.has(act.act)) {
        found.push({ ...act, from: act.start, ...BOTH });
      }
      continue;
    }
    const gap = text.slice(before.end, act.start);
    if (isAmongMatters(before, act, gap)) continue;
    // "trao đổi, thống nhất …": one deed, told by what came of it.
    if (!fresh && JOINED.test(gap) && RESULTS[before.act]?.includes(act.act) === true) {
      found.splice(-1, 1, { ...before, act: act.act, end: act.end });
      continue;
    }
    const connected =
      CONNECTED.test(gap) && (act.spoken || act.act === "given") && gap.length > LEAST_CHARS;
    if (connected && !(fresh && !subject.close && reaches(text, subject.end, act.start, true))) {
      found.push({ ...act, from: act.start, speaker: before.speaker, side: before.side });
    } else if (fresh && startsClause(text, subject, before)) {
      found.push({ ...act, from: subject.start, ...resolved(subject, last ?? before) });
    }
  }
  // What was signed or agreed in earlier years is told, not done.
  const now = found.map((act): OwnAct => {
    const past =
      (act.act === "signed" || act.act === "agreed") && EARLIER.test(text.slice(0, act.start));
    return past ? { ...act, act: "announced", ...(last ?? BOTH) } : act;
  });
  // Whoever discusses does so with the other side.
  return now.map((act) => (JOINT.has(act.act) ? { ...act, ...BOTH } : act));
}

/** Between two verbs of one deed. */
const JOINED = /^(?:,| và|, và| đi đến| và đi đến) $/u;
/** Which acts came of another one. */
const RESULTS: { readonly [act in PointAct]?: readonly PointAct[] } = {
  discussed: ["agreed"],
  announced: ["agreed", "assessed"],
};
const WISHED: ReadonlySet<PointAct> = new Set(["agreed", "asked", "proposed", "planned"]);
const STILL_TELLS = /(?:đồng thời|cũng|đã|rồi|xin|bày tỏ) $/u;

/** "nhất trí lập đường dây nóng; thông báo kịp thời …": behind a wish, telling is one of the matters. */
function isAmongMatters(before: OwnAct, { act }: FoundAct, gap: string): boolean {
  return (
    WISHED.has(before.act) &&
    (act === "announced" || act === "discussed") &&
    /(?:[;,:] (?:cùng )?|(?<!\p{L})cùng )$/u.test(gap) &&
    !STILL_TELLS.test(gap)
  );
}

function reaches(text: string, from: number, to: number, close: boolean): boolean {
  const gap = text.slice(from, to);
  return (
    gap.length <= (close ? CLOSE_REACH : REACH) &&
    !/[.;:!?]/u.test(gap) &&
    !(close && /[,(]/u.test(gap))
  );
}

/** A new clause: behind a semicolon or a comma, with a subject of its own. */
function startsClause(text: string, subject: Subject, before: OwnAct): boolean {
  // "đề nghị phía bạn: rà soát, thông báo …": of whom something is asked does not begin to act.
  const isAsked =
    before.act === "asked" && /^\s?(?:các |phía )?$/u.test(text.slice(before.end, subject.start));
  if (isAsked) return false;
  const ahead = text.slice(Math.max(before.end, subject.start - 16), subject.start);
  return (
    /(?:; |, (?:rồi |và |còn )?|: |^)(?:phía |theo |nhưng )?$/u.test(ahead) &&
    (!subject.close || /; $/u.test(ahead))
  );
}

function resolved(subject: Subject, last: Speaker | null): Speaker {
  if (subject.pronoun) return last ?? { speaker: null, side: null };
  return { speaker: subject.speaker, side: subject.side };
}

import type { PointAct, VisitPoint } from "../../../model/index.ts";
import type { Line } from "../meetings/index.ts";
import { actsIn, actText, type FoundAct } from "./acts.ts";
import { isFrame } from "./labels.ts";
import { labelled, ownActs } from "./own-acts.ts";
import { type Clause, MARKS, put } from "./points.ts";
import { BOTH, type Speaker, type Speakers, type Subject } from "./speakers.ts";

/**
 * The minutes of a meeting: who did what with which matter. An act and its speaker hold for what follows (items of a
 * list, sentences without an act of their own) until another speaker or act begins.
 */

/** Points kept of one meeting. */
const MOST_POINTS = 60;
/** Characters behind an act that only say of whom, or that a list follows: "phía bạn:", "các nội dung sau:". */
const MOST_OPENING = 40;
const { least: LEAST_CHARS } = MARKS.vietnamese;
/** Characters before whoever a sentence begins with: "Sáng 8/11, tại trụ sở, ". */
const OPENING_CHARS = 40;
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

const TO_BOTH =
  /^[^.;:]{0,12}(?:hai bên|các bên|đôi bên|hai tỉnh|hai địa phương|hai huyện|hai thành phố|cơ quan ngoại vụ hai bên)/u;
const LEADING =
  /^(?:\s|[,:–-]|(?:rằng|là|về việc|về|tới|đến|việc|với khách|với đoàn|gồm|cho khách)(?![\p{L}\p{M}]))+/u;
const BACKGROUND =
  /(?<![\p{L}])(?:khi ấy|trước đó, |năm ngoái|lần trước|từng tiếp|chuyến thăm ấy)(?![\p{L}])/u;

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
    const label = line.heading ? headed(line, speakers) : null;
    if (label !== null) {
      carried = { ...label, block: line.block, list: true };
      continue;
    }
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

/** "4. Ý kiến của Bên A", "6. Hai bên thống nhất": what a heading says of all below it. */
function headed(line: Line, speakers: Speakers): (Speaker & { readonly act: PointAct }) | null {
  const text = actText(line.skeleton.words.text);
  const [label] =
    labelled(
      text.endsWith(":") ? `${text} ` : `${text}: `,
      speakers.subjectsIn(line, text),
      null,
    ) ?? [];
  return label === undefined ? null : { act: label.act, speaker: label.speaker, side: label.side };
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
  if (PRESENT.test(text) || isFrame(text)) return { clauses: [], carried: null, last };
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
  const label = labelled(text, subjects, last);
  const acts = label ?? ownActs(text, subjects, goesOn ? carried : last);
  const about = acts.length === 0 && !inList ? TALKS_ABOUT.exec(text) : null;
  if (about !== null) acts.push({ ...aboutAct(about), ...BOTH });
  const decided = acts.length === 0 && !inList ? DECIDED.exec(text) : null;
  if (decided !== null) {
    const [{ length }] = decided;
    acts.push({ act: "agreed", spoken: false, start: length, end: length, from: 0, ...BOTH });
  }
  const [first] = acts;
  // An item of a list belongs to the list's act; only a verb with a subject of its own begins another.
  if (first === undefined || (inList && label === null && first.start > 0)) {
    const other = opener(subjects);
    // "Ông B, Trưởng đoàn bạn, …": whoever else begins a sentence does not go on with what A said.
    const turns =
      !inList && other?.speaker != null && other.side !== null && other.side !== carried?.side;
    if (carried === null || (!inList && carried.block !== block && text.length > 400))
      return { clauses: [], carried: null, last: other ?? last };
    if (turns) {
      const own: Clause = { ...other, act: "announced", start: 0, end: text.length };
      return { clauses: [own], carried: null, last: other };
    }
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

/** "Sáng 8/11, ông X tiếp đoàn. Ông cho rằng …": whoever a sentence without an act begins with speaks behind it. */
function opener(subjects: readonly Subject[]): Speaker | null {
  const person = subjects.find(({ close, pronoun, side }) => !close && !pronoun && side !== "both");
  return person === undefined || person.start > OPENING_CHARS
    ? null
    : { speaker: person.speaker, side: person.side };
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

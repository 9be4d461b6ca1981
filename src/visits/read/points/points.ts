import type { Passage, PointAct, VisitPoint, VisitReport } from "../../../model/index.ts";
import type { Line } from "../meetings/index.ts";
import { actsIn, actText } from "./acts.ts";
import type { Speaker } from "./speakers.ts";

/** A longer point is cut at a comma. */
const MOST_CHARS = 250;

/** What one verb says of the matters behind it, in a sentence of a meeting. */
export interface Clause extends Speaker, Passage {
  readonly act: PointAct;
}

/** How a language parts the matters of a clause. */
interface Marks {
  readonly semicolon: RegExp;
  readonly commas: readonly string[];
  /** Characters at either end that are none of a point's. */
  readonly lead: RegExp;
  readonly tail: RegExp;
  /** What joins a point to the next one and belongs to neither. */
  readonly joint: RegExp | null;
  /** Characters of a point: shorter ones say nothing. */
  readonly least: number;
  /** The same behind the first point of a clause. */
  readonly leastBehind: number;
}

export const MARKS = {
  vietnamese: {
    semicolon: /;/u,
    commas: [", "],
    lead: /[\s,:;–]/u,
    tail: /[\s,:;./…]/u,
    joint: /(?:^|[\s,;])(?:đồng thời|cũng như|cùng với đó|bên cạnh đó|và|rồi)$/iu,
    least: 12,
    leastBehind: 6,
  },
  foreign: {
    semicolon: /[;；]/u,
    commas: [", ", "，"],
    lead: /[\s,，:：;；]/u,
    tail: /[\s,，:：;；.。”"]/u,
    joint: null,
    least: 6,
    leastBehind: 8,
  },
} as const satisfies Readonly<Record<string, Marks>>;

export const FIGURES = /\d/u;

/** What is told, not what is wished or settled: there the verbs of a list are its contents. */
const TOLD_ACTS: ReadonlySet<PointAct> = new Set(["assessed", "announced", "discussed", "thanked"]);

/** "đánh giá cao …; thống nhất …; đồng thời thảo luận …": a part that begins with a verb has the act of its own verb. */
function partAct(part: string, act: PointAct): PointAct | null {
  if (!TOLD_ACTS.has(act)) return null;
  const text = actText(part);
  const [own] = actsIn(text);
  if (own === undefined || !/^(?:đồng thời |cùng )?$/u.test(text.slice(0, own.start))) return null;
  return own.act === "agreed" || text.startsWith("đồng thời ") ? own.act : null;
}

/** Words that value what they speak of: a report without figures in which they stand is told as how it was seen. */
const VALUES =
  /(?<!\p{L})(?:ý nghĩa|hiệu quả|tích cực|gần gũi|tin cậy|điểm sáng|quan trọng|được củng cố|tương xứng|sôi động|sôi nổi|triển vọng mới|tốt đẹp|tinh thần trách nhiệm|góp phần|cú hích|vốn quý|vô giá|thành công|bước tiến|dấu mốc|mốc son|thực chất|ngày càng|ngày một)(?!\p{L})/u;

/** "phát biểu: quan hệ ngày càng gắn bó": what is said without figures and values its matter is an assessment. */
function valued(part: string, act: PointAct): PointAct {
  return act === "announced" && !FIGURES.test(part) && VALUES.test(actText(part))
    ? "assessed"
    : act;
}

/** Adds what a clause of a Vietnamese article says: each of its parts is a point. */
export function put(
  points: VisitPoint[],
  { skeleton }: Line,
  { act, speaker, side, start, end }: Clause,
): void {
  const { text } = skeleton.words;
  for (const part of partsOf(text, { start, end }, MARKS.vietnamese)) {
    const own = text.slice(part.start, part.end);
    const at = skeleton.start + part.start;
    if (points.some((one) => one.start === at)) continue;
    points.push({
      act: valued(own, part.start > start ? (partAct(own, act) ?? act) : act),
      speaker,
      side,
      text: own,
      start: at,
      end: skeleton.start + part.end,
    });
  }
}

/** A clause at its semicolons, and where it is long at its commas. */
export function* partsOf(text: string, { start, end }: Passage, marks: Marks): Generator<Passage> {
  for (let from = start; from < end; ) {
    const semicolon = text.slice(from, end).search(marks.semicolon);
    const border = semicolon < 0 ? end : from + semicolon;
    const to = border - from > MOST_CHARS ? cutIn(text, from, marks) : border;
    const part = trimmed(text, { start: from, end: to }, marks);
    const length = part.end - part.start;
    if (length >= (from > start ? marks.leastBehind : marks.least)) yield part;
    from = to === border ? border + 1 : to;
  }
}

/** Where a part that is too long ends: behind a comma, else before a word. */
function cutIn(text: string, from: number, { commas }: Marks): number {
  const most = from + MOST_CHARS;
  const comma = Math.max(...commas.map((mark) => text.lastIndexOf(mark, most)));
  const space = text.lastIndexOf(" ", most);
  return comma > from + MOST_CHARS / 3 ? comma + 1 : space > from ? space : most;
}

function trimmed(text: string, { start, end }: Passage, { lead, tail, joint }: Marks): Passage {
  let [from, to] = [start, end];
  while (from < to && lead.test(text[from]!)) from++;
  for (let isCut = true; isCut; ) {
    while (to > from && tail.test(text[to - 1]!)) to--;
    const joined = joint?.exec(text.slice(from, to)) ?? null;
    if (joined !== null) to -= joined[0].length;
    isCut = joined !== null && to > from;
  }
  return { start: from, end: to };
}

/** Acts whose points are what a meeting was about, and what it brought. */
const TOPICS: ReadonlySet<PointAct> = new Set(["discussed", "proposed", "asked"]);
const AGREEMENTS: ReadonlySet<PointAct> = new Set(["agreed", "signed"]);
const MOST_TEXTS = 8;

/** Points with what follows from them: topics, agreements, and the passages of both. */
export function pointFields(
  points: readonly VisitPoint[],
): Pick<VisitReport, "points" | "topics" | "agreements" | "evidence"> {
  const ofActs = (acts: ReadonlySet<PointAct>) =>
    points.filter(({ act }) => acts.has(act)).slice(0, MOST_TEXTS);
  const fields = { topics: ofActs(TOPICS), agreements: ofActs(AGREEMENTS) };
  const evidence = Object.entries(fields)
    .filter(([, list]) => list.length > 0)
    .map(([field, list]) => [field, list.map(({ start, end }) => ({ start, end }))]);
  const textsOf = (list: readonly VisitPoint[]) => list.map(({ text }) => text);
  return {
    points,
    topics: textsOf(fields.topics),
    agreements: textsOf(fields.agreements),
    evidence: Object.fromEntries(evidence),
  };
}

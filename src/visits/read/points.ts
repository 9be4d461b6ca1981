import type { PointAct, VisitPoint, VisitReport } from "../../model/index.ts";
import { actsIn, actText } from "./acts.ts";
import type { Speaker } from "./speakers.ts";
import type { Line } from "./story.ts";

/** Characters of a point: shorter ones say nothing, longer ones are cut at a comma. */
export const LEAST_CHARS = 12;
const MOST_CHARS = 250;

/** What one verb says of the matters behind it, in a sentence of a meeting. */
export interface Clause extends Speaker {
  readonly act: PointAct;
  readonly start: number;
  readonly end: number;
}

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

/** Cuts a clause at its semicolons, and where it is long at its commas; each part is a point. */
export function put(
  points: VisitPoint[],
  { skeleton }: Line,
  { act, speaker, side, start, end }: Clause,
): void {
  const { text } = skeleton.words;
  for (const [from, to] of parts(text, start, end)) {
    const at = skeleton.start + from;
    if (points.some((one) => one.start === at)) continue;
    points.push({
      act: valued(
        text.slice(from, to),
        from > start ? (partAct(text.slice(from, to), act) ?? act) : act,
      ),
      speaker,
      side,
      text: text.slice(from, to),
      start: at,
      end: skeleton.start + to,
    });
  }
}

function* parts(text: string, start: number, end: number): Generator<readonly [number, number]> {
  let from = start;
  while (from < end) {
    const semicolon = text.indexOf(";", from);
    let to = semicolon < 0 || semicolon > end ? end : semicolon;
    if (to - from > MOST_CHARS) {
      const comma = text.lastIndexOf(", ", from + MOST_CHARS);
      const space = text.lastIndexOf(" ", from + MOST_CHARS);
      to = comma > from + MOST_CHARS / 3 ? comma + 1 : space > from ? space : from + MOST_CHARS;
    }
    const part = trimmed(text, from, to);
    if (part[1] - part[0] >= LEAST_CHARS || (from > start && part[1] - part[0] > 5)) yield part;
    from = Math.max(to, from + 1);
    if (text[from] === ";") from++;
  }
}

/** What joins a point to the next one and belongs to neither. */
const JOINT = /(?:^|[\s,;])(?:đồng thời|cũng như|cùng với đó|bên cạnh đó|và|rồi)$/iu;

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && /[\s,:;–]/u.test(text[from]!)) from++;
  for (let isCut = true; isCut; ) {
    while (to > from && /[\s,:;./…]/u.test(text[to - 1]!)) to--;
    const joint = JOINT.exec(text.slice(from, to));
    if (joint !== null) to -= joint[0].length;
    isCut = joint !== null && to > from;
  }
  return [from, to];
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

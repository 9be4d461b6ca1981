/**
 * Measures the register on tables of meetings and of their points (`visits.tsv`, `points.tsv`): one row a meeting or
 * point, keys folded, `|` between alternatives, `-` where the page does not tell it, `~` before what may be filled and need not be.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "../../src/language/text/fold.ts";
import { normalizeText } from "../../src/language/text/normalize.ts";
import type { Article } from "../../src/model/article.ts";
import type { VisitPoint, VisitReport, VisitSide } from "../../src/model/visit.ts";
import { percent } from "../shared/figures.ts";
import { holdsAnswer } from "../shared/question-set.ts";

/** A value of a table: what is right, and whether it has to be filled. */
interface Key {
  readonly forms: readonly string[];
  readonly required: boolean;
}

interface Meeting {
  readonly doc: string;
  readonly required: boolean;
  readonly day: Key;
  readonly month: Key;
  readonly year: Key;
  readonly place: Key;
  readonly hostSide: Key;
  readonly hostHead: Key;
  readonly guestSide: Key;
  readonly guestHead: Key;
}

interface PointRow {
  readonly doc: string;
  readonly act: string;
  readonly speaker: string;
  readonly key: string;
}

const rowsOf = (path: string): string[][] =>
  normalizeText(readFileSync(path, "utf8"))
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));

const keyOf = (text = "-"): Key => {
  const optional = text.startsWith("~");
  const value = optional ? text.slice(1) : text;
  if (value === "-") return { forms: [], required: false };
  return {
    forms: value.split("|").map((form) => form.replace(/^~/u, "").trim()),
    required: !optional,
  };
};

function readMeetings(path: string): Meeting[] {
  return rowsOf(path).map(([doc = "", , day, month, year, place, hs, hh, gs, gh]) => ({
    doc: doc.replace("~", ""),
    required: !doc.startsWith("~"),
    day: keyOf(day),
    month: keyOf(month),
    year: keyOf(year),
    place: keyOf(place),
    hostSide: keyOf(hs),
    hostHead: keyOf(hh),
    guestSide: keyOf(gs),
    guestHead: keyOf(gh),
  }));
}

const holds = (text: string | null, key: Key): boolean =>
  text !== null && key.forms.some((form) => holdsAnswer(fold(text), form));

const sideText = ({ organisation, province, country, head }: VisitSide): string | null =>
  [organisation, province, country, head].filter((part) => part !== null).join(" ; ") || null;

type Verdict = "right" | "wrong" | "missed" | "fine";

function judgeText(said: string | null, key: Key): Verdict {
  if (said === null) return key.required ? "missed" : "fine";
  return holds(said, key) ? "right" : "wrong";
}

function judgeDate({ date }: VisitReport, meeting: Meeting): Verdict {
  const parts = [
    [date.day, meeting.day],
    [date.month, meeting.month],
    [date.year, meeting.year],
  ] as const;
  if (parts.every(([said]) => said === null))
    return parts.some(([, key]) => key.required) ? "missed" : "fine";
  for (const [said, key] of parts)
    if (said !== null && !key.forms.includes(String(said))) return "wrong";
  return parts.some(([said, key]) => said === null && key.required) ? "missed" : "right";
}

const FIELDS = ["date", "guestHead", "hostHead", "guestSide", "hostSide", "place"] as const;
type Field = (typeof FIELDS)[number];

function judge(report: VisitReport, meeting: Meeting): Record<Field, Verdict> {
  return {
    date: judgeDate(report, meeting),
    guestHead: judgeText(report.guest.head, meeting.guestHead),
    hostHead: judgeText(report.host.head, meeting.hostHead),
    guestSide: judgeText(sideText(report.guest), meeting.guestSide),
    hostSide: judgeText(sideText(report.host), meeting.hostSide),
    place: judgeText(report.place, meeting.place),
  };
}

const WEIGHTS: Readonly<Record<Field, number>> = {
  date: 2,
  guestHead: 2,
  hostHead: 2,
  guestSide: 1,
  hostSide: 1,
  place: 0.5,
};
/** From here on a record and a row are taken for the same meeting. */
const LEAST = 2;

function likeness(report: VisitReport, meeting: Meeting): number {
  const judged = judge(report, meeting);
  let sum = meeting.required ? 0.25 : 0;
  for (const field of FIELDS) {
    if (judged[field] === "right") sum += WEIGHTS[field];
    if (judged[field] === "wrong") sum -= WEIGHTS[field] * 0.75;
  }
  return sum;
}

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/**
 * Prints meetings found, precision and recall by field (recall over all required meetings, found or not), records that no
 * row tells, and points found with right act and speaker.
 *
 * @param folder Holds `visits.tsv` and, where there is one, `points.tsv`.
 * @param articles By id; the first three characters name the row's `doc`.
 */
export function evaluateMeetings(
  folder: string,
  articles: ReadonlyMap<string, Article>,
  read: (article: Article) => readonly VisitReport[],
  verbose: boolean,
): void {
  const meetings = readMeetings(join(folder, "visits.tsv"));
  const docs = new Set(meetings.map(({ doc }) => doc));
  const reports = [...articles.values()]
    .filter(({ id }) => docs.has(id.slice(0, 3)) && !id.includes("#"))
    .flatMap((article) => read(article));
  const counts = Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, wrong: 0, missed: 0 } as Counts]),
  ) as Record<Field, Counts>;
  let found = 0;
  let extra = 0;
  const say = (line: string): void => {
    if (verbose) console.log(line);
  };
  for (const doc of docs) {
    const rows = meetings.filter((one) => one.doc === doc);
    const told = reports.filter(({ articleId }) => articleId.startsWith(doc));
    const pairs = told
      .flatMap((report) => rows.map((row) => ({ report, row, value: likeness(report, row) })))
      .filter(({ value }) => value >= LEAST)
      .sort((a, b) => b.value - a.value);
    const matched = new Map<Meeting, VisitReport>();
    const used = new Set<VisitReport>();
    for (const { report, row } of pairs)
      if (!matched.has(row) && !used.has(report)) {
        matched.set(row, report);
        used.add(report);
      }
    for (const row of rows) {
      const report = matched.get(row);
      if (report === undefined) {
        if (!row.required) continue;
        say(
          `${doc} meeting not found: ${row.hostHead.forms} / ${row.guestHead.forms} ${row.day.forms}/${row.month.forms}`,
        );
        const required = {
          date: row.day.required || row.month.required || row.year.required,
        } as Record<Field, boolean>;
        for (const field of FIELDS)
          if (field === "date" ? required.date : row[field].required) counts[field].missed++;
        continue;
      }
      if (row.required) found++;
      const judged = judge(report, row);
      for (const field of FIELDS) {
        const verdict = judged[field];
        if (verdict === "fine") continue;
        if (verdict === "missed" && !row.required) continue;
        counts[field][verdict]++;
        if (verdict === "wrong") {
          const required = field === "date" ? row.day.required : row[field].required;
          if (required && row.required) counts[field].missed++;
        }
        if (verdict !== "right") {
          const said =
            field === "date"
              ? JSON.stringify(report.date)
              : field === "place"
                ? report.place
                : JSON.stringify(report[field.startsWith("guest") ? "guest" : "host"]).slice(
                    0,
                    160,
                  );
          const key =
            field === "date"
              ? `${row.day.forms}/${row.month.forms}/${row.year.forms}`
              : row[field].forms.join("|");
          say(`${doc} ${field} ${verdict}: ${said} [${key}]`);
        }
      }
    }
    for (const report of told)
      if (!used.has(report)) {
        extra++;
        say(
          `${doc} told by no row: ${report.kind} ${JSON.stringify(report.date)} ${sideText(report.host)} <- ${sideText(report.guest)} @ ${report.place}`,
        );
      }
  }
  const required = meetings.filter((one) => one.required).length;
  console.log(`\nmeetings: ${required} required, found ${found} (${percent(found / required)})`);
  console.log(
    `records that no row tells: ${extra} of ${reports.length} (${percent(extra / reports.length)})`,
  );
  for (const field of FIELDS) {
    const { right, wrong, missed } = counts[field];
    console.log(
      `${field.padEnd(10)} precision ${percent(right / (right + wrong)).padStart(8)}  recall ${percent(right / (right + missed)).padStart(8)}   ${right} right, ${wrong} wrong, ${missed} missed`,
    );
  }
  evaluatePoints(folder, reports, say);
}

function evaluatePoints(
  folder: string,
  reports: readonly VisitReport[],
  say: (line: string) => void,
): void {
  let rows: PointRow[];
  try {
    rows = rowsOf(join(folder, "points.tsv")).map(
      ([doc = "", , act = "", speaker = "", key = ""]) => ({ doc, act, speaker, key }),
    );
  } catch {
    return;
  }
  let found = 0;
  let acts = 0;
  let speakers = 0;
  for (const row of rows) {
    const told = reports.filter(({ articleId }) => articleId.startsWith(row.doc));
    const holding = told.flatMap((report) =>
      report.points
        .filter(({ text }) => holdsAnswer(text, row.key))
        .map((point) => ({ point, report })),
    );
    if (holding.length === 0) {
      say(`${row.doc} point not found: ${row.act} ${row.speaker} ${row.key}`);
      continue;
    }
    found++;
    const isSpeaker = ({ point, report }: { point: VisitPoint; report: VisitReport }): boolean => {
      const forms = row.speaker.replace(/^~/u, "");
      if (forms.split("|").includes("both")) {
        if (point.side === "both" || point.speaker === null) return true;
      }
      const side =
        point.side === "host" || point.side === "guest" ? sideText(report[point.side]) : null;
      return [point.speaker, side].some((text) => text !== null && holdsAnswer(fold(text), forms));
    };
    const isAct = ({ point }: { point: VisitPoint }): boolean =>
      row.act.replace(/^~/u, "").split("|").includes(point.act);
    if (holding.some(isAct)) acts++;
    else
      say(`${row.doc} act wrong: ${holding.map(({ point }) => point.act)} [${row.act}] ${row.key}`);
    if (holding.some(isSpeaker)) speakers++;
    else
      say(
        `${row.doc} speaker wrong: ${holding.map(({ point }) => `${point.speaker}/${point.side}`)} [${row.speaker}] ${row.key}`,
      );
  }
  const all = reports.reduce((sum, { points }) => sum + points.length, 0);
  console.log(
    `points: ${rows.length} keyed, found ${percent(found / rows.length)}; of these right act ${percent(acts / found)}, right speaker ${percent(speakers / found)}; ${all} points read`,
  );
}

/**
 * Measures the register on tables of meetings and of their points (`visits.tsv`, `points.tsv`): one row a meeting or
 * point, keys folded, `|` between alternatives, `-` where the page does not tell it, `~` before what may be filled and need not be.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fold } from "../../src/language/text/fold.ts";
import type { Article } from "../../src/model/article.ts";
import type { PartialDate } from "../../src/model/language.ts";
import type { VisitReport, VisitSide } from "../../src/model/visit.ts";
import { percent } from "../shared/figures.ts";
import { holdsAnswer, tableRows } from "../shared/question-set.ts";

/** A value of a table: what is right, and whether it has to be filled. */
interface Key {
  readonly forms: readonly string[];
  readonly required: boolean;
}

const DATE_PARTS = ["day", "month", "year"] as const;
const TEXTS = ["place", "hostSide", "hostHead", "guestSide", "guestHead"] as const;
const FIELDS = ["date", "guestHead", "hostHead", "guestSide", "hostSide", "place"] as const;
type Field = (typeof FIELDS)[number];
type Column = (typeof DATE_PARTS)[number] | (typeof TEXTS)[number];

interface Meeting extends Readonly<Record<Column, Key>> {
  readonly doc: string;
  readonly required: boolean;
}

const keyOf = (text = "-"): Key => {
  const value = text.replace(/^~/u, "");
  if (value === "-") return { forms: [], required: false };
  const forms = value.split("|").map((form) => form.replace(/^~/u, "").trim());
  return { forms, required: value === text };
};

const readMeetings = (path: string): Meeting[] =>
  tableRows(path).map(([doc = "", , ...cells]) => {
    const keys = [...DATE_PARTS, ...TEXTS].map((column, i) => [column, keyOf(cells[i])]);
    const row = Object.fromEntries(keys) as Record<Column, Key>;
    return { ...row, doc: doc.replace("~", ""), required: !doc.startsWith("~") };
  });

const sideText = ({ organisation, province, country, head }: VisitSide): string | null =>
  [organisation, province, country, head].filter((part) => part !== null).join(" ; ") || null;

type Verdict = "right" | "wrong" | "missed" | "fine";

function judgeText(said: string | null, { forms, required }: Key): Verdict {
  if (said === null) return required ? "missed" : "fine";
  return forms.some((form) => holdsAnswer(fold(said), form)) ? "right" : "wrong";
}

function judgeDate(date: PartialDate, meeting: Meeting): Verdict {
  const parts = DATE_PARTS.map((part) => [date[part], meeting[part]] as const);
  if (parts.every(([said]) => said === null))
    return parts.some(([, key]) => key.required) ? "missed" : "fine";
  if (parts.some(([said, key]) => said !== null && !key.forms.includes(String(said))))
    return "wrong";
  return parts.some(([said, key]) => said === null && key.required) ? "missed" : "right";
}

const saidOf = ({ host, guest, place }: VisitReport) => ({
  guestHead: guest.head,
  hostHead: host.head,
  guestSide: sideText(guest),
  hostSide: sideText(host),
  place,
});

function judge(report: VisitReport, meeting: Meeting): Record<Field, Verdict> {
  const said = saidOf(report);
  const texts = TEXTS.map((field) => [field, judgeText(said[field], meeting[field])]);
  return { ...Object.fromEntries(texts), date: judgeDate(report.date, meeting) };
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

/** Each row with the report that is likest to it, the likest pairs first. */
function matchesOf(rows: readonly Meeting[], reports: readonly VisitReport[]) {
  const matched = new Map<Meeting, VisitReport>();
  const pairs = reports
    .flatMap((report) => rows.map((row) => ({ report, row, value: likeness(report, row) })))
    .filter(({ value }) => value >= LEAST)
    .sort((a, b) => b.value - a.value);
  for (const { report, row } of pairs)
    if (!matched.has(row) && ![...matched.values()].includes(report)) matched.set(row, report);
  return matched;
}

const shownKey = (row: Meeting, field: Field) =>
  field === "date"
    ? DATE_PARTS.map((part) => row[part].forms).join("/")
    : row[field].forms.join("|");

/**
 * Prints meetings found, precision and recall by field (recall over all required meetings, found or not), records that no
 * row tells, and points found with right act and speaker.
 *
 * @param folders Each holds `visits.tsv` and, where there is one, `points.tsv`.
 * @param articles By id; the first three characters name the row's `doc`.
 */
export function evaluateMeetings(
  folders: readonly string[],
  articles: ReadonlyMap<string, Article>,
  read: (article: Article) => readonly VisitReport[],
  verbose: boolean,
): void {
  const meetings = folders.flatMap((folder) => readMeetings(join(folder, "visits.tsv")));
  const docs = new Set(meetings.map(({ doc }) => doc));
  const reports = [...articles.values()]
    .filter(({ id }) => docs.has(id.slice(0, 3)) && !id.includes("#"))
    .flatMap((article) => read(article));
  const counts = Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, wrong: 0, missed: 0 }]),
  ) as Record<Field, Record<"right" | "wrong" | "missed", number>>;
  let found = 0;
  let extra = 0;
  const say = (line: string): void => {
    if (verbose) console.log(line);
  };
  for (const doc of docs) {
    const rows = meetings.filter((one) => one.doc === doc);
    const told = reports.filter(({ articleId }) => articleId.startsWith(doc));
    const matched = matchesOf(rows, told);
    for (const row of rows) {
      const report = matched.get(row);
      if (report === undefined) {
        if (!row.required) continue;
        say(
          `${doc} meeting not found: ${shownKey(row, "hostHead")} / ${shownKey(row, "guestHead")} ${shownKey(row, "date")}`,
        );
        for (const field of FIELDS) {
          const columns = field === "date" ? DATE_PARTS : [field];
          if (columns.some((column) => row[column].required)) counts[field].missed++;
        }
        continue;
      }
      if (row.required) found++;
      const judged = judge(report, row);
      const said = { ...saidOf(report), date: JSON.stringify(report.date) };
      for (const field of FIELDS) {
        const verdict = judged[field];
        if (verdict === "fine" || (verdict === "missed" && !row.required)) continue;
        counts[field][verdict]++;
        if (verdict === "right") continue;
        const isRequired = row.required && row[field === "date" ? "day" : field].required;
        if (verdict === "wrong" && isRequired) counts[field].missed++;
        say(`${doc} ${field} ${verdict}: ${said[field]} [${shownKey(row, field)}]`);
      }
    }
    for (const report of told) {
      if ([...matched.values()].includes(report)) continue;
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
  const points = folders
    .map((folder) => join(folder, "points.tsv"))
    .filter((path) => existsSync(path));
  if (points.length > 0) evaluatePoints(points.flatMap(tableRows), reports, say);
}

function evaluatePoints(
  rows: readonly (readonly string[])[],
  reports: readonly VisitReport[],
  say: (line: string) => void,
): void {
  let found = 0;
  let acts = 0;
  let speakers = 0;
  for (const [doc = "", , act = "", speaker = "", key = ""] of rows) {
    const holding = reports
      .filter(({ articleId }) => articleId.startsWith(doc))
      .flatMap(({ points, host, guest }) => points.map((point) => ({ ...point, host, guest })))
      .filter(({ text }) => holdsAnswer(text, key));
    if (holding.length === 0) {
      say(`${doc} point not found: ${act} ${speaker} ${key}`);
      continue;
    }
    found++;
    const forms = speaker.replace(/^~/u, "");
    const isBoth = forms.split("|").includes("both");
    const isSpeaker = (point: (typeof holding)[number]): boolean => {
      if (isBoth && (point.side === "both" || point.speaker === null)) return true;
      const side =
        point.side === "host" || point.side === "guest" ? sideText(point[point.side]) : null;
      return [point.speaker, side].some((text) => text !== null && holdsAnswer(fold(text), forms));
    };
    const rightActs = act.replace(/^~/u, "").split("|");
    if (holding.some((point) => rightActs.includes(point.act))) acts++;
    else say(`${doc} act wrong: ${holding.map((point) => point.act)} [${act}] ${key}`);
    if (holding.some(isSpeaker)) speakers++;
    else
      say(
        `${doc} speaker wrong: ${holding.map((point) => `${point.speaker}/${point.side}`)} [${speaker}] ${key}`,
      );
  }
  const all = reports.reduce((sum, { points }) => sum + points.length, 0);
  console.log(
    `points: ${rows.length} keyed, found ${percent(found / rows.length)}; of these right act ${percent(acts / found)}, right speaker ${percent(speakers / found)}; ${all} points read`,
  );
}

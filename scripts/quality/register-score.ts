import type { Article } from "../../src/model/article.ts";
import type { VisitReport } from "../../src/model/visit.ts";
import { percent } from "../shared/figures.ts";
import type { ExpectedVisit } from "./register-annotations.ts";
import {
  align,
  FIELDS,
  type Field,
  type Judgement,
  judgeFields,
  missedFields,
  NO_VISIT,
} from "./register-fields.ts";

function visitJudgement(verdict: "right" | "wrong" | "missed", told: string): Judgement {
  const said = verdict === "wrong" ? told : null;
  return { field: "visit", name: "visit", verdict, said, key: verdict === "wrong" ? null : told };
}

const reportLabel = ({ kind, host, guest, place }: VisitReport): string =>
  `${kind}: ${guest.head ?? guest.organisation ?? guest.country ?? "?"} / ${host.head ?? host.organisation ?? host.country ?? "?"} / ${place ?? "?"}`;

const expectedLabel = ({ kind, host, guest, place }: ExpectedVisit): string =>
  `${kind}: ${guest.head ?? guest.organisation ?? "?"} / ${host.head ?? host.country ?? "?"} / ${place ?? "?"}`;

/** Judges what was read from one article. */
export function scoreArticle(
  reports: readonly VisitReport[],
  expected: readonly ExpectedVisit[],
): Judgement[] {
  const pairs = align(reports, expected);
  const reported = reports.flatMap((report, i) => {
    const j = pairs[i];
    if (j === null || j === undefined)
      return [visitJudgement("wrong", reportLabel(report)), ...judgeFields(report, NO_VISIT)];
    const visit = expected[j]!;
    if (visit.optional) return [];
    return [visitJudgement("right", expectedLabel(visit)), ...judgeFields(report, visit)];
  });
  const missed = expected.flatMap((visit, j) =>
    visit.optional || pairs.includes(j)
      ? []
      : [visitJudgement("missed", expectedLabel(visit)), ...missedFields(visit)],
  );
  return [...reported, ...missed];
}

/** Counts of one field. */
interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** Share of the filled values that are right, 0 to 1; NaN where none is filled. */
  readonly precision: number;
  /** Share of the values to fill that are filled rightly, 0 to 1; NaN where there is none. */
  readonly recall: number;
}

/** Counts judgements by field. */
export function countByField(judgements: readonly Judgement[]): Readonly<Record<Field, Counts>> {
  const counts = FIELDS.map((field): [Field, Counts] => {
    const of = judgements.filter((judgement) => judgement.field === field);
    const count = (word: string) => of.filter(({ verdict }) => verdict.includes(word)).length;
    const [right, wrong, missed] = [count("right"), count("wrong"), count("missed")];
    const precision = right / (right + wrong);
    return [field, { right, wrong, missed, precision, recall: right / (right + missed) }];
  });
  return Object.fromEntries(counts) as Record<Field, Counts>;
}

/** Reads the visits that an article reports. */
type ReadVisits = (article: Article) => readonly VisitReport[];

/**
 * Judges a reader on annotated articles.
 *
 * @returns The judgements by article id.
 * @throws Error where an annotated article is not in the corpus.
 */
export function measure(
  readVisits: ReadVisits,
  articles: ReadonlyMap<string, Article>,
  annotations: ReadonlyMap<string, readonly ExpectedVisit[]>,
): ReadonlyMap<string, readonly Judgement[]> {
  const judged = [...annotations].map(([id, expected]): [string, readonly Judgement[]] => {
    const article = articles.get(id);
    if (!article) throw new Error(`The corpus has no article ${id}, which is annotated.`);
    return [id, scoreArticle(readVisits(article), expected)];
  });
  return new Map(judged);
}

/** Least precision and recall for the fields that users rely on, 0 to 1. */
export interface Target {
  readonly precision: number;
  readonly recall: number;
}

const TARGET_FIELDS: readonly Field[] = ["date", "head", "host", "guest", "place"];

function mark(field: Field, target: Target, precision: number, recall: number): string {
  if (!TARGET_FIELDS.includes(field)) return "";
  return precision >= target.precision && recall >= target.recall ? "  met" : "  NOT MET";
}

/** A table of precision and recall by field. */
export function renderTable(
  title: string,
  judgements: readonly Judgement[],
  target: Target,
): string {
  const counts = countByField(judgements);
  const rows = FIELDS.map((field) => {
    const { right, wrong, missed, precision, recall } = counts[field];
    const numbers = [right, wrong, missed].map((n) => String(n).padStart(8)).join("");
    return `${field.padEnd(10)}${percent(precision).padStart(10)}${percent(recall).padStart(10)}${numbers}${mark(field, target, precision, recall)}`;
  });
  const header = `${"".padEnd(10)}${["precision", "recall"].map((h) => h.padStart(10)).join("")}${["right", "wrong", "missed"].map((h) => h.padStart(8)).join("")}`;
  const wanted = `target ${100 * target.precision} % / ${100 * target.recall} %`;
  return [`${title} (${wanted})`, header, ...rows].join("\n");
}

/** One line an error: article, field, what was said, what the key is. */
export function renderErrors(articleId: string, judgements: readonly Judgement[]): string[] {
  return judgements
    .filter(({ verdict }) => verdict !== "right" && verdict !== "fine")
    .map(
      ({ name, verdict, said, key }) =>
        `${articleId}  ${name}  ${verdict}: ${said ?? "–"}  [${key ?? "nothing"}]`,
    );
}

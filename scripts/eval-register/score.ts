import type { VisitReport } from "../../src/model/visit.ts";
import { align } from "./align.ts";
import type { ExpectedVisit } from "./annotation.ts";
import {
  FIELDS,
  type Field,
  type Judgement,
  judgeFields,
  missedFields,
  NO_VISIT,
} from "./compare.ts";

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

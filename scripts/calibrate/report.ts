import type { Outcome, Ranked } from "./folds.ts";

export const share = (list: readonly boolean[]) =>
  list.length === 0 ? Number.NaN : list.filter(Boolean).length / list.length;
export const percent = (x: number) => `${(100 * x).toFixed(1)} %`;

/** Lines of a table; the first row names the columns, the first column is set to the left. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)))
        .join("  "),
    )
    .join("\n");
}

/** How well each set is ranked. */
export function rankingTable(outcomes: readonly Ranked[]): string {
  const sets = [...new Set(outcomes.map((o) => o.sample.set))];
  return table([
    ["set", "questions", "sentence hit@1", "MRR", "right in 400", "right article", "first passage"],
    ...sets.map((set) => {
      const of = outcomes.filter((o) => o.sample.set === set && o.sample.answerable);
      return [
        set,
        String(of.length),
        percent(share(of.map((o) => o.sentenceHit))),
        (of.reduce((sum, o) => sum + o.reciprocal, 0) / of.length).toFixed(3),
        percent(share(of.map((o) => o.right))),
        percent(share(of.map((o) => o.article))),
        percent(share(of.map((o) => o.passage))),
      ];
    }),
  ]);
}

/** The answerable questions of the product's own kind; all where there are none. */
export function answerableOf(outcomes: readonly Outcome[]): Outcome[] {
  const keyed = outcomes.filter((o) => o.sample.set !== "xquad");
  return (keyed.length > 0 ? keyed : outcomes).filter((o) => o.sample.answerable);
}

/** What a threshold would refuse and answer; all are shares. */
interface CurvePoint {
  readonly threshold: number;
  readonly answerableRefused: number;
  readonly unanswerableRefused: number;
  readonly factRemovedRefused: number;
  /** Right answers of all answerable questions. */
  readonly right: number;
}

/** Right answers against refusals, by threshold. */
export function refusalCurve(outcomes: readonly Outcome[]): CurvePoint[] {
  const answerable = answerableOf(outcomes);
  const unanswerable = outcomes.filter((o) => !o.sample.answerable);
  return Array.from({ length: 19 }, (_, i) => (i + 1) / 20).map((threshold) => ({
    threshold,
    answerableRefused: share(answerable.map((o) => o.confidence < threshold)),
    unanswerableRefused: share(unanswerable.map((o) => o.confidence < threshold)),
    factRemovedRefused: share(answerable.flatMap((o) => o.removed.map((p) => p < threshold))),
    right: share(answerable.map((o) => o.right && o.confidence >= threshold)),
  }));
}

/** The curve for people. */
export function curveTable(curve: readonly CurvePoint[]): string {
  return table([
    [
      "threshold",
      "answerable refused",
      "unanswerable refused",
      "fact removed: refused",
      "right of all answerable",
    ],
    ...curve.map((c) => [
      c.threshold.toFixed(2),
      ...[c.answerableRefused, c.unanswerableRefused, c.factRemovedRefused, c.right].map(percent),
    ]),
  ]);
}

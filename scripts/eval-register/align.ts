import type { VisitReport } from "../../src/model/visit.ts";
import type { ExpectedVisit } from "./annotation.ts";
import { judgeFields } from "./compare.ts";

// How much a right value speaks for two visits being the same one, and a wrong one against it.
const WEIGHTS: Readonly<Record<string, { right: number; wrong: number }>> = {
  "guest.head": { right: 3, wrong: -2 },
  "host.head": { right: 3, wrong: -2 },
  date: { right: 2, wrong: -2 },
  place: { right: 1.5, wrong: -1.5 },
  planned: { right: 0.5, wrong: -0.5 },
};
// Many visits of an article share countries and kind.
const OTHER = { right: 0.5, wrong: 0 };
const LEAST = 2;
// Of two that fit alike, the required one is meant.
const REQUIRED = 0.5;

/** How well a reported visit fits an expected one; below 2 they are not the same. */
function likeness(report: VisitReport, expected: ExpectedVisit): number {
  let sum = expected.optional ? 0 : REQUIRED;
  for (const { field, name, key, verdict } of judgeFields(report, expected)) {
    if (field === "people" || field === "endDate" || key === null) continue;
    const { right, wrong } = WEIGHTS[name] ?? OTHER;
    if (verdict === "right") sum += right;
    if (verdict.startsWith("wrong")) sum += wrong;
  }
  return sum;
}

/**
 * Pairs the reported visits of an article with the expected ones, each at most once, so that the sum
 * of their likeness is the greatest.
 *
 * @returns For each reported visit the index of the expected one, or null.
 */
export function align(
  reports: readonly VisitReport[],
  expected: readonly ExpectedVisit[],
): (number | null)[] {
  const table = reports.map((report) => expected.map((visit) => likeness(report, visit)));
  const known = new Map<string, { sum: number; pairs: (number | null)[] }>();
  const best = (i: number, used: bigint): { sum: number; pairs: (number | null)[] } => {
    if (i === reports.length) return { sum: 0, pairs: [] };
    const name = `${i} ${used}`;
    const before = known.get(name);
    if (before) return before;
    const without = best(i + 1, used);
    let found = { sum: without.sum, pairs: [null, ...without.pairs] as (number | null)[] };
    for (const [j, value] of table[i]!.entries()) {
      const bit = 1n << BigInt(j);
      if (value < LEAST || (used & bit) !== 0n) continue;
      const rest = best(i + 1, used | bit);
      if (value + rest.sum > found.sum)
        found = { sum: value + rest.sum, pairs: [j, ...rest.pairs] };
    }
    known.set(name, found);
    return found;
  };
  return best(0, 0n).pairs;
}

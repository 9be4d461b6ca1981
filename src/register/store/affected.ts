import { keysOf } from "../merge/cluster.ts";
import { type Comparable, comparable, likeness } from "../merge/same-visit.ts";
import type { VisitReport } from "../visit.ts";

/** What is looked up of the stored reports. */
export interface StoredReports {
  /** What an article tells; empty where it tells of no visit, or is gone. */
  reportsOf(articleId: string): readonly VisitReport[];
  /** Articles that have a report under a key. */
  articlesUnder(key: string): readonly string[];
}

/**
 * The articles whose visits may come out otherwise when some articles change: those, and all that are bound
 * to them by reports that are alike. Reports that are not so bound cannot become one visit, nor keep others
 * from it.
 *
 * @param changed Changed, new and gone articles, and those that the gone ones met under a key.
 */
export function affectedArticles(changed: readonly string[], stored: StoredReports): Set<string> {
  const known = new Map<string, readonly Comparable[]>();
  const reportsOf = (id: string) => {
    let reports = known.get(id);
    if (reports === undefined) {
      reports = stored.reportsOf(id).map(comparable);
      known.set(id, reports);
    }
    return reports;
  };
  const affected = new Set(changed);
  // A set goes on with what is added while it is gone through.
  for (const id of affected) {
    for (const one of reportsOf(id)) {
      for (const key of keysOf(one)) {
        for (const other of stored.articlesUnder(key)) {
          if (affected.has(other)) continue;
          if (reportsOf(other).some((report) => likeness(report, one) > 0)) affected.add(other);
        }
      }
    }
  }
  return affected;
}

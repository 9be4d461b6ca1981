import type { VisitReport, VisitSide } from "../../../src/model/visit.ts";

/** A side of which nothing is told but what is given. */
export function side(told: Partial<VisitSide> = {}): VisitSide {
  return { organisation: null, province: null, country: null, head: null, people: [], ...told };
}

/** A visit of which nothing is told but what is given. */
export function report(told: Partial<VisitReport> = {}): VisitReport {
  return {
    articleId: "a",
    published: null,
    points: [],
    kind: "thăm",
    planned: false,
    date: { year: null, month: null, day: null },
    endDate: null,
    place: null,
    host: side(),
    guest: side(),
    topics: [],
    agreements: [],
    numbers: [],
    evidence: {},
    ...told,
  };
}

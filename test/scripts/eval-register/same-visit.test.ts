import { describe, expect, it } from "vitest";
import {
  judgeMerging,
  parseSameVisits,
  readSameVisits,
  withoutArticles,
} from "../../../scripts/eval-register/same-visit.ts";
import type { Visit } from "../../../src/model/visit.ts";
import { report, side } from "./reports.ts";

function visit(id: string, articleIds: readonly string[], guest: string, day: number): Visit {
  const {
    articleId: _,
    evidence: __,
    ...facts
  } = report({
    guest: side({ head: guest }),
    date: { year: 2031, month: 4, day },
  });
  return { ...facts, id, points: [], articleIds, sources: [] };
}

const KNOWN = parseSameVisits({
  same: [{ guest: "lo van chinh", date: "?-04-02", articles: ["a", "b"] }],
  apart: [
    {
      why: "another day",
      visits: [
        { article: "a", guest: "lo van chinh", date: "?-04-02" },
        { article: "c", guest: "lo van chinh", date: "?-04-03" },
      ],
    },
  ],
});

describe("judgeMerging", () => {
  it("finds the reports of one visit in one record, and another day apart", () => {
    const visits = [
      visit("1", ["a", "b"], "Lò Văn Chính", 2),
      visit("2", ["c"], "Lò Văn Chính", 3),
    ];
    const merging = judgeMerging(visits, KNOWN);
    expect(merging["same: one record"]).toHaveLength(1);
    expect(merging["apart: two records"]).toHaveLength(1);
    expect(merging["not read"]).toHaveLength(0);
  });

  it("tells what was split and what the reader did not report", () => {
    const visits = [visit("1", ["a"], "Lò Văn Chính", 2), visit("2", ["b"], "Lò Văn Chính", 2)];
    const merging = judgeMerging(visits, KNOWN);
    expect(merging["same: split"]).toHaveLength(1);
    expect(merging["not read"]).toHaveLength(1);
  });

  it("leaves out what concerns articles that must not be seen", () => {
    const known = withoutArticles(KNOWN, new Set(["b"]));
    expect(known.same).toHaveLength(0);
    expect(known.apart).toHaveLength(1);
  });

  it("tells what was taken for one", () => {
    const undated = visit("1", ["a", "c"], "Lò Văn Chính", 2);
    const visits = [{ ...undated, date: { year: null, month: 4, day: null } }];
    expect(judgeMerging(visits, KNOWN)["apart: confused"]).toHaveLength(1);
  });
});

describe("same-visit.json", () => {
  it("is well formed", () => {
    const path = new URL(
      "../../../scripts/eval-register/annotations/same-visit.json",
      import.meta.url,
    );
    expect(readSameVisits(path).same.length).toBeGreaterThanOrEqual(10);
  });
});

import { describe, expect, it } from "vitest";
import {
  judgeDate,
  judgeLabel,
  judgeMerging,
  judgeName,
  parseSameVisits,
  readSameVisits,
  withoutArticles,
} from "../../../scripts/quality/register-annotations.ts";
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
    const path = new URL("../../../scripts/quality/annotations/same-visit.json", import.meta.url);
    expect(readSameVisits(path).same.length).toBeGreaterThanOrEqual(10);
  });
});

describe("judgeLabel", () => {
  it("finds an alternative as whole words, without case, marks and punctuation", () => {
    expect(judgeLabel("Cửa khẩu Hữu Nghị (Lạng Sơn)", "bang tuong|lang son")).toBe("right");
    expect(judgeLabel("Mỹ Đình", "my dinh")).toBe("right");
    expect(judgeLabel("Lạng Sơnn", "lang son")).toBe("wrong and missed");
  });

  it("counts an empty field as missed only where it has to be filled", () => {
    expect(judgeLabel(null, "lang son")).toBe("missed");
    expect(judgeLabel(null, "|lang son")).toBe("fine");
    expect(judgeLabel(null, undefined)).toBe("fine");
  });

  it("takes a filled field that the text does not tell for wrong", () => {
    expect(judgeLabel("Hà Nội", undefined)).toBe("wrong");
    expect(judgeLabel("Hà Nội", "|lang son")).toBe("wrong");
  });

  it("does not take a whole sentence for a label", () => {
    expect(judgeLabel(`Lạng Sơn ${"và nơi khác ".repeat(9)}`, "lang son")).toBe("wrong and missed");
  });
});

describe("judgeName", () => {
  it("bears a title before the name, but not another name behind it", () => {
    expect(judgeName("ông Lò Văn Chính", "lo van chinh")).toBe("right");
    expect(judgeName("Lò Văn Chính và ông Tẩn A Sử", "lo van chinh")).toBe("wrong and missed");
  });

  it("takes a hyphenated name as its words", () => {
    expect(judgeName("Pak Jong-nam", "pak jong nam")).toBe("right");
  });
});

describe("judgeDate", () => {
  const date = (year: number | null, month: number | null, day: number | null) => ({
    year,
    month,
    day,
  });

  it("wants all parts of the key and no other", () => {
    expect(judgeDate(date(null, 5, 7), "?-05-07")).toBe("right");
    expect(judgeDate(date(2019, 5, 7), "?-05-07")).toBe("wrong and missed");
    expect(judgeDate(date(2019, 5, 7), "?-05-07|2019-05-07")).toBe("right");
  });

  it("counts a date that knows less as missed, not as wrong", () => {
    expect(judgeDate(date(null, 5, null), "2019-05-07")).toBe("missed");
    expect(judgeDate(date(null, 6, null), "2019-05-07")).toBe("wrong and missed");
    expect(judgeDate(date(null, 5, null), "|2019-05-07")).toBe("fine");
  });

  it("takes an unknown date for empty", () => {
    expect(judgeDate(date(null, null, null), undefined)).toBe("fine");
    expect(judgeDate(date(2019, null, null), undefined)).toBe("wrong");
    expect(judgeDate(null, "2019-05-07")).toBe("missed");
  });
});

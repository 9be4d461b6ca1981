import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Visit, VisitReport } from "../../../src/model/visit.ts";
import { mergeReports } from "../../../src/visits/merge/merge-reports.ts";
import { clusterReports } from "../../../src/visits/merge/same-visit.ts";
import { expectLinear } from "../../growth.ts";
import { articleOf, report, side } from "./reports.ts";

const merge = (...reports: VisitReport[]): Visit[] => mergeReports(reports, articleOf);
const articles = (visits: readonly Visit[]) => visits.map(({ articleIds }) => articleIds);

describe("one visit told by several articles", () => {
  it("becomes one record whose gaps the less telling article fills", () => {
    const short = report("a", {
      published: "2024-05-12",
      date: { year: null, month: 5, day: 12 },
      guest: side({
        country: "Trung Quốc",
        province: "Quảng Tây",
        organisation: "Đoàn Bằng Tường",
      }),
      place: "tỉnh Lạng Sơn",
      evidence: { kind: [{ start: 0, end: 41 }], place: [{ start: 42, end: 70 }] },
    });
    const long = report("b", {
      published: "2024-05-13",
      host: side({ province: "Lạng Sơn", country: "Việt Nam", head: "Lê Hòa" }),
      topics: ["mở lối thông quan"],
    });
    const [visit, ...rest] = merge(long, short);
    expect(rest).toEqual([]);
    expect(visit).toMatchObject({
      articleIds: ["a", "b"],
      published: "2024-05-12",
      date: { year: 2024, month: 5, day: 12 },
      place: "tỉnh Lạng Sơn",
      host: { head: "Lê Hòa" },
      guest: { head: "Vũ Hiểu", organisation: "Đoàn Bằng Tường" },
      topics: ["mở lối thông quan"],
    });
    expect(visit!.sources.map(({ articleId }) => articleId)).toContain("a");
    expect(visit!.sources.map(({ articleId }) => articleId)).toContain("b");
  });

  it("was announced and then happened: what happened counts", () => {
    const announced = report("a", { planned: true, published: "2024-05-01", kind: "thăm" });
    const happened = report("b", { published: "2024-05-13", kind: "hội đàm" });
    expect(merge(announced, happened)).toMatchObject([{ planned: false, kind: "hội đàm" }]);
  });

  it("meets where the days of a stay overlap and names are shortened", () => {
    const stay = report("a", { endDate: { year: 2024, month: 5, day: 15 }, kind: "thăm" });
    const talks = report("b", {
      date: { year: 2024, month: 5, day: 14 },
      guest: side({ country: "Trung Quốc", head: "Hiểu" }),
    });
    expect(articles(merge(stay, talks))).toEqual([["a", "b"]]);
  });

  it("is found for a teaser that stands on two pages without any day", () => {
    const undated = { date: { year: null, month: null, day: null } };
    expect(articles(merge(report("a#2", undated), report("b#4", undated)))).toEqual([
      ["a#2", "b#4"],
    ]);
  });
});

describe("different visits stay apart", () => {
  const base = report("a");
  it.each([
    ["other day", { date: { year: 2024, month: 5, day: 13 } }],
    ["other year", { date: { year: 2023, month: 5, day: 12 } }],
    [
      "other head",
      { guest: side({ province: "Quảng Tây", country: "Trung Quốc", head: "Lam Lập" }) },
    ],
    ["other guests' province", { guest: side({ province: "Vân Nam", country: "Trung Quốc" }) }],
    ["other host", { host: side({ province: "Cao Bằng", country: "Việt Nam" }) }],
    ["guests known by their country alone", { guest: side({ country: "Trung Quốc" }) }],
    ["no day known", { date: { year: null, month: null, day: null } }],
  ] as [string, Partial<VisitReport>][])("with the %s", (_, rest) => {
    expect(merge(base, report("b", rest))).toHaveLength(2);
  });

  it("in other places of other provinces", () => {
    const one = report("a", {
      place: "Lạng Sơn",
      host: side({ country: "Việt Nam", head: "Lê Hòa" }),
    });
    const other = report("b", {
      place: "Hà Nội",
      host: side({ country: "Việt Nam", head: "Lê Hòa" }),
    });
    expect(merge(one, other)).toHaveLength(2);
  });

  it("in one article, however alike", () => {
    expect(merge(report("a"), report("a", { kind: "hội đàm" }))).toHaveLength(2);
  });

  it("without a year where they were published a year apart", () => {
    const date = { year: null, month: 5, day: 12 };
    const one = report("a", { date, published: "2022-05-13" });
    expect(merge(one, report("b", { date, published: "2024-05-13" }))).toHaveLength(2);
  });
});

describe("a record", () => {
  it("quotes its sources word for word, with links into the page", () => {
    const [visit] = merge(report("a"));
    for (const { articleId, quote, start, end, link, title } of visit!.sources) {
      expect(quote).toBe(articleOf(articleId).text.slice(start, end));
      expect(link).toMatch(/^https:\/\/bao\.example\/a#:~:text=/u);
      expect(title).toBe("Tin a");
    }
  });

  it("keeps its short name as long as its first report does", () => {
    const [alone] = merge(report("a"));
    const [joined] = merge(report("b"), report("a"));
    expect(joined!.id).toBe(alone!.id);
    expect(alone!.id).toMatch(/^[0-9a-z]{1,16}$/u);
  });

  it("can't be made of an article that nobody knows", () => {
    expect(() => mergeReports([report("a")], () => undefined)).toThrow(RangeError);
  });
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const arbitrarySide = fc
  .record({
    organisation: maybe(fc.constantFrom("Đoàn Bằng Tường", "Sở Công Thương")),
    province: maybe(fc.constantFrom("Lạng Sơn", "Quảng Tây")),
    country: maybe(fc.constantFrom("Việt Nam", "Trung Quốc")),
    head: maybe(fc.constantFrom("Vũ Hiểu", "Lê Hòa", "Hiểu")),
  })
  .map((parts) => side(parts));
const arbitraryReport = fc
  .record({
    articleId: fc.constantFrom("a", "b", "c", "d", "e"),
    published: maybe(fc.constantFrom("2024-05-12", "2024-06-01", "2022-01-01")),
    planned: fc.boolean(),
    date: fc.record({
      year: maybe(fc.constantFrom(2024, 2023)),
      month: maybe(fc.constantFrom(5, 6)),
      day: maybe(fc.integer({ min: 10, max: 13 })),
    }),
    endDate: maybe(fc.constant({ year: 2024, month: 6, day: 20 })),
    place: maybe(fc.constantFrom("Lạng Sơn", "Hà Nội")),
    host: arbitrarySide,
    guest: arbitrarySide,
  })
  .map(({ articleId, ...rest }) => report(articleId, rest));

describe("merging, for any reports", () => {
  it("doesn't depend on their order, and counts each once", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitraryReport, {
          maxLength: 14,
          selector: (each) => JSON.stringify(each),
        }),
        fc.integer(),
        (reports, seed) => {
          const shuffled = reports.toSorted(
            (a, b) =>
              ((JSON.stringify(a).length * 31 + seed) % 17) -
              ((JSON.stringify(b).length * 31 + seed) % 17),
          );
          expect(merge(...shuffled)).toEqual(merge(...reports));
          const clustered = clusterReports(reports).flatMap((cluster) => cluster.reports);
          expect(clustered).toHaveLength(reports.length);
          for (const { reports: own } of clusterReports(reports))
            expect(new Set(own.map(({ articleId }) => articleId)).size).toBe(own.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("finds again what it found: the reports of one record alone make the same record", () => {
    fc.assert(
      fc.property(fc.array(arbitraryReport, { maxLength: 10 }), (reports) => {
        const distinct = [...new Map(reports.map((each) => [each.articleId, each])).values()];
        for (const { id, reports: own } of clusterReports(distinct)) {
          expect(clusterReports(own)).toEqual([{ id, reports: own }]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("grows with the number of reports", async () => {
    const reports = Array.from({ length: 16_000 }, (_, i) =>
      report(`bai-${i}`, {
        published: `20${String(10 + (i % 15))}-05-12`,
        date: { year: 2010 + (i % 15), month: 1 + (i % 12), day: 1 + (i % 28) },
        guest: side({ country: "Trung Quốc", province: "Quảng Tây", head: `Họ Tên ${i % 900}` }),
      }),
    );
    expect(mergeReports(reports, articleOf).length).toBeGreaterThan(1000);
    await expectLinear((size) => mergeReports(reports.slice(0, size), articleOf), 16_000);
  });
});

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  parseAnnotations,
  readAnnotations,
} from "../../../scripts/quality/register-annotations.ts";
import {
  countByField,
  measure,
  renderErrors,
  renderTable,
  scoreArticle,
} from "../../../scripts/quality/register-score.ts";
import { readArticles } from "../../../scripts/shared/corpus.ts";
import { temporaryFolder } from "../../index/fixture.ts";
import { report, side } from "./reports.ts";

const ANNOTATIONS = new URL("../../../scripts/quality/annotations/", import.meta.url);
const TARGET = { precision: 0.9, recall: 0.75 };

function corpus() {
  const file = join(temporaryFolder(), "news.json");
  const news = { id: "ban-lau", title: "Tiếp đoàn", lead: "Ngày 2/4 tại Bản Lầu.", body: ["Hết."] };
  writeFileSync(file, JSON.stringify([news]));
  return readArticles(file);
}

describe("measure", () => {
  it("reads the corpus by the ingest and reports each error with its article", () => {
    const key = { kind: "tiep", date: "?-04-02", place: "ban lau", host: { head: "lo van chinh" } };
    const annotations = parseAnnotations({ about: "", articles: { "ban-lau": [key] } });
    const read = report({
      kind: "tiếp",
      date: { year: null, month: 4, day: 3 },
      host: side({ head: "Lò Văn Chính" }),
    });
    const judged = measure(() => [read], corpus(), annotations);
    const lines = renderErrors("ban-lau", judged.get("ban-lau")!);
    expect(lines).toContain("ban-lau  place  missed: –  [ban lau]");
    expect(lines).toContain("ban-lau  date  wrong and missed: ?-4-3  [?-04-02]");
  });

  it("says which annotated article the corpus lacks", () => {
    const annotations = parseAnnotations({ about: "", articles: { other: [] } });
    expect(() => measure(() => [], corpus(), annotations)).toThrow(/other/u);
  });
});

describe("renderTable", () => {
  it("marks the fields that users rely on as met or not", () => {
    const judgement = { name: "date", said: null, key: null } as const;
    const table = renderTable(
      "t",
      [
        { ...judgement, field: "date", verdict: "right" },
        { ...judgement, field: "place", verdict: "wrong and missed" },
      ],
      TARGET,
    );
    expect(table).toMatch(/^date +100\.0 % +100\.0 % +1 +0 +0 {2}met$/mu);
    expect(table).toMatch(/^place +0\.0 % +0\.0 % +0 +1 +1 {2}NOT MET$/mu);
  });
});

describe("annotations", () => {
  it("are well formed, and no article is both for development and held out", () => {
    const ids = readdirSync(ANNOTATIONS)
      .filter((name) => /^(?:dev|held-out)-\w+\.json$/u.test(name))
      .flatMap((name) => [...readAnnotations(new URL(name, ANNOTATIONS)).keys()]);
    expect(ids.length).toBeGreaterThan(70);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are refused with marks or with an impossible form of date", () => {
    const wrong = (visit: unknown) => () =>
      parseAnnotations({ about: "", articles: { a: [visit] } });
    expect(wrong({ place: "Lạng Sơn" })).toThrow();
    expect(wrong({ date: "2/4/2031" })).toThrow();
    expect(wrong({ venue: "ban lau" })).toThrow();
  });
});

const expected = (...visits: unknown[]) =>
  parseAnnotations({ about: "", articles: { a: visits } }).get("a")!;

const CHINH = report({
  kind: "tiếp",
  date: { year: 2031, month: 4, day: 2 },
  place: "Bản Lầu",
  host: side({
    head: "Lò Văn Chính",
    country: "Việt Nam",
    people: [{ name: "Lò Văn Chính", position: null }],
  }),
  guest: side({
    head: "Vương Tiểu Minh",
    country: "Trung Quốc",
    people: [{ name: "Vương Tiểu Minh", position: "Huyện trưởng" }],
  }),
});

const CHINH_KEY = {
  kind: "tiep|tham",
  planned: false,
  date: "2031-04-02",
  place: "ban lau",
  host: { head: "lo van chinh", country: "viet nam" },
  guest: { head: "vuong tieu minh", country: "trung quoc" },
};

describe("scoreArticle", () => {
  it("finds nothing to object to in a visit read as annotated", () => {
    const counts = countByField(scoreArticle([CHINH], expected(CHINH_KEY)));
    for (const field of ["visit", "date", "head", "place", "kind", "planned"] as const)
      expect(counts[field]).toMatchObject({ right: 1, wrong: 0, missed: 0 });
    expect(counts.host).toMatchObject({ right: 2, wrong: 0, missed: 0 });
    expect(counts.people).toMatchObject({ right: 2, wrong: 0, missed: 0 });
  });

  it("counts every filled field of a visit that is none", () => {
    const counts = countByField(scoreArticle([CHINH], expected()));
    expect(counts.visit).toMatchObject({ right: 0, wrong: 1, missed: 0 });
    expect(counts.host).toMatchObject({ wrong: 2 });
    expect(counts.people).toMatchObject({ wrong: 2 });
    expect(counts.endDate).toMatchObject({ right: 0, wrong: 0, missed: 0 });
  });

  it("counts every field to fill of a visit that is not reported", () => {
    const counts = countByField(scoreArticle([], expected(CHINH_KEY)));
    expect(counts.visit).toMatchObject({ right: 0, wrong: 0, missed: 1 });
    expect(counts.head).toMatchObject({ missed: 1 });
    expect(counts.people).toMatchObject({ missed: 2 });
    expect(counts.guest.recall).toBe(0);
  });

  it("neither wants nor blames an optional visit", () => {
    const passing = { optional: true, guest: { head: "vuong tieu minh" } };
    expect(scoreArticle([CHINH], expected(passing))).toEqual([]);
    expect(scoreArticle([], expected(passing))).toEqual([]);
  });

  it("gives a reported visit to the required one where an optional one fits as well", () => {
    const passing = { ...CHINH_KEY, optional: true };
    const counts = countByField(scoreArticle([CHINH], expected(passing, CHINH_KEY)));
    expect(counts.visit).toMatchObject({ right: 1, missed: 0 });
  });

  it("tells two meetings of one day apart by who met, whatever their order", () => {
    const other = report({
      ...CHINH,
      host: side({ head: "Tẩn A Sử" }),
      guest: side({ head: "Lý Đại Hải" }),
    });
    const otherKey = {
      ...CHINH_KEY,
      host: { head: "tan a su" },
      guest: { head: "ly dai hai" },
    };
    const counts = countByField(scoreArticle([other, CHINH], expected(CHINH_KEY, otherKey)));
    expect(counts.visit).toMatchObject({ right: 2, wrong: 0, missed: 0 });
    expect(counts.head).toMatchObject({ right: 2, wrong: 0, missed: 0 });
  });

  it("blames swapped sides, except for a meeting on neutral ground", () => {
    const swapped = { ...CHINH, host: CHINH.guest, guest: CHINH.host };
    expect(countByField(scoreArticle([swapped], expected(CHINH_KEY))).head).toMatchObject({
      right: 0,
    });
    const neutral = { ...CHINH_KEY, eitherSide: true };
    expect(countByField(scoreArticle([swapped], expected(neutral))).head).toMatchObject({
      right: 1,
      wrong: 0,
      missed: 0,
    });
  });

  it("counts a person on the wrong side, and accepts one that may be named", () => {
    const key = {
      ...CHINH_KEY,
      host: { ...CHINH_KEY.host, people: ["hoang thi lan"], also: ["tan a su"] },
    };
    const people = ["Lò Văn Chính", "Tẩn A Sử", "Vương Tiểu Minh"].map((name) => ({
      name,
      position: null,
    }));
    const read = report({ ...CHINH, host: { ...CHINH.host, people } });
    expect(countByField(scoreArticle([read], expected(key))).people).toMatchObject({
      right: 3,
      wrong: 1,
      missed: 1,
    });
  });
});

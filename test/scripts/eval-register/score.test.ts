import { describe, expect, it } from "vitest";
import { parseAnnotations } from "../../../scripts/eval-register/annotation.ts";
import { countByField, scoreArticle } from "../../../scripts/eval-register/score.ts";
import { report, side } from "./reports.ts";

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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedFilter } from "../../../../src/answers/visits/lists/read-typed-filter.ts";
import { stripMarks } from "../../../../src/language/text/fold.ts";
import type { VisitFilter } from "../../../../src/model/visit.ts";
import { registerOf, side, visit } from "../../../visits/register/visits.ts";

const CHINA = { country: "Trung Quốc" };
const VIETNAM = { country: "Việt Nam" };

const { register } = registerOf([
  visit("a", {
    kind: "hội đàm",
    host: side({ province: "Lào Cai", ...VIETNAM, head: "Trịnh Xuân Trường" }),
    guest: side({ province: "Quảng Tây", ...CHINA, head: "Hùng Ba" }),
    place: "cửa khẩu Kim Thành",
    topics: ["hợp tác du lịch xuyên biên giới"],
    agreements: ["ký 16 thỏa thuận"],
  }),
  visit("b", {
    host: side({
      province: "Lạng Sơn",
      ...VIETNAM,
      head: "Dương Xuân Huyên",
      people: [{ name: "Dương Xuân Huyên", position: "Phó Chủ tịch UBND tỉnh" }],
    }),
    guest: side({ organisation: "Thị ủy thị Bằng Tường", province: "Bằng Tường", ...CHINA }),
  }),
  visit("c", {
    host: side({ province: "Sùng Tả", ...CHINA }),
    guest: side({ province: "Cao Bằng", ...VIETNAM }),
  }),
]);

const read = (text: string) => readTypedFilter(text, "2026-11-22", register);

const year = (first: number, last = first) => ({
  from: `${first}-01-01`,
  to: `${last}-12-31`,
});

const READ: readonly (readonly [string, VisitFilter])[] = [
  ["", {}],
  ["   ", {}],
  ["Quảng Tây 2023 Lào Cai", { ...year(2023), sides: ["Quảng Tây", "Lào Cai"] }],
  ["quang tay 2023 lao cai", { ...year(2023), sides: ["Quảng Tây", "Lào Cai"] }],
  ["lào cai", { sides: ["Lào Cai"] }],
  ["Lạng Sơn tiếp Bằng Tường", { host: "Lạng Sơn", guest: "Bằng Tường" }],
  ["đoàn Quảng Tây thăm Lào Cai", { guest: "Quảng Tây", place: "Lào Cai" }],
  ["tại Kim Thành", { place: "Kim Thành" }],
  ["Kim Thành", { place: "Kim Thành" }],
  ["2023", year(2023)],
  ["năm 2023", year(2023)],
  ["2019-2022", year(2019, 2022)],
  ["2019–2022", year(2019, 2022)],
  ["từ 2019 đến 2022", year(2019, 2022)],
  ["trước 2015", { to: "2014-12-31" }],
  ["truoc nam 2015", { to: "2014-12-31" }],
  ["sau 2015", { from: "2016-01-01" }],
  ["từ 2019", { from: "2019-01-01" }],
  ["năm ngoái", year(2025)],
  ["3/2024", { from: "2024-03-01", to: "2024-03-31" }],
  ["tháng 3 năm 2024", { from: "2024-03-01", to: "2024-03-31" }],
  ["2/2024", { from: "2024-02-01", to: "2024-02-29" }],
  ["3-5/2024", { from: "2024-03-01", to: "2024-05-31" }],
  ["11/2023-2/2024", { from: "2023-11-01", to: "2024-02-29" }],
  ["quý 2/2024", { from: "2024-04-01", to: "2024-06-30" }],
  ["quý IV năm 2023", { from: "2023-10-01", to: "2023-12-31" }],
  ["21/1/2025", { from: "2025-01-21", to: "2025-01-21" }],
  ["2024-03-05", { from: "2024-03-05", to: "2024-03-05" }],
  ["không rõ năm", { undated: true }],
  ["sắp tới", { planned: true }],
  ["hội đàm Quảng Tây", { kinds: ["hội đàm", "hội kiến"], sides: ["Quảng Tây"] }],
  ["khảo sát 2022", { ...year(2022), kinds: ["khảo sát"] }],
  ["Dương Xuân Huyên", { person: "Dương Xuân Huyên" }],
  ["dương xuân huyên", { person: "dương xuân huyên" }],
  ["duong xuan huyen 2023", { ...year(2023), person: "duong xuan huyen" }],
  ["ông Hùng Ba", { person: "Hùng Ba" }],
  ["du lịch", { words: "du lịch" }],
  ["16 thỏa thuận", { words: "16 thỏa thuận" }],
  ["Guangxi 2023", { ...year(2023), sides: ["Quảng Tây"] }],
  ["before 2015", { to: "2014-12-31" }],
  ["广西 2023年", { ...year(2023), sides: ["Quảng Tây"] }],
  ["熊波", { person: "Hùng Ba" }],
];

describe("a typed filter", () => {
  it.each(READ)("%j is read", (text, filter) => {
    expect(read(text)).toEqual({ filter, impossible: null });
  });

  it.each([
    ["tháng 13", "tháng 13"],
    ["thang 13", "thang 13"],
    ["tháng 13/2024", "tháng 13/2024"],
    ["13/2024", "13/2024"],
    ["0/2024 Quảng Tây", "0/2024"],
    ["31/2/2024", "31/2/2024"],
    ["32/1/2024", "32/1/2024"],
    ["30.2.2024", "30.2.2024"],
    ["ngày 32", "ngày 32"],
    ["0000", "0000"],
    ["năm 9999", "năm 9999"],
  ])("%j names no time of the calendar", (text, words) => {
    expect(read(text).impossible).toBe(words);
  });

  it("takes any text, and reads a period only from digits that are there", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 300 }),
          fc
            .array(
              fc.constantFrom("Quảng Tây", "2023", "trước", "tháng", "13", "-", "/", "đoàn", "a"),
            )
            .map((words) => words.join(" ")),
        ),
        (text) => {
          const { filter } = read(text);
          for (const day of [filter.from, filter.to])
            if (day !== undefined) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
          if (
            !/\d|nay|trước|truoc|ngoái|ngoai|qua|sau|tới|toi/iu.test(text) &&
            !/[^\0-\x7f]/u.test(text)
          )
            expect([filter.from, filter.to]).toEqual([undefined, undefined]);
          expect(register.find(filter, { offset: 0, limit: 1 }).total).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("reads years, months and ranges the same with and without marks, among other words", () => {
    const years = fc.integer({ min: 1990, max: 2025 });
    fc.assert(
      fc.property(years, years, fc.constantFrom("Quảng Tây", "du lịch"), (a, b, words) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        for (const typed of [`${words} ${first}-${last}`, `từ ${first} đến ${last} ${words}`]) {
          for (const text of [typed, stripMarks(typed)])
            expect(read(text).filter).toMatchObject(year(first, last));
        }
      }),
      { numRuns: 40 },
    );
  });
});

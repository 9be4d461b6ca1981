import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoPartialDate, visitsCsv } from "../../src/exports/columns.ts";
import { localeFor } from "../../src/locale/index.ts";
import { side, visit } from "../visits/register/visits.ts";

/** Reads a table as RFC 4180 says. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu,
  )) {
    row.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  // What follows the last line end is empty.
  return rows.slice(0, -1);
}

const table = (csv: string) => {
  const [heading, ...rows] = readCsv(csv.slice(1));
  return rows.map((row) => Object.fromEntries(heading!.map((name, i) => [name, row[i]])));
};

const VI = localeFor("vi");

describe("a table of visits", () => {
  it("has a mark for UTF-8, a Vietnamese heading and a row a visit", () => {
    const csv = visitsCsv(
      [
        visit("a", {
          date: { year: 2025, month: 1, day: 21 },
          endDate: { year: 2025, month: 1, day: 23 },
          host: side({
            organisation: 'UBND tỉnh "Lạng Sơn"',
            province: "Lạng Sơn",
            country: "Việt Nam",
            people: [
              { name: "A", position: "Chủ tịch, Bí thư" },
              { name: "B", position: null },
            ],
          }),
          topics: ["một", "hai"],
        }),
        visit("b", { planned: true }),
      ],
      VI,
    );
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(table(csv)).toMatchObject([
      {
        Mã: "a",
        Loại: "Tiếp",
        "Dự kiến": "",
        Ngày: "2025-01-21",
        "Ngày kết thúc": "2025-01-23",
        "Bên tiếp": 'UBND tỉnh "Lạng Sơn"',
        "Tỉnh, nước bên tiếp": "Lạng Sơn, Việt Nam",
        "Thành phần bên tiếp": "A (Chủ tịch, Bí thư); B",
        "Nội dung trao đổi": "một; hai",
      },
      { Mã: "b", "Dự kiến": "có", Ngày: "", "Bên tiếp": "" },
    ]);
  });

  it("holds any text, and none that a spreadsheet takes for a formula", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string()).map(([a, b]) => a + b),
    );
    fc.assert(
      fc.property(text, text, (place, topic) => {
        const csv = visitsCsv([visit("a", { place, topics: [topic] })], VI);
        const [row] = table(csv);
        expect(row!["Địa điểm"]!.endsWith(place)).toBe(true);
        for (const cell of Object.values(row!)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [2025, 1, 2, "2025-01-02"],
    [2024, 3, null, "2024-03"],
    [2019, null, null, "2019"],
    [null, 1, 21, "--01-21"],
    [null, 3, null, "--03"],
    [null, null, null, ""],
  ])("writes a partial date %s %s %s as %j", (year, month, day, written) => {
    expect(isoPartialDate({ year, month, day })).toBe(written);
  });
});

import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateVisits } from "../../../scripts/speed/generated-visits.ts";
import { drawTimeline, timelinePng } from "../../../src/exports/timeline/render.ts";
import { timelineRows } from "../../../src/exports/timeline/rows.ts";
import { fitText, fontFiles, textWidth, wrapText } from "../../../src/exports/timeline/svg.ts";
import { localeFor } from "../../../src/locale/index.ts";
import type { Visit, VisitSide } from "../../../src/model/visit.ts";
import { side, visit } from "../../visits/register/visits.ts";

const on = (
  id: string,
  year: number | null,
  month: number | null = null,
  day: number | null = null,
) =>
  visit(id, {
    date: { year, month, day },
    guest: side({ province: "Quảng Tây", country: "Trung Quốc" }),
  });

const labels = (visits: readonly Visit[]) =>
  timelineRows(visits, 22, localeFor("vi").exports.picture.quarter).rows.map(
    ({ label, vague, visits }) => [label, vague, visits.length],
  );

const page = (visits: readonly Visit[]) => ({ total: visits.length, articles: 3, visits });
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text]) => text!);

describe("rows of a timeline", () => {
  it("are days, months, quarters, years or several years, as finely as there is room", () => {
    expect(labels([on("a", 2024, 3, 5), on("b", 2024, 3, 5), on("c", 2024, 3, 7)])).toEqual([
      ["5/3/2024", false, 2],
      ["6/3/2024", false, 0],
      ["7/3/2024", false, 1],
    ]);
    expect(labels([on("a", 2023, 12, 1), on("b", 2024, 2, 1)]).map(([label]) => label)).toEqual([
      "12/2023",
      "1/2024",
      "2/2024",
    ]);
    expect(labels([on("a", 2021, 1, 1), on("b", 2024, 2, 1)])[0]).toEqual(["Quý 1/2021", false, 1]);
    expect(labels([on("a", 2005, 1, 1), on("b", 2025, 2, 1)])).toHaveLength(21);
    expect(labels([on("a", 1965, 1, 1), on("b", 2025, 2, 1)])[0]).toEqual(["1965–1969", false, 1]);
  });

  it("put what is known of a year or month alone into a row of its own", () => {
    expect(
      labels([on("a", 2024, 1, 3), on("b", 2024), on("c", 2024, 2), on("d", 2024, 3, 4)]),
    ).toEqual([
      ["1/2024", false, 1],
      ["2/2024", false, 1],
      ["3/2024", false, 1],
      ["2024", true, 1],
    ]);
    expect(labels([on("a", 2024), on("b", 2024)])).toEqual([["2024", true, 2]]);
  });

  it("hold every visit once, in order, but those of no year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1900, max: 2025 }),
        fc.integer({ min: 0, max: 125 }),
        (count, firstYear, years) => {
          const visits = generateVisits(count, {
            firstYear,
            lastYear: firstYear + years,
            seed: count,
          });
          const { rows, undated } = timelineRows(
            visits,
            22,
            localeFor("vi").exports.picture.quarter,
          );
          const ids = [...rows.flatMap((row) => row.visits), ...undated].map(({ id }) => id);
          expect(ids.toSorted()).toEqual(visits.map(({ id }) => id).toSorted());
          expect(rows.length).toBeLessThanOrEqual(22);
          expect(undated).toEqual(visits.filter(({ date }) => date.year === null));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("the picture", () => {
  it("tells a few visits one by one, and more by counterpart with their counts", () => {
    const few = textsOf(drawTimeline(page([on("a", 2024, 3, 5), on("b", 2019)]), "Quảng Tây")!);
    expect(few).toEqual(expect.arrayContaining(["Quảng Tây", "05/03/2024", "năm 2019"]));
    expect(few.at(-1)).toBe("Nguồn: 3 bài báo trong tư liệu hiện có");
    const many = Array.from({ length: 12 }, (_, i) => on(`v${i}`, 2024, 1 + (i % 3), 1));
    const texts = textsOf(drawTimeline(page([...many, on("x", null)]), "")!);
    expect(texts).toEqual(expect.arrayContaining(["1/2024", "2/2024", "Quảng Tây · 13", "4"]));
    // Those without a year come last.
    const rows = texts.filter((text) => /^\d\/2024$|^Không rõ năm$/u.test(text));
    expect(rows).toEqual(["1/2024", "2/2024", "3/2024", "Không rõ năm"]);
    expect(few).toContain("Quảng Tây · 2");
    const last = textsOf(drawTimeline(page([on("u", null), on("a", 2024, 3, 5)]), "")!);
    expect(last.indexOf("05/03/2024")).toBeLessThan(last.indexOf("không rõ ngày"));
  });

  it("is in the reader's language, places too", () => {
    const visits = Array.from({ length: 12 }, (_, i) => on(`v${i}`, 2024, 1 + (i % 3), 1));
    const texts = (language: "en" | "zh") =>
      textsOf(drawTimeline(page(visits), "", undefined, localeFor(language))!);
    expect(texts("en")).toEqual(expect.arrayContaining(["Timeline of visits", "Guangxi · 12"]));
    expect(texts("zh")).toEqual(expect.arrayContaining(["访问时间轴", "广西 · 12"]));
  });

  it("gives a partner one colour in all pictures", () => {
    const colourOf = (name: string, others: readonly string[]) => {
      const visits = [name, ...others].flatMap((province, i) =>
        Array.from({ length: 8 - i }, (_, n) =>
          visit(`${province}${n}`, {
            date: { year: 2024, month: 1, day: 1 },
            host: side({ country: "Việt Nam" }),
            guest: side({ province, country: "Trung Quốc" }),
          }),
        ),
      );
      const svg = drawTimeline(page(visits), "")!;
      const legend = svg.slice(0, svg.indexOf(`>${name} · `));
      return /fill="(#[0-9a-f]{6})"\/><text[^>]*$/u.exec(legend)?.[1];
    };
    const alone = colourOf("Vân Nam", []);
    expect(alone).toMatch(/^#/u);
    expect(colourOf("Vân Nam", ["Quảng Tây", "Hải Nam"])).toBe(alone);
    expect(colourOf("Quảng Tây", ["Vân Nam"])).not.toBe(alone);
  });

  it("joins the smallest counterparts, and says nothing of a line where no year is known", () => {
    const visits = Array.from({ length: 30 }, (_, i) =>
      visit(`v${i}`, {
        date: { year: 2024, month: 1, day: 1 },
        guest: side({ organisation: `Đoàn ${String.fromCharCode(65 + (i % 20))}` }),
      }),
    );
    expect(textsOf(drawTimeline(page(visits), "")!)).toContain("11 đối tác khác · 12");
    expect(drawTimeline(page([on("a", null)]), "")).toBeNull();
  });

  it("parts counterparts by province, and those of one province by town", () => {
    const guests = [
      side({
        organisation: "Chính quyền thị Bằng Tường",
        province: "Quảng Tây",
        country: "Trung Quốc",
      }),
      side({ province: "Sùng Tả", country: "Trung Quốc" }),
      side({ province: "Quảng Tây", country: "Trung Quốc" }),
      side({ country: "Lào" }),
    ];
    const legend = (list: readonly VisitSide[]) => {
      const visits = Array.from({ length: 12 }, (_, i) =>
        visit(`v${i}`, {
          date: { year: 2024, month: 1, day: 1 },
          host: side({ country: "Việt Nam" }),
          guest: list[i % list.length]!,
        }),
      );
      return textsOf(drawTimeline(page(visits), "")!).filter((text) => text.includes(" · "));
    };
    expect(legend(guests)).toEqual(["Quảng Tây · 9", "Lào · 3"]);
    expect(legend(guests.slice(0, 3))).toEqual(["Bằng Tường · 4", "Quảng Tây · 4", "Sùng Tả · 4"]);
  });

  it("is escaped and well formed whatever the names are", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 20 }), (scope, organisation, count) => {
        const visits = Array.from({ length: count }, (_, i) =>
          visit(`v${i}`, { date: { year: 2024, month: 1, day: 1 }, guest: side({ organisation }) }),
        );
        const svg = drawTimeline(page(visits), scope)!;
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it("is a PNG of a phone's width, no higher than a screen or two", async () => {
    for (const count of [1, 7, 8, 300]) {
      const png = (await timelinePng(page(generateVisits(count)), "năm 2023 · Quảng Tây"))!;
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(1080);
      expect(png.readUInt32BE(20)).toBeLessThan(2000);
    }
  });
});

describe("width of text", () => {
  const drawn = (text: string, weight: number) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text y="100" font-size="50" font-weight="${weight}">${text}</text></svg>`,
      {
        font: {
          loadSystemFonts: false,
          fontFiles: fontFiles(),
          defaultFontFamily: "Be Vietnam Pro",
        },
      },
    ).getBBox()!.width;

  it.each([
    "Các chuyến thăm theo thời gian",
    "Đoàn đại biểu Chính phủ nhân dân thị Bằng Tường",
    "Khu tự trị dân tộc Choang Quảng Tây · 1.234",
    "WWWMMM ƯƠĐ",
    "ilfjt Illi",
    "2005–2025 (12/2024)",
  ])("of %j is never less than drawn", (text) => {
    expect(textWidth(text, 50)).toBeGreaterThanOrEqual(drawn(text, 400));
    expect(textWidth(text, 50)).toBeGreaterThanOrEqual(drawn(text, 700) * 0.99);
  });

  it("is kept by cut and broken texts", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 60, max: 900 }),
        (text, width) => {
          expect(textWidth(fitText(text, 28, width), 28)).toBeLessThanOrEqual(Math.max(width, 60));
          const lines = wrapText(text, 28, width, 3);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines)
            expect(textWidth(line, 28)).toBeLessThanOrEqual(Math.max(width, 60));
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import { visitJson, visitsFileName, visitsJson } from "../../src/exports/formats.ts";
import { side, visit } from "../visits/register/visits.ts";

const FULL = visit("a", {
  kind: "hội đàm",
  date: { year: 2024, month: 3, day: null },
  endDate: { year: 2024, month: 4, day: 1 },
  published: "2024-04-02",
  place: "Sùng Tả",
  host: side({
    organisation: "UBND tỉnh",
    head: "A",
    people: [{ name: "A", position: null }],
    province: "Lạng Sơn",
  }),
  points: [
    {
      act: "proposed",
      speaker: "A",
      side: "host",
      text: "một",
      articleId: "bai-a",
      start: 0,
      end: 3,
    },
  ],
  topics: ["một"],
  agreements: ["hai"],
  numbers: [{ text: "05 biên bản", what: "agreement" }],
});

describe("visits as JSON", () => {
  it("have the documented shape", () => {
    expect(visitJson(FULL)).toEqual({
      id: "a",
      kind: "hội đàm",
      planned: false,
      date: { year: 2024, month: 3, day: null },
      endDate: { year: 2024, month: 4, day: 1 },
      published: "2024-04-02",
      place: "Sùng Tả",
      host: {
        organisation: "UBND tỉnh",
        head: "A",
        people: [{ name: "A", position: null }],
        province: "Lạng Sơn",
        country: null,
      },
      guest: { organisation: null, head: null, people: [], province: null, country: null },
      participants: { host: [{ name: "A", position: null }], guest: [] },
      points: [
        {
          act: "proposed",
          speaker: "A",
          side: "host",
          text: "một",
          articleId: "bai-a",
          start: 0,
          end: 3,
        },
      ],
      topics: ["một"],
      agreements: ["hai"],
      sources: [{ articleId: "bai-a", title: "Bài a", link: null, quote: "…", start: 0, end: 1 }],
      numbers: [{ text: "05 biên bản", what: "agreement" }],
    });
    expect(visitJson(visit("b", {}))).not.toHaveProperty("endDate");
  });

  it("are one array, also of none", () => {
    expect(JSON.parse(visitsJson([]))).toEqual([]);
    expect(JSON.parse(visitsJson([FULL, FULL]))).toEqual([visitJson(FULL), visitJson(FULL)]);
  });

  it("are named after what is in them", () => {
    expect(visitsFileName("", "csv")).toBe("chuyen-tham.csv");
    expect(visitsFileName("năm 2023 · Đắk Lắk", "ics")).toBe("chuyen-tham-nam-2023-dak-lak.ics");
    expect(visitsFileName("广西", "json")).toBe("chuyen-tham.json");
    expect(visitsFileName("Quảng Tây ".repeat(40), "csv").length).toBeLessThan(90);
  });
});

import readExcelFile from "read-excel-file/node";
import { expect, it } from "vitest";
import { visitsXlsx } from "../../src/exports/xlsx.ts";
import { localeFor } from "../../src/locale/index.ts";
import { side, visit } from "../visits/register/visits.ts";

const VISITS = [
  visit("a", {
    date: { year: 2025, month: 1, day: 21 },
    published: "2025-01-22",
    host: side({ organisation: "=HYPERLINK(1)", province: "Lạng Sơn" }),
    topics: ["thông quan\u0001", "du lịch"],
  }),
  visit("b", { date: { year: 2024, month: 3, day: null }, topics: ["x".repeat(40_000)] }),
];

const tableOf = async (language: "vi" | "en" | "zh") => {
  const [sheet] = await readExcelFile(await visitsXlsx(VISITS, localeFor(language)));
  const { data } = sheet as unknown as { data: unknown[][] };
  const [heading, ...rows] = data;
  return rows.map((row) => Object.fromEntries(heading!.map((name, i) => [String(name), row[i]])));
};

it("has headings in the reader's language", async () => {
  const columns = async (language: "vi" | "en" | "zh") =>
    Object.keys((await tableOf(language))[0]!);
  expect(await columns("vi")).toContain("Đoàn khách");
  expect(await columns("en")).toContain("Host");
  expect(await columns("zh")).toContain("接待方");
});

it("holds a day that is known as a date, and what is known of others as a text", async () => {
  const [a, b] = await tableOf("vi");
  expect(a!.Ngày).toEqual(new Date("2025-01-21T00:00:00Z"));
  expect(a!["Ngày đăng"]).toEqual(new Date("2025-01-22T00:00:00Z"));
  expect(b!.Ngày).toBe("2024-03");
});

it("takes nothing for a formula, and keeps to what a cell may hold", async () => {
  const [a, b] = await tableOf("vi");
  expect(a!["Bên tiếp"]).toBe("=HYPERLINK(1)");
  expect(a!["Nội dung trao đổi"]).toBe("thông quan; du lịch");
  expect(String(b!["Nội dung trao đổi"]).length).toBe(32_767);
});

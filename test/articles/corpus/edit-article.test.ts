import fc from "fast-check";
import { expect, test } from "vitest";
import { readTypedDate } from "../../../src/articles/corpus/edit-article.ts";

const NOW = Date.parse("2025-06-15T03:00:00Z");
const read = (text: string, field: "published" | "event" = "event") =>
  readTypedDate(text, field, NOW);

test.each([
  ["21/01/2025", "2025-01-21"],
  ["21/1/2025", "2025-01-21"],
  ["1-2-2024", "2024-02-01"],
  ["1.2.2024", "2024-02-01"],
  [" 21 / 1 / 2025 ", "2025-01-21"],
  ["2025-01-21", "2025-01-21"],
  ["2025/1/21", "2025-01-21"],
  ["ngày 21/1/2025", "2025-01-21"],
  ["ngày 21 tháng 1 năm 2025", "2025-01-21"],
  ["2025年1月21日", "2025-01-21"],
  ["29/2/2024", "2024-02-29"],
])("%s is a day", (text, iso) => {
  expect(read(text)).toMatchObject({ ok: true, iso });
});

test.each([
  ["29/2/2023", "impossible"],
  ["31/4/2025", "impossible"],
  ["1/13/2025", "impossible"],
  ["0/1/2025", "impossible"],
  ["21/1/2052", "too-late"],
  ["21/1/1825", "too-early"],
  ["21/1", "unreadable"],
  ["21/1/25", "unreadable"],
  ["21/1-2025", "unreadable"],
  ["21/1/20255", "unreadable"],
  ["hôm qua", "unreadable"],
  ["", "unreadable"],
])("%s is none (%s)", (text, problem) => {
  expect(read(text)).toEqual({ ok: false, problem });
});

test("an event may be announced, an article is not published ahead", () => {
  expect(read("1/9/2025", "event").ok).toBe(true);
  expect(read("1/9/2025", "published")).toEqual({ ok: false, problem: "too-late" });
  expect(read("15/6/2025", "published").ok).toBe(true);
});

test("whatever is typed gives a day of the calendar or a reason", () => {
  const digits = fc.stringMatching(/^\d{0,5}$/u);
  const typed = fc.oneof(
    fc.string(),
    fc.tuple(digits, fc.constantFrom("/", "-", ".", " "), digits, digits).map((parts) => {
      const [a, sign, b, c] = parts;
      return [a, b, c].join(sign);
    }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const found = read(text);
      if (!found.ok) return;
      expect(new Date(`${found.iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.iso);
    }),
  );
});

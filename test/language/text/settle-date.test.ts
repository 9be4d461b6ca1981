import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesIn } from "../../../src/language/text/dates.ts";
import { formatPartialDate } from "../../../src/language/text/partial-date.ts";
import {
  coveredYear,
  isAnnounced,
  settledDate,
  settleRelative,
  settleYear,
} from "../../../src/language/text/settle-date.ts";

// A Wednesday.
const WRITTEN = { year: 2025, month: 1, day: 22 };
const noYear = () => null;

describe("settling relative days", () => {
  it.each([
    ["sáng nay", "22/1/2025"],
    ["hôm qua", "21/1/2025"],
    ["tối qua", "21/1/2025"],
    ["Ngày mai", "23/1/2025"],
    ["thứ Tư tuần trước", "15/1/2025"],
    ["chủ nhật tuần này", "26/1/2025"],
    ["tháng trước", "12/2024"],
    ["năm ngoái", "2024"],
  ])("%s → %s", (words, expected) => {
    expect(formatPartialDate(settleRelative(words, WRITTEN)!)).toBe(expected);
  });

  it.each(["cùng ngày", "hôm sau", "tuần trước", "hôm thứ Tư"])("leaves open: %s", (words) => {
    expect(settleRelative(words, WRITTEN)).toBeNull();
  });
});

describe("settling the year of a day", () => {
  it("takes the year that brings it near the day of writing, across New Year too", () => {
    expect(settleYear({ year: null, month: 1, day: 21 }, WRITTEN, false)).toBe(2025);
    expect(settleYear({ year: null, month: 12, day: 30 }, WRITTEN, false)).toBe(2024);
  });

  it("puts nothing in the future of the report unless the report announces it", () => {
    const written = { year: 2025, month: 12, day: 20 };
    const day = { year: null, month: 1, day: 2 };
    expect(settleYear(day, written, true)).toBe(2026);
    expect(settleYear(day, written, false)).toBeNull();
    expect(isAnnounced("Ngày 2/1, đoàn sẽ sang thăm huyện.")).toBe(true);
    expect(isAnnounced("Ngày 2/1, đoàn sang thăm huyện.")).toBe(false);
  });

  it("settles a month that the day of writing lies in or near", () => {
    expect(settleYear({ year: null, month: 1, day: null }, WRITTEN, false)).toBe(2025);
    expect(settleYear({ year: null, month: 12, day: null }, WRITTEN, false)).toBe(2024);
    expect(settleYear({ year: null, month: 6, day: null }, WRITTEN, false)).toBeNull();
  });

  it("leaves a day far from the day of writing open", () => {
    expect(settleYear({ year: null, month: 10, day: 25 }, WRITTEN, true)).toBeNull();
  });

  it("never settles on a day more than a month away", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (month, day) => {
          const year = settleYear({ year: null, month, day }, WRITTEN, true);
          if (year === null) return;
          const days =
            Math.abs(Date.UTC(year, month - 1, day) - Date.UTC(2025, 0, 22)) / 86_400_000;
          expect(days).toBeLessThanOrEqual(31);
        },
      ),
    );
  });
});

describe("the year that a title covers", () => {
  const day = { year: null, month: 3, day: 15 };

  it.each([
    ["Tin hoạt động đối ngoại Quý I/2024", 2024],
    ["Tổng hợp đối ngoại 6 tháng đầu năm 2024", 2024],
    ["NHÌN LẠI NĂM 2024", 2024],
    ["Kết quả giai đoạn 2021 - 2024", null],
    ["Thỏa thuận năm 2024 thay bản năm 2019", null],
    ["Nhìn lại công tác đối ngoại năm 2024", 2024],
    ["Hoạt động đối ngoại tỉnh Lai Châu 2024", 2024],
    ["Hai tỉnh hội đàm", null],
  ])("%s: %s", (title, year) => {
    expect(coveredYear(day, title, null)).toBe(year);
  });

  it("is none where the day would lie behind the publication", () => {
    const written = { year: 2024, month: 2, day: 1 };
    expect(coveredYear(day, "Đối ngoại năm 2024", written)).toBeNull();
  });
});

describe("completing a mention", () => {
  const settled = (text: string, written: typeof WRITTEN | null, yearOf: () => number | null) =>
    settledDate(datesIn(text)[0]!, text, written, yearOf, false);

  it("prefers the year that the text itself gives", () => {
    expect(settled("Ngày 21/1", WRITTEN, () => 2011)).toBe("21/1/2011");
  });

  it("completes both ends of a span", () => {
    expect(settled("từ ngày 30/12 đến 2/1", WRITTEN, noYear)).toBe("30/12/2024–2/1/2025");
  });

  it("adds nothing to a full date, or where nothing is known", () => {
    expect(settled("Ngày 21/1/2025", WRITTEN, noYear)).toBeNull();
    expect(settled("Ngày 21/1", null, noYear)).toBeNull();
    expect(settled("sáng nay", null, noYear)).toBeNull();
  });
});

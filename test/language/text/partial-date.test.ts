import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparePartialDates,
  formatPartialDate,
  isoDate,
  isPossibleDate,
  parseFullDate,
} from "../../../src/language/text/partial-date.ts";

describe("isPossibleDate", () => {
  it("knows the calendar as far as the parts are known", () => {
    expect(isPossibleDate({ year: 2023, month: 2, day: 29 })).toBe(false);
    expect(isPossibleDate({ year: 2024, month: 2, day: 29 })).toBe(true);
    expect(isPossibleDate({ year: null, month: 2, day: 29 })).toBe(true);
    expect(isPossibleDate({ year: null, month: 2, day: 30 })).toBe(false);
    expect(isPossibleDate({ year: null, month: 13, day: null })).toBe(false);
    expect(isPossibleDate({ year: null, month: null, day: 31 })).toBe(true);
    expect(isPossibleDate({ year: null, month: 4, day: 31 })).toBe(false);
  });
});

describe("formatting and parsing", () => {
  it("shows the known parts alone", () => {
    expect(formatPartialDate({ year: 2025, month: 1, day: 21 })).toBe("21/1/2025");
    expect(formatPartialDate({ year: null, month: 1, day: 21 })).toBe("21/1");
    expect(formatPartialDate({ year: 1973, month: 9, day: null })).toBe("9/1973");
    expect(formatPartialDate({ year: 2023, month: null, day: null })).toBe("2023");
    expect(formatPartialDate({ year: null, month: null, day: null })).toBeNull();
    expect(isoDate({ year: 2025, month: 1, day: 2 })).toBe("2025-01-02");
    expect(isoDate({ year: null, month: 1, day: 2 })).toBeNull();
  });

  it("reads back every full date that it writes", () => {
    const days = fc.record({
      year: fc.integer({ min: 1900, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(days, (date) => {
        expect(parseFullDate(isoDate(date)!)).toEqual(date);
        expect(parseFullDate(formatPartialDate(date)!)).toEqual(date);
      }),
    );
  });

  it.each(["31/02/2024", "2024-13-01", "hôm qua", "21/1", "12.13.2020"])(
    "reads no date in %s",
    (text) => {
      expect(parseFullDate(text)).toBeNull();
    },
  );
});

describe("comparePartialDates", () => {
  it("compares what both know", () => {
    const later = comparePartialDates(
      { year: 2025, month: 1, day: 21 },
      { year: 2023, month: 2, day: 28 },
    );
    expect(later).toBeGreaterThan(0);
    expect(
      comparePartialDates({ year: null, month: 1, day: 21 }, { year: 2023, month: 2, day: 1 }),
    ).toBeLessThan(0);
    expect(
      comparePartialDates({ year: 2023, month: null, day: null }, { year: null, month: 2, day: 1 }),
    ).toBe(0);
  });
});

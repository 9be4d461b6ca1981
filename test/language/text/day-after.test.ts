import { expect, it } from "vitest";
import { dayAfter } from "../../../src/language/text/partial-date.ts";

it.each([
  [
    [2024, 6, 3],
    [2024, 6, 4],
  ],
  [
    [2024, 6, 30],
    [2024, 7, 1],
  ],
  [
    [2024, 2, 28],
    [2024, 2, 29],
  ],
  [
    [2024, 12, 31],
    [2025, 1, 1],
  ],
  [
    [null, 4, 30],
    [null, 5, 1],
  ],
  [
    [null, 2, 28],
    [null, 2, null],
  ],
  [
    [2024, null, 28],
    [2024, null, null],
  ],
])("the day behind %j is %j", (day, next) => {
  const date = ([year, month, day]: readonly (number | null)[]) => ({
    year: year!,
    month: month!,
    day: day!,
  });
  expect(dayAfter(date(day))).toEqual(date(next));
});

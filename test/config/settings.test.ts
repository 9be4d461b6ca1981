import { expect, it } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { isQuiet } from "../../src/config/kinds.ts";

const quiet = (value: string) => readConfig({ QUIET_HOURS: value }, "/").quietHours;

it("reads hours over midnight and within a day, and none", () => {
  const night = quiet("22-7");
  expect([21, 22, 0, 6, 7].map((hour) => isQuiet(hour, night))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  const noon = quiet("12 – 14");
  expect([11, 12, 13, 14].map((hour) => isQuiet(hour, noon))).toEqual([false, true, true, false]);
  expect(quiet("none")).toBeNull();
  expect(isQuiet(3, quiet("5-5"))).toBe(false);
});

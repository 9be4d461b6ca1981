import { z } from "./schema.ts";

/** Hours of the day in Vietnam, `from` until right before `to`; over midnight where `from` is the later one. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** `QUIET_HOURS`: null is never. */
export const QUIET_HOURS = {
  name: "QUIET_HOURS",
  default: "22-7",
  meaning:
    "Hours, by Vietnamese time, in which nobody is told of new visits; what comes then is told afterwards. `none`: never.",
  expected: "two hours from 0 to 23 such as 22-7, or none",
  secret: false,
  parse: () =>
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^(?:none|(?:1?\d|2[0-3])\s{0,3}[-–]\s{0,3}(?:1?\d|2[0-3]))$/u)
      .transform((value): QuietHours | null => {
        const [from, to] = value.split(/[-–]/u).map(Number);
        return value === "none" || from === to ? null : { from: from!, to: to! };
      }),
} as const;

/** True in the quiet hours. */
export const isQuiet = (hour: number, quiet: QuietHours | null): boolean =>
  quiet !== null &&
  (quiet.from < quiet.to
    ? quiet.from <= hour && hour < quiet.to
    : quiet.from <= hour || hour < quiet.to);

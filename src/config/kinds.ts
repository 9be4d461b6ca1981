import { isAbsolute, resolve } from "node:path";
// Its v3 entry does all that is needed here; the main one loads forty languages of error messages, which nobody sees,
// and costs 60 ms more at every start.
import { z } from "zod/v3";

/** A kind of value of settings. */
interface Kind<T = unknown> {
  /** What a value must be; completes "BOT_TOKEN must be …". */
  readonly expected: string;
  readonly parse: (cwd: string) => z.ZodType<T, z.ZodTypeDef, unknown>;
  /** True: a wrong value is not shown in the error. */
  readonly secret?: boolean;
}

/** One environment variable: how it is read, and what README's table says of it. */
export interface Field<T = unknown> extends Kind<T> {
  /** Environment variable. */
  readonly name: string;
  /** Value when unset, as it would be written; absent: none. */
  readonly default?: string;
  readonly meaning: string;
}

/** Any text that is not blank. */
export const text = z.string().trim().min(1);

const path = (what: string) =>
  ({
    expected: `a path of a ${what}`,
    // From the working folder where it is relative.
    parse: (cwd: string) =>
      text.transform((path) => (isAbsolute(path) ? path : resolve(cwd, path))),
  }) as const;
export const FOLDER = path("folder");
export const FILE = path("file");

/** An http or https address, without slashes at its end. */
export const anyAddress = () =>
  text
    .refine((value) => /^https?:\/\/[^/]/iu.test(value) && URL.canParse(value))
    .transform((value) => value.replace(/(?<!\/)\/+$/u, ""));
export const address = (example: string) => ({
  expected: `an http or https address such as ${example}`,
  parse: anyAddress,
});

/** An address of a PostgreSQL server; a socket's folder may stand for the host (`postgres:///visits?host=/run/postgresql`). */
export const postgresAddress = (example: string) => ({
  expected: `an address such as ${example}`,
  secret: true,
  parse: () => text.refine((value) => /^postgres(?:ql)?:\/\//iu.test(value) && URL.canParse(value)),
});

/** Numbers of a list of ids; Telegram ids fit in 52 bits, those of groups are negative. */
export const idList = (pattern: RegExp) =>
  text.transform((list, context) => {
    const parts = list.split(/[\s,;]+/u).filter((part) => part !== "");
    const ids = parts.map(Number);
    const isId = (part: string, i: number) => pattern.test(part) && Number.isSafeInteger(ids[i]);
    if (parts.every(isId) && !ids.includes(0)) return [...new Set(ids)];
    context.addIssue({ code: "custom", message: "not a list of ids" });
    return z.NEVER;
  });

const number = (least: number, most: number) =>
  text
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
export const wholeNumber = (least: number, most: number) => ({
  expected: `a whole number from ${least} to ${most}`,
  parse: () => number(least, most),
});
export const PORT = { expected: "a port from 1 to 65535", parse: () => number(1, 65_535) };
export const HOST = {
  expected: "an address or a name of this machine, such as 127.0.0.1",
  parse: () => text.regex(/^[\w.:-]+$/u),
};
export const TOKEN = {
  expected: "16 to 256 letters, digits, _ and -",
  secret: true,
  parse: () => text.regex(/^[\w-]{16,256}$/u),
};
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => ({
  expected: `one of ${values.join(", ")}`,
  parse: () => text.toLowerCase().pipe(z.enum(values as unknown as [T[number], ...T[number][]])),
});

/** Levels of pino, most talkative first. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Hours of the day in Vietnam, `from` until right before `to`; over midnight where `from` is the later one. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** Null is never. */
export const QUIET_HOURS = {
  expected: "two hours from 0 to 23 such as 22-7, or none",
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
};

/** True in the quiet hours. */
export const isQuiet = (hour: number, quiet: QuietHours | null): boolean =>
  quiet !== null &&
  (quiet.from < quiet.to
    ? quiet.from <= hour && hour < quiet.to
    : quiet.from <= hour || hour < quiet.to);

export { z };

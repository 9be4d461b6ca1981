import { isAbsolute, resolve } from "node:path";
import { z } from "zod/v3";
import type { Language } from "../model/index.ts";

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

/** One environment variable: how it is read, and what README's table says of it. */
export interface ConfigField<T = unknown> {
  /** Environment variable. */
  readonly name: string;
  /** Value when unset, as it would be written; null: none. */
  readonly default: string | null;
  readonly meaning: string;
  /** What a value must be; completes "BOT_TOKEN must be …". */
  readonly expected: string;
  /** True: a wrong value is not shown in the error. */
  readonly secret: boolean;
  readonly parse: (cwd: string) => z.ZodType<T>;
}

/** Any text that is not blank. */
export const text = z.string().trim().min(1);
/** A path, from the working folder where it is relative. */
export const folder = (cwd: string) =>
  text.transform((path) => (isAbsolute(path) ? path : resolve(cwd, path)));
/** An http or https address, without slashes at its end. */
export const address = () =>
  text
    .refine((value) => /^https?:\/\/[^/]/iu.test(value) && URL.canParse(value))
    .transform((value) => value.replace(/(?<!\/)\/+$/u, ""));

/** An address of a PostgreSQL server; a socket's folder may stand for the host (`postgres:///visits?host=/run/postgresql`). */
export const postgresAddress = () =>
  text.refine((value) => /^postgres(?:ql)?:\/\//iu.test(value) && URL.canParse(value));

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

export const wholeNumber = (least: number, most: number) =>
  text
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
export const port = () => wholeNumber(1, 65_535);
/** An address or a name of this machine. */
export const host = () => text.regex(/^[\w.:-]+$/u);

/** Levels of pino, most talkative first. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of the program, read and checked. Folders are absolute paths. */
export interface Config {
  /** Null: no Telegram, `npm start` opens a chat in the terminal. */
  readonly botToken: string | null;
  readonly adminIds: readonly number[];
  readonly corpusDir: string;
  /** YAML file of the feeds that are watched; it may be missing. */
  readonly feedsFile: string;
  readonly indexDir: string;
  /** Null: the index in `indexDir` answers. */
  readonly databaseUrl: string | null;
  /** Null: that of `databaseUrl`. */
  readonly databaseReadUrl: string | null;
  readonly databaseSchema: string;
  /** Connections while answering: 1 or 2. */
  readonly databasePool: number;
  /** Seconds that reading one file of the corpus may take. */
  readonly fileTimeout: number;
  /** Folder name under `modelsDir`, path of a folder, or id of a model of the hub. */
  readonly model: string;
  readonly modelsDir: string;
  readonly modelCacheDir: string;
  /** Address of a mirror of the hub, without a slash at the end; null: the hub itself. */
  readonly modelHost: string | null;
  /** Without a slash at the end. */
  readonly telegramApiRoot: string;
  readonly telegramProxy: string | null;
  /** Chats and users whom the bot answers; empty: everyone. */
  readonly allowedChats: readonly number[];
  /** Questions of one user; null: no limit. */
  readonly limitPerMinute: number | null;
  readonly limitPerDay: number | null;
  /** Days after which votes, typed filters and marks of updates are deleted. */
  readonly retentionDays: number;
  /** Null: none. */
  readonly quietHours: QuietHours | null;
  /** Null: updates are polled for. */
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  readonly webhookHost: string;
  readonly webhookPort: number;
  /** Null: no health and metrics over HTTP. */
  readonly healthPort: number | null;
  readonly healthHost: string;
  /** Null: no reader for browsers. */
  readonly readerPort: number | null;
  readonly readerHost: string;
  /** Public address of the reader, without a slash at the end; null: no link leads there. */
  readonly readerUrl: string | null;
  /** Signs the reader's links; null: everyone may read. */
  readonly readerToken: string | null;
  /** Base address of the language model's API, without a slash at the end; null: no model is asked. */
  readonly writerUrl: string | null;
  /** Set where `writerUrl` is. */
  readonly writerModel: string | null;
  readonly writerApiKey: string | null;
  readonly writerTimeoutMs: number;
  readonly writerMaxTokens: number;
  readonly writerConcurrency: number;
  readonly logLevel: LogLevel;
  readonly logMessages: boolean;
  readonly language: Language;
}

/**
 * The one door to zod. Its v3 entry does all that is needed here; the main one loads forty languages of
 * error messages, which nobody sees, and costs 60 ms more at every start.
 */
export { z };

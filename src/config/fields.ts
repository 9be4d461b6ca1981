import { isAbsolute, resolve } from "node:path";
import type { Language } from "../model/index.ts";
import { z } from "./schema.ts";

/** Folder name under `embeddings/` of the model that is shipped with the program. */
export const SHIPPED_MODEL = "visits-vi-static";

/** Levels of pino, most talkative first. */
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
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
  /** Null: updates are polled for. */
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  readonly webhookHost: string;
  readonly webhookPort: number;
  /** Null: no health and metrics over HTTP. */
  readonly healthPort: number | null;
  readonly healthHost: string;
  readonly logLevel: LogLevel;
  readonly logMessages: boolean;
  readonly language: Language;
}

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

const text = z.string().trim().min(1);
const folder = (cwd: string) =>
  text.transform((path) => (isAbsolute(path) ? path : resolve(cwd, path)));
const address = () =>
  text
    .refine((value) => /^https?:\/\/[^/]/iu.test(value) && URL.canParse(value))
    .transform((value) => value.replace(/(?<!\/)\/+$/u, ""));

/** Numbers of a list of ids; Telegram ids fit in 52 bits, those of groups are negative. */
const idList = (pattern: RegExp) =>
  text.transform((list, context) => {
    const parts = list.split(/[\s,;]+/u).filter((part) => part !== "");
    const ids = parts.map(Number);
    const isId = (part: string, i: number) => pattern.test(part) && Number.isSafeInteger(ids[i]);
    if (parts.every(isId) && !ids.includes(0)) return [...new Set(ids)];
    context.addIssue({ code: "custom", message: "not a list of ids" });
    return z.NEVER;
  });

const wholeNumber = (least: number, most: number) =>
  text
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const port = () => wholeNumber(1, 65_535);
const host = () => text.regex(/^[\w.:-]+$/u);

/** Every setting, in the order of README's table. */
export const CONFIG_FIELDS = {
  botToken: {
    name: "BOT_TOKEN",
    default: null,
    meaning: "Telegram bot token from @BotFather. Unset: `npm start` opens a chat in the terminal.",
    expected: "a bot token from @BotFather (digits, a colon, letters and digits)",
    secret: true,
    parse: () => text.regex(/^\d+:[A-Za-z0-9_-]+$/u),
  },
  adminIds: {
    name: "ADMIN_IDS",
    default: null,
    meaning:
      "Numeric Telegram user ids of the admins, separated by commas. They may add and remove articles and keep the index.",
    expected: "numeric Telegram user ids separated by commas, such as 12345678,87654321",
    secret: false,
    parse: () => idList(/^\d+$/u),
  },
  corpusDir: {
    name: "CORPUS_DIR",
    default: "corpus",
    meaning: "Folder with the articles (.md, .txt, .html, .docx, .pdf), subfolders included.",
    expected: "a path of a folder",
    secret: false,
    parse: folder,
  },
  feedsFile: {
    name: "FEEDS_FILE",
    default: "feeds.yaml",
    meaning:
      "List of feeds, sitemaps and pages that are watched for new articles; `feeds.example.yaml` tells how. Nothing is watched where the file is missing.",
    expected: "a path of a file",
    secret: false,
    parse: folder,
  },
  indexDir: {
    name: "INDEX_DIR",
    default: "embeddings/index",
    meaning: "Folder of the built index and of the stored feedback; must be writable.",
    expected: "a path of a folder",
    secret: false,
    parse: folder,
  },
  fileTimeout: {
    name: "FILE_TIMEOUT",
    default: "10",
    meaning:
      "Seconds that reading the text of one article may take while indexing; a file that takes longer is left out and named.",
    expected: "a whole number from 1 to 3600",
    secret: false,
    parse: () => wholeNumber(1, 3600),
  },
  model: {
    name: "EMBEDDING_MODEL",
    default: SHIPPED_MODEL,
    meaning:
      "Embedding model: a folder under `EMBEDDING_DIR`, a path of a folder, or a feature-extraction model of the transformers.js hub such as `Xenova/multilingual-e5-small`, which is downloaded once. After a change the index is rebuilt.",
    expected: "a folder name, a path or a hub id such as Xenova/multilingual-e5-small",
    secret: false,
    parse: () => text,
  },
  modelsDir: {
    name: "EMBEDDING_DIR",
    default: "embeddings",
    meaning: "Folder with the local embedding models.",
    expected: "a path of a folder",
    secret: false,
    parse: folder,
  },
  modelCacheDir: {
    name: "EMBEDDING_CACHE_DIR",
    default: "embeddings/cache",
    meaning: "Folder where models of the hub are kept after their download.",
    expected: "a path of a folder",
    secret: false,
    parse: folder,
  },
  modelHost: {
    name: "EMBEDDING_HOST",
    default: null,
    meaning: "Mirror from which hub models are downloaded, where the hub cannot be reached.",
    expected: "an http or https address such as https://mirror.example",
    secret: true,
    parse: address,
  },
  telegramApiRoot: {
    name: "TELEGRAM_API_ROOT",
    default: "https://api.telegram.org",
    meaning: "Bot API server, for an own server or a relay where Telegram is blocked.",
    expected: "an http or https address such as https://api.telegram.org",
    secret: true,
    parse: address,
  },
  telegramProxy: {
    name: "TELEGRAM_PROXY",
    default: null,
    meaning: "HTTP proxy for Telegram, such as `http://user:password@host:3128`.",
    expected: "an http or https address such as http://host:3128",
    secret: true,
    parse: address,
  },
  allowedChats: {
    name: "ALLOWED_CHATS",
    default: null,
    meaning:
      "Numeric ids of the chats and users that the bot answers, separated by commas; admins always. Unset: everyone. Others are told once, with the id of their chat.",
    expected: "numeric ids of chats or users separated by commas, such as 12345678,-1001234567890",
    secret: false,
    parse: () => idList(/^-?\d+$/u),
  },
  limitPerMinute: {
    name: "LIMIT_PER_MINUTE",
    default: null,
    meaning: "Questions that one user may ask within a minute; admins any number. Unset: no limit.",
    expected: "a whole number from 1 to 1000",
    secret: false,
    parse: () => wholeNumber(1, 1000),
  },
  limitPerDay: {
    name: "LIMIT_PER_DAY",
    default: null,
    meaning:
      "Questions that one user may ask on a day, by Vietnamese time; admins any number. Unset: no limit.",
    expected: "a whole number from 1 to 100000",
    secret: false,
    parse: () => wholeNumber(1, 100_000),
  },
  retentionDays: {
    name: "RETENTION_DAYS",
    default: "90",
    meaning:
      "Days after which votes and refused questions (with question and answer), typed filters of lists and what waited for admins are deleted.",
    expected: "a whole number from 1 to 36500",
    secret: false,
    parse: () => wholeNumber(1, 36_500),
  },
  webhookUrl: {
    name: "WEBHOOK_URL",
    default: null,
    meaning:
      "Public https address at which Telegram delivers updates; a reverse proxy passes it on to `WEBHOOK_PORT`. Unset: the bot polls.",
    expected: "an https address such as https://bot.example/telegram",
    secret: true,
    parse: () => address().refine((value) => value.startsWith("https:")),
  },
  webhookSecret: {
    name: "WEBHOOK_SECRET",
    default: null,
    meaning:
      "Required with `WEBHOOK_URL`: 16 to 256 letters, digits, `_` and `-` that prove that a delivery comes from Telegram; `openssl rand -hex 32` makes one.",
    expected: "16 to 256 letters, digits, _ and -",
    secret: true,
    parse: () => text.regex(/^[\w-]{16,256}$/u),
  },
  webhookHost: {
    name: "WEBHOOK_HOST",
    default: "127.0.0.1",
    meaning: "Address on which the webhook listens; `0.0.0.0` in a container.",
    expected: "an address or a name of this machine, such as 127.0.0.1",
    secret: false,
    parse: host,
  },
  webhookPort: {
    name: "WEBHOOK_PORT",
    default: "8080",
    meaning: "Port on which the webhook listens, over HTTP.",
    expected: "a port from 1 to 65535",
    secret: false,
    parse: port,
  },
  healthPort: {
    name: "HEALTH_PORT",
    default: null,
    meaning:
      "Port of `/health` (200, or 503 with the reasons as JSON) and `/metrics` (Prometheus). Unset: off.",
    expected: "a port from 1 to 65535",
    secret: false,
    parse: port,
  },
  healthHost: {
    name: "HEALTH_HOST",
    default: "127.0.0.1",
    meaning: "Address on which `HEALTH_PORT` listens. It asks for no password: keep it private.",
    expected: "an address or a name of this machine, such as 127.0.0.1",
    secret: false,
    parse: host,
  },
  logLevel: {
    name: "LOG_LEVEL",
    default: "info",
    meaning: `Least level that is logged to stderr: ${LOG_LEVELS.join(", ")}.`,
    expected: `one of ${LOG_LEVELS.join(", ")}`,
    secret: false,
    parse: () => text.toLowerCase().pipe(z.enum(LOG_LEVELS)),
  },
  logMessages: {
    name: "LOG_MESSAGES",
    default: "off",
    meaning:
      "`on` also logs what users ask and what they are answered; off, the log holds no text of theirs.",
    expected: "on or off",
    secret: false,
    parse: () =>
      text
        .toLowerCase()
        .pipe(z.enum(["on", "off"]))
        .transform((value) => value === "on"),
  },
  language: {
    name: "BOT_LANGUAGE",
    default: "vi",
    meaning: "Language of the bot's own words where the asker's is not known: vi, en or zh.",
    expected: "one of vi, en, zh",
    secret: false,
    parse: () => text.toLowerCase().pipe(z.enum(["vi", "en", "zh"])),
  },
} as const satisfies Record<keyof Config, ConfigField>;

import type { Language } from "../model/index.ts";
import type { QuietHours } from "./values.ts";

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

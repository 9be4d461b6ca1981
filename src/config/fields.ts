import {
  address,
  type Config,
  type ConfigField,
  folder,
  host,
  idList,
  LOG_LEVELS,
  port,
  postgresAddress,
  QUIET_HOURS,
  text,
  wholeNumber,
  z,
} from "./settings.ts";
import { WRITER_FIELDS } from "./writer-fields.ts";

/** Folder name under `embeddings/` of the model that is shipped with the program. */
export const SHIPPED_MODEL = "visits-vi-static";

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
  databaseUrl: {
    name: "DATABASE_URL",
    default: null,
    meaning:
      "PostgreSQL (15 or later, extension `vector`) that holds the index, such as `postgres://indexer:password@host/visits?sslmode=verify-full`: for several bots, or more articles than one machine carries. Unset: the index in `INDEX_DIR` answers.",
    expected: "an address such as postgres://user:password@host:5432/visits",
    secret: true,
    parse: postgresAddress,
  },
  databaseReadUrl: {
    name: "DATABASE_READ_URL",
    default: null,
    meaning:
      "PostgreSQL from which questions are answered, where it is another one (a read replica) or another user than `DATABASE_URL`. Alone: this process only reads and never indexes.",
    expected: "an address such as postgres://reader:password@replica:5432/visits",
    secret: true,
    parse: postgresAddress,
  },
  databaseSchema: {
    name: "DATABASE_SCHEMA",
    default: "visits",
    meaning: "Schema of the index in PostgreSQL.",
    expected: "small letters, digits and _, such as visits",
    secret: false,
    parse: () => text.regex(/^[a-z_][a-z0-9_]{0,39}$/u),
  },
  databasePool: {
    name: "DATABASE_POOL",
    default: "2",
    meaning:
      "Most connections to PostgreSQL that this process holds while it answers: one that asks and one that hears of new indexes; with 1 it looks every two seconds instead. A build takes one more.",
    expected: "1 or 2",
    secret: false,
    parse: () => wholeNumber(1, 2),
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
  quietHours: QUIET_HOURS,
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
  readerPort: {
    name: "READER_PORT",
    default: null,
    meaning:
      "Port of the web reader (articles, register of visits, timeline; for reading only), over HTTP. Unset: off.",
    expected: "a port from 1 to 65535",
    secret: false,
    parse: port,
  },
  readerHost: {
    name: "READER_HOST",
    default: "127.0.0.1",
    meaning: "Address on which `READER_PORT` listens; `0.0.0.0` in a container.",
    expected: "an address or a name of this machine, such as 127.0.0.1",
    secret: false,
    parse: host,
  },
  readerUrl: {
    name: "READER_URL",
    default: null,
    meaning:
      "Public address of the reader, which a reverse proxy passes on to `READER_PORT`. Citations without an address of their own then lead there; over https also by a button inside Telegram (private chats).",
    expected: "an http or https address such as https://doc.example",
    secret: false,
    parse: () => address().refine((value) => !/[?#]/u.test(value)),
  },
  readerToken: {
    name: "READER_TOKEN",
    default: null,
    meaning:
      "Where not everyone may read: 16 to 256 letters, digits, `_` and `-` that sign the links which the bot gives; `openssl rand -hex 32` makes one. Such a link opens the reader for 90 days, whoever has it; a new token ends all of them.",
    expected: "16 to 256 letters, digits, _ and -",
    secret: true,
    parse: () => text.regex(/^[\w-]{16,256}$/u),
  },
  ...WRITER_FIELDS,
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

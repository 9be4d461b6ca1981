import {
  address,
  anyAddress,
  FILE,
  type Field,
  FOLDER,
  HOST,
  idList,
  LOG_LEVELS,
  oneOf,
  PORT,
  postgresAddress,
  QUIET_HOURS,
  TOKEN,
  text,
  wholeNumber,
  z,
} from "./kinds.ts";

/** Folder name under `embeddings/` of the model that is shipped with the program. */
export const SHIPPED_MODEL = "visits-vi-static";

/** Every setting, in the order of README's table. */
export const CONFIG_FIELDS = {
  botToken: {
    name: "BOT_TOKEN",
    meaning: "Telegram bot token from @BotFather. Unset: `npm start` opens a chat in the terminal.",
    expected: "a bot token from @BotFather (digits, a colon, letters and digits)",
    parse: () => text.regex(/^\d+:[A-Za-z0-9_-]+$/u),
    secret: true,
  },
  adminIds: {
    name: "ADMIN_IDS",
    meaning:
      "Numeric Telegram user ids of the admins, separated by commas. They may add and remove articles and keep the index.",
    expected: "numeric Telegram user ids separated by commas, such as 12345678,87654321",
    parse: () => idList(/^\d+$/u),
  },
  corpusDir: {
    name: "CORPUS_DIR",
    default: "corpus",
    meaning: "Folder with the articles (.md, .txt, .html, .docx, .pdf), subfolders included.",
    ...FOLDER,
  },
  feedsFile: {
    name: "FEEDS_FILE",
    default: "feeds.yaml",
    meaning:
      "List of feeds, sitemaps and pages that are watched for new articles; `feeds.example.yaml` tells how. Nothing is watched where the file is missing.",
    ...FILE,
  },
  indexDir: {
    name: "INDEX_DIR",
    default: "embeddings/index",
    meaning: "Folder of the built index and of the stored feedback; must be writable.",
    ...FOLDER,
  },
  databaseUrl: {
    name: "DATABASE_URL",
    meaning:
      "PostgreSQL (15 or later, extension `vector`) that holds the index, such as `postgres://indexer:password@host/visits?sslmode=verify-full`: for several bots, or more articles than one machine carries. Unset: the index in `INDEX_DIR` answers.",
    ...postgresAddress("postgres://user:password@host:5432/visits"),
  },
  databaseReadUrl: {
    name: "DATABASE_READ_URL",
    meaning:
      "PostgreSQL from which questions are answered, where it is another one (a read replica) or another user than `DATABASE_URL`. Alone: this process only reads and never indexes.",
    ...postgresAddress("postgres://reader:password@replica:5432/visits"),
  },
  databaseSchema: {
    name: "DATABASE_SCHEMA",
    default: "visits",
    meaning: "Schema of the index in PostgreSQL.",
    expected: "small letters, digits and _, such as visits",
    parse: () => text.regex(/^[a-z_][a-z0-9_]{0,39}$/u),
  },
  databasePool: {
    name: "DATABASE_POOL",
    default: "2",
    meaning:
      "Most connections to PostgreSQL that this process holds while it answers: one that asks and one that hears of new indexes; with 1 it looks every two seconds instead. A build takes one more.",
    expected: "1 or 2",
    parse: wholeNumber(1, 2).parse,
  },
  fileTimeout: {
    name: "FILE_TIMEOUT",
    default: "10",
    meaning:
      "Seconds that reading the text of one article may take while indexing; a file that takes longer is left out and named.",
    ...wholeNumber(1, 3600),
  },
  model: {
    name: "EMBEDDING_MODEL",
    default: SHIPPED_MODEL,
    meaning:
      "Embedding model: a folder under `EMBEDDING_DIR`, a path of a folder, or a feature-extraction model of the transformers.js hub such as `Xenova/multilingual-e5-small`, which is downloaded once. After a change the index is rebuilt.",
    expected: "a folder name, a path or a hub id such as Xenova/multilingual-e5-small",
    parse: () => text,
  },
  modelsDir: {
    name: "EMBEDDING_DIR",
    default: "embeddings",
    meaning: "Folder with the local embedding models.",
    ...FOLDER,
  },
  modelCacheDir: {
    name: "EMBEDDING_CACHE_DIR",
    default: "embeddings/cache",
    meaning: "Folder where models of the hub are kept after their download.",
    ...FOLDER,
  },
  modelHost: {
    name: "EMBEDDING_HOST",
    meaning: "Mirror from which hub models are downloaded, where the hub cannot be reached.",
    ...address("https://mirror.example"),
    secret: true,
  },
  telegramApiRoot: {
    name: "TELEGRAM_API_ROOT",
    default: "https://api.telegram.org",
    meaning: "Bot API server, for an own server or a relay where Telegram is blocked.",
    ...address("https://api.telegram.org"),
    secret: true,
  },
  telegramProxy: {
    name: "TELEGRAM_PROXY",
    meaning: "HTTP proxy for Telegram, such as `http://user:password@host:3128`.",
    ...address("http://host:3128"),
    secret: true,
  },
  allowedChats: {
    name: "ALLOWED_CHATS",
    meaning:
      "Numeric ids of the chats and users that the bot answers, separated by commas; admins always. Unset: everyone. Others are told once, with the id of their chat.",
    expected: "numeric ids of chats or users separated by commas, such as 12345678,-1001234567890",
    parse: () => idList(/^-?\d+$/u),
  },
  limitPerMinute: {
    name: "LIMIT_PER_MINUTE",
    meaning: "Questions that one user may ask within a minute; admins any number. Unset: no limit.",
    ...wholeNumber(1, 1000),
  },
  limitPerDay: {
    name: "LIMIT_PER_DAY",
    meaning:
      "Questions that one user may ask on a day, by Vietnamese time; admins any number. Unset: no limit.",
    ...wholeNumber(1, 100_000),
  },
  retentionDays: {
    name: "RETENTION_DAYS",
    default: "90",
    meaning:
      "Days after which votes and refused questions (with question and answer), typed filters of lists and what waited for admins are deleted.",
    ...wholeNumber(1, 36_500),
  },
  quietHours: {
    name: "QUIET_HOURS",
    default: "22-7",
    meaning:
      "Hours, by Vietnamese time, in which nobody is told of new visits; what comes then is told afterwards. `none`: never.",
    ...QUIET_HOURS,
  },
  webhookUrl: {
    name: "WEBHOOK_URL",
    meaning:
      "Public https address at which Telegram delivers updates; a reverse proxy passes it on to `WEBHOOK_PORT`. Unset: the bot polls.",
    expected: "an https address such as https://bot.example/telegram",
    parse: () => anyAddress().refine((value) => value.startsWith("https:")),
    secret: true,
  },
  webhookSecret: {
    name: "WEBHOOK_SECRET",
    meaning:
      "Required with `WEBHOOK_URL`: 16 to 256 letters, digits, `_` and `-` that prove that a delivery comes from Telegram; `openssl rand -hex 32` makes one.",
    ...TOKEN,
  },
  webhookHost: {
    name: "WEBHOOK_HOST",
    default: "127.0.0.1",
    meaning: "Address on which the webhook listens; `0.0.0.0` in a container.",
    ...HOST,
  },
  webhookPort: {
    name: "WEBHOOK_PORT",
    default: "8080",
    meaning: "Port on which the webhook listens, over HTTP.",
    ...PORT,
  },
  healthPort: {
    name: "HEALTH_PORT",
    meaning:
      "Port of `/health` (200, or 503 with the reasons as JSON) and `/metrics` (Prometheus). Unset: off.",
    ...PORT,
  },
  healthHost: {
    name: "HEALTH_HOST",
    default: "127.0.0.1",
    meaning: "Address on which `HEALTH_PORT` listens. It asks for no password: keep it private.",
    ...HOST,
  },
  readerPort: {
    name: "READER_PORT",
    meaning:
      "Port of the web reader (articles, register of visits, timeline; for reading only), over HTTP. Unset: off.",
    ...PORT,
  },
  readerHost: {
    name: "READER_HOST",
    default: "127.0.0.1",
    meaning: "Address on which `READER_PORT` listens; `0.0.0.0` in a container.",
    ...HOST,
  },
  readerUrl: {
    name: "READER_URL",
    meaning:
      "Public address of the reader, which a reverse proxy passes on to `READER_PORT`. Citations without an address of their own then lead there; over https also by a button inside Telegram (private chats).",
    expected: "an http or https address such as https://doc.example",
    parse: () => anyAddress().refine((value) => !/[?#]/u.test(value)),
  },
  readerToken: {
    name: "READER_TOKEN",
    meaning:
      "Where not everyone may read: 16 to 256 letters, digits, `_` and `-` that sign the links which the bot gives; `openssl rand -hex 32` makes one. Such a link opens the reader for 90 days, whoever has it; a new token ends all of them.",
    ...TOKEN,
  },
  // The optional language model; all of it rests where `WRITER_URL` is not set.
  writerUrl: {
    name: "WRITER_URL",
    meaning:
      "Base address of an OpenAI-compatible API with a language model, such as `http://localhost:11434/v1` (Ollama). Its sentences replace an answer only where the check finds each of them in the passages that it cites. Unset: no model is asked.",
    expected:
      "an http or https address without user, password, ? and #, such as http://localhost:11434/v1",
    parse: () =>
      anyAddress().refine((value) => {
        const { username, password } = new URL(value);
        return username === "" && password === "" && !/[?#]/u.test(value);
      }),
    secret: true,
  },
  writerModel: {
    name: "WRITER_MODEL",
    meaning: "Required with `WRITER_URL`: name of the model there, such as `qwen2.5:7b`.",
    expected: "the name of a model, such as qwen2.5:7b",
    parse: () => text,
  },
  writerApiKey: {
    name: "WRITER_API_KEY",
    meaning: "Key of that API, where it wants one.",
    expected: "a key",
    parse: () => text.regex(/^[\x21-\x7e]+$/u),
    secret: true,
  },
  writerTimeoutMs: {
    name: "WRITER_TIMEOUT_MS",
    default: "20000",
    meaning: "Milliseconds that an answer of the model may take, waiting for its turn included.",
    ...wholeNumber(100, 600_000),
  },
  writerMaxTokens: {
    name: "WRITER_MAX_TOKENS",
    default: "800",
    meaning: "Most tokens of an answer of the model; one that thinks aloud needs more.",
    ...wholeNumber(50, 32_000),
  },
  writerConcurrency: {
    name: "WRITER_CONCURRENCY",
    default: "2",
    meaning:
      "Answers that the model is asked for at once; four times as many wait, further questions keep their quoted answer.",
    ...wholeNumber(1, 64),
  },
  logLevel: {
    name: "LOG_LEVEL",
    default: "info",
    meaning: `Least level that is logged to stderr: ${LOG_LEVELS.join(", ")}.`,
    ...oneOf(LOG_LEVELS),
  },
  logMessages: {
    name: "LOG_MESSAGES",
    default: "off",
    meaning:
      "`on` also logs what users ask and what they are answered; off, the log holds no text of theirs.",
    expected: "on or off",
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
    ...oneOf(["vi", "en", "zh"]),
  },
} as const satisfies Record<string, Field>;

type Fields = typeof CONFIG_FIELDS;
type Value<F extends Field> =
  | z.output<ReturnType<F["parse"]>>
  | (F extends { readonly default: string } ? never : null);

/**
 * The settings of the program, read and checked; null: unset. Folders are absolute paths, addresses have no slash at
 * their end, a list that is not set is empty.
 */
export type Config = {
  readonly [K in keyof Fields]: K extends "adminIds" | "allowedChats"
    ? readonly number[]
    : Value<Fields[K]>;
};

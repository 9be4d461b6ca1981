import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/config/config.ts";
import { CONFIG_FIELDS, SHIPPED_MODEL } from "../../src/config/fields.ts";

const read = (env: Record<string, string | undefined>) => readConfig(env, "/home/bot");

function messageOf(env: Record<string, string | undefined>): string {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error("no ConfigError was thrown");
}

describe("readConfig", () => {
  it("has a default for everything", () => {
    expect(read({})).toEqual({
      botToken: null,
      adminIds: [],
      corpusDir: "/home/bot/corpus",
      feedsFile: "/home/bot/feeds.yaml",
      indexDir: "/home/bot/embeddings/index",
      model: SHIPPED_MODEL,
      modelsDir: "/home/bot/embeddings",
      modelCacheDir: "/home/bot/embeddings/cache",
      modelHost: null,
      telegramApiRoot: "https://api.telegram.org",
      telegramProxy: null,
      allowedChats: [],
      limitPerMinute: null,
      limitPerDay: null,
      retentionDays: 90,
      quietHours: { from: 22, to: 7 },
      databaseUrl: null,
      databaseReadUrl: null,
      databaseSchema: "visits",
      databasePool: 2,
      fileTimeout: 10,
      webhookUrl: null,
      webhookSecret: null,
      webhookHost: "127.0.0.1",
      webhookPort: 8080,
      healthPort: null,
      healthHost: "127.0.0.1",
      readerPort: null,
      readerHost: "127.0.0.1",
      readerUrl: null,
      readerToken: null,
      writerUrl: null,
      writerModel: null,
      writerApiKey: null,
      writerTimeoutMs: 20_000,
      writerMaxTokens: 800,
      writerConcurrency: 2,
      logLevel: "info",
      logMessages: false,
      language: "vi",
    });
  });

  it("takes empty and blank values as unset", () => {
    const blank = Object.fromEntries(
      Object.values(CONFIG_FIELDS).map((field, i) => [field.name, i % 2 === 0 ? "" : "  "]),
    );
    expect(read(blank)).toEqual(read({}));
  });

  it("reads every variable", () => {
    const config = read({
      BOT_TOKEN: " 123456:AAbb-Cc_dd ",
      ADMIN_IDS: "42, 7;42 99",
      CORPUS_DIR: "/data/corpus",
      FEEDS_FILE: "data/feeds.yaml",
      INDEX_DIR: "data/index",
      EMBEDDING_MODEL: "Xenova/multilingual-e5-small",
      EMBEDDING_DIR: "models",
      EMBEDDING_CACHE_DIR: "/var/cache/models",
      EMBEDDING_HOST: "https://mirror.example/",
      TELEGRAM_API_ROOT: "http://localhost:8081/",
      TELEGRAM_PROXY: "http://user:secret@proxy.example:3128",
      ALLOWED_CHATS: "-1001234567890, 42",
      LIMIT_PER_MINUTE: "20",
      LIMIT_PER_DAY: "300",
      RETENTION_DAYS: "30",
      QUIET_HOURS: "23-6",
      DATABASE_URL: "postgres://indexer:secret@db.example/visits?sslmode=verify-full",
      DATABASE_READ_URL: "postgresql:///visits?host=/run/postgresql",
      DATABASE_SCHEMA: "office",
      DATABASE_POOL: "1",
      FILE_TIMEOUT: "20",
      WEBHOOK_URL: "https://bot.example/telegram/",
      WEBHOOK_SECRET: "0123456789abcdef",
      WEBHOOK_HOST: "0.0.0.0",
      WEBHOOK_PORT: "8443",
      HEALTH_PORT: "9090",
      HEALTH_HOST: "::1",
      READER_PORT: "8090",
      READER_HOST: "0.0.0.0",
      READER_URL: "https://doc.example/visits/",
      READER_TOKEN: "0123456789abcdef",
      WRITER_URL: "http://localhost:11434/v1/",
      WRITER_MODEL: "qwen3:8b",
      WRITER_API_KEY: "sk-secret",
      WRITER_TIMEOUT_MS: "5000",
      WRITER_MAX_TOKENS: "400",
      WRITER_CONCURRENCY: "4",
      LOG_LEVEL: "DEBUG",
      LOG_MESSAGES: "On",
      BOT_LANGUAGE: "en",
    });
    expect(config).toEqual({
      botToken: "123456:AAbb-Cc_dd",
      adminIds: [42, 7, 99],
      corpusDir: "/data/corpus",
      feedsFile: "/home/bot/data/feeds.yaml",
      indexDir: "/home/bot/data/index",
      model: "Xenova/multilingual-e5-small",
      modelsDir: "/home/bot/models",
      modelCacheDir: "/var/cache/models",
      modelHost: "https://mirror.example",
      telegramApiRoot: "http://localhost:8081",
      telegramProxy: "http://user:secret@proxy.example:3128",
      allowedChats: [-1001234567890, 42],
      limitPerMinute: 20,
      limitPerDay: 300,
      retentionDays: 30,
      quietHours: { from: 23, to: 6 },
      databaseUrl: "postgres://indexer:secret@db.example/visits?sslmode=verify-full",
      databaseReadUrl: "postgresql:///visits?host=/run/postgresql",
      databaseSchema: "office",
      databasePool: 1,
      fileTimeout: 20,
      webhookUrl: "https://bot.example/telegram",
      webhookSecret: "0123456789abcdef",
      webhookHost: "0.0.0.0",
      webhookPort: 8443,
      healthPort: 9090,
      healthHost: "::1",
      readerPort: 8090,
      readerHost: "0.0.0.0",
      readerUrl: "https://doc.example/visits",
      readerToken: "0123456789abcdef",
      writerUrl: "http://localhost:11434/v1",
      writerModel: "qwen3:8b",
      writerApiKey: "sk-secret",
      writerTimeoutMs: 5000,
      writerMaxTokens: 400,
      writerConcurrency: 4,
      logLevel: "debug",
      logMessages: true,
      language: "en",
    });
  });

  it.each([
    ["ADMIN_IDS", "@name"],
    ["ADMIN_IDS", "1,-2"],
    ["ADMIN_IDS", "0"],
    ["ALLOWED_CHATS", "@name"],
    ["ALLOWED_CHATS", "5,0"],
    ["LIMIT_PER_MINUTE", "0"],
    ["LIMIT_PER_DAY", "many"],
    ["RETENTION_DAYS", "0"],
    ["QUIET_HOURS", "24-7"],
    ["WEBHOOK_PORT", "70000"],
    ["HEALTH_PORT", "-1"],
    ["HEALTH_HOST", "http://x"],
    ["READER_URL", "https://doc.example/?a=1"],
    ["WRITER_TIMEOUT_MS", "0"],
    ["WRITER_CONCURRENCY", "many"],
    ["LOG_LEVEL", "loud"],
    ["LOG_MESSAGES", "yes"],
    ["BOT_LANGUAGE", "fr"],
  ])("names %s, what is expected and what was found (%s)", (name, value) => {
    const message = messageOf({ [name]: value });
    const field = Object.values(CONFIG_FIELDS).find((candidate) => candidate.name === name);
    expect(message).toContain(`${name} must be ${field?.expected}`);
    expect(message).toContain(`"${value}"`);
  });

  it.each([
    ["BOT_TOKEN", "my-very-secret"],
    ["TELEGRAM_PROXY", "socks5://user:my-very-secret@host"],
    ["TELEGRAM_API_ROOT", "ftp://my-very-secret"],
    ["EMBEDDING_HOST", "my-very-secret"],
    ["WEBHOOK_URL", "http://my-very-secret"],
    ["WEBHOOK_SECRET", "my-very-secret"],
    ["WRITER_URL", "http://user:my-very-secret@localhost/v1"],
    ["WRITER_API_KEY", "my-very-secret with spaces"],
  ])("does not show a wrong %s", (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(`${name} must be`);
    expect(message).not.toContain("my-very-secret");
  });

  it("asks for the secret of a webhook", () => {
    const url = { WEBHOOK_URL: "https://bot.example/telegram" };
    expect(messageOf(url)).toContain("WEBHOOK_SECRET must be set where WEBHOOK_URL is");
  });

  it("asks for the model of a writer", () => {
    const url = { WRITER_URL: "http://localhost:11434/v1" };
    expect(messageOf(url)).toContain("WRITER_MODEL must be set where WRITER_URL is");
  });

  it("reports all problems at once", () => {
    const message = messageOf({ BOT_TOKEN: "x", LOG_LEVEL: "x" });
    expect(message).toMatch(/BOT_TOKEN[\s\S]*LOG_LEVEL/u);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLogger, maskSecrets } from "../../src/log/index.ts";

const TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123";

describe("maskSecrets", () => {
  it("masks tokens wherever they stand", () => {
    for (const text of [
      TOKEN,
      `https://api.telegram.org/bot${TOKEN}/getMe failed`,
      `{"token":"${TOKEN}"}`,
      `${TOKEN},${TOKEN}`,
    ]) {
      expect(maskSecrets(text)).not.toContain("AAF-");
      expect(maskSecrets(text)).toContain("***");
    }
  });

  it("masks user and password of an address, and keeps the address", () => {
    expect(maskSecrets("proxy http://user:pass@host:3128/x refused")).toBe(
      "proxy http://***@host:3128/x refused",
    );
  });

  it("leaves other text alone", () => {
    for (const text of [
      "2024-05-06T07:08:09",
      "Ngày 25/10, 15:30",
      "a@b.vn",
      "https://x.vn/a?b=1",
    ]) {
      expect(maskSecrets(text)).toBe(text);
    }
  });

  it("masks a token in any text around it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(maskSecrets(`${before} ${TOKEN} ${after}`)).not.toContain(TOKEN);
      }),
    );
  });
});

describe("the logger", () => {
  function logged(write: (logger: ReturnType<typeof createLogger>) => void): string[] {
    const lines: string[] = [];
    write(createLogger("info", { write: (line) => lines.push(line) }));
    return lines;
  }

  it("writes one JSON object a line, from its level on", () => {
    const lines = logged((logger) => {
      logger.debug("not this");
      logger.info({ updateId: 7 }, "hello");
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: "info", updateId: 7, msg: "hello" });
  });

  it("masks secrets in messages, fields, errors and their causes, and stays JSON", () => {
    const error = new Error(`call to bot${TOKEN} failed`, { cause: new Error(TOKEN) });
    const lines = logged((logger) => {
      logger.info(`token ${TOKEN}`);
      logger.warn({ url: `http://u:p@proxy/bot${TOKEN}`, nested: { deep: [TOKEN] } }, "x");
      logger.error({ err: error }, "failed");
    });
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).not.toContain(TOKEN);
      expect(line).not.toContain("u:p@");
      expect(JSON.parse(line).time).toMatch(/^\d{4}-/u);
    }
    expect(JSON.parse(lines[2]!).err.stack).toContain("bot***");
  });
});

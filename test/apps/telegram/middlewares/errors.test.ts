import { GrammyError, HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import {
  errorFacts,
  isHarmless,
  isParseError,
  tolerate,
} from "../../../../src/apps/telegram/middlewares/errors.ts";

const refusal = (code: number, description: string) =>
  new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code: code, description },
    "sendMessage",
    { text: "SECRET QUESTION" },
  );

describe("what is logged of an error", () => {
  test("leaves out payloads, addresses with the token, and messages of our own errors", () => {
    const network = new HttpError(
      "Network request for 'sendMessage' failed!",
      Object.assign(new Error("request to http://x/bot1:TOKEN/sendMessage failed"), {
        code: "ECONNRESET",
      }),
    );
    const own = new Error("fts5: syntax error near SECRET QUESTION");
    const logged = [refusal(400, "Bad Request: x"), network, own, "SECRET"].map(errorFacts);
    expect(JSON.stringify(logged)).not.toMatch(/SECRET|TOKEN/);
    expect(logged[0]).toMatchObject({ method: "sendMessage", code: 400 });
    expect(logged[1]).toMatchObject({ kind: "telegram-unreachable", code: "ECONNRESET" });
    expect(logged[2]!.at!.length).toBeGreaterThan(0);
  });
});

describe("refusals of Telegram", () => {
  test("that are nobody's fault are swallowed", async () => {
    const blocked = refusal(403, "Forbidden: bot was blocked by the user");
    const same = refusal(400, "Bad Request: message is not modified: specified new message …");
    const old = refusal(400, "Bad Request: query is too old and response timeout expired");
    for (const error of [blocked, same, old]) {
      expect(isHarmless(error)).toBe(true);
      expect(await tolerate(Promise.reject(error))).toBeNull();
    }
  });

  test("that tell of a mistake pass", async () => {
    const mistake = refusal(400, "Bad Request: BUTTON_DATA_INVALID");
    expect(isHarmless(mistake)).toBe(false);
    await expect(tolerate(Promise.reject(mistake))).rejects.toBe(mistake);
  });

  test("of the formatting are known", () => {
    const parse = "Bad Request: can't parse entities: Unsupported start tag";
    expect(isParseError(refusal(400, parse))).toBe(true);
    expect(isParseError(refusal(400, "Bad Request: chat not found"))).toBe(false);
  });
});

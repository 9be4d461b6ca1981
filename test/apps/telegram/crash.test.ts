import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../index/fixture.ts";
import { arrivals, HOLD, startBotProcess } from "./crash-trial.ts";
import { FakeBotApi } from "./fake-bot-api.ts";
import { user } from "./fake-chats.ts";
import type { Params } from "./fake-methods.ts";

/** A chat of each point at which a kill can fall. */
const IN_THE_ENGINE = 1;
const ON_THE_WAY_THERE = 2;
const ON_THE_WAY_BACK = 3;
const BETWEEN_MESSAGES = 4;
const AFTER_THE_ANSWER = 5;

/** `npm run soak -- crash` kills at random moments. */
test("killed at any point of an answer, the bot answers once and in order; again only what was not acknowledged", async () => {
  const folder = temporaryFolder();
  const api = await FakeBotApi.start();
  const isLong = (text: unknown) => String(text).startsWith("dài");
  const firstLines = (chat: number) =>
    api.calls
      .filter(
        ({ method, params, result }) =>
          method === "sendMessage" && params.chat_id === chat && result,
      )
      .map(({ params }) => String(params.text).split("\n", 1)[0]!);
  const hangs = (after: "request" | "half", where: (params: Params) => boolean) =>
    api.fail("sendMessage", { kind: "hang", after }, { where });
  hangs("request", ({ chat_id }) => chat_id === ON_THE_WAY_THERE);
  hangs("half", ({ chat_id }) => chat_id === ON_THE_WAY_BACK);
  hangs("request", ({ chat_id, text }) => chat_id === BETWEEN_MESSAGES && !isLong(text));
  writeFileSync(join(folder, HOLD), "");

  const bot = startBotProcess(api, folder);
  const texts = new Map([
    [IN_THE_ENGINE, "giữ"],
    [ON_THE_WAY_THERE, "đi"],
    [ON_THE_WAY_BACK, "về"],
    [BETWEEN_MESSAGES, "dài"],
    [AFTER_THE_ANSWER, "xong"],
  ]);
  for (const [chat, text] of texts) api.say(text, { from: user(chat) });
  const delivered = [...api.pending];
  const sending = (chat: number) =>
    api.calls.filter(({ method, params }) => method === "sendMessage" && params.chat_id === chat);
  await api.confirmed(20_000);
  await expect.poll(() => sending(ON_THE_WAY_THERE), { timeout: 60_000 }).toHaveLength(1);
  await expect.poll(() => firstLines(ON_THE_WAY_BACK), { timeout: 60_000 }).toHaveLength(1);
  await expect.poll(() => sending(BETWEEN_MESSAGES), { timeout: 60_000 }).toHaveLength(2);
  await expect.poll(() => firstLines(AFTER_THE_ANSWER), { timeout: 60_000 }).toHaveLength(1);
  const { number } = sending(AFTER_THE_ANSWER)[0]!;
  await expect.poll(() => arrivals(folder).has(number), { timeout: 60_000 }).toBe(true);
  expect(firstLines(IN_THE_ENGINE)).toEqual([]);
  const gone = once(bot, "close");
  bot.kill("SIGKILL");
  await gone;

  rmSync(join(folder, HOLD));
  for (const chat of texts.keys()) api.say("cuối", { from: user(chat) });
  // Telegram may deliver again what was confirmed.
  api.pending.push(...delivered);
  const next = startBotProcess(api, folder);
  for (const chat of texts.keys()) {
    await expect.poll(() => firstLines(chat).at(-1), { timeout: 60_000 }).toBe("cuối");
  }
  const ended = once(next, "close");
  next.kill("SIGTERM");
  await ended;
  await api.stop();
  expect(firstLines(IN_THE_ENGINE)).toEqual(["giữ", "cuối"]);
  expect(firstLines(ON_THE_WAY_THERE)).toEqual(["đi", "cuối"]);
  expect(firstLines(ON_THE_WAY_BACK)).toEqual(["về", "về", "cuối"]);
  const [first, second, ...rest] = firstLines(BETWEEN_MESSAGES);
  expect(first).toBe("dài");
  expect(second).toMatch(/^Hai bên trao đổi/u);
  expect(rest).toEqual(["cuối"]);
  expect(firstLines(AFTER_THE_ANSWER)).toEqual(["xong", "cuối"]);
});

import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { group, user } from "./fake-chats.ts";
import type { Params } from "./fake-methods.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";
import { answered } from "./samples.ts";

const setup = runningBot(
  { pollSeconds: 0.3, timeoutScale: 0.02, retryScale: 0.1 },
  { maxSilenceMs: 1200 },
);

const echo = (question: string) =>
  answered(question, { answer: question, spans: [], citations: [], more: [] });
const answers = () => setup.api.sent().map((message) => message.text!);
const toChat = (id: number) => (params: Params) => params.chat_id === id;
const tooMany = (seconds: number) => ({
  kind: "refuse" as const,
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});
const noErrors = () =>
  expect(setup.log.filter((line) => /"level":"(?:warn|error)"/u.test(line))).toEqual([]);

describe("a flood limit", () => {
  test("of one chat holds up that chat alone", async () => {
    const { api, engine } = setup;
    engine.respond = echo;
    api.fail("sendMessage", tooMany(4), { where: toChat(1) });
    api.say("chậm", { from: user(1) });
    await expect.poll(() => api.calls.filter((c) => c.status === 429)).toHaveLength(1);
    api.say("chậm nữa", { from: user(1) });
    api.say("nhanh", { from: user(2) });
    await api.reply(1);
    expect(answers()).toEqual(["nhanh"]);
    await api.reply(3);
    expect(answers()).toEqual(["nhanh", "chậm", "chậm nữa"]);
    expect(api.calls.filter((c) => c.status === 429)).toHaveLength(1);
  });

  test("of all chats is waited out by all, and then nobody crowds", async () => {
    const { api, engine } = setup;
    engine.respond = echo;
    let openAt = Number.POSITIVE_INFINITY;
    const limited = () => {
      if (openAt === Number.POSITIVE_INFINITY) openAt = performance.now() + 1000;
      return performance.now() < openAt;
    };
    api.fail("sendMessage", tooMany(1), { times: 1000, where: limited });
    for (let i = 1; i <= 30; i++) api.say(`câu ${i}`, { from: user(i) });
    await api.waitFor("sendMessage", { count: 30, timeoutMs: 60_000 });
    expect(new Set(answers()).size).toBe(30);
    const times = api.done("sendMessage").map((call) => call.atMs);
    // 25 a second: 29 gaps of 40 ms.
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(1000);
  });
});

describe("a connection", () => {
  test.each([
    ["that is accepted and never answered", { kind: "hang", after: "request" }],
    ["that stalls in the midst of a response", { kind: "hang", after: "half" }],
    ["that is cut in the midst of a response", { kind: "cut" }],
  ] as const)("%s does not hold the chat up", async (_, failure) => {
    const { api, engine } = setup;
    engine.respond = echo;
    api.fail("sendMessage", failure);
    api.say("một");
    await api.reply(1);
    api.say("hai");
    await api.reply(2);
    expect(answers()).toEqual(["một", "hai"]);
  });

  test.each([
    ["hangs", { kind: "hang", after: "request" }],
    ["stalls", { kind: "hang", after: "half" }],
    ["is cut", { kind: "cut" }],
  ] as const)(
    "that %s while polling is replaced; nothing is lost or doubled",
    async (_, failure) => {
      const { api, engine } = setup;
      engine.respond = echo;
      api.fail("getUpdates", failure);
      api.say("một");
      await api.reply(1, 8000);
      api.say("hai");
      await api.reply(2, 8000);
      await sleep(100);
      expect(answers()).toEqual(["một", "hai"]);
    },
    20_000,
  );

  test("that stays dead makes the bot unhealthy, says so once, and healthy again", async () => {
    const { api, health, log } = setup;
    await expect.poll(() => health.report().status).toBe("healthy");
    api.fail("getUpdates", { kind: "hang", after: "request" }, { times: 2 });
    await expect.poll(() => health.report().status, { timeout: 60_000 }).toBe("unhealthy");
    expect(health.report().reasons[0]).toMatch(/^Telegram has not answered for \d+ s/u);
    await expect.poll(() => health.report().status, { timeout: 60_000 }).toBe("healthy");
    const said = (text: string) => log.filter((line) => line.includes(text));
    expect(said("the bot is unhealthy")).toHaveLength(1);
    expect(said("the bot is unhealthy")[0]).toContain('"level":"error"');
    expect(said("the bot is healthy again")).toHaveLength(1);
  });
});

describe("what is gone", () => {
  test("a user who has blocked the bot disturbs nobody", async () => {
    const { api, engine } = setup;
    engine.respond = echo;
    const blocked = {
      kind: "refuse",
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    };
    api.fail("*", blocked as never, { times: 50, where: toChat(1) });
    api.say("chặn", { from: user(1) });
    api.say("thường", { from: user(2) });
    await api.reply(1);
    expect(answers()).toEqual(["thường"]);
    noErrors();
  });

  test("a message deleted before its page is turned leaves the chat usable", async () => {
    const { api } = setup;
    api.say("/sources");
    const list = await api.reply(1);
    api.press(list, "src:1");
    await api.waitFor("editMessageText");
    api.chats.remove(list.chat.id, list.message_id);
    api.press(list, "src:2");
    await api.waitFor("answerCallbackQuery", { count: 2 });
    api.say("/help");
    await api.reply(2);
    noErrors();
  });

  test("a page that is pressed again is not modified, and nobody minds", async () => {
    const { api } = setup;
    api.say("/sources");
    const list = await api.reply(1);
    api.press(list, "src:0");
    await api.waitFor("answerCallbackQuery");
    api.say("/help");
    await api.reply(2);
    expect(api.calls.some((c) => c.description?.includes("message is not modified"))).toBe(true);
    noErrors();
  });

  test("a question deleted meanwhile is answered without a reference to it", async () => {
    const { api, engine } = setup;
    engine.respond = async (question) => {
      api.chats.remove(message.chat.id, message.message_id);
      return echo(question);
    };
    const message = api.say("xoá");
    const reply = await api.reply(1);
    expect(reply.reply_to_message).toBeUndefined();
    noErrors();
  });

  test("a topic that was closed ends in silence", async () => {
    const { api } = setup;
    api.fail("sendMessage", {
      kind: "refuse",
      code: 400,
      description: "Bad Request: TOPIC_CLOSED",
    });
    api.say("/help", { chat: group() });
    api.say("/help", { from: user(2) });
    await api.reply(1);
    noErrors();
  });
});

describe("what Telegram can't take", () => {
  test("formatting it can't parse is sent as plain text", async () => {
    const { api, engine } = setup;
    engine.respond = echo;
    const refusal = {
      kind: "refuse",
      code: 400,
      description: "Bad Request: can't parse entities: x",
    };
    api.fail("sendMessage", refusal as never, { where: (p) => p.parse_mode === "HTML" });
    api.say("một < hai");
    expect((await api.reply(1)).text).toBe("một < hai");
  });

  test("an answer that is too long comes in parts", async () => {
    const { api, engine } = setup;
    const long = "Hai bên trao đổi về hợp tác. ".repeat(500).trim();
    engine.respond = () => answered("x", { answer: long, spans: [], citations: [], more: [] });
    api.say("dài");
    await api.reply(4);
    const parts = answers();
    expect(parts.every((part) => part.length <= 4096)).toBe(true);
    expect(parts.join(" ")).toBe(long);
  });
});

describe("a group that becomes a supergroup", () => {
  test("gets its answer there, and what is kept of it follows", async () => {
    const { api, engine, bot, moves } = setup;
    engine.respond = async (question) => {
      if (question === "một") api.chats.migrate(-5, -1005);
      return echo(question);
    };
    const chat = { id: -5, type: "group", title: "Group" } as never;
    api.say("@visits_test_bot một", { chat });
    expect((await api.reply(1)).chat.id).toBe(-1005);
    expect(moves).toEqual([[-5, -1005]]);
    await bot.stop();
    // Known from the start on, over a restart too.
    await setup.newBot().start();
    const refused = api.calls.filter((call) => call.status === 400).length;
    api.say("@visits_test_bot hai", { chat });
    expect((await api.reply(2)).chat.id).toBe(-1005);
    expect(api.calls.filter((call) => call.status === 400)).toHaveLength(refused);
    noErrors();
  });

  test("is known by Telegram's word as well, and stays allowed", async () => {
    const { api, bot } = setup;
    await bot.stop();
    await setup.newBot({ allowedChats: [-5] }).start();
    const from = user(3);
    api.say({ migrate_to_chat_id: -1005 }, { from, chat: { id: -5, type: "group" } as never });
    api.chats.migrate(-5, -1005);
    api.say("/help@visits_test_bot", { from, chat: group(-1005) });
    expect((await api.reply(1)).text).toContain("/ask");
    api.say("/help@visits_test_bot", { from: user(ADMIN_ID), chat: group(-9) });
    expect((await api.reply(2)).text).toContain("/ask");
  });
});

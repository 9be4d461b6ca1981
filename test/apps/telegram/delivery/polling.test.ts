import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { TokenRefused } from "../../../../src/apps/telegram/bot.ts";
import { FakeBotApi } from "../fake-bot-api.ts";
import { user } from "../fake-chats.ts";
import { runningBot } from "../running-bot.ts";
import { answered } from "../samples.ts";

const setup = runningBot({ retryScale: 0.1 });

const echo = (question: string) =>
  answered(question, { answer: question, citations: [], more: [] });
const answers = () => setup.api.sent().map((message) => message.text!);

describe("a shutdown", () => {
  test("finishes what is under way and confirms it: nothing is answered again", async () => {
    const { api, engine, bot } = setup;
    engine.respond = async (question) => {
      await sleep(150);
      return echo(question);
    };
    for (let i = 0; i < 6; i++) api.say(`câu ${i}`, { from: user(1 + (i % 3)) });
    await api.waitFor("sendChatAction");
    await bot.stop();
    expect(answers().toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((i) => `câu ${i}`));
    expect(api.pending).toEqual([]);
    await setup.newBot().start();
    api.say("câu cuối");
    await api.reply(7);
    expect(answers().filter((text) => text !== "câu cuối")).toHaveLength(6);
  });

  test("confirms what was answered even where no poll has done so since", async () => {
    const { api, bot } = setup;
    const where = (params: Readonly<Record<string, unknown>>) =>
      Number(params.offset) > 1000 && Number(params.timeout) > 0;
    api.fail("getUpdates", { kind: "drop", when: "before" }, { times: 50, where });
    api.say("/help");
    await api.reply(1);
    expect(api.pending).toHaveLength(1);
    await bot.stop();
    expect(api.pending).toEqual([]);
  });

  test("is not held up by a network that has died", async () => {
    const { api, bot } = setup;
    api.say("/help");
    await api.reply(1);
    api.fail("getUpdates", { kind: "slow", ms: 5000 }, { times: 5 });
    await bot.stop();
    expect(setup.log.join("")).toContain("could not be confirmed");
  });

  test("leaves what comes in later to the next start", async () => {
    const { api, bot } = setup;
    setup.engine.respond = echo;
    api.say("trước");
    await api.reply(1);
    await bot.stop();
    api.say("sau");
    await sleep(50);
    expect(answers()).toEqual(["trước"]);
    await setup.newBot().start();
    await api.reply(2);
    expect(answers()).toEqual(["trước", "sau"]);
  });

  test("loses nothing in a busy chat, wherever it falls", async () => {
    const { api, engine } = setup;
    let bot = setup.bot;
    engine.respond = async (question) => {
      await sleep(1);
      return echo(question);
    };
    const expected: string[] = [];
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 12; i++) {
        const text = `câu ${round}.${i}`;
        api.say(text, { from: user(1 + (i % 4)) });
        expected.push(text);
        if (i % 3 === 0) await sleep(round);
      }
      await bot.stop();
      bot = setup.newBot();
      await bot.start();
    }
    await api.waitFor("sendMessage", { count: expected.length });
    await bot.stop();
    expect(answers().toSorted()).toEqual(expected.toSorted());
  });

  test("does not wait for ever, and leaves what it could not finish to the next start", async () => {
    const { api, engine, bot } = setup;
    await bot.stop();
    const hasty = setup.newBot({ stopGraceMs: 100 });
    await hasty.start();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    engine.respond = async (question) => {
      await held;
      return echo(question);
    };
    // The next poll would confirm it: hold that back, as a slow network does.
    api.fail(
      "getUpdates",
      { kind: "drop", when: "before" },
      { times: 50, where: (p) => Number(p.offset) > 1000 },
    );
    api.say("treo");
    await api.waitFor("sendChatAction");
    await hasty.stop();
    expect(api.pending).toHaveLength(1);
    release();
  });

  test("can be asked for twice, and before the bot has ever connected", async () => {
    const { bot } = setup;
    await Promise.all([bot.stop(), bot.stop()]);
    await bot.ended;
    const unreachable = setup.newBot({ apiRoot: "http://127.0.0.1:9" });
    const starting = unreachable.start();
    await unreachable.stop();
    await expect(starting).resolves.toBeUndefined();
    await expect(unreachable.ended).resolves.toBeUndefined();
  });
});

describe("a network that fails", () => {
  test("while polling is waited out, logged without the token, and reported as over", async () => {
    const { api, log } = setup;
    setup.engine.respond = echo;
    api.fail("getUpdates", { kind: "drop", when: "before" });
    api.fail("getUpdates", { kind: "garbage" });
    api.fail("getUpdates", { kind: "refuse", code: 502, description: "Bad Gateway" });
    api.say("lần 1");
    await api.reply(1);
    api.say("lần 2");
    await api.reply(2, 15_000);
    expect(answers()).toEqual(["lần 1", "lần 2"]);
    expect(log.join("")).toContain("Telegram cannot be polled");
    expect(log.join("")).toContain("polling works again");
    expect(log.join("")).not.toContain("fake-token");
  });

  test("after updates were handed over delivers them once", async () => {
    const { api } = setup;
    setup.engine.respond = echo;
    api.fail("getUpdates", { kind: "drop", when: "after" }, { times: 1 });
    api.say("một lần");
    await api.reply(1, 15_000);
    api.say("rồi nữa");
    await api.reply(2, 15_000);
    expect(answers()).toEqual(["một lần", "rồi nữa"]);
  });

  test("while answering is retried: 429 after the time that Telegram asks for, 5xx and drops too", async () => {
    const { api } = setup;
    setup.engine.respond = echo;
    api.fail("sendMessage", {
      kind: "refuse",
      code: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    });
    const started = performance.now();
    api.say("chờ");
    await api.reply(1);
    expect(performance.now() - started).toBeGreaterThan(950);
    api.fail("sendMessage", { kind: "drop", when: "before" });
    api.say("rớt");
    await api.reply(2);
    api.fail("sendMessage", { kind: "refuse", code: 500, description: "Internal Server Error" });
    api.say("lỗi");
    await api.reply(3);
    expect(answers()).toEqual(["chờ", "rớt", "lỗi"]);
  });

  test("gives an answer up in the end and goes on with the next question", async () => {
    const { api, log } = setup;
    setup.engine.respond = echo;
    const where = (params: Readonly<Record<string, unknown>>) => params.text === "mất";
    api.fail("sendMessage", { kind: "drop", when: "before" }, { times: 10, where });
    api.say("mất");
    api.say("còn");
    await api.reply(1);
    expect(answers()).toEqual(["còn"]);
    expect(log.join("")).toContain("telegram-unreachable");
  });

  test("never holds an answer back for a typing action", async () => {
    const { api } = setup;
    setup.engine.respond = echo;
    api.fail("sendChatAction", { kind: "slow", ms: 8000 });
    api.say("nhanh");
    await api.reply(1);
    expect(api.done("sendChatAction")).toEqual([]);
  });
});

describe("a start", () => {
  test("with a token that Telegram does not know fails with what to check", async () => {
    const bot = setup.newBot({}, "1:wrong");
    await expect(bot.start()).rejects.toThrow(TokenRefused);
    await expect(setup.newBot({}, "1:wrong").start()).rejects.toThrow(/BOT_TOKEN/);
  });

  test("waits for a server that is not there yet", async () => {
    const { api } = setup;
    api.fail("getMe", { kind: "refuse", code: 502, description: "Bad Gateway" });
    api.fail("getMe", { kind: "drop", when: "before" });
    await setup.bot.stop();
    await setup.newBot().start();
    api.say("/help");
    await api.reply();
  });

  test("takes an address with a slash at its end", async () => {
    await setup.bot.stop();
    await setup.newBot({ apiRoot: `${setup.api.url}/` }).start();
    setup.api.say("/help");
    await setup.api.reply();
  });

  test("reaches Telegram through a proxy", async () => {
    const { createServer } = await import("node:http");
    const { connect } = await import("node:net");
    const { api, bot } = setup;
    await bot.stop();
    const target = await FakeBotApi.start();
    const tunnels: string[] = [];
    const proxy = createServer().on("connect", (request, socket) => {
      tunnels.push(String(request.headers["proxy-authorization"]));
      const upstream = connect(Number(new URL(target.url).port), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [socket, upstream]) end.on("error", () => end.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const port = (proxy.address() as { port: number }).port;
    const through = setup.newBot({
      apiRoot: "http://telegram.invalid",
      proxy: `http://me:pass@127.0.0.1:${port}`,
    });
    await through.start();
    target.say("/help");
    await target.reply();
    await through.stop();
    expect(tunnels[0]).toBe(`Basic ${Buffer.from("me:pass").toString("base64")}`);
    expect(api.sent()).toEqual([]);
    await target.stop();
    proxy.closeAllConnections();
    proxy.close();
  });

  test("beside another bot with the same token is logged and survived", async () => {
    const { api, log } = setup;
    const second = setup.newBot();
    await second.start();
    await expect.poll(() => log.join("")).toContain("Conflict");
    // Admins are told, once an outage of each.
    await api.waitFor("sendMessage", {
      where: ({ params }) => /cùng mã bot này/u.test(String(params.text)),
    });
    await second.stop();
    const told = api.sent().length;
    api.say("/help");
    await api.reply(told + 1);
    expect(told).toBeLessThanOrEqual(2);
  });
});

test("polling that can't go on ends the bot with the reason", async () => {
  setup.api.fail("getUpdates", { kind: "refuse", code: 401, description: "Unauthorized" });
  setup.api.say("/help");
  await expect(setup.bot.ended).rejects.toThrow(TokenRefused);
});

test("an update that is delivered twice is answered once", async () => {
  const { api } = setup;
  const message = api.say("/help");
  await api.reply(1);
  api.pending.push({ update_id: 1000, message: message as never });
  api.say("/status");
  await api.reply(2);
  expect(api.sent().map((m) => m.text!.slice(0, 7))).toEqual(["Gửi câu", "Kho tư "]);
});

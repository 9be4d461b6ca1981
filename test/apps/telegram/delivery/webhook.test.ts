import { request } from "node:http";
import { connect, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { user } from "../fake-chats.ts";
import { runningBot } from "../running-bot.ts";

const SECRET = "0123456789abcdef_-secret";
const URL_PATH = "/telegram/updates";
const setup = runningBot();
let port = 0;

const webhook = () => ({
  url: `https://bot.example${URL_PATH}`,
  secret: SECRET,
  host: "127.0.0.1",
  port,
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
}

interface Post {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

/** Sends a request as Telegram does. @returns The HTTP status. */
function post(body: string, { method = "POST", path = URL_PATH, headers }: Post = {}) {
  const given = headers ?? { "x-telegram-bot-api-secret-token": SECRET };
  return new Promise<number>((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method, headers: given };
    const outgoing = request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

let nextId = 5000;
function updateOf(text: string, chat = 1): string {
  const message = setup.api.chats.addFromUser(
    user(chat),
    { id: chat, type: "private", first_name: "U" },
    { text },
  );
  return JSON.stringify({ update_id: nextId++, message });
}

let bot: ReturnType<typeof setup.newBot>;
beforeEach(async () => {
  await setup.bot.stop();
  port = await freePort();
  bot = setup.newBot({ webhook: webhook() });
  await bot.start();
});
afterEach(() => bot.stop());

describe("a webhook", () => {
  test("is set with its secret and the kinds of updates, and its updates are answered", async () => {
    const { api } = setup;
    const [call] = await api.waitFor("setWebhook");
    expect(call!.params).toMatchObject({ url: webhook().url, secret_token: SECRET });
    expect(call!.params.allowed_updates).toContain("message");
    expect(await post(updateOf("/help"))).toBe(200);
    expect((await api.reply(1)).text).toContain("/ask");
  });

  test("delivers again what is known, and it is answered once", async () => {
    const { api } = setup;
    const update = updateOf("/help");
    expect(await Promise.all([post(update), post(update), post(update)])).toEqual([200, 200, 200]);
    await api.reply(1);
    expect(await post(update)).toBe(200);
    expect(await post(updateOf("/status"))).toBe(200);
    await api.reply(2);
    expect(api.sent()).toHaveLength(2);
  });

  test("lets in nobody without the secret", async () => {
    const wrong = [SECRET.slice(0, -1), `${SECRET}x`, "", SECRET.toUpperCase(), "x".repeat(5000)];
    for (const secret of wrong) {
      const headers = { "x-telegram-bot-api-secret-token": secret };
      expect(await post(updateOf("/help"), { headers })).toBe(401);
    }
    expect(await post(updateOf("/help"), { headers: {} })).toBe(401);
    expect(setup.api.sent()).toEqual([]);
    expect(setup.log.join("")).not.toContain(SECRET);
  });

  test.each([
    ["another path", 404, { path: "/" }, "{}"],
    ["another method", 405, { method: "PUT" }, "{}"],
    ["what is no JSON", 400, {}, "{"],
    ["what is no update", 400, {}, '{"message":{}}'],
    ["null", 400, {}, "null"],
    ["an endless body", 413, {}, "x".repeat(1_500_000)],
  ] as const)("refuses %s", async (_, status, options, body) => {
    expect(await post(body, options).catch(() => status)).toBe(status);
    expect(await post(updateOf("/help"))).toBe(200);
    await setup.api.reply(1);
  });

  test("gives way to polling again", async () => {
    const { api } = setup;
    await bot.stop();
    expect(api.webhook).not.toBeNull();
    await expect(post(updateOf("/help"))).rejects.toThrow();
    await setup.newBot().start();
    expect(api.webhook).toBeNull();
    api.say("/help");
    await api.reply(1);
  });

  test("names a port that is taken", async () => {
    const second = setup.newBot({ webhook: webhook() });
    await expect(second.start()).rejects.toThrow(/WEBHOOK_PORT: port \d+ .*EADDRINUSE/u);
  });
});

test("connections that begin a request and never end it are closed within seconds", async () => {
  const sockets = Array.from({ length: 20 }, () => connect(port, "127.0.0.1"));
  const ended = sockets.map(
    (socket) =>
      new Promise<void>((resolve) =>
        socket
          .resume()
          .on("close", () => resolve())
          .on("error", () => {}),
      ),
  );
  for (const socket of sockets) socket.write("POST /telegram/updates HTTP/1.1\r\nHost: a\r\n");
  await Promise.all(ended);
}, 30_000);

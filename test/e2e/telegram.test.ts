import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { cpSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeBotApi } from "../apps/telegram/fake-bot-api.ts";
import { user } from "../apps/telegram/fake-chats.ts";
import { markdown, temporaryFolder } from "../index/fixture.ts";
import { startProgram } from "../main/program.ts";

const ADMIN_ID = 77;
const folder = temporaryFolder();
const corpusDir = join(folder, "corpus");
let api: FakeBotApi;
let bot: ChildProcessWithoutNullStreams;
let readerPort = 0;
let log = "";

/** Starts the whole bot as a user does, and waits until it fetches updates. */
async function start(): Promise<void> {
  const polls = api.polls.length;
  bot = startProgram({
    BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    ADMIN_IDS: String(ADMIN_ID),
    CORPUS_DIR: corpusDir,
    INDEX_DIR: join(folder, "index"),
    READER_PORT: String(readerPort),
    READER_URL: "https://doc.example",
  });
  bot.stderr.setEncoding("utf8").on("data", (data) => {
    log += data;
  });
  const failed = once(bot, "close").then(() => {
    throw new Error(`the bot ended early: ${log}`);
  });
  failed.catch(() => null);
  const polled = (async () => {
    while (api.polls.length === polls) await new Promise((wake) => setTimeout(wake, 20));
  })();
  await Promise.race([polled, failed]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Asks for a clean end. @returns The exit code and how long it took. */
async function stop(): Promise<{ code: number; ms: number }> {
  const began = performance.now();
  const closed = once(bot, "close");
  bot.kill("SIGTERM");
  const [code] = await closed;
  return { code, ms: performance.now() - began };
}

/** The bot's next message after a user wrote `text`, in Telegram's HTML. */
async function ask(text: string, from = user(1)): Promise<string> {
  const before = api.sent().length;
  api.say(text, { from });
  const reply = await api.reply(before + 1, 15_000);
  return htmlOf(reply.message_id);
}

function htmlOf(messageId: number): string {
  const call = api
    .done("sendMessage")
    .find((sent) => (sent.result as { message_id: number }).message_id === messageId);
  return String(call?.params.text);
}

beforeAll(async () => {
  cpSync("corpus", corpusDir, { recursive: true });
  api = await FakeBotApi.start();
  readerPort = await freePort();
  await start();
});

afterAll(async () => {
  if (bot.exitCode === null) bot.kill("SIGKILL");
  await api.stop();
});

describe("the Telegram bot with the shipped corpus", () => {
  it.each([
    ["with marks", "Ai chủ trì buổi tiếp đoàn thành phố Bằng Tường?", /Nguồn:/u],
    ["without marks", "ai chu tri buoi tiep doan thanh pho bang tuong?", /Nguồn:/u],
    ["in English", "Who received the delegation from Pingxiang?", /Sources:/u],
    ["in Chinese", "谁接待了凭祥市代表团？", /来源：/u],
  ])("answers a question %s with its source", async (_, question, label) => {
    const html = await ask(question);
    expect(html).toMatch(label);
    expect(html).toContain("Bằng Tường");
    expect(html).toMatch(/\[1\]/u);
    expect(html).toContain("2025");
  });

  it("links an answer to its source; at no passage where the shipped report is in other words", async () => {
    const html = await ask("Trưởng đoàn Bằng Tường là ai?");
    const link = /<a href="([^"]+)">\[1\]<\/a>/u.exec(html)?.[1];
    expect(link).toMatch(/^https?:\/\//u);
    expect(link).not.toContain(":~:text=");
  });

  it.each([
    "Giá vàng hôm nay bao nhiêu?",
    "Tổng thống Pháp thăm Lạng Sơn khi nào?",
    "Kết quả trận Arsenal gặp Chelsea?",
  ])("refuses %s", async (question) => {
    const html = await ask(question);
    expect(html).toContain("Tôi không tìm thấy thông tin này trong tư liệu hiện có.");
    expect(html).not.toMatch(/\[1\]/u);
  });

  it("switches a new article in on an admin's word, without a restart", async () => {
    const question = "Ai dẫn đầu đoàn Tân Thanh thăm bản Nà Lầu?";
    expect(await ask(question)).not.toContain("Vi Thị Mơ");
    writeFileSync(
      join(corpusDir, "na-lau.md"),
      markdown(
        "Đoàn Tân Thanh thăm bản Nà Lầu",
        "Ngày 3/3/2024, bà Vi Thị Mơ dẫn đầu đoàn Tân Thanh thăm bản Nà Lầu và tặng 30 suất quà.",
      ),
    );
    const inReader = async () => (await fetch(`http://127.0.0.1:${readerPort}/bai/na-lau`)).text();
    expect(await inReader()).toContain("Không còn bài viết này");
    const edits = api.done("editMessageText").length;
    const began = await ask("/reindex", user(ADMIN_ID, "vi"));
    expect(began).toContain("Đang chuẩn bị lập chỉ mục");
    await api.waitFor("editMessageText", {
      count: edits + 1,
      where: (call) => /thêm mới 1,/u.test(String(call.params.text)),
      timeoutMs: 60_000,
    });
    const html = await ask(question);
    expect(html).toContain("Vi Thị Mơ");
    expect(html).toContain("https://example.com/bai#:~:text=");
    expect(await inReader()).toContain("Vi Thị Mơ");
  });

  it("keeps /reindex from others", async () => {
    expect(await ask("/reindex")).toBe(await ask("/nosuchcommand"));
  });

  it("ends cleanly on SIGTERM, and answers nothing twice and everything once after a restart", async () => {
    for (const n of [1, 2, 3]) api.say(`Ai tiếp đoàn Bằng Tường lần ${n}?`, { from: user(n) });
    const before = api.sent().length;
    const { code } = await stop();
    expect(code).toBe(0);
    api.say("Đại sứ Hùng Ba đến Lạng Sơn ngày nào?", { from: user(4) });
    await start();
    await api.waitFor("sendMessage", { count: before + 4, timeoutMs: 60_000 });
    await api.confirmed();
    const replies = api.sent().slice(before);
    expect(replies.map((message) => message.chat.id).sort()).toEqual([1, 2, 3, 4]);
    expect(await stop()).toMatchObject({ code: 0 });
    expect(log).not.toContain(api.token);
  });
});

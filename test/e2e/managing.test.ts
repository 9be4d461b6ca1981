import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InlineKeyboardButton, Message } from "grammy/types";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FakeBotApi } from "../apps/telegram/fake-bot-api.ts";
import { user } from "../apps/telegram/fake-chats.ts";
import { temporaryFolder } from "../index/fixture.ts";
import { ended, startProgram } from "../main/program.ts";

const ADMIN_ID = 77;
const admin = user(ADMIN_ID);
const folder = temporaryFolder();
const data = { CORPUS_DIR: join(folder, "corpus"), INDEX_DIR: join(folder, "index") };
const QUESTION = "Ai dẫn đầu đoàn Tân Thanh thăm bản Nà Lầu?";
let api: FakeBotApi;
let bot: ChildProcessWithoutNullStreams;

const cli = (...args: string[]) =>
  ended(
    spawn(process.execPath, ["scripts/run.mjs", "cli", ...args], {
      env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, BOT_TOKEN: "", ...data },
    }),
  );

beforeAll(async () => {
  cpSync("corpus", data.CORPUS_DIR, { recursive: true });
  api = await FakeBotApi.start();
  bot = startProgram({
    BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    ADMIN_IDS: String(ADMIN_ID),
    LOG_LEVEL: "silent",
    ...data,
  });
  while (api.polls.length === 0) await new Promise((wake) => setTimeout(wake, 20));
});

afterAll(async () => {
  bot.kill("SIGKILL");
  await api.stop();
});

async function say(text: string): Promise<Message> {
  const before = api.sent().length;
  api.say(text, { from: admin });
  return await api.reply(before + 1, 15_000);
}

/** Asks until the answer is the wanted one: another process' index is switched to within some seconds. */
async function asksUntil(met: (answer: string) => boolean): Promise<void> {
  let answer = "";
  for (let i = 0; i < 40; i++) {
    answer = (await say(QUESTION)).text!;
    if (met(answer)) return;
    await new Promise((wake) => setTimeout(wake, 250));
  }
  throw new Error(answer);
}

const knows = (answer: string) => answer.includes("Vi Thị Mơ");

/** Presses a button and waits until the message says how that ended. */
async function press(message: Message, label: string, outcome: RegExp): Promise<void> {
  const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
  api.press(message, (button as InlineKeyboardButton.CallbackButton).callback_data, admin);
  await api.waitFor("editMessageText", {
    where: ({ params }) => outcome.test(String(params.text)),
    timeoutMs: 60_000,
  });
}

it("an article added on the command line is answered from, not after it is removed, and again after that is taken back", async () => {
  expect(knows((await say(QUESTION)).text!)).toBe(false);
  const file = join(folder, "bài viết.txt");
  writeFileSync(
    file,
    "Đoàn Tân Thanh thăm bản Nà Lầu\n\nNgày 3/3/2024, bà Vi Thị Mơ, Phó Chủ tịch xã, dẫn đầu đoàn Tân Thanh thăm bản Nà Lầu và tặng 30 suất quà.\n\nHai bên trao đổi về việc giữ gìn đường biên và cột mốc trong thời gian tới.\n",
  );
  const added = await cli("add", file, "--source", "Báo Thử nghiệm");
  expect(added).toMatchObject({ code: 0, stderr: "" });
  const id = /^added (\S+) from/u.exec(added.stdout)![1]!;
  await asksUntil(knows);

  await press(await say(`/remove ${id}`), "Xóa", /Bot không còn trả lời theo bài này/u);
  expect(knows((await say(QUESTION)).text!)).toBe(false);

  await press(await say("/undo"), "Hoàn tác", /Chỉ mục đã được cập nhật/u);
  expect(knows((await say(QUESTION)).text!)).toBe(true);

  const log = (await say("/log")).text!;
  expect(log).toMatch(/hoàn tác.*xóa bài.*\(đã hoàn tác\).*command line \(.+\): thêm bài/su);
  const removed = await cli("remove", id);
  expect(removed).toMatchObject({ code: 0, stderr: "" });
  await asksUntil((answer) => !knows(answer));
});

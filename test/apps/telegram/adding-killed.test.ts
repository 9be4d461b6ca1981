import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { InlineKeyboardButton, Message } from "grammy/types";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openChangeLog } from "../../../src/articles/corpus/change-log.ts";
import { FakeBotApi } from "./fake-bot-api.ts";
import { user } from "./fake-chats.ts";

const ADMIN = user(77);
const LEAD =
  "Ngày 12/3/2024, tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn công tác thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Lý Thử, Phó Thị trưởng, dẫn đầu.";
const ARTICLE = `Lãnh đạo tỉnh Lạng Sơn tiếp đoàn công tác thành phố Sùng Tả\n\n${LEAD}\n\nHai bên trao đổi về thông quan hàng hóa, phòng chống sâu bệnh và giữ liên lạc thường xuyên giữa các huyện hai bên đường biên.`;
const OTHER =
  "# Tỉnh Hà Giang đón đoàn Văn Sơn\n\nNgày 5/4/2023, tại thành phố Hà Giang, ông Trần Văn Thử, Phó Chủ tịch UBND tỉnh, đón đoàn châu Văn Sơn (Vân Nam, Trung Quốc).\n";

let api: FakeBotApi;
let folder: string;
let bot: ChildProcess;
beforeEach(async () => {
  api = await FakeBotApi.start();
  folder = mkdtempSync(join(tmpdir(), "visits-adding-"));
  mkdirSync(join(folder, "corpus"));
  writeFileSync(join(folder, "corpus", "ha-giang.md"), OTHER);
});
afterEach(async () => {
  bot.kill("SIGKILL");
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The program itself, as an office runs it. */
function start(): void {
  bot = spawn(process.execPath, ["scripts/run.mjs", "main"], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      ADMIN_IDS: String(ADMIN.id),
      CORPUS_DIR: join(folder, "corpus"),
      INDEX_DIR: join(folder, "index"),
      FEEDS_FILE: join(folder, "none.yaml"),
    },
    stdio: ["ignore", "ignore", process.env.SHOW_LOG ? "inherit" : "ignore"],
  });
}

async function kill(): Promise<void> {
  const closed = once(bot, "close");
  bot.kill("SIGKILL");
  await closed;
}

const now = ({ chat, message_id }: Message) => api.chats.message(chat.id, message_id)!;
async function until(met: () => boolean): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (!met()) {
    if (performance.now() > deadline) throw new Error("did not come to be");
    await sleep(10);
  }
}
const firstButton = (message: Message) =>
  now(message).reply_markup?.inline_keyboard[0]?.[0] as
    | InlineKeyboardButton.CallbackButton
    | undefined;

test("killed between the card and the press, and at the press, nothing is lost or twice", async () => {
  start();
  api.say({ document: api.file("tin.txt", ARTICLE) }, { from: ADMIN });
  const card = await api.reply(1, 20_000);
  await until(() => firstButton(card) !== undefined);
  await kill();
  api.press(card, firstButton(card)!.callback_data, ADMIN);
  // Killed once the file is there, before the index can know it.
  start();
  const added = () => {
    try {
      return readdirSync(join(folder, "corpus/added/undated"));
    } catch {
      return [];
    }
  };
  await until(() => added().some((name) => name.endsWith(".md")));
  await kill();
  start();
  await until(() => now(card).text!.includes("có thể hỏi ngay"));
  expect(now(card).text).toMatch(/^✅ Đã lưu/u);
  expect(added().filter((name) => name.endsWith(".md"))).toHaveLength(1);
  const before = api.sent().length;
  api.say("Ai tiếp đoàn công tác thành phố Sùng Tả?", { from: user(5) });
  expect((await api.reply(before + 1, 20_000)).text).toContain("Lê Thị Mẫu");
  const closed = once(bot, "close");
  bot.kill("SIGTERM");
  expect(await closed).toEqual([0, null]);
  const log = openChangeLog(join(folder, "index"));
  expect(log.entries(0, 9).map(({ action, actor }) => [action, actor.id])).toEqual([["add", 77]]);
  expect(log.begun()).toEqual([]);
  log.close();
  const original = readdirSync(join(folder, "corpus/.originals"));
  expect(readFileSync(join(folder, "corpus/.originals", original[0]!), "utf8")).toBe(ARTICLE);
});

import { expect, test, vi } from "vitest";
import { user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";
import { answered } from "./samples.ts";

const setup = runningBot();

/** SQLite itself says that the disk is full beyond a size of the file. */
function fillDisk(): void {
  const { database } = setup;
  const pages = Number(database.prepare("PRAGMA page_count").get()![0]);
  database.exec(`PRAGMA max_page_count = ${pages}`);
}

const echo = (question: string) =>
  answered(question, { answer: question, spans: [], citations: [], more: [] });
/** Takes more than a page, so that it fits in no gap. */
const long = (n: number) => ({ text: `câu ${n}`, caption: "x".repeat(20_000) });
const answers = () => setup.api.sent().map((message) => message.text!);

test("a journal that cannot be written holds no answer up, and is told until it can again", async () => {
  const { api, engine, health, log, database } = setup;
  engine.respond = echo;
  await expect.poll(() => health.report().status).toBe("healthy");
  fillDisk();
  for (let i = 1; i <= 5; i++) api.say(long(i), { from: user(i) });
  await api.waitFor("sendMessage", { count: 5 });
  expect(answers().toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `câu ${n}`));
  expect(health.report()).toMatchObject({ status: "unhealthy" });
  expect(health.report().reasons[0]).toMatch(/^journal: SQLITE_FULL/u);
  expect(log.filter((line) => line.includes("the journal cannot be written"))).toHaveLength(1);
  await api.confirmed();
  database.exec("PRAGMA max_page_count = 1000000");
  api.say(long(6));
  await api.reply(6);
  await expect.poll(() => health.report().status).toBe("healthy");
  await api.confirmed();
  expect(answers()).toHaveLength(6);
});

test("what is not on disk stays with Telegram until it is answered", async () => {
  const { api, engine, bot } = setup;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  engine.respond = async (question) => {
    await held;
    return echo(question);
  };
  fillDisk();
  api.say(long(1));
  await api.waitFor("sendChatAction");
  // Polled again and again meanwhile, and neither confirmed nor taken twice.
  await expect.poll(() => api.polls.length).toBeGreaterThan(3);
  expect(api.pending).toHaveLength(1);
  release();
  await api.reply(1);
  await api.confirmed();
  await bot.stop();
  expect(answers()).toEqual(["câu 1"]);
});

/** Whether the log says that the bot is unhealthy for want of space. */
const told = () =>
  setup.log.some(
    (line) => line.includes("the bot is unhealthy") && line.includes("disk: it is full"),
  );

test("a vote that cannot be kept is told as that, and /health knows until there is room", async () => {
  const { api, engine, health, feedback } = setup;
  engine.respond = echo;
  await expect.poll(() => health.report().status).toBe("healthy");
  api.say("Ai tiếp đoàn Bằng Tường?");
  const reply = await api.reply(1);
  feedback.push = () => {
    throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  };
  api.press(reply, "fb:up");
  const [call] = await api.waitFor("answerCallbackQuery");
  expect(call!.params.text).toMatch(/hết dung lượng/u);
  await expect.poll(told).toBe(true);
  // The check finds room again.
  await expect.poll(() => health.report().status).toBe("healthy");
});

test("a file that cannot be kept says so in place of “Đang đọc tệp…”, once", async () => {
  const { api, corpus } = setup;
  const text = `Đoàn Sùng Tả thăm Lạng Sơn\n\n${"Hai bên trao đổi về cửa khẩu và giao thương. ".repeat(9)}`;
  const create = vi.spyOn(corpus.proposals, "create").mockImplementation(() => {
    throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  });
  const admin = user(ADMIN_ID);
  api.say({ document: api.file("bai.txt", text) }, { from: admin });
  const status = await api.reply(1);
  const now = () => api.chats.message(status.chat.id, status.message_id)!.text;
  await expect.poll(now).toMatch(/hết dung lượng/u);
  await api.confirmed();
  expect(answers()).toHaveLength(1);
  await expect.poll(told).toBe(true);
  create.mockRestore();
});

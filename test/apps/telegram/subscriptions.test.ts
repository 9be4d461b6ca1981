import { createHash } from "node:crypto";
import type { InlineKeyboardButton, Message } from "grammy/types";
import { beforeEach, describe, expect, test } from "vitest";
import type { Visit } from "../../../src/model/visit.ts";
import { registerOf, side, visit } from "../../visits/register/visits.ts";
import { group, user } from "./fake-chats.ts";
import { runningBot } from "./running-bot.ts";

const setup = runningBot({ newsIntervalMs: 20 });

const meeting = (id: string, province: string, more: Partial<Visit> = {}): Visit =>
  visit(id, {
    date: { year: 2025, month: 1, day: 2 },
    host: side({ province: "Lạng Sơn", country: "Việt Nam", head: "Nguyễn Văn Mẫu" }),
    guest: side({ province, country: "Trung Quốc" }),
    ...more,
  });

/** An index with these visits is switched to. */
function index(...visits: Visit[]): void {
  const { register } = registerOf(visits);
  const builtAt = createHash("sha1").update(String(Math.random())).digest("hex");
  const status = setup.engine.status();
  setup.engine.register = () => register;
  setup.engine.status = () => ({ ...status, builtAt });
}

const OLD = meeting("old", "Quảng Tây");
beforeEach(() => index(OLD));

const keys = (message: Message): InlineKeyboardButton[] =>
  message.reply_markup?.inline_keyboard.flat() ?? [];
const texts = (message: Message) => keys(message).map(({ text }) => text);
const dataOf = (message: Message, text: string) =>
  (keys(message).find((key) => key.text.includes(text)) as { callback_data: string }).callback_data;
const isNews = (message: Message) => message.text?.startsWith("🔔") === true;
const news = () => setup.api.sent().filter(isNews);
const say = async (text: string, options?: Parameters<typeof setup.api.say>[1]) => {
  const before = setup.api.sent().filter((one) => !isNews(one)).length;
  setup.api.say(text, options);
  await expect
    .poll(() => setup.api.sent().filter((one) => !isNews(one)).length)
    .toBeGreaterThan(before);
  return setup.api.sent().filter((one) => !isNews(one))[before]!;
};
/** Long enough for some looks at the index. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 200));
/** Puts the last digest of a chat a day back. */
const nextDay = (chatId = 1) => {
  const { readers } = setup;
  const [first] = readers.subscriptionsOf(chatId);
  readers.keepDigest(chatId, first!.since, "2000-01-01", {
    chatId,
    language: "vi",
    visits: [],
    of: [],
  });
  readers.beginDigest(chatId);
};

describe("/subscribe", () => {
  test("tells of a new visit once, with its card and a button that ends it", async () => {
    const { api } = setup;
    expect((await say("/subscribe Lạng Sơn")).text).toMatch(/^Đã theo dõi Lạng Sơn/u);
    await aWhile();
    expect(news()).toEqual([]);
    index(OLD, meeting("new", "Vân Nam"));
    await expect.poll(news).toHaveLength(1);
    const [message] = news();
    expect(message!.text).toMatch(/^🔔 1 chuyến thăm mới .* Lạng Sơn:\n1\. /u);
    expect(texts(message!)).toEqual(["1", "🔕 Tắt: Lạng Sơn"]);
    await aWhile();
    expect(news()).toHaveLength(1);
    api.press(message!, dataOf(message!, "Tắt"));
    await api.waitFor("editMessageReplyMarkup");
    expect(setup.readers.subscriptions()).toEqual([]);
    expect(texts(api.chats.message(1, message!.message_id)!)).toEqual(["1"]);
  });

  test("takes persons, partners and words, and asks for one where there is none", async () => {
    expect((await say("/subscribe")).text).toMatch(/^Xin viết tên/u);
    expect((await say("/subscribe nguyen van mau")).text).toContain("Nguyễn Văn Mẫu");
    expect((await say("/subscribe Quảng Tây 2023")).text).toContain("Quảng Tây");
    expect((await say("/subscribe Lạng Sơn")).text).toContain("Lạng Sơn");
    expect((await say("/subscribe Lạng Sơn")).text).toMatch(/^Bạn đang theo dõi Lạng Sơn rồi/u);
    index(
      OLD,
      meeting("yunnan", "Vân Nam", { host: side({ province: "Lào Cai", country: "Việt Nam" }) }),
    );
    await aWhile();
    expect(news()).toEqual([]);
    index(OLD, meeting("guangxi", "Quảng Tây"));
    await expect.poll(news).toHaveLength(1);
    expect(news()[0]!.text).toMatch(
      /^🔔 1 chuyến thăm mới .* Nguyễn Văn Mẫu, Quảng Tây, Lạng Sơn:/u,
    );
  });

  test("is on a page's button, and has its limit", async () => {
    const { api, readers } = setup;
    const page = await say("Lạng Sơn");
    api.press(page, dataOf(page, "Theo dõi"));
    const [answer] = await api.waitFor("answerCallbackQuery");
    expect(answer!.params).toMatchObject({ show_alert: true });
    expect(readers.subscriptionsOf(1)).toMatchObject([{ name: "Lạng Sơn" }]);
    for (let i = 0; i < 9; i++) await say(`/subscribe chủ đề ${"abcdefghi"[i]}`);
    expect(readers.countOf(1)).toBe(10);
    expect((await say("/subscribe Quảng Tây")).text).toMatch(/nhiều nhất 10/u);
  });
});

describe("what is news", () => {
  test("is neither the same corpus indexed anew nor another source of a known visit", async () => {
    await say("/subscribe Lạng Sơn");
    index({ ...OLD, id: "renamed" });
    await aWhile();
    index({ ...OLD, articleIds: ["bai-old", "bai-more"] });
    await aWhile();
    index();
    await aWhile();
    index(OLD);
    await aWhile();
    expect(news()).toEqual([]);
  });

  test("comes once a day; the rest of the day is told on the next", async () => {
    await say("/subscribe Lạng Sơn");
    index(OLD, meeting("one", "Vân Nam"));
    await expect.poll(news).toHaveLength(1);
    index(OLD, meeting("one", "Vân Nam"), meeting("two", "Quảng Đông"));
    await aWhile();
    expect(news()).toHaveLength(1);
    nextDay();
    await expect.poll(news).toHaveLength(2);
    expect(news()[1]!.text).toContain("1 chuyến thăm mới");
  });

  test("beyond ten are counted", async () => {
    await say("/subscribe Lạng Sơn");
    index(OLD, ...Array.from({ length: 12 }, (_, i) => meeting(`n${i}`, "Vân Nam")));
    await expect.poll(news).toHaveLength(1);
    expect(news()[0]!.text).toMatch(/^🔔 12 .*\n10\. .*\n… và 2 chuyến khác/su);
  });
});

describe("sending", () => {
  test("waits for the end of the quiet hours", async () => {
    await say("/subscribe Lạng Sơn");
    await setup.bot.stop();
    const hour = Number(
      new Intl.DateTimeFormat("en-GB", {
        hour: "2-digit",
        hourCycle: "h23",
        timeZone: "Asia/Ho_Chi_Minh",
      }).format(new Date()),
    );
    const quiet = setup.newBot({ quietHours: { from: hour, to: (hour + 2) % 24 } });
    await quiet.start();
    index(OLD, meeting("new", "Vân Nam"));
    await aWhile();
    expect(news()).toEqual([]);
    await quiet.stop();
    await setup.newBot().start();
    await expect.poll(news).toHaveLength(1);
  });

  test("after a crash goes on with what was written down and not begun, and repeats nothing", async () => {
    const { readers, api } = setup;
    await say("/subscribe Lạng Sơn");
    await say("/subscribe Lạng Sơn", { from: user(2) });
    await setup.bot.stop();
    index(OLD, meeting("new", "Vân Nam"));
    const latest = readers.noteArticles(["bai-old", "bai-new"]);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    for (const chatId of [1, 2]) {
      const { id, name } = readers.subscriptionsOf(chatId)[0]!;
      readers.keepDigest(chatId, latest, today, {
        chatId,
        language: "vi",
        visits: ["new"],
        of: [{ id, name }],
      });
    }
    // Of the second the call had been made when the process ended.
    readers.beginDigest(2);
    await setup.newBot().start();
    await expect.poll(news).toHaveLength(1);
    await aWhile();
    expect(news().map(({ chat }) => chat.id)).toEqual([1]);
    expect(api.done("sendMessage").filter(({ params }) => params.chat_id === 2)).toHaveLength(1);
  });

  test("to somebody who has blocked the bot ends what they follow", async () => {
    const { api, readers } = setup;
    await say("/subscribe Lạng Sơn");
    api.fail("sendMessage", {
      kind: "refuse",
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    index(OLD, meeting("new", "Vân Nam"));
    await expect.poll(() => readers.subscriptions()).toEqual([]);
    expect(readers.waitingDigests()).toEqual([]);
  });

  test("in a group goes there, in the language of who asked, and follows its moves", async () => {
    const { api, readers } = setup;
    const chat = group(-100);
    await say("/subscribe@visits_test_bot Lạng Sơn", { chat, from: user(3, "en") });
    readers.moveChat(-100, -200);
    api.chats.migrate(-100, -200);
    index(OLD, meeting("new", "Vân Nam"));
    await expect.poll(news).toHaveLength(1);
    expect(news()[0]).toMatchObject({
      chat: { id: -200 },
      text: /^🔔 1 visit new/u.exec(news()[0]!.text!)?.input,
    });
  });
});

describe("/subscriptions", () => {
  test("lists what the chat follows, each off with a tap", async () => {
    const { api } = setup;
    expect((await say("/subscriptions")).text).toMatch(/^Hiện chưa theo dõi gì/u);
    await say("/subscribe Lạng Sơn");
    await say("/subscribe Quảng Tây");
    const list = await say("/subscriptions");
    expect(texts(list)).toEqual(["🔕 Tắt: Lạng Sơn", "🔕 Tắt: Quảng Tây"]);
    const data = dataOf(list, "Lạng Sơn");
    api.press(list, data);
    await api.waitFor("editMessageReplyMarkup");
    api.press(list, data);
    await api.waitFor("answerCallbackQuery", {
      where: ({ params }) => params.text === "Mục này đã tắt trước đó.",
    });
    const left = api.chats.message(1, list.message_id)!;
    expect(texts(left)).toEqual(["🔕 Tắt: Quảng Tây"]);
    api.press(left, dataOf(left, "Quảng Tây"));
    await api.waitFor("editMessageText");
    expect(api.chats.message(1, list.message_id)?.text).toBe("Đã tắt theo dõi Quảng Tây.");
  });

  test("of another chat cannot be ended from here", async () => {
    const { api, readers } = setup;
    await say("/subscribe Lạng Sơn");
    const list = await say("/subscriptions");
    const other = await say("/subscriptions", { from: user(2) });
    api.press(other, dataOf(list, "Lạng Sơn"), user(2));
    await api.waitFor("answerCallbackQuery");
    expect(readers.subscriptions()).toHaveLength(1);
  });
});

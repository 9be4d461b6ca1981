import type { InlineKeyboardButton, Message } from "grammy/types";
import { beforeEach, describe, expect, test } from "vitest";
import type { Visit } from "../../../src/model/visit.ts";
import { registerOf, side, visit } from "../../visits/register/visits.ts";
import { group, user } from "./fake-chats.ts";
import { runningBot } from "./running-bot.ts";

const setup = runningBot();

const HEAD = "Nguyễn Văn Mẫu";
const host = (position: string) =>
  side({
    organisation: "UBND tỉnh Lạng Sơn",
    province: "Lạng Sơn",
    country: "Việt Nam",
    head: HEAD,
    people: [{ name: HEAD, position }],
  });
const guest = side({
  organisation: "Chính quyền thành phố Sùng Tả",
  province: "Quảng Tây",
  country: "Trung Quốc",
});
const told = (id: string, year: number, position: string): Visit =>
  visit(id, {
    date: { year, month: 3, day: 2 },
    host: host(position),
    guest,
    sources: [
      {
        articleId: `bai-${id}`,
        title: `Bài <${id}>`,
        link: `https://bao.example/${id}`,
        quote: `Ngày 2/3/${year}, UBND tỉnh Lạng Sơn, do ông ${HEAD} dẫn đầu, tiếp Chính quyền thành phố Sùng Tả.`,
        start: 0,
        end: 9,
      },
    ],
  });
const VISITS = [
  ...Array.from({ length: 11 }, (_, i) => told(`a${i}`, 2010 + i, "Phó Chủ tịch UBND tỉnh")),
  told("b", 2022, "Chủ tịch UBND tỉnh"),
];

beforeEach(() => {
  const { register } = registerOf(VISITS);
  setup.engine.register = () => register;
});

const keys = (message: Message): InlineKeyboardButton[] =>
  message.reply_markup?.inline_keyboard.flat() ?? [];
const texts = (message: Message) => keys(message).map(({ text }) => text);
const dataOf = (message: Message, text: string) =>
  (keys(message).find((key) => key.text === text) as { callback_data: string }).callback_data;

describe("a message that is only a name", () => {
  test.each(["Nguyễn Văn Mẫu", "nguyen van mau", "Ông Nguyễn Văn Mẫu"])(
    "of a person (%s) gets their offices by date and the newest meetings, with sources",
    async (text) => {
      const { api, engine } = setup;
      api.say(text);
      const page = await api.reply();
      expect(page.text).toContain(
        "• 2010–2020: Phó Chủ tịch UBND tỉnh [1]\n• 2022: Chủ tịch UBND tỉnh [2]",
      );
      expect(page.text).toContain("12 chuyến thăm, cuộc gặp, từ 2010 đến 2022; 10 lần gần nhất:");
      expect(page.text).toContain(
        "1. 2/3/2022: UBND tỉnh Lạng Sơn (Nguyễn Văn Mẫu) tiếp Chính quyền thành phố Sùng Tả [2]",
      );
      expect(page.text).toContain("[2] Bài <b>");
      expect(texts(page)).toEqual([..."123456789", "10", "Tất cả (12)", "🔔 Theo dõi"]);
      expect(page.entities).toContainEqual(
        expect.objectContaining({ type: "text_link", url: "https://bao.example/b" }),
      );
      expect(engine.asked).toEqual([]);
    },
  );

  test.each(["Sùng Tả", "sung ta", "崇左"])(
    "of a place (%s) gets who spoke for it, and its meetings",
    async (text) => {
      setup.api.say(text);
      const page = await setup.api.reply();
      expect(page.text).toMatch(/^Sùng Tả\n\n12/u);
    },
  );

  test("of a Vietnamese province tells its partners and who led", async () => {
    setup.api.say("Lạng Sơn");
    const { text } = await setup.api.reply();
    expect(text).toContain("Đối tác: Quảng Tây (12)");
    expect(text).toContain("• Nguyễn Văn Mẫu, Chủ tịch UBND tỉnh [1]");
  });

  test("leads to the card of a meeting and to the whole list", async () => {
    const { api } = setup;
    api.say(HEAD);
    const page = await api.reply();
    api.press(page, dataOf(page, "2"));
    await api.waitFor("editMessageText", { count: 1 });
    expect(api.chats.message(1, page.message_id)?.text).toContain("02/03/2020");
    api.press(page, dataOf(page, "Tất cả (12)"));
    await api.waitFor("editMessageText", { count: 2 });
    expect(api.chats.message(1, page.message_id)?.text).toMatch(/^12 chuyến thăm/u);
  });

  test("of nobody known, or with more than a name, is a question", async () => {
    const { api, engine } = setup;
    const questions = ["Trần Văn Khác", "Sùng Tả 2019", "Sùng Tả?", "phó chủ tịch"];
    for (const [i, text] of questions.entries()) {
      api.say(text);
      await api.reply(i + 1);
    }
    expect(engine.asked).toEqual(expect.arrayContaining(["Trần Văn Khác", "Sùng Tả 2019"]));
    expect(api.sent().filter(({ text }) => text?.includes("🔔"))).toEqual([]);
  });

  test("is what a follow-up refers to", async () => {
    const { api, engine } = setup;
    api.say(HEAD);
    await api.reply(1);
    api.say("ông ấy sinh năm nào?");
    await api.reply(2);
    expect(engine.asked).toEqual(["Ông Nguyễn Văn Mẫu sinh năm nào?"]);
  });

  test("in a group is shown to who means the bot, in their language", async () => {
    const { api } = setup;
    const chat = group();
    api.say("Sùng Tả", { chat });
    api.say("@visits_test_bot Sùng Tả", { chat, from: user(2, "en") });
    expect((await api.reply()).text).toContain("12 visits or meetings, 2010 to 2022");
  });
});

describe("the latest", () => {
  test.each(["/latest", "Tin mới nhất", "có tin gì mới không", "最新消息"])(
    "%s shows the newest visits and articles",
    async (text) => {
      setup.api.say(text);
      const page = await setup.api.reply();
      expect(page.text).toContain("1. 2/3/2022: UBND tỉnh Lạng Sơn");
      expect(page.text).toContain("Bài viết mới nhất:\n• Bài viết 1");
      expect(texts(page)).toEqual([..."12345", "Tất cả chuyến thăm", "Tất cả bài viết"]);
    },
  );

  test("leads to the list of articles", async () => {
    const { api } = setup;
    api.say("/latest");
    const page = await api.reply();
    api.press(page, dataOf(page, "Tất cả bài viết"));
    await api.waitFor("editMessageText");
    expect(api.chats.message(1, page.message_id)?.text).toMatch(/^Kho tư liệu có 20 bài/u);
  });

  test("leaves questions for the latest visit to the register", async () => {
    const { api, engine } = setup;
    api.say("Chuyến thăm mới nhất của đoàn Sùng Tả là khi nào?");
    await api.reply();
    expect(engine.asked).toHaveLength(1);
  });
});

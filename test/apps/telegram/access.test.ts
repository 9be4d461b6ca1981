import { describe, expect, test } from "vitest";
import { group, user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";

describe("with a list of allowed chats", () => {
  const setup = runningBot({ allowedChats: [5, -1001] });
  const texts = () => setup.api.sent().map((message) => message.text!);

  test("a stranger is told once, with the id that an admin needs", async () => {
    const { api } = setup;
    for (const text of ["một", "hai", "/help"]) api.say(text, { from: user(9) });
    api.say("/help", { from: user(5) });
    await api.reply(2);
    await api.confirmed();
    expect(texts()).toHaveLength(2);
    expect(texts()[0]).toContain("9");
    expect(texts()[1]).toContain("/ask");
    expect(setup.engine.asked).toEqual([]);
  });

  test("allowed chats, allowed users and admins are served wherever they write", async () => {
    const { api } = setup;
    api.say("/help@visits_test_bot", { from: user(9), chat: group(-1001) });
    api.say("/help@visits_test_bot", { from: user(5), chat: group(-1002) });
    api.say("/help", { from: user(ADMIN_ID) });
    await api.reply(3);
    for (const text of texts()) expect(text).toContain("/ask");
  });

  test("in a foreign group only who means the bot is answered", async () => {
    const { api } = setup;
    const chat = group(-1002);
    api.say("chào cả nhóm", { from: user(9), chat });
    api.say("@visits_test_bot ai tiếp đoàn?", { from: user(9), chat });
    api.say("/help@visits_test_bot", { from: user(10), chat });
    await api.reply(1);
    await api.confirmed();
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain("-1002");
  });

  test("a button of a chat that is no longer allowed says so", async () => {
    const { api } = setup;
    const message = api.chats.addFromBot(9, { text: "x" });
    api.press(message, "src:0", user(9));
    const [call] = await api.waitFor("answerCallbackQuery");
    expect(String(call!.params.text)).toContain("đã đăng ký");
  });
});

describe("limits of a user", () => {
  const setup = runningBot({ limitPerMinute: 3, limitPerDay: 5 });
  const outcomes = async () => {
    await setup.api.confirmed();
    await expect.poll(() => setup.bot.queueLength).toBe(0);
    return setup.api.sent().map((message) => message.text!.slice(0, 12));
  };

  test("within a minute are told once, admins have none, others are not held up", async () => {
    const { api, engine } = setup;
    for (let i = 0; i < 6; i++) api.say(`câu ${i}`, { from: user(1) });
    for (let i = 0; i < 6; i++) api.say(`quản trị ${i}`, { from: user(ADMIN_ID) });
    api.say("câu khác", { from: user(2) });
    api.say("/help", { from: user(1) });
    await api.waitFor("sendMessage", { count: 12 });
    const told = (await outcomes()).filter((text) => text.startsWith("Mỗi phút"));
    expect(told).toHaveLength(1);
    expect(engine.asked.filter((q) => q.startsWith("câu "))).toHaveLength(4);
    expect(engine.asked.filter((q) => q.startsWith("quản trị"))).toHaveLength(6);
  });

  test("on a day outlive a restart", async () => {
    const { api, bot, engine } = setup;
    for (let i = 0; i < 3; i++) api.say(`câu ${i}`);
    await api.reply(3);
    await bot.stop();
    const second = setup.newBot({ limitPerMinute: null });
    await second.start();
    for (let i = 3; i < 8; i++) api.say(`câu ${i}`);
    await api.reply(6);
    await api.confirmed();
    await expect.poll(() => second.queueLength).toBe(0);
    expect(engine.asked).toHaveLength(5);
    expect(api.sent().at(-1)!.text).toContain("Hôm nay bạn đã hỏi hết 5 câu");
    expect(api.sent()).toHaveLength(6);
  });
});

describe("limits of the queue", () => {
  const setup = runningBot({ queueLimits: { perChat: 4, inAll: 6 } });

  test("are told politely and once; what was taken is answered in order", async () => {
    const { api, engine } = setup;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const respond = engine.respond;
    engine.respond = async (question) => {
      await held;
      return await respond(question);
    };
    for (let i = 0; i < 9; i++) api.say(`câu ${i}`, { from: user(1) });
    await expect.poll(() => api.sent().map((m) => m.text!.slice(0, 9))).toEqual(["Còn nhiều"]);
    for (const id of [2, 3, 4, 4, 5]) api.say("câu", { from: user(id) });
    await api.reply(3);
    release();
    await api.waitFor("sendMessage", { count: 3 + 6 });
    const notices = api.sent().slice(1, 3);
    expect(notices.map((m) => [m.chat.id, m.text!.slice(0, 15)])).toEqual([
      [4, "Hiện có quá nhi"],
      [5, "Hiện có quá nhi"],
    ]);
    expect(engine.asked.filter((q) => /\d/u.test(q))).toEqual(["câu 0", "câu 1", "câu 2", "câu 3"]);
  });
});

describe("a question that has waited", () => {
  const setup = runningBot();
  const ago = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;
  const texts = () => setup.api.sent().map((message) => message.text!);

  test("for an hour is answered, with one apology a chat", async () => {
    const { api, engine } = setup;
    for (const text of ["một", "hai"]) api.say({ text, date: ago(60) });
    api.say("ba");
    await api.reply(4);
    expect(engine.asked).toEqual(["một", "hai", "ba"]);
    expect(texts()[0]).toContain("trả lời muộn");
    expect(texts().filter((text) => text.includes("trả lời muộn"))).toHaveLength(1);
  });

  test("for days is not: its chat is asked to send it again", async () => {
    const { api, engine } = setup;
    for (const text of ["một", "hai"]) api.say({ text, date: ago(3 * 24 * 60) });
    api.say("ba");
    await api.reply(2);
    expect(engine.asked).toEqual(["ba"]);
    expect(texts()[0]).toContain("gửi lại câu hỏi");
  });
});

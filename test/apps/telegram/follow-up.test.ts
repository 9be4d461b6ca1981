import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { group, user } from "./fake-chats.ts";
import { runningBot } from "./running-bot.ts";

const setup = runningBot();
const FIRST = "Ai tiếp đoàn Bằng Tường?";
const FOLLOW_UP = "còn ông ấy giữ chức gì?";
const FULL = "Ông Nguyễn Văn Mẫu giữ chức gì?";

/** Asks a question and a follow-up. @returns The answer to the follow-up. */
async function askTwice(): Promise<Message> {
  const { api } = setup;
  api.say(FIRST);
  await api.reply(1);
  api.say(FOLLOW_UP);
  return await api.reply(2);
}

describe("a follow-up", () => {
  test("is answered as the full question that stands above the answer", async () => {
    const reply = await askTwice();
    expect(setup.engine.asked).toEqual([FIRST, FULL]);
    expect(reply.text!.startsWith(`Tôi hiểu câu hỏi là: ${FULL}\n\n• Ông Nguyễn Văn Mẫu`)).toBe(
      true,
    );
    expect(String(setup.api.done("sendMessage")[1]!.params.text)).toMatch(
      /^<i>Tôi hiểu câu hỏi là: .*<\/i>\n/,
    );
    expect(setup.api.sent()[0]!.text).not.toContain("Tôi hiểu câu hỏi");
  });

  test("refers to its own chat only, and for 30 minutes", async () => {
    const { api, engine, clock } = setup;
    api.say(FIRST);
    await api.reply(1);
    api.say(FOLLOW_UP, { from: user(2) });
    await api.reply(2);
    api.say(`@visits_test_bot ${FOLLOW_UP}`, { chat: group() });
    await api.reply(3);
    clock.ms = 30 * 60_000 + 1;
    api.say(FOLLOW_UP);
    await api.reply(4);
    // To nothing that was said before: each is asked which visit is meant.
    expect(engine.asked).toEqual([FIRST]);
    const texts = api
      .sent()
      .slice(1)
      .map(({ text }) => text);
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).toContain("chuyến thăm nào");
  });

  test("works in a group, as a reply and with /ask", async () => {
    const { api, engine } = setup;
    const chat = group();
    api.say(`@visits_test_bot ${FIRST}`, { chat });
    const first = await api.reply(1);
    api.say({ text: FOLLOW_UP, reply_to_message: first as never }, { chat });
    await api.reply(2);
    api.say("/ask Ông ấy gặp ai?", { chat });
    await api.reply(3);
    expect(engine.asked).toEqual([FIRST, FULL, "Ông Nguyễn Văn Mẫu gặp ai?"]);
  });

  test("leaves nothing behind for a full question", async () => {
    const { api, engine } = setup;
    await askTwice();
    api.say("Ai dẫn đầu đoàn Lào Cai?");
    const reply = await api.reply(3);
    expect(engine.asked.at(-1)).toBe("Ai dẫn đầu đoàn Lào Cai?");
    expect(reply.text).not.toContain("Tôi hiểu câu hỏi");
  });

  test("has buttons that work on the full question, also after a restart", async () => {
    const { api, feedback, bot } = setup;
    const reply = await askTwice();
    api.press(reply, "fb:up");
    await api.waitFor("answerCallbackQuery", { count: 1 });
    api.press(reply, "more:0");
    expect((await api.reply(3)).text).toContain("Đoạn trích số 3");
    await bot.stop();
    await setup.newBot().start();
    api.press(reply, "fb:down");
    await api.waitFor("answerCallbackQuery", { count: 3 });
    expect(feedback.map(({ question, verdict }) => [question, verdict])).toEqual([
      [FULL, "up"],
      [FULL, "down"],
    ]);
  });
});

describe("/reset", () => {
  test("makes the bot forget the last question of the chat", async () => {
    const { api, engine } = setup;
    api.say(FIRST);
    await api.reply(1);
    api.say("/reset");
    expect((await api.reply(2)).text).toBe("Đã xóa ngữ cảnh. Mời bạn đặt câu hỏi mới.");
    api.say(FOLLOW_UP);
    expect((await api.reply(3)).text).toContain("chuyến thăm nào");
    expect(engine.asked).toEqual([FIRST]);
  });

  test("answers in the user's language and stands in every menu", async () => {
    const { api } = setup;
    api.say("/reset", { from: user(5, "en") });
    expect((await api.reply(1)).text).toMatch(/^Context cleared/);
    await api.waitFor("setMyCommands", { count: 8 });
    for (const { params } of api.done("setMyCommands"))
      expect((params.commands as { command: string }[]).map((c) => c.command)).toContain("reset");
  });
});

import type { Chat, Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { group, user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";
import { answered } from "./samples.ts";

const setup = runningBot();
const keys = (message: Message) =>
  message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];

/** Answers that repeat the question. */
const repeat = () => {
  setup.engine.respond = (question) => answered(question, { answer: `Trả lời: ${question}` });
};

/** The bot's message as it stands now. */
const now = ({ chat, message_id }: Message) => setup.api.chats.message(chat.id, message_id)!;

describe("a question that is edited", () => {
  test("gets its answer edited, with the buttons of the new one", async () => {
    const { api, feedback } = setup;
    repeat();
    const asked = api.say("Ai tiếp đoàn Bằng Tườn?");
    const reply = await api.reply();
    api.edit(asked, { text: "Ai tiếp đoàn Bằng Tường?" });
    await api.waitFor("editMessageText");
    expect(now(reply).text).toContain("Trả lời: Ai tiếp đoàn Bằng Tường?");
    expect(keys(now(reply))).toContain("👍");
    expect(api.sent()).toHaveLength(1);
    api.press(now(reply), "fb:up");
    await api.waitFor("answerCallbackQuery");
    expect(feedback[0]?.question).toBe("Ai tiếp đoàn Bằng Tường?");
  });

  test("that reads the same (a preview, a reaction) is left alone", async () => {
    const { api, engine } = setup;
    const asked = api.say("Ai tiếp đoàn Bằng Tường?");
    await api.reply();
    api.edit(asked, {});
    await api.confirmed();
    api.say("Ai tiếp đoàn Sùng Tả?");
    await api.reply(2);
    expect(engine.asked).toHaveLength(2);
    expect(api.done("editMessageText")).toEqual([]);
  });

  test("is understood from what came before it, however long the chat went on since", async () => {
    const { api, engine } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    await api.reply(1);
    const followUp = api.say("còn ông ấy giữ chức gì?");
    await api.reply(2);
    api.say("Ai tiếp đoàn Sùng Tả?");
    await api.reply(3);
    api.edit(followUp, { text: "ông ấy sinh năm nào?" });
    await api.waitFor("editMessageText");
    expect(engine.asked.at(-1)).toBe("Ông Nguyễn Văn Mẫu sinh năm nào?");
  });

  test("whose answer grows or shrinks changes the number of messages", async () => {
    const { api, engine } = setup;
    const long = "Một câu dài kể lại toàn bộ nội dung của buổi làm việc. ".repeat(160);
    engine.respond = (question) =>
      answered(question, question.includes("hết") ? { answer: long } : {});
    const asked = api.say("Kể hết đi?");
    await api.waitFor("sendMessage", { count: 3 });
    api.edit(asked, { text: "Ai tiếp đoàn Sùng Tả?" });
    await api.waitFor("deleteMessage", { count: 2 });
    api.edit(asked, { text: "Kể hết đi?" });
    await api.waitFor("sendMessage", { count: 5 });
  });

  test("gets a new answer where the old one was deleted", async () => {
    const { api } = setup;
    repeat();
    const asked = api.say("Ai tiếp đoàn Bằng Tườn?");
    const reply = await api.reply(1);
    api.chats.remove(reply.chat.id, reply.message_id);
    api.edit(asked, { text: "Ai tiếp đoàn Sùng Tả?" });
    expect((await api.reply(2)).text).toContain("Ai tiếp đoàn Sùng Tả?");
  });

  test("is known after a restart", async () => {
    const { api } = setup;
    repeat();
    const asked = api.say("Ai tiếp đoàn Bằng Tườn?");
    const reply = await api.reply();
    await api.confirmed();
    await setup.bot.stop();
    await setup.newBot().start();
    api.edit(asked, { text: "Ai tiếp đoàn Bằng Tường?" });
    await api.waitFor("editMessageText");
    expect(now(reply).text).toContain("Ai tiếp đoàn Bằng Tường?");
  });

  test("is found in groups, behind /ask as behind a mention", async () => {
    const { api } = setup;
    repeat();
    const chat = group();
    const one = api.say("/ask@visits_test_bot Ai tiếp đoàn Bằng Tườn?", { chat });
    const first = await api.reply(1);
    api.edit(one, { text: "/ask@visits_test_bot Ai tiếp đoàn Sùng Tả?" });
    await api.waitFor("editMessageText", { count: 1 });
    expect(now(first).text).toContain("Ai tiếp đoàn Sùng Tả?");
    const silent = api.say("Chào cả nhóm", { chat });
    api.edit(silent, { text: "Chào cả nhóm nhé" });
    const other = api.say("Hỏi sau", { chat });
    api.edit(other, { text: "@visits_test_bot Ai dẫn đầu đoàn Lào Cai?" });
    expect((await api.reply(2)).text).toContain("Ai dẫn đầu đoàn Lào Cai?");
  });

  test("is not taken for one where an admin edits what is to be added", async () => {
    const { api, engine } = setup;
    const from = user(ADMIN_ID);
    const sent = api.say("https://bao.example/1", { from });
    await api.reply(1);
    api.edit(sent, { text: "https://bao.example/2" });
    api.say("Ai tiếp đoàn Sùng Tả?", { from });
    await api.waitFor("sendMessage", { where: ({ params }) => /Mẫu/u.test(String(params.text)) });
    expect(engine.asked).toEqual(["Ai tiếp đoàn Sùng Tả?"]);
  });
});

const CHANNEL = { id: -1009, type: "channel", title: "Kênh" } as Chat.ChannelChat;
const bots = {
  "an anonymous admin of a group": {
    from: { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" },
    sender_chat: group(),
  },
  "somebody who posts as a channel": {
    from: { id: 136817688, is_bot: true, first_name: "Channel", username: "Channel_Bot" },
    sender_chat: CHANNEL,
  },
};

describe.each(Object.entries(bots))("%s", (_, { from, sender_chat }) => {
  const ask = (text: string, as: Chat = sender_chat) =>
    setup.api.say({ text, sender_chat: as }, { from, chat: group() });

  test("is answered when mentioning the bot or by command", async () => {
    ask("@visits_test_bot Ai tiếp đoàn Bằng Tường?");
    expect((await setup.api.reply(1)).text).toContain("Nguyễn Văn Mẫu");
    ask("/ask@visits_test_bot Ai tiếp đoàn Sùng Tả?");
    expect((await setup.api.reply(2)).text).toContain("Nguyễn Văn Mẫu");
  });

  test("stays apart from others whom Telegram shows as the same bot", async () => {
    ask("@visits_test_bot Ai tiếp đoàn Bằng Tường?");
    await setup.api.reply(1);
    ask("@visits_test_bot còn ông ấy giữ chức gì?", { ...CHANNEL, id: -1010 });
    await setup.api.reply(2);
    expect(setup.engine.asked).not.toContain("Ông Nguyễn Văn Mẫu giữ chức gì?");
  });
});

test("another bot is not answered", async () => {
  const { api, engine } = setup;
  const from = { ...user(5), is_bot: true };
  api.say("@visits_test_bot Ai tiếp đoàn Sùng Tả?", { from, chat: group() });
  api.say("@visits_test_bot Ai dẫn đầu đoàn Bằng Tường?", { chat: group() });
  await api.reply();
  expect(engine.asked).toEqual(["Ai dẫn đầu đoàn Bằng Tường?"]);
});

describe("what holds no question in writing", () => {
  test.each([
    ["voice", { voice: { file_id: "v" } }, /tin nhắn thoại/u],
    ["a photo", { photo: [{ file_id: "p" }] }, /chú thích/u],
    ["a sticker", { sticker: { file_id: "s" } }, /gõ câu hỏi/u],
    ["a document", { document: { file_id: "d" } }, /quản trị viên/u],
  ])("%s is told what to do, in groups where it answers the bot", async (_, content, hint) => {
    const { api } = setup;
    api.say(content as Partial<Message>);
    const told = await api.reply(1);
    expect(told.text).toMatch(hint);
    const chat = group();
    api.say(content as Partial<Message>, { chat });
    api.say({ ...content, reply_to_message: told } as Partial<Message>, { chat });
    expect((await api.reply(2)).text).toMatch(hint);
    await api.confirmed();
    expect(api.sent()).toHaveLength(2);
  });
});

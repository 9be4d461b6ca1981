import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import type { Chat, InlineKeyboardButton, Message, User } from "grammy/types";
import { describe, expect, test } from "vitest";
import { DatabaseError } from "../../../src/storage/postgres/index.ts";
import { BOT, group, privateChat, user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";
import { answered, citation } from "./samples.ts";

const setup = runningBot();

const buttons = (message: Message): InlineKeyboardButton[] =>
  message.reply_markup?.inline_keyboard.flat() ?? [];
const data = (message: Message) =>
  buttons(message).map((button) => ("callback_data" in button ? button.callback_data : null));

/** What the bot has written in a chat: asks for the help there and gives what came before it. */
async function repliesBefore(
  from: User = user(1),
  chat: Chat = privateChat(from),
): Promise<Message[]> {
  const help = setup.api.say("/help", { from, chat });
  const isHelp = (text: unknown) => String(text).startsWith("Gửi câu hỏi bằng");
  await setup.api.waitFor("sendMessage", { where: (call) => isHelp(call.params.text) });
  return setup.api.sent().filter((m) => m.chat.id === help.chat.id && !isHelp(m.text));
}

describe("a question in a private chat", () => {
  test("is answered in one formatted message that stands right below it, with buttons", async () => {
    const { api, engine } = setup;
    api.say("  Ai tiếp đoàn Bằng Tường?\u00a0");
    const reply = await api.reply();
    expect(engine.asked).toEqual(["Ai tiếp đoàn Bằng Tường?"]);
    expect(reply.text).toContain("Ông Nguyễn Văn Mẫu chủ trì buổi tiếp đoàn. [1]");
    expect(reply.reply_to_message).toBeUndefined();
    expect(buttons(reply).map((b) => b.text)).toEqual(["👍", "👎", "Xem thêm"]);
    const [call] = api.done("sendMessage");
    expect(call!.params).toMatchObject({
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    });
    expect(api.done("sendChatAction")).toEqual([]);
  });

  test("that takes its time shows that the bot is typing", async () => {
    const { api, engine } = setup;
    engine.respond = async (question) => {
      await sleep(200);
      return answered(question);
    };
    api.say("Ai tiếp đoàn Bằng Tường?");
    await api.reply();
    // The command menus of the start may come in between.
    const sending = api.calls.map(({ method }) => method).filter((name) => /^send/u.test(name));
    expect(sending).toEqual(["sendChatAction", "sendMessage"]);
  });

  test("that the corpus does not answer is refused with the nearest articles", async () => {
    setup.api.say("Hôm nay thời tiết thế nào?");
    const reply = await setup.api.reply();
    expect(reply.text).toMatch(/^Tôi không tìm thấy/);
    expect(reply.text).toContain("Tiếp đoàn công tác thứ 1");
    expect(data(reply)).toEqual(["fb:up", "fb:down"]);
  });

  test("in the caption of a photo is answered too", async () => {
    setup.api.say({ caption: "Ai tiếp đoàn Bằng Tường?", photo: [] });
    expect((await setup.api.reply()).text).toContain("Nguyễn Văn Mẫu");
  });

  test("arrives as plain text where Telegram cannot parse the formatting", async () => {
    const { api } = setup;
    api.fail(
      "sendMessage",
      {
        kind: "refuse",
        code: 400,
        description: 'Bad Request: can\'t parse entities: Unsupported start tag "x"',
      },
      { where: (params) => params.parse_mode !== undefined },
    );
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    expect(reply.entities).toBeUndefined();
    expect(reply.text).toContain("https://bao.example/tin-1");
    expect(data(reply)).toContain("fb:up");
  });

  test("gets several messages where the answer is too long, buttons under the last", async () => {
    const { api, engine } = setup;
    const sentence = "Một câu dài kể lại toàn bộ nội dung của buổi làm việc. ";
    engine.respond = (question) => answered(question, { answer: sentence.repeat(160) });
    api.say("Kể hết đi?");
    const [first, ...others] = await api.waitFor("sendMessage", { count: 3 });
    expect(first!.params.reply_markup).toBeUndefined();
    expect(data(others.at(-1)!.result as Message)).toContain("fb:up");
  });

  test("is answered in order with the others of the chat, and beside those of other chats", async () => {
    const { api, engine } = setup;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    engine.respond = async (question) => {
      if (question.startsWith("chậm")) await held;
      return answered(question, { answer: question });
    };
    api.say("chậm 1", { from: user(1) });
    api.say("nhanh 2", { from: user(1) });
    api.say("nhanh 3", { from: user(2) });
    expect((await api.reply(1)).text).toMatch(/^nhanh 3/);
    release();
    await api.waitFor("sendMessage", { count: 3 });
    expect(api.sent().map((message) => message.text!.slice(0, 7))).toEqual([
      "nhanh 3",
      "chậm 1\n",
      "nhanh 2",
    ]);
  });

  test("that makes the engine fail is answered with what to do next, and logged without the text", async () => {
    const { api, engine, log } = setup;
    engine.respond = () => {
      throw new Error("no index for: BÍ MẬT");
    };
    api.say("BÍ MẬT ở đâu?");
    expect((await api.reply()).text).toBe(
      "Đã xảy ra lỗi khi tìm câu trả lời. Xin thử lại sau ít phút.",
    );
    expect(log.join("")).toContain("an update could not be handled");
    expect(log.join("")).not.toMatch(/BÍ MẬT|fake-token/);
  });
});

test("while the database is away, a question is told so, in its own words, and answered once it is back", async () => {
  const { api, engine } = setup;
  engine.respond = () => {
    throw new DatabaseError("away", "The database db/visits does not answer (ECONNREFUSED).");
  };
  api.say("Ai tiếp đoàn Bằng Tường?");
  expect((await api.reply(1)).text).toBe(
    "Kho bài viết tạm thời không truy cập được; bot đang tự kết nối lại. Xin thử lại sau ít phút.",
  );
  engine.respond = (question) =>
    answered(question, { answer: "rồi", spans: [], citations: [], more: [] });
  api.say("Ai tiếp đoàn Bằng Tường?");
  expect((await api.reply(2)).text).toBe("rồi");
});

describe("an error of ours behind a button", () => {
  test("is told in the button's answer, or in a message where that was given before", async () => {
    const { api, engine } = setup;
    const failed = "Đã xảy ra lỗi khi tìm câu trả lời. Xin thử lại sau ít phút.";
    api.say("/start");
    const welcome = await api.reply(1);
    engine.respond = () => {
      throw new Error("x");
    };
    engine.sources = () => {
      throw new Error("x");
    };
    api.press(welcome, "src:1");
    const [call] = await api.waitFor("answerCallbackQuery");
    expect(call!.params.text).toBe(failed);
    api.press(welcome, data(welcome)[0]!);
    expect((await api.reply(2)).text).toBe(failed);
  });
});

test("whatever people write, every message gets one reply that Telegram takes", async () => {
  const { api, engine, log } = setup;
  engine.respond = (question) =>
    answered(question, {
      answer: `${question} [1]`,
      spans: [{ start: 1, end: 7, type: "phrase" }],
      citations: [citation(1, { quote: question, title: question, source: question })],
    });
  const odd = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom("<", ">", "&", '"', "[1]", "</b>", "a", "\n"),
      minLength: 1,
    }),
    fc.constantFrom("x\ud800y", "\u202eabc", "a\u0301".repeat(400), "1 OR 1=1; --", "NEAR(a b)"),
  );
  const texts = fc.sample(odd, { numRuns: 200, seed: 7 });
  texts.forEach((text, i) => {
    api.say({ text, entities: [] }, { from: user(i + 1) });
  });
  await api.waitFor("sendMessage", { count: texts.length, timeoutMs: 60_000 });
  expect(new Set(api.sent().map((message) => message.chat.id)).size).toBe(texts.length);
  expect(api.calls.filter((call) => call.status !== 200)).toEqual([]);
  expect(log.filter((line) => !/^\{"level":"(?:debug|info)"/u.test(line))).toEqual([]);
});

describe("in a group", () => {
  const chat = group();

  test("the bot answers when mentioned, replied to or asked by command, and else is silent", async () => {
    const { api, engine } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?", { chat });
    api.say("/ask@other_bot Ai tiếp đoàn Bằng Tường?", { chat });
    api.say("/weather", { chat });
    api.say({ sticker: {} as never }, { chat });
    api.say("@visits_test_bot Câu 1?", { chat });
    const first = await api.reply(1);
    api.say({ text: "Câu 2?", reply_to_message: first as never }, { chat });
    await api.reply(2);
    api.say("/ask Câu 3?", { chat });
    await api.reply(3);
    expect(engine.asked).toEqual(["Câu 1?", "Câu 2?", "Câu 3?"]);
    expect(api.sent().every((message) => message.chat.id === chat.id)).toBe(true);
  });

  test("/ask without a question takes the message that it replies to, or explains itself", async () => {
    const { api, engine } = setup;
    const question = api.say("Ai tiếp đoàn Bằng Tường?", { chat });
    api.say({ text: "/ask", reply_to_message: question as never }, { chat });
    await api.reply(1);
    expect(engine.asked).toEqual(["Ai tiếp đoàn Bằng Tường?"]);
    api.say("/ask", { chat });
    expect((await api.reply(2)).text).toMatch(/^Xin viết câu hỏi sau lệnh/);
  });

  test("an unknown command is answered only where it names the bot", async () => {
    const { api } = setup;
    api.say("/nothing", { chat });
    api.say("/nothing@visits_test_bot", { chat });
    expect((await repliesBefore(user(1), chat)).map((m) => m.text)).toEqual([
      "Không có lệnh này. Gửi /help để xem cách sử dụng.",
    ]);
  });

  test("a greeting comes where the bot is added", async () => {
    setup.api.say({ new_chat_members: [BOT] }, { chat });
    expect((await setup.api.reply()).text).toContain("@visits_test_bot");
  });
});

describe("commands", () => {
  test("/start says what the bot knows and offers examples that are answered when pressed", async () => {
    const { api, engine } = setup;
    api.say("/start");
    const welcome = await api.reply(1);
    expect(welcome.text).toContain("20 bài viết");
    expect(buttons(welcome)).toHaveLength(3);
    api.press(welcome, data(welcome)[1]!);
    const answer = await api.reply(2);
    expect(engine.asked).toEqual([buttons(welcome)[1]!.text]);
    expect(answer.text!.startsWith(`${engine.asked[0]}\n\n`)).toBe(true);
    await api.waitFor("answerCallbackQuery");
  });

  test("/status tells the state of the collection", async () => {
    setup.api.say("/status");
    const reply = await setup.api.reply();
    expect(reply.text).toBe(
      "Kho tư liệu có 20 bài viết và 12 chuyến thăm, buổi tiếp, làm việc; cập nhật lúc 00:30 ngày 22/01/2025 (giờ Việt Nam).",
    );
  });

  test("/sources turns its pages in place, round the ends, and stands a malformed page", async () => {
    const { api } = setup;
    api.say("/sources");
    const list = await api.reply();
    expect(list.text).toContain("8. Bài viết 8");
    expect(data(list)).toEqual(["src:2", "src:0", "src:1"]);
    api.press(list, "src:2");
    await api.waitFor("editMessageText", { count: 1 });
    const last = api.chats.message(list.chat.id, list.message_id)!;
    expect(last.text).toContain("20. Bài viết 20");
    expect(data(last)).toEqual(["src:1", "src:2", "src:0"]);
    // A press on the page shown changes nothing and still ends the button's spinner.
    api.press(last, "src:2");
    api.press(last, "src:999999");
    api.press(last, "src:-1");
    api.press(last, "src:abc");
    await api.waitFor("answerCallbackQuery", { count: 5 });
    expect(setup.log.join("")).not.toContain("could not be handled");
  });

  test("speak the language of the user's Telegram", async () => {
    const { api } = setup;
    api.say("/help", { from: user(5, "en-GB") });
    api.say("/help", { from: user(6, "zh-hans") });
    api.say("/help", { from: user(7, "ru") });
    await api.waitFor("sendMessage", { count: 3 });
    const textFor = (id: number) => api.sent().find((m) => m.chat.id === id)!.text;
    expect(textFor(5)).toMatch(/^Send a question/);
    expect(textFor(6)).toMatch(/^请用/);
    expect(textFor(7)).toMatch(/^Gửi câu hỏi/);
  });

  test("are described in three languages, the admin's only to admins", async () => {
    const { api } = setup;
    await api.waitFor("setMyCommands", { count: 8 });
    const menus = api.done("setMyCommands").map(({ params }) => ({
      scope: params.scope as { type: string; chat_id?: number },
      language: params.language_code,
      names: (params.commands as { command: string }[]).map((c) => c.command),
    }));
    const everyone = menus.filter((menu) => menu.scope.type === "default");
    expect(everyone.map((menu) => menu.language)).toEqual([undefined, "vi", "en", "zh"]);
    for (const menu of everyone) expect(menu.names).not.toContain("reindex");
    const admins = menus.filter((menu) => menu.scope.chat_id === ADMIN_ID);
    expect(admins).toHaveLength(4);
    for (const menu of admins) expect(menu.names).toContain("reindex");
  });
});

describe("buttons under an answer", () => {
  test("store the verdict with question, answer and citations", async () => {
    const { api, feedback } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    api.press(reply, "fb:down", user(3));
    const [call] = await api.waitFor("answerCallbackQuery");
    expect(call!.params.text).toBe("Cảm ơn bạn, chúng tôi sẽ xem lại câu trả lời này.");
    const { question, answer, citations } = answered("Ai tiếp đoàn Bằng Tường?");
    expect(feedback).toEqual([
      {
        chatId: 1,
        messageId: reply.message_id,
        userId: 3,
        question,
        answer,
        citations,
        verdict: "down",
      },
    ]);
  });

  test("show further passages until there are none, each once", async () => {
    const { api } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply(1);
    api.press(reply, "more:0");
    const more = await api.reply(2);
    expect(more.text).toContain("Đoạn trích số 3");
    expect(more.text).toContain("Đoạn trích số 5");
    expect(data(more)).toEqual(["more:3"]);
    const original = api.chats.message(reply.chat.id, reply.message_id)!;
    expect(data(original)).toEqual(["fb:up", "fb:down"]);
    api.press(more, "more:3");
    const end = await api.reply(3);
    expect(end.text).toContain("Đoạn trích số 6");
    expect(data(end)).toEqual([]);
    api.press(reply, "more:4");
    const calls = await api.waitFor("answerCallbackQuery", { count: 3 });
    expect(calls[2]!.params.text).toBe("Không còn đoạn nào khác.");
  });

  test("still work after a restart, where the question can be read from the chat", async () => {
    const { api, feedback, bot } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    const private1 = await api.reply(1);
    api.say("/ask Ai tiếp đoàn Bằng Tường?", { chat: group() });
    const inGroup = await api.reply(2);
    await bot.stop();
    await setup.newBot().start();
    api.press(private1, "fb:up");
    api.press(inGroup, "fb:up");
    await api.waitFor("answerCallbackQuery", { count: 2 });
    expect(feedback.map((f) => [f.chatId, f.question])).toEqual([
      [1, "Ai tiếp đoàn Bằng Tường?"],
      [-1001, "Ai tiếp đoàn Bằng Tường?"],
    ]);
  });

  test("say politely that an answer is too old where it reads otherwise by now", async () => {
    const { api, feedback, bot, engine } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    await bot.stop();
    engine.respond = (question) => answered(question, { answer: "Bài đã được sửa. [1]" });
    await setup.newBot().start();
    api.press(reply, "fb:up");
    const [call] = await api.waitFor("answerCallbackQuery");
    expect(call!.params.text).toBe("Câu trả lời này đã cũ. Xin gửi lại câu hỏi.");
    expect(feedback).toEqual([]);
  });

  test("with data that the bot never gave are answered and change nothing", async () => {
    const { api, log } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    const odd = ["", "fb:", "fb:maybe", "more:", "more:-1", "ex:vi:9", "ex:fr:0", "\u0000", "😀"];
    for (const bad of odd) api.press(reply, bad);
    await api.waitFor("answerCallbackQuery", { count: odd.length });
    expect(api.sent()).toHaveLength(1);
    expect(log.join("")).not.toContain("could not be handled");
  });
});

describe("what is no question", () => {
  test.each([
    ["a question mark", "???"],
    ["invisible characters", "\u200b\u2060"],
  ])("%s gets a hint", async (_, text) => {
    setup.api.say(text);
    expect((await setup.api.reply()).text).toMatch(/^Xin gửi câu hỏi bằng chữ/);
    expect(setup.engine.asked).toEqual([]);
  });

  test("4096 characters of noise get a hint", async () => {
    setup.api.say("ạ<&".repeat(1365));
    expect((await setup.api.reply()).text).toMatch(/^Câu hỏi dài quá/);
  });

  test.each(["sticker", "voice", "photo", "document", "location", "dice"])(
    "a %s gets a hint",
    async (kind) => {
      setup.api.say({ [kind]: {} });
      expect((await setup.api.reply()).text).toMatch(/gõ câu hỏi/);
    },
  );

  test("albums without a caption and service messages are ignored on purpose", async () => {
    const { api, engine } = setup;
    api.say({ photo: [], media_group_id: "1" });
    api.say({ pinned_message: {} as never });
    api.say({ new_chat_title: "x" });
    expect(await repliesBefore()).toEqual([]);
    expect(engine.asked).toEqual([]);
  });

  test("an unknown command gets a hint", async () => {
    setup.api.say("/nothing at all");
    expect((await setup.api.reply()).text).toMatch(/^Không có lệnh này/);
  });
});

describe("a user who has blocked the bot", () => {
  test("does no harm and makes no noise", async () => {
    const { api, log } = setup;
    const blocked = {
      kind: "refuse",
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    } as const;
    const where = (params: Readonly<Record<string, unknown>>) => params.chat_id === 13;
    api.fail("sendMessage", blocked, { where });
    api.fail("sendChatAction", blocked, { where });
    api.say("Ai tiếp đoàn Bằng Tường?", { from: user(13) });
    expect(await repliesBefore(user(13))).toEqual([]);
    expect(log.filter((line) => !/^\{"level":"(?:debug|info)"/u.test(line))).toEqual([]);
  });
});

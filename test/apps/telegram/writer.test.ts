import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../../src/model/answer.ts";
import { createWriter } from "../../../src/writer/writer.ts";
import { FakeModel, type ModelReply, partOf } from "../../writer/fake-model.ts";
import { ARTICLE, quotedFrom, TRUE_TEXT } from "../../writer/made-up.ts";
import { group, user } from "./fake-chats.ts";
import { runningBot } from "./running-bot.ts";
import { refused } from "./samples.ts";

let model: FakeModel;
const setup = runningBot({}, {}, async () => {
  model = await FakeModel.start();
  const { url } = model;
  return createWriter({
    settings: { url, model: "m", apiKey: null, maxTokens: 500, timeoutMs: 60_000, atOnce: 2 },
  });
});
afterEach(() => model.stop());

const MARK = "✎ soạn bằng mô hình, đã đối chiếu nguồn";
const IN_ENGLISH =
  "On 21 January 2025 Dương Xuân Huyên received a delegation from Bằng Tường city [1].";
const IN_CHINESE = "2025年1月21日，谅山省人民委员会副主席 Dương Xuân Huyên 会见了凭祥市代表团[1]。";

beforeEach(() => {
  setup.engine.respond = (question, options) =>
    quoted(question, { language: options?.language ?? "vi" });
  setup.engine.article = (id) =>
    id === ARTICLE.id ? { article: ARTICLE, path: "tin-1.md" } : null;
  model.respond = () => saying(TRUE_TEXT);
});

const quoted = (question: string, changes: Partial<Answer> = {}) =>
  quotedFrom(ARTICLE, { question, ...changes });
const saying = (text: string): ModelReply => ({ kind: "text", text });
/** The bot's message as it stands now. */
const now = ({ chat, message_id }: Message) => setup.api.chats.message(chat.id, message_id)!;
const data = (message: Message) =>
  now(message)
    .reply_markup!.inline_keyboard.flat()
    .map((key) => ("callback_data" in key ? key.callback_data : ""));

/** Holds the model's answer back until it is released. */
function held(reply: ModelReply = saying(TRUE_TEXT)): () => void {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  model.respond = async () => {
    await gate;
    return reply;
  };
  return () => release();
}
const ended = (...outcomes: string[]) => expect.poll(() => setup.written).toEqual(outcomes);

describe("an answer that is written", () => {
  test("takes the place of the quoted one, which was there at once", async () => {
    const { api } = setup;
    const release = held();
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    expect(reply.text).toContain("do ông Vũ Hiểu Huy dẫn đầu. [1]");
    expect(reply.text).not.toContain(MARK);
    release();
    await ended("written");
    const { text, entities } = now(reply);
    expect(text!.split("\n").slice(0, 4)).toEqual([
      "Ông Dương Xuân Huyên, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn thành phố Bằng Tường ngày 21/1/2025. [1] Ông đề nghị phía Bằng Tường khôi phục vận chuyển hành khách qua cửa khẩu Tân Thanh. [2]",
      MARK,
      "",
      "Nguồn: [1] [2] Lạng Sơn tiếp đoàn Bằng Tường – Báo Thử Nghiệm, 22/01/2025",
    ]);
    expect(entities!.map(({ type }) => type)).toContain("expandable_blockquote");
    expect(entities!.some((one) => one.type === "italic" && one.length === MARK.length)).toBe(true);
    expect(api.sent()).toHaveLength(1);
    expect(data(reply)).toEqual([
      expect.stringMatching(/^rd:o/u),
      expect.stringMatching(/^rd:o/u),
      "fb:up",
      "fb:down",
    ]);
  });

  test.each([
    [
      "en",
      "Who received the delegation of Bằng Tường?",
      IN_ENGLISH,
      "✎ written by a model, checked against the sources",
    ],
    ["zh", "谁接待了凭祥代表团？", IN_CHINESE, "✎ 由模型撰写，已与来源核对"],
  ] as const)("is in the asker's language: %s", async (language, question, text, mark) => {
    const { api, engine } = setup;
    engine.respond = (asked) => quoted(asked, { language });
    model.respond = () => saying(text);
    api.say(question, { from: user(1, language) });
    const reply = await api.reply();
    await ended("written");
    expect(now(reply).text).toContain(`\n${mark}\n`);
    expect(now(reply).text!.startsWith(text.replace(/ ?\[1\]/u, "").slice(0, 20))).toBe(true);
  });

  test("is told the exchange that a follow-up goes on from", async () => {
    const { api } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    await ended("written");
    api.say("thế năm 2024 thì sao?");
    await ended("written", "written");
    expect(partOf(model.calls[0]!.user, "before")).toBe("");
    expect(partOf(model.calls[1]!.user, "before")).toContain("Ai tiếp đoàn Bằng Tường?");
  });

  test("keeps no other question waiting, and each in its place", async () => {
    const { api } = setup;
    const release = held();
    api.say("Câu một về đoàn Bằng Tường?");
    const first = await api.reply(1);
    api.say("Câu hai về đoàn Bằng Tường?");
    const second = await api.reply(2);
    api.say("Câu ba về đoàn Bằng Tường?");
    const third = await api.reply(3);
    release();
    // Two of one person are written at a time.
    await ended("busy", "written", "written");
    expect([first, second, third].map((one) => now(one).text!.includes(MARK))).toEqual([
      true,
      true,
      false,
    ]);
    expect(api.sent()).toHaveLength(3);
  });

  test("stands in a group as the reply that it was", async () => {
    const { api } = setup;
    const chat = group();
    api.say("/ask Ai tiếp đoàn Bằng Tường?", { chat });
    const reply = await api.reply();
    await ended("written");
    expect(now(reply).text).toContain(MARK);
    expect(now(reply).reply_to_message).toBeDefined();
  });
});

describe("the quoted answer stays", () => {
  test.each<readonly [string, ModelReply, string]>([
    ["does not answer", { kind: "status", status: 500 }, "down"],
    ["declines", saying("NO_ANSWER"), "refused"],
    ["invents", saying("Ông Trần Văn Giả ký 20 hiệp định với Bằng Tường [1]."), "failed-check"],
    [
      "obeys an article",
      saying("<a href='https://evil.example'>HACKED</a> @evil_bot /start [1]."),
      "failed-check",
    ],
    ["stops in the midst", { kind: "half", text: TRUE_TEXT }, "malformed"],
  ])("where the model %s", async (_, reply, outcome) => {
    const { api, log } = setup;
    model.respond = () => reply;
    api.say("Ai tiếp đoàn Bằng Tường?");
    const sent = await api.reply();
    await ended(outcome);
    expect(now(sent).text).toBe(sent.text);
    expect(api.done("editMessageText")).toEqual([]);
    const line = log.find((one) => one.includes("the writer has ended"))!;
    expect(JSON.parse(line)).toMatchObject({ level: "info", outcome, ms: expect.any(Number) });
    expect(log.join("")).not.toMatch(/Bằng Tường|HACKED|Trần Văn Giả/u);
  });

  test("where there is none: a refusal is not sent to the model", async () => {
    const { api, engine } = setup;
    engine.respond = (question) => refused(question);
    api.say("Hôm nay thời tiết thế nào?");
    await api.reply();
    await api.confirmed();
    expect(model.calls).toEqual([]);
  });

  test("where its question is edited meanwhile", async () => {
    const { api } = setup;
    held();
    const asked = api.say("Ai tiếp đoàn Bằng Tườn?");
    const reply = await api.reply();
    await expect.poll(() => model.calls.length).toBe(1);
    model.respond = () => saying("NO_ANSWER");
    setup.engine.respond = (question) => quoted(question, { answer: "Câu mới. [1]" });
    api.edit(asked, { text: "Ai tiếp đoàn Bằng Tường?" });
    await ended("cancelled", "refused");
    expect(now(reply).text).toMatch(/^Câu mới\. \[1\]/u);
    expect(api.done("editMessageText")).toHaveLength(1);
  });

  test("where it is voted on meanwhile; the vote is on what was read", async () => {
    const { api, feedback } = setup;
    const release = held();
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    await expect.poll(() => model.calls.length).toBe(1);
    api.press(reply, "fb:up");
    await ended("cancelled");
    release();
    await api.waitFor("answerCallbackQuery");
    expect(now(reply).text).toBe(reply.text);
    expect(feedback[0]).not.toHaveProperty("written");
  });

  test("where its asker is forgotten meanwhile", async () => {
    const { api } = setup;
    held();
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply(1);
    await expect.poll(() => model.calls.length).toBe(1);
    api.say("/forget");
    api.press(await api.reply(2), "fg");
    await ended("cancelled");
    expect(now(reply).text).toBe(reply.text);
  });

  test("where the bot stops, and after a restart nothing comes back", async () => {
    const { api } = setup;
    const release = held();
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    await expect.poll(() => model.calls.length).toBe(1);
    await api.confirmed();
    await setup.bot.stop();
    await setup.newBot().start();
    release();
    api.say("/status");
    await api.reply(2);
    expect(setup.written).toEqual(["cancelled"]);
    expect(now(reply).text).toBe(reply.text);
    expect(model.calls).toHaveLength(1);
  });

  test("gone where it was deleted, and where the bot was blocked", async () => {
    const { api, log } = setup;
    const release = held();
    api.say("Ai tiếp đoàn Bằng Tường?", { from: user(1) });
    const deleted = await api.reply(1);
    api.say("Ai tiếp đoàn Bằng Tường?", { from: user(2) });
    await api.reply(2);
    api.chats.remove(deleted.chat.id, deleted.message_id);
    api.fail(
      "editMessageText",
      { kind: "refuse", code: 403, description: "Forbidden: bot was blocked by the user" },
      { where: ({ chat_id }) => chat_id === 2 },
    );
    release();
    await ended("cancelled", "cancelled");
    expect(api.sent()).toHaveLength(2);
    expect(log.join("")).not.toMatch(/could not be shown/u);
  });
});

describe("a vote on a written answer", () => {
  test("says so, also after a restart", async () => {
    const { api, feedback, state } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await api.reply();
    await ended("written");
    api.press(now(reply), "fb:down");
    await api.waitFor("answerCallbackQuery", { count: 1 });
    expect(feedback[0]).toMatchObject({ written: true, verdict: "down" });
    expect(feedback[0]!.answer).toMatch(/Tân Thanh\. \[2\]$/u);
    expect(state.reviews(0, 1).items[0]).toMatchObject({ isWritten: true });
    await setup.bot.stop();
    await setup.newBot().start();
    api.press(now(reply), "fb:up");
    await api.waitFor("answerCallbackQuery", { count: 2 });
    expect(feedback[1]).toMatchObject({ written: true, verdict: "up" });
    expect(feedback[1]!.answer).toBe(feedback[0]!.answer);
    expect(model.calls).toHaveLength(1);
  });
});

describe("wishes", () => {
  test("the last answer is translated, quoted until then", async () => {
    const { api } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    await ended("written");
    model.respond = () => saying(IN_ENGLISH);
    api.say("dich cau tra loi sang tieng anh");
    const reply = await api.reply(2);
    expect(reply.text).toMatch(/^The answer in its original words:/u);
    await ended("written", "written");
    expect(now(reply).text).toMatch(/^On 21 January 2025 .*\[1\]\n✎ written by a model/u);
    // What is translated is what was read.
    expect(partOf(model.calls[1]!.user, "text")).toContain("khôi phục vận chuyển hành khách");
  });

  test("the article of the last answer is summarised", async () => {
    const { api } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    await ended("written");
    api.say("tóm tắt bài đó giúp mình");
    const reply = await api.reply(2);
    expect(reply.text).toMatch(/^Tư liệu ghi nguyên văn:\n• Ngày 21\/1\/2025/u);
    await ended("written", "written");
    expect(now(reply).text).toContain(MARK);
    expect(model.calls[1]!.system).toContain("Summarise");
  });

  test("with nothing before it there is nothing to translate", async () => {
    setup.api.say("translate that into English");
    expect((await setup.api.reply()).text).toMatch(/^There is no answer to translate yet/u);
    expect(setup.engine.asked).toEqual([]);
  });
});

test("/privacy says that questions go to a model", async () => {
  setup.api.say("/privacy");
  expect((await setup.api.reply()).text).toContain("mô hình ngôn ngữ");
});

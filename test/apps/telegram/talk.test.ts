import type { Message } from "grammy/types";
import { beforeEach, describe, expect, test } from "vitest";
import { workspace } from "../../index/fixture.ts";
import { runningEngine } from "../../running-engine.ts";
import { group, user } from "./fake-chats.ts";
import { runningBot } from "./running-bot.ts";

const space = workspace();
const engine = runningEngine(space, () =>
  space.write(
    "bai.md",
    "---\ntitle: Tiếp đoàn Bằng Tường\ndate: 2025-01-21\n---\n\nÔng Nguyễn Văn Mẫu tiếp đoàn Bằng Tường.",
  ),
);
const setup = runningBot();
beforeEach(() => {
  setup.engine.respond = (question, options) => engine().ask(question, options);
});

const keys = (message: Message) => message.reply_markup?.inline_keyboard.flat() ?? [];

describe("talk with the bot", () => {
  test.each([
    ["cảm ơn bạn nhiều nhé", /^Không có gì/u],
    ["cam on ad", /^Không có gì/u],
    ["tks b", /^Không có gì/u],
    ["tạm biệt nhé", /^Tạm biệt/u],
    ["sai rồi", /^Xin lỗi .* bấm 👎/u],
    ["huong dan", /\/help/u],
    ["trợ giúp", /\/visits/u],
    ["bạn có phải AI không?", /chương trình tự động/u],
    ["谢谢", /^不客气/u],
    ["that answer is wrong", /^I am sorry .* 👎/u],
    ["👍", /^Vâng/u],
  ])("%s is answered in kind, with nothing to rate", async (text, reply) => {
    setup.api.say(text);
    const message = await setup.api.reply();
    expect(message.text).toMatch(reply);
    expect(keys(message)).toEqual([]);
    expect(message.text).not.toContain("Nguồn");
  });

  test("short words of no language are answered in that of the person's Telegram", async () => {
    const { api } = setup;
    api.say("thanks", { from: user(1, "vi") });
    expect((await api.reply(1)).text).toMatch(/^Không có gì/u);
    api.say("thanks", { from: user(2, "zh-hans") });
    expect((await api.reply(2)).text).toMatch(/^不客气/u);
    api.say("thanks", { from: user(3, "fr") });
    expect((await api.reply(3)).text).toMatch(/^You are welcome/u);
    api.say("cảm ơn", { from: user(4, "en") });
    expect((await api.reply(4)).text).toMatch(/^Không có gì/u);
  });

  test("a group is answered alike where the bot is meant", async () => {
    setup.api.say("@visits_test_bot cảm ơn", { chat: group() });
    expect((await setup.api.reply()).text).toMatch(/^Không có gì/u);
  });
});

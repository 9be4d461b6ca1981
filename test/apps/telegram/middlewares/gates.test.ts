import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { questionOf } from "../../../../src/apps/telegram/middlewares/gates.ts";
import { BOT, entitiesOf, group, privateChat, user } from "../fake-chats.ts";

function message(text: string, changes: Partial<Message> = {}): Message {
  const entities = entitiesOf(text);
  return {
    message_id: 1,
    date: 1,
    chat: group(),
    from: user(1),
    text,
    entities,
    ...changes,
  } as Message;
}

const inPrivate = { chat: privateChat(user(1)) };
const fromBot = message("Một câu trả lời", { from: BOT });

describe("the question of a message", () => {
  test("is any text in a private chat", () => {
    expect(questionOf(message("Ai tiếp đoàn Bằng Tường?", inPrivate), BOT)).toBe(
      "Ai tiếp đoàn Bằng Tường?",
    );
  });

  test("is the caption of a photo", () => {
    const { text: _, entities: __, ...photo } = message("", inPrivate);
    const captioned = { ...photo, caption: "Đây là ai?", photo: [] } as Message;
    expect(questionOf(captioned, BOT)).toBe("Đây là ai?");
  });

  test("is nothing where a command stands first, or a bot speaks", () => {
    expect(questionOf(message("/help", inPrivate), BOT)).toBeNull();
    expect(questionOf(message("Ai?", { ...inPrivate, from: BOT }), BOT)).toBeNull();
  });

  test("in a group is only what mentions the bot, without the mention", () => {
    expect(questionOf(message("Ai tiếp đoàn Bằng Tường?"), BOT)).toBeNull();
    expect(questionOf(message("@someone Ai tiếp đoàn Bằng Tường?"), BOT)).toBeNull();
    expect(questionOf(message("@Visits_Test_Bot Ai tiếp đoàn Bằng Tường?"), BOT)).toBe(
      "Ai tiếp đoàn Bằng Tường?",
    );
    expect(questionOf(message("Này 🇻🇳 @visits_test_bot, ai?"), BOT)).toBe("Này 🇻🇳  , ai?");
  });

  test("in a group knows a mention by entity, not by its letters", () => {
    const lookalike = message("a@visits_test_bot Ai?", { entities: [] });
    expect(questionOf(lookalike, BOT)).toBeNull();
    const byName = message("Visits ai tiếp?", {
      entities: [{ type: "text_mention", offset: 0, length: 6, user: BOT }],
    });
    expect(questionOf(byName, BOT)).toBe("ai tiếp?");
  });

  test("in a group is a reply to the bot", () => {
    const toBot = message("Còn ngày nào?", { reply_to_message: fromBot as never });
    expect(questionOf(toBot, BOT)).toBe("Còn ngày nào?");
    const toOther = message("Còn ngày nào?", { reply_to_message: message("x") as never });
    expect(questionOf(toOther, BOT)).toBeNull();
  });

  test("of a bare mention is the message that it replies to", () => {
    const about = message("@visits_test_bot", { reply_to_message: message("Ai tiếp?") as never });
    expect(questionOf(about, BOT)).toBe("Ai tiếp?");
    expect(questionOf(message("@visits_test_bot"), BOT)).toBe("");
  });

  test("is not taken from a topic that the bot opened", () => {
    const topic = { ...fromBot, forum_topic_created: { name: "t", icon_color: 1 } } as never;
    expect(questionOf(message("Chào", { reply_to_message: topic }), BOT)).toBeNull();
  });
});

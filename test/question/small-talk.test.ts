import { describe, expect, it } from "vitest";
import { talkOf } from "../../src/question/small-talk.ts";

describe("talkOf", () => {
  it.each([
    "Xin chào!",
    "chao bot",
    "Cảm ơn nhiều",
    "Bạn là ai?",
    "ban lam duoc gi",
    "Hello",
    "what can you do?",
    "你好！",
    "谢谢",
  ])("takes %j for small talk", (text) => expect(talkOf(text)).not.toBeNull());
  it.each([
    "Ông Hùng Ba là ai?",
    "Ai chào đón đoàn Bằng Tường?",
    "Chào Xuân qua biên giới tổ chức ở đâu?",
    "Lạng Sơn cảm ơn Quảng Tây vì điều gì?",
    "你知道熊波吗",
    "",
  ])("leaves %j to the articles", (text) => expect(talkOf(text)).toBeNull());
});

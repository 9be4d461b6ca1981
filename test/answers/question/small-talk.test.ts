import { describe, expect, it } from "vitest";
import { talkOf } from "../../../src/answers/question/small-talk.ts";

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

it.each([
  ["cảm ơn bạn nhiều nhé", "thanks"],
  ["thank you bạn nhé", "thanks"],
  ["hiểu rồi, cảm ơn!", "thanks"],
  ["xin chân thành cảm ơn ạ", "thanks"],
  ["ok cảm ơn, tạm biệt nhé", "goodbye"],
  ["sai r", "complaint"],
  ["câu trả lời này sai rồi", "complaint"],
  ["chang hieu gi ca", "complaint"],
  ["bạn lm dc j z", "help"],
  ["hướng dẫn mình với", "help"],
  ["有什么用", null],
  ["đây là AI hả", "identity"],
  ["你是AI吗", "identity"],
  ["hi", "greeting"],
  ["bạn ơi", "greeting"],
  ["haha", "acknowledged"],
  ["👍", "acknowledged"],
  [":))", "acknowledged"],
  ["bye bot", "goodbye"],
  ["trả lời sai rồi", "complaint"],
  ["giỏi quá", "praise"],
  ["bạn là người hay máy?", "identity"],
  ["are you a robot?", "identity"],
  ["ai làm ra bạn vậy?", "maker"],
  ["cách dùng bot thế nào?", "help"],
  ["vâng", "acknowledged"],
  ["谢谢你", "thanks"],
  ["Dịch giúp tôi đoạn này", "notMine"],
  ["Theo bạn chuyến thăm nào quan trọng nhất?", "notMine"],
] as const)("tells what %j says", (text, kind) => expect(talkOf(text)?.kind ?? null).toBe(kind));

it.each([
  "Về chuyện hợp tác, ai ký?",
  "Làm thủ tục ở cửa khẩu nào?",
  "Nó là gì?",
  "hay không",
  "21/1/2025",
  "2019-2024",
  "Chị Hà",
  "???",
])("takes no question for talk: %s", (text) => expect(talkOf(text)).toBeNull());

import { describe, expect, it } from "vitest";
import { plainWords } from "../../../src/answers/question/chat-words.ts";

describe("a question as it is typed in a chat", () => {
  it.each([
    ["ad ơi cho em hỏi ai dẫn đoàn Hà Giang vậy ạ?", "ai dẫn đoàn Hà Giang?"],
    ["ko biết ai tiếp đoàn Văn Sơn nhỉ", "ai tiếp đoàn Văn Sơn"],
    ["đoàn Hồng Hà tặng j vs ai z", "đoàn Hồng Hà tặng gì với ai"],
    ["Bạn có biết ai tiếp đoàn Hà Khẩu không?", "ai tiếp đoàn Hà Khẩu?"],
    ["chào bạn, cho mình hỏi ông Lân giữ chức gi ạ", "ông Lân giữ chức gì"],
    ["ai tieeps ddoanf Maax Quan", "ai tiếp đoàn Mẫ Quan"],
    ["Ai tie^'p ddoa`n Ha` Kha^?u?", "Ai tiếp đoàn Hà Khẩu?"],
  ])("%s", (typed, meant) => {
    expect(plainWords(typed)).toBe(meant);
  });

  it.each([
    "Ai tiếp đoàn Bằng Tường ngày 3/5?",
    "Who received the delegation of Ha Giang?",
    "谁率领代表团？",
    "Quốc lộ 4A dài bao nhiêu km?",
    "Ông K. gặp ai?",
  ])("stays as it is where it is in order: %s", (text) => expect(plainWords(text)).toBe(text));
});

import { expect, it } from "vitest";
import { questionsIn } from "../../../src/answers/question/two-questions.ts";

it.each([
  ["Ai dẫn đầu đoàn Hà Khẩu? Ngày nào?", ["Ai dẫn đầu đoàn Hà Khẩu?", "Ngày nào?"]],
  [
    "Ai dẫn đầu đoàn Hà Khẩu và hai bên bàn những gì?",
    ["Ai dẫn đầu đoàn Hà Khẩu?", "hai bên bàn những gì?"],
  ],
  [
    "Ủy ban lần thứ 15 họp ở đâu, ai dẫn đoàn Lạng Sơn?",
    ["Ủy ban lần thứ 15 họp ở đâu?", "ai dẫn đoàn Lạng Sơn?"],
  ],
  ["谁率领代表团？在哪里？", ["谁率领代表团？", "在哪里？"]],
])("parts %s", (text, parts) => expect(questionsIn(text).map((one) => one.text)).toEqual(parts));

it("asks the second half of a sentence about the visit of the first", () => {
  const of = (text: string) => questionsIn(text).map(({ goesOn }) => goesOn);
  expect(of("Ai dẫn đầu đoàn Hà Khẩu và hai bên bàn những gì?")).toEqual([false, true]);
  expect(of("Ai dẫn đầu đoàn Hà Khẩu? Đoàn Sùng Tả đến ngày nào?")).toEqual([false, false]);
});

it.each([
  "Ai tiếp đoàn Lào Cai và Hà Giang?",
  "Từ ngày nào đến ngày nào?",
  "Hai bên bàn gì và ký gì?",
  "Ai tiếp đoàn?",
  "Ngày nào, ở đâu, ai tiếp đoàn Bằng Tường?",
  "高翔飞和陈友亮见过几次面？分别是哪天？",
])("leaves one question whole: %s", (text) =>
  expect(questionsIn(text)).toEqual([{ text, goesOn: false }]),
);

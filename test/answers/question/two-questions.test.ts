import { expect, it } from "vitest";
import { questionsIn } from "../../../src/answers/question/two-questions.ts";

it.each([
  ["Ai dẫn đầu đoàn Hà Khẩu? Ngày nào?", ["Ai dẫn đầu đoàn Hà Khẩu?", "Ngày nào?"]],
  [
    "Ai dẫn đầu đoàn Hà Khẩu và hai bên bàn những gì?",
    ["Ai dẫn đầu đoàn Hà Khẩu?", "hai bên bàn những gì?"],
  ],
  ["谁率领代表团？在哪里？", ["谁率领代表团？", "在哪里？"]],
])("parts %s", (text, parts) => expect(questionsIn(text)).toEqual(parts));

it.each([
  "Ai tiếp đoàn Lào Cai và Hà Giang?",
  "Từ ngày nào đến ngày nào?",
  "Hai bên bàn gì và ký gì?",
  "Ai tiếp đoàn?",
])("leaves one question whole: %s", (text) => expect(questionsIn(text)).toEqual([text]));

import { expect, it } from "vitest";
import { denialOf } from "../../../src/answers/passages/denial.ts";
import { readQuestion } from "../../../src/answers/question/index.ts";
import type { RankedSentence } from "../../../src/answers/search/index.ts";
import type { Article } from "../../../src/model/article.ts";

const HEADING = "Cao Bằng hội đàm với Bách Sắc";

function denied(asked: string, ...told: string[]): string | null {
  const text = told.join(" ");
  const article = { title: HEADING, text } as Article;
  const sentences = told.map(
    (sentence) =>
      ({
        text: sentence,
        start: text.indexOf(sentence),
        found: { chunk: { articleId: "a", row: { articleId: "a" } } },
      }) as unknown as RankedSentence,
  );
  const meant = [{ articleId: "a", agreement: { binds: true } }];
  return (
    denialOf({ question: readQuestion(asked, "vi"), sentences, meant }, () => article)?.text ?? null
  );
}

it.each([
  [
    "Bản ghi nhớ lao động ký ngày nào?",
    "Bản ghi nhớ về lao động chưa ký được vì còn vênh câu chữ.",
  ],
  ["Biên bản ghi nhớ với Bách Sắc có mấy điều?", "Hai bên chưa ký văn bản nào."],
  ["Thỏa thuận với Bách Sắc ký hôm nào?", "Việc ký kết để đến cuối năm."],
  ["Bà Lý Thị Mai nói gì ở thác Bản Giốc?", "Bà Lý Thị Mai về sớm, đoàn không lên thác Bản Giốc."],
  ["Ông Trần Văn Khải ký thỏa thuận gì?", "Ông Trần Văn Khải bận họp nên không dự."],
])("what did not take place is told: %s", (question, sentence) => {
  expect(denied(question, "Sáng 5/6, hai bên hội đàm.", sentence)).toBe(sentence);
});

it.each([
  // Another document of the same talks was signed.
  ["Thỏa thuận giáo dục ký ngày nào?", "Bản ghi nhớ về lao động chưa ký được."],
  [
    "Hai bên ký thỏa thuận gì?",
    "Hai bên đã ký thỏa thuận du lịch. Hai bên chưa ký văn bản nào khác.",
  ],
  ["Vì sao đoàn không lên thác Bản Giốc?", "Do mưa, đoàn không lên thác Bản Giốc."],
  ["Bà Lý Thị Mai nói gì?", "Bà Lý Thị Mai đề nghị bạn không tới muộn."],
])(
  "what is asked as it was, or of another matter, is denied by nothing: %s",
  (question, sentence) => {
    expect(denied(question, ...sentence.split(/(?<=\.) /u))).toBe(null);
  },
);

import { expect, it } from "vitest";
import {
  asksSigning,
  bodiesOf,
  lacksBody,
  tellsSigning,
} from "../../../src/answers/passages/premise-bodies.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";
import { ArticleWords } from "../../../src/answers/search/article-words.ts";

const lacks = (question: string, words: string) =>
  bodiesOf(readQuestion(question)).some((body) =>
    lacksBody(body, new ArticleWords([words.trim()])),
  );

it("binds an answer to the body that a question names, by any of its names", () => {
  expect(lacks("Đoàn Chính hiệp Vân Nam về nước hôm nào?", " doan chau hong ha ve nuoc ")).toBe(
    true,
  );
  expect(lacks("Đoàn MTTQ tỉnh tiếp ai?", " uy ban mat tran to quoc tinh tiep ")).toBe(false);
  expect(lacks("doan cong an sang tham khi nao", " luc luong canh sat tham ")).toBe(false);
  expect(lacks("Đoàn Vân Nam về nước hôm nào?", " doan chau hong ha ")).toBe(false);
});

it("asks of a signing only where something is signed, and finds it by its mark", () => {
  expect(asksSigning(readQuestion("Hai tỉnh ký kết bản ghi nhớ ngày nào?"))).toBe(true);
  expect(asksSigning(readQuestion("Hội nghị định kỳ họp ở đâu?"))).toBe(false);
  expect(tellsSigning("Hai bên ký biên bản.")).toBe(true);
  expect(tellsSigning("Dịp kỷ niệm và nhiệm kỳ mới.")).toBe(false);
});

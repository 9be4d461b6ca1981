import { expect, it } from "vitest";
import { bodiesNamed, lacksBody } from "../../../src/answers/passages/premise-bodies.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";

const lacks = (question: string, words: string) =>
  bodiesNamed(readQuestion(question)).some((body) => lacksBody(body, words));

it("binds an answer to the body that a question names, by any of its names", () => {
  expect(lacks("Đoàn Chính hiệp Vân Nam về nước hôm nào?", " doan chau hong ha ve nuoc ")).toBe(
    true,
  );
  expect(lacks("Đoàn MTTQ tỉnh tiếp ai?", " uy ban mat tran to quoc tinh tiep ")).toBe(false);
  expect(lacks("doan cong an sang tham khi nao", " luc luong canh sat tham ")).toBe(false);
  expect(lacks("Đoàn Vân Nam về nước hôm nào?", " doan chau hong ha ")).toBe(false);
});

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusDir } from "../../../scripts/shared/corpus.ts";
import {
  holdsAnswer,
  isRightArticle,
  readQuestions,
  setIn,
} from "../../../scripts/shared/question-set.ts";
import { temporaryFolder } from "../../index/fixture.ts";

describe("holdsAnswer", () => {
  it.each([
    ["one form", "Ông Lò Văn Chính tiếp đoàn.", "lo van chinh"],
    ["any alternative of a group", "Đoàn có mười tám người.", "18|muoi tam"],
    ["every group, in any order", "Tại Hà Giang, ngày 4/5/2024.", "4/5/2024&ha giang"],
    ["letters with strokes and any case", "ĐÀ ĐIỂU ở Đắk Lắk", "da dieu&dak lak"],
    ["decomposed text", "Hà Giang".normalize("NFD"), "ha giang"],
    ["spaces that differ", "Lò\n Văn  Chính", "lo van chinh"],
    ["characters that mean something to a regular expression", "tăng 3.5% (năm 2024)", "3.5%"],
    ["words beside punctuation and brackets", "(Kim Bình), [1]", "kim binh"],
  ])("finds %s", (_, text, must) => {
    expect(holdsAnswer(text, must)).toBe(true);
  });

  it.each([
    ["a group without any of its forms", "Tại Hà Giang.", "ha giang&4/5/2024"],
    ["a number inside a longer one", "Đoàn có 118 người.", "18"],
    ["a word inside a longer one", "Bà Vương Tú Anhs dẫn đầu.", "tu anh"],
    ["a dot that stands for any character", "tăng 3x5 lần", "3.5"],
    ["anything in an empty text", "", "ha giang"],
  ])("does not find %s", (_, text, must) => {
    expect(holdsAnswer(text, must)).toBe(false);
  });
});

describe("isRightArticle", () => {
  it.each([
    ["tiep-doan", ["tiep-doan"], true],
    ["ha-giang/tiep-doan", ["tiep-doan"], true],
    ["ha-giang/tiep-doan#2", ["tiep-doan"], true],
    ["pages/003-don-doan", ["003"], true],
    ["pages/003-don-doan#4", ["001", "003"], true],
    ["pages/0031-don-doan", ["004"], false],
    ["tiep-doan-2", ["tiep-doan"], false],
    ["tiep-doan", [], false],
  ])("%s of %j: %s", (articleId, docs, expected) => {
    expect(isRightArticle(articleId, docs)).toBe(expected);
  });
});

describe("readQuestions", () => {
  const write = (text: string) => {
    const file = join(temporaryFolder(), "questions.tsv");
    writeFileSync(file, text);
    return file;
  };

  it("reads the columns and leaves out comments and empty lines", () => {
    const file = write(
      "\uFEFF# id\tlang\r\n\r\nq1\tvi\twho\ta,b\tlo van chinh\tAi tiếp đoàn?\r\nq2\ten\tnone\t-\t-\tWho won?\r\n",
    );
    expect(readQuestions(file)).toEqual([
      {
        id: "q1",
        lang: "vi",
        kind: "who",
        docs: ["a", "b"],
        must: "lo van chinh",
        question: "Ai tiếp đoàn?",
      },
      { id: "q2", lang: "en", kind: "none", docs: [], must: "-", question: "Who won?" },
    ]);
  });

  it("names the file and the line that lacks a column", () => {
    const file = write("q1\tvi\twho\ta\tx\tAi?\nq2\tvi\twho\ta\tx\n");
    expect(() => readQuestions(file)).toThrow(`${file}: line 2`);
  });
});

it("a set without pages of its own has those of the folders that it names", () => {
  const dir = temporaryFolder();
  for (const [folder, file] of [
    ["one", "601.txt"],
    ["two", "602.txt"],
  ] as const) {
    mkdirSync(join(dir, folder));
    writeFileSync(join(dir, folder, file), file);
  }
  mkdirSync(join(dir, "set"));
  writeFileSync(join(dir, "set", "pages.txt"), "# of two sets\n../one\n../two\n");
  const corpus = corpusDir(setIn(join(dir, "set")).corpus);
  expect(readdirSync(corpus.dir).sort()).toEqual(["601.txt", "602.txt"]);
  corpus.dispose();
});

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { judge, type KeyedQuestion } from "../../../scripts/shared/question-set.ts";
import type { Answer, Citation } from "../../../src/model/answer.ts";
import { temporaryFolder } from "../../index/fixture.ts";

const KEY: KeyedQuestion = {
  id: "q1",
  lang: "vi",
  kind: "who",
  docs: ["tiep-doan"],
  must: "lo van chinh",
  question: "Ai tiếp đoàn?",
};

const citation = (articleId: string): Citation => ({
  n: 1,
  articleId,
  title: "",
  source: null,
  url: null,
  link: null,
  published: null,
  quote: "",
  start: 0,
  end: 0,
});

const answer = (text: string, ...articles: string[]): Answer => ({
  question: KEY.question,
  answered: articles.length > 0,
  answer: text,
  spans: [],
  confidence: 0.5,
  language: "vi",
  citations: articles.map(citation),
  nearest: [],
  more: [],
  timings: { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 },
});

describe("an answer", () => {
  it.each([
    ["that holds the key is right", answer("Ông Lò Văn Chính. [1]", "tiep-doan"), true, true],
    ["without the key is wrong", answer("Một người. [1]", "tiep-doan"), false, true],
    ["from another article is wrong", answer("Ông Lò Văn Chính. [1]", "khac"), false, false],
    [
      "whose second citation is right is not cited right",
      answer("Ông Lò Văn Chính. [1]", "khac", "tiep-doan"),
      true,
      false,
    ],
    [
      "that comes too late is wrong",
      answer(`${"x".repeat(390)} Lò Văn Chính`, "tiep-doan"),
      false,
      true,
    ],
    ["that is a refusal is wrong", answer("Lò Văn Chính"), false, false],
  ])("%s", (_, given, right, cited) => {
    expect(judge(KEY, given, 400)).toMatchObject({ right, cited });
  });

  it("to a question that the corpus does not answer is right where it is a refusal", () => {
    const none = { ...KEY, kind: "none", docs: [], must: "-" };
    expect(judge(none, answer("Không có."), 400)).toMatchObject({ right: true, cited: true });
    expect(judge(none, answer("Ông Lò Văn Chính. [1]", "tiep-doan"), 400)).toMatchObject({
      right: false,
      cited: false,
    });
  });
});

it("npm run eval prints the table of a corpus by kind and language", async () => {
  const folder = temporaryFolder();
  const corpus = join(folder, "corpus.json");
  const questions = join(folder, "questions.tsv");
  writeFileSync(
    corpus,
    JSON.stringify([
      {
        id: "tiep-doan",
        title: "Hà Giang tiếp đoàn huyện Kim Bình",
        lead: "Sáng 4/5/2024, ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh, tiếp đoàn huyện Kim Bình.",
        body: ["Đoàn huyện Kim Bình gồm 18 người và ở lại ba ngày."],
      },
      {
        id: "tang-sach",
        title: "Đoàn Mông Tự tặng sách",
        lead: "Đoàn Mông Tự do bà Vương Tú Anh dẫn đầu tặng 450 quyển sách cho học sinh.",
        body: [],
      },
    ]),
  );
  const rows = [
    "q1\tvi\twho\ttiep-doan\tlo van chinh\tAi đã tiếp đoàn huyện Kim Bình?",
    "q2\tvi\tnumber\ttang-sach\t450\tĐoàn Mông Tự tặng bao nhiêu quyển sách?",
    "q3\tvi0\tnumber\ttiep-doan\t18\tdoan huyen kim binh gom bao nhieu nguoi",
    "q4\tvi\twho\ttiep-doan\tkhong ai ca\tAi đã tiếp đoàn huyện Kim Bình?",
    "q5\tvi\tnone\t-\t-\tĐội nào vô địch giải bóng chuyền nữ năm 1999?",
  ];
  writeFileSync(questions, `${rows.join("\n")}\n`);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "scripts/quality/answers.ts", "--corpus", corpus, "--questions", questions],
    { env: { PATH: process.env.PATH, BOT_TOKEN: "" } },
  );
  // Name, questions, right, cited and refused in percent.
  const table = stdout.split("\n").flatMap((line) => {
    const cells = /^(\S.*?| {2}\S.*?) +(\d+) +([\d.]+) % +([\d.]+) % +([\d.]+) %/u.exec(line);
    return cells ? [[cells[1]!.trim(), ...cells.slice(2).map(Number)]] : [];
  });
  expect(table).toEqual([
    ["answerable", 4, 75, 100, 0],
    ["unanswerable", 1, 100, 100, 100],
    ["kind who", 2, 50, 100, 0],
    ["kind number", 2, 100, 100, 0],
    ["language vi", 3, 66.7, 100, 0],
    ["language vi0", 1, 100, 100, 0],
  ]);
});

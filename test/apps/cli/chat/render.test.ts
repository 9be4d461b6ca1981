import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { page, renderAnswer } from "../../../../src/apps/cli/chat/render.ts";
import type { Answer, Citation } from "../../../../src/model/answer.ts";
import { temporaryFolder } from "../../../index/fixture.ts";

const file = join(temporaryFolder(), "read.txt");
const printed: string[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  printed.length = 0;
});

const capture = () =>
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });

test("a long text goes to the pager, which is told where the passage is", async () => {
  capture();
  await page("Bài ▶ viết", `(cat; echo "$LESS") > '${file}'`);
  expect(readFileSync(file, "utf8")).toMatch(/^Bài ▶ viết\n.*\+\/▶\n$/u);
  expect(printed.join("")).toBe("");
});

test("a pager that is left early has shown enough", async () => {
  capture();
  await page("x".repeat(1_000_000), "true");
  expect(printed.join("")).toBe("");
});

test.each([undefined, " ", "no-such-pager-here 2>/dev/null"])(
  "without a pager that runs (%s) it is printed",
  async (pager) => {
    capture();
    await page("Bài viết", pager);
    expect(printed.join("")).toBe("Bài viết\n");
  },
);

function citation(n: number, articleId: string, changes: Partial<Citation> = {}): Citation {
  return {
    n,
    articleId,
    title: `Bài ${articleId}`,
    source: "Báo Thử nghiệm",
    url: `https://example.com/${articleId}`,
    link: `https://example.com/${articleId}#:~:text=c%C3%A2u%20${n}`,
    published: "2024-05-06",
    quote: `Câu ${n}.`,
    start: 0,
    end: 6,
    ...changes,
  };
}

function answer(changes: Partial<Answer> = {}): Answer {
  return {
    question: "Ai tiếp đoàn Bằng Tường?",
    answered: true,
    answer: "Ông Lê Văn Đạt tiếp đoàn. [1]\nĐoàn có 12 người. [2]",
    spans: [{ start: 4, end: 14, type: "person" }],
    confidence: 0.9,
    language: "vi",
    citations: [citation(1, "a"), citation(2, "b")],
    nearest: [],
    more: [],
    timings: { embedMs: 1, retrieveMs: 1, answerMs: 1, totalMs: 3 },
    ...changes,
  };
}

const plain = { color: false };

describe("an answer in the terminal", () => {
  it("shows the sentences, then each source with number, title, source, date and link", () => {
    expect(renderAnswer(answer(), plain)).toBe(
      [
        "• Ông Lê Văn Đạt tiếp đoàn. [1]",
        "• Đoàn có 12 người. [2]",
        "",
        "Nguồn:",
        "[1] Bài a – Báo Thử nghiệm, 06/05/2024",
        "    https://example.com/a#:~:text=c%C3%A2u%201",
        "[2] Bài b – Báo Thử nghiệm, 06/05/2024",
        "    https://example.com/b#:~:text=c%C3%A2u%202",
      ].join("\n"),
    );
  });

  it("names an article once for all its numbers, and keeps the link of each passage", () => {
    const citations = [citation(1, "a"), citation(2, "b"), citation(3, "a")];
    const text = "Ông Lê Văn Đạt tiếp đoàn. [1] [3]\nĐoàn có 12 người. [2]";
    const lines = renderAnswer(answer({ answer: text, citations }), plain).split("\n");
    expect(lines.slice(4)).toEqual([
      "[1] [3] Bài a – Báo Thử nghiệm, 06/05/2024",
      "    [1] https://example.com/a#:~:text=c%C3%A2u%201",
      "    [3] https://example.com/a#:~:text=c%C3%A2u%203",
      "[2] Bài b – Báo Thử nghiệm, 06/05/2024",
      "    https://example.com/b#:~:text=c%C3%A2u%202",
    ]);
  });

  it("says so where the date is not known, and leaves out what an article has not", () => {
    const bare = citation(1, "a", { source: null, url: null, link: null, published: null });
    const text = renderAnswer(answer({ citations: [bare] }), plain);
    expect(text.split("\n").at(-1)).toBe("[1] Bài a – chưa rõ ngày đăng");
  });

  it("marks the words that answer in bold, only where colour is wanted", () => {
    expect(renderAnswer(answer(), { color: true })).toContain(
      "Ông \u001b[1mLê Văn Đạt\u001b[0m tiếp",
    );
    expect(renderAnswer(answer(), plain)).not.toContain("\u001b");
  });

  it("lets no article steer the terminal", () => {
    const evil = citation(1, "a", { title: "Tin \u001b]0;x\u0007nóng\r\u009b2J" });
    const text = renderAnswer(
      answer({ answer: "A\u001b[31mB [1]", spans: [], citations: [evil] }),
      plain,
    );
    expect(text).toContain("A [31mB [1]");
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });

  it("has the direct line first, in bold where colour is wanted", () => {
    const direct = "Lê Văn Đạt, Chủ tịch [1]\n";
    const told = answer({
      answer: `${direct}Ông Lê Văn Đạt, Chủ tịch, tiếp đoàn. [1]`,
      direct: "Lê Văn Đạt, Chủ tịch",
      spans: [],
      added: [{ start: 0, end: direct.length, kind: "direct" }],
      citations: [citation(1, "a")],
    });
    expect(renderAnswer(told, { color: true })).toMatch(
      /^\u001b\[1mLê Văn Đạt, Chủ tịch \[1\]\u001b\[0m\nÔng Lê Văn Đạt/u,
    );
  });

  it("leads on from a refusal", () => {
    const lead = { understood: "Hiểu.", closest: "Gần nhất: 1/2.", questions: ["Ai đến?"] };
    const text = renderAnswer(answer({ answered: false, answer: "Không thấy.", citations: [] }), {
      color: false,
      lead,
    });
    expect(text).toBe("Không thấy.\nHiểu.\nGần nhất: 1/2.\n\nBạn có thể hỏi:\n• Ai đến?");
  });

  it("offers the nearest articles with a refusal, in the language of the question", () => {
    const refusal = answer({
      answered: false,
      answer: "I could not find this in the articles I have.",
      language: "en",
      spans: [],
      citations: [],
      nearest: [citation(1, "a"), citation(2, "b", { url: null, link: null })],
    });
    expect(renderAnswer(refusal, plain)).toBe(
      [
        "I could not find this in the articles I have.",
        "",
        "The closest articles:",
        "1. Bài a – Báo Thử nghiệm, 6 May 2024",
        "    https://example.com/a#:~:text=c%C3%A2u%201",
        "2. Bài b – Báo Thử nghiệm, 6 May 2024",
      ].join("\n"),
    );
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/answers/answerer.ts";
import type { Answer } from "../../src/model/answer.ts";
import type { IndexReader } from "../../src/model/index-reader.ts";
import { markdown, workspace } from "../index/fixture.ts";
import { indexedAnswerer } from "../running-answerer.ts";

const LONG_LIST = Array.from(
  { length: 14 },
  (_, i) => `xã Nà Khoang số ${i + 1} nhận sách giáo khoa`,
);

const space = workspace();
let reader: IndexReader;
let answerer: Answerer;

beforeAll(async () => {
  space.write(
    "tiep-doan.md",
    markdown(
      "Lãnh đạo tỉnh Hà Giang tiếp đoàn huyện Kim Bình",
      "Sáng 4/5/2024, ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh Hà Giang, tiếp đoàn huyện Kim Bình do bà Vương Tú Anh dẫn đầu.\n\nĐoàn gồm 18 người và ở lại ba ngày. Hai bên thống nhất mở chợ biên giới vào thứ bảy hằng tuần.",
    ),
  );
  // The same event told by another newspaper.
  space.write(
    "tiep-doan-2.md",
    markdown(
      "Hà Giang tiếp đoàn Kim Bình",
      "Sáng 4/5/2024, ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh Hà Giang, tiếp đoàn huyện Kim Bình do bà Vương Tú Anh dẫn đầu.",
    ),
  );
  space.write(
    "tang-sach.md",
    `---\ntitle: "Đoàn Mông Tự tặng sách cho học sinh"\npublished: 2023-09-05\n---\n\nĐoàn Mông Tự tặng sách: ${LONG_LIST.join("; ")}; trường Sín Chéng nhận 450 bộ bàn ghế.\n`,
  );
  ({ reader, answerer } = await indexedAnswerer(space));
});

const marked = ({ answer, spans }: Answer) =>
  spans.map(({ start, end }) => answer.slice(start, end));

describe("an answer", () => {
  it.each([
    ["Ai dẫn đầu đoàn huyện Kim Bình?", "Vương Tú Anh"],
    ["ai dan dau doan huyen kim binh?", "Vương Tú Anh"],
    ["Đoàn huyện Kim Bình gồm bao nhiêu người?", "18 người"],
    ["Hà Giang tiếp đoàn huyện Kim Bình ngày nào?", "4/5/2024"],
  ])("to %s marks the words that answer", async (question, words) => {
    const answer = await answerer.ask(question);
    expect(answer.answered).toBe(true);
    expect(marked(answer).join(" | ")).toContain(words);
  });

  it("quotes its articles verbatim, each sentence with its number", async () => {
    const answer = await answerer.ask("Ai đã tiếp đoàn huyện Kim Bình?");
    expect(answer.citations.map(({ n }) => n)).toEqual(answer.citations.map((_, i) => i + 1));
    for (const { n, articleId, start, end, quote, link } of [...answer.citations, ...answer.more]) {
      expect(reader.article(articleId)?.text.slice(start, end)).toBe(quote);
      if (articleId !== "tang-sach") expect(link).toContain("https://example.com/bai#:~:text=");
      if (n <= answer.citations.length) expect(answer.answer).toContain(`${quote} [${n}]`);
    }
  });

  it("does not tell the same twice where two articles report it", async () => {
    const { answer, citations } = await answerer.ask("Ai đã tiếp đoàn huyện Kim Bình?");
    // The direct line names him once more.
    expect(answer.match(/Lò Văn Chính.*tiếp đoàn/gu)).toHaveLength(1);
    expect(answer.split("\n").length).toBeLessThanOrEqual(3);
    expect(citations).toHaveLength(1);
  });

  it("cuts a very long sentence to the clauses around the answer, and cites it whole", async () => {
    const answer = await answerer.ask("Trường Sín Chéng nhận bao nhiêu bộ bàn ghế?");
    const [line] = answer.answer.split("\n");
    expect(line).toMatch(/^… .*450 bộ bàn ghế/u);
    expect(line!.length).toBeLessThan(420);
    expect(answer.citations[0]!.quote.length).toBeGreaterThan(500);
  });
});

describe("a refusal", () => {
  it.each([
    "Giá xăng hôm nay là bao nhiêu?",
    "Đội nào vô địch World Cup 2018?",
    "thoi tiet ngay mai the nao",
  ])("to %s is one sentence with the nearest articles", async (question) => {
    const answer = await answerer.ask(question);
    expect(answer).toMatchObject({ answered: false, citations: [], spans: [], more: [] });
    expect(answer.answer).toBe("Tôi không tìm thấy thông tin này trong tư liệu hiện có.");
    const articles = answer.nearest.map(({ articleId }) => articleId);
    expect(new Set(articles).size).toBe(articles.length);
  });

  it.each(["", "   ", "?! 😀", "?!…", "\u0000\u202e"])(
    "to the wordless %j asks for words",
    async (question) => {
      const answer = await answerer.ask(question);
      expect(answer).toMatchObject({ answered: false, nearest: [] });
      expect(answer.answer).toContain("Xin gửi câu hỏi bằng chữ");
    },
  );
});

it("odd questions get an answer or a refusal, never a throw", async () => {
  const odd = [
    "a".repeat(50_000),
    "ai ".repeat(5_000),
    '" OR 1=1; DROP TABLE chunks --',
    "NEAR(đoàn, 3) AND title:*",
    "\ud800 đoàn \udfff",
    "e\u0301".repeat(2_000),
    "[PAD] [SEP] đoàn",
    "谁".repeat(3_000),
  ];
  for (const question of odd) {
    const answer = await answerer.ask(question);
    expect(typeof answer.answered).toBe("boolean");
    expect(answer.confidence).toBeGreaterThanOrEqual(0);
    expect(answer.confidence).toBeLessThanOrEqual(1);
  }
});

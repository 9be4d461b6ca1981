import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../src/model/answer.ts";
import { markdown, report, workspace } from "./index/fixture.ts";
import { vietnameseText } from "./language/text/arbitraries.ts";
import { runningEngine } from "./running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.write(
    "lang-son/tiep-dai-su.md",
    markdown(
      "Lạng Sơn tiếp Đại sứ Trung Quốc Hùng Ba",
      [
        "Chiều 14/11/2022, tại Nhà khách tỉnh, bà Đoàn Thị Hậu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp ông Hùng Ba, Đại sứ Trung Quốc tại Việt Nam.",
        "Đại sứ Hùng Ba trao tặng tỉnh 25 máy thở. Hai bên nhất trí mở thêm hai lối thông quan ở cửa khẩu Hữu Nghị.",
      ].join("\n\n"),
      "2022-11-15",
    ),
  );
  space.write(
    "lao-cai/don-doan-hong-ha.md",
    markdown(
      "Đoàn đại biểu châu Hồng Hà thăm Lào Cai",
      [
        "Sáng 3/8/2023, đoàn đại biểu châu Hồng Hà, tỉnh Vân Nam, do ông Lý Quốc Phong, Phó Châu trưởng, dẫn đầu đến thăm tỉnh Lào Cai. Đoàn gồm 31 thành viên.",
        "Buổi hội đàm diễn ra tại khách sạn Sa Pa. Ông Lý Quốc Phong đề nghị khôi phục chuyến tàu khách Hà Khẩu - Lào Cai trước Tết.",
      ].join("\n\n"),
      "2023-08-04",
    ),
  );
  for (const n of [1, 2, 3, 4]) space.write(`khac/bai-${n}.md`, report(n));
});

const marked = ({ answer, spans }: Answer) =>
  spans.map(({ start, end }) => answer.slice(start, end)).join(" | ");
const cited = ({ citations, nearest, more }: Answer) =>
  [...citations, ...nearest, ...more].map(({ articleId }) => articleId);

/** What holds for every answer to whatever question. */
function expectSound(answer: Answer): void {
  expect(answer.answer).not.toBe("");
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  // What is corrected is no answer, and cites what the articles tell instead.
  if (answer.answered) expect(answer.citations.length).toBeGreaterThan(0);
  for (const { start, end } of answer.spans) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(answer.answer.length);
  }
  const passages = [...answer.citations, ...answer.nearest, ...answer.more];
  for (const { articleId, start, end, quote } of passages) {
    expect(quote).not.toBe("");
    expect(space.read((index) => index.article(articleId)!.text.slice(start, end))).toBe(quote);
  }
}

describe("a question that an article answers", () => {
  it.each([
    ["who", "Ai đã tiếp Đại sứ Hùng Ba?", "Đoàn Thị Hậu", "lang-son/tiep-dai-su"],
    ["who, as typed", "ai dan dau doan chau hong ha", "Lý Quốc Phong", "lao-cai/don-doan-hong-ha"],
    ["when", "Đại sứ Hùng Ba đến Lạng Sơn ngày nào?", "14/11/2022", "lang-son/tiep-dai-su"],
    [
      "where",
      "Buổi hội đàm với đoàn châu Hồng Hà diễn ra ở đâu?",
      "Sa Pa",
      "lao-cai/don-doan-hong-ha",
    ],
    ["how many", "Đoàn châu Hồng Hà có bao nhiêu thành viên?", "31", "lao-cai/don-doan-hong-ha"],
    ["how many, as typed", "dai su hung ba tang bao nhieu may tho", "25", "lang-son/tiep-dai-su"],
  ])("is answered from it, the words marked: %s", async (_, question, words, articleId) => {
    const answer = await engine().ask(question);
    expectSound(answer);
    expect(answer).toMatchObject({ answered: true, language: "vi" });
    expect(marked(answer)).toContain(words);
    expect(answer.citations[0]!.articleId).toBe(articleId);
  });

  it.each([
    ["en", "Who received Ambassador Xiong Bo in Lang Son?", "Đoàn Thị Hậu"],
    ["en", "When did the Chinese ambassador visit Lang Son?", "14/11/2022"],
    ["zh", "熊波大使什么时候访问谅山?", "14/11/2022"],
    ["zh", "红河州代表团有多少人?", "31"],
  ] as const)(
    "is answered in Vietnamese words where it is asked in %s: %s",
    async (language, question, words) => {
      const answer = await engine().ask(question);
      expectSound(answer);
      expect(answer).toMatchObject({ answered: true, language });
      expect(answer.answer).toContain(words);
    },
  );

  it("is read in the language that the asker is known to have", async () => {
    const answer = await engine().ask("Hùng Ba?", { language: "zh" });
    expect(answer.language).toBe("zh");
  });
});

describe("a question that no article answers", () => {
  it.each([
    "Tỷ số trận chung kết bóng đá nữ là bao nhiêu?",
    "Cách nấu phở bò ngon tại nhà?",
    "Tổng thống Brazil thăm Cà Mau khi nào?",
    "What is the price of gold today?",
    "今天天气怎么样?",
  ])("is refused in one sentence: %s", async (question) => {
    const answer = await engine().ask(question);
    expectSound(answer);
    expect(answer).toMatchObject({ answered: false, spans: [], more: [] });
    expect(answer.answer).not.toContain("\n");
  });
});

describe("whatever is typed", () => {
  const typed = fc.oneof(
    vietnameseText,
    fc.string({ unit: "binary", maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          ..."ai khi nào ở đâu bao nhiêu đoàn Hùng Ba đại sứ 14/11 who 谁 什么时候 ?".split(" "),
        ),
        { maxLength: 12 },
      )
      .map((words) => words.join(" ")),
  );

  it("gets a sound answer or a refusal", async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (question) => expectSound(await engine().ask(question))),
      { numRuns: 120 },
    );
  });

  it.each(["hybrid", "dense", "lexical"] as const)("is searched (%s)", async (mode) => {
    await fc.assert(
      fc.asyncProperty(typed, fc.integer({ min: 1, max: 50 }), async (query, k) => {
        const hits = await engine().search(query, { k, mode });
        expect(hits.length).toBeLessThanOrEqual(k);
        expect(new Set(hits.map(({ chunkId }) => chunkId)).size).toBe(hits.length);
        expect(hits.every(({ score }) => Number.isFinite(score))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

it.each(["hybrid", "dense", "lexical"] as const)(
  "search finds the passage, best first, verbatim (%s)",
  async (mode) => {
    const hits = await engine().search("khôi phục chuyến tàu khách Hà Khẩu Lào Cai", {
      k: 5,
      mode,
    });
    expect(hits[0]).toMatchObject({ articleId: "lao-cai/don-doan-hong-ha" });
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { articleId, start, end, text } of hits)
      expect(space.read((index) => index.article(articleId)!.text.slice(start, end))).toBe(text);
  },
);

describe("after the corpus has changed", () => {
  const path = "cao-bang/tam.md";
  const question = "Ai dẫn đầu đoàn huyện Nà Pha thăm Cao Bằng?";
  const update = async () => {
    await space.build();
    await engine().reload();
  };

  it("a new article answers, a changed one answers anew, a removed one is cited no more", async () => {
    expect(cited(await engine().ask(question))).not.toContain("cao-bang/tam");
    const tell = (leader: string) =>
      markdown(
        "Đoàn huyện Nà Pha thăm Cao Bằng",
        `Ngày 9/9/2024, đoàn huyện Nà Pha do ông ${leader} dẫn đầu thăm tỉnh Cao Bằng.`,
      );
    space.write(path, tell("Triệu Kim Sơn"));
    await update();
    const first = await engine().ask(question);
    expect(marked(first)).toContain("Triệu Kim Sơn");
    expect(first.citations[0]!.articleId).toBe("cao-bang/tam");

    space.write(path, tell("Phùng Bá Lâm"));
    await update();
    const second = await engine().ask(question);
    expect(marked(second)).toContain("Phùng Bá Lâm");
    expect(second.answer).not.toContain("Triệu Kim Sơn");

    space.delete(path);
    await update();
    const third = await engine().ask(question);
    expect(cited(third)).not.toContain("cao-bang/tam");
    expect(JSON.stringify(third)).not.toContain("Phùng Bá Lâm");
    const hits = await engine().search("Phùng Bá Lâm", { k: 50 });
    expect(hits.map(({ articleId }) => articleId)).not.toContain("cao-bang/tam");
  });

  it("questions under way are answered while the index is switched", async () => {
    const asked = Array.from({ length: 5 }, () => engine().ask("Ai đã tiếp Đại sứ Hùng Ba?"));
    await space.build({ full: true });
    await Promise.all([engine().reload(), ...asked]);
    for (const answer of await Promise.all(asked)) expect(answer.answered).toBe(true);
    expect((await engine().ask("Ai đã tiếp Đại sứ Hùng Ba?")).answered).toBe(true);
  });
});

it("the sources are the articles, newest first, in pages", () => {
  const { total, rows } = engine().sources(0, 3);
  expect(total).toBe(6);
  const dates = [...rows, ...engine().sources(3, 10).rows].map(({ published }) => published);
  expect(dates).toHaveLength(6);
  expect(dates).toEqual([...dates].sort().reverse());
});

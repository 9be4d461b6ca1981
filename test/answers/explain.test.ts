import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columns } from "../../src/apps/cli/io.ts";
import { renderExplanation } from "../../src/apps/cli/render-explanation.ts";
import { markdown, report, workspace } from "../index/fixture.ts";
import { vietnameseText } from "../language/text/arbitraries.ts";
import { runningEngine } from "../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.write(
    "hoi-dam.md",
    markdown(
      "Hội đàm giữa tỉnh Cao Bằng và thành phố Bách Sắc",
      "Ngày 2/6/2024, ông Nông Quang Vũ, Phó Chủ tịch UBND tỉnh Cao Bằng, hội đàm với đoàn thành phố Bách Sắc. Đoàn gồm 24 người.\n\nHai bên bàn việc mở lối thông quan Trà Lĩnh - Long Bang.",
    ),
  );
  for (const n of [1, 2, 3, 4]) space.write(`bai-${n}.md`, report(n));
});

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe("the explanation of an answer", () => {
  it("tells how the question was read", async () => {
    const { explanation } = await engine().explain("Đoàn Bách Sắc gồm bao nhiêu người?");
    expect(explanation.question).toMatchObject({
      language: "vi",
      unmarked: false,
      answerType: "number",
      focus: ["nguoi"],
    });
    const names = explanation.question.terms.filter(({ name }) => name);
    expect(names.map(({ marked }) => marked)).toEqual(["bách", "sắc"]);
    const chinese = await engine().explain("代表团有多少人?");
    expect(chinese.explanation.question.language).toBe("zh");
    expect(chinese.explanation.question.searchText).toContain("đoàn");
  });

  it("takes every score apart into what adds up to it", async () => {
    const { explanation } = await engine().explain("Ai hội đàm với đoàn thành phố Bách Sắc?");
    expect(explanation.sentences.length).toBeGreaterThan(1);
    for (const { score, contributions } of explanation.sentences)
      expect(sum(contributions.map(({ adds }) => adds))).toBeCloseTo(score, 2);
    const [first, second] = explanation.sentences;
    expect(sum(explanation.ahead.map(({ by }) => by))).toBeCloseTo(first!.score - second!.score, 2);
    const { bias, contributions, logOdds } = explanation.support;
    expect(bias + sum(contributions.map(({ adds }) => adds))).toBeCloseTo(logOdds, 3);
    expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(explanation.confidence, 2);
  });

  it("shows passages and sentences best first, with the words that are marked", async () => {
    const { answer, explanation } = await engine().explain("Ai hội đàm với đoàn Bách Sắc?");
    for (const list of [explanation.passages, explanation.sentences]) {
      const scores = list.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
    const best = explanation.sentences[0]!;
    expect(best.candidate).toMatchObject({ type: "person", text: "Nông Quang Vũ" });
    expect(best.text.slice(best.candidate!.start, best.candidate!.end)).toBe("Nông Quang Vũ");
    expect(answer.answer).toContain(best.text);
  });

  it("is of the answer that asking gives", async () => {
    for (const question of ["Ai hội đàm với đoàn Bách Sắc?", "Giá dầu thô hôm nay?"]) {
      const { answer, explanation } = await engine().explain(question);
      const { timings: _, ...asked } = await engine().ask(question);
      expect(answer).toMatchObject(asked);
      expect(explanation.confidence).toBeCloseTo(answer.confidence, 3);
    }
  });
});

describe("the decision", () => {
  it.each([
    ["Ai hội đàm với đoàn thành phố Bách Sắc?", "answered"],
    ["Cách trồng hoa hồng trên sân thượng?", "confidence below the threshold"],
    ["?! 😀", "no search words"],
    ["Xin chào!", "small talk"],
  ])("on %s: %s", async (question, decision) => {
    const { answer, explanation } = await engine().explain(question);
    expect(explanation.decision).toBe(decision);
    expect(answer.answered).toBe(decision === "answered");
    if (decision === "confidence below the threshold")
      expect(explanation.confidence).toBeLessThan(explanation.threshold);
  });
});

describe("rendered for a terminal", () => {
  it("it names what was read, found, weighed and decided", async () => {
    const { explanation } = await engine().explain("Ai hội đàm với đoàn thành phố Bách Sắc?");
    const text = renderExplanation(explanation);
    expect(text).toMatch(/^asks for +person$/mu);
    expect(text).toMatch(/^ +1\. Hội đàm giữa tỉnh .*( +-?\d\.\d{3}){5}$/mu);
    expect(text).toContain("hoi-dam:0");
    expect(text).toContain("ông «Nông Quang Vũ», Phó Chủ tịch");
    expect(text).toContain("why the first before the second");
    expect(text).toMatch(/^answered \(confidence 0\.\d{3}, threshold 0\.\d{3}\)$/mu);
  });

  it("no line is wider than 100 columns or steers the terminal, whatever is asked", async () => {
    const typed = fc.oneof(vietnameseText, fc.string({ unit: "binary", maxLength: 60 }));
    const asked = fc.tuple(
      fc.constantFrom("", "Ai hội đàm với đoàn Bách Sắc ", "谅山".repeat(80)),
      typed,
    );
    await fc.assert(
      fc.asyncProperty(asked, async ([start, rest]) => {
        const { explanation } = await engine().explain(start + rest);
        const text = renderExplanation(explanation);
        expect(Math.max(...text.split("\n").map(columns))).toBeLessThanOrEqual(100);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
      }),
      { numRuns: 60 },
    );
  });
});

import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translateQuestion } from "../../../src/language/translate/translate.ts";
import { expectLinear } from "../../growth.ts";
import { CHINESE_QUESTIONS } from "./chinese-questions.ts";
import { ENGLISH_QUESTIONS } from "./english-questions.ts";

const PIECES = [
  ..."who when which the of did visit Lang Son Xiong Bo president 2023 3/4 — ( ) ? ' US Jan by received 's".split(
    " ",
  ),
  ..."谁在的什么年月日大使阮氏刘宁访问哪一位吗呢第三次驻越南".split(""),
];

describe("translateQuestion on odd input", () => {
  it("never throws and gives NFC text without doubled spaces", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join(" ")),
      fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom("en" as const, "zh" as const), (question, language) => {
        const translation = translateQuestion(question.normalize("NFC"), language);
        expect(translation.text).toBe(translation.text.normalize("NFC"));
        expect(translation.text).not.toMatch(/ {2}|^ | $/u);
        for (const forms of translation.alternatives) expect(forms.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the names it does not know", () => {
    const name = fc.constantFrom(
      "Zorvex",
      "Quillan Mbeki",
      "Ostrowski",
      "Hồ Văn Minh",
      "Nguyen Van Binh",
    );
    fc.assert(
      fc.property(name, (typed) => {
        expect(translateQuestion(`When did ${typed} visit Hanoi?`, "en").text).toContain(typed);
      }),
    );
  });

  it("renders written dates as Vietnamese newspapers do", () => {
    const text = (question: string) => translateQuestion(question, "en").text;
    expect(text("Who came on 5 May 2024?")).toContain("ngày 5/5/2024");
    expect(text("Who came on May 5th, 2024?")).toContain("ngày 5/5/2024");
    expect(text("Who came on 2024-05-07?")).toContain("ngày 7/5/2024");
    expect(text("Who came in May 2024?")).toContain("tháng 5/2024");
    expect(text("Who came in May?")).toContain("tháng 5");
    expect(text("Who may come in 2024?")).toContain("năm 2024");
    expect(text("Who came on 6/7?")).toContain("6/7");
    expect(translateQuestion("二〇二四年十二月二十一日谁来了？", "zh").text).toContain(
      "ngày 21/12/2024",
    );
  });

  it("grows with the length of a question", async () => {
    const en = ENGLISH_QUESTIONS.map(([question]) => question).join(" ");
    const zh = CHINESE_QUESTIONS.map(([question]) => question).join("");
    const long = (text: string, size: number) => text.repeat(9).slice(0, size);
    await expectLinear((size) => translateQuestion(long(en, size), "en"), 8_000);
    await expectLinear((size) => translateQuestion(long(zh, size), "zh"), 8_000);
  });

  it("reads no table while it only detects the language", () => {
    const script = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const read = fs.readFileSync;
      let tables = 0;
      fs.readFileSync = (path, ...rest) => { if (String(path).endsWith(".tsv")) tables++; return read(path, ...rest); };
      syncBuiltinESMExports();
      const { detectLanguage } = await import("./src/language/translate/detect-language.ts");
      const { translateQuestion } = await import("./src/language/translate/translate.ts");
      detectLanguage("Who visited Lang Son?");
      const before = tables;
      translateQuestion("Who visited Lang Son?", "en");
      process.stdout.write(before + " " + (tables > 0));
    `;
    const args = ["--import", "tsx", "--input-type=module", "-e", script];
    expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toBe("0 true");
  });
});

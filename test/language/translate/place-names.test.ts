import { describe, expect, it } from "vitest";
import { terms } from "../../../src/language/text/terms.ts";
import { fitToCorpus, matchForms } from "../../../src/language/translate/place-names.ts";
import { translateQuestion } from "../../../src/language/translate/translate.ts";

/** Looks syllables up in a text, as an index over a corpus would. */
function corpus(text: string) {
  const folded = ` ${terms(text)
    .map((term) => term.folded)
    .join(" ")} `;
  return (syllables: readonly string[]) => folded.includes(` ${syllables.join(" ")} `);
}

const VISIT = corpus(
  "Sáng 3/4, ông Võ Hiểu Huy, Bí thư Thị ủy, thăm chợ. Bà Trần Cương xem tweet của Trump.",
);

describe("matchForms", () => {
  it("picks the first form that occurs", () => {
    expect(matchForms(["Vũ Hiểu Huy", "Võ Hiểu Huy"], VISIT)).toBe("Võ Hiểu Huy");
    expect(matchForms(["Hùng Ba"], VISIT)).toBeNull();
    expect(matchForms([], VISIT)).toBeNull();
  });

  it("asks for a shared beginning only once", () => {
    const asked: string[] = [];
    matchForms(["Lý A Huy", "Lý A Huệ", "Lý A Hội"], (syllables) => {
      asked.push(syllables.join(" "));
      return false;
    });
    expect(asked).toEqual(["ly a"]);
  });
});

describe("fitToCorpus", () => {
  it("puts a pinyin name in the form that the corpus has", () => {
    const question = translateQuestion("What position does Wu Xiaohui hold?", "en");
    expect(question.text).toBe("Ngô Hiểu Huy giữ chức vụ gì");
    expect(fitToCorpus(question, VISIT)).toBe("Võ Hiểu Huy giữ chức vụ gì");
  });

  it("does the same for a name in Han characters", () => {
    const question = translateQuestion("武晓辉是谁？", "zh");
    expect(fitToCorpus(question, VISIT)).toBe("Võ Hiểu Huy là ai");
  });

  it("leaves the likeliest form of a name that the corpus lacks", () => {
    const question = translateQuestion("Who is Xu Dawei?", "en");
    expect(fitToCorpus(question, VISIT)).toBe(question.text);
  });

  it("takes the typed Vietnamese name for the one meant", () => {
    const { text, alternatives } = translateQuestion("Who is Wu Xiaohui (Vo Hieu Huy)?", "en");
    expect(text).toBe("Võ Hiểu Huy là ai");
    expect(alternatives).toEqual([]);
  });

  it("adds unknown words that the corpus has", () => {
    const question = translateQuestion("What did he tweet about zzyzx?", "en");
    expect(question.untranslated).toEqual(["tweet", "zzyzx"]);
    expect(fitToCorpus(question, VISIT)).toMatch(/ tweet$/u);
  });
});

import { describe, expect, it } from "vitest";
import { expandedTerms } from "../../../src/language/translate/expand-abbreviations.ts";
import { foreignLanguage, foreignNames, glosses } from "../../../src/language/translate/gloss.ts";

const ENGLISH =
  "Vice Chairman of the Lạng Sơn provincial People's Committee received a delegation from Chongzuo led by Wei Dongming on March 14.";
const CHINESE = "2024年3月14日，谅山省人民委员会副主席段文林会见了崇左市副市长韦东明率领的代表团。";

describe("foreignLanguage", () => {
  it.each([
    [ENGLISH, "en"],
    [CHINESE, "zh"],
    ["Ngày 14/3, Phó Chủ tịch UBND tỉnh Lạng Sơn tiếp đoàn thành phố Sùng Tả.", null],
    ["Ngay 14/3, Pho Chu tich UBND tinh Lang Son tiep doan thanh pho Sung Ta.", null],
    ["Tiếp ông Vi Đông Minh (韦东明), Phó Thị trưởng thành phố Sùng Tả (崇左).", null],
    ["Lang Son", null],
    ["", null],
  ])("tells the language of “%s”", (text, language) => {
    expect(foreignLanguage(text)).toBe(language);
  });
});

describe("a foreign text", () => {
  it.each([ENGLISH, CHINESE])("is found by Vietnamese words: %s", (text) => {
    const words = new Set(expandedTerms(text).map(({ folded }) => folded));
    for (const word of ["doan", "sung", "ta", "lang", "son"]) expect(words).toContain(word);
  });

  it("keeps each rendered word in the range of its sentence", () => {
    const text = `${CHINESE}双方就智慧口岸建设交换了意见。`;
    const [first, second] = glosses(text);
    expect(text.slice(first!.start, first!.end)).toBe(CHINESE);
    expect(second!.vi).toContain("cửa khẩu");
    for (const { start, end } of expandedTerms(text)) expect(end).toBeGreaterThan(start);
  });

  it("has its persons where they stand", () => {
    expect(foreignNames(CHINESE)!.map(({ start, end }) => CHINESE.slice(start, end))).toEqual([
      "段文林",
      "韦东明",
    ]);
    expect(foreignNames(ENGLISH)!.map(({ start, end }) => ENGLISH.slice(start, end))).toContain(
      "Wei Dongming",
    );
  });
});

describe("a rendered statement", () => {
  it.each([
    [
      "The delegation went to Chongzuo, where it met Vice Mayor Wei Dongming in the evening.",
      "ở đâu",
    ],
    ["The mayor described the road, which was opened to trucks in the spring of this year.", "nào"],
    [
      "The visitors asked the city how long the repair of the bridge would take this time.",
      "bao lâu",
    ],
  ])("asks nothing: %s", (sentence, asked) => {
    expect(glosses(sentence)[0]!.vi).not.toContain(asked);
  });

  it.each([
    [
      "On May 4 Chairman Ly Van Hoa was received by Wei Dongming, Vice Mayor of Nanning, in Kunming.",
      "tại Côn Minh",
    ],
    [
      "In the evening of May 4, Ly Van Hoa called on Vietnamese Consul General Pham Duy Lan.",
      "chào xã giao Tổng lãnh sự",
    ],
    [
      "They joined talks in Nanning, chaired by Chu The Long and Pham Duy Lan.",
      "do Chu The Long và Pham Duy Lan chủ trì",
    ],
  ])("puts who, where and what was done as reports do: %s", (sentence, vi) => {
    expect(glosses(sentence)[0]!.vi).toContain(vi);
  });
});

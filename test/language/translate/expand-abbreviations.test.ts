import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandedTerms, writtenOut } from "../../../src/language/translate/expand-abbreviations.ts";
import { vietnameseText } from "../text/arbitraries.ts";

describe("writing out abbreviations", () => {
  it.each([
    ["Chủ tịch UBND TP.HCM là ai?", "Chủ tịch ủy ban nhân dân thành phố Hồ Chí Minh là ai?"],
    ["chu tich hdnd tinh lang son", "chu tich hoi dong nhan dan tinh lang son"],
    ["Đại sứ TQ tại VN", "Đại sứ Trung Quốc tại Việt Nam"],
    ["Ủy viên BCH T.Ư Đảng", "Ủy viên ban chấp hành trung ương Đảng"],
    ["đ/c Huyên", "đồng chí Huyên"],
    ["CT UBND tỉnh", "chủ tịch ủy ban nhân dân tỉnh"],
    ["HDND tỉnh Lạng Sơn", "hội đồng nhân dân tỉnh Lạng Sơn"],
    ["sau bão Yagi", "sau bão số 3"],
  ])("%s", (typed, expected) => {
    expect(writtenOut(typed)).toBe(expected);
  });

  it.each(["Thứ tư tuần trước", "đầu tư", "Tập đoàn CT Group", "tu ngay nao"])(
    "leaves words alone: %s",
    (text) => {
      expect(writtenOut(text)).toBe(text);
    },
  );
});

describe("terms with abbreviations written out", () => {
  it("gives every word of the full form the range of the abbreviation", () => {
    expect(expandedTerms("UBND tỉnh")).toEqual([
      { marked: "ủy", folded: "uy", start: 0, end: 4 },
      { marked: "ban", folded: "ban", start: 0, end: 4 },
      { marked: "nhân", folded: "nhan", start: 0, end: 4 },
      { marked: "dân", folded: "dan", start: 0, end: 4 },
      { marked: "tỉnh", folded: "tinh", start: 5, end: 9 },
    ]);
  });

  it("makes both forms the same words", () => {
    const words = (text: string) => expandedTerms(text).map((term) => term.marked);
    expect(words("Phó Chủ tịch UBND TP Sùng Tả")).toEqual(
      words("Phó Chủ tịch Ủy ban nhân dân thành phố Sùng Tả"),
    );
  });

  it("keeps ranges in order and within the text", () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        let last = 0;
        for (const { start, end } of expandedTerms(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
          last = start;
        }
      }),
    );
  });
});

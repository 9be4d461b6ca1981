import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fold,
  foldAligned,
  hasMarks,
  latinWords,
  stripMarks,
  unifyTonePlacement,
} from "../../../src/language/text/fold.ts";
import { normalizeText } from "../../../src/language/text/normalize.ts";
import { vietnameseText } from "./arbitraries.ts";

describe("fold", () => {
  it("strips every Vietnamese mark and keeps the case where asked", () => {
    expect(stripMarks("Đoàn Thị Hậu, Uỷ viên")).toBe("Doan Thi Hau, Uy vien");
    expect(fold("ĐẶNG Hữu Đức")).toBe("dang huu duc");
  });

  it("strips what decomposition shows as marks, for any text", () => {
    const reference = (text: string) =>
      text
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .replaceAll("đ", "d")
        .replaceAll("Đ", "D")
        .normalize("NFC");
    fc.assert(
      fc.property(fc.oneof(vietnameseText, fc.string({ unit: "binary" })), (text) => {
        expect(stripMarks(text)).toBe(reference(text));
      }),
    );
    for (let code = 0; code < 0x2070; code += 1) {
      const ch = String.fromCharCode(code);
      expect(stripMarks(ch)).toBe(reference(ch));
    }
  });

  it("is idempotent, and leaves no mark behind", () => {
    fc.assert(
      fc.property(vietnameseText.map(normalizeText), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(hasMarks(folded)).toBe(false);
      }),
    );
  });
});

describe("foldAligned", () => {
  it("keeps every offset", () => {
    fc.assert(
      fc.property(fc.oneof(vietnameseText, fc.string({ unit: "binary" })), (text) => {
        expect(foldAligned(normalizeText(text))).toHaveLength(normalizeText(text).length);
      }),
    );
  });

  it("folds what can be folded beside a letter that can't", () => {
    expect(foldAligned("a\u0323\u0302\u0331b Đỗ")).toMatch(/b do$/u);
  });
});

describe("latinWords", () => {
  it("counts Latin words and those with marks as the expressions do, where a text has no other letters", () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const counted = latinWords(text);
        if (counted === null) return;
        const words = text.match(/[\p{Script=Latin}\p{M}]+/gu) ?? [];
        expect(counted).toEqual({ count: words.length, marked: words.filter(hasMarks).length });
      }),
    );
    expect(latinWords("Đoàn 3 xã, Hà Khẩu")).toEqual({ count: 4, marked: 4 });
    expect(latinWords("Lạng Sơn 谅山")).toBeNull();
  });
});

describe("unifyTonePlacement", () => {
  it.each([
    ["hoà bình", "hòa bình"],
    ["Uỷ ban", "Ủy ban"],
    ["SỨC KHOẺ", "SỨC KHỎE"],
    ["Thuỵ Điển", "Thụy Điển"],
    ["quý khách, quỹ", "quý khách, quỹ"],
    ["hoàn toàn", "hoàn toàn"],
    ["thúy", "thúy"],
  ])("%s → %s", (written, unified) => {
    expect(unifyTonePlacement(written)).toBe(unified);
  });

  it("keeps length and folding", () => {
    fc.assert(
      fc.property(vietnameseText.map(normalizeText), (text) => {
        const unified = unifyTonePlacement(text);
        expect(unified).toHaveLength(text.length);
        expect(fold(unified)).toBe(fold(text));
        expect(unifyTonePlacement(unified)).toBe(unified);
      }),
    );
  });
});

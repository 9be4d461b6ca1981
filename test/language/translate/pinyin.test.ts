import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isPinyinSurname,
  pinyinNameForms,
  pinyinPlaceForms,
  splitPinyin,
} from "../../../src/language/translate/pinyin.ts";

describe("pinyinNameForms", () => {
  it.each([
    ["Xiong Bo", "Hùng Ba"],
    ["Liu Ning", "Lưu Ninh"],
    ["Wu Xiaohui", "Vũ Hiểu Huy"],
    ["He Wei", "Hà Vĩ"],
    ["Huang Min", "Hoàng Mẫn"],
    ["Xu Hong", "Hứa Hồng"],
    ["Chen Gang", "Trần Cương"],
    ["Ouyang Hua", "Âu Dương Hoa"],
    ["Lü Jun", "Lữ Quân"],
    ["Lyu Jun", "Lữ Quân"],
    ["Li Xi'an", "Lý Tây An"],
    ["Wei Chao Hui", "Vi Triều Huy"],
  ])("offers for %s the form %s", (name, expected) => {
    expect(pinyinNameForms(name.split(" "))).toContain(expected);
  });

  it("puts the usual form of a common name first", () => {
    expect(pinyinNameForms(["Liu", "Ning"])[0]).toBe("Lưu Ninh");
    expect(pinyinNameForms(["Wang", "Bo"])[0]).toBe("Vương Ba");
  });

  it.each([
    "Hung Ba",
    "Nguyen Phuc",
    "Donald Trump",
    "Kim Jong",
    "Xiong",
    "Xiong Xiaohuiming",
    "",
    "Duong Huyen",
  ])("offers none for %j, which is no Chinese name", (name) => {
    expect(pinyinNameForms(name.split(" "))).toEqual([]);
  });

  it("stays bounded and without repeats", () => {
    const word = fc.constantFrom("Li", "Wu", "Yi", "Yu", "Ji", "Xiaoyi", "Zhiyu", "Jiyi", "Shi");
    fc.assert(
      fc.property(word, word, (surname, given) => {
        const forms = pinyinNameForms([surname, given]);
        expect(forms.length).toBeLessThanOrEqual(400);
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });
});

describe("pinyin syllables", () => {
  it("splits words into the fewest syllables", () => {
    expect(splitPinyin("xiaohui")).toEqual(["xiao", "hui"]);
    expect(splitPinyin("fangchenggang")).toEqual(["fang", "cheng", "gang"]);
    expect(splitPinyin("trump")).toBeNull();
  });

  it("reads places and tells surnames", () => {
    expect(pinyinPlaceForms("Longzhou")).toContain("Long Châu");
    expect(pinyinPlaceForms("Hanoi")).toEqual([]);
    expect(isPinyinSurname("Qin")).toBe(true);
    expect(isPinyinSurname("Trump")).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areOneName, readingOf } from "../../../src/language/translate/index.ts";

describe("names of one person in different scripts", () => {
  it.each([
    ["韦国峰", "Vi Quốc Phong"],
    ["韦国峰", "Wei Guofeng"],
    ["Wei Guofeng", "Vi Quốc Phong"],
    ["Vi Quốc Phong", "韦国峰"],
    ["何德盛", "Hà Đức Thịnh"],
    ["韦国峰", "vi quoc phong"],
  ])("%s may be %s", (one, other) => {
    expect(areOneName(one, other)).toBe(true);
  });

  it.each([
    ["韦国峰", "Vi Quốc Hùng"],
    ["Wei Guofeng", "Vi Thị Phong"],
    ["韦国峰", "Quốc Phong"],
    ["Vi Quốc Phong", "Vi Quốc Phong"],
    ["", ""],
  ])("%s is not told to be %s by its sound", (one, other) => {
    expect(areOneName(one, other)).toBe(false);
  });

  it("takes either order, whatever the texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        expect(areOneName(a, b)).toBe(areOneName(b, a));
      }),
    );
  });

  it("reads a name in characters as Vietnamese has it, and no other", () => {
    expect(readingOf("武晓辉")).toBe("Vũ Hiểu Huy");
    expect(readingOf("Vũ Hiểu Huy")).toBeNull();
  });
});

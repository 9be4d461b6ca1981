import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columns, cut, pad, wrap } from "../../../src/apps/cli/io.ts";
import { vietnameseText } from "../../language/text/arbitraries.ts";

it("Han characters take two columns, combining marks none", () => {
  expect(columns("Lạng Sơn")).toBe(8);
  expect(columns("Lạng Sơn".normalize("NFD"))).toBe(8);
  expect(columns("谅山 (LS)")).toBe(9);
  expect(pad("谅山", 6)).toBe("谅山  ");
});

it("a text that fits is not cut, a longer one ends with an ellipsis", () => {
  expect(cut("Lạng Sơn", 8)).toBe("Lạng Sơn");
  expect(cut("Lạng Sơn", 7)).toBe("Lạng S…");
  expect(cut("谅山谅山", 6)).toBe("谅山…");
});

describe("wrapping", () => {
  it("breaks between words, and words that are too long", () => {
    expect(wrap("một hai  ba", 7)).toEqual(["một hai", "ba"]);
    expect(wrap("ab cdefghij k", 4)).toEqual(["ab", "cdef", "ghij", "k"]);
    expect(wrap("谅山谅山", 5)).toEqual(["谅山", "谅山"]);
    expect(wrap("  ", 5)).toEqual([]);
  });

  it("keeps every character and the width", () => {
    fc.assert(
      fc.property(vietnameseText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
        expect(columns(cut(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage, overlap } from "../../src/retrieval/overlap.ts";
import { terms } from "../../src/text/terms.ts";
import { query } from "./query.ts";

describe("how a question's words stand in a text", () => {
  const asked = query("đoàn Kim Bình tặng quà");

  it("counts words with their marks fully, and half where the marks differ", () => {
    const found = overlap(asked, terms("Đoan Kim Bình có quà."));
    expect(found.matches).toEqual([0.5, 1, 1, 0, 1]);
    expect(found.positions).toEqual([[0], [1], [2], [], [4]]);
  });

  it("counts every match fully where the question has no marks", () => {
    const found = overlap(query("doan kim binh tang qua"), terms("Đoàn Kim Bình tặng quà"));
    expect(found.matches).toEqual([1, 1, 1, 1, 1]);
    expect(found.pairs).toBe(1);
  });

  it("sees which words stand side by side", () => {
    expect(overlap(asked, terms("đoàn Kim Bình tặng quà")).pairs).toBeCloseTo(1);
    expect(overlap(asked, terms("quà tặng, Bình Kim, đoàn")).pairs).toBe(0);
  });

  it("covers more with rare words than with common ones", () => {
    const weighed = query("đoàn Hạnh", { đoàn: 90, hạnh: 1 });
    const share = (text: string) => coverage(weighed, overlap(weighed, terms(text)).matches);
    expect(share("Hạnh")).toBeGreaterThan(0.9);
    expect(share("đoàn")).toBeLessThan(0.1);
    expect(share("đoàn Hạnh")).toBeCloseTo(1);
  });

  it("stays within 0 and 1 for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        const found = overlap(asked, terms(text));
        for (const share of [found.pairs, coverage(asked, found.matches)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

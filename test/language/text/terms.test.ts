import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/language/text/fold.ts";
import { normalizeText } from "../../../src/language/text/normalize.ts";
import { clausesOf, terms } from "../../../src/language/text/terms.ts";
import { vietnameseText } from "./arbitraries.ts";

describe("terms", () => {
  it("cuts syllables, numbers and Han characters", () => {
    expect(terms("Uỷ viên UBND, 16 thoả thuận; 谅山").map((term) => term.marked)).toEqual([
      "ủy",
      "viên",
      "ubnd",
      "16",
      "thỏa",
      "thuận",
      "谅",
      "山",
    ]);
  });

  it("finds the runs of letters, marks and digits of any text", () => {
    fc.assert(
      fc.property(vietnameseText.map(normalizeText), (text) => {
        const runs = (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((run) =>
          run.length > 1 && /\p{Script=Han}/u.test(run) ? [...run] : [run],
        );
        const found = terms(text);
        expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(runs);
      }),
    );
  });

  it("takes a Han character of two code units for one", () => {
    expect(terms("𠀀谅a𠀀").map(({ marked, start, end }) => [marked, start, end])).toEqual([
      ["𠀀", 0, 2],
      ["谅", 2, 3],
      ["a", 3, 4],
      ["𠀀", 4, 6],
    ]);
  });

  it("points into the text", () => {
    fc.assert(
      fc.property(vietnameseText.map(normalizeText), (text) => {
        let last = 0;
        for (const term of terms(text)) {
          expect(term.start).toBeGreaterThanOrEqual(last);
          expect(term.end).toBeGreaterThan(term.start);
          expect(fold(text.slice(term.start, term.end))).toBe(term.folded);
          last = term.end;
        }
      }),
    );
  });
});

describe("clauses", () => {
  it("part words that are no name together", () => {
    expect(clausesOf("trụ sở UBND tỉnh, Đoàn công tác (11 người) – cán bộ")).toEqual([
      "trụ sở UBND tỉnh",
      " Đoàn công tác ",
      "11 người",
      "",
      "cán bộ",
    ]);
  });
});

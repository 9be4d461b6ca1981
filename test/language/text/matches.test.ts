import fc from "fast-check";
import { expect, it } from "vitest";
import { matchesIn } from "../../../src/language/text/matches.ts";
import { vietnameseText } from "./arbitraries.ts";

it.each([/ngày (?<d>\d+)/giu, /\p{L}+/gu, /\d*/gu, /(?=[a-z])/g, /\u{20000}|/gu])(
  "gives what matchAll gives: %s",
  (pattern) => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const found = matchesIn(`${text} ngày 3 \u{20000}`, pattern);
        const expected = [...`${text} ngày 3 \u{20000}`.matchAll(pattern)];
        expect(found).toEqual(expected);
        expect(found.map(({ index }) => index)).toEqual(expected.map(({ index }) => index));
      }),
    );
  },
);

it("begins at the beginning, wherever the expression was left", () => {
  const pattern = /a/gu;
  pattern.exec("aaa");
  expect(matchesIn("aaa", pattern)).toHaveLength(3);
  expect(pattern.lastIndex).toBe(0);
});

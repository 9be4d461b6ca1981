import fc from "fast-check";
import { expect, it } from "vitest";
import { datePatterns } from "../../../src/language/text/date-patterns.ts";
import { fold } from "../../../src/language/text/fold.ts";

const PARTS =
  "ngày|tháng|năm|quý|II|4|2|31|12|2019|2024|05|/|-|.|–|‐|đến|tới|hết|to|in|of|st|May|sept|mười một|tư|hai|mùng|,| | | | |年|月|日";

it.each([true, false])("finds no date in a text without what its shape needs (%s)", (marked) => {
  const { shapes } = datePatterns(marked);
  const texts = fc
    .array(fc.constantFrom(...PARTS.split("|")), { minLength: 2, maxLength: 9 })
    .map((parts) => (marked ? parts.join("") : fold(parts.join(""))));
  const spaced = fc
    .array(fc.constantFrom(...PARTS.split("|")), { minLength: 2, maxLength: 7 })
    .map((parts) => (marked ? parts.join(" ") : fold(parts.join(" "))));
  fc.assert(
    fc.property(fc.oneof(texts, spaced), (text) => {
      for (const { pattern, needs } of shapes)
        if (text.search(pattern) >= 0) expect(text.toLowerCase()).toMatch(needs);
    }),
    { numRuns: 3_000 },
  );
});

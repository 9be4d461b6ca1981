import fc from "fast-check";
import { expect, it } from "vitest";
import { type Insertion, show } from "../../../src/answers/passages/shown.ts";

it("puts insertions behind their words and moves ranges", () => {
  const sentence = "Sáng nay, ông tiếp bà Lan.";
  const shown = show(sentence, { start: 0, end: sentence.length }, [
    { at: 13, text: "Bình", kind: "name" },
    { at: 8, text: "21/1/2025", kind: "date" },
  ]);
  expect(shown.text).toBe("Sáng nay [21/1/2025], ông [Bình] tiếp bà Lan.");
  const { start, end } = shown.place({ start: 22, end: 25 });
  expect(shown.text.slice(start, end)).toBe("Lan");
  const date = shown.place({ start: 0, end: 8 });
  expect(shown.text.slice(date.start, date.end)).toBe("Sáng nay");
});

it("is verbatim without what was added, and places any range on the same words", () => {
  const cases = fc.string({ minLength: 1 }).chain((sentence) => {
    const at = fc.nat({ max: sentence.length });
    const range = fc
      .tuple(at, at)
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const kind = fc.constant("date" as const);
    const insertions: fc.Arbitrary<Insertion[]> = fc.uniqueArray(
      fc.record({ at, text: fc.string({ minLength: 1 }), kind }),
      { selector: (insertion) => insertion.at, maxLength: 4 },
    );
    return fc.tuple(fc.constant(sentence), range, insertions);
  });
  fc.assert(
    fc.property(cases, ([sentence, clip, insertions]) => {
      const shown = show(sentence, clip, insertions);
      let plain = shown.text;
      for (const { start, end } of shown.added.toReversed())
        plain = plain.slice(0, start) + plain.slice(end);
      expect(plain).toBe(sentence.slice(clip.start, clip.end));
      for (let i = clip.start; i < clip.end; i++) {
        const { start, end } = shown.place({ start: i, end: i + 1 });
        expect(shown.text.slice(start, end)).toBe(sentence[i]);
      }
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersIn } from "../../../src/language/names/numbers.ts";

const found = (text: string) => numbersIn(text).map((n) => text.slice(n.start, n.end));

describe("numbers with their units", () => {
  it.each([
    ["Đoàn gồm 18 người.", ["18 người"]],
    ["Kim ngạch đạt 1,25 tỷ USD.", ["1,25 tỷ USD"]],
    ["Huyện tặng hai mươi lăm suất quà.", ["hai mươi lăm suất quà"]],
    ["Đoàn ký 3 văn kiện và 10 biên bản.", ["3 văn kiện", "10 biên bản"]],
    ["Diện tích tăng 12,5%.", ["12,5%"]],
    ["Có 4 tỉnh của Việt Nam dự.", ["4 tỉnh"]],
    ["Hơn 30 em được nhận quà.", ["30 em"]],
  ])("in: %s", (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });

  it("know where the bare number ends, its multiplier included", () => {
    const text = "Hạt đầu tư 1,25 tỷ đồng.";
    const [number] = numbersIn(text);
    expect(text.slice(number!.start, number!.numberEnd)).toMatch(/^1,25 tỷ/u);
  });

  it.each(["Năm ngoái ông thăm cha.", "Ba của bà là giáo viên.", "Quốc lộ A1B"])(
    "are not read from look-alikes: %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it("lie within any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
        for (const { start, numberEnd, end } of numbersIn(text)) {
          expect(0 <= start && start < numberEnd && numberEnd <= end && end <= text.length).toBe(
            true,
          );
        }
      }),
    );
  });
});

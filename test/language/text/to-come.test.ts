import { describe, expect, it } from "vitest";
import { isToCome, TO_COME } from "../../../src/language/text/settle-date.ts";

describe("what is still to come", () => {
  it.each(TO_COME)("$words: $example", ({ words, example }) => {
    expect(new RegExp(words, "iu").test(example)).toBe(true);
    expect(isToCome(example)).toBe(true);
  });

  it.each([
    "Hai bên đã ký Thỏa thuận về bưu chính.",
    "Đoàn công an Bách Sắc sang năm 2024.",
    "Bến xe được sắp xếp lại từ năm 2023.",
    "Phiên thứ 12 họp tại Nam Ninh ngày 3/4/2025.",
  ])("is not told by: %s", (sentence) => {
    expect(isToCome(sentence)).toBe(false);
  });
});

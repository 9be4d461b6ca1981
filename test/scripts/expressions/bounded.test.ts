import { describe, expect, it } from "vitest";
import { isBounded } from "../../../scripts/expressions/bounded.ts";

describe("what is seen to be linear", () => {
  it.each([
    ["a word list", "(?<!\\p{L})(?:tỉnh|thành phố|huyện|thị xã|thị)(?!\\p{L})", "iu"],
    ["bounded words between two", "đoàn (?:\\p{L}{1,20} ){0,4}thăm", "u"],
    ["a bounded gap", "từ[^.;]{0,40}?đến", "u"],
    ["a run at one start", "^\\d+ trang", "u"],
    ["a run behind none of its own", "(?<![\\s?])[\\s?]+$", "u"],
    ["a run that ends where what follows begins", "^\\p{L}+ \\d{1,4}$", "u"],
    ["a line for each of its starts", "(?:^|, )(?:khi |sau )?(?:tiếp|đón) ", "gu"],
    ["a bounded gap before a word of two lists", "(?:a|b)[^.]{0,60}(?:c|d)[^.]{0,60}e", "u"],
    ["a filler that ends before another of its own", "a(?:b |c ){0,90}(?!(?:b |c ))d", "u"],
    ["letters beyond ASCII in either case", "[àáâ]{1,9}Đ", "iu"],
  ])("%s", (_, source, flags) => {
    expect(isBounded(source, flags)).toBe(true);
  });

  it.each([
    ["digits from each digit on", "\\d+ trang", "u"],
    ["spaces before a sign", "\\s*[:.]$", "u"],
    ["a run at the end", "[^\\p{L}]+$", "u"],
    ["two runs of the same", "^\\s*\\s*x", "u"],
    ["a run of runs", "^(?:a+)+$", "u"],
    ["a word that stands twice in a repetition", "^(?:in|on|in)*$", "u"],
    ["a word that begins with another", "^(?:a|ab|b)*c", "u"],
    ["words without an end", "(?:\\p{L}+ ){0,2}người", "u"],
    ["a gap without an end", "từ[^.;]*đến", "u"],
    ["the start of each line", "^.*x", "gmu"],
    ["what a lookahead reads on", "a(?=.*b)", "u"],
    ["what a lookbehind reads back", "(?<=a.*)b", "u"],
    ["what a group has matched", "(a{1,9})b\\1", "u"],
    ["large bounds within large bounds", "(?:a{0,99}b?){0,99}c", "u"],
    ["letters that differ by case only", "^(?:a|A)*b", "iu"],
  ])("not %s", (_, source, flags) => {
    expect(isBounded(source, flags)).toBe(false);
  });
});

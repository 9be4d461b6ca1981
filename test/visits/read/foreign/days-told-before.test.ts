import { expect, it } from "vitest";
import { daysToldBefore } from "../../../../src/visits/read/foreign/days-told-before.ts";

const last = (language: "en" | "zh", published: string | null, ...sentences: string[]) =>
  sentences.map(daysToldBefore(published, language)).at(-1)!.text;

it.each([
  [
    "They met on June 3 in Kunming.",
    "The following day, they saw a port.",
    "On June 4, they saw a port.",
  ],
  [
    "They met on June 30 in Kunming.",
    "They went on the next morning.",
    "They went on the morning of July 1.",
  ],
  [
    "They met on June 3.",
    "That evening she met the mayor.",
    "On the evening of June 3 she met the mayor.",
  ],
  [
    "The work was to end by June 3.",
    "The following day they left.",
    "The following day they left.",
  ],
  [
    "They met on June 3.",
    "On June 5 the same day trip began.",
    "On June 5 the same day trip began.",
  ],
])("an English day is written out behind “%s”: %s", (before, sentence, whole) => {
  expect(last("en", "2025-07-02", before, sentence)).toBe(whole);
});

it.each([
  ["6月3日，双方举行会谈。", "当晚，市长会见了代表团。", "6月3日晚，市长会见了代表团。"],
  ["6月3日，双方举行会谈。", "4日上午，代表团回国。", "6月4日上午，代表团回国。"],
  ["6月30日，双方举行会谈。", "次日，代表团回国。", "7月1日，代表团回国。"],
  ["双方举行会谈。", "28日上午，代表团回国。", "6月28日上午，代表团回国。"],
])("a Chinese day is written out behind “%s”: %s", (before, sentence, whole) => {
  expect(last("zh", "2025-07-02", before, sentence)).toBe(whole);
});

it("nothing is written where no day was told", () => {
  expect(last("en", null, "The following day they left.")).toBe("The following day they left.");
  expect(last("zh", null, "4日上午，代表团回国。")).toBe("4日上午，代表团回国。");
});

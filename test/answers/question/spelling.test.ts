import { expect, it } from "vitest";
import { type KnownWords, oneLetterAway, spell } from "../../../src/answers/question/spelling.ts";

const TEXT = " ai tiep doan hong ha do ong mai van lan dan dau tai lao cai voi tochigi ";
const known: KnownWords = {
  frequencies: (words) => new Map(words.map((word) => [word, TEXT.includes(` ${word} `) ? 1 : 0])),
  together: (syllables) => TEXT.includes(` ${syllables.join(" ")} `),
  chunksWith: (syllables) => (TEXT.includes(` ${syllables.join(" ")} `) ? 1 : 0),
  isWord: (marked) => !["hồg", "tiêp", "trưòng"].includes(marked),
};

it.each([
  ["Ai dẫn đầu đoàn Hồg Hà?", "Ai dan dau doan Hong Ha?"],
  ["Ông Mai Vănn Lân là ai?", "Ong Mai Van Lan la ai?"],
  ["Ai gặp đoàn Tochogi?", "Ai gap doan Tochigi?"],
])("puts a wrong letter right: %s", (typed, meant) => expect(spell(typed, known).text).toBe(meant));

it("reads the initials of a place that the corpus tells of", () => {
  expect(spell("Bí thư LC tiếp ai?", known).text).toBe("Bí thư Lào Cai tiếp ai?");
  expect(spell("Bí thư QT tiếp ai?", known).text).toBe("Bí thư QT tiếp ai?");
});

it("leaves words that the language has, though the corpus has not", () => {
  const text = "Lương của ông Lân bao nhiêu?";
  expect(spell(text, known)).toEqual({ text, guess: null });
});

it("knows the words that are one letter away", () => {
  const near = oneLetterAway("bag");
  for (const word of ["bang", "ba", "bat", "abg"]) expect(near.has(word)).toBe(true);
  expect(near.has("bag")).toBe(false);
});

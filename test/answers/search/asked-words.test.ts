import fc from "fast-check";
import { expect, it } from "vitest";
import { ArticleWords, WordNumbers } from "../../../src/answers/search/article-words.ts";
import { AskedWords } from "../../../src/answers/search/asked-words.ts";
import { overlap } from "../../../src/answers/search/word-overlap.ts";
import { terms } from "../../../src/language/text/terms.ts";
import { query } from "./query.ts";

const words = (most: number) =>
  fc
    .array(fc.constantFrom("đoàn", "doan", "Kim", "Kỉm", "tặng", "quà", "2024", "là"), {
      minLength: 1,
      maxLength: most,
    })
    .map((list) => list.join(" "));

it("finds the same overlap by numbers as by words", () => {
  fc.assert(
    fc.property(words(6), words(20), words(20), (question, text, other) => {
      const asked = query(question, { quà: 40, qua: 50 });
      const numbers = new WordNumbers();
      const numbered = [text, other].map((one) =>
        Int32Array.from(terms(one), ({ marked }) => numbers.ofMarked(marked)),
      );
      const byNumber = new AskedWords(asked, numbers);
      expect(byNumber.overlap(numbered[0]!)).toEqual(overlap(asked, terms(text)));
      expect(byNumber.overlap(numbered[1]!)).toEqual(overlap(asked, terms(other)));
    }),
  );
});

it("counts words of an article, and those that stand right behind the one before them", () => {
  fc.assert(
    fc.property(words(6), fc.array(words(8), { maxLength: 4 }), (question, texts) => {
      const asked = query(question);
      const numbers = new WordNumbers();
      const folded = texts.map((text) =>
        terms(text)
          .map((term) => term.folded)
          .join(" "),
      );
      const article = new ArticleWords(folded, numbers);
      const { counts, paired } = new AskedWords(asked, numbers).counts(article);
      const all = folded.flatMap((text) => text.split(" "));
      const count = (word: string) => all.filter((other) => other === word).length;
      expect(counts).toEqual(asked.terms.map(({ folded: word }) => count(word)));
      expect(paired).toEqual(
        asked.terms.map(
          (term, i) => i > 0 && article.has(`${asked.terms[i - 1]!.folded} ${term.folded}`),
        ),
      );
    }),
  );
});

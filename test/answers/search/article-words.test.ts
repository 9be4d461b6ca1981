import fc from "fast-check";
import { expect, it } from "vitest";
import { ArticleWords } from "../../../src/answers/search/article-words.ts";

const part = fc.array(fc.constantFrom("a", "ab", "b", "ba", "1"), { maxLength: 12 });

it("tells how many words there are, which are among them and which stand together, within the title or a chunk only", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), part, (parts, asked) => {
      const words = new ArticleWords(parts.map((list) => list.join(" ")));
      const all = parts.flat();
      expect(words.length).toBe(all.length);
      for (const word of asked) {
        expect(words.has(word)).toBe(all.includes(word));
      }
      asked.slice(1).forEach((second, i) => {
        const together = parts.some((list) =>
          list.some((word, at) => at > 0 && word === second && list[at - 1] === asked[i]),
        );
        expect(words.has(`${asked[i]} ${second}`)).toBe(together);
      });
    }),
  );
});

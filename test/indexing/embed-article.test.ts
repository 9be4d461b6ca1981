import { expect, it } from "vitest";
import { LateInteraction } from "../../src/answers/search/late-interaction.ts";
import { ingestFile } from "../../src/articles/parse/parse-document.ts";
import { embedArticle } from "../../src/indexing/embed-article.ts";
import { CHUNK_DEFAULTS } from "../../src/model/versions.ts";
import { report, shippedEmbedder } from "../index/fixture.ts";

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, d) => sum + value * b[d]!, 0);

it("gives the same vectors from tokens as from whole texts", async () => {
  const embedder = await shippedEmbedder();
  expect(embedder.tokenRows).not.toBeNull();
  const read = ingestFile("bai.md", new TextEncoder().encode(report(3)));
  const article = read.ok ? read.articles[0]! : null;
  const options = { ...CHUNK_DEFAULTS, targetSyllables: 60 };
  const fast = await embedArticle(article!, embedder, options);
  const plain = await embedArticle(article!, { ...embedder, tokenRows: null }, options);
  expect(fast.length).toBeGreaterThan(1);
  expect(plain).toHaveLength(fast.length);
  for (const [i, chunk] of fast.entries()) {
    expect(chunk.text).toBe(plain[i]!.text);
    expect(cosine(chunk.vector!, plain[i]!.vector!)).toBeGreaterThan(0.99);
    const question = (await embedder.embedQuery("Hai bên trao đổi về cửa khẩu"))!;
    const late = new LateInteraction(embedder);
    const cosines = await late.cosines(question, chunk.tokenIds!, chunk.sentenceLengths!);
    for (const [j, vector] of plain[i]!.sentenceVectors!.entries()) {
      expect(cosines[j]).toBeCloseTo(cosine(vector!, question), 3);
    }
    expect(chunk.tokenIds).toEqual(
      chunk.sentences.map(({ start, end }) => embedder.tokenIds(article!.text.slice(start, end))),
    );
  }
});

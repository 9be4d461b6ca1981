import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { stripMarks } from "../../src/language/text/fold.ts";
import type { Embedder } from "../../src/model/embedder.ts";

const MODEL = { model: "visits-vi-static", modelsDir: "embeddings", cacheDir: "embeddings/cache" };
let embedder: Embedder;

beforeAll(async () => {
  embedder = await createEmbedder(MODEL);
});
afterAll(() => embedder.close());

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  return a!.reduce((sum, x, j) => sum + x * b![j]!, 0);
}

const PASSAGES = [
  "Lạng Sơn đón đoàn Quảng Tây\nPhó Chủ tịch UBND tỉnh tiếp đoàn đại biểu Khu tự trị dân tộc Choang Quảng Tây.",
  "Giá cà phê tăng\nGiá cà phê trong nước sáng nay tăng một nghìn đồng mỗi ki-lô-gam.",
  "Chung kết cúp quốc gia\nĐội khách thắng hai không sau hiệp phụ trên sân Hàng Đẫy.",
];

test.each([
  "Ai tiếp đoàn đại biểu Quảng Tây ở Lạng Sơn?",
  "ai tiep doan dai bieu quang tay o lang son",
  "giá cà phê hôm nay thế nào",
  "gia ca phe hom nay the nao",
  "đội nào thắng trận chung kết",
  "doi nao thang tran chung ket",
])("%j is nearest to its passage", async (question) => {
  const expected = /qu[ảa]ng/iu.test(question) ? 0 : /c[àa] ph[êe]/u.test(question) ? 1 : 2;
  const vector = await embedder.embedQuery(question);
  const scores = (await embedder.embedPassages(PASSAGES)).map((p) => cosine(vector, p));
  expect(scores.indexOf(Math.max(...scores))).toBe(expected);
});

test("a text and the same without marks lie near each other", async () => {
  for (const passage of PASSAGES) {
    const [marked, unmarked] = await embedder.embedPassages([passage, stripMarks(passage)]);
    expect(cosine(marked!, unmarked!)).toBeGreaterThan(0.6);
  }
});

test("both tone placements and letter cases are one", async () => {
  const [one, other] = await embedder.embedPassages(["Thuỷ lợi HOÀ BÌNH", "thủy lợi Hòa Bình"]);
  expect(one).toEqual(other);
});

test.each(["", "   \n", "!?… — %", "😀🎉", "\u0000\u200b"])("%j has no vector", async (text) => {
  expect(await embedder.embedQuery(text)).toBeNull();
  expect(await embedder.embedPassages([text, "Lạng Sơn"])).toEqual([null, expect.anything()]);
  expect([...embedder.tokenIds(text)]).toEqual([]);
});

test("every vector of any text is finite and of unit length, and the same again", async () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  await fc.assert(
    fc.asyncProperty(text, async (sample) => {
      const vector = await embedder.embedQuery(sample);
      if (vector === null) return;
      expect(vector).toHaveLength(embedder.dimension);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      expect(await embedder.embedQuery(sample)).toEqual(vector);
    }),
    { numRuns: 150 },
  );
});

test("a lone surrogate and a text far over the longest length are embedded", async () => {
  expect(await embedder.embedQuery("Lạng Sơn \ud83d tiếp đoàn")).not.toBeNull();
  const long = await embedder.embedQuery("đoàn đại biểu tỉnh Lạng Sơn ".repeat(8000));
  expect(Math.hypot(...long!)).toBeCloseTo(1, 4);
});

test.each(["[PAD]", "[UNK]", "[SEP]", "<unk>", "</s>"])(
  "%s in a user's text counts as the letters in it",
  async (token) => {
    const [letters, written] = await embedder.embedPassages([
      `Phó Chủ tịch tỉnh ${token.replace(/[^a-z]/giu, "")} tiếp đoàn`,
      `Phó Chủ tịch tỉnh ${token} tiếp đoàn`,
    ]);
    expect(written).toEqual(letters);
  },
);

test("a text's vector is the direction of the sum of its token rows", async () => {
  const text = "Phó Chủ tịch tỉnh tiếp đoàn Quảng Tây ngày 21/1";
  const ids = [...embedder.tokenIds(text)];
  const rows = await embedder.tokenRows!(ids);
  expect(rows).toHaveLength(ids.length * embedder.dimension);
  const sum = new Float32Array(embedder.dimension);
  for (const [i, x] of rows.entries()) sum[i % embedder.dimension]! += x;
  const vector = await embedder.embedQuery(text);
  expect(cosine(sum, vector) / Math.hypot(...sum)).toBeCloseTo(1, 5);
  expect(await embedder.tokenRows!([])).toHaveLength(0);
});

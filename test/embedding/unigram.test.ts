import { readFile } from "node:fs/promises";
import { AutoTokenizer, env } from "@xenova/transformers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { UnigramPieces } from "../../src/embedding/unigram.ts";

interface LibraryModel {
  readonly vocab: readonly string[];
  tokenize(text: string): string[];
}

let model: LibraryModel;
let pieces: UnigramPieces;
const cut = (text: string) => pieces.cut(text);

beforeAll(async () => {
  env.allowRemoteModels = false;
  env.localModelPath = "embeddings";
  const tokenizer = await AutoTokenizer.from_pretrained("visits-vi-static");
  model = (tokenizer as unknown as { model: LibraryModel }).model;
  const { model: vocabulary } = JSON.parse(
    await readFile("embeddings/visits-vi-static/tokenizer.json", "utf8"),
  );
  pieces = new UnigramPieces(vocabulary);
});

test("a report is cut into the library's own pieces", () => {
  const text = "▁đoàn▁đại▁biểu▁tỉnh▁lạng▁sơn▁thăm▁và▁làm▁việc▁tại▁quảng▁tây▁ngày▁21▁1▁2025";
  expect(cut(text)).toEqual(model.tokenize(text));
  expect(cut(text).join("")).toBe(text);
});

test("so is any text, known letters or not", () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom("▁việt▁nam", "▁trung", "▁quoc", "▁ỡ", "▁武晓辉", "▁q", "▁2025", "▁<unk>"),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join("");
      expect(cut(text)).toEqual(text === "" ? [] : model.tokenize(text));
    }),
  );
});

test("a piece is found by its text; what is none has no row", () => {
  expect(model.vocab.map((piece) => pieces.idOf(piece))).toEqual(model.vocab.map((_, id) => id));
  expect(pieces.idOf("▁xin▁chào")).toBeUndefined();
  expect(pieces.idOf("武晓")).toBeUndefined();
});

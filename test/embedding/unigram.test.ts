import { AutoTokenizer, env } from "@xenova/transformers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { cutQuickly, type UnigramModel, unigramCutter } from "../../src/embedding/unigram.ts";

interface LibraryModel extends UnigramModel {
  tokenize(text: string): string[];
}

let model: LibraryModel;
let cut: (text: string) => string[];

beforeAll(async () => {
  env.allowRemoteModels = false;
  env.localModelPath = "embeddings";
  const tokenizer = await AutoTokenizer.from_pretrained("visits-vi-static");
  model = (tokenizer as unknown as { model: LibraryModel }).model;
  cut = unigramCutter(model);
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

test("the library cuts with it and lets go of its tree; a model of another kind stays as it is", () => {
  const before = model.tokenize("▁hội▁đàm▁tại▁cửa▁khẩu");
  cutQuickly(model);
  expect(model.trie).toBeUndefined();
  expect(model.encode(["▁hội▁đàm▁tại▁cửa▁khẩu"])).toEqual(before);
  const other = { encode: () => ["kept"] };
  cutQuickly(other);
  expect(other.encode()).toEqual(["kept"]);
});

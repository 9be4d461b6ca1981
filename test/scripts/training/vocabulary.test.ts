import { expect, test } from "vitest";
import { Unigram } from "../../../scripts/training/unigram.ts";
import { VocabularyBuilder } from "../../../scripts/training/vocabulary.ts";

const builder = new VocabularyBuilder();
for (let i = 0; i < 50; i++) {
  builder.add("thủ_tướng nguyễn_xuân_phúc thăm trung_quốc năm 2019");
  builder.add("đoàn_đại_biểu quảng_tây thăm lạng_sơn");
  builder.add("tổng_thống macron videgaray");
}
builder.add("hiếm_hoi");
const pieces = builder.build({ words: 60, folded: 30, fragments: 300 });
const tokenizer = new Unigram(pieces);
const cut = (text: string, folded = false) =>
  tokenizer.encode(text, folded).map((id) => pieces[id]!.text);

test("frequent words are one piece, with marks and as typed without", () => {
  expect(cut("thủ tướng thăm trung quốc")).toEqual(["▁thủ▁tướng", "▁thăm", "▁trung▁quốc"]);
  expect(cut("thu tuong tham trung quoc")).toEqual(["▁thu▁tuong", "▁tham", "▁trung▁quoc"]);
  expect(cut("thủ tướng", true)).toEqual(["▁thu▁tuong"]);
});

test("a part of a longer word is a piece of its own", () => {
  expect(cut("nguyễn xuân phúc")).toEqual(["▁nguyễn▁xuân▁phúc"]);
  expect(cut("xuân phúc")).toEqual(["▁xuân", "▁phúc"]);
});

test("an unknown name is cut into parts, and nothing of it is lost", () => {
  expect(cut("videron").join("")).toBe("▁videron");
  expect(cut("videron")).not.toContain("[UNK]");
  expect(cut("熊")).toEqual(["▁", "[UNK]"]);
});

test("pieces are distinct, padding and the unknown piece come first, the sizes are kept", () => {
  const texts = pieces.map((p) => p.text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.slice(0, 2)).toEqual(["[PAD]", "[UNK]"]);
  expect(pieces.length).toBeLessThanOrEqual(2 + 60 + 30 + 300);
  expect(pieces.slice(2).every((p) => p.score < 0)).toBe(true);
});

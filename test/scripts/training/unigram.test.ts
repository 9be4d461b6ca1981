import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readModel } from "../../../scripts/training/model-files.ts";
import { tokenizerForm } from "../../../scripts/training/text.ts";
import { UNKNOWN_ID, Unigram } from "../../../scripts/training/unigram.ts";
import { loadRuntime } from "../../../src/embedding/runtime.ts";
import { fold } from "../../../src/language/text/fold.ts";

const PARENT = "embeddings";
const NAME = "visits-vi-static";
let own: Unigram;
let library: (text: string) => number[];

beforeAll(async () => {
  own = new Unigram((await readModel(join(PARENT, NAME))).pieces);
  const runtime = await loadRuntime(
    NAME,
    { kind: "folder", parent: join(process.cwd(), PARENT), name: NAME },
    { cacheDir: PARENT },
  );
  library = (text) => runtime.tokenIds(text);
});

const ids = (text: string, folded = false) =>
  own.encode(tokenizerForm(text), folded).filter((id) => id !== UNKNOWN_ID);

test.each([
  "Phó Chủ tịch UBND tỉnh Dương Xuân Huyên tiếp đoàn đại biểu Quảng Tây (Trung Quốc).",
  "Hoà bình, thuỷ lợi, quý khách; tỉ lệ 12,5%/năm — TP. HCM 06-08/5/2019",
  "HOÀ THUỶ QUÝ khoẻ loè hoàn toàn",
  "Videgaray Valentina Matvienko Xiong Bo 熊波 Łódź",
  "  \n\t ",
  "[PAD] <unk> [UNK] ▁ ▁▁thủ",
])("cuts %j as the library does", (text) => {
  expect(ids(text)).toEqual(library(text));
});

test("cuts any text as the library does", async () => {
  const words = (await readFile(join(PARENT, NAME, "tokenizer.json"), "utf8"))
    .slice(0, 400_000)
    .match(/[\p{L}\p{M}\p{N}]+/gu)!;
  const text = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...words) },
        fc.string({ unit: "binary", maxLength: 6 }),
        fc.constantFrom("-", "/", ". ", "_", "Đ", "Ư", "\u0301", "ß", "İ"),
      ),
      { maxLength: 30 },
    )
    .chain((parts) => fc.constantFrom(parts.join(""), parts.join(" ")));
  fc.assert(
    fc.property(text, (sample) => {
      // The program normalises text before it embeds it; lone surrogates never get this far.
      const input = sample.toWellFormed();
      expect(ids(input)).toEqual(library(input));
    }),
    { numRuns: 400 },
  );
});

test("reading as typed without marks is the same as folding the text first", () => {
  const text =
    "Đoàn đại biểu tỉnh Lạng Sơn thăm và làm việc tại Khu tự trị dân tộc Choang Quảng Tây";
  expect(ids(text, true)).toEqual(ids(fold(text)));
  expect(ids(text, true)).not.toEqual(ids(text));
});

import { expect, test } from "vitest";
import { profileOf } from "../../src/embedding/model-folder.ts";

test.each([
  ["Xenova/multilingual-e5-small", "query: ", "passage: ", "mean"],
  ["/models/multilingual-e5-small/", "query: ", "passage: ", "mean"],
  ["Xenova/bge-m3", "", "", "cls"],
  ["Xenova/paraphrase-multilingual-MiniLM-L12-v2", "", "", "mean"],
  ["visits-vi-static", "", "", "mean"],
])("%s", (model, queryPrefix, passagePrefix, pooling) => {
  expect(profileOf(model)).toEqual({ queryPrefix, passagePrefix, pooling });
});

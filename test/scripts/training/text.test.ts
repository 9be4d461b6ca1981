import { expect, test } from "vitest";
import { trainingSentences } from "../../../scripts/training/text.ts";

test("segmented text is cut at full stops that stand alone, and keeps its joints", () => {
  expect(
    trainingSentences('Ông An ở TP. HCM thăm Lạng_Sơn . Đoàn có 12 người , đến từ " Quảng_Tây " .'),
  ).toEqual(["ông an ở tp hcm thăm lạng_sơn", "đoàn có 12 người đến từ quảng_tây"]);
});

test("plain text is cut behind a sentence end, not behind an abbreviation or an initial", () => {
  expect(
    trainingSentences(
      "Đoàn đến TP. Lạng Sơn lúc 9 giờ. Ông Hoà (Q. 1) phát biểu! Buổi tiếp kết thúc.",
    ),
  ).toEqual(["đoàn đến tp lạng sơn lúc 9 giờ", "ông hòa q 1 phát biểu", "buổi tiếp kết thúc"]);
});

test("a paragraph of punctuation alone has no sentence", () => {
  expect(trainingSentences(" … - . ")).toEqual([]);
});

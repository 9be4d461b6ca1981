import { expect, it } from "vitest";
import { namesIn } from "../../../src/language/names/names.ts";
import { recased } from "../../../src/language/names/shouted.ts";

const TEXT =
  "NGÀY 3/6/2024, CHỦ TỊCH UBND HUYỆN ĐỒNG VĂN LÒ MÍ TỦA TIẾP ĐOÀN HUYỆN MA LY PHA DO ÔNG CHU CHÍ VĨ, PHÓ HUYỆN TRƯỞNG, DẪN ĐẦU.";

it("gives a text in capitals those of its names only", () => {
  const plain = recased(TEXT);
  expect(plain).toHaveLength(TEXT.length);
  expect(plain).toContain("Lò Mí Tủa tiếp đoàn huyện");
  expect(plain).toContain("do ông Chu Chí Vĩ, phó huyện trưởng");
});

it("reads the persons of such a text", () => {
  const persons = namesIn(TEXT).filter(({ type }) => type === "person");
  expect(persons.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    "LÒ MÍ TỦA",
    "CHU CHÍ VĨ",
  ]);
});

it.each(["UBND TP.", "Ông Lò Mí Tủa tiếp đoàn huyện Ma Ly Pha sang thăm và làm việc."])(
  "leaves %s as it is",
  (text) => {
    expect(recased(text)).toBe(text);
  },
);

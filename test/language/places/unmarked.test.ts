import { expect, it } from "vitest";
import { LONG_FOLDED_PLACES } from "../../../src/language/names/index.ts";
import { unmarkedPlaces } from "../../../src/language/places/unmarked.ts";

const read = (text: string) => {
  const words = text.split(" ");
  return unmarkedPlaces(words, LONG_FOLDED_PLACES)
    .map(({ from, to }) => words.slice(from, to).join(" "))
    .join(", ");
};

it.each([
  ["hoi dam ha khau lui lai nua thang", "ha khau"],
  ["ha giang va van son ky van ban gi", "ha giang, van son"],
  ["nhan lao cai moi", "lao cai"],
  ["thanh vien doan lang son gom nhung ai", "lang son"],
  ["doan dai ly tham lao cai", "dai ly, lao cai"],
  ["mo dai ly thue o dau", ""],
  ["thanh pho bang tuong", "bang tuong"],
  ["cong an cao bang gap bach sac", "cao bang, bach sac"],
])("without marks everyday words are no places: %s", (text, places) => {
  expect(read(text)).toBe(places);
});

it("reads a long run of such words in a time that grows with it", () => {
  expect(read(Array(20_000).fill("hoi dam ha").join(" "))).toBe("");
});

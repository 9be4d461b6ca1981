import { expect, it } from "vitest";
import { fromTelex } from "../../../src/language/text/telex.ts";

it.each([
  ["tieeps", "tiếp"],
  ["ddaij", "đại"],
  ["suws", "sứ"],
  ["Langj", "Lạng"],
  ["nguwowif", "người"],
  ["truwowngr", "trưởng"],
  ["hoaf", "hòa"],
  ["thuyr", "thủy"],
  ["quys", "quý"],
  ["chuwsc", "chức"],
  ["Dduwowngf", "Đường"],
])("reads %s as %s", (typed, meant) => {
  expect(fromTelex(typed)).toBe(meant);
});

it.each(["visits", "hotel", "Forbes", "Trump", "news", "khi", "lang"])("leaves %s", (word) => {
  expect(fromTelex(word)).toBeNull();
});

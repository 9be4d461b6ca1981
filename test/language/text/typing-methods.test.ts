import { expect, it } from "vitest";
import { fromTelex, fromViqr } from "../../../src/language/text/typing-methods.ts";

it.each([
  ["Ai tie^'p ddoa`n Ba(`ng Tu+o+`ng", "Ai tiếp đoàn Bằng Tường"],
  ["ho^.i dda`m o+? dda^u?", "hội đàm ở đâu?"],
  ["To^?ng la~nh su+. la` ai?", "Tổng lãnh sự là ai?"],
])("reads marks typed behind their letters: %s", (typed, meant) => {
  expect(fromViqr(typed)).toBe(meant);
});

it.each(["Ai tiếp đoàn?", "Who led it (the delegation)?", "Ngày 3/5, ở đâu?", "a+b=c"])(
  "leaves other text alone: %s",
  (text) => expect(fromViqr(text)).toBeNull(),
);

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

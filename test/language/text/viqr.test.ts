import { expect, it } from "vitest";
import { fromViqr } from "../../../src/language/text/viqr.ts";

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

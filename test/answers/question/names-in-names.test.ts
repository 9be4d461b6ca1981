import { expect, it } from "vitest";
import { namesIn } from "../../../src/answers/question/index.ts";

const named = (text: string) => namesIn(text).map(({ kind, name }) => `${kind} ${name}`);

it.each([
  ["Bí thư Vi Đức Thắng sang Văn Sơn", ["person Vi Đức Thắng", "place Văn Sơn"]],
  ["Chủ tịch Nguyễn Mỹ Hạnh tiếp ai?", ["person Nguyễn Mỹ Hạnh"]],
  ["Ông Trần Anh Đức thăm Đức", ["person Trần Anh Đức", "place Đức"]],
])("a country within somebody's name is no place: %s", (text, names) => {
  expect(named(text)).toEqual(names);
});

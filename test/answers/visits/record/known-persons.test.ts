import { expect, it } from "vitest";
import { personsIn } from "../../../../src/answers/visits/record/subject.ts";
import { markdown, workspace } from "../../../index/fixture.ts";

const space = workspace();
space.write(
  "mot.md",
  markdown(
    "Lạng Sơn tiếp đoàn Bằng Tường",
    "Ngày 5/2/2023, tại thành phố Lạng Sơn, ông Lê Thanh Hòa, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn thị Bằng Tường, Quảng Tây (Trung Quốc) do ông Đường Dũng, Bí thư Thị ủy, dẫn đầu.",
  ),
);
await space.build();
const register = space.open().register();

const named = (text: string) =>
  personsIn(text, register).map(({ start, end }) => text.slice(start, end));

it("finds a name of three syllables anywhere", () => {
  expect(named("hom do le thanh hoa tiep ai")).toEqual(["le thanh hoa"]);
});

it("finds one of two syllables at the beginning or behind an honorific or an office only", () => {
  expect(named("duong dung noi gi")).toEqual(["duong dung"]);
  expect(named("ong duong dung noi gi")).toEqual(["duong dung"]);
  expect(named("bi thu duong dung noi gi")).toEqual(["duong dung"]);
  expect(named("mo con duong dung chung")).toEqual([]);
});

it("finds nobody whom no article names", () => {
  expect(named("nguyen van khong tiep ai")).toEqual([]);
});

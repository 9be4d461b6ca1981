import { describe, expect, it } from "vitest";
import { officesOf, subjectOf } from "../../../../src/answers/visits/record/subject.ts";
import { registerOf, side, visit } from "../../../visits/register/visits.ts";

const held = (id: string, year: number | null, position: string) =>
  visit(id, {
    date: { year, month: null, day: null },
    host: side({
      province: "Lạng Sơn",
      country: "Việt Nam",
      head: "Lê Thị Mẫu",
      people: [{ name: "Lê Thị Mẫu", position }],
    }),
    guest: side({ organisation: "Chính quyền thành phố Sùng Tả", country: "Trung Quốc" }),
  });
const { register } = registerOf([held("a", 2020, "Phó Chủ tịch UBND tỉnh")]);

describe("a text that is only a name", () => {
  it.each([
    ["Lê Thị Mẫu", "Lê Thị Mẫu"],
    ["le thi mau", "Lê Thị Mẫu"],
    ["Bà Lê Thị Mẫu", "Lê Thị Mẫu"],
    ["Sùng Tả.", "Sùng Tả"],
    ["thành phố Sùng Tả", "Sùng Tả"],
    ["Chongzuo", "Sùng Tả"],
    ["崇左", "Sùng Tả"],
  ])("%s is %s", (text, name) => expect(subjectOf(text, register)?.name).toBe(name));

  it.each([
    "Mẫu",
    "Lê Thị Khác",
    "phó chủ tịch",
    "Sùng Tả 2020",
    "ai tiep sung ta",
    "anh",
    "",
    "?",
  ])("%s is none", (text) => expect(subjectOf(text, register)).toBeNull());

  it("with other marks is somebody else", () => {
    expect(subjectOf("Lê Thị Mậu", register)).toBeNull();
  });
});

it("tells each office once, by date, in its fullest words, those of unknown years last", () => {
  const offices = officesOf("Lê Thị Mẫu", [
    held("c", 2024, "Chủ tịch UBND tỉnh"),
    held("b", 2022, "Phó Chủ tịch Ủy ban nhân dân tỉnh"),
    held("a", 2020, "Phó Chủ tịch UBND tỉnh"),
    held("u", null, "Giám đốc Sở Ngoại vụ"),
  ]);
  expect(offices.map(({ position, years }) => [position, years?.first, years?.last])).toEqual([
    ["Phó Chủ tịch Ủy ban nhân dân tỉnh", 2020, 2022],
    ["Chủ tịch UBND tỉnh", 2024, 2024],
    ["Giám đốc Sở Ngoại vụ", undefined, undefined],
  ]);
});

import { expect, it } from "vitest";
import { holdersIn } from "../../../src/language/names/holders.ts";

const read = (sentence: string) =>
  holdersIn(sentence).map(({ person, positions }) => [
    sentence.slice(person.start, person.end),
    ...positions.map(({ start, end }) => sentence.slice(start, end)),
  ]);

it.each([
  [
    "Chủ trì là đồng chí Lê Văn Bình, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh.",
    [["Lê Văn Bình", "Ủy viên Ban Thường vụ Tỉnh ủy", "Phó Chủ tịch UBND tỉnh"]],
  ],
  [
    "Ông Hùng Ba, Đại sứ Trung Quốc tại Việt Nam, dẫn đầu đoàn.",
    [["Hùng Ba", "Đại sứ Trung Quốc tại Việt Nam"]],
  ],
  ["Trưởng đoàn Bằng Tường là ông Vũ Hiểu Huy.", [["Vũ Hiểu Huy", "Trưởng đoàn Bằng Tường"]]],
  [
    "Tổng thống Mỹ Donald Trump gặp Thủ tướng Anh Theresa May.",
    [
      ["Donald Trump", "Tổng thống Mỹ"],
      ["Theresa May", "Thủ tướng Anh"],
    ],
  ],
  [
    "Ông Ngô Nham, Thường vụ Thành ủy, Phó Thị trưởng, giới thiệu.",
    [["Ngô Nham", "Phó Thị trưởng"]],
  ],
  ["Họ tiếp cựu Tổng thống Mỹ Barack Obama.", [["Barack Obama"]]],
  [
    "Báo cáo với Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Lê Thị Lan cho biết.",
    [["Lê Thị Lan", "Giám đốc Sở Y tế"]],
  ],
  [
    "Cùng tiếp có các đồng chí: Lưu Thị Mơ, Giám đốc Sở Ngoại vụ; Thăng Văn Đề, Trưởng ban Dân tộc; Bàng Thị Xa, Phó Giám đốc Sở Công Thương.",
    [
      ["Lưu Thị Mơ", "Giám đốc Sở Ngoại vụ"],
      ["Thăng Văn Đề", "Trưởng ban Dân tộc"],
      ["Bàng Thị Xa", "Phó Giám đốc Sở Công Thương"],
    ],
  ],
  ["Giám đốc Sở Nguyễn Văn Bảo tiếp đoàn.", [["Nguyễn Văn Bảo", "Giám đốc Sở"]]],
])("%s", (sentence, expected) => {
  expect(read(sentence)).toEqual(expected);
});

import { describe, expect, test } from "vitest";
import { readSentence } from "../../../src/answers/written/reading.ts";

const officesOf = (text: string) =>
  readSentence(text).offices.map(({ person, words }) => [person, words.join(" ")]);
const actsOf = (text: string) =>
  readSentence(text).tokens.flatMap(({ act }) => (act === undefined ? [] : [act]));

describe("offices", () => {
  test("belong to their holder, with bodies whose names begin with a capital in them", () => {
    expect(
      officesOf(
        "Ông Vi Thao, Ủy viên Ban Chấp hành Trung ương Đảng, Phó Bí thư Khu ủy, Chủ tịch Chính quyền nhân dân Khu tự trị.",
      ),
    ).toEqual([
      ["vi thao", expect.stringMatching(/^uy vien trung uong dang/u)],
      ["vi thao", "pho_bi thu khu uy"],
      ["vi thao", "chu tich chinh quyen nhan dan khu tu tri"],
    ]);
  });
});

describe("acts", () => {
  test("are what was done, not which agreements are meant", () => {
    expect(actsOf("Bộ trưởng đề nghị tỉnh thực hiện các thỏa thuận đã ký.")).toEqual(["asked"]);
    expect(actsOf("Hai bên đã ký thỏa thuận hợp tác.")).toContain("signed");
  });
});

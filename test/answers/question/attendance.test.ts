import { describe, expect, it } from "vitest";
import { claimOf, officeClaimed } from "../../../src/answers/question/attendance.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";

const read = (text: string) => claimOf(readQuestion(text));

describe("what a question wants confirmed", () => {
  it.each([
    ["Ông Mai Văn Lân có dự hội đàm không?", "Ông Mai Văn Lân dự hội đàm"],
    ["Có phải Mai Văn Lân tiếp đoàn Hà Khẩu không?", "Mai Văn Lân tiếp đoàn Hà Khẩu"],
    ["Hai bên đã ký biên bản chưa?", "Hai bên ký biên bản"],
    ["Mai Văn Lân là Bí thư Tỉnh ủy phải không?", "Mai Văn Lân là Bí thư Tỉnh ủy"],
  ])("%s", (text, statement) => expect(read(text)?.statement).toBe(statement));

  it.each(["Ai tiếp đoàn Hà Khẩu?", "Có những ai dự?", "Hai bên bàn gì?", "Đoàn có mấy người?"])(
    "is nothing in a question for something else: %s",
    (text) => expect(read(text)).toBeNull(),
  );

  it("asks who it was instead, where a person did something", () => {
    expect(read("Có phải Mai Văn Lân tiếp đoàn Hà Khẩu không?")?.whoInstead).toBe(
      "Ai tiếp đoàn Hà Khẩu?",
    );
    expect(read("Hai bên đã ký biên bản chưa?")?.whoInstead).toBeNull();
  });

  it("may be the office of a person", () => {
    const claim = read("Mai Văn Lân là Bí thư Tỉnh ủy phải không?");
    expect(claim && officeClaimed(claim)).toEqual({
      name: "Mai Văn Lân",
      office: "bi thu tinh uy",
    });
  });
});

import { describe, expect, it } from "vitest";
import { officeAsked } from "../../../src/answers/question/office.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";

const asked = (text: string) => officeAsked(readQuestion(text));

describe("reading the office whose holder is asked", () => {
  it.each([
    ["Bí thư Tỉnh ủy Lào Cai là ai?", "bi thu", "uy lao cai"],
    ["Ai là Tổng Lãnh sự Việt Nam tại Nam Ninh?", "tong lanh su", "viet nam nam ninh"],
    ["dong chi pho chu tich hoi dong nhan dan tinh la ai", "pho chu tich", "hoi dong nhan dan"],
    ["Bộ trưởng Quốc phòng Lào thăm Hà Nội tên là gì?", "bo truong", "quoc phong lao"],
  ])("%s", (text, head, words) => {
    expect(asked(text)).toMatchObject({ head, words: words.split(" ") });
  });

  it("takes the chairman of a province for that of its people's committee", () => {
    expect(asked("Chủ tịch tỉnh Lạng Sơn là ai?")?.words).toEqual(
      "uy ban nhan dan lang son".split(" "),
    );
  });

  it("ends the office where its holder meets somebody, and tells the body it is of", () => {
    expect(asked("Chủ tịch Hội Nông dân tỉnh hội đàm với đoàn Vân Nam là ai?")).toMatchObject({
      words: ["hoi", "nong", "dan"],
      body: "hoi",
    });
  });

  it.each(["Ai tiếp đoàn Bằng Tường?", "Trưởng đoàn Bằng Tường là ai?", "Ông Nham là ai?"])(
    "asks for no office: %s",
    (text) => {
      expect(asked(text)).toBeNull();
    },
  );
});

import { describe, expect, it } from "vitest";
import { bodyAsked } from "../../../src/answers/passages/side-persons.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";

const asked = (text: string) => bodyAsked(readQuestion(text, "vi"));

describe("whose person a question asks for", () => {
  it.each([
    ["Ai bên Văn phòng Châu ủy Kim Bình đón đoàn?", true, "kim binh"],
    ["Phía Lai Châu có những ai dự?", false, "lai"],
    ["Sở Công Thương Lai Châu có ai cùng chủ trì?", true, "cong thuong"],
  ])("%s", (text, binds, words) => {
    const body = asked(text);
    expect(body?.binds).toBe(binds);
    expect(body?.words.join(" ")).toContain(words);
  });

  it.each(["Ai tiếp đoàn Kim Bình?", "Hồi tháng 1 ai dẫn đoàn sang?", "Phía Trung Quốc có ai dự?"])(
    "%s is bound to no body",
    (text) => expect(asked(text)).toBeNull(),
  );
});

import { describe, expect, it } from "vitest";
import { pointsAsked } from "../../../../src/answers/visits/asked/points-asked.ts";
import { hasMarks } from "../../../../src/language/text/fold.ts";

const read = (text: string) => pointsAsked(text, !hasMarks(text));

describe("a question for the points of a meeting", () => {
  it.each([
    ["Hai tỉnh bàn những gì ở buổi gặp tháng 3?", "discussed"],
    ["Ông Lò Văn Chính đề nghị phía Kim Bình những gì?", "asked"],
    ["Hai bên thống nhất điều gì về chợ biên giới?", "agreed"],
    ["Đoàn Mông Tự tặng học sinh món quà gì?", "given"],
    ["hoi dam voi mong tu hai ben thong nhat nhung gi", "agreed"],
    ["chu tich ha giang de nghi gi voi kim binh", "asked"],
    ["Bà Vương Tú Anh cảm ơn Hà Giang về việc gì?", "thanked"],
    ["Ông Lò Văn Chính xin phía Kim Bình mấy việc?", "asked"],
    ["hai ben de xuat voi nhau may chuyen", "proposed"],
    ["ha giang de nghi gi, ky gi voi kim binh", "signed"],
  ])("%s asks for what was %s", (question, act) => {
    const asked = read(question);
    expect(asked?.open).toBe(true);
    expect([...(asked?.acts ?? [])]).toContain(act);
  });

  it("takes the end of a name before what asks for the name", () => {
    const text = "don truong na hinh yeu cau thien bao nhung gi";
    const asked = pointsAsked(text, true, [{ end: text.indexOf(" nhung") }]);
    expect([...(asked?.acts ?? [])]).toEqual(["asked"]);
  });

  it.each([
    ["Nội dung hội đàm Hà Giang - Kim Bình tháng 3/2024", "discussed"],
    ["ket qua buoi lam viec ha giang kim binh", "agreed"],
    ["Kiến nghị của Hà Giang với Kim Bình năm 2023?", "asked"],
  ])("%s asks by the noun at its head for what was %s", (question, act) => {
    expect([...(read(question)?.acts ?? [])]).toEqual([act]);
  });

  it.each([
    "ky voi nhau van ban gi",
    "Biên bản hội đàm có mấy điều?",
    "Ai dẫn đầu đoàn Kim Bình?",
    "Đoàn Mông Tự làm việc ở huyện nào?",
    "Buổi hội đàm diễn ra ngày nào?",
    "Bà Vương Tú Anh giữ chức vụ gì?",
  ])("%s asks for something else", (question) => {
    expect(read(question)).toBeNull();
  });

  it("wants one thing where a noun of its own is asked", () => {
    expect(read("Hà Giang muốn xây cây cầu nào?")?.open).toBe(false);
  });
});

describe("talks about what", () => {
  it.each([
    "Sở Tư pháp Hà Giang hội đàm với Kim Bình về những vấn đề gì?",
    "so tu phap ha giang hoi dam voi kim binh ve nhung van de gi",
    "Hai đoàn làm việc về nội dung nào?",
  ])("asks for what was discussed: %s", (question) => {
    expect([...(read(question)?.acts ?? [])]).toEqual(["discussed"]);
  });
});

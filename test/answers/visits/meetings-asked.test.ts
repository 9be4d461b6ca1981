import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/answers/question/index.ts";
import { readDemands } from "../../../src/answers/visits/demands.ts";
import { meetingsAsked } from "../../../src/answers/visits/meetings-asked.ts";

const read = (text: string) => meetingsAsked(readQuestion(text, "vi"));

describe("a question over several meetings", () => {
  it.each([
    ["Ai từng dẫn đoàn công an Cao Bằng sang hội đàm với Bách Sắc?", "list"],
    ["Ông Lô Văn Bách gặp lãnh đạo Bằng Tường những hôm nào?", "list"],
    ["Hai lần ông Lô Văn Bách sang Long Châu trồng cây là hôm nào?", "list"],
    ["Cho xin ngày từng cuộc ông Lô Văn Bách hội đàm với Sùng Tả", "list"],
    ["6 tháng cuối năm 2025 hải quan Móng Cái họp với Đông Hưng hôm nào?", "list"],
    ["Ông Lô Văn Bách gặp ông Mạc Tử Quang mấy dịp?", "count"],
    ["Lần gặp sau cùng của hai đồn trong năm 2024 là khi nào?", "last"],
    ["Phụ nữ hai tỉnh bắt đầu giao lưu từ năm nào?", "first"],
  ])("%s wants the %s", (question, wanted) => {
    expect(read(question)?.wanted).toBe(wanted);
  });

  it("is narrowed down by the bodies that it names, whatever their words mean alone", () => {
    expect(read("Hải quan Lạng Sơn họp với hải quan Bằng Tường những ngày nào?")?.subject).toEqual([
      "hai quan",
    ]);
  });

  it.each([
    ["nửa đầu năm 2025", 1, 6],
    ["6 tháng cuối năm 2025", 7, 12],
    ["9 tháng đầu năm 2025", 1, 9],
    ["quý II/2025", 4, 6],
  ])("%s is a span of months", (words, from, to) => {
    const [time] = readDemands(readQuestion(`Lạng Sơn tiếp những đoàn nào ${words}?`, "vi")).times;
    expect(time).toMatchObject({
      first: { year: 2025, month: from },
      last: { year: 2025, month: to },
    });
  });
});

import { describe, expect, it } from "vitest";
import { countsAsked, tellsCount } from "../../../src/answers/passages/premise-counts.ts";

const asked = (text: string, answerType = "phrase") =>
  countsAsked({ searchText: text, answerType } as Parameters<typeof countsAsked>[0]);

describe("a number of things that a question takes for granted", () => {
  it.each([
    ["60 suất học bổng mỗi năm gồm những ngành gì?", ["60"]],
    ["xin 1.500 lao dong de lam gi", ["1500"]],
    ["Hai bên ký gì ngày 18/3/2025?", []],
    ["Hội đàm lần thứ 13 thống nhất gì?", []],
    ["Tại mốc 1091 hai bên nói gì?", []],
    ["Năm 2024 đoàn Quảng Tây đề nghị gì?", []],
    ["Cửa khẩu mở tới 19 giờ từ khi nào?", []],
  ])("%s", (question, numbers) => {
    expect(asked(question)).toEqual(numbers);
  });

  it("is none where a number is asked", () => {
    expect(asked("Xin 1.500 lao động mà nhận được bao nhiêu?", "number")).toEqual([]);
  });

  it.each([
    ["cấp 1,500 suất", "1500", true],
    ["sáu mươi suất học bổng", "60", true],
    ["sixty grants", "60", true],
    ["六十名学生", "60", true],
    ["160 suất", "60", false],
    ["sáu mươi mốt suất", "25", false],
  ])("%s tells %s: %s", (text, number, told) => {
    expect(tellsCount(text, number)).toBe(told);
  });
});

import { describe, expect, it } from "vitest";
import { numbersAsked, seriesTold } from "../../../src/answers/passages/premise-series.ts";

const asked = (text: string, language = "vi") => numbersAsked({ text, searchText: text, language });

describe("which one of a series a question names", () => {
  it("reads numbers, Roman numbers and words", () => {
    expect(asked("Hội nghị Tổ công tác lần thứ 12 họp ở đâu?")).toEqual([12]);
    expect(asked("Hội nghị lần thứ XIV do ai chủ trì?")).toEqual([14]);
    expect(asked("Phiên họp thứ ba diễn ra ngày nào?")).toEqual([3]);
    expect(asked("hoi nghi lan thu 9 o dau")).toEqual([9]);
  });

  it("reads numbers in words behind the name of the series, and none in an office", () => {
    expect(asked("Lần giao lưu thứ tư bàn gì?")).toEqual([4]);
    expect(asked("Kỳ họp Ủy ban công tác liên hợp thứ mười ở đâu?")).toEqual([10]);
    expect(asked("Hội nghị lần thứ mười sáu do ai chủ trì?")).toEqual([16]);
    expect(asked("hoi dam lan thu muoi bon hop ngay may")).toEqual([14]);
    expect(asked("Phiên họp lần thứ hai mươi mốt bàn gì?")).toEqual([21]);
    expect(asked("Hai văn kiện nào được ký khi Bí thư Vi Đức Thắng sang thăm?")).toEqual([]);
  });

  it("reads English and Chinese ordinals", () => {
    expect(asked("Where was the 11th joint meeting held?", "en")).toEqual([11]);
    expect(asked("Who chaired the seventh conference?", "en")).toEqual([7]);
    expect(asked("第十二次会晤在哪里举行?", "zh")).toEqual([12]);
    expect(asked("第二十届会议在哪里举行?", "zh")).toEqual([20]);
  });

  it("takes no first one, no day and no bare count for one", () => {
    expect(asked("Lần thứ nhất họp ở đâu?")).toEqual([]);
    expect(asked("Thứ hai tuần trước ai sang thăm?")).toEqual([]);
    expect(asked("Hai bên gặp nhau 3 lần năm 2020 phải không?")).toEqual([]);
    expect(asked("Lần 5/6 hai bên gặp ai?")).toEqual([]);
  });
});

it("an article tells the numbers of its series in any of the three languages", () => {
  expect([...seriesTold("Hội nghị Ủy ban hợp tác lần thứ VII và lần thứ 8")]).toEqual([7, 8]);
  expect(seriesTold("The fourth dialogue followed the 3rd one.")).toEqual(new Set([4, 3]));
  expect(seriesTold("第十六次会晤").has(16)).toBe(true);
  expect([...seriesTold("Thứ hai, mở chợ vào sáng thứ bảy. On the second day they left.")]).toEqual(
    [],
  );
});

import { describe, expect, it } from "vitest";
import { isOfAnotherEvent } from "../../../src/answers/passages/premise-sentence.ts";
import { readQuestion } from "../../../src/answers/question/index.ts";
import type { Article } from "../../../src/model/article.ts";

const isOther = (question: string, sentence: string, title = "Tin đối ngoại") =>
  isOfAnotherEvent(readQuestion(question, "vi"), sentence, { title, text: sentence } as Article);

describe("a sentence on an event like the one that is asked about", () => {
  it.each([
    ["Hội đàm quý 3/2025 họp ngày nào?", "Quý II, ngày 19/6/2025, họp ở Đồng Đăng.", true],
    // Talks of a quarter are often held when it is over.
    ["Hội đàm quý 3/2025 họp ngày nào?", "Ngày 2/10/2025, hai đồn hội đàm quý III.", false],
    ["Đoàn sang tháng 3/2024 vào ngày nào?", "Ngày 14/3/2024, đoàn sang thăm.", false],
    ["Mùa thu 2024 Bí thư gặp ai ở Tân Phố?", "Sáng 9/6, Bí thư tiếp bà Lưu Mai.", true],
    ["Mùa thu 2024 Bí thư gặp ai ở Tân Phố?", "Sáng 9/9, Bí thư gặp bà Lưu Mai.", false],
    ["Đoàn sang cuối năm 2024 vào ngày nào?", "Ngày 14/3/2024, đoàn sang thăm.", true],
    ["Tháng 3/2024 hai bên hẹn lần sau ngày nào?", "Hẹn gặp lại ngày 5/6/2024.", false],
  ])("of another month is no answer: %s %s", (question, sentence, expected) => {
    expect(isOther(question, sentence)).toBe(expected);
  });

  it("that only invites tells of no meeting", () => {
    const question = "Bí thư gặp ai ở Tân Phố?";
    expect(isOther(question, "Bà Lưu Mai chuyển lời mời ông sang thăm Tân Phố.")).toBe(true);
    expect(isOther(question, "Ông gặp bà Lưu Mai và mời bà sang thăm.")).toBe(false);
  });

  it("of another number of the series is none where its report is of that one", () => {
    const sentence = "Hai bên đã bàn giao 36 đối tượng.";
    const question = "Hội đàm lần thứ sáu bàn giao bao nhiêu đối tượng?";
    expect(isOther(question, sentence, "Công an hai bên hội đàm lần thứ năm")).toBe(true);
    expect(isOther(question, sentence, "Công an hai bên hội đàm lần thứ sáu")).toBe(false);
  });

  it("of another body tells not which one of its series it was", () => {
    const sentence = "Tỉnh đoàn giao lưu với Thành đoàn bạn lần thứ tám.";
    expect(isOther("Phụ nữ Quảng Ninh giao lưu tháng 3 là lần thứ mấy?", sentence)).toBe(true);
    expect(isOther("Thanh niên Quảng Ninh giao lưu là lần thứ mấy?", sentence)).toBe(false);
  });
});

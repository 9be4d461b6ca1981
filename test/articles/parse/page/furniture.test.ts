import { describe, expect, it } from "vitest";
import { isFurniture, isStamp } from "../../../../src/articles/parse/page/lines.ts";

describe("what pages put among the sentences of an article", () => {
  it.each([
    "Ý kiến bạn đọc",
    "Chia sẻ: Facebook | Zalo",
    "(TTXVN)",
    "hoi-dam-01.jpg",
    "Tin liên quan",
    "» Bài khác",
    "Tin cùng chủ đề: Tỉnh A và tỉnh B ký 3 văn bản · Tỉnh C cử giáo viên sang dạy",
    "Tin trước: Khai giảng lớp bồi dưỡng",
    "Công đoàn tỉnh tiếp đoàn Công hội thành phố bạn | Tàu hỏa liên vận đông khách",
  ])("is furniture: %s", (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    "Chia sẻ tại buổi tiếp, ông Lý Văn Nam cho biết tỉnh sẽ mở thêm lối thông quan.",
    "Theo dõi sát tình hình, hai bên thống nhất gặp lại vào tháng sau.",
    "Nổi bật là việc mở lại chợ biên giới.",
    "[anh-01.jpg] Lãnh đạo hai huyện trao quà lưu niệm",
  ])("is none: %s", (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it("knows a time of printing by itself", () => {
    expect(isStamp("Cập nhật: 15:20, 28/06/2012")).toBe(true);
    expect(isStamp("Báo Quảng Trị điện tử, ngày 14 tháng 12 năm 2023")).toBe(true);
    expect(isStamp("Chiều 28/6/2012, hai bên hội đàm.")).toBe(false);
  });
});

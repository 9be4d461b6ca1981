import { describe, expect, it } from "vitest";
import { told } from "../told.ts";

describe("minutes that are kept as a form", () => {
  const text = [
    "Trích nội dung chính hai phiên giao ban giữa Ban Quản lý Khu kinh tế tỉnh Lào Cai và Cục Thương mại huyện Hà Khẩu (Vân Nam, Trung Quốc).",
    "Thời gian, địa điểm: 14 giờ ngày 12/3/2025, Trạm kiểm soát liên hợp cửa khẩu Kim Thành.",
    "Chủ trì: ông Trần Hữu Khuông, Phó Trưởng ban; ông Đặng Thế Xuyên, Phó Cục trưởng Cục Thương mại huyện Hà Khẩu.",
    "Ý kiến phía Lào Cai: ông Trần Hữu Khuông đề nghị mở một làn dành cho xe chở hoa tươi.",
    "Thời gian, địa điểm: 9 giờ ngày 18/6/2025, tầng 3 nhà kiểm tra, huyện Hà Khẩu.",
    "Chủ trì: ông Trần Hữu Khuông và ông Đặng Thế Xuyên.",
    "Ý kiến phía Hà Khẩu: ông Đặng Thế Xuyên đề nghị hai bên dùng một mẫu tờ khai song ngữ.",
  ].join("\n\n");
  const reports = told(text, {
    title:
      "Trích biên bản giao ban giữa Ban Quản lý Khu kinh tế tỉnh Lào Cai và Cục Thương mại huyện Hà Khẩu",
    published: "2025-06-30",
  });

  it("are a meeting for each time, with those who chaired", () => {
    expect(
      reports.map(({ date, host, guest }) => [date.day, date.month, host.head, guest.head]),
    ).toEqual([
      [12, 3, "Trần Hữu Khuông", "Đặng Thế Xuyên"],
      [18, 6, "Đặng Thế Xuyên", "Trần Hữu Khuông"],
    ]);
  });

  it("give each meeting the points below its own time", () => {
    const points = reports.map((report) => report.points.map(({ text }) => text).join(" "));
    expect(points[0]).toContain("hoa tươi");
    expect(points[1]).toContain("mẫu tờ khai");
    expect(points[1]).not.toContain("hoa tươi");
  });
});

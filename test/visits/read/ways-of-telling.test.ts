import { describe, expect, it } from "vitest";
import { readVisits } from "../../../src/visits/read/read-visits.ts";
import { pageOf, told } from "./told.ts";

describe("pages that tell of meetings in other ways than reports", () => {
  it("are read by their pictures where these tell the story", () => {
    const visits = readVisits(
      pageOf(
        [
          ["lead", "Vài hình ảnh về chuyến thăm."],
          [
            "caption",
            "1. Sáng 13/6, Phó Chủ tịch UBND tỉnh Lạng Sơn Lô Văn Bách tiếp đoàn thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Mạc Tử Quang, Phó Thị trưởng làm trưởng đoàn.",
          ],
          ["caption", "2. Hai đoàn xem bến xe mới."],
          ["caption", "3. Phút nghỉ bên ấm trà."],
        ],
        { title: "[Ảnh] Một ngày bên cửa khẩu", published: "2024-06-15" },
      ),
    );
    expect(visits.map(({ host, guest, date }) => [host.head, guest.head, date.day])).toEqual([
      ["Lô Văn Bách", "Mạc Tử Quang", 13],
    ]);
  });

  it("tell of what is to come where their day is behind them", () => {
    const visits = told(
      "Ngày 20/9/2024, Phó Chủ tịch UBND tỉnh Lạng Sơn Lô Văn Bách hội đàm với đoàn thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Mạc Tử Quang, Phó Thị trưởng làm trưởng đoàn.",
      { published: "2024-09-11" },
    );
    expect(visits.map(({ planned }) => planned)).toEqual([true]);
  });

  it("keep the meetings of numbered sections in capitals apart", () => {
    const visits = told(
      [
        "Từ ngày 6 đến ngày 8/11/2023, đoàn tỉnh Lạng Sơn do bà Vi Thị Cúc, Phó Chủ tịch UBND tỉnh làm trưởng đoàn đi công tác tại Quảng Tây (Trung Quốc).",
        "I. LÀM VIỆC VỚI THÀNH PHỐ SÙNG TẢ (ngày 6/11)",
        "Bà Hoàng Lệ, Phó Thị trưởng Sùng Tả chủ trì buổi làm việc với đoàn.",
        "II. HỘI ĐÀM TẠI NAM NINH (ngày 8/11)",
        "Ông Bàng Chí Dĩnh, Phó Chủ tịch Chính quyền nhân dân Khu tự trị hội đàm với đoàn.",
      ].join("\n\n"),
      { title: "Kết quả chuyến công tác tại Quảng Tây", published: "2023-11-10" },
    );
    expect(visits.map(({ host, date }) => [host.head, date.day])).toEqual(
      expect.arrayContaining([
        ["Hoàng Lệ", 6],
        ["Bàng Chí Dĩnh", 8],
      ]),
    );
  });

  it("leave a foreign leader to the delegation, whatever the family name", () => {
    const [visit] = told(
      "Ngày 3/5/2024, Bí thư Huyện ủy Đồng Văn Vàng A Sính tiếp đoàn huyện Ma Ly Pho (Vân Nam) do ông Hầu Kiến Minh làm trưởng đoàn.",
      { title: "Huyện Đồng Văn tiếp đoàn huyện Ma Ly Pho" },
    );
    expect([visit?.host.head, visit?.guest.head]).toEqual(["Vàng A Sính", "Hầu Kiến Minh"]);
  });

  it("name the prefecture behind its peoples", () => {
    const [visit] = told(
      "Ngày 3/5/2024, Chủ tịch UBND tỉnh Lào Cai Lý Văn Páo tiếp ông Lã Minh Khôi, Châu trưởng Châu tự trị dân tộc Hà Nhì, Di Hồng Hà (Vân Nam, Trung Quốc).",
    );
    expect([visit?.guest.head, visit?.guest.organisation]).toEqual([
      "Lã Minh Khôi",
      expect.stringContaining("Hồng Hà"),
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

describe("a meeting that an article tells twice", () => {
  it("is one record where delegations and their leaders stand in two sentences", () => {
    const visits = told(
      "Chiều 18/3, tại thành phố Hà Giang, Đoàn đại biểu tỉnh Hà Giang đã có buổi hội đàm với Đoàn đại biểu châu Văn Sơn (tỉnh Vân Nam, Trung Quốc). " +
        "Đoàn đại biểu tỉnh Hà Giang do đồng chí Lê Mạnh Tân, Phó Bí thư Tỉnh ủy làm Trưởng đoàn, Đoàn đại biểu châu Văn Sơn do đồng chí Trần Quế, Bí thư Châu ủy Văn Sơn làm Trưởng đoàn.",
      { title: "Hà Giang và châu Văn Sơn bàn hợp tác" },
    );
    expect(visits.map(({ host, guest }) => [host.head, guest.head])).toEqual([
      ["Lê Mạnh Tân", "Trần Quế"],
    ]);
  });

  it("is one record for a journey and its end", () => {
    const visits = told(
      "Chiều 15/6, đoàn công tác tỉnh Lào Cai (Việt Nam) đã về nước, kết thúc tốt đẹp chuyến công tác tại tỉnh Vân Nam (Trung Quốc). " +
        "Từ ngày 11/6 đến 15/6, đoàn công tác tỉnh Lào Cai do đồng chí Đặng Văn Thành, Bí thư Tỉnh ủy làm trưởng đoàn đã thăm, làm việc tại tỉnh Vân Nam.",
      { title: "Đoàn công tác tỉnh Lào Cai kết thúc chuyến công tác tại Vân Nam" },
    );
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({ date: { day: 11 }, endDate: { day: 15 } });
  });

  it("stays two for two hosts on one day", () => {
    const visits = told(
      "Sáng 5/9/2024, Bí thư Tỉnh ủy Lâm Đồng Trần Văn Hải tiếp đoàn tỉnh Ibaraki (Nhật Bản) do ông Sato Kenji, Phó Thống đốc dẫn đầu.\n\n" +
        "Chiều cùng ngày, Chủ tịch UBND tỉnh Lâm Đồng Lê Minh Quân tiếp đoàn tỉnh Ibaraki do ông Sato Kenji dẫn đầu.",
      { title: "Đoàn tỉnh Ibaraki thăm Lâm Đồng" },
    );
    expect(visits.map(({ host }) => host.head)).toEqual(["Trần Văn Hải", "Lê Minh Quân"]);
  });
});

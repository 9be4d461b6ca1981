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

  it("is one record where the second telling has neither day nor head", () => {
    const visits = told(
      "Ngày 29/10/2024, tại thành phố Côn Minh (Trung Quốc), đoàn tỉnh Lào Cai do ông Lê Mạnh Tân dẫn đầu hội đàm với lãnh đạo tỉnh Vân Nam.\n\n" +
        "Hội đàm giữa đoàn tỉnh Lào Cai và lãnh đạo tỉnh Vân Nam diễn ra cởi mở.",
      { title: "Lào Cai và Vân Nam hội đàm" },
    );
    expect(visits).toHaveLength(1);
  });
});

describe("what a report on a meeting only mentions", () => {
  const reception =
    "Chiều 12/5, Chủ tịch UBND tỉnh Cao Bằng Lê Minh Quân tiếp đoàn thành phố Bách Sắc (Quảng Tây, Trung Quốc) do ông Vi Đại Hải dẫn đầu.";
  const about = { title: "Cao Bằng tiếp đoàn Bách Sắc", published: "2024-05-13" };

  it("is no visit of its own: one of long ago", () => {
    const visits = told(
      `${reception}\n\nNgày 3/8/2023, Bí thư Tỉnh ủy Cao Bằng Trần Văn Hải đã thăm thành phố Nam Ninh (Trung Quốc).`,
      about,
    );
    expect(visits.map(({ host }) => host.head)).toEqual(["Lê Minh Quân"]);
  });

  it("is no visit of its own: what was exchanged between the police of both sides", () => {
    const visits = told(
      `${reception}\n\nĐiển hình, ngày 2/4/2024, qua trao đổi thông tin, Công an tỉnh Quảng Tây đã giúp Công an tỉnh Cao Bằng bắt hai đối tượng.`,
      about,
    );
    expect(visits).toHaveLength(1);
  });

  it("gives the visit no day: an anniversary in brackets", () => {
    const [visit] = told(
      "Nhân dịp kỷ niệm 50 năm Ngày thiết lập quan hệ ngoại giao (2/3/1970 - 2/3/2020), ngày 5/3, đoàn đại biểu Lào do ông Somphone Keo dẫn đầu đã tới thăm tỉnh Sơn La.",
      { title: "Đoàn Lào thăm Sơn La", published: "2020-03-06" },
    );
    expect(visit?.date).toEqual({ year: 2020, month: 3, day: 5 });
  });
});

describe("who led a side", () => {
  it("is the first whom the report names for it where nothing else tells", () => {
    const [visit] = told(
      "Sáng 7/6, tại thành phố Lạng Sơn, Sở Công Thương tỉnh Lạng Sơn hội đàm với Cục Thương mại thành phố Sùng Tả (Quảng Tây, Trung Quốc). " +
        "Dự hội đàm có ông La Quý Nam, Cục trưởng Cục Thương mại thành phố Sùng Tả.",
      { title: "Lạng Sơn và Sùng Tả hội đàm về thương mại" },
    );
    expect(visit?.guest.head).toBe("La Quý Nam");
  });

  it("is no township", () => {
    const visits = told(
      "Ngày 2/12, tại xã Lũng Cú, Bí thư xã Lũng Cú, tỉnh Hà Giang và Bí thư trấn Mao Pình (Vân Nam, Trung Quốc) ký kết biên bản kết nghĩa.",
      { title: "Xã Lũng Cú kết nghĩa với trấn Mao Pình" },
    );
    for (const { host, guest } of visits) expect([host.head, guest.head]).toEqual([null, null]);
  });

  it("holds the office in front of the own name, not the one behind another's", () => {
    const [visit] = told(
      "Nhận lời mời của Chủ tịch Chính hiệp Vương Đại Lâm, Bí thư Đảng đoàn, Chủ tịch Mặt trận Lê Minh Quân đã dẫn đầu đoàn Việt Nam thăm Trung Quốc từ ngày 5/6.",
      { title: "Đoàn Việt Nam thăm Trung Quốc" },
    );
    expect(visit?.guest.head).toBe("Lê Minh Quân");
  });
});

describe("a body of the other country in Vietnam", () => {
  it.each(["Đại sứ quán Trung Quốc tại Việt Nam", "Tổng Lãnh sự quán Trung Quốc tại Đà Nẵng"])(
    "that a province goes to, %s, is the host",
    (body) => {
      const [visit] = told(
        `Sáng 14/5/2024, đồng chí Ma Văn Lợi, Chủ tịch UBND tỉnh Hà Giang, dẫn đầu đoàn công tác của tỉnh đến ${body} thăm và làm việc. Đồng chí Hà Duy, người đứng đầu cơ quan này, tiếp đoàn.`,
        { title: `Chủ tịch UBND tỉnh Hà Giang Ma Văn Lợi thăm ${body}` },
      );
      expect(visit!.guest).toMatchObject({ province: "Hà Giang", head: "Ma Văn Lợi" });
      expect(visit!.host.country).toBe("Trung Quốc");
    },
  );
});

import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

const day = (year: number | null, month: number | null, of: number | null) => ({
  year,
  month,
  day: of,
});

describe("receptions", () => {
  it("reads host, delegation, its head, day, place and kind of a courtesy call received", () => {
    const [visit, ...rest] = told(
      "Ngày 12/5, tại trụ sở UBND tỉnh Cao Bằng, đồng chí Lê Văn Hòa, Phó Chủ tịch UBND tỉnh tiếp xã giao Đoàn đại biểu thành phố Bách Sắc, Quảng Tây (Trung Quốc) do bà Hoàng Mỹ Linh, Phó Thị trưởng làm Trưởng đoàn.",
    );
    expect(rest).toEqual([]);
    expect(visit).toMatchObject({
      kind: "tiếp xã giao",
      planned: false,
      date: day(null, 5, 12),
      endDate: null,
      place: "trụ sở UBND tỉnh Cao Bằng",
      host: {
        province: "Cao Bằng",
        country: "Việt Nam",
        head: "Lê Văn Hòa",
        people: [{ name: "Lê Văn Hòa", position: "Phó Chủ tịch UBND tỉnh" }],
      },
      guest: {
        organisation: "Đoàn đại biểu thành phố Bách Sắc, Quảng Tây (Trung Quốc)",
        province: "Quảng Tây",
        country: "Trung Quốc",
        head: "Hoàng Mỹ Linh",
        people: [{ name: "Hoàng Mỹ Linh", position: "Phó Thị trưởng" }],
      },
    });
  });

  it("reads one event of 'tiếp và làm việc với'", () => {
    const visits = told(
      "Ngày 2/6, ông Lý Văn Tài, Phó Chủ tịch UBND tỉnh Hà Giang đã có buổi tiếp và làm việc với Đoàn công tác châu Văn Sơn, tỉnh Vân Nam (Trung Quốc).",
    );
    expect(visits.map(({ kind, host }) => [kind, host.head])).toEqual([["tiếp", "Lý Văn Tài"]]);
  });

  it("reads the passive: who is received is the guest", () => {
    const [visit] = told(
      "Ngày 9/11, Đoàn đại biểu Hội Liên hiệp Phụ nữ huyện Long Châu, Quảng Tây, Trung Quốc được đồng chí Bế Minh Đức, Bí thư Huyện ủy Hạ Lang tiếp tại trụ sở Huyện ủy.",
    );
    expect(visit?.host.head).toBe("Bế Minh Đức");
    expect(visit?.guest).toMatchObject({ province: "Quảng Tây", head: null });
  });

  it("knows that who comes to call is the guest", () => {
    const [visit] = told(
      "Ngày 7/8, Đoàn công tác Công an tỉnh Vân Nam do ông Lưu Kiến Quốc, Phó Giám đốc Công an tỉnh làm trưởng đoàn đã đến chào xã giao đồng chí Vũ Xuân Cường, Chủ tịch UBND tỉnh Lào Cai.",
    );
    expect(visit).toMatchObject({
      kind: "tiếp xã giao",
      host: { head: "Vũ Xuân Cường", province: "Lào Cai" },
      guest: { head: "Lưu Kiến Quốc", province: "Vân Nam", country: "Trung Quốc" },
    });
  });

  it("takes who received the delegation from a sentence of its own", () => {
    const [visit] = told(
      "Sáng 3/4/2024, Đoàn đại biểu tỉnh Hà Giang do đồng chí Nguyễn Văn Sơn, Chủ tịch UBND tỉnh dẫn đầu đã sang thăm và làm việc tại châu Văn Sơn, tỉnh Vân Nam (Trung Quốc). Tiếp đoàn có đồng chí Mã Trung Hoa, Châu trưởng châu Văn Sơn cùng lãnh đạo các ban, ngành.",
    );
    expect(visit).toMatchObject({
      kind: "thăm",
      date: day(2024, 4, 3),
      place: "châu Văn Sơn",
      host: { head: "Mã Trung Hoa", province: "Vân Nam", country: "Trung Quốc" },
      guest: { head: "Nguyễn Văn Sơn", province: "Hà Giang", country: "Việt Nam" },
    });
  });

  it("completes 'Chủ tịch UBND tỉnh' by the province that the article speaks of", () => {
    const [visit] = told(
      "LSO-Sáng ngày 25/4/2012, đồng chí Vy Văn Thành, Chủ tịch UBND tỉnh đã tiếp đoàn đại biểu chính quyền nhân dân thành phố Sùng Tả, Quảng Tây, Trung Quốc do đồng chí Hoàng Khắc, Thị trưởng làm trưởng đoàn sang thăm và làm việc tại tỉnh Lạng Sơn.",
    );
    expect(visit?.host).toMatchObject({ province: "Lạng Sơn", country: "Việt Nam" });
    expect(visit?.place).toBe("tỉnh Lạng Sơn");
  });
});

describe("meetings", () => {
  it("makes the one at home the host of a meeting between equals", () => {
    const [visit] = told(
      "Ngày 20/6, tại thành phố Sùng Tả (Trung Quốc), Sở Công Thương tỉnh Lạng Sơn và Cục Thương mại thành phố Sùng Tả đã tổ chức hội đàm về thông quan hàng hóa.",
    );
    expect(visit).toMatchObject({
      kind: "hội đàm",
      host: { organisation: "Cục Thương mại thành phố Sùng Tả", country: "Trung Quốc" },
      guest: { organisation: "Sở Công Thương tỉnh Lạng Sơn", country: "Việt Nam" },
    });
  });

  it("knows the guest of talks from the journey that they are part of", () => {
    const [visit] = told(
      "Trong khuôn khổ chuyến thăm, làm việc tại Vân Nam, Trung Quốc, ngày 6/3/2024, đồng chí Đặng Văn Minh, Bí thư Tỉnh ủy Lào Cai đã hội đàm với đồng chí Vương Hải Sinh, Bí thư Tỉnh ủy Vân Nam.",
    );
    expect(visit?.host.head).toBe("Vương Hải Sinh");
    expect(visit?.guest.head).toBe("Đặng Văn Minh");
  });

  it("keeps two receptions of one day apart and gives the second the day of the first", () => {
    const visits = told(
      "Sáng 2/12, tại cửa khẩu quốc tế Hữu Nghị, lãnh đạo huyện Cao Lộc đã đón Đoàn đại biểu thị Bằng Tường sang dự lễ hội.\n\nCùng ngày, đồng chí Đoàn Thanh Sơn, Phó Chủ tịch UBND tỉnh Lạng Sơn tiếp Đoàn doanh nghiệp Quảng Đông (Trung Quốc) do ông Trương Vĩ Minh làm trưởng đoàn.",
    );
    expect(visits.map(({ guest, host, date }) => [guest.province, host.head, date.day])).toEqual([
      ["Quảng Tây", null, 2],
      ["Quảng Đông", "Đoàn Thanh Sơn", 2],
    ]);
  });

  it("names beside the heads who else took part, each on their side", () => {
    const [visit] = told(
      "Ngày 8/9, tại tỉnh Cao Bằng, đồng chí Trần Văn An, Bí thư Tỉnh ủy Cao Bằng đã hội đàm với đồng chí Tôn Đại Quang, Bí thư Thành ủy Bách Sắc (Trung Quốc).\n\nTham dự hội đàm, về phía Việt Nam có đồng chí Lê Thị Hoa, Giám đốc Sở Ngoại vụ. Về phía Trung Quốc có đồng chí Lý Khang, Phó Thị trưởng.",
    );
    expect(visit?.host.people.map(({ name }) => name)).toEqual(["Trần Văn An", "Lê Thị Hoa"]);
    expect(visit?.guest.people.map(({ name }) => name)).toEqual(["Tôn Đại Quang", "Lý Khang"]);
  });

  it("reads topics, agreements and their number in the article's own words", () => {
    const [visit] = told(
      "Ngày 11/7, đồng chí Nguyễn Văn Hải, Chủ tịch UBND thành phố Móng Cái tiếp Đoàn công tác thành phố Đông Hưng (Trung Quốc).\n\nTại buổi tiếp, hai bên đã trao đổi về việc mở lại lối thông quan; nâng cấp đường vận chuyển hàng hóa.\n\nTại buổi tiếp, hai bên đã ký 03 biên bản ghi nhớ về du lịch.",
    );
    expect(visit?.topics).toEqual(["mở lại lối thông quan", "nâng cấp đường vận chuyển hàng hóa"]);
    expect(visit?.agreements).toEqual(["03 biên bản ghi nhớ về du lịch"]);
    expect(visit?.numbers).toEqual([{ text: "03 biên bản ghi nhớ", what: "agreement" }]);
  });

  it("does not take wishes and results of other years for agreements", () => {
    const [visit] = told(
      "Ngày 11/7, đồng chí Nguyễn Văn Hải, Chủ tịch UBND thành phố Móng Cái tiếp Đoàn công tác thành phố Đông Hưng (Trung Quốc).\n\nÔng đề nghị hai bên sớm ký kết hiệp định về vận tải. Trong thời gian qua, hai bên đã ký 12 thỏa thuận hợp tác.",
    );
    expect(visit?.agreements).toEqual([]);
    expect(visit?.numbers).toEqual([]);
  });
});

describe("days", () => {
  it("reads spans", () => {
    const [visit] = told(
      "Nhận lời mời của Bí thư Khu ủy Quảng Tây, từ ngày 5 đến 8/3/2024, đồng chí Hoàng Văn Nghiệm, Bí thư Tỉnh ủy Lạng Sơn dẫn đầu Đoàn đại biểu tỉnh Lạng Sơn thăm, làm việc tại thành phố Nam Ninh, Khu tự trị dân tộc Choang Quảng Tây, Trung Quốc.",
    );
    expect(visit).toMatchObject({
      date: day(2024, 3, 5),
      endDate: day(2024, 3, 8),
      guest: { head: "Hoàng Văn Nghiệm", organisation: "Đoàn đại biểu tỉnh Lạng Sơn" },
    });
  });

  it("settles relative days and years by the day of publication, and only by it", () => {
    const text =
      "Sáng nay, đồng chí Hồ Văn Thành, Chủ tịch UBND tỉnh Lạng Sơn tiếp ông Hà Vân, Đại sứ Trung Quốc tại Việt Nam.";
    expect(told(text, { published: "2024-05-10" })[0]?.date).toEqual(day(2024, 5, 10));
    expect(told(text)[0]?.date).toEqual(day(null, null, null));
    const newYear = text.replace("Sáng nay", "Ngày 30/12");
    expect(told(newYear, { published: "2025-01-02" })[0]?.date).toEqual(day(2024, 12, 30));
  });

  it("tells what is announced from what happened", () => {
    const [visit] = told(
      "Dự kiến ngày 15/10, đoàn công tác của thành phố Phòng Thành Cảng (Trung Quốc) sẽ sang thăm và làm việc tại tỉnh Quảng Ninh.",
    );
    expect(visit?.planned).toBe(true);
    expect(visit?.evidence.planned).toHaveLength(1);
  });

  it("keeps the day of an announcement apart from the day of the visit", () => {
    const [visit] = told(
      "Ngày 2-7, Bộ Ngoại giao cho biết Thủ tướng Áo Karl Weber sẽ thăm chính thức Việt Nam từ ngày 8 đến 10-7.",
    );
    expect(visit?.date).toEqual(day(null, 7, 8));
    expect(visit?.endDate).toEqual(day(null, 7, 10));
  });
});

describe("the world", () => {
  it("reads a journey to two countries as two visits with their own days", () => {
    const visits = told(
      "Thủ tướng Pháp Jean Moreau và phu nhân sẽ thăm chính thức Lào từ ngày 12/3, thăm Thái Lan từ ngày 14/3.",
    );
    expect(
      visits.map(({ host, guest, date }) => [host.country, guest.country, guest.head, date.day]),
    ).toEqual([
      ["Lào", "Pháp", "Jean Moreau", 12],
      ["Thái Lan", "Pháp", "Jean Moreau", 14],
    ]);
  });

  it("names who invited as head of the hosts where nobody else is named", () => {
    const [visit] = told(
      "Nhận lời mời của Chủ tịch nước Trần Văn Khải, Tổng thống Ba Lan Marek Nowak sẽ thăm cấp nhà nước tới Việt Nam ngày 27 - 30/11.",
    );
    expect(visit?.host).toMatchObject({ country: "Việt Nam", head: "Trần Văn Khải" });
    expect(visit?.guest).toMatchObject({ country: "Ba Lan", head: "Marek Nowak" });
  });

  it("reads a reception told behind its guest", () => {
    const [visit] = told(
      "Đón tiếp Thủ tướng Lê Quốc Dũng hôm 5/9 tại Moskva, Tổng thống Nga Ivan Petrov khẳng định coi trọng hợp tác với Việt Nam.",
    );
    expect(visit?.host).toMatchObject({ head: "Ivan Petrov", country: "Nga" });
    expect(visit?.guest).toMatchObject({ head: "Lê Quốc Dũng", country: "Việt Nam" });
  });

  it("keeps an office whose holder is not named apart from the person behind it", () => {
    const [visit] = told(
      "Thủ tướng Lê Quốc Dũng ngày 4/6 hội kiến Nhà vua và Hoàng hậu Anna Lindberg tại Stockholm, Thụy Điển.",
    );
    expect(visit?.host.head ?? null).toBeNull();
  });
});

describe("no visit", () => {
  it.each([
    [
      "an old one mentioned in passing",
      "Năm 2019, ông từng thăm Lạng Sơn. Tỉnh đang đẩy mạnh thu hút đầu tư vào khu kinh tế cửa khẩu.",
    ],
    [
      "none at all",
      "Giá rau tại chợ Đồng Đăng tăng nhẹ. Người dân tiếp tục chờ đợi nguồn hàng từ các huyện.",
    ],
    [
      "an invitation",
      "Thứ trưởng Ngoại giao Lê Minh Hà chuyển lời mời Tổng thống Mỹ John Carter thăm Việt Nam.",
    ],
    [
      "a cancelled one",
      "Bộ trưởng Quốc phòng Đức Anna Schmidt hủy thăm Mỹ để họp khẩn với các tướng lĩnh.",
    ],
    [
      "a message of condolence",
      "Chủ tịch nước Trần Văn Khải gửi điện thăm hỏi tới Tổng thống Mexico sau trận động đất.",
    ],
    ["arriving at home", "Thủ tướng Lê Quốc Dũng tối 8/3 đã về đến Hà Nội."],
    ["an empty text", ""],
  ])("is read from %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

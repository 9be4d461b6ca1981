import { describe, expect, it } from "vitest";
import { told } from "../told.ts";

const meetings = (text: string, published: string | null = "2025-10-27") =>
  told(text, { title: "Kết quả chuyến công tác tại Quảng Tây (Trung Quốc)", published }).map(
    ({ date, host, guest }) => [[date.day, date.month, date.year].join("/"), host.head, guest.head],
  );

const OPENING =
  "Từ ngày 20 đến 23/10/2025, Đoàn công tác tỉnh Lạng Sơn do đồng chí Lô Văn Chấn, Phó Chủ tịch UBND tỉnh làm Trưởng đoàn thăm, làm việc tại Quảng Tây (Trung Quốc). Cùng đi có bà Hoàng Thị Mười, Giám đốc Sở Ngoại vụ.";

describe("the stops of a journey", () => {
  it("have whoever speaks there first as their host", () => {
    const text = `${OPENING}\n\nNgày 20/10, Đoàn làm việc với ông Mạc Khải Trung, Phó Thị trưởng Sùng Tả.\n\nNgày 22/10, Đoàn tham quan cảng Khâm Châu. Ông Quách Thiệu Hải, Phó Tổng Giám đốc Tập đoàn Cảng, giới thiệu quy trình bốc dỡ.`;
    expect(meetings(text)).toContainEqual(["22/10/2025", "Quách Thiệu Hải", "Lô Văn Chấn"]);
  });

  it("may be the travellers' own mission abroad", () => {
    const text = `${OPENING}\n\nNgày 21/10, Đoàn làm việc với ông Mạc Khải Trung, Phó Thị trưởng Sùng Tả.\n\nChiều cùng ngày, Đoàn tới chào Tổng Lãnh sự Việt Nam tại Nam Ninh Bùi Trọng Khiêm.`;
    expect(meetings(text)).toContainEqual(["21/10/2025", "Bùi Trọng Khiêm", "Lô Văn Chấn"]);
  });

  it("may be seen with nobody on a day of which nothing else is told", () => {
    const text = `${OPENING}\n\nNgày 20/10, Đoàn làm việc với ông Mạc Khải Trung, Phó Thị trưởng Sùng Tả.\n\nNgày 23/10, Đoàn khảo sát chợ đầu mối ở Bằng Tường.`;
    expect(meetings(text)).toContainEqual(["23/10/2025", null, "Lô Văn Chấn"]);
  });

  it("are none where they are planned, wished or told of those who came along", () => {
    const text = `${OPENING}\n\nNgày 20/10, Đoàn làm việc với ông Mạc Khải Trung, Phó Thị trưởng Sùng Tả. Ngày 25/10, dự kiến Đoàn sẽ gặp ông Đàm Vĩnh Thọ, Bí thư Thị ủy Bằng Tường. Bà Hoàng Thị Mười đề nghị hai bên gặp nhau mỗi quý.`;
    const heads = told(text, { published: "2025-10-27" }).flatMap(({ planned, host }) =>
      planned ? [] : [host.head],
    );
    expect(heads).not.toContain("Đàm Vĩnh Thọ");
    expect(heads).not.toContain("Hoàng Thị Mười");
  });

  it("are those of foreign guests too, whom further hosts receive", () => {
    const text =
      "Ngày 24/3/2026, đoàn Cục Công an châu Hồng Hà (Vân Nam, Trung Quốc) do ông Bạch Khải Quân, Phó Cục trưởng làm Trưởng đoàn thăm và hội đàm với Công an tỉnh Lào Cai.\n\nTrước khi vào hội đàm, đoàn đã đến chào Thiếu tướng Lương Văn Phách, Giám đốc Công an tỉnh. Thiếu tướng Lương Văn Phách hoan nghênh đoàn.\n\nHội đàm do Đại tá Hà Trung Khiêm, Phó Giám đốc Công an tỉnh và ông Bạch Khải Quân đồng chủ trì.";
    const hosts = told(text, {
      title: "Công an tỉnh hội đàm với Công an châu Hồng Hà",
      published: "2026-03-25",
    }).map(({ host }) => host.head);
    expect(hosts).toContain("Lương Văn Phách");
    expect(hosts).toContain("Hà Trung Khiêm");
  });
});

describe("days that hang on one told before", () => {
  const dates = (text: string) =>
    told(text, { title: "Đoàn Điện Biên thăm Phổ Nhĩ (Trung Quốc)", published: "2024-12-20" }).map(
      ({ date, host }) => [[date.day, date.month, date.year].join("/"), host.head],
    );
  const lead =
    "Trong các ngày 18 và 19 tháng 12, Đoàn đại biểu tỉnh Điện Biên do ông Quàng Văn Hịa, Phó Chủ tịch UBND tỉnh dẫn đầu thăm, làm việc tại thành phố Phổ Nhĩ (Vân Nam, Trung Quốc).";

  it("have the month of that day", () => {
    const text = `${lead}\n\nSáng ngày 18, ông Lý Khánh Hưng, Huyện trưởng Giang Thành hội đàm với Đoàn.\n\nNgày 19, bà Đao Hồng Vân, Phó Thị trưởng Phổ Nhĩ hội đàm với Đoàn.`;
    expect(dates(text)).toContainEqual(["18/12/2024", "Lý Khánh Hưng"]);
    expect(dates(text)).toContainEqual(["19/12/2024", "Đao Hồng Vân"]);
  });

  it("are the next one for 'hôm sau'", () => {
    const text = `${lead}\n\nNgày 18/12, ông Lý Khánh Hưng, Huyện trưởng Giang Thành hội đàm với Đoàn.\n\nHôm sau, Đoàn làm việc với bà Đao Hồng Vân, Phó Thị trưởng Phổ Nhĩ.`;
    expect(dates(text)).toContainEqual(["19/12/2024", "Đao Hồng Vân"]);
  });

  it("are none where every month is meant, or a term", () => {
    const text = `${lead}\n\nNgày 18/12, ông Lý Khánh Hưng, Huyện trưởng Giang Thành hội đàm với Đoàn. Ông đề nghị họp chợ vào ngày 15 hằng tháng, trả lời trước ngày 25/12.`;
    expect(dates(text).map(([date]) => date)).not.toContain("15/12/2024");
    expect(dates(text).map(([date]) => date)).not.toContain("25/12/2024");
  });
});

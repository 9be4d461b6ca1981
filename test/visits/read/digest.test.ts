import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

const heads = (text: string, title: string, published: string | null = null) =>
  told(text, { title, published }).map(({ date, host, guest }) => [
    [date.day, date.month, date.year].join("/"),
    host.head,
    guest.head,
  ]);

/** A report with headings: paragraphs that begin with "# " are such. */
function headed(text: string, title: string, published: string) {
  const headings = text
    .split("\n\n")
    .flatMap((one) => (one.startsWith("# ") ? [one.slice(2)] : []));
  const visits = told(text.replace(/^# /gmu, ""), { title, published, headings });
  return visits.map(({ date, host, guest }) => [
    [date.day, date.month, date.year].join("/"),
    host.head,
    guest.head,
  ]);
}

describe("a bulletin of several meetings", () => {
  const TEXT = [
    "Trong quý, các hoạt động với phía Quảng Tây diễn ra đều đặn.",
    "Chúc Tết. Ngày 8/1, tại trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh Lạng Sơn Lô Văn Bách tiếp ông Mạc Tử Quang, Bí thư Huyện ủy Ninh Minh (Quảng Tây, Trung Quốc).",
    "Tòa án. Ngày 26/2, bà Vi Thị Cúc, Chánh án Tòa án nhân dân tỉnh tiếp ông Hàn Khải Minh, Chánh án Tòa án thành phố Sùng Tả (Quảng Tây, Trung Quốc).",
    "Công an. Ngày 19/3, tại Bằng Tường, Đại tá Hà Trọng Nhân, Phó Giám đốc Công an tỉnh hội đàm với ông Bàng Chí Dĩnh, Phó Cục trưởng Cục Công an Sùng Tả.",
  ].join("\n\n");

  it("has a meeting for each item, nobody of one in another", () => {
    expect(heads(TEXT, "Tin hoạt động đối ngoại quý I/2024", "2024-04-02")).toEqual([
      ["8/1/2024", "Lô Văn Bách", "Mạc Tử Quang"],
      ["26/2/2024", "Vi Thị Cúc", "Hàn Khải Minh"],
      ["19/3/2024", expect.anything(), expect.anything()],
    ]);
  });

  it("takes the year from the title alone, and none where the title names several", () => {
    expect(heads(TEXT, "Tin hoạt động đối ngoại quý I/2024")[0]![0]).toBe("8/1/2024");
    expect(heads(TEXT, "Tin hoạt động đối ngoại 2023 - 2024")[0]![0]).toBe("8/1/");
  });

  it("has days of the months before it, where no title names their year", () => {
    expect(heads(TEXT, "Chúc Tết hai bên biên giới", "2024-04-02")[0]![0]).toBe("8/1/2024");
    expect(heads(TEXT, "Chúc Tết hai bên biên giới", "2024-12-30")[0]![0]).toBe("8/1/");
  });

  it("is no journey of a few days", () => {
    const days = heads(
      "Từ ngày 5 đến 7/6/2024, đoàn tỉnh Lào Cai do ông Giàng Seo Lử, Phó Chủ tịch UBND tỉnh dẫn đầu thăm Vân Nam (Trung Quốc).\n\nNgày 5/6, đoàn làm việc với ông Khổng Lập, Phó Châu trưởng châu Hồng Hà.\n\nNgày 6/6, đoàn làm việc với bà Bạch Tuệ, Phó Tỉnh trưởng Vân Nam.\n\nNgày 7/6, đoàn về nước.",
      "Đoàn Lào Cai thăm Vân Nam",
      "2024-06-08",
    );
    expect(days.every(([, , guest]) => guest === null || guest === "Giàng Seo Lử")).toBe(true);
  });
});

describe("a journey told in headed sections", () => {
  const TEXT = [
    "Từ ngày 8 đến 10/7, đoàn đại biểu tỉnh Lai Châu do ông Lò Văn Hoan, Phó Chủ tịch UBND tỉnh làm trưởng đoàn thăm các tỉnh Bắc Lào.",
    "# Phong Sa Lỳ, ngày 9/7",
    "Tại thị xã Phong Sa Lỳ, ông Khăm Văn Thử, Tỉnh trưởng tiếp và hội đàm với đoàn.",
    "# U Đôm Xay, ngày 10/7",
    "Ông Bun Thử Xay, Phó Tỉnh trưởng U Đôm Xay tiếp đoàn tại Mường Xay.",
  ].join("\n\n");

  it("has a meeting for each section, of its own day, with who travels", () => {
    const read = headed(TEXT, "Đoàn Lai Châu thăm Bắc Lào", "2024-07-15");
    expect(read).toContainEqual(["9/7/2024", "Khăm Văn Thử", "Lò Văn Hoan"]);
    expect(read).toContainEqual(["10/7/2024", "Bun Thử Xay", "Lò Văn Hoan"]);
  });

  it("is one meeting where the sections are parts of its minutes", () => {
    const read = headed(
      "Ngày 9/4/2024, ông Lò Văn Hoan, Phó Chủ tịch UBND tỉnh Lai Châu hội đàm với ông Bạch Lập, Phó Châu trưởng châu Hồng Hà (Vân Nam, Trung Quốc).\n\n# Nội dung\n\nHai bên trao đổi về cửa khẩu Ma Lù Thàng.\n\n# Kết luận\n\nHai bên thống nhất họp mỗi quý một lần.",
      "Lai Châu - Hồng Hà hội đàm",
      "2024-04-10",
    );
    expect(read).toEqual([["9/4/2024", "Lò Văn Hoan", "Bạch Lập"]]);
  });
});

describe("who led both delegations", () => {
  it("is told together, before who else came", () => {
    const [one] = heads(
      "Chiều 21/3/2023, tại trụ sở UBND tỉnh, UBND tỉnh Lạng Sơn và Chính quyền nhân dân thành phố Sùng Tả (Quảng Tây, Trung Quốc) tổ chức hội đàm. Hai trưởng đoàn là đồng chí Lô Văn Bách, Phó Chủ tịch UBND tỉnh và ông Mạc Tử Quang, Phó Thị trưởng thành phố Sùng Tả.\n\nPhía bạn có ông Hàn Khải Minh, Chủ nhiệm Văn phòng Ngoại sự thành phố Sùng Tả.",
      "Lạng Sơn - Sùng Tả hội đàm",
    );
    expect(one).toEqual(["21/3/2023", "Lô Văn Bách", "Mạc Tử Quang"]);
  });
});

describe("where two met", () => {
  it.each(["trước cửa khẩu Hữu Nghị", "bên cửa khẩu Hữu Nghị", "tại cửa khẩu Hữu Nghị"])(
    "may be told as %s",
    (where) => {
      expect(
        heads(
          `Sáng 5/2/2020, ${where}, Phó Chủ tịch UBND tỉnh Lạng Sơn Lô Văn Bách gặp Thị trưởng thị Bằng Tường Mạc Tử Quang.`,
          "Gặp tại cửa khẩu",
        ),
      ).toEqual([["5/2/2020", "Lô Văn Bách", "Mạc Tử Quang"]]);
    },
  );
});

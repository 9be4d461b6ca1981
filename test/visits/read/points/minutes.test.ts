import { describe, expect, it } from "vitest";
import { ACTS, actsIn, actText } from "../../../../src/visits/read/points/acts.ts";
import { articleOf, told } from "../told.ts";

const MEETING =
  "Ngày 11/7/2024, đồng chí Nguyễn Văn Hải, Chủ tịch UBND tỉnh Lạng Sơn tiếp Đoàn công tác thành phố Sùng Tả (Trung Quốc) do ông Lý Khang, Thị trưởng làm trưởng đoàn.";

const pointsOf = (...paragraphs: string[]) => {
  const visits = told([MEETING, ...paragraphs].join("\n\n"));
  expect(visits).toHaveLength(1);
  return visits[0]!.points.map(({ act, speaker, side, text }) => [act, speaker, side, text]);
};

describe("the table of acts", () => {
  it.each(ACTS.map(({ act, example }) => [act, example] as const))(
    "finds what is %s in its example",
    (act, example) => {
      expect(actsIn(actText(example)).map((one) => one.act)).toContain(act);
    },
  );

  it("has no words twice", () => {
    const words = ACTS.flatMap((row) => row.words.split("|"));
    expect(words.filter((one, i) => words.indexOf(one) !== i)).toEqual([]);
  });
});

describe("the minutes of a meeting", () => {
  it("give the items of a list to who proposed them, also to whom an item alone is asked of", () => {
    expect(
      pointsOf(
        "Đồng chí Nguyễn Văn Hải đề nghị hai bên:",
        "- Sớm mở lại lối thông quan cũ.",
        "- Phía Sùng Tả kéo dài giờ làm việc.",
      ),
    ).toEqual([
      ["proposed", "Nguyễn Văn Hải", "host", "Sớm mở lại lối thông quan cũ"],
      ["asked", "Nguyễn Văn Hải", "host", "Phía Sùng Tả kéo dài giờ làm việc"],
    ]);
  });

  it("switch the speaker with the sentence, and keep him for a pronoun", () => {
    expect(
      pointsOf(
        "Đồng chí Nguyễn Văn Hải cảm ơn đoàn đã tới thăm tỉnh. Đồng chí mong đoàn tìm hiểu các khu công nghiệp mới.",
        "Về phía mình, ông Lý Khang đánh giá cao cách làm của địa phương.",
      ).map(([act, speaker, side]) => [act, speaker, side]),
    ).toEqual([
      ["thanked", "Nguyễn Văn Hải", "host"],
      ["asked", "Nguyễn Văn Hải", "host"],
      ["assessed", "Lý Khang", "guest"],
    ]);
  });

  it("leave out who took part, and what joins one point to the next", () => {
    expect(
      pointsOf(
        "Dự buổi tiếp có đồng chí Hứa Thị Lan, Phó Trưởng Ban Dân vận; đại diện Hội Nông dân tỉnh.",
        "Ông Lý Khang đề nghị mở lại chợ biên giới Pò Chài, đồng thời mong hai bên lập đường dây nóng.",
      ).map(([, , , text]) => text),
    ).toEqual(["mở lại chợ biên giới Pò Chài", "hai bên lập đường dây nóng"]);
  });

  it("give what both sides settle to both, though none is said to agree", () => {
    expect(
      pointsOf(
        "Ông Lý Khang đề nghị mở lại chợ biên giới Pò Chài.",
        "Hai bên giao Sở Ngoại vụ lập nhóm công tác, hai tháng họp một lần.",
      ).at(-1),
    ).toEqual([
      "agreed",
      null,
      "both",
      "giao Sở Ngoại vụ lập nhóm công tác, hai tháng họp một lần",
    ]);
  });

  it("part an enumeration at its semicolons", () => {
    expect(
      pointsOf(
        "Hai bên nhất trí mở thêm một lối thông quan; lập đường dây nóng giữa hai cửa khẩu.",
      ),
    ).toEqual([
      ["agreed", null, "both", "mở thêm một lối thông quan"],
      ["agreed", null, "both", "lập đường dây nóng giữa hai cửa khẩu"],
    ]);
  });

  it("take the label of a paragraph for who speaks, and a bare one for both", () => {
    expect(
      pointsOf(
        "1. Ý kiến của ông Lý Khang: đề nghị bạn sửa bến bãi trước mùa mưa; lập sổ theo dõi chung.",
        "2. Thống nhất: kể từ ngày 1/9/2024 dùng mẫu tờ khai song ngữ.",
      ),
    ).toEqual([
      ["asked", "Lý Khang", "guest", "bạn sửa bến bãi trước mùa mưa"],
      ["asked", "Lý Khang", "guest", "lập sổ theo dõi chung"],
      ["agreed", null, "both", "kể từ ngày 1/9/2024 dùng mẫu tờ khai song ngữ"],
    ]);
  });

  it("take a heading for the label of all that stands below it", () => {
    const visits = told(
      [
        MEETING,
        "Các việc bàn trong buổi sáng được thư ký ghi lại như dưới đây.",
        "2. Hai bên thống nhất",
        "1. Mỗi tháng tuần tra chung một lần.",
        "2. Thử liên lạc bằng bộ đàm từ ngày 1/8.",
      ].join("\n\n"),
      { headings: ["2. Hai bên thống nhất"] },
    );
    expect(visits[0]!.points.map(({ act, side, text }) => [act, side, text])).toEqual([
      ["agreed", "both", "Mỗi tháng tuần tra chung một lần"],
      ["agreed", "both", "Thử liên lạc bằng bộ đàm từ ngày 1/8"],
    ]);
  });

  it("know asking by the words of every day, and courtesy for none", () => {
    expect(
      pointsOf(
        "Đồng chí Nguyễn Văn Hải xin phía bạn hai toa lạnh cho vụ vải; nhờ bạn dạy tiếng cho cán bộ xã.",
        "Ông Lý Khang xin chân thành cảm ơn tỉnh đã đón tiếp chu đáo.",
      ).map(([act, speaker]) => [act, speaker]),
    ).toEqual([
      ["asked", "Nguyễn Văn Hải"],
      ["asked", "Nguyễn Văn Hải"],
      ["thanked", "Lý Khang"],
    ]);
  });

  it("take who began the sentence before for the one whom a pronoun means", () => {
    expect(
      pointsOf(
        "Sáng hôm sau, ông Lý Khang đi xem bến xe. Ông cho rằng bến còn chật, cần nối thêm mái che.",
      ).map(([act, speaker]) => [act, speaker]),
    ).toEqual([["assessed", "Lý Khang"]]);
  });

  it("leave out when and where people meet", () => {
    expect(
      pointsOf(
        "Thời gian: dự kiến từ ngày 16 đến ngày 18/7/2024.",
        "Ông Lý Khang đề nghị mở lại chợ biên giới Pò Chài.",
      ).map(([, , , text]) => text),
    ).toEqual(["mở lại chợ biên giới Pò Chài"]);
  });

  it("tell what is given from a caption", () => {
    expect(
      pointsOf("(Ảnh: Đồng chí Nguyễn Văn Hải tặng ông Lý Khang bức tranh thêu)").map(
        ([act, speaker]) => [act, speaker],
      ),
    ).toEqual([["given", "Nguyễn Văn Hải"]]);
  });

  it("quote the article, and are what topics and agreements are made of", () => {
    const text = [
      MEETING,
      "Hai bên trao đổi về vận tải hành khách. Hai bên thống nhất gặp lại vào tháng 9.",
    ].join("\n\n");
    const article = articleOf(text);
    const [visit] = told(text);
    expect(visit!.points).toHaveLength(2);
    for (const { start, end, text: quote } of visit!.points)
      expect(article.text.slice(start, end)).toBe(quote);
    expect(visit!.topics).toEqual(["vận tải hành khách"]);
    expect(visit!.agreements).toEqual(["gặp lại vào tháng 9"]);
  });
});

describe("a meeting told over the whole article", () => {
  it("is read where no sentence names both heads", () => {
    const [visit, ...more] = told(
      "Hôm 5/8/2024, tỉnh ta đón Đoàn đại biểu châu Văn Sơn, tỉnh Vân Nam (Trung Quốc) sang thăm, làm việc. Trưởng đoàn là đồng chí Trương Lan, Châu trưởng châu Văn Sơn.\n\nTiếp đoàn có đồng chí Lê Văn Hòa, Chủ tịch UBND tỉnh Hà Giang.\n\nPhía tỉnh dự hội đàm còn có đồng chí Hà Thị Hạnh, Phó Chủ tịch UBND tỉnh.",
      { title: "Hà Giang và châu Văn Sơn hội đàm" },
    );
    expect(more).toEqual([]);
    expect([visit!.host.head, visit!.guest.head, visit!.date.day]).toEqual([
      "Lê Văn Hòa",
      "Trương Lan",
      5,
    ]);
    expect(visit!.host.people.map(({ name }) => name)).toEqual(["Lê Văn Hòa", "Hà Thị Hạnh"]);
  });

  it("keeps the talks of a journey apart", () => {
    const visits = told(
      "Trong hai ngày 21 và 22/12/2016, Đoàn đại biểu Hội Phụ nữ Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc) do bà Khổng Linh, Phó Chủ tịch Hội làm trưởng đoàn đã thăm và làm việc tại hai tỉnh Cao Bằng, Lạng Sơn.\n\nNgày 21/12, tại Cao Bằng, bà Lê Thị Hoa, Chủ tịch Hội Phụ nữ tỉnh Cao Bằng tiếp đoàn.\n\nSang ngày 22/12, đoàn tới Lạng Sơn. Tiếp đoàn, bà Vũ Thị Trang, Chủ tịch Hội Phụ nữ tỉnh Lạng Sơn cho rằng cuộc gặp rất có ý nghĩa.",
      { title: "Phụ nữ Quảng Tây thăm hai tỉnh biên giới" },
    );
    expect(visits.map(({ host, date }) => [host.head, date.day])).toEqual(
      expect.arrayContaining([
        ["Lê Thị Hoa", 21],
        ["Vũ Thị Trang", 22],
      ]),
    );
    for (const { guest } of visits) expect(guest.head).toBe("Khổng Linh");
  });

  it("takes who goes abroad for the guest", () => {
    const [visit] = told(
      "Chiều 30/8/2024, Đoàn đại biểu tỉnh Lào Cai do đồng chí Lê Văn Hòa, Bí thư Tỉnh ủy làm Trưởng đoàn đến thăm quận Imdong, tỉnh Gangwoo (Hàn Quốc). Ông Kim Min-ho, Chủ tịch quận Imdong cùng các cơ quan của quận đã tiếp và làm việc với Đoàn.",
      { title: "Lào Cai thăm quận Imdong (Hàn Quốc)" },
    );
    expect([visit!.host.head, visit!.guest.head]).toEqual(["Kim Min-ho", "Lê Văn Hòa"]);
  });
});

describe("further ways of telling", () => {
  it("take the noun behind 'nêu mấy' for the act, and 'cho khách biết' for telling", () => {
    expect(
      pointsOf(
        "Ông Lý Khang nêu mấy đề nghị: kéo dài giờ thông quan; mở thêm lối đi cho xe nông sản.",
        "Đồng chí Nguyễn Văn Hải cho khách biết kho lạnh của tỉnh đã mở lại.",
      ).map(([act, speaker]) => [act, speaker]),
    ).toEqual(
      expect.arrayContaining([
        ["asked", "Lý Khang"],
        ["announced", "Nguyễn Văn Hải"],
      ]),
    );
  });

  it("take topics with a colon for items of the list that a sentence announces", () => {
    const items = pointsOf(
      "Hai bên thống nhất bốn việc.",
      "Về thông quan: kéo dài giờ làm việc tại cửa khẩu Hữu Nghị.",
      "Về phòng dịch: lập đường dây nóng giữa hai cơ quan y tế.",
    );
    expect(items.map(([act]) => act)).toEqual(expect.arrayContaining(["agreed", "agreed"]));
    expect(items.map(([, , , text]) => text).join(" ")).toContain("đường dây nóng");
  });
});

describe("further ways of telling who headed a side", () => {
  it("read 'chủ nhà có' and 'dẫn đầu đoàn khách là'", () => {
    const [visit] = told(
      "Ngày 11/7/2024, tại thành phố Lạng Sơn, tỉnh Lạng Sơn đón đoàn thành phố Sùng Tả (Trung Quốc). Dẫn đầu đoàn khách là ông Lý Khang Minh, Phó Thị trưởng. Chủ nhà có ông Nguyễn Văn Hải, Phó Chủ tịch UBND tỉnh.",
      { title: "Lạng Sơn đón đoàn thành phố Sùng Tả" },
    );
    expect([visit!.host.head, visit!.guest.head]).toEqual(["Nguyễn Văn Hải", "Lý Khang Minh"]);
  });

  it("give a meeting by video no place", () => {
    const [visit] = told(
      "Ngày 11/7/2024, lãnh đạo tỉnh Lạng Sơn hội đàm trực tuyến với lãnh đạo thành phố Sùng Tả (Quảng Tây, Trung Quốc). Tại điểm cầu Lạng Sơn có ông Nguyễn Văn Hải, Phó Chủ tịch UBND tỉnh Lạng Sơn.",
      { title: "Lạng Sơn và Sùng Tả hội đàm trực tuyến" },
    );
    expect(visit?.place ?? null).toBeNull();
  });
});

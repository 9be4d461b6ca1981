import { describe, expect, it } from "vitest";
import { blocksOf, eventWords, expectWellFormed, fixture, ingest } from "../helpers.ts";

describe("a pasted page without a title", () => {
  const [article] = fixture("untitled-article.txt");

  it("gets a title from the main clause of its first sentence", () => {
    expect(article!.title).toBe(
      "Đồng chí Nông Văn Tạo tiếp và làm việc với Đoàn công tác của Tổng Lãnh sự quán Trung Quốc",
    );
  });

  it("keeps captions apart from the report, behind it", () => {
    expect(blocksOf(article!, "caption")).toHaveLength(2);
    expect(article!.blocks.map(({ kind }) => kind)).toEqual([
      "lead",
      "paragraph",
      "paragraph",
      "paragraph",
      "caption",
      "caption",
    ]);
  });

  it("knows day and month of the event and no year", () => {
    expect(article!.event?.date).toEqual({ year: null, month: 9, day: 14 });
    expect(eventWords(article!)).toBe("Chiều 14/9");
    expect(article!.text.startsWith("Chiều 14/9")).toBe(true);
  });
});

describe("a page copied from a newspaper", () => {
  const articles = fixture("newspaper-copy.txt");
  const article = articles[0]!;

  it("gives title, address, source and date of publication", () => {
    expect(articles).toHaveLength(1);
    expect(article).toMatchObject({
      title: "Lãnh đạo tỉnh Cao Bằng tiếp Đoàn đại biểu Chính quyền nhân dân thành phố Bách Sắc",
      url: "https://baocaobang.vn/lanh-dao-tinh-tiep-doan-bach-sac-1234567.html",
      source: "Báo Cao Bằng",
      published: "2024-09-12",
      author: null,
    });
  });

  it("leaves out counters, image names, keywords and the lines that told the metadata", () => {
    expect(article.text).not.toMatch(/lượt xem|\.jpg|Từ khóa|Theo bao|https?:|16:20/u);
    expect(blocksOf(article, "caption")).toEqual([
      "Quang cảnh buổi tiếp",
      "Đồng chí Hoàng Thị Lệ, Phó Chủ tịch UBND tỉnh và ông Trương Kiến Quốc trao đổi về hội chợ biên giới tại buổi tiếp",
    ]);
    expect(article.text.endsWith("tại buổi tiếp")).toBe(true);
  });

  it("tells the date of the event from that of publication", () => {
    expect(article.event?.date).toEqual({ year: null, month: 9, day: 11 });
  });
});

describe("a page copied from an office's portal", () => {
  const [article] = fixture("portal-copy.txt");

  it("takes the portal as source and the last line as the writer", () => {
    expect(article).toMatchObject({
      title: "Hội đàm giữa Chủ tịch UBND tỉnh Cao Bằng và Thị trưởng thành phố Bách Sắc",
      source: "Cổng thông tin điện tử tỉnh Cao Bằng – Sở Ngoại Vụ",
      author: "Thu Hiền",
      published: null,
    });
    expect(blocksOf(article!, "byline")).toEqual(["Thu Hiền"]);
  });

  it("finds captions that end with a full stop", () => {
    expect(blocksOf(article!, "caption")).toContain("Đồng chí Nông Văn Tạo phát biểu tại hội đàm.");
    expect(blocksOf(article!, "caption")).toContain("Toàn cảnh hội đàm.");
    expect(blocksOf(article!, "paragraph")).toHaveLength(2);
  });

  it("leaves out controls and the path of sections", () => {
    expect(article!.text).not.toMatch(/A\+|tương phản|Trang chủ/u);
  });
});

describe("a page with a paragraph torn out of the report", () => {
  const [article] = fixture("torn-paragraph.txt");

  it("opens with the dated paragraph and keeps the torn one in its place", () => {
    expect(blocksOf(article!, "lead")[0]).toMatch(/^Ngày 5\/10\/2012, /u);
    expect(article!.text.match(/ông Phương Minh/gu)).toHaveLength(1);
    expect(blocksOf(article!, "paragraph").at(-1)).toMatch(/ông Phương Minh/u);
  });

  it("keeps the year of the event apart from that of publication", () => {
    expect(article).toMatchObject({
      published: "2022-03-15",
      source: "Báo Lạng Sơn",
      author: "Nam Phong",
    });
    expect(article!.event?.date).toEqual({ year: 2012, month: 10, day: 5 });
  });
});

describe("a page with a tail of other news", () => {
  const [article, ...briefs] = fixture("related-tail.txt");

  it("ends the article before the tail", () => {
    expect(article!.text).not.toMatch(/Văn Sơn|dược liệu|quan tâm|\.gif|fb yt/u);
    expect(blocksOf(article!, "caption")).toEqual([
      "Quang cảnh buổi gặp.",
      "Tham tán Chu Vĩ Dân tặng quà đồng chí Bí thư Tỉnh ủy.",
    ]);
    expect(blocksOf(article!, "paragraph")[0]).toMatch(/^Tiếp đoàn có ông Chu Vĩ Dân/u);
  });

  it("makes a brief of each teaser with a summary, and of no other", () => {
    expect(briefs.map(({ id, partOf, title }) => ({ id, partOf, title }))).toEqual([
      {
        id: "related-tail#2",
        partOf: "related-tail",
        title: "Hà Giang đón đoàn đại biểu châu Văn Sơn dự ngày hội biên giới",
      },
      {
        id: "related-tail#3",
        partOf: "related-tail",
        title: "Triển khai dự án trồng dược liệu vùng cao",
      },
    ]);
    expect(briefs[0]!.text).toMatch(/^Sáng 8\/4.*năm 2026\.$/u);
    expect(briefs[0]!.event?.date).toEqual({ year: null, month: 4, day: 8 });
    expect(briefs[0]!.published).toBeNull();
  });
});

describe("a page with menus above and a box of links within", () => {
  const articles = fixture("boxed-links.txt");
  const article = articles[0]!;

  it("finds the title below the menus", () => {
    expect(article.title).toBe(
      "Chủ tịch UBND tỉnh Quảng Ninh hội kiến Bí thư Thành ủy Phòng Thành Cảng",
    );
  });

  it("goes on behind the box, and drops the foot of the page", () => {
    expect(articles).toHaveLength(1);
    expect(blocksOf(article, "paragraph")).toHaveLength(2);
    expect(article.text).not.toMatch(
      /Móng Cái bàn giao|bến cảng|Gửi email|Bản quyền|năm học|Lượt xem/u,
    );
  });

  it("prefers the date of publication to that of the last change", () => {
    expect(article).toMatchObject({
      published: "2024-05-10",
      source: "Báo Quảng Ninh",
      author: "Hà Chi",
    });
    expect(blocksOf(article, "byline")).toEqual(["Bài, ảnh: Hà Chi"]);
    expect(blocksOf(article, "lead")[0]).toMatch(/^Sáng 9\/5/u);
  });
});

describe("plain texts of other shapes", () => {
  it("reads a file of a title and a short sentence", () => {
    const [article] = ingest("a.txt", "Tin ngắn\n\nĐoàn đến ngày 5/3.");
    expect(article).toMatchObject({ title: "Tin ngắn", text: "Đoàn đến ngày 5/3." });
  });

  it("joins lines broken at a fixed width", () => {
    const paragraph =
      "Sáng 3/4, đoàn công tác của tỉnh đến thăm và làm việc với lãnh đạo huyện về việc mở chợ phiên. ".repeat(
        4,
      );
    const wrapped = paragraph.trim().replace(/(.{50,70}) /gu, "$1\n");
    const [article] = ingest(
      "a.txt",
      `Đoàn công tác thăm huyện\n\n${wrapped}\n\n${wrapped.replace("3/4", "4/4")}\n`,
    );
    expect(article!.blocks).toHaveLength(2);
    expect(article!.text).toContain(paragraph.trim());
  });

  it("does not take a person of the report, or a place, for the writer", () => {
    const lead =
      "Ngày 3/4, ông Lý Văn Bình, Chủ tịch huyện Trà Lĩnh, tiếp đoàn công tác của tỉnh bạn sang thăm.";
    expect(
      ingest("a.txt", `Tiếp đoàn công tác tỉnh bạn\n${lead}\nLý Văn Bình`)[0]!.author,
    ).toBeNull();
    expect(
      ingest("a.txt", `Tiếp đoàn công tác tỉnh bạn\n${lead}\nThanh Tùng - Mai Hoa`)[0]!.author,
    ).toBe("Thanh Tùng - Mai Hoa");
  });

  it("finds the writer in capitals below the date, and the name of the newspaper in its mark", () => {
    const [article] = ingest(
      "a.txt",
      "Thủ tướng hội đàm với Thủ tướng Lào\n30/01/2024 10:07 GMT+7\nHÀ LINH\nTTO - Sáng 30-1, sau lễ đón, hai Thủ tướng đã hội đàm tại Hà Nội.\nHai Thủ tướng tại lễ đón - Ảnh: HÀ LINH",
    );
    expect(article).toMatchObject({
      author: "HÀ LINH",
      source: "Tuổi Trẻ",
      published: "2024-01-30",
    });
    expect(blocksOf(article!, "lead")).toEqual([
      "Sáng 30-1, sau lễ đón, hai Thủ tướng đã hội đàm tại Hà Nội.",
    ]);
    expect(blocksOf(article!, "byline")).toEqual(["HÀ LINH"]);
  });

  it.each([
    ["LSO-Ngày", "Báo Lạng Sơn"],
    ["(LSO) – Ngày", "Báo Lạng Sơn"],
    ["VOV.VN - Ngày", "VOV"],
    ["(Baolaocai.vn) - Ngày", "Báo Lào Cai"],
    ["– Ngày", null],
  ])("takes the mark off a report that begins %s", (opening, source) => {
    const [article] = ingest(
      "a.txt",
      `${opening} 3/4, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn sang thăm.`,
    );
    expect(article!.text).toMatch(/^Ngày 3\/4/u);
    expect(article).toMatchObject({
      source,
      title: "Lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn sang thăm",
    });
  });

  it("leaves a report alone that begins with a name in capitals", () => {
    const [article] = ingest(
      "a.txt",
      "EU - Việt Nam ký kết hiệp định thương mại vào sáng 3/4 tại Hà Nội.",
    );
    expect(article!.text).toMatch(/^EU - Việt Nam/u);
  });

  it("keeps the items of a short list with their heading", () => {
    const [article] = ingest(
      "a.txt",
      "Hội đàm ở biên giới\nNgày 3/4, hai bên hội đàm về ba nội dung sau đây tại trụ sở tỉnh:\n- Xây cầu biên giới\n- Mở rộng cửa khẩu\nHai bên ký 5 biên bản ghi nhớ sau khi hội đàm.",
    );
    expect(blocksOf(article!, "caption")).toEqual([]);
    expect(article!.text).toContain("Xây cầu biên giới; Mở rộng cửa khẩu");
  });

  it.each([
    ["Thứ 4, 22.01.2025 | 10:53:03", "2025-01-22"],
    ["Thứ sáu,  19/08/2022", "2022-08-19"],
    ["Cập nhật: 08:30 | 12/03/2024", "2024-03-12"],
    ["Ngày đăng: 05/01/2024 - Lượt xem: 65", "2024-01-05"],
    ["Thứ Tư, 5/6/2024, 07:15 [GMT+7]", "2024-06-05"],
    ["14:20' - 01-02-2023", "2023-02-01"],
  ])("reads the date of publication from %s", (line, published) => {
    const text = `Lãnh đạo tỉnh tiếp đoàn công tác\n${line}\nSáng 1/1, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn sang thăm.`;
    expect(ingest("a.txt", text)[0]).toMatchObject({
      published,
      title: "Lãnh đạo tỉnh tiếp đoàn công tác",
    });
  });

  it("leaves a date within the report alone", () => {
    const [article] = ingest(
      "a.txt",
      "Ký kết hợp tác giữa hai tỉnh\nHai tỉnh đã ký kết bản hợp tác mới tại hội nghị ở biên giới.\nNgày 22/1/2025\nVăn bản có hiệu lực ngay sau khi hai bên cùng ký vào bản chính.",
    );
    expect(article!.published).toBeNull();
    expect(article!.text).toContain("Ngày 22/1/2025");
  });

  it("is well-formed for every fixture", () => {
    const names = [
      "untitled-article",
      "newspaper-copy",
      "portal-copy",
      "torn-paragraph",
      "related-tail",
      "boxed-links",
    ];
    for (const name of names)
      for (const article of fixture(`${name}.txt`)) expectWellFormed(article);
  });
});

describe("a page that begins with a picture", () => {
  it("does not take its caption for the title", () => {
    const [article] = ingest(
      "anh.txt",
      "Ảnh: Hai bên trao đổi tại cửa khẩu Trà Lĩnh\n\nCao Bằng và Bách Sắc bàn mở rộng thông quan\n\nSáng 12/3/2024, tại cửa khẩu Trà Lĩnh, lãnh đạo tỉnh Cao Bằng làm việc với đoàn thành phố Bách Sắc về thông quan hàng hóa.\n",
    );
    expect(article!.title).toBe("Cao Bằng và Bách Sắc bàn mở rộng thông quan");
  });
});

import { describe, expect, it } from "vitest";
import { readDateLine } from "../../../../src/articles/parse/page/page-marks.ts";
import { ingest } from "../helpers.ts";

const paragraph = (name: string, of: string) =>
  `<p>Chiều 16/4, đồng chí ${name}, Phó Chủ tịch UBND tỉnh chủ trì hội đàm với đoàn ${of}; hai bên trao đổi về thông quan hàng nông sản và nâng cấp đường ra cửa khẩu.</p>`;
const page = (behind: string) =>
  `<html><head><title>Quảng Tây muốn thêm chuyến tàu hàng</title></head><body><h1>Quảng Tây muốn thêm chuyến tàu hàng qua Đồng Đăng</h1>${paragraph("Lô Văn Bách", "Quảng Tây")}${paragraph("Lô Văn Bách", "Quảng Tây")}<div><b>Xem thêm</b><ul><li>Hữu Nghị thông quan 1.300 xe trong ngày</li><li>Thanh niên Bình Gia ra quân trồng rừng</li></ul></div>${behind}</body></html>`;

describe("a box of links in the middle of a report", () => {
  it("ends nothing where what follows names somebody of the report, under headings too", () => {
    const articles = ingest(
      "trang.html",
      page(
        `${paragraph("Lô Văn Bách", "bạn")}<h3>Bí thư Tỉnh ủy tiếp đoàn</h3>${paragraph("Hoàng Thu Cúc", "bạn")}`,
      ),
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]!.text).toContain("Hoàng Thu Cúc");
    expect(articles[0]!.text).not.toContain("trồng rừng");
  });

  it("ends the report where other news follow", () => {
    const [article] = ingest(
      "trang.html",
      page(
        "<p>Ngày hội văn hóa các dân tộc huyện Bình Gia thu hút hàng nghìn người tới xem hát then, múa sư tử và thi nấu cơm lam bên bờ suối.</p>",
      ),
    );
    expect(article!.text).not.toContain("múa sư tử");
  });
});

describe("the foot of a page", () => {
  const signed = (behind: string) =>
    `<html><body><h1>Quảng Tây muốn thêm chuyến tàu hàng qua Đồng Đăng</h1>${paragraph("Lô Văn Bách", "Quảng Tây")}${behind}</body></html>`;
  const teasers = "<ul><li>Vé tàu Tết còn 900 chỗ</li><li>Hội xuân chùa Tiên</li></ul>";

  it("ends at the writer's name, though no heading stands above the titles behind it", () => {
    const [article] = ingest("trang.html", signed(`<p>Thu Cúc - Minh Khai</p>${teasers}`));
    expect(article!.text).not.toMatch(/Vé tàu|chùa Tiên/u);
    expect(article!.blocks.at(-1)?.kind).toBe("byline");
  });

  it("goes on where sentences follow the name, or two names stand in two lines", () => {
    const told = "<p>Đoàn về nước trong chiều cùng ngày qua cửa khẩu Tân Thanh.</p>";
    const [whole] = ingest(
      "trang.html",
      signed(`<p>Thu Cúc</p>${paragraph("Lô Văn Bách", "bạn")}${told}`),
    );
    expect(whole!.text).toContain("qua cửa khẩu Tân Thanh");
    const [both] = ingest("trang.html", signed(`${told}<p>Thu Cúc</p><p>Minh Khai</p>`));
    expect(both!.text).toContain("Minh Khai");
  });
});

describe("the title of a page", () => {
  it("is that of the window where a line of the page says the same", () => {
    const title = "Đối ngoại Tuyên Quang năm 2025: những con số";
    const [article] = ingest(
      "trang.html",
      `<html><head><title>${title}</title></head><body><h2>${title}</h2><p><i>30/12/2025 15:10 - Văn phòng Sở</i></p>${paragraph("Lô Văn Bách", "Văn Sơn")}${paragraph("Lô Văn Bách", "Văn Sơn")}</body></html>`,
    );
    expect(article).toMatchObject({ title, published: "2025-12-30" });
  });

  it("stands below the site's name in Markdown too", () => {
    const [article] = ingest(
      "trang.md",
      "**Tạp chí Xứ Lạng** · Chuyên mục *Trò chuyện*\n\n# Năm ngày ở Liễu Châu\n\nNgày 7/11/2024, ông Lô Văn Bách làm việc với bà Bạch Tuệ, Phó Thị trưởng Liễu Châu.\n",
    );
    expect(article!.title).toBe("Năm ngày ở Liễu Châu");
    expect(article!.text).not.toContain("Chuyên mục");
  });
});

describe("a line with the day of publication", () => {
  it.each([
    ["Sở Ngoại vụ phát hành. Ra ngày 14/02/2020. Lưu hành nội bộ.", "2020-02-14"],
    [
      "Nguồn: Nhật báo; người dịch: Phòng Đối ngoại. Thời gian phát: 2019-05-18 09:30",
      "2019-05-18",
    ],
    ["Số 45 (1.230), thứ Sáu ngày 14/11/2025", "2025-11-14"],
    ["红河日报 2025-06-12", "2025-06-12"],
    ["普洱日报 2025年9月15日 第2版 记者 白云霞", "2025-09-15"],
    ["2024/03/05 10:20", "2024-03-05"],
  ])("may be %s", (line, published) => {
    expect(readDateLine(line)?.published).toBe(published);
  });

  it.each([
    "Hai bên ra thông cáo ngày 14/02/2020 sau khi hội đàm.",
    "Đoàn ra cửa khẩu ngày 14/02/2020 đón khách.",
  ])("is no sentence of a report: %s", (line) => {
    expect(readDateLine(line)).toBeNull();
  });
});

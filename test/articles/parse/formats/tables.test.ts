import { describe, expect, it } from "vitest";
import { rowBriefs } from "../../../../src/articles/parse/formats/sheet.ts";
import type { Article } from "../../../../src/model/article.ts";
import { readVisits } from "../../../../src/visits/read/read-visits.ts";
import { documentXml, makeDocx, paragraphXml } from "../make-docx.ts";
import { makePdf } from "../make-pdf.ts";
import { makeXlsx } from "../make-sheet.ts";
import { ingest, parse } from "../read-article.ts";

const TITLE = "Lịch tiếp khách quý III năm 2022 của tỉnh Sơn La";
const OPENING =
  "Văn phòng UBND tỉnh thông báo lịch tiếp các đoàn đến thăm và làm việc tại tỉnh trong quý III như sau.";
const HEADS = ["TT", "Thời gian", "Đoàn khách", "Trưởng đoàn", "Người tiếp"];
const ROWS = [
  [
    "1",
    "05/7/2022",
    "Đoàn tỉnh Hủa Phăn (Lào)",
    "Ông Khăm Phủi, Phó Bí thư",
    "Bí thư Tỉnh ủy Lò Văn Sáng",
  ],
  [
    "2",
    "19/8/2022",
    "Đoàn huyện Viêng Xay",
    "Bà Bua Chăn, Huyện trưởng",
    "Phó Chủ tịch UBND tỉnh Hoàng Thị Mai",
  ],
];
const LINES = [
  "Thời gian: 05/7/2022; Đoàn khách: Đoàn tỉnh Hủa Phăn (Lào); Trưởng đoàn: Ông Khăm Phủi, Phó Bí thư; Người tiếp: Bí thư Tỉnh ủy Lò Văn Sáng",
  "Thời gian: 19/8/2022; Đoàn khách: Đoàn huyện Viêng Xay; Trưởng đoàn: Bà Bua Chăn, Huyện trưởng; Người tiếp: Phó Chủ tịch UBND tỉnh Hoàng Thị Mai",
];

const blocksOf = ({ text, blocks }: Article) =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const html = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const page = (table: string) =>
  `<html><body><article><h1>${TITLE}</h1><p>${OPENING}</p>${table}<p>Các sở, ngành có liên quan cử cán bộ dự đầy đủ, đúng thành phần và đúng giờ.</p></article></body></html>`;

describe("a table that is all there is of a page", () => {
  it("is read by rows, though Readability takes it for a part of the page's layout", () => {
    const cells = HEADS.map((head) => `<th>${head}</th>`).join("");
    const long = ROWS.map((row) => row.map((cell) => cell.replace("Đoàn", "Đoàn đại biểu của")));
    const rows = [...long, ...long].map(
      (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
    );
    const whole = `<html><body><div>SỞ NGOẠI VỤ</div><h2>${TITLE}</h2><p>(Kèm theo báo cáo ngày 27/9/2022 của Sở.)</p><table border="1"><tr>${cells}</tr>${rows.join("\n")}</table><h4>Hoạt động lùi</h4><ul><li>Đoàn Hủa Phăn: bạn đề nghị lùi sang năm sau.</li></ul></body></html>`;
    const article = ingest("a.html", whole);
    expect(article.text).toContain("Thời gian: 05/7/2022; Đoàn khách: Đoàn đại biểu của tỉnh");
  });
});

describe("a table", () => {
  const expectRows = (article: Article) => {
    expect(blocksOf(article)).toEqual(
      expect.arrayContaining(LINES.map((line) => `paragraph: ${line}`)),
    );
    expect(article.published).toBeNull();
    expect(article.author).toBeNull();
    expect(article.title).toBe(TITLE);
  };

  it("is read by row with the heads of its columns from HTML", () => {
    expectRows(ingest("a.html", page(html([HEADS, ...ROWS]))));
  });

  it("is read so from Markdown, with and without outer bars", () => {
    const rows = [HEADS, HEADS.map(() => "---"), ...ROWS];
    const head = `# ${TITLE}\n\n${OPENING}\n\n`;
    expectRows(ingest("a.md", head + rows.map((row) => `| ${row.join(" | ")} |`).join("\n")));
    expectRows(ingest("a.md", head + rows.map((row) => row.join(" | ")).join("\n")));
  });

  it("is read so from pasted text with tabs", () => {
    const rows = [HEADS, ...ROWS].map((row) => row.join("\t")).join("\n");
    expectRows(ingest("a.txt", `${TITLE}\n\n${OPENING}\n\n${rows}\n`));
  });

  it("is read so from Word", async () => {
    const cell = (text: string) => `<w:tc>${paragraphXml(text)}</w:tc>`;
    const rows = [HEADS, ...ROWS].map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("");
    const body = `${paragraphXml(TITLE)}${paragraphXml(OPENING)}<w:tbl>${rows}</w:tbl>`;
    expectRows(await parse(makeDocx({ xml: documentXml(body) }), "a.docx"));
  });

  it("is read so from a PDF, over the end of a page, with cells of several lines", async () => {
    const x = [30, 60, 130, 270, 430];
    const row = (cells: readonly string[], y: number) =>
      cells.flatMap((cell, column) =>
        (cell.match(/.{1,20}(?= |$)/gu) ?? []).map((text, line) => ({
          text: text.trim(),
          x: x[column]!,
          y: y - line * 13,
          size: 11,
        })),
      );
    const opening = (OPENING.match(/.{1,80}(?= |$)/gu) ?? []).map((text, line) => ({
      text: text.trim(),
      x: 30,
      y: 730 - line * 14,
      size: 12,
    }));
    const pages = [
      [
        { text: TITLE, x: 100, y: 770, size: 16 },
        ...opening,
        ...row(HEADS, 680),
        ...row(ROWS[0]!, 655),
      ],
      [...row(HEADS, 770), ...row(ROWS[1]!, 745)],
    ];
    expectRows(await parse(makePdf(pages), "a.pdf"));
  });

  it("fills in merged cells and joins heads of two levels", () => {
    const table = `<table><tr><th rowspan="2">Ngày</th><th colspan="2">Phía khách</th></tr><tr><th>Đoàn</th><th>Trưởng đoàn</th></tr><tr><td rowspan="2">05/7/2022</td><td>Đoàn Hủa Phăn</td><td>Ông Khăm Phủi</td></tr><tr><td>Đoàn Luông Nậm Thà</td><td>Bà Bua Chăn</td></tr></table>`;
    expect(blocksOf(ingest("a.html", page(table)))).toEqual(
      expect.arrayContaining([
        "paragraph: Ngày: 05/7/2022; Phía khách – Đoàn: Đoàn Hủa Phăn; Phía khách – Trưởng đoàn: Ông Khăm Phủi",
        "paragraph: Ngày: 05/7/2022; Phía khách – Đoàn: Đoàn Luông Nậm Thà; Phía khách – Trưởng đoàn: Bà Bua Chăn",
      ]),
    );
  });

  it("keeps the cells of a table without heads, and sets a day over its rows before each", () => {
    const bare = ingest("a.html", page(html(ROWS.map((row) => row.slice(1)))));
    expect(bare.text).toContain(ROWS[0]!.slice(1).join("; "));
    const days = `<table><tr><th>Giờ</th><th>Nội dung</th></tr><tr><td colspan="2">Ngày 05/7/2022</td></tr><tr><td>8h30</td><td>Đón đoàn Hủa Phăn</td></tr></table>`;
    expect(ingest("a.html", page(days)).text).toContain(
      "Ngày 05/7/2022; Giờ: 8h30; Nội dung: Đón đoàn Hủa Phăn",
    );
  });

  it("tells a record that stands upright as one line", () => {
    const table = html([
      ["Ngày", "05/7/2022"],
      ["Đoàn", "Đoàn Hủa Phăn"],
      ["Trưởng đoàn", "Ông Khăm Phủi"],
    ]);
    expect(ingest("a.html", page(table)).text).toContain(
      "Ngày: 05/7/2022; Đoàn: Đoàn Hủa Phăn; Trưởng đoàn: Ông Khăm Phủi",
    );
  });

  it("that lays out a page is no table of data", () => {
    const layout = `<table><tr><td><a href="/a">Trang chủ</a></td><td><a href="/b">Tin tức</a></td></tr><tr><td><img src="a.jpg"></td><td>Quang cảnh</td></tr></table>`;
    expect(ingest("a.html", page(layout)).text).not.toContain("Trang chủ; Tin tức");
  });

  it("gives the register a visit a row", () => {
    const visits = readVisits(ingest("a.html", page(html([HEADS, ...ROWS]))));
    expect(
      visits.map(({ date, host, guest }) => [date.day, date.month, host.head, guest.head]),
    ).toEqual([
      [5, 7, "Lò Văn Sáng", "Khăm Phủi"],
      [19, 8, "Hoàng Thị Mai", "Bua Chăn"],
    ]);
  });

  it("of thousands of rows is read in linear time", () => {
    const text = (rows: number) =>
      `${TITLE}\n\n${OPENING}\n\n${HEADS.join("\t")}\n${`${ROWS[0]!.join("\t")}\n`.repeat(rows)}`;
    const time = (rows: number) => {
      const start = performance.now();
      expect(ingest("a.txt", text(rows)).blocks.length).toBe(rows + 1);
      return performance.now() - start;
    };
    time(250);
    // Eight times the rows, below the length at which an article is cut.
    expect(time(2_000) / Math.max(5, time(250))).toBeLessThan(30);
  });
});

describe("a sheet of visits", () => {
  const sheet = makeXlsx(
    [
      ["DANH SÁCH CÁC ĐOÀN VÀO NĂM 2022"],
      [null],
      HEADS,
      ["1", { day: 44747 }, ...ROWS[0]!.slice(2)],
      ROWS[1]!,
    ],
    { merged: ["A1:E1"] },
  );

  it("becomes one brief a row, named by whom and when, that the register reads", async () => {
    const articles = rowBriefs(await parse(sheet, "cac-doan.xlsx"));
    expect(articles.map(({ id, partOf }) => [id, partOf])).toEqual([
      ["document", null],
      ["document#2", "document"],
      ["document#3", "document"],
    ]);
    expect(articles[1]!.text).toBe(LINES[0]!.replace("05/7/2022", "5/7/2022"));
    expect(articles[1]!.title).toBe(
      "DANH SÁCH CÁC ĐOÀN VÀO NĂM 2022: Đoàn tỉnh Hủa Phăn (Lào), 5/7/2022",
    );
    expect(articles.flatMap(readVisits).map(({ guest }) => guest.head)).toEqual([
      "Khăm Phủi",
      "Bua Chăn",
    ]);
  });

  it("is read from CSV with any sign between the cells", async () => {
    for (const sign of [",", ";", "\t"]) {
      const quote = (cell: string) => `"${cell}"`;
      const csv = [HEADS, ...ROWS].map((row) => row.map(quote).join(sign)).join("\r\n");
      const article = await parse(Buffer.from(csv), "lich-tiep.csv");
      expect(article.title).toBe("lich tiep");
      expect(article.text.split("\n\n").slice(1)).toEqual(LINES);
    }
  });
});

import { describe, expect, it } from "vitest";
import { leftOutLetters, lettersIn } from "../../../src/articles/parse/page/left-out.ts";
import { ingestFile, parseDocument } from "../../../src/articles/parse/parse-document.ts";
import type { Article } from "../../../src/model/article.ts";
import { documentXml, makeDocx, paragraphXml } from "./make-docx.ts";
import { makePdf } from "./make-pdf.ts";
import { makeOdt } from "./make-sheet.ts";
import { ingest, parse } from "./read-article.ts";

const TITLE = "Lãnh đạo tỉnh Điện Biên tiếp đoàn công tác tỉnh Phông Sa Lỳ";
const FIRST =
  "Chiều 12/10/2022, tại thành phố Điện Biên Phủ, đồng chí Mùa Thị Sen, Phó Chủ tịch UBND tỉnh, tiếp đoàn công tác tỉnh Phông Sa Lỳ (Lào) do ông Khăm Bay, Phó Tỉnh trưởng, làm trưởng đoàn.";
const SECOND =
  "Hai bên trao đổi việc nâng cấp cửa khẩu Tây Trang và mở thêm tuyến xe buýt qua biên giới trong năm tới.";
const THIRD =
  "Đồng chí Mùa Thị Sen mong tỉnh bạn tạo thuận lợi cho nông sản Điện Biên, nhất là cà phê và gạo nếp nương.";

function wrap(text: string, width: number): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

const paragraphs = ({ text, blocks }: Article, kind = "paragraph") =>
  blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end));

describe("text wrapped at a width", () => {
  for (const width of [25, 34, 48, 72, 100]) {
    it(`of ${width} columns comes out in whole sentences, with or without empty lines`, () => {
      for (const gap of ["\n\n", "\n"]) {
        const text = [TITLE, FIRST, SECOND, THIRD].map((part) => wrap(part, width).join("\n"));
        const article = ingest("a.txt", text.join(gap));
        expect(article.title).toBe(TITLE);
        expect(article.text.replaceAll("\n\n", " ")).toBe([FIRST, SECOND, THIRD].join(" "));
      }
    });
  }

  it("keeps the items of lists apart", () => {
    const items = [
      "- Nâng cấp cửa khẩu Tây Trang trước tháng sáu năm tới",
      "- Mở thêm tuyến xe buýt qua biên giới hai tỉnh",
    ];
    const text = [
      ...wrap(FIRST, 40),
      "",
      ...items.flatMap((item) => wrap(item, 40)),
      "",
      ...wrap(THIRD, 40),
    ];
    expect(paragraphs(ingest("a.txt", [TITLE, "", ...text].join("\n")))).toEqual([...items, THIRD]);
  });
});

describe("a sentence", () => {
  it("goes on over a line break of a page, and ends at two of them", () => {
    const broken = SECOND.replace(" và mở", "<br>và mở");
    const page = `<html><body><article><h1>${TITLE}</h1><div>${FIRST}<br><br>${broken}<br><br>${THIRD}</div></article></body></html>`;
    expect(paragraphs(ingest("a.html", page))).toEqual([SECOND, THIRD]);
  });

  it("goes on over the end of a page of a PDF, also with a name", async () => {
    const [head, tail] = [
      "Buổi chiều, đoàn đi khảo sát thực tế tại cửa khẩu Tây Trang cùng ông",
      "Lò Văn Phớ, Trưởng ban Quản lý, và nghe giới thiệu về bãi xe mới.",
    ];
    const lines = wrap(FIRST, 80).map((text, i) => ({ text, x: 40, y: 720 - i * 15, size: 12 }));
    const pages = [
      [{ text: TITLE, x: 60, y: 770, size: 17 }, ...lines, { text: head, x: 40, y: 640, size: 12 }],
      [{ text: tail, x: 40, y: 770, size: 12 }],
    ];
    expect((await parse(makePdf(pages), "a.pdf")).text).toContain(`${head} ${tail}`);
  });

  for (const order of ["column by column", "line by line"]) {
    it(`is whole in a PDF of two columns drawn ${order}`, async () => {
      const columns = [FIRST, `${SECOND} ${THIRD}`].map((text, column) =>
        wrap(text, 36).map((line, i) => ({
          text: line,
          x: 40 + column * 270,
          y: 700 - i * 15,
          size: 12,
        })),
      );
      const drawn = columns.flat();
      if (order === "line by line") drawn.sort((a, b) => b.y - a.y || a.x - b.x);
      const pdf = makePdf([[{ text: TITLE, x: 60, y: 770, size: 17 }, ...drawn]]);
      expect((await parse(pdf, "a.pdf")).text.replaceAll("\n\n", " ")).toBe(
        [FIRST, SECOND, THIRD].join(" "),
      );
    });
  }
});

describe("a list", () => {
  const NAMES = [
    "Ông Lò Văn Phớ, Giám đốc Sở Ngoại vụ",
    "Bà Giàng Thị Xi, Phó Giám đốc Sở Công Thương",
  ];
  const JOINED = `Cùng dự về phía tỉnh Điện Biên có: ${NAMES.join("; ")}`;

  for (const mark of ["- ", "+ ", "• ", "1. ", "a) ", ""]) {
    it(`of names marked "${mark}" stands with its heading`, () => {
      const text = [
        TITLE,
        FIRST,
        "Cùng dự về phía tỉnh Điện Biên có:",
        ...NAMES.map((name) => mark + name),
        SECOND,
      ];
      expect(paragraphs(ingest("a.txt", text.join("\n")))).toEqual([JOINED, SECOND]);
    });
  }

  it("of a page or a Markdown file stands with its heading", () => {
    const list = NAMES.map((name) => `<li>${name}</li>`).join("");
    const page = `<html><body><article><h1>${TITLE}</h1><p>${FIRST}</p><p>Cùng dự về phía tỉnh Điện Biên có:</p><ul>${list}</ul><p>${SECOND}</p><p>${THIRD}</p></article></body></html>`;
    expect(ingest("a.html", page).text).toContain(JOINED);
    const markdown = `# ${TITLE}\n\n${FIRST}\n\nCùng dự về phía tỉnh Điện Biên có:\n\n${NAMES.map((name) => `* ${name}`).join("\n")}\n\n${SECOND}\n`;
    expect(ingest("a.md", markdown).text).toContain(JOINED);
  });
});

describe("a day above its items", () => {
  it("is their day and not that of publication", () => {
    for (const heading of [
      "Ngày 12/10/2022",
      "Ngày 12/10/2022:",
      "2. Ngày 12/10/2022",
      "Thứ Tư, ngày 12/10/2022",
    ]) {
      const text = [
        TITLE,
        "Sở Ngoại vụ thông báo lịch làm việc với các đoàn trong tháng 10/2022 như sau.",
        heading,
        "- Đoàn Phông Sa Lỳ do ông Khăm Bay dẫn đầu",
        "- Phó Chủ tịch UBND tỉnh Mùa Thị Sen tiếp",
        "Ngày 20/10/2022",
        "- Đoàn Luông Pha Băng do bà Bua Kẹo dẫn đầu",
        "- Bí thư Tỉnh ủy Lò Văn Sáng tiếp",
      ];
      const article = ingest("a.txt", text.join("\n"));
      expect(article.published).toBeNull();
      expect(paragraphs(article)[1]).toBe(
        "Ngày 20/10/2022: Đoàn Luông Pha Băng do bà Bua Kẹo dẫn đầu; Bí thư Tỉnh ủy Lò Văn Sáng tiếp",
      );
      expect(paragraphs(article)[0]).toContain("12/10/2022: Đoàn Phông Sa Lỳ");
    }
  });
});

describe("a Word document", () => {
  const run = (text: string, properties = "") =>
    `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const box = (text: string) => `<w:txbxContent>${paragraphXml(text)}</w:txbxContent>`;
  const body = (inner: string) =>
    makeDocx({
      xml: documentXml(paragraphXml(TITLE) + paragraphXml(FIRST) + inner + paragraphXml(THIRD)),
    });

  it("gives the text of a box once, with and without a fallback", async () => {
    const choice = `<mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(SECOND)}</wps:txbx></w:drawing></mc:Choice>`;
    const fallback = `<mc:Fallback><w:pict><v:textbox>${box(SECOND)}</v:textbox></w:pict></mc:Fallback>`;
    for (const more of ["", fallback]) {
      const xml = `<w:p><w:r><mc:AlternateContent>${choice}${more}</mc:AlternateContent></w:r></w:p>`;
      expect(paragraphs(await parse(body(xml), "a.docx"))).toEqual([SECOND, THIRD]);
    }
  });

  it("leaves hidden and deleted text out, takes changes as accepted, and counts what it left", async () => {
    const xml = `<w:p>${run("Nội bộ không đưa tin.", "<w:rPr><w:vanish/></w:rPr>")}</w:p><w:p>${run("Hai bên ")}<w:del><w:r><w:delText>hoãn</w:delText></w:r></w:del><w:ins>${run("nhất trí")}</w:ins>${run(" mở thêm tuyến xe buýt qua biên giới trong năm tới.")}</w:p>`;
    const article = await parse(body(xml), "a.docx");
    expect(paragraphs(article)).toEqual([
      "Hai bên nhất trí mở thêm tuyến xe buýt qua biên giới trong năm tới.",
      THIRD,
    ]);
    expect(article.leftOut?.left).toEqual({
      hidden: lettersIn("Nội bộ không đưa tin"),
      deleted: 4,
    });
  });
});

describe("an OpenDocument or RTF text", () => {
  it("is read like one of Word", async () => {
    const odt = makeOdt(
      `<text:h text:outline-level="1">${TITLE}</text:h><text:p>${FIRST}</text:p><text:p>${SECOND.replace(" và mở", "<text:line-break/>và mở")}</text:p><text:p>${THIRD}</text:p>`,
    );
    expect(paragraphs(await parse(odt, "a.odt"))).toEqual([SECOND, THIRD]);
    const coded = (text: string) =>
      text.replace(/[\u0080-\uffff]/gu, (ch) => `\\u${ch.charCodeAt(0)}?`);
    const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}${[TITLE, FIRST, SECOND, THIRD].map((text) => `${coded(text)}\\par`).join("\n")}{\\v ${coded("Ẩn đi")}\\par}}`;
    expect(paragraphs(await parse(Buffer.from(rtf), "a.rtf"))).toEqual([SECOND, THIRD]);
  });

  it("of a kind that is not read is refused with what to save it as", async () => {
    const kinds: [string, Buffer, string][] = [
      [
        "a.doc",
        Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
        "old-office",
      ],
      ["a.eml", Buffer.from("Return-Path: <a@b>\nMIME-Version: 1.0\nSubject: a\n\nb"), "mail"],
      ["a.rar", Buffer.from("Rar!\u001a\u0007"), "archive"],
      ["a.zip", Buffer.from("PK\u0003\u0004aaaaaaaa"), "archive"],
    ];
    for (const [fileName, bytes, code] of kinds) {
      expect(await parseDocument({ bytes, fileName })).toMatchObject({ ok: false, code });
      expect(ingestFile(fileName, bytes)).toMatchObject({ ok: false, code });
    }
  });
});

describe("the report of what was left out", () => {
  it("accounts for every letter of a pasted page", () => {
    const text = `CỔNG THÔNG TIN ĐIỆN TỬ TỈNH ĐIỆN BIÊN\nTrang chủ | Giới thiệu | Tin tức | Liên hệ\n${TITLE}\n13/10/2022 08:15\n\n${FIRST}\n[Ảnh: tiep-doan.jpg] Quang cảnh buổi tiếp\n${SECOND}\n\n${THIRD}\n\nChia sẻ: Facebook | Zalo\nTin liên quan\nKhai mạc hội chợ biên giới năm 2022\n`;
    const article = ingest("a.txt", text);
    const { leftOut } = article;
    expect(Object.keys(leftOut!.left).sort()).toEqual([
      "details",
      "furniture",
      "pictures",
      "related",
    ]);
    expect(Math.abs(leftOut!.source - lettersIn(text))).toBeLessThanOrEqual(2);
    expect(leftOutLetters(leftOut!)).toBe(
      leftOut!.source - lettersIn(article.text + article.title),
    );
    expect(paragraphs(article, "caption")).toEqual(["Quang cảnh buổi tiếp"]);
  });
});

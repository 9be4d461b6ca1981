import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decodeForeign } from "../../../src/articles/parse/charset.ts";
import { articleId, extensionOf } from "../../../src/articles/parse/corpus-files.ts";
import { MAX_FILE_BYTES } from "../../../src/articles/parse/page/left-out.ts";
import { ingestFile, parseDocument } from "../../../src/articles/parse/parse-document.ts";
import type { DocumentInput } from "../../../src/articles/parse/read-document.ts";
import { articleSlug, recognised } from "../../../src/articles/parse/to-markdown.ts";
import { expectLinear } from "../../growth.ts";
import { vietnameseText } from "../../language/text/arbitraries.ts";
import { expectWellFormed } from "./helpers.ts";
import { documentXml, makeDocx, paragraphXml } from "./make-docx.ts";
import { makePdf, typeset } from "./make-pdf.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const TEXT = "Tiếp đoàn\n\nSáng 1/1, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn sang thăm.";

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i += 1)
    view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

describe("ingestFile", () => {
  it.each<[string, string, Uint8Array]>([
    ["empty", "a.md", encode("")],
    ["empty", "a.txt", encode(" \r\n\u00A0\n")],
    ["binary", "a.txt", Uint8Array.from([72, 105, 0, 0, 0, 1, 2])],
    ["binary", "a.md", encode("%PDF-1.7 text")],
    ["bad-encoding", "a.txt", Uint8Array.from([84, 105, 0xea, 112, 32, 0xf0])],
    ["too-large", "a.txt", new Uint8Array(MAX_FILE_BYTES + 1).fill(97)],
    ["unknown-type", "a.docx", encode("x")],
    ["unknown-type", "README", encode("x")],
    ["no-text", "a.txt", encode("12 lượt xem\nfb yt zl tw\n")],
    ["no-text", "a.md", encode("---\ntitle: Bài\n---\n")],
  ])("skips a file as %s: %s", (code, path, bytes) => {
    const result = ingestFile(path, bytes);
    expect(result).toMatchObject({ ok: false, code });
    expect(!result.ok && result.reason).toMatch(/^[A-Z].*\.$/u);
  });

  it("reads UTF-8 with BOM, UTF-16 of both orders, NFD and Windows line ends alike", () => {
    const plain = ingestFile("a.txt", encode(TEXT));
    const windows = TEXT.replaceAll("\n", "\r\n");
    expect(ingestFile("a.txt", encode(`\uFEFF${windows}`))).toEqual(plain);
    expect(ingestFile("a.txt", encode(TEXT.normalize("NFD")))).toEqual(plain);
    expect(ingestFile("a.txt", utf16(windows, true))).toEqual(plain);
    expect(ingestFile("a.txt", utf16(TEXT, false))).toEqual(plain);
    expect(ingestFile("a.txt", encode(TEXT.replace("đoàn công", "Ðoàn\u00A0công"))).ok).toBe(true);
  });

  it("names articles by path without extension", () => {
    expect(articleId("lang-son/a.b.md")).toBe("lang-son/a.b");
    expect(articleId("lạng sơn/bài.txt".normalize("NFD"))).toBe("lạng sơn/bài");
    expect(articleId("x\\y.HTML")).toBe("x/y");
    expect(extensionOf("a.TXT")).toBe(".txt");
    expect(extensionOf("dir.d/none")).toBe("");
  });

  it("gives well-formed articles, or a reason, for any text in any format", () => {
    const lines = fc.array(vietnameseText, { maxLength: 12 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(lines, fc.constantFrom("a.md", "b.txt", "c.html"), (text, name) => {
        const result = ingestFile(name, encode(text));
        if (result.ok) for (const article of result.articles) expectWellFormed(article);
        else expect(result.reason).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });

  it("never throws for any bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("a.md", "b.txt", "c.html"),
        (bytes, name) => {
          expect(typeof ingestFile(name, bytes).ok).toBe("boolean");
        },
      ),
    );
  });

  it.each([
    "![",
    "[\\\\",
    "*a ",
    "<!--",
    "\u0301\u0323",
    "a\n",
    "(",
    "1/1/2020 ",
    "Xem thêm\n",
    "“a. ",
  ])("takes time in proportion to a hostile file of %j", (unit) => {
    return expectLinear((size) => {
      const bytes = encode(unit.repeat(Math.ceil(size / unit.length)));
      for (const name of ["a.md", "b.txt", "c.html"]) ingestFile(name, bytes);
    });
  });
});

const TITLE = "Lãnh đạo tỉnh Lạng Sơn tiếp đoàn công tác thành phố Sùng Tả";
const REPORT = [
  "Sáng 12/3/2024, tại thành phố Lạng Sơn, đồng chí Lê Thị Mai, Phó Chủ tịch UBND tỉnh tiếp đoàn công tác thành phố Sùng Tả do ông Trần Quang, Phó Thị trưởng làm trưởng đoàn.",
  "Tại buổi tiếp, hai bên trao đổi về việc mở thêm làn thông quan tại cửa khẩu Chi Ma và kế hoạch giao lưu thanh niên trong năm nay.",
  "Ông Trần Quang đề nghị hai bên duy trì gặp gỡ hằng quý, sớm thống nhất thời gian tổ chức hội chợ biên giới lần thứ ba.",
];

async function read(input: DocumentInput) {
  const outcome = await parseDocument(input);
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.reason}`);
  const [article] = outcome.articles;
  expectWellFormed(article);
  return { kind: outcome.kind, article, paragraphs: article.text.split("\n\n") };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a Word document", () => {
  test("gives title, report and the day of the event", async () => {
    const { kind, article, paragraphs } = await read({ bytes: makeDocx([TITLE, ...REPORT]) });
    expect(kind).toBe("docx");
    expect(article.title).toBe(TITLE);
    expect(paragraphs).toEqual(REPORT);
    expect(article.event?.date).toEqual({ year: 2024, month: 3, day: 12 });
  });

  test("that is an official letter gives the office and its date, without the letterhead", async () => {
    const cell = (...lines: string[]) => `<w:tc>${lines.map(paragraphXml).join("")}</w:tc>`;
    const head = `<w:tbl><w:tr>${cell("UBND TỈNH LẠNG SƠN", "SỞ NGOẠI VỤ", "Số: 123/BC-SNgV")}${cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lạng Sơn, ngày 13 tháng 3 năm 2024")}</w:tr></w:tbl>`;
    const body = [TITLE, ...REPORT, "Nơi nhận:", "- Như trên;", "- Lưu: VT."].map(paragraphXml);
    const xml = documentXml(head + body.join(""));
    const { article, paragraphs } = await read({ bytes: makeDocx({ xml }) });
    expect(article).toMatchObject({ title: TITLE, published: "2024-03-13" });
    expect(paragraphs).toEqual(REPORT);
  });

  test("takes the caption as title, and the address from it", async () => {
    const caption = `/add Tiếp đoàn Sùng Tả\nhttps://baolangson.vn/tin/1?x=1`;
    const { article } = await read({ bytes: makeDocx([TITLE, ...REPORT]), caption });
    expect(article).toMatchObject({
      title: "Tiếp đoàn Sùng Tả",
      url: "https://baolangson.vn/tin/1?x=1",
      source: "Báo Lạng Sơn",
    });
  });
});

describe("a PDF", () => {
  const head = { text: TITLE, y: 800, size: 15, x: 60 };

  test("gives its lines as paragraphs, under the title in large letters", async () => {
    const { kind, article, paragraphs } = await read({
      bytes: makePdf([[head, ...typeset(REPORT)]]),
    });
    expect(kind).toBe("pdf");
    expect(article.title).toBe(TITLE);
    expect(paragraphs).toEqual(REPORT);
    expect(article.event?.date).toEqual({ year: 2024, month: 3, day: 12 });
  });

  test("that is an official letter is read without its two-column letterhead", async () => {
    const row = (left: string, right: string, y: number) => [
      { text: left, x: 60, y },
      { text: right, x: 320, y },
    ];
    const letterhead = [
      ...row("UBND TỈNH LẠNG SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 800).map((line) => ({
        ...line,
        size: 10,
      })),
      ...row("SỞ NGOẠI VỤ", "Độc lập - Tự do - Hạnh phúc", 786),
      ...row("Số: 123/BC-SNgV", "Lạng Sơn, ngày 13 tháng 3 năm 2024", 770),
      { text: TITLE, y: 740, x: 80 },
    ];
    const foot = [
      { text: "Nơi nhận:", y: 400 },
      { text: "- Như trên;", y: 386, size: 10 },
    ];
    const { article, paragraphs } = await read({
      bytes: makePdf([[...letterhead, ...typeset(REPORT, 75, 700), ...foot]]),
    });
    expect(article).toMatchObject({ title: TITLE, published: "2024-03-13" });
    expect(paragraphs).toEqual(REPORT);
  });

  test("goes on over the border of pages, without running heads and page numbers", async () => {
    const lines = typeset([REPORT.join(" ")], 60);
    const page = (some: typeof lines, number: number) => [
      { text: "Bản tin đối ngoại số 7", y: 820, size: 9 },
      ...some.map((line, i) => ({ ...line, y: 780 - 16 * i })),
      { text: `Trang ${number}/3`, y: 30, size: 9 },
    ];
    const pages = [lines.slice(0, 3), lines.slice(3, 6), lines.slice(6)].map((some, i) =>
      page(some, i + 1),
    );
    const { paragraphs } = await read({ bytes: makePdf(pages), caption: TITLE });
    expect(paragraphs).toEqual([REPORT.join(" ")]);
  });

  test("takes the title of its properties where the report speaks of it", async () => {
    const body = [typeset(REPORT)];
    const named = await read({
      bytes: makePdf(body, { title: "Lãnh đạo tỉnh Lạng Sơn tiếp đoàn Sùng Tả" }),
    });
    const other = await read({
      bytes: makePdf(body, { title: "Microsoft Word - Document1 (final) v2.docx" }),
    });
    expect(named.article.title).toBe("Lãnh đạo tỉnh Lạng Sơn tiếp đoàn Sùng Tả");
    expect(other.article.title).not.toMatch(/Microsoft/u);
  });

  test("joins words that were broken at the end of a line", async () => {
    const lines = [
      "The delegation of Chongzuo discussed coope-",
      "ration with the province of Lang Son at length.",
    ];
    const printed = lines.map((text, i) => ({ text, y: 700 - 16 * i }));
    const { article } = await read({ bytes: makePdf([printed]), caption: TITLE });
    expect(article.text).toBe(
      "The delegation of Chongzuo discussed cooperation with the province of Lang Son at length.",
    );
  });
});

describe("a fetched page", () => {
  const page = (head: string) =>
    bytes(
      `<html><head>${head}</head><body><h1>${TITLE}</h1>${REPORT.map((p) => `<p>${p}</p>`).join("")}</body></html>`,
    );

  test("is cited at the canonical address of its own site", async () => {
    const head = '<link rel="canonical" href="https://baolangson.vn/tin/1.html">';
    const url = "https://m.baolangson.vn/tin/1.html?utm_source=zalo";
    expect((await read({ bytes: page(head), url })).article).toMatchObject({
      url: "https://baolangson.vn/tin/1.html",
      source: "Báo Lạng Sơn",
    });
  });

  test("can't pass itself off as another newspaper's", async () => {
    const head = `<link rel="canonical" href="https://baolangson.vn/tin/1.html">
      <meta property="og:site_name" content="Báo Lạng Sơn">`;
    const url = "https://evil.example.com/tin/1.html";
    expect((await read({ bytes: page(head), url })).article).toMatchObject({
      url,
      source: "evil.example.com",
    });
  });

  test("has what the sender knows first", async () => {
    const known = { source: "Kênh Đối ngoại", published: "2024-03-14" };
    const { article } = await read({
      bytes: page(""),
      url: "https://a.example.com/1",
      known: { ...known, title: null },
    });
    expect(article).toMatchObject({ title: TITLE, ...known });
  });
});

describe("a pasted or forwarded text", () => {
  test("is read like a page that was copied", async () => {
    const text = `${TITLE}\n\nThứ tư, 13/03/2024 | 10:53\n65 lượt xem\n\n${REPORT.join("\n\n")}`;
    const { kind, article } = await read({
      bytes: bytes(text),
      known: { url: "https://t.me/kenh/12" },
    });
    expect(kind).toBe("text");
    expect(article).toMatchObject({
      title: TITLE,
      published: "2024-03-13",
      url: "https://t.me/kenh/12",
    });
  });
});

describe("charsets", () => {
  const html = (head: string) =>
    `<html lang="vi"><head>${head}</head><body><h1>${TITLE}</h1>${REPORT.map((p) => `<p>${p}</p>`).join("")}</body></html>`;
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");

  test.each([
    [
      "UTF-8 that is declared as something else",
      bytes(html('<meta charset="iso-8859-1">')),
      "windows-1252",
    ],
    ["UTF-16 with a mark", utf16(html("")), null],
    ["UTF-16 without one", utf16(html("")).subarray(2), null],
    ["UTF-16, big end first", Buffer.from(utf16(html(""))).swap16(), null],
    ["UTF-8 with a mark", bytes(`\uFEFF${html("")}`), null],
  ])("%s", async (_, content, charset) => {
    const { article } = await read({ bytes: content, charset, mediaType: "text/html" });
    expect(article.title).toBe(TITLE);
    expect(article.text).toContain(REPORT[0]);
  });

  test("Windows-1258, declared by the server, by the page, or by its language alone", async () => {
    const written = windows1258(html('<meta charset="windows-1258">'));
    const bare = windows1258(html(""));
    const inputs = [{ bytes: written }, { bytes: bare, charset: "windows-1258" }, { bytes: bare }];
    for (const input of inputs) {
      const { article } = await read({ ...input, mediaType: "text/html" });
      expect(article.title).toBe(TITLE);
    }
  });

  test("GB 18030, as Chinese portals name it", () => {
    const gb = Buffer.from("b9e3cef7b4fab1edcdc5b7c3cecac1c2c9bda1a3", "hex");
    const page = Buffer.concat([
      Buffer.from('<meta charset="gb2312"><p>'),
      gb,
      Buffer.from("</p>"),
    ]);
    const decoded = decodeForeign(page, null);
    expect(decoded.ok && decoded.text).toContain("广西代表团访问谅山。");
  });
});

/** Windows-1258: vowels with their own sign, then the tone as a mark of its own. */
function windows1258(text: string): Buffer {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    table.set(new TextDecoder("windows-1258").decode(Uint8Array.of(byte)), byte);
  }
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u;
  const codes = [...text.normalize("NFC")].flatMap((ch) => {
    if (table.has(ch)) return [table.get(ch)!];
    const parts = [...ch.normalize("NFD")];
    const tones = parts.filter((part) => tone.test(part));
    const base = parts
      .filter((part) => !tone.test(part))
      .join("")
      .normalize("NFC");
    return [base, ...tones].map((part) => table.get(part) ?? 0x3f);
  });
  return Buffer.from(codes);
}

test("a card shows what was recognised", async () => {
  const { article } = await read({ bytes: makeDocx([TITLE, ...REPORT]) });
  const card = recognised(article, 60);
  expect(card).toMatchObject({ title: TITLE, source: article.source });
  expect(card.opening.length).toBeLessThanOrEqual(61);
  expect(REPORT[0]!.startsWith(card.opening.slice(0, -1))).toBe(true);
  expect(articleSlug(article)).toBe(
    "2024-03-12-lanh-dao-tinh-lang-son-tiep-doan-cong-tac-thanh-pho-sung-ta",
  );
});

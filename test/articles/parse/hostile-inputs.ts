/** Inputs made to take all time or memory, each of a kind that once did. */
import { constants, deflateRawSync, deflateSync } from "node:zlib";

export interface HostileInput {
  readonly name: string;
  readonly bytes: () => Buffer;
}

const MB = 1024 * 1024;
const text = (name: string, make: () => string): HostileInput => ({
  name,
  bytes: () => Buffer.from(make(), "utf8"),
});
const upTo = (unit: string, size: number) =>
  unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const HEAD = "Đoàn đại biểu thành phố Sùng Tả thăm tỉnh Lạng Sơn\n\n";
const WORDS = [
  "đồng chí",
  "ông",
  "tỉnh",
  "TP.",
  "tiếp đoàn",
  "cùng",
  "thăm và làm việc tại",
  "Hội nghị cấp cao APEC,",
  "ngày 12/3/2024",
  "Phó Chủ tịch UBND",
  "Nguyễn Văn",
  "(",
  '"',
  "1.",
  "崇左市",
];
const SIGNS = [
  "-",
  "*",
  "•",
  "+",
  "=",
  "_",
  ">",
  "&",
  "|",
  "#",
  "\u0301",
  "\u200b",
  " ",
  "\t",
  "9",
];

/** Texts as people paste them, of a size at which squares and powers show. */
export const HOSTILE_ARTICLES: readonly HostileInput[] = [
  ...SIGNS.map((sign) =>
    text(`a line of ${JSON.stringify(sign)}`, () => `${HEAD}${upTo(sign, 60_000)}\n\n${HEAD}`),
  ),
  ...SIGNS.slice(0, 6).map((sign) =>
    text(
      `a separator of ${JSON.stringify(sign)}`,
      () => `${HEAD}${sign.repeat(60)} HẾT\n\n${HEAD}`,
    ),
  ),
  ...WORDS.map((word) => text(`${word}, again and again`, () => HEAD + upTo(`${word} `, 120_000))),
  text("all of them in one sentence", () => HEAD + upTo(`${WORDS.join(" ")} `, 120_000)),
  text("equal paragraphs", () => HEAD + upTo("Hai bên trao đổi về cửa khẩu.\n\n", 120_000)),
  text("4.9 MB of a report", () => HEAD + upTo("Hai bên trao đổi về cửa khẩu. ", 4.9 * MB)),
  text("4.9 MB without a space", () => HEAD + upTo("đoàn", 4.9 * MB)),
];

const html = (body: string) => `<html><body><h1>Đoàn thăm Lạng Sơn</h1>${body}</body></html>`;
const tenfold = (piece: string) => upTo(piece, 300_000);

/** Pages of the web. */
export const HOSTILE_PAGES: readonly HostileInput[] = [
  text("comments before nothing", () => `${"<!---->".repeat(290)}x`),
  text("comments before a page", () => "<!-- a -->".repeat(50_000) + html("<p>a</p>")),
  text("one tag without an end", () => `${html("")}<${tenfold("a-")}`),
  text("brackets", () => html(tenfold("<"))),
  text("ampersands", () => html(tenfold("&"))),
  text("nested elements", () => html(tenfold("<div>"))),
  text("open paragraphs", () => html(tenfold("<p>a"))),
  text("attributes", () => html(`<p ${tenfold("a=b ")}>a</p>`)),
  text("an open comment", () => html(`<p>a</p><!--${tenfold("-")}`)),
  text("an open script", () => html(`<script>${tenfold("</scrip ")}`)),
  text("tables in tables", () => html(tenfold("<table><tr><td>"))),
];

/** A PDF of one page whose drawing is `data`, packed as `filters` say. */
export function packedPdf(filters: string, data: Buffer): Buffer {
  const head = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [3 0 R] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>
endobj
4 0 obj
<< /Length ${data.length} /Filter ${filters} >>
stream
`;
  const tail = "\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\n%%EOF";
  return Buffer.concat([Buffer.from(head), data, Buffer.from(tail)]);
}

/** So many megabytes, packed without ever being there; the checksum, which no reader waits for, is wrong. */
function packedSpaces(megabytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(MB, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...new Array<Buffer>(megabytes).fill(piece),
    end,
    Buffer.alloc(4),
  ]);
}
const hex = (data: Buffer) => Buffer.from(`${data.toString("hex")}>`);
/** 128 times the same byte in two. */
const runs = (megabytes: number) => Buffer.alloc(megabytes * 16 * 1024, Buffer.from([129, 32]));

/** Files of some kilobytes that hold some hundred megabytes. */
export const HOSTILE_DOCUMENTS: readonly HostileInput[] = [
  {
    name: "a PDF packed twice",
    bytes: () => packedPdf("[/FlateDecode /FlateDecode]", deflateSync(packedSpaces(400))),
  },
  {
    name: "a PDF of spaces",
    bytes: () => packedPdf("/FlateDecode", packedSpaces(400)),
  },
  {
    name: "a PDF of runs, packed",
    bytes: () => packedPdf("[/FlateDecode /RunLengthDecode]", deflateSync(runs(400))),
  },
  {
    name: "a PDF packed where nobody looks",
    bytes: () => packedPdf("[/ASCIIHexDecode /FlateDecode]", hex(packedSpaces(400))),
  },
  {
    name: "a PDF that calls its drawing a picture",
    bytes: () => packedPdf("/FlateDecode /Subtype /Image", packedSpaces(400)),
  },
];

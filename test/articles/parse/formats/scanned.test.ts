import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawPage, REPORTS } from "../../../../scripts/quality/ocr-pages.ts";
import { parseDocument } from "../../../../src/articles/parse/parse-document.ts";

const REPORT = REPORTS[0]!;

/** A PDF of A4 pages, each a picture or a line of text in a standard font. */
async function scannedPdf(pages: readonly (Buffer | string)[]): Promise<Buffer> {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  const add = (id: number, head: string, stream?: Buffer) => {
    offsets[id] = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.from(`${id} 0 obj\n${head}\n`));
    if (stream) parts.push(Buffer.from("stream\n"), stream, Buffer.from("\nendstream\n"));
    parts.push(Buffer.from("endobj\n"));
  };
  add(1, "<< /Type /Catalog /Pages 2 0 R >>");
  const kids = pages.map((_, i) => `${4 + i * 3} 0 R`).join(" ");
  add(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (const [i, page] of pages.entries()) {
    const id = 4 + i * 3;
    const box = `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${id + 1} 0 R`;
    if (typeof page === "string") {
      add(id, `<< ${box} /Resources << /Font << /F 3 0 R >> >> >>`);
      const content = Buffer.from(`BT /F 11 Tf 40 780 Td (${page}) Tj ET`);
      add(id + 1, `<< /Length ${content.length} >>`, content);
      add(id + 2, "<< >>");
      continue;
    }
    const jpeg = await sharp(page).resize(1240).jpeg({ quality: 80 }).toBuffer();
    const { width, height } = await sharp(jpeg).metadata();
    add(id, `<< ${box} /Resources << /XObject << /I ${id + 2} 0 R >> >> >>`);
    const content = Buffer.from("q 595 0 0 842 0 0 cm /I Do Q");
    add(id + 1, `<< /Length ${content.length} >>`, content);
    const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
    add(id + 2, `<< ${picture} /Length ${jpeg.length} >>`, jpeg);
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = offsets.slice(1).map((at) => `${String(at).padStart(10, "0")} 00000 n \n`);
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join("")}trailer << /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

describe("pages that are pictures", () => {
  test("a scanned PDF is read, and says how surely", { timeout: 180_000 }, async () => {
    const told: string[] = [];
    const bytes = await scannedPdf([await drawPage(REPORT, "clean")]);
    const read = await parseDocument({ bytes }, (page, pages) => told.push(`${page}/${pages}`));
    if (!read.ok) throw new Error(read.reason);
    const [article] = read.articles;
    expect(article.title).toContain("Bí thư Huyện ủy Tràng Định tiếp Đoàn đại biểu huyện");
    expect(article.text).toContain("Phó Bí thư Huyện ủy, làm trưởng đoàn.");
    expect(article.image).toMatchObject({ pages: [1], unread: [], of: 1 });
    expect(article.image!.sureness).toBeGreaterThan(85);
    expect(told).toEqual(["1/1"]);
  });

  test("a PDF that is scanned in part names the pages", { timeout: 180_000 }, async () => {
    const line =
      "Bao cao cua Van phong ve cac doan cong tac den tham tinh trong thang, gom hai trang. Trang sau la anh chup bai bao ve buoi lam viec cua hai co quan.";
    const bytes = await scannedPdf([line, await drawPage(REPORTS[1]!, "150 dpi")]);
    const read = await parseDocument({ bytes });
    if (!read.ok) throw new Error(read.reason);
    const [article] = read.articles;
    expect(article.image).toMatchObject({ pages: [2], of: 2 });
    expect(article.text).toContain("Lý Mỹ Quyên");
  });

  test("a photo of a page is read", { timeout: 180_000 }, async () => {
    const bytes = await sharp(await drawPage(REPORT, "rotated 2°"))
      .jpeg()
      .toBuffer();
    const read = await parseDocument({ bytes, caption: "Tràng Định tiếp Long Châu" });
    if (!read.ok) throw new Error(read.reason);
    expect(read.kind).toBe("image");
    expect(read.articles[0].title).toBe("Tràng Định tiếp Long Châu");
    expect(read.articles[0].text).toContain("giao lưu hữu nghị");
  });

  test("a picture without letters is refused", { timeout: 180_000 }, async () => {
    const grey = { create: { width: 900, height: 700, channels: 3 as const, background: "#8a8" } };
    const bytes = await sharp(grey).jpeg().toBuffer();
    expect(await parseDocument({ bytes })).toMatchObject({ ok: false, code: "scanned" });
  });

  test("a damaged picture is refused", async () => {
    const bytes = Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.alloc(200, 7)]);
    expect(await parseDocument({ bytes })).toMatchObject({ ok: false, code: "bad-document" });
  });
});

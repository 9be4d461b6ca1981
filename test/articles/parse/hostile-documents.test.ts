import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/articles/parse/parse-document.ts";
import { type DocumentInput, readDocument } from "../../../src/articles/parse/read-document.ts";
import { documentXml, makeDocx, makeZip, paragraphXml } from "./make-docx.ts";
import { makePdf, typeset } from "./make-pdf.ts";

const MB = 1024 * 1024;
const REPORT =
  "Sáng 12/3/2024, tại thành phố Lạng Sơn, đồng chí Lê Thị Mai tiếp đoàn công tác thành phố Sùng Tả.";
const bytes = (text: string) => new TextEncoder().encode(text);
const html = (body: string, more: Partial<DocumentInput> = {}): DocumentInput => ({
  bytes: bytes(`<html><body><h1>Lãnh đạo tỉnh tiếp đoàn</h1>${body}</body></html>`),
  mediaType: "text/html",
  ...more,
});
const repeated = (text: string, times: number) => bytes(text.repeat(times));

describe("documents that are refused", () => {
  const deepXml = documentXml(
    `${"<w:sdt><w:sdtContent>".repeat(20_000)}${"</w:sdtContent></w:sdt>".repeat(20_000)}`,
  );
  const entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const laughs = `<!DOCTYPE a [<!ENTITY a "${"ha".repeat(500)}"><!ENTITY b "${"&a;".repeat(500)}">]>`;
  const pages = (count: number) => new Array(count).fill(typeset([REPORT]));
  const cases: readonly (readonly [string, () => DocumentInput, string])[] = [
    ["elements nested 100,000 deep", () => html("<div>".repeat(100_000)), "bad-html"],
    ["inline elements nested 100,000 deep", () => html("<b>".repeat(100_000)), "bad-html"],
    ["200,000 elements", () => html("<i>a</i>".repeat(200_000)), "bad-html"],
    ["a million stray brackets", () => html("< > & ".repeat(333_333)), "bad-html"],
    [
      "a page of scripts",
      () => ({ bytes: bytes(`<html><script>var a = "${REPORT}"</script></html>`) }),
      "no-text",
    ],
    [
      "10 MB in one line",
      () => ({ bytes: repeated("a ", 5 * MB), fileName: "a.txt" }),
      "too-large",
    ],
    ["10 MB of HTML", () => html("a".repeat(10 * MB)), "too-large"],
    ["zero bytes", () => ({ bytes: bytes(""), fileName: "a.txt" }), "empty"],
    ["white space only", () => ({ bytes: bytes(" \n\t "), fileName: "a.txt" }), "empty"],
    [
      "text with zeros",
      () => ({ bytes: bytes(`abc\u0000def ${REPORT}`.repeat(20)), fileName: "a.txt" }),
      "binary",
    ],
    [
      "random bytes",
      () => ({ bytes: Buffer.from("c3283f9a8881fe00ff13".repeat(50), "hex"), fileName: "a.txt" }),
      "binary",
    ],
    [
      "bytes of no charset",
      () => ({ bytes: Buffer.from("c328f09f81e2".repeat(200), "hex"), fileName: "a.txt" }),
      "bad-encoding",
    ],
    [
      "a report with broken UTF-8 in it",
      () => ({
        bytes: Buffer.concat([bytes(REPORT), Buffer.of(0xc3, 0x28), bytes(`\n\n${REPORT}`)]),
        fileName: "a.txt",
      }),
      "bad-encoding",
    ],
    [
      "text in letters that no table knows",
      () =>
        html(
          "<p>6iQJ 14/5, WWL WKjQK SKo &DR %%QJ, oQJ FKt 1{QJ 7Ki /DQ, 3Ky &Ki WpFK 8%1' WwQK, WLeS oRjQ F{QJ WiF.</p>",
        ),
      "bad-encoding",
    ],
    [
      "a picture that is called text",
      () => ({ bytes: Buffer.from("89504e470d0a1a0a0000", "hex"), mediaType: "text/html" }),
      "bad-document",
    ],
    [
      "a program that is called a PDF",
      () => ({ bytes: Buffer.from("MZ\u0090\u0000 a"), mediaType: "application/pdf" }),
      "unknown-type",
    ],
    [
      "Word's old format",
      () => ({ bytes: Buffer.from("d0cf11e0a1b11ae100", "hex"), fileName: "a.doc" }),
      "old-office",
    ],
    ["JSON", () => ({ bytes: bytes('{"a": 1}'), mediaType: "application/json" }), "unknown-type"],
    [
      "a damaged sheet",
      () => ({ bytes: makeZip([{ name: "xl/workbook.xml", content: "<a/>" }]) }),
      "bad-document",
    ],
    [
      "a Word document with a password",
      () => ({
        bytes: Buffer.concat([
          Buffer.from("d0cf11e0a1b11ae1", "hex"),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
      }),
      "encrypted",
    ],
    [
      "an archive with a password",
      () => ({ bytes: makeZip([{ name: "word/document.xml", content: "x", isEncrypted: true }]) }),
      "encrypted",
    ],
    [
      "a Word document that is a zip bomb",
      () => ({
        bytes: makeDocx([REPORT], [{ name: "word/media/a.png", content: Buffer.alloc(70 * MB) }]),
      }),
      "too-large",
    ],
    [
      "a zip bomb that lies about its size",
      () => ({
        bytes: makeDocx(
          [REPORT],
          [{ name: "word/media/a.png", content: Buffer.alloc(70 * MB), declaredSize: 10 }],
        ),
      }),
      "too-large",
    ],
    [
      "a zip bomb of many files",
      () => ({ bytes: makeZip(new Array(3_000).fill({ name: "a", content: "" })) }),
      "archive",
    ],
    [
      "a Word document whose text is too long",
      () => ({ bytes: makeDocx({ xml: documentXml(paragraphXml("a".repeat(9 * MB))) }) }),
      "too-large",
    ],
    [
      "a Word document with an external entity",
      () => ({
        bytes: makeDocx({ xml: documentXml(paragraphXml("&x;"), entity).replace("&amp;", "&") }),
      }),
      "bad-document",
    ],
    [
      "a Word document with a billion laughs",
      () => ({
        bytes: makeDocx({ xml: documentXml(paragraphXml("&b;"), laughs).replace("&amp;", "&") }),
      }),
      "bad-document",
    ],
    [
      "a Word document nested 40,000 deep",
      () => ({ bytes: makeDocx({ xml: deepXml }) }),
      "bad-document",
    ],
    [
      "a Word document of broken XML",
      () => ({ bytes: makeDocx({ xml: "<w:document" }) }),
      "bad-document",
    ],
    [
      "a Word document that is cut",
      () => ({ bytes: makeDocx([REPORT]).subarray(0, 700) }),
      "bad-document",
    ],
    [
      "an archive whose directory points outside",
      () => {
        const zip = makeDocx([REPORT]);
        zip.writeUInt32LE(0xfffffff0, zip.length - 6);
        return { bytes: zip };
      },
      "bad-document",
    ],
    [
      "a PDF with a password",
      () => ({ bytes: makePdf(pages(1), { isEncrypted: true }) }),
      "encrypted",
    ],
    ["a PDF without text", () => ({ bytes: makePdf([[], []]) }), "scanned"],
    ["a PDF of 10,000 pages", () => ({ bytes: makePdf(pages(10_000)) }), "too-large"],
    ["a PDF that is cut", () => ({ bytes: makePdf(pages(1)).subarray(0, 400) }), "bad-document"],
    ["a PDF that is none", () => ({ bytes: bytes("%PDF-1.7 xin chào") }), "bad-document"],
  ];

  test.each(cases)("%s", async (_, make, code) => {
    const input = make();
    const heap = process.memoryUsage.rss();
    expect(await parseDocument(input)).toMatchObject({ ok: false, code });
    expect(process.memoryUsage.rss() - heap).toBeLessThan(300 * MB);
  });
});

describe("documents that are read without their tricks", () => {
  test("a page with scripts, frames, a refresh, handlers and hidden text gives the words alone", async () => {
    const outcome = await parseDocument(
      html(
        `<meta http-equiv="refresh" content="0;url=http://127.0.0.1/"><script>throw new Error("run")</script>
        <iframe src="http://127.0.0.1/">khung</iframe><img src="x" onerror="process.exit(1)">
        <p>${REPORT}</p><p style="display:none">Câu ẩn không ai thấy, do kẻ khác viết vào trang này.</p>
        <object data="file:///etc/passwd"></object><style>p{}</style><p>${REPORT.replace("12", "13")}</p>`,
        { url: "https://a.example.com/" },
      ),
    );
    expect(outcome.ok && outcome.articles[0].text).toBe(
      `${REPORT}\n\n${REPORT.replace("12", "13")}`,
    );
  });

  test("a PDF with an action and a script at its opening gives its text", async () => {
    const catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while\\(true\\){}) >>";
    const outcome = await parseDocument({ bytes: makePdf([typeset([REPORT])], { catalog }) });
    expect(outcome.ok && outcome.articles[0].text).toContain("đồng chí Lê Thị Mai");
  });

  test.each([
    [
      "HTML that is called a PDF",
      html(`<p>${REPORT}</p>`, { mediaType: "application/pdf", fileName: "a.pdf" }),
      "html",
    ],
    [
      "a PDF that is called HTML",
      { bytes: makePdf([typeset([REPORT])]), mediaType: "text/html" },
      "pdf",
    ],
    [
      "a Word document that is called text",
      { bytes: makeDocx([REPORT]), mediaType: "text/plain", fileName: "a.txt" },
      "docx",
    ],
  ])("%s is what its bytes say", async (_, input, kind) => {
    expect(await parseDocument(input)).toMatchObject({ ok: true, kind });
  });
});

test("no change of a sound document makes its reading throw", async () => {
  const sound = [makeDocx([REPORT]), makePdf([typeset([REPORT])]), html(`<p>${REPORT}</p>`).bytes];
  const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sound), changes, fc.nat(9), async (bytes, edits, cut) => {
      const changed = Uint8Array.from(
        bytes.subarray(0, Math.ceil((bytes.length * (10 - cut)) / 10)),
      );
      for (const [place, value] of edits) changed[Math.floor(place * changed.length)] = value;
      const outcome = await parseDocument({ bytes: changed });
      if (outcome.ok) expect(outcome.articles[0].text).not.toBe("");
      else expect(outcome.reason).toMatch(/\.$/);
    }),
    { numRuns: 60 },
  );
});

describe("the reading process", () => {
  test("gives what was read", async () => {
    const outcome = await readDocument(html(`<p>${REPORT}</p>`));
    expect(outcome.ok && outcome.articles[0].text).toBe(REPORT);
  });

  test("is stopped where it takes too long, where it takes too much memory, and by a signal", async () => {
    const slow = { bytes: makePdf(new Array(60).fill(typeset([REPORT]))) };
    const stopped = { ok: false, code: "too-costly" };
    const outcomes = await Promise.all([
      readDocument(slow, { timeoutMs: 1 }),
      readDocument(html("<p>a</p>".repeat(19_000)), { maxHeapMb: 16 }),
      readDocument(slow, { signal: AbortSignal.timeout(20) }),
    ]);
    expect(outcomes).toMatchObject([stopped, stopped, stopped]);
  });
});

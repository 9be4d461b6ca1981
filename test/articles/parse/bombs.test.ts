import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isParsable } from "../../../src/articles/parse/formats/html-dom.ts";
import { unpacksTooFar } from "../../../src/articles/parse/formats/pdf.ts";
import { MAX_ARTICLE_CHARS } from "../../../src/articles/parse/page/assemble.ts";
import { ingestFile, parseDocument } from "../../../src/articles/parse/parse-document.ts";
import { documentKind, readDocument } from "../../../src/articles/parse/read-document.ts";
import { HOSTILE_DOCUMENTS, packedPdf } from "./hostile-inputs.ts";
import { makePdf, typeset } from "./make-pdf.ts";

const TIMEOUT = 120_000;

describe("a PDF that unpacks to hundreds of megabytes", () => {
  const [twice, spaces, runs] = HOSTILE_DOCUMENTS;

  it.each([twice!, spaces!, runs!])("is refused before it is read: $name", async ({ bytes }) => {
    const pdf = bytes();
    expect(pdf.length).toBeLessThan(1_000_000);
    expect(unpacksTooFar(pdf)).toBe(true);
    expect(await parseDocument({ bytes: pdf })).toMatchObject({ ok: false, code: "too-costly" });
  });

  it.each(HOSTILE_DOCUMENTS.slice(3))(
    "ends the process that reads it by its memory, long before its time: $name",
    { timeout: TIMEOUT },
    async ({ bytes }) => {
      const pdf = bytes();
      expect(unpacksTooFar(pdf)).toBe(false);
      const outcome = await readDocument(
        { bytes: pdf },
        { timeoutMs: 10 * TIMEOUT, maxResidentMb: 400 },
      );
      expect(outcome).toMatchObject({ ok: false, code: "too-costly" });
    },
  );

  it("leaves honest ones alone: pages, packed drawings, pictures, a stream that is cut off", () => {
    const drawing = deflateSync(Buffer.from("BT ET ".repeat(100_000)));
    const picture = deflateSync(Buffer.alloc(100 * 1024 * 1024));
    for (const pdf of [
      makePdf([typeset(["Đoàn thăm tỉnh Lạng Sơn."])]),
      packedPdf("/FlateDecode", drawing),
      packedPdf("[ /FlateDecode ]", drawing.subarray(0, 50)),
      packedPdf("/FlateDecode /Subtype /Image", picture),
      packedPdf("/DCTDecode", Buffer.from("\u00ff\u00d8")),
    ])
      expect(unpacksTooFar(pdf)).toBe(false);
  });
});

describe("sniffing and counting", () => {
  const kind = (head: string) => documentKind({ bytes: Buffer.from(head) });

  it("tells a page behind white space, a declaration and hundreds of comments", () => {
    expect(kind(`\n<?xml version="1.0"?>\n${"<!-- a -->\n".repeat(100)}<html>`)).toBe("html");
    expect(kind("<!-- a --> <!DOCTYPE  html>")).toBe("html");
    // Two ways to read each of 290 comments.
    expect(kind(`${"<!---->".repeat(290)}x`)).toBe("text");
    expect(kind("<!-- never ends <html>")).toBe("text");
  });

  it("counts the tags of a page whose last name does not end", () => {
    expect(isParsable(`<p>a</p><${"a-".repeat(500_000)}`)).toBe(true);
    expect(isParsable("<div>".repeat(1_000))).toBe(false);
    expect(isParsable("<div/>".repeat(1_000))).toBe(true);
  });
});

describe("a text of megabytes", () => {
  const sentence = "Hai bên trao đổi về cửa khẩu và giao thương của hai tỉnh. ";
  // No two alike: a repeated paragraph is left out.
  const paragraphs = Array.from({ length: 1_300 }, (_, i) => `Mục ${i}: ${sentence.repeat(40)}`);
  const long = `Đoàn thăm Lạng Sơn\n\n${paragraphs.join("\n\n")}`;

  it.each(["bai.md", "bai.txt"])(
    "is cut at a place between words, and says how much is gone: %s",
    (name) => {
      const read = ingestFile(name, Buffer.from(long));
      expect(read.ok).toBe(true);
      const [article] = (read as Extract<typeof read, { ok: true }>).articles;
      expect(article!.text.length).toBeLessThanOrEqual(MAX_ARTICLE_CHARS);
      expect(article!.text.length).toBeGreaterThan(MAX_ARTICLE_CHARS - 3_000);
      expect(article!.text.at(-1)).toMatch(/[\p{L}.]/u);
      expect(article!.leftOutChars).toBeGreaterThan(2_000_000);
      expect(article!.blocks.at(-1)!.end).toBe(article!.text.length);
    },
  );

  it("stays whole below that", () => {
    const read = ingestFile(
      "bai.txt",
      Buffer.from(`Đoàn thăm Lạng Sơn\n\n${sentence.repeat(100)}`),
    );
    expect(read.ok && read.articles[0]!.leftOutChars).toBe(undefined);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId, extensionOf } from "../../../src/articles/parse/corpus-files.ts";
import { MAX_FILE_BYTES } from "../../../src/articles/parse/decode.ts";
import { ingestFile } from "../../../src/articles/parse/ingest-file.ts";
import { expectLinear } from "../../growth.ts";
import { vietnameseText } from "../../language/text/arbitraries.ts";
import { expectWellFormed } from "./helpers.ts";

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

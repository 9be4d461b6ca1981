import { normalizeText } from "../text/normalize.ts";
import type { Skip, SkipCode } from "./article.ts";

/** Files over this size are skipped: 5 MB holds any article, and more than a parser should be given. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Says why a file is not taken. */
export function skip(code: SkipCode, reason: string): Skip {
  return { ok: false, code, reason };
}

/**
 * Decodes a text file: UTF-8 with or without BOM, or UTF-16 with BOM.
 *
 * @returns The normalised text, or why the bytes are none.
 */
export function decodeText(bytes: Uint8Array): { ok: true; text: string } | Skip {
  if (bytes.length > MAX_FILE_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return skip(
      "too-large",
      `The file has ${size} MB; at most 5 MB are read. Keep the article alone.`,
    );
  }
  if (bytes.length === 0) return skip("empty", "The file is empty.");
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && looksBinary(bytes)) {
    return skip("binary", "The file is not text. Save the article as .md, .txt or .html.");
  }
  let text: string;
  try {
    text = normalizeText(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return skip(
      "bad-encoding",
      `The file is not valid ${encoding.toUpperCase()}. Save it as UTF-8.`,
    );
  }
  if (text.trim() === "") return skip("empty", "The file holds white space only.");
  return { ok: true, text };
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

// PDF, ZIP (docx), PNG, JPEG, GIF, gzip, RTF.
const MAGIC = [
  "%PDF",
  "PK\u0003\u0004",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "GIF8",
  "\u001f\u008b",
  "{\\rtf",
];

function looksBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return MAGIC.some((magic) => head.startsWith(magic)) || bytes.includes(0);
}

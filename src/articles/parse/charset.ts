import { fromLegacy, normalizeText } from "../../language/text/index.ts";
import type { Skip } from "../../model/index.ts";
import { isWritten, MAX_FILE_BYTES, skip } from "./page/index.ts";

const META = /<meta[^>]{0,300}?charset\s{0,9}=[\s"']{0,9}([a-z0-9_:.-]{2,40})/iu;
const LANGUAGE = /<html[^>]{0,300}?\blang\s*=\s*["']?([a-z]{2})/iu;
/** The legacy charset of pages that name none. */
const OF_LANGUAGE: Readonly<Record<string, string>> = { zh: "gb18030", vi: "windows-1258" };
/** Charsets that pages in old Vietnamese fonts name: the bytes are the fonts' own. */
const LATIN =
  /^(?:windows-125[28]|cp125[28]|iso-?8859-\d+|latin-?\d|us-ascii|ascii|x-user-defined)$/iu;
const PLAIN = "windows-1252";

/**
 * Decodes a file of the corpus: as `decodeForeign`, for files of at most 5 MB.
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
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (MAGIC.some((magic) => head.startsWith(magic)))
    return skip("binary", "The file is not text. Save the article as .md, .txt or .html.");
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null && isWritten(utf8)) return { ok: true, text: normalizeText(utf8) };
  return decodeForeign(bytes, null);
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

/**
 * Decodes text of unknown origin: a byte order mark counts first, then valid UTF-8 (other charsets hardly ever look
 * like it, and pages often name the wrong one), then the declared charset, the page's own, its language's, and the
 * encodings of Vietnamese before Unicode, as far as the words tell them.
 *
 * @returns Normalised text, or why the bytes are none that can be read without guessing.
 */
export function decodeForeign(
  bytes: Uint8Array,
  declared: string | null,
): { ok: true; text: string } | Skip {
  const wide = wideCharset(bytes);
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1");
  const language = LANGUAGE.exec(head)?.[1]?.toLowerCase() ?? "";
  const candidates =
    wide !== null ? [wide] : ["utf-8", declared, META.exec(head)?.[1], OF_LANGUAGE[language]];
  if (wide === null && bytes.includes(0))
    return skip("binary", "The file is not text. Send it as .txt, .html, .docx or .pdf.");
  for (const charset of candidates) {
    const text = charset ? decodeStrictly(bytes, charset) : null;
    if (text === null) continue;
    if (text.trim() === "") return skip("empty", "The file holds white space only.");
    const old = LATIN.test(charset!) ? fromOldBytes(bytes) : null;
    return { ok: true, text: normalizeText(old ?? fromLegacy(text)) };
  }
  const broken = nearlyUtf8(bytes);
  if (broken !== null) return { ok: true, text: normalizeText(broken) };
  const old = fromOldBytes(bytes);
  if (old !== null) return { ok: true, text: normalizeText(old) };
  return skip("bad-encoding", "Its charset can't be told. Save the text as UTF-8.");
}

const LEAST_WIDE_BYTES = 16;

function wideCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark a handful of bytes tells nothing.
  if (bytes.length < LEAST_WIDE_BYTES) return null;
  // Without a mark: in every second place of Latin text stands a zero.
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1;
  });
  if (zeros[1]! * 5 > head.length && zeros[0] === 0) return "utf-16le";
  return zeros[0]! * 5 > head.length && zeros[1] === 0 ? "utf-16be" : null;
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text of an old Vietnamese encoding, or null where the bytes are in none. */
function fromOldBytes(bytes: Uint8Array): string | null {
  const shown = new TextDecoder(PLAIN).decode(bytes);
  const text = fromLegacy(shown);
  return text === shown ? null : text;
}

/** UTF-8 with a few broken bytes, as of a cut description; what is broken shows as U+FFFD. */
function nearlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const sound = text.match(/[\u0080-\u{FFFC}]/gu)?.length ?? 0;
  return broken * 20 <= sound ? text : null;
}

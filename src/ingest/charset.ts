import { normalizeText } from "../text/normalize.ts";
import type { Skip } from "./article.ts";
import { skip } from "./decode.ts";

const META = /<meta[^>]{0,300}?charset\s{0,9}=[\s"']{0,9}([a-z0-9_:.-]{2,40})/iu;
const LANGUAGE = /<html[^>]{0,300}?\blang\s*=\s*["']?([a-z]{2})/iu;
/** The legacy charset of pages that name none. */
const OF_LANGUAGE: Readonly<Record<string, string>> = { zh: "gb18030", vi: "windows-1258" };

/**
 * Decodes text of unknown origin: a byte order mark counts first, then valid UTF-8 (other charsets hardly ever look
 * like it, and pages often name the wrong one), then the declared charset, the page's own, and its language's.
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
  if (wide === null && bytes.includes(0)) {
    return skip("binary", "The file is not text. Send it as .txt, .html, .docx or .pdf.");
  }
  for (const charset of candidates) {
    const text = charset ? decodeStrictly(bytes, charset) : null;
    if (text === null) continue;
    if (text.trim() === "") return skip("empty", "The file holds white space only.");
    return { ok: true, text: normalizeText(text) };
  }
  const broken = nearlyUtf8(bytes);
  if (broken !== null) return { ok: true, text: normalizeText(broken) };
  return skip("bad-encoding", "Its charset can't be told. Save the text as UTF-8.");
}

function wideCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
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

/** UTF-8 with a few broken bytes, as of a cut description; what is broken shows as U+FFFD. */
function nearlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const sound = text.match(/[\u0080-\u{FFFC}]/gu)?.length ?? 0;
  return broken * 20 <= sound ? text : null;
}

// UTF-8 taken for Windows-1252 (`LÃ£nh Ä‘áº¡o`), and text in the TCVN3 or VNI fonts of old documents (`§oµn ®¹i biÓu`).
const MISREAD =
  /Ã[\u0080-\u00BF£¡¢¨©ª²³´¹º½]|Ä[‘\u0091\u2018]|á[º»][\u0080-\u00BF\u2010-\u2122]|Æ°/gu;
const TCVN3 = /\p{L}[®µ¶·¸¹¨©ª«¬§]|[®µ¶·¸¹§][a-z]/gu;

/** True for text that shows other letters than its writer meant; a name taken from it would be wrong. */
export function isMisread(text: string): boolean {
  const syllables = text.split(" ").length;
  const hits = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const replaced = hits(/\uFFFD/gu);
  return replaced > 0 || hits(MISREAD) * 20 > syllables || hits(TCVN3) * 10 > syllables;
}

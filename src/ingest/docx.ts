import type { Skip } from "./article.ts";
import { skip } from "./decode.ts";
import { unzip } from "./zip.ts";

const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Word's own files of an article hold some tens of parts; with many pictures some hundreds. */
const LIMITS = { maxEntries: 2_000, maxBytes: 60 * 1024 * 1024 };
/** The text part of a long report is under 1 MB. */
const MAX_XML_BYTES = 8 * 1024 * 1024;

/**
 * Turns a Word document (.docx) into HTML without pictures.
 *
 * The archive is unpacked once under a limit before the library sees it, and a document type declaration in any part
 * is refused: Word never writes one, and entities are what attacks are made of.
 */
export async function docxHtml(bytes: Uint8Array): Promise<{ ok: true; html: string } | Skip> {
  if (bytes.length > MAX_FILE_BYTES) {
    return skip("too-large", "The document is over 20 MB. Send the text without pictures.");
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = unzip(buffer, LIMITS);
  if (entries === "too-large") {
    return skip("too-large", "The document unpacks to over 60 MB. Send the text without pictures.");
  }
  if (entries === "encrypted") {
    return skip("encrypted", "The file is protected by a password. Save it without one.");
  }
  const broken = skip(
    "bad-document",
    "The document is damaged. Open it in Word and save it again.",
  );
  if (entries === "broken") return broken;
  if (!entries.some(({ name }) => name === "word/document.xml")) {
    return skip("unknown-type", "This is no Word document. Send .txt, .md, .html, .docx or .pdf.");
  }
  const xml = entries.filter(({ name }) => /\.(?:xml|rels)$/iu.test(name));
  if (xml.some(({ bytes: part }) => part.length > MAX_XML_BYTES)) {
    return skip("too-large", "The document is too long. Send the article alone.");
  }
  if (xml.some(({ bytes: part }) => /<!(?:DOCTYPE|ENTITY)/iu.test(part.toString("latin1")))) {
    return broken;
  }
  try {
    const { default: mammoth } = await import("mammoth");
    const noPicture = mammoth.images.imgElement(async () => ({ src: "" }));
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage: noPicture });
    return { ok: true, html: value };
  } catch {
    return broken;
  }
}

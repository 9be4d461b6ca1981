import type { Skip } from "./article.ts";
import { skip } from "./decode.ts";
import { cleanPart, hiddenStyles } from "./docx-xml.ts";
import { unzip, type ZipEntry, zipStored } from "./zip.ts";

const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Word's own files of an article hold some tens of parts; with many pictures some hundreds. */
const LIMITS = { maxEntries: 2_000, maxBytes: 60 * 1024 * 1024 };
/** The text part of a long report is under 1 MB. */
const MAX_XML_BYTES = 8 * 1024 * 1024;

/** A Word document as HTML. */
export interface DocxText {
  readonly ok: true;
  readonly html: string;
  /** Its footnotes and endnotes; the marks in the text that point to them are gone. */
  readonly notes: string;
  /** Letters and digits that no reader sees, and those deleted in tracked changes. */
  readonly hidden: number;
  readonly deleted: number;
}

/** The parts with text; the others stay as they are. */
const TEXT_PART = /^word\/(?:document|footnotes|endnotes)\.xml$/u;
const NOTE_MARK =
  /<sup><a href="#(?:foot|end)note-[^"<>]{1,60}" id="[^"<>]{1,60}">\[\d{1,4}\]<\/a><\/sup>/gu;
const NOTE_BACK = /<a href="#(?:foot|end)note-ref-[^"<>]{1,60}">↑<\/a>/gu;

/**
 * Turns a Word document (.docx) into HTML without pictures.
 *
 * The archive is unpacked once under a limit before the library sees it, and a document type declaration in any part
 * is refused: Word never writes one, and entities are what attacks are made of.
 */
export async function docxHtml(bytes: Uint8Array): Promise<DocxText | Skip> {
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
    return skip(
      "unknown-type",
      "This is no Word document. Send .txt, .md, .html, .docx, .odt, .rtf, .pdf, .xlsx or .csv.",
    );
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
    const { parts, hidden, deleted } = cleanParts(entries);
    const clean = zipStored(parts);
    const { value } = await mammoth.convertToHtml({ buffer: clean }, { convertImage: noPicture });
    return { ok: true, ...partNotes(value), hidden, deleted };
  } catch {
    return broken;
  }
}

function cleanParts(entries: readonly ZipEntry[]): {
  parts: ZipEntry[];
  hidden: number;
  deleted: number;
} {
  const styles = entries.find(({ name }) => name === "word/styles.xml")?.bytes.toString("utf8");
  const hiding = hiddenStyles(styles ?? "");
  let hidden = 0;
  let deleted = 0;
  const parts = entries.map((entry) => {
    if (!TEXT_PART.test(entry.name)) return entry;
    const part = cleanPart(entry.bytes.toString("utf8"), hiding);
    hidden += part.hidden;
    deleted += part.deleted;
    return { name: entry.name, bytes: Buffer.from(part.xml, "utf8") };
  });
  return { parts, hidden, deleted };
}

/** Notes stand at the end, as a list. */
function partNotes(html: string): { html: string; notes: string } {
  const at = html.search(/<ol><li id="(?:foot|end)note-/u);
  const text = at < 0 ? html : html.slice(0, at);
  const notes = at < 0 ? "" : html.slice(at);
  return { html: text.replace(NOTE_MARK, ""), notes: notes.replace(NOTE_BACK, "") };
}

import type { Skip } from "../../../model/index.ts";
import { lettersIn, skip } from "../page/index.ts";
import { openArchive, UNPACKS_TOO_FAR, type ZipEntry, zipStored } from "./zip.ts";

/**
 * Makes the parts of a Word document ready for the library that reads it: hidden and deleted text goes out, tracked
 * changes count as accepted, and the text of boxes, which the library passes over, stands behind its paragraph.
 */

/** A part as it is to be read, and what was taken out of it (letters and digits). */
interface CleanPart {
  readonly xml: string;
  readonly hidden: number;
  readonly deleted: number;
}

/** An open element. */
interface Open {
  readonly name: string;
  /** Pieces of its sink before it: where it is cut off if it is hidden. */
  readonly from: number;
  isHidden: boolean;
  /** In `mc:AlternateContent`: the choice holds text. */
  hasText: boolean;
}

/** Where markup goes: the document, or a text box whose paragraphs are set behind the one that holds it. */
interface Sink {
  readonly pieces: string[];
  /** Boxes to be set behind the paragraph that is open. */
  boxes: string[];
  paragraphs: number;
}

/** Their text is not in the accepted document. */
const DELETED = /^w:(?:del|moveFrom)$/u;
/** Marks around text that stays; the library passes over what stands in some of them. */
const UNWRAPPED =
  /^(?:w:(?:ins|moveTo|customXml|dir|bdo)|mc:(?:AlternateContent|Choice|Fallback))$/u;
const OFF = /w:val="(?:0|false|off)"/u;

/**
 * @param xml A part of a Word document that was checked to hold no document type declaration.
 * @param hiddenStyles Ids of styles whose text is hidden.
 */
function cleanPart(xml: string, hiddenStyles: ReadonlySet<string>): CleanPart {
  const stack: Open[] = [];
  const sinks: Sink[] = [{ pieces: [], boxes: [], paragraphs: 0 }];
  let hidden = 0;
  let deleted = 0;
  // Depth of the element whose content is passed over, or -1.
  let skipped = -1;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    const text = xml.slice(at, open < 0 ? xml.length : open);
    const sink = sinks.at(-1)!;
    if (skipped < 0) sink.pieces.push(text);
    else if (stack[skipped] !== undefined && DELETED.test(stack[skipped]!.name))
      deleted += lettersIn(text);
    if (text.trim() !== "")
      for (const one of stack) one.hasText ||= one.name === "mc:AlternateContent";
    if (open < 0) break;
    const close = xml.indexOf(">", open);
    if (close < 0) break;
    const tag = xml.slice(open, close + 1);
    at = close + 1;
    const name = /^<\/?([^\s/>]{1,80})/u.exec(tag)?.[1] ?? "";
    if (tag.startsWith("</")) {
      const one = stack.pop();
      if (one === undefined) continue;
      if (stack.length === skipped) {
        skipped = -1;
        continue;
      }
      if (skipped >= 0) continue;
      if (name === "w:txbxContent") {
        const box = sinks.pop()!;
        sinks.at(-1)!.boxes.push(box.pieces.join(""));
        continue;
      }
      if (one.isHidden) {
        const cut = sink.pieces.splice(one.from);
        hidden += lettersIn(cut.join("").replace(/<[^<>]*>/gu, ""));
      } else if (!UNWRAPPED.test(name)) sink.pieces.push(tag);
      if (name === "w:p") {
        sink.paragraphs -= 1;
        if (sink.paragraphs === 0) {
          sink.pieces.push(...sink.boxes);
          sink.boxes = [];
        }
      }
      continue;
    }
    const isEmpty = tag.endsWith("/>");
    if (skipped < 0) markHidden(stack, name, tag, hiddenStyles);
    if (isEmpty) {
      if (skipped < 0 && !UNWRAPPED.test(name)) sink.pieces.push(tag);
      continue;
    }
    const isSkipped =
      DELETED.test(name) || (name === "mc:Fallback" && stack.at(-1)?.hasText === true);
    if (skipped < 0 && isSkipped) skipped = stack.length;
    stack.push({ name, from: sink.pieces.length, isHidden: false, hasText: false });
    if (skipped >= 0) continue;
    if (name === "w:txbxContent") sinks.push({ pieces: [], boxes: [], paragraphs: 0 });
    else if (!UNWRAPPED.test(name)) sink.pieces.push(tag);
    if (name === "w:p") sink.paragraphs += 1;
  }
  return { xml: sinks[0]!.pieces.join(""), hidden, deleted };
}

/** `<w:vanish/>`, or a style that hides, among the properties of a run or paragraph. */
function markHidden(
  stack: readonly Open[],
  name: string,
  tag: string,
  hiddenStyles: ReadonlySet<string>,
): void {
  const owner = stack.at(-2);
  if (owner === undefined) return;
  const style = /^w:[rp]Style$/u.test(name) ? /w:val="([^"]{1,200})"/u.exec(tag)?.[1] : undefined;
  const hides =
    (name === "w:vanish" && owner.name === "w:r" && !OFF.test(tag)) ||
    (style !== undefined && hiddenStyles.has(style));
  if (hides && /^w:[rp]$/u.test(owner.name)) owner.isHidden = true;
}

/** Ids of the styles that hide their text. */
function hiddenStyles(styles: string): Set<string> {
  const hidden = new Set<string>();
  for (const style of styles.split("<w:style ").slice(1)) {
    const vanish = /<w:vanish(?:\s[^<>]{0,100})?\/>/u.exec(style)?.[0];
    const id = /w:styleId="([^"]{1,200})"/u.exec(style)?.[1];
    if (vanish !== undefined && id !== undefined && !OFF.test(vanish)) hidden.add(id);
  }
  return hidden;
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** The text part of a long report is under 1 MB. */
const MAX_XML_BYTES = 8 * 1024 * 1024;

/** A Word document as HTML. */
interface DocxText {
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
  if (bytes.length > MAX_FILE_BYTES)
    return skip("too-large", "The document is over 20 MB. Send the text without pictures.");
  const broken = skip(
    "bad-document",
    "The document is damaged. Open it in Word and save it again.",
  );
  const entries = openArchive(bytes, UNPACKS_TOO_FAR, broken);
  if (!Array.isArray(entries)) return entries;
  if (!entries.some(({ name }) => name === "word/document.xml")) {
    return skip(
      "unknown-type",
      "This is no Word document. Send .txt, .md, .html, .docx, .odt, .rtf, .pdf, .xlsx or .csv.",
    );
  }
  const xml = entries.filter(({ name }) => /\.(?:xml|rels)$/iu.test(name));
  if (xml.some(({ bytes: part }) => part.length > MAX_XML_BYTES))
    return skip("too-large", "The document is too long. Send the article alone.");
  if (xml.some(({ bytes: part }) => /<!(?:DOCTYPE|ENTITY)/iu.test(part.toString("latin1"))))
    return broken;
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

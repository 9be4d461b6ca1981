import type { Skip } from "./article.ts";
import { skip } from "./decode.ts";
import type { DocumentInput, DocumentKind } from "./document.ts";
import { extensionOf } from "./file-name.ts";

const PAGE = /^<(?:!doctype\s{1,20}html|html|head|body|meta|title)\b/iu;
// Kinds of files that people take for documents, by their first bytes, with what to do about them.
const OTHERS: readonly (readonly [string, string])[] = [
  ["{\\rtf", "an RTF file; save it as .docx"],
  ["GIF8", "a picture; send the text of the article"],
  ["RIFF", "a recording; send the text of the article"],
  ["\u001f\u008b", "a packed file; unpack it first"],
  ["Rar!", "a packed file; unpack it first"],
  ["7z\u00bc\u00af", "a packed file; unpack it first"],
  ["MZ", "a program"],
  ["\u007fELF", "a program"],
];

// PNG, JPEG, WebP.
const PICTURE = /^(?:\u0089PNG|\u00ff\u00d8\u00ff|RIFF[\s\S]{4}WEBP)/u;

/** Tells what a document is: by its first bytes, then by its name and declared type. */
export function documentKind(input: DocumentInput): DocumentKind | Skip {
  const { bytes } = input;
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString("latin1");
  if (bytes.length === 0) return skip("empty", "The file is empty.");
  if (head.slice(0, 1_024).includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return "docx";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return compoundFile(bytes);
  if (PICTURE.test(head)) return "image";
  for (const [magic, what] of OTHERS) {
    if (head.startsWith(magic)) return skip("unknown-type", `This is ${what}.`);
  }
  return textKind(input, head);
}

/** Word's format before .docx; a .docx with a password is kept inside of one, too. */
function compoundFile(bytes: Uint8Array): Skip {
  if (Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))) {
    return skip("encrypted", "The file is protected by a password. Save it without one.");
  }
  return skip("unknown-type", "This is a file of an old Office version; save it as .docx.");
}

function textKind({ mediaType, fileName }: DocumentInput, head: string): DocumentKind | Skip {
  const extension = extensionOf(fileName ?? "");
  const type = mediaType ?? "";
  if (/^(?:text\/html|application\/xhtml\+xml)$/u.test(type) || isPage(head)) return "html";
  if (/^\.html?$/u.test(extension)) return "html";
  if (/^\.(?:md|markdown)$/u.test(extension) || type === "text/markdown") return "markdown";
  const isOther =
    (extension !== "" && extension !== ".txt" && extension !== ".text" && fileName != null) ||
    /^application\/(?!octet-stream)|^text\/(?:css|javascript|xml|csv|calendar)|^(?:image|audio|video|font)\//u.test(
      type,
    );
  if (isOther && !type.startsWith("text/plain")) {
    return skip("unknown-type", "Only .txt, .md, .html, .docx and .pdf documents are read.");
  }
  return "text";
}

/** Whether a text begins as a page does: behind white space, an XML declaration and comments. */
function isPage(head: string): boolean {
  let rest = head.trimStart();
  if (rest.startsWith("<?xml")) rest = behind(rest, "?>");
  while (rest.startsWith("<!--")) rest = behind(rest, "-->");
  return PAGE.test(rest);
}

/** What follows the first end mark, without white space before it; empty where there is none. */
function behind(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? "" : text.slice(at + mark.length).trimStart();
}

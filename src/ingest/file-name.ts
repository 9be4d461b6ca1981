import type { Skip } from "./article.ts";
import { skip } from "./decode.ts";

/** Extensions of text that is read as it stands, lower case. */
export const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([
  ".md",
  ".markdown",
  ".txt",
  ".html",
  ".htm",
]);

/** Extensions of documents that `readDocument` reads. */
export const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set([
  ".docx",
  ".pdf",
  ".odt",
  ".rtf",
  ".xlsx",
  ".csv",
]);

/** Extension of a path, lower case with its dot; empty where it has none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  const isNamed = dot < name.length - 1 && /[^.]/u.test(name.slice(0, Math.max(dot, 0)));
  return isNamed ? name.slice(dot).toLowerCase() : "";
}

/** Id of the article in a corpus file: its path without extension, `/` between folders, NFC. */
export function articleId(relativePath: string): string {
  const path = relativePath.replaceAll("\\", "/").normalize("NFC");
  return path.slice(0, path.length - extensionOf(path).length);
}

const OLD_OFFICE = /^\.(?:doc|dot|xls|ppt|wps|et)$/u;
const MAIL = /^\.(?:eml|msg|mht|mhtml)$/u;
const ARCHIVE = /^\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/u;

/** What to do with a file that is kept in a form that is not read. */
export const SAVE_AS = {
  "old-office": "This is a file of an old Office version; save it as .docx (a sheet as .xlsx).",
  mail: "This is an e-mail; save its text as .txt, or the files that came with it.",
  archive: "This is a packed file; unpack it first and take the files in it.",
} as const;

/** Why a file with this extension is not read. */
export function unknownType(extension: string): Skip {
  if (OLD_OFFICE.test(extension)) return skip("old-office", SAVE_AS["old-office"]);
  if (MAIL.test(extension)) return skip("mail", SAVE_AS.mail);
  if (ARCHIVE.test(extension)) return skip("archive", SAVE_AS.archive);
  const name = extension === "" ? "without an extension" : `of type ${extension}`;
  return skip(
    "unknown-type",
    `Files ${name} are not read; use .md, .txt, .html, .docx, .odt, .rtf, .pdf, .xlsx or .csv.`,
  );
}

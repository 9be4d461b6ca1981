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
export const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set([".docx", ".pdf"]);

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

/** Why a file with this extension is not read. */
export function unknownType(extension: string): Skip {
  const name = extension === "" ? "without an extension" : `of type ${extension}`;
  return skip("unknown-type", `Files ${name} are not read; use .md, .txt, .html, .docx or .pdf.`);
}

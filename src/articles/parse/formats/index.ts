/**
 * A reader for each format: web pages, Markdown, text, Word, OpenDocument, RTF, PDF, sheets and scans. Bytes or text
 * come in, lines and blocks go out; a format is a file here and a row of `parse-document.ts`.
 */

export { docxHtml } from "./docx.ts";
export { documentLines, readHtml } from "./html.ts";
export { readMarkdown } from "./markdown.ts";
export { odtHtml } from "./odt.ts";
export { readPdf } from "./pdf.ts";
export { plainLines, readPlainText } from "./plain-text.ts";
export { rtfLines } from "./rtf.ts";
export { type OnPage, recognisePhoto } from "./scanned.ts";
export { csvSheet, rowBriefs, type Sheet, sheetLines, xlsxSheets } from "./sheet.ts";

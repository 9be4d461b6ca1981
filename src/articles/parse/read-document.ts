import type { Article, Skip } from "../../model/index.ts";
import { startChild, watchMemory } from "../../process/index.ts";
import { extensionOf, SAVE_AS, unknownType } from "./corpus-files.ts";
import type { OnPage } from "./formats/index.ts";
import { type Metadata, skip } from "./page/index.ts";

export interface ReadOptions {
  /** From the moment the process is ready; a page takes a twentieth of it, a long PDF a fifth. */
  readonly timeoutMs?: number;
  /** Of the process's JavaScript heap. */
  readonly maxHeapMb?: number;
  /** Of all memory of the process, buffers included. */
  readonly maxResidentMb?: number;
  readonly signal?: AbortSignal;
  /** Told of every page that is read from its picture, which takes seconds each. */
  readonly onPage?: OnPage;
}

const TIMEOUT_MS = 15_000;
/** Of one page that is read from its picture; measured: 3 to 15 s on a busy machine. */
const PAGE_TIMEOUT_MS = 60_000;
const START_TIMEOUT_MS = 30_000;
const MAX_HEAP_MB = 512;
/** The reader itself takes 120 MB, the longest reports 250 MB, reading a page from its picture 230 MB. */
const MAX_RESIDENT_MB = 600;

interface PageMessage {
  readonly page: number;
  readonly pages: number;
}

/**
 * Reads a document (HTML, plain text, Markdown, .docx, .pdf) in a process of its own, which is stopped where it takes
 * too long or too much memory: whatever the document does, the caller goes on.
 *
 * @returns The article, or why there is none. Never throws for any content.
 *
 * @example const read = await readDocument({ bytes, fileName: "bao-cao.docx", caption: "Tiêu đề" });
 */
export function readDocument(
  input: DocumentInput,
  options: ReadOptions = {},
): Promise<DocumentOutcome> {
  const { timeoutMs = TIMEOUT_MS, maxHeapMb = MAX_HEAP_MB, signal, onPage } = options;
  const costly = skip(
    "too-costly",
    "Reading it took too long or too much memory. Send the text of the article itself.",
  );
  return new Promise((resolve) => {
    const child = startChild({
      entry: new URL("./document-worker.ts", import.meta.url),
      maxHeapMb,
      serialization: "advanced",
      // A library that prints would write into the caller's output, a crash its report.
      stderr: "ignore",
    });
    const end = (outcome: DocumentOutcome) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      child.kill("SIGKILL");
      resolve(outcome);
    };
    const stop = () => end(costly);
    let timer = setTimeout(stop, START_TIMEOUT_MS);
    watchMemory(child, options.maxResidentMb ?? MAX_RESIDENT_MB, stop);
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    child.on("message", (message: "ready" | PageMessage | DocumentOutcome) => {
      if (typeof message === "object" && "page" in message) {
        clearTimeout(timer);
        timer = setTimeout(stop, Math.max(timeoutMs, PAGE_TIMEOUT_MS));
        return onPage?.(message.page, message.pages);
      }
      if (message !== "ready") return end(message);
      clearTimeout(timer);
      timer = setTimeout(stop, timeoutMs);
      child.send(input, () => {});
    });
    child.once("error", stop);
    // Out of memory, or a crash in a library.
    child.once("exit", stop);
  });
}

/** What a document is by its content. */
export type DocumentKind =
  | "html"
  | "text"
  | "markdown"
  | "docx"
  | "pdf"
  | "xlsx"
  | "csv"
  | "odt"
  | "rtf"
  | "image";

/** A document from outside: fetched, uploaded, or pasted (as UTF-8 text). */
export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** Declared media type without parameters; what the bytes say wins. */
  readonly mediaType?: string | null;
  /** Declared charset. */
  readonly charset?: string | null;
  /** Name of an uploaded file; its extension tells text types apart. */
  readonly fileName?: string | null;
  /** Where it was fetched. Metadata of the page that claims another site is not believed. */
  readonly url?: string | null;
  /** Words sent along with a file: its title, and its address where one stands among them. */
  readonly caption?: string | null;
  /** What the sender knows (a channel's name, the day of a post); it wins over what the document shows. */
  readonly known?: Partial<Metadata>;
}

/** A document that was read: its article, then the briefs found on the same page. */
export interface DocumentRead {
  readonly ok: true;
  readonly kind: DocumentKind;
  readonly articles: readonly [Article, ...Article[]];
}

export type DocumentOutcome = DocumentRead | Skip;

const PAGE = /^<(?:!doctype\s{1,20}html|html|head|body|meta|title)\b/iu;
// Kinds of files that people take for documents, by their first bytes, with what to do about them.
const OTHERS: readonly (readonly [string, string])[] = [
  ["GIF8", "a picture; send the text of the article"],
  ["RIFF", "a recording; send the text of the article"],
  ["MZ", "a program"],
  ["\u007fELF", "a program"],
];

// PNG, JPEG, WebP.
const PICTURE = /^(?:\u0089PNG|\u00ff\u00d8\u00ff|RIFF[\s\S]{4}WEBP)/u;
const PACKED = ["\u001f\u008b", "Rar!", "7z\u00bc\u00af", "BZh", "\u00fd7zXZ"];
/** Lines of a message's head, of which an article has none. */
const MAIL_HEAD =
  /^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|DKIM-Signature|X-[\w-]{1,40}|Content-Type):/gimu;

/** Tells what a document is: by its first bytes, then by its name and declared type. */
export function documentKind(input: DocumentInput): DocumentKind | Skip {
  const { bytes } = input;
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString("latin1");
  if (bytes.length === 0) return skip("empty", "The file is empty.");
  if (head.slice(0, 1_024).includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return packedKind(bytes, head);
  if (head.startsWith("{\\rtf")) return "rtf";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return compoundFile(bytes);
  if (PICTURE.test(head)) return "image";
  if (PACKED.some((magic) => head.startsWith(magic))) return skip("archive", SAVE_AS.archive);
  if ((head.match(MAIL_HEAD)?.length ?? 0) >= 2) return skip("mail", SAVE_AS.mail);
  for (const [magic, what] of OTHERS) {
    if (head.startsWith(magic)) return skip("unknown-type", `This is ${what}.`);
  }
  return textKind(input, head);
}

/** Word's format before .docx; a .docx with a password is kept inside of one, too. */
function compoundFile(bytes: Uint8Array): Skip {
  if (Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")))
    return skip("encrypted", "The file is protected by a password. Save it without one.");
  const isMail = Buffer.from(bytes).includes(Buffer.from("__substg1.0_", "utf16le"));
  return isMail ? skip("mail", SAVE_AS.mail) : skip("old-office", SAVE_AS["old-office"]);
}

/** Office formats are archives of parts with set names. */
function packedKind(bytes: Uint8Array, head: string): DocumentKind | Skip {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.(?:text|spreadsheet)/u.test(head))
    return "odt";
  if (whole.includes("xl/workbook.xml")) return "xlsx";
  if (whole.includes("word/") || whole.includes("[Content_Types].xml")) return "docx";
  return skip("archive", SAVE_AS.archive);
}

function textKind({ mediaType, fileName }: DocumentInput, head: string): DocumentKind | Skip {
  const extension = extensionOf(fileName ?? "");
  const type = mediaType ?? "";
  if (/^(?:text\/html|application\/xhtml\+xml)$/u.test(type) || isPage(head)) return "html";
  if (/^\.html?$/u.test(extension)) return "html";
  if (/^\.(?:md|markdown)$/u.test(extension) || type === "text/markdown") return "markdown";
  if (/^\.(?:csv|tsv)$/u.test(extension) || type === "text/csv") return "csv";
  const known = unknownType(extension);
  if (known.code !== "unknown-type") return known;
  const isOther =
    (extension !== "" && extension !== ".txt" && extension !== ".text" && fileName != null) ||
    /^application\/(?!octet-stream)|^text\/(?:css|javascript|xml|calendar)|^(?:image|audio|video|font)\//u.test(
      type,
    );
  if (isOther && !type.startsWith("text/plain")) {
    return skip(
      "unknown-type",
      "Only .txt, .md, .html, .docx, .odt, .rtf, .pdf, .xlsx and .csv documents are read.",
    );
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

import { startChild, watchMemory } from "../process/child.ts";
import { skip } from "./decode.ts";
import type { DocumentInput, DocumentOutcome } from "./document.ts";
import type { OnPage } from "./scanned.ts";

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

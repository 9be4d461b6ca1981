import { type Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { type Api, GrammyError } from "grammy";
import type { Document } from "grammy/types";
import type { Logger } from "pino";
import { readBody, showableUrl, TooLargeError } from "../../../articles/fetch/index.ts";
import type { DocumentInput } from "../../../articles/parse/index.ts";
import type { Locale } from "../../../locale/index.ts";
import { type Reading, type ReadOutcome, readBytes, readPage } from "../../shared/index.ts";

/** What Telegram lets a bot download (Bot API, getFile). */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 90_000;

type Download =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: "too-large" }
  /** `reason` may be logged: it holds no address, of which the token is a part. */
  | { readonly ok: false; readonly problem: "lost"; readonly reason: string };

const lost = (reason: string): Download => ({ ok: false, problem: "lost", reason });

/**
 * Downloads a file that was sent to the bot from the same server, and by the same proxy, as all calls. Bytes are
 * counted while they come.
 */
export async function downloadFile(
  api: Api,
  fileId: string,
  { maxBytes = MAX_FILE_BYTES, timeoutMs = TIMEOUT_MS } = {},
): Promise<Download> {
  let path: string | undefined;
  try {
    path = (await api.getFile(fileId)).file_path;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (/file is too big/iu.test(error.description)) return { ok: false, problem: "too-large" };
    return lost(error.description);
  }
  if (path === undefined) return lost("no file_path");
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await get(addressOf(api, path), api, signal);
    if (response.statusCode !== 200) {
      response.destroy();
      return lost(`HTTP ${response.statusCode}`);
    }
    return { ok: true, bytes: await readBody(response, "", maxBytes) };
  } catch (error) {
    if (error instanceof TooLargeError) return { ok: false, problem: "too-large" };
    const { code, name } = error as NodeJS.ErrnoException;
    return lost(signal.aborted ? "timeout" : (code ?? name));
  }
}

function addressOf({ token, options }: Api, path: string): string {
  const root = options?.apiRoot ?? "https://api.telegram.org";
  return `${root}/file/bot${token}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

function get(url: string, { options }: Api, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.startsWith("https:") ? httpsRequest : httpRequest;
  // grammY types its configuration for all platforms; on Node it is node-fetch's.
  const { agent } = (options?.baseFetchConfig ?? {}) as { readonly agent?: Agent };
  return new Promise((resolve, reject) => {
    request(url, { signal, ...(agent === undefined ? {} : { agent }) }, resolve)
      .on("error", reject)
      .end();
  });
}

/** Reads a page of the web; where that fails, its address stands above the reason. */
export async function readPageAt(
  url: string,
  reading: Reading,
  locale: Locale,
): Promise<ReadOutcome> {
  const read = await readPage(url, reading, locale);
  return read.ok ? read : { ok: false, text: `${showableUrl(url)}\n${read.text}` };
}

/** What is no document whatever is in it; not worth downloading. */
const MEDIA = /^(?:image\/(?!(?:jpeg|png|webp)$)|(?:audio|video|font)\/)/u;

interface SentFile {
  readonly file: Document;
  /** Its title, where one was given. */
  readonly caption: string | null;
  readonly reading: Reading;
  readonly locale: Locale;
  readonly logger: Logger;
  /** Told of every page that is read from its picture. */
  readonly onPage?: (page: number, pages: number) => void;
}

/** Reads a file that was sent to the bot. */
export async function readFile(
  api: Api,
  { file, caption, reading, locale, logger, onPage }: SentFile,
): Promise<ReadOutcome> {
  const { corpus, sources } = locale;
  const { adding } = corpus;
  const { file_id, file_size = 0, file_name: fileName, mime_type: mediaType } = file;
  if (MEDIA.test(mediaType ?? ""))
    return { ok: false, text: sources.documentFailed("unknown-type") };
  if (file_size > MAX_FILE_BYTES) return { ok: false, text: adding.fileTooLarge };
  const download = await downloadFile(api, file_id);
  if (!download.ok) {
    if (download.problem === "too-large") return { ok: false, text: adding.fileTooLarge };
    logger.warn({ reason: download.reason }, "a file could not be downloaded");
    return { ok: false, text: adding.fileLost };
  }
  const { bytes } = download;
  const names = { fileName: fileName ?? null, mediaType: mediaType ?? null };
  return await readBytes({ bytes, caption, ...names }, reading, locale, onPage);
}

/** Reads a text that was pasted or forwarded. */
export function readText(
  text: string,
  known: NonNullable<DocumentInput["known"]>,
  reading: Reading,
  locale: Locale,
): Promise<ReadOutcome> {
  const bytes = Buffer.from(text, "utf8");
  return readBytes({ bytes, mediaType: "text/plain", known }, reading, locale);
}

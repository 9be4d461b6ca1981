import { type Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { type Api, GrammyError } from "grammy";
import { readBody, TooLargeError } from "../../fetch/read-body.ts";

/** What Telegram lets a bot download (Bot API, getFile). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 90_000;

export type Download =
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

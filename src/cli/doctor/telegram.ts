import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";

const TIMEOUT_MS = 5_000;
/** More than any getMe reply. */
const MAX_BYTES = 100_000;

/** What Telegram needs to be asked. */
export interface TelegramAccess {
  readonly botToken: string;
  readonly telegramApiRoot: string;
  readonly telegramProxy: string | null;
}

function get(url: string, proxy: string | null): Promise<string> {
  const request = url.startsWith("https:") ? httpsRequest : httpRequest;
  const agent = proxy === null ? undefined : new HttpsProxyAgent(proxy);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, signal }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("error", reject);
      response.on("data", (piece) => {
        text += piece;
        if (text.length > MAX_BYTES) response.destroy(new Error("the reply is too long"));
      });
      response.on("end", () => resolve(text));
    });
    outgoing.on("error", (error) =>
      reject(signal.aborted ? new Error(`no reply within ${TIMEOUT_MS / 1000} s`) : error),
    );
    outgoing.end();
  });
}

/**
 * Asks Telegram who the token's bot is.
 *
 * @returns The bot's user name.
 * @throws {Error} Saying whether Telegram was not reached or said no.
 */
export async function telegramBotName(access: TelegramAccess): Promise<string> {
  const { botToken, telegramApiRoot, telegramProxy } = access;
  let text: string;
  try {
    text = await get(`${telegramApiRoot}/bot${botToken}/getMe`, telegramProxy);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${telegramApiRoot} is not reached (${message || code})`);
  }
  let reply: { ok?: boolean; result?: { username?: string }; description?: string };
  try {
    reply = JSON.parse(text);
  } catch {
    throw new Error(`${telegramApiRoot} is no Bot API server: its reply is not JSON`);
  }
  if (!reply.ok) throw new Error(`Telegram says: ${reply.description ?? "no"}`);
  return `@${reply.result?.username}`;
}

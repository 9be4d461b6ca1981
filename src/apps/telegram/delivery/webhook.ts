import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { listen } from "../../health/index.ts";
import { errorFacts } from "../middlewares/errors.ts";
import { untilReached } from "./client.ts";
import { ALLOWED_UPDATES, type Delivery, type DeliveryOptions } from "./polling.ts";

export interface WebhookConfig {
  /** Public https address; the path of requests is its path. */
  readonly url: string;
  /** What Telegram sends along in a header, so that nobody else can deliver updates. */
  readonly secret: string;
  readonly host: string;
  readonly port: number;
}

/** Far above any update of the Bot API; longer bodies are not read. */
const MAX_BODY_BYTES = 1_000_000;
/** How often Telegram is asked whether it still delivers here. */
const CHECK_EVERY_MS = 30_000;

const digest = (text: string) => createHash("sha256").update(text).digest();

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseUpdate(body: string): Update | null {
  try {
    const update = JSON.parse(body) as Update | null;
    return Number.isSafeInteger(update?.update_id) ? update : null;
  } catch {
    return null;
  }
}

/**
 * Receives updates over HTTP; a reverse proxy in front does the TLS. An update is answered with 200 once
 * it is on disk, so Telegram never waits for an answer, nor delivers again what is being answered; where it
 * can't be stored, Telegram keeps it and tries again (503).
 *
 * @throws {PortError} Where the port cannot be had.
 */
export async function startWebhook(
  { api, intake, logger, health }: DeliveryOptions,
  { url, secret, host, port }: WebhookConfig,
): Promise<Delivery> {
  const path = new URL(url).pathname;
  const expected = digest(secret);
  const stopping = new AbortController();
  const { signal } = stopping;

  async function answer(request: IncomingMessage): Promise<number> {
    if (request.url?.split("?", 1)[0] !== path) return 404;
    if (request.method !== "POST") return 405;
    const given = String(request.headers["x-telegram-bot-api-secret-token"] ?? "");
    // Digests have one length, as the comparison in constant time needs.
    if (!timingSafeEqual(digest(given), expected)) return 401;
    if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return 413;
    const body = await readBody(request);
    if (body === null) return 413;
    const update = parseUpdate(body);
    if (update === null) return 400;
    return intake.accept([update]) ? 200 : 503;
  }

  const onRequest: RequestListener = (request, response) => {
    answer(request).then(
      (status) => {
        if (status !== 200) logger.debug({ status }, "a webhook request was refused");
        // What was not read of a refused body must not be taken for the next request.
        const headers = status === 200 ? {} : { connection: "close" };
        response.writeHead(status, headers).end(() => status === 200 || request.destroy());
      },
      () => response.destroy(),
    );
  };

  const server = await listen(onRequest, { host, port, setting: "WEBHOOK_PORT" });

  const register = () =>
    untilReached(
      () =>
        api.setWebhook(url, {
          secret_token: secret,
          allowed_updates: [...ALLOWED_UPDATES],
        }),
      signal,
      (error, nextTryInMs) =>
        logger.warn({ error: errorFacts(error), nextTryInMs }, "the webhook cannot be set"),
    );

  /** Somebody else's start may have taken the webhook away. */
  async function check(): Promise<void> {
    const info = await api.getWebhookInfo();
    if (info.url === url) return health.heard();
    logger.warn("the webhook was changed elsewhere; it is set again");
    await register();
  }

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await sleep(CHECK_EVERY_MS, undefined, { signal, ref: false });
      await check().catch((error) => {
        const facts = errorFacts(error);
        health.failed(facts.description ?? facts.name);
        logger.warn({ error: facts }, "Telegram cannot be asked for the webhook");
      });
    }
  }

  try {
    await register();
  } catch (error) {
    await server.close();
    throw error;
  }
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  watch().catch(() => null);
  return {
    ended,
    async stop(graceMs) {
      stopping.abort();
      await server.close();
      await intake.drain(graceMs);
      end();
    },
  };
}

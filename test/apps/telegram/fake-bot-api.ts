import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chat, Document, Message, Update, User } from "grammy/types";
import { BOT, entitiesOf, FakeChats, privateChat, user } from "./fake-chats.ts";
import { ApiError, callMethod, type Params, type UploadedFile } from "./fake-methods.ts";

export const TOKEN = "4242:fake-token";

/** A call of the bot, with what it was answered. */
export interface Call {
  /** Which of the server's calls it is, polls included; the response says it in its header `x-call`. */
  readonly number: number;
  readonly method: string;
  readonly params: Params;
  /** `performance.now()` at which it came in. */
  readonly atMs: number;
  /** HTTP status; 0 where the connection was dropped. */
  status: number;
  result?: unknown;
  description?: string;
}

/** What goes wrong with a call. */
export type Failure =
  | {
      readonly kind: "refuse";
      readonly code: number;
      readonly description: string;
      readonly parameters?: Readonly<Record<string, unknown>>;
    }
  /** The connection ends without a response, before or after the call is carried out. */
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  /** The call is carried out `ms` later. */
  | { readonly kind: "slow"; readonly ms: number }
  /** A page of a proxy instead of JSON. */
  | { readonly kind: "garbage" }
  /** The connection stays open and nothing ever comes, from the start or after half of the response. */
  | { readonly kind: "hang"; readonly after: "request" | "half" }
  /** The call is carried out, and the connection ends in the midst of the response. */
  | { readonly kind: "cut" };

interface Injected {
  readonly method: string;
  readonly failure: Failure;
  readonly where: (params: Params) => boolean;
  left: number;
}

interface Poll {
  readonly resolve: () => void;
  conflicted: boolean;
}

/** Only what never comes takes that long, on however busy a machine. */
const WAIT_MS = 60_000;

/**
 * A Bot API server for tests, over HTTP: long polling with confirmation by offset, messages with
 * Telegram's limits and formatting rules, injectable failures, a record of every call.
 */
export class FakeBotApi {
  readonly token = TOKEN;
  readonly chats = new FakeChats();
  /** Every call but getUpdates, in order. */
  readonly calls: Call[] = [];
  /** Every getUpdates call, in order. */
  readonly polls: Call[] = [];
  /** Updates that are not confirmed yet. */
  pending: Update[] = [];
  /** Where updates are to be delivered instead of being fetched; tests deliver them themselves. */
  webhook: { readonly url: string; readonly secret: string } | null = null;
  /** How far the server's clock is ahead of this machine's. */
  clockAheadMs = 0;
  /** Serves downloads instead of the server itself, where something is to go wrong. */
  onDownload: ((response: ServerResponse) => void) | null = null;
  /** Files that users have sent, by id. */
  readonly #files = new Map<string, { readonly path: string; readonly content: Uint8Array }>();
  readonly #server: Server;
  readonly #injected: Injected[] = [];
  readonly #listeners: ((call: Call) => void)[] = [];
  /** Conditions that are waited for. */
  readonly #waiting = new Set<() => void>();
  #allowed: readonly string[] | null = null;
  #poll: Poll | null = null;
  #nextUpdateId = 1000;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Starts a server on a free port of this machine. */
  static async start(): Promise<FakeBotApi> {
    // A busy machine must not let connections go stale between two calls.
    const server = createServer({ keepAliveTimeout: 120_000 });
    const api = new FakeBotApi(server);
    server.on("request", (request, response) => {
      api.#serve(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Lets the next `times` calls of a method fail (`*`: of any method but getUpdates). */
  fail(
    method: string,
    failure: Failure,
    { times = 1, where = () => true }: { times?: number; where?: (params: Params) => boolean } = {},
  ): void {
    this.#injected.push({ method, failure, where, left: times });
  }

  /** Delivers an update to the bot; kinds that the bot did not ask for are not kept, as in reality. */
  push(content: Omit<Update, "update_id">): Update {
    const update: Update = { update_id: this.#nextUpdateId++, ...content };
    const kind = Object.keys(content)[0]!;
    if (this.#allowed === null || this.#allowed.includes(kind)) {
      this.pending.push(update);
      this.#poll?.resolve();
    }
    return update;
  }

  /** Delivers an update as it is, of whatever kind. */
  deliver(content: Omit<Update, "update_id">): Update {
    const update: Update = { update_id: this.#nextUpdateId++, ...content };
    this.pending.push(update);
    this.#poll?.resolve();
    return update;
  }

  /** A user writes; by default in the private chat. */
  say(
    content: string | Partial<Message>,
    { from = user(1), chat = privateChat(from) }: { from?: User; chat?: Chat } = {},
  ): Message {
    const fields = typeof content === "string" ? { text: content } : content;
    const message = this.chats.addFromUser(from, chat, fields);
    this.push({ message: message as NonNullable<Update["message"]> });
    return message;
  }

  /** A user edits a message. */
  edit(message: Message, content: Partial<Message>): void {
    const { text } = content;
    const entities = text === undefined ? {} : { entities: entitiesOf(text) };
    const edited = { ...message, ...entities, ...content, edit_date: this.chats.now() } as Message;
    this.chats.replace(edited);
    this.push({ edited_message: edited as NonNullable<Update["edited_message"]> });
  }

  /** A file that a user sends: goes into a message. `size` is what Telegram says of it. */
  file(fileName: string, content: string | Uint8Array, more: Partial<Document> = {}): Document {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    const id = `file-${this.#files.size + 1}`;
    this.#files.set(id, { path: `documents/${id} ${fileName}`, content: bytes });
    const file_size = bytes.length;
    return { file_id: id, file_unique_id: id, file_name: fileName, file_size, ...more };
  }

  /** A user presses a button. @returns The id of the callback query. */
  press(message: Message, data: string, from: User = user(1)): string {
    const query = this.chats.query(from, message, data);
    this.push({ callback_query: query });
    return query.id;
  }

  /** A user types behind the bot's name in some chat. @returns The id of the inline query. */
  ask(query: string, { from = user(1), offset = "" } = {}): string {
    const id = this.chats.openQuery();
    this.push({ inline_query: { id, from, query, offset } });
    return id;
  }

  /** Calls of a method that were carried out. */
  done(method: string): Call[] {
    return this.calls.filter((call) => call.method === method && call.status === 200);
  }

  /** Messages that the bot sent, in order, as they were sent. */
  sent(): Message[] {
    return this.done("sendMessage").map((call) => call.result as Message);
  }

  /** Waits until at least `count` calls that fit are there. @throws After `timeoutMs`. */
  async waitFor(
    method: string,
    { count = 1, where = () => true, timeoutMs = WAIT_MS }: WaitOptions = {},
  ): Promise<Call[]> {
    const fitting = () =>
      this.calls.filter((c) => c.method === method && c.status === 200 && where(c));
    await this.#until(
      () => fitting().length >= count,
      timeoutMs,
      () => {
        const seen = this.calls.map((c) => `${c.method} ${c.status}`).join(", ");
        return `${fitting().length} of ${count} calls of ${method}; seen: ${seen}`;
      },
    );
    return fitting();
  }

  /** Waits for the `count`th message of the bot and returns it. */
  async reply(count = 1, timeoutMs = WAIT_MS): Promise<Message> {
    const calls = await this.waitFor("sendMessage", { count, timeoutMs });
    return calls[count - 1]!.result as Message;
  }

  /** Waits until the bot has confirmed every update. */
  async confirmed(timeoutMs = WAIT_MS): Promise<void> {
    await this.#until(
      () => this.pending.length === 0,
      timeoutMs,
      () => `${this.pending.length} updates not confirmed`,
    );
  }

  async #until(met: () => boolean, timeoutMs: number, problem: () => string): Promise<void> {
    if (met()) return;
    let check = () => {};
    const happened = new Promise<void>((resolve) => {
      check = () => met() && resolve();
      this.#waiting.add(check);
    });
    const timer = new AbortController();
    const expired = sleep(timeoutMs, true, { signal: timer.signal }).catch(() => false);
    const failed = await Promise.race([happened, expired]);
    timer.abort();
    this.#waiting.delete(check);
    if (failed === true) throw new Error(`not within ${timeoutMs} ms: ${problem()}`);
  }

  /** Calls `listener` with every call, once it is answered. */
  onCall(listener: (call: Call) => void): void {
    this.#listeners.push(listener);
  }

  #download(url: string, response: ServerResponse): void {
    const path = decodeURIComponent(url.slice(`/file/bot${this.token}/`.length));
    const file = [...this.#files.values()].find((one) => one.path === path);
    if (this.onDownload !== null) this.onDownload(response);
    else response.writeHead(file === undefined ? 404 : 200).end(file?.content);
  }

  #getFile(id: string): object {
    const file = this.#files.get(id);
    if (file === undefined) {
      throw new ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    }
    const { path, content } = file;
    if (content.length > 20 * 1024 * 1024) throw new ApiError(400, "Bad Request: file is too big");
    return { file_id: id, file_unique_id: id, file_size: content.length, file_path: path };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith(`/file/bot${this.token}/`)) {
      return this.#download(request.url, response);
    }
    const [, token, method] = /^\/bot([^/]+)\/(?:test\/)?(\w+)/u.exec(request.url ?? "") ?? [];
    const params = await readParams(request);
    if (request.method === "HEAD") {
      // The server's clock, which a bot may look at.
      response.setHeader("date", new Date(Date.now() + this.clockAheadMs).toUTCString());
      response.writeHead(302).end();
      return;
    }
    const number = this.calls.length + this.polls.length;
    const call: Call = { number, method: method ?? "", params, atMs: performance.now(), status: 0 };
    response.setHeader("x-call", number);
    (method === "getUpdates" ? this.polls : this.calls).push(call);
    const gone = new Promise<void>((resolve) => response.once("close", resolve));
    const failure = this.#takeFailure(call);
    if (failure?.kind === "slow") await sleep(failure.ms);
    if (failure?.kind === "drop" && failure.when === "before") {
      request.socket.destroy();
    } else if (failure?.kind === "hang" && failure.after === "request") {
      await gone;
    } else if (failure?.kind === "garbage") {
      call.status = 502;
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad Gateway</h1>");
    } else {
      try {
        if (failure?.kind === "refuse") {
          throw new ApiError(failure.code, failure.description, failure.parameters);
        }
        if (token !== this.token) throw new ApiError(401, "Unauthorized");
        call.result = await this.#answer(method ?? "", params, gone);
        if (failure?.kind === "drop") request.socket.destroy();
        else if (failure?.kind === "cut" || failure?.kind === "hang") {
          response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
          response.write('{"ok":true,"res');
          if (failure.kind === "cut") setTimeout(() => request.socket.destroy(), 10);
        } else {
          call.status = 200;
          respond(response, 200, { ok: true, result: call.result });
        }
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        call.status = error.code;
        call.description = error.message;
        const { code: error_code, message: description, parameters } = error;
        respond(response, error.code, { ok: false, error_code, description, parameters });
      }
    }
    for (const listener of this.#listeners) listener(call);
    this.#changed();
  }

  #changed(): void {
    for (const check of this.#waiting) check();
  }

  #takeFailure(call: Call): Failure | undefined {
    const injected = this.#injected.find(
      ({ method, where, left }) =>
        left > 0 &&
        (method === call.method || (method === "*" && call.method !== "getUpdates")) &&
        where(call.params),
    );
    if (injected !== undefined) injected.left--;
    return injected?.failure;
  }

  async #answer(method: string, params: Params, gone: Promise<void>): Promise<unknown> {
    if (method === "getMe") return BOT;
    if (method === "getFile") return this.#getFile(String(params.file_id));
    if (method === "getUpdates") {
      if (this.webhook !== null) {
        throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active");
      }
      return await this.#getUpdates(params, gone);
    }
    if (method === "setWebhook" || method === "deleteWebhook") {
      const url = String(params.url ?? "");
      this.webhook = url === "" ? null : { url, secret: String(params.secret_token ?? "") };
      return true;
    }
    if (method === "getWebhookInfo") {
      const pending_update_count = this.pending.length;
      return { url: this.webhook?.url ?? "", has_custom_certificate: false, pending_update_count };
    }
    return callMethod(this.chats, method, params);
  }

  /** Long polling: an offset confirms what lies below it; a second poll ends the first one (409). */
  async #getUpdates(params: Params, gone: Promise<void>): Promise<Update[]> {
    const offset = Number(params.offset ?? 0);
    const limit = Number(params.limit ?? 100);
    if (Array.isArray(params.allowed_updates)) this.#allowed = params.allowed_updates;
    if (this.#poll !== null) {
      this.#poll.conflicted = true;
      this.#poll.resolve();
    }
    if (offset > 0) this.pending = this.pending.filter((update) => update.update_id >= offset);
    this.#changed();
    if (this.pending.length === 0 && Number(params.timeout ?? 0) > 0) {
      const timer = new AbortController();
      const waiting = new Promise<void>((resolve) => {
        this.#poll = { resolve, conflicted: false };
      });
      const poll = this.#poll as Poll | null;
      const expired = sleep(Number(params.timeout) * 1000, undefined, { signal: timer.signal });
      await Promise.race([waiting, gone, expired.catch(() => null)]);
      timer.abort();
      if (this.#poll === poll) this.#poll = null;
      if (poll?.conflicted) {
        throw new ApiError(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        );
      }
    }
    return this.pending.slice(0, limit);
  }
}

export interface WaitOptions {
  readonly count?: number;
  readonly where?: (call: Call) => boolean;
  readonly timeoutMs?: number;
}

async function readParams(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(body, type);
  return body.length === 0 ? {} : (JSON.parse(body.toString("utf8")) as Params);
}

/**
 * A form with files: a parameter `attach://NAME` is given as the file of that name. The platform's own
 * parser refuses grammY's file names, which stand without quotes; Telegram takes them.
 */
function readForm(body: Buffer, type: string): Params {
  const boundary = `--${/boundary=(.+)$/u.exec(type)![1]}`;
  const files = new Map<string, UploadedFile>();
  const fields: Record<string, unknown> = {};
  for (const part of body.toString("latin1").split(boundary).slice(1, -1)) {
    const at = part.indexOf("\r\n\r\n");
    const content = Buffer.from(part.slice(at + 4, -2), "latin1");
    const [, name] = /;\s*name="([^"]+)"/u.exec(part)!;
    const fileName = /;\s*filename="?([^"\r\n]+)/u.exec(part.slice(0, at))?.[1];
    if (fileName !== undefined) files.set(name!, { fileName, content });
    else {
      const text = content.toString("utf8");
      fields[name!] = /^[[{]/u.test(text) ? JSON.parse(text) : text;
    }
  }
  for (const [name, value] of Object.entries(fields)) {
    const attached = /^attach:\/\/(.+)$/u.exec(String(value))?.[1];
    if (attached !== undefined) fields[name] = files.get(attached);
  }
  return fields;
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

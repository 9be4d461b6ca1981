import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What a model is asked over HTTP. */
export interface ModelCall {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly model: string;
  readonly stream: boolean;
  readonly body: Readonly<Record<string, unknown>>;
  readonly system: string;
  readonly user: string;
  /** `performance.now()` at which it came in. */
  readonly atMs: number;
}

/** What it answers. */
export type ModelReply =
  /** A well-formed answer; streamed token by token where that is asked for, unless `stream` is false. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly stream?: boolean;
      readonly finish?: string;
    }
  /** Begins to stream a text and ends without a last part, or with the connection. */
  | { readonly kind: "half"; readonly text: string; readonly drop?: boolean }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  | { readonly kind: "raw"; readonly type: string; readonly body: string }
  /** The connection stays open and nothing comes. */
  | { readonly kind: "hang" }
  | { readonly kind: "drop" }
  | { readonly kind: "after"; readonly ms: number; readonly reply: ModelReply };

/** A passage as a model is given it. */
export interface GivenPassage {
  readonly n: number;
  readonly head: string;
  readonly text: string;
}

/** The part of a prompt that stands in an element; empty where there is none. */
export const partOf = (prompt: string, name: string): string =>
  new RegExp(`<${name}>\\n([\\s\\S]*?)\\n</${name}>`, "u").exec(prompt)?.[1] ?? "";

/** The numbered passages of a prompt. */
export function passagesIn(prompt: string): GivenPassage[] {
  const given = partOf(prompt, "passages").split(/(?:^|\n\n)(?=\[\d+\] )/u);
  return given.flatMap((one) => {
    const found = /^\[(\d+)\] ([^\n]*)\n([\s\S]*)$/u.exec(one);
    return found === null ? [] : [{ n: Number(found[1]), head: found[2]!, text: found[3]! }];
  });
}

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

/** What an honest model may write: of each of the first passages the sentence that is nearest to the question. */
export function honest(prompt: string, sentences = 2): string {
  const asked = words(partOf(prompt, "question"));
  const shared = (text: string) => [...words(text)].filter((word) => asked.has(word)).length;
  return passagesIn(prompt)
    .slice(0, sentences)
    .map(({ n, text }) => {
      const all = text.split(/(?<=[.!?])\s|\n/u);
      const nearest = all.toSorted((a, b) => shared(b) - shared(a))[0]!;
      return `${nearest.replace(/[.!?]$/u, "")} [${n}].`;
    })
    .join(" ");
}

/**
 * An OpenAI-compatible API on this machine, at a real port, whose replies a test chooses.
 */
export class FakeModel {
  readonly #server: Server;
  /** In order. */
  readonly calls: ModelCall[] = [];
  /** Calls whose connection ended before they were answered. */
  aborted = 0;
  underWay = 0;
  /** Most calls at the same time. */
  most = 0;
  respond: (call: ModelCall) => ModelReply | Promise<ModelReply> = ({ user }) => ({
    kind: "text",
    text: honest(user),
  });

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(port = 0): Promise<FakeModel> {
    const server = createServer((request, response) => void model.#serve(request, response));
    const model = new FakeModel(server);
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    return model;
  }

  /** Base address, as `WRITER_URL`. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("error", () => {});
    let text = "";
    request.setEncoding("utf8");
    for await (const piece of request) text += piece;
    const body = JSON.parse(text || "{}") as Record<string, unknown>;
    const messages = (body.messages ?? []) as { role: string; content: string }[];
    const said = (role: string) => messages.find((one) => one.role === role)?.content ?? "";
    const call: ModelCall = {
      path: request.url ?? "",
      headers: request.headers,
      model: String(body.model),
      stream: body.stream === true,
      body,
      system: said("system"),
      user: said("user"),
      atMs: performance.now(),
    };
    this.calls.push(call);
    this.most = Math.max(this.most, ++this.underWay);
    response.on("close", () => {
      this.underWay--;
      if (!response.writableFinished) this.aborted++;
    });
    await this.#reply(await this.respond(call), call, response);
  }

  async #reply(reply: ModelReply, call: ModelCall, response: ServerResponse): Promise<void> {
    switch (reply.kind) {
      case "after":
        await sleep(reply.ms);
        return this.#reply(reply.reply, call, response);
      case "hang":
        return;
      case "drop":
        return void response.destroy();
      case "status":
        response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
        return void response.end(JSON.stringify(reply.body ?? { error: { message: "no" } }));
      case "raw":
        response.writeHead(200, { "content-type": reply.type });
        return void response.end(reply.body);
      case "half":
        await stream(response, reply.text, null);
        return void (reply.drop ? response.destroy() : response.end());
      case "text":
        if (call.stream && reply.stream !== false) {
          await stream(response, reply.text, reply.finish ?? "stop");
          return void response.end("data: [DONE]\n\n");
        }
        response.writeHead(200, { "content-type": "application/json" });
        response.end(
          JSON.stringify({
            object: "chat.completion",
            choices: [
              {
                index: 0,
                message: { role: "assistant", content: reply.text },
                finish_reason: reply.finish ?? "stop",
              },
            ],
          }),
        );
    }
  }
}

/** Streams a text in small pieces. @param finish Null: the last part does not come. */
async function stream(response: ServerResponse, text: string, finish: string | null) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const part = (delta: object, finish_reason: string | null) =>
    `data: ${JSON.stringify({ object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  response.write(part({ role: "assistant", content: "" }, null));
  for (const piece of text.match(/[\s\S]{1,40}/gu) ?? []) {
    if (response.destroyed) return;
    // Small enough to wait in memory for a reader that is slow.
    response.write(part({ content: piece }, null));
  }
  if (finish !== null) response.write(part({}, finish));
}

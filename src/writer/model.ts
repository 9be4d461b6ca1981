import type { CircuitState } from "cockatiel";
import { z } from "../config/index.ts";
import { abortedError, ModelError } from "./outcome.ts";

/** Failures one after another behind which the model is left alone. */
const FAILURES = 5;
/** For how long: doubled each time it fails again when it is tried. */
const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 300_000;
/** For each answer that is being written so many wait. */
const WAITING_PER_SLOT = 4;

/** Whether the model is asked: `open` while it is left alone, `half-open` while it is tried. */
export type WriterState = "closed" | "open" | "half-open";

/** Lets calls through to the model: a few at once, none while it keeps failing. */
export interface Gate {
  readonly state: WriterState;
  /** @throws {ModelError} Of the call; `busy` or `open-circuit` where it was not made. */
  run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

interface GateOptions {
  readonly atOnce: number;
  /** Told when the model is left alone, and when it is asked again. */
  readonly onChange: (state: WriterState) => void;
  /** Part of the usual pauses; less than 1 for tests. */
  readonly pauseScale?: number;
}

export async function createGate({ atOnce, onChange, pauseScale = 1 }: GateOptions): Promise<Gate> {
  const cockatiel = await import("cockatiel");
  const { bulkhead, circuitBreaker, handleWhen, ConsecutiveBreaker, DelegateBackoff } = cockatiel;
  const names: Partial<Record<CircuitState, WriterState>> = {
    [cockatiel.CircuitState.Open]: "open",
    [cockatiel.CircuitState.HalfOpen]: "half-open",
  };
  const pause = new DelegateBackoff<{ attempt: number; result: { error?: Error } }>(
    ({ attempt, result }) => {
      const { error } = result;
      const asked = error instanceof ModelError ? error.retryAfterMs : 0;
      const own = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), MAX_PAUSE_MS);
      return Math.max(own, asked) * pauseScale;
    },
  );
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ModelError && error.isFailure),
    { halfOpenAfter: pause as never, breaker: new ConsecutiveBreaker(FAILURES) },
  );
  const slots = bulkhead(atOnce, atOnce * WAITING_PER_SLOT);
  const stateNow = (): WriterState => names[breaker.state] ?? "closed";
  breaker.onStateChange(() => onChange(stateNow()));
  return {
    get state() {
      return stateNow();
    },
    async run(call, signal) {
      try {
        return await slots.execute(() => breaker.execute(call), signal);
      } catch (error) {
        if (cockatiel.isBulkheadRejectedError(error as Error))
          throw new ModelError("busy", "as many answers are being written as may be");
        if (cockatiel.isBrokenCircuitError(error as Error))
          throw new ModelError("open-circuit", "it is left alone for a while after failures");
        throw error;
      }
    },
  };
}

/** More than five sentences with their numbers take in any encoding of them, streamed token by token. */
const MAX_BYTES = 1_000_000;

/**
 * `fetch` for the model's API: redirects are not followed, because the key goes to the address that the operator
 * names and to no other, and a reply ends where it is longer than any answer.
 */
const limitedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (response.body === null) return response;
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.byteLength;
      if (bytes > MAX_BYTES)
        controller.error(new ModelError("too-long", `the reply is longer than ${MAX_BYTES} bytes`));
      else controller.enqueue(piece);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
};

/** A model behind an OpenAI-compatible API. */
export interface ModelSettings {
  /** Base address, such as `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | null;
  readonly maxTokens: number;
}

/** What is asked: instructions of ours, then what they work on. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** Asks the model once. @returns Its text. @throws {ModelError} */
export type AskModel = (prompt: Prompt, signal: AbortSignal) => Promise<string>;

/** More characters than five sentences with names and offices take; what is longer is no such answer. */
const MAX_CHARS = 20_000;

const PART = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: z.string().nullish() }).nullish(),
      message: z.object({ content: z.string().nullish() }).nullish(),
      finish_reason: z.string().nullish(),
    }),
  ),
});

/** What of a reply counts. */
interface Reply {
  readonly text: string;
  readonly finish: string | null;
}

/** Settings that some models refuse by name; what one refused is left out from then on. */
type Refusable = "temperature" | "max_tokens";

/**
 * The one door to the client library, which is loaded at the first call.
 *
 * @example const ask = modelAt({ url: "http://localhost:11434/v1", model: "qwen2.5:7b", apiKey: null, maxTokens: 800 });
 */
export function modelAt({ url, model, apiKey, maxTokens }: ModelSettings): AskModel {
  const library = import("openai");
  // Whoever asks is told; until then it is no fault of the process.
  library.catch(() => null);
  const refused = new Set<Refusable>();

  async function ask(prompt: Prompt, signal: AbortSignal): Promise<Reply> {
    const { OpenAI } = await library;
    const client = new OpenAI({
      baseURL: url,
      // The library insists on one; local servers want none.
      apiKey: apiKey ?? "none",
      organization: null,
      project: null,
      maxRetries: 0,
      fetch: limitedFetch,
      logLevel: "off",
    });
    const response = await client.chat.completions
      .create(
        {
          model,
          messages: [
            { role: "system", content: prompt.system },
            { role: "user", content: prompt.user },
          ],
          // A long answer is given up while it comes, and the server stops working on it.
          stream: true,
          ...(!refused.has("temperature") && { temperature: 0 }),
          ...(refused.has("max_tokens")
            ? { max_completion_tokens: maxTokens }
            : { max_tokens: maxTokens }),
        },
        { signal },
      )
      .asResponse();
    const isStream = /event-stream/iu.test(response.headers.get("content-type") ?? "");
    return isStream ? await streamed(response, client) : await whole(response);
  }

  return async (prompt, signal) => {
    for (;;) {
      try {
        return textOf(await ask(prompt, signal));
      } catch (error) {
        const name = refusedSetting(error);
        if (name === null || refused.has(name)) throw await asModelError(error, signal);
        refused.add(name);
      }
    }
  };
}

async function streamed(response: Response, client: unknown): Promise<Reply> {
  const { Stream } = await import("openai/streaming");
  let text = "";
  let finish: string | null = null;
  const stop = new AbortController();
  const parts = Stream.fromSSEResponse<unknown>(response, stop, client as never);
  for await (const part of parts) {
    const [choice] = PART.parse(part).choices;
    text += choice?.delta?.content ?? choice?.message?.content ?? "";
    finish = choice?.finish_reason ?? finish;
    if (text.length > MAX_CHARS)
      throw new ModelError("too-long", `the answer is longer than ${MAX_CHARS} characters`);
  }
  if (finish === null) throw new ModelError("malformed", "the answer was cut off");
  return { text, finish };
}

async function whole(response: Response): Promise<Reply> {
  const [choice] = PART.parse(await response.json()).choices;
  const text = choice?.message?.content ?? "";
  if (text.length > MAX_CHARS)
    throw new ModelError("too-long", `the answer is longer than ${MAX_CHARS} characters`);
  return { text, finish: choice?.finish_reason ?? null };
}

/** What a model thinks aloud before it answers. */
const THOUGHT = "</think>";

/** The answer without the model's thoughts; of one that was cut at the token limit the whole sentences. */
function textOf({ text, finish }: Reply): string {
  const said = text.slice(
    text.lastIndexOf(THOUGHT) + 1 && text.lastIndexOf(THOUGHT) + THOUGHT.length,
  );
  if (finish === "content_filter") return "";
  if (finish !== "length") return said.startsWith("<think>") ? "" : said.trim();
  const end = Math.max(
    ...[".", "!", "?", "。", "！", "？", "]"].map((mark) => said.lastIndexOf(mark)),
  );
  const whole = said.startsWith("<think>") ? "" : said.slice(0, end + 1).trim();
  if (whole === "")
    throw new ModelError("malformed", "it came to no sentence within WRITER_MAX_TOKENS");
  return whole;
}

function refusedSetting(error: unknown): Refusable | null {
  const { status, message = "" } = error as { status?: number; message?: string };
  if (status !== 400) return null;
  if (message.includes("max_tokens")) return "max_tokens";
  return message.includes("temperature") ? "temperature" : null;
}

/** Milliseconds of a `retry-after` header, at most ten minutes. */
function retryAfterMs(headers: Headers | undefined): number {
  const seconds = Number(headers?.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 600) * 1000 : 0;
}

/** What failed, by who failed. Texts of the API stay out: they may repeat what was sent. */
async function asModelError(error: unknown, signal: AbortSignal): Promise<ModelError> {
  const own = [error, (error as Error).cause].find((one) => one instanceof ModelError);
  if (own !== undefined) return own as ModelError;
  if (signal.aborted) return abortedError(signal);
  const { APIConnectionError, APIError } = await import("openai");
  if (error instanceof APIConnectionError) {
    const code = codeOf(error);
    return new ModelError("down", `it is not reached${code === null ? "" : ` (${code})`}`);
  }
  if (error instanceof APIError) {
    const { status = null } = error;
    if (status === null) return new ModelError("down", "it reported a fault of its own");
    const outcome = status === 429 ? "limited" : status >= 500 ? "down" : "rejected";
    const after = retryAfterMs(error.headers);
    return new ModelError(outcome, `it answered with status ${status}`, {
      status,
      retryAfterMs: after,
    });
  }
  // The connection ended in the midst of the reply.
  if (error instanceof TypeError) return new ModelError("malformed", "the answer was cut off");
  return new ModelError("malformed", "its reply is no answer of an OpenAI-compatible API");
}

/** The system's name of a failed connection, such as ECONNREFUSED. */
function codeOf(error: Error): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === "string") return code;
  }
  return null;
}

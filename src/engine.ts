import type { Answer, Language } from "./answer/answer.ts";

/** One row of the source list. */
export interface SourceRow {
  readonly articleId: string;
  readonly title: string;
  readonly source: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
}

/** State of the index for `/status` and `status`. */
export interface EngineStatus {
  readonly articles: number;
  readonly briefs: number;
  readonly chunks: number;
  readonly model: string;
  readonly dimension: number;
  /** ISO 8601 time at which the present index was built. */
  readonly builtAt: string;
}

/** The question-answering engine: what the terminal, the command line and Telegram talk to. */
export interface Engine {
  /** Answers a question; an empty or unreadable one gives a refusal, never a throw. */
  ask(
    question: string,
    options?: { readonly k?: number; readonly language?: Language },
  ): Promise<Answer>;
  /** Articles (not briefs), newest first, unknown dates last. `offset` and `limit` count rows. */
  sources(
    offset: number,
    limit: number,
  ): { readonly total: number; readonly rows: readonly SourceRow[] };
  status(): EngineStatus;
  /** Switches to the newest index generation if another one is current. Questions under way finish on the old one. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

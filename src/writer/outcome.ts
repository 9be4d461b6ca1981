import type { Answer, Language, WishKind } from "../model/index.ts";

/** What the writer is to write; every text in it was shown, or may be. */
export interface WriterTask {
  /** `answer`: what was asked, in a few sentences. The others were wished for in words. */
  readonly kind: "answer" | WishKind;
  /** The question as it was understood. */
  readonly question: string;
  /** The language to write in. */
  readonly language: Language;
  /** The quoted answer, which stays where nothing is written; of a translation what is to be translated. */
  readonly answer: Answer;
  /** The exchange before, where the question follows it up. */
  readonly previous: { readonly question: string; readonly answer: string } | null;
}

/** How asking the model ended; stable keys for logs, `/metrics` and `ask --json`. */
const WRITER_OUTCOMES = [
  /** Nothing may replace what was answered: a refusal, a correction, a list or count of the register, talk. */
  "not-asked",
  /** Its sentences replaced the quoted answer. */
  "written",
  /** It says that the passages do not answer, or wrote nothing. */
  "refused",
  /** What the check left no longer answers. */
  "failed-check",
  /** It took longer than `WRITER_TIMEOUT_MS`. */
  "slow",
  /** It was not reached, or has a fault of its own. */
  "down",
  /** It asks for fewer calls (429). */
  "limited",
  /** It does not take the call: another key, model or address is needed. */
  "rejected",
  /** What came is no answer of such an API, or only a part of one. */
  "malformed",
  /** More came than any answer needs. */
  "too-long",
  /** As many are being written, and wait, as may be. */
  "busy",
  /** After repeated failures it is left alone for a while. */
  "open-circuit",
  /** The question was edited, voted on or forgotten meanwhile, or the program stops. */
  "cancelled",
] as const;
export type WriterOutcome = (typeof WRITER_OUTCOMES)[number];

/** Outcomes by which the model counts as failing. */
const FAILURES: ReadonlySet<WriterOutcome> = new Set([
  "slow",
  "down",
  "limited",
  "rejected",
  "malformed",
  "too-long",
]);

/** A call that gave no text. The message holds nothing of what was sent, and of the reply its status alone. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  /** HTTP status, where one came. */
  readonly status: number | null;
  /** Milliseconds after which the API wants to be asked again; 0: it says nothing. */
  readonly retryAfterMs: number;

  constructor(
    readonly outcome: WriterOutcome,
    message: string,
    { status = null as number | null, retryAfterMs = 0 } = {},
  ) {
    super(message);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether it speaks against asking again at once. */
  get isFailure(): boolean {
    return FAILURES.has(this.outcome);
  }
}

/** Why a call that was given up ended: its deadline, or somebody who does not want it any more. */
export const abortedError = ({ reason }: AbortSignal): ModelError =>
  (reason as Error | undefined)?.name === "TimeoutError"
    ? new ModelError("slow", "it took too long")
    : new ModelError("cancelled", "it was not waited for");

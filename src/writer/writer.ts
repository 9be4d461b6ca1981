import type { ArticleLookup } from "../answers/passages/index.ts";
import { checkWritten } from "../answers/written/index.ts";
import type {
  Answer,
  Article,
  CheckedAnswer,
  CheckedSentence,
  Register,
  WriterPassage,
} from "../model/index.ts";
import {
  type AskModel,
  createGate,
  type Gate,
  type ModelSettings,
  modelAt,
  type WriterState,
} from "./model.ts";
import { abortedError, ModelError, type WriterOutcome, type WriterTask } from "./outcome.ts";
import { passagesFor } from "./passages.ts";
import {
  answeringPlaces,
  NO_ANSWER,
  overlap,
  placesOf,
  promptFor,
  supportOf,
  writtenAnswer,
} from "./prompt.ts";

/**
 * Whether what the check kept may take the place of the quoted answer. That each sentence is true does not make it one:
 * the sentence that answers in the quoted answer must be among those that support what is kept, and of a comparison
 * both articles must.
 */
function answersIt(
  task: WriterTask,
  { answers, sentences }: CheckedAnswer,
  passages: readonly WriterPassage[],
): boolean {
  const kept = sentences.filter((one) => one.kept);
  if (!answers || kept.length === 0) return false;
  // A sentence without a passage behind it reaches nobody, whatever the verdict on the whole.
  const places = kept.map((one) => placesOf(one, task, passages));
  if (places.some((of) => of.length === 0)) return false;
  const { answer, kind } = task;
  if (kind === "summary") return true;
  if (kind === "comparison") {
    const wanted = answer.wish?.articleIds ?? [];
    return wanted.every((id) => places.flat().some(({ articleId }) => articleId === id));
  }
  const supporting = kept.flatMap((one) => supportOf(one, task, passages));
  return answeringPlaces(answer).some((one) => supporting.some((other) => overlap(one, other)));
}

/** A signal that is aborted after a while, or with another one. */
interface Deadline {
  readonly signal: AbortSignal;
  /** Must be called in the end: it frees whatever still listens, a connection under way too. */
  end(): void;
}

/**
 * Gives a signal that is aborted by a time-out (reason `TimeoutError`), or when `stop` is.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` hold each other weakly: on Node 20 some are collected before they fire, and
 * a call that hangs then hangs for ever.
 */
function deadline(timeoutMs: number, stop?: AbortSignal): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(
    () => controller.abort(new DOMException("it took too long", "TimeoutError")),
    timeoutMs,
  );
  stop?.addEventListener("abort", abort);
  if (stop?.aborted) abort();
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      stop?.removeEventListener("abort", abort);
      controller.abort();
    },
  };
}

export interface WriterSettings extends ModelSettings {
  /** How long an answer may take, its wait for a turn included. */
  readonly timeoutMs: number;
  /** Answers that are asked for at once. */
  readonly atOnce: number;
}

/** What became of a task. */
export interface Written {
  readonly outcome: WriterOutcome;
  /** The answer that replaces the quoted one; null: that one stays. */
  readonly answer: Answer | null;
  /** Every sentence of the model with its verdict; empty where none came. */
  readonly sentences: readonly CheckedSentence[];
  readonly latencyMs: number;
  /** Why nothing came, without a word of the model or the question; null where something did. */
  readonly reason: string | null;
}

/** The articles and records of the index in use. */
export interface WriterSources {
  readonly lookup: ArticleLookup;
  readonly register: Pick<Register, "ofArticle">;
}

/** A language model that writes, and the check that lets through only what the passages hold. */
export interface Writer {
  readonly model: string;
  readonly state: WriterState;
  /**
   * Writes, and checks what was written. Never throws: what went wrong is an outcome.
   *
   * @param signal Aborted where the answer is not wanted any more.
   */
  write(task: WriterTask, sources: WriterSources, signal?: AbortSignal): Promise<Written>;
  /** Asks the model one short question, past the gate. @returns Milliseconds. @throws {ModelError} */
  probe(): Promise<number>;
}

interface WriterOptions {
  readonly settings: WriterSettings;
  /** Told when the model is left alone after failures, and when it is asked again. */
  readonly onChange?: (state: WriterState) => void;
  readonly pauseScale?: number;
}

/** Connects to the model of the settings; nothing is sent before the first task. */
export async function createWriter({
  settings,
  onChange = () => {},
  pauseScale = 1,
}: WriterOptions): Promise<Writer> {
  const ask = modelAt(settings);
  const gate = await createGate({ atOnce: settings.atOnce, onChange, pauseScale });
  return {
    model: settings.model,
    get state() {
      return gate.state;
    },
    write: (task, sources, signal) => write(task, sources, { ask, gate, settings }, signal),
    async probe() {
      const began = performance.now();
      const prompt = { system: "Answer with one word.", user: "Say: ready" };
      const { signal, end } = deadline(settings.timeoutMs);
      const text = await ask(prompt, signal).finally(end);
      if (text === "") throw new ModelError("malformed", "it answered nothing");
      return Math.round(performance.now() - began);
    },
  };
}

interface Parts {
  readonly ask: AskModel;
  readonly gate: Gate;
  readonly settings: WriterSettings;
}

async function write(
  task: WriterTask,
  { lookup: now, register }: WriterSources,
  { ask, gate, settings }: Parts,
  stop?: AbortSignal,
): Promise<Written> {
  const began = performance.now();
  const ended = (outcome: WriterOutcome, more: Partial<Written> = {}): Written => ({
    outcome,
    answer: null,
    sentences: [],
    latencyMs: Math.round(performance.now() - began),
    reason: null,
    ...more,
  });
  // Another index may come into use meanwhile: the ranges are those of the articles as they were sent.
  const articles = new Map<string, Article | null>();
  const lookup = (id: string): Article | null => {
    if (!articles.has(id)) articles.set(id, now(id));
    return articles.get(id) ?? null;
  };
  const passages = passagesFor(task, lookup);
  if (passages.length === 0) return ended("refused", { reason: "there are no passages" });
  const articleIds = [...new Set(passages.map(({ articleId }) => articleId))];
  const visits = articleIds.flatMap((id) => register.ofArticle(id));
  const records = [...new Map(visits.map((visit) => [visit.id, visit])).values()];
  const { signal, end } = deadline(settings.timeoutMs, stop);
  let text: string;
  try {
    const prompt = promptFor(task, passages, records);
    text = await orAborted(
      gate.run(() => ask(prompt, signal), signal),
      signal,
    );
  } catch (error) {
    const { outcome, message } = error instanceof ModelError ? error : unexpected(error);
    return ended(outcome, { reason: message });
  } finally {
    end();
  }
  if (articleIds.some((id) => now(id)?.text !== lookup(id)?.text))
    return ended("cancelled", { reason: "the articles have changed meanwhile" });
  if (text === "" || text.includes(NO_ANSWER)) return ended("refused");
  try {
    const { question, language } = task;
    const checked = checkWritten(text, { question, language, passages, records }, lookup);
    const { sentences } = checked;
    if (checked.declined) return ended("refused", { sentences });
    if (!answersIt(task, checked, passages)) return ended("failed-check", { sentences });
    return ended("written", {
      sentences,
      answer: writtenAnswer(task, checked, passages, lookup),
    });
  } catch (error) {
    // What cannot be checked is not shown.
    return ended("failed-check", { reason: unexpected(error).message });
  }
}

/** What waits for its turn does not notice an abort by itself. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(abortedError(signal));
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
  });
  aborted.catch(() => null);
  work.catch(() => null);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** A fault of ours, or one that the library names otherwise: the quoted answer stays. */
const unexpected = (error: unknown): ModelError =>
  new ModelError(
    "malformed",
    `an unexpected ${error instanceof Error ? error.name : typeof error}`,
  );

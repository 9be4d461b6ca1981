import type { Logger } from "pino";
import type { Config } from "../../config/index.ts";
import type { Engine } from "../../engine.ts";
import type { Answer } from "../../model/index.ts";
import type {
  Writer,
  WriterSources,
  WriterState,
  WriterTask,
  Written,
} from "../../writer/index.ts";

export type { WriterTask };

/**
 * What a writer may write in the place of an answer; null where the quoted answer stays: a refusal, for the check says
 * whether a sentence is true, not whether it is about what was asked; the correction of a premise; what the register
 * lists or counts, for eight passages hold a part of it.
 *
 * @param question As it was understood.
 * @param before The answer that the question follows up, or null.
 */
export function taskFor(
  answer: Answer,
  question: string,
  before: Answer | null,
): WriterTask | null {
  const { answered, isTalk, citations, wish, register, language } = answer;
  if (!answered || isTalk || citations.length === 0) return null;
  const [first] = answer.added ?? [];
  const isCorrected = first?.kind === "note" && first.start === 0;
  if (wish === undefined && (register !== undefined || isCorrected)) return null;
  return {
    kind: wish?.kind ?? "answer",
    question,
    language,
    answer,
    previous: before && { question: before.question, answer: before.answer },
  };
}

/**
 * The writer of the settings; null where none is set. Nothing of it is loaded before.
 *
 * @param onState Told when the model is left alone after failures, and when it is asked again.
 */
export async function openWriter(
  config: Config,
  onState: (state: WriterState) => void = () => {},
): Promise<Writer | null> {
  const { writerUrl: url, writerModel: model, writerApiKey: apiKey } = config;
  if (url === null || model === null) return null;
  const { createWriter } = await import("../../writer/index.ts");
  const { writerMaxTokens: maxTokens, writerTimeoutMs: timeoutMs } = config;
  const atOnce = config.writerConcurrency;
  const settings = { url, model, apiKey, maxTokens, timeoutMs, atOnce };
  return createWriter({ settings, onChange: onState });
}

/** What a writer reads of an engine: the generation that is in use when it begins. */
export function sourcesOf(engine: Pick<Engine, "article" | "register">): WriterSources {
  return {
    lookup: (id) => engine.article(id)?.article ?? null,
    register: engine.register(),
  };
}

/** Sentences that were left out, by reason; empty: none. */
function droppedByReason({ sentences }: Pick<Written, "sentences">): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of sentences)
    if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** Logs how writing ended. @param shown Its text is logged too; null: no word of what was written or asked. */
export function logWritten(written: Written, logger: Logger, shown: Answer | null = null): void {
  const { outcome, latencyMs: ms, reason, sentences } = written;
  const facts = {
    outcome,
    ms,
    sentences: sentences.length,
    dropped: droppedByReason(written),
    ...(reason !== null && { reason }),
    ...(shown !== null && { question: shown.question, answer: shown.answer }),
  };
  logger.info(facts, "the writer has ended");
}

/** What there is nothing to write for, as an outcome. */
const NOTHING_TO_WRITE = { answer: null, sentences: [], latencyMs: 0, reason: null };

/**
 * Has an answer written, and waits for it.
 *
 * @param task Null: there is nothing to write, the quoted answer stays.
 */
export async function writeNow(
  writer: Writer,
  task: WriterTask | null,
  engine: Pick<Engine, "article" | "register">,
): Promise<Written> {
  if (task === null) return { outcome: "not-asked", ...NOTHING_TO_WRITE };
  return writer.write(task, sourcesOf(engine));
}

import type { Answer } from "../../model/index.ts";
import type { WriterTask } from "../../writer/index.ts";

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

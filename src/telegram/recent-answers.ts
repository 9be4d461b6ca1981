import type { Answer } from "../answer/answer.ts";

/** Answers whose buttons still work, by the message that carries the buttons; the oldest go first. */
export class RecentAnswers {
  readonly #maxAnswers: number;
  readonly #answers = new Map<string, Answer>();

  /** @param maxAnswers How many are kept; an answer takes some kilobytes. */
  constructor(maxAnswers = 1000) {
    this.#maxAnswers = maxAnswers;
  }

  remember(chatId: number, messageId: number, answer: Answer): void {
    const key = `${chatId}:${messageId}`;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size > this.#maxAnswers && oldest !== undefined) this.#answers.delete(oldest);
  }

  /** The answer that a message carries, or null; a use keeps it longer. */
  recall(chatId: number, messageId: number): Answer | null {
    const answer = this.#answers.get(`${chatId}:${messageId}`);
    if (answer === undefined) return null;
    this.remember(chatId, messageId, answer);
    return answer;
  }
}

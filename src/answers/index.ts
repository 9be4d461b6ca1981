/**
 * One question on its way to its answer: `answerer.ts` shows it from top to bottom. The rooms below read it, search,
 * and compose; this one decides which of them answers and can explain why.
 */

export { Answerer } from "./answerer.ts";
export type { Contribution, Explanation } from "./explain.ts";
export type { AnswerOptions } from "./options.ts";

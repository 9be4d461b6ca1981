import type { Answer, Language } from "../model/index.ts";
import type { Told } from "./explain.ts";
import type { Question } from "./question/index.ts";
import type { Refine } from "./reading.ts";

export interface AnswerOptions {
  /** Chunks whose sentences are weighed, at least 1. */
  readonly k?: number;
  /** Language of the asker, where it is known; else it is read from the question. */
  readonly language?: Language;
  /** Whether a writer will put the passages of a wish into sentences: then it is not declined. */
  readonly writes?: boolean;
  /** Of the sentences that can answer, those that surely do; by default all may. */
  readonly refine?: Refine;
  /** Articles that alone can answer, by id; by default all may. */
  readonly within?: ReadonlySet<string>;
}

/** Who answers single questions. */
export interface OneAnswerer {
  readonly reads: { question(text: string, language?: Answer["language"]): Question };
  tellOne(text: string, options?: AnswerOptions, question?: Question): Promise<Told>;
}

/** What is wrong with an embedding model: not there, not reachable, damaged, or of a kind we can't run. */
export type EmbeddingModelProblem = "missing" | "unreachable" | "corrupt" | "unsupported";

/** The embedding model can't be had. The message says what happened and what to do, in whole sentences. */
export class EmbeddingModelError extends Error {
  override readonly name = "EmbeddingModelError";
  readonly problem: EmbeddingModelProblem;
  readonly model: string;

  constructor(
    problem: EmbeddingModelProblem,
    model: string,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.problem = problem;
    this.model = model;
  }
}

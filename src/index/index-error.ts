/** The index cannot be built or used; the message says what happened and what to do next. */
export class IndexError extends Error {
  override readonly name = "IndexError";
}

import { setFlagsFromString } from "node:v8";

/** Passages of some thousand articles. */
const LARGE_FROM = 20_000;

/**
 * Bounds by how much of itself the heap may grow between two full collections. By default V8 lets it double, most of it
 * garbage of the start; a bot runs for months beside other programs. What is kept of a large index takes a tenth of a
 * second to look through, and a twentieth of it is a few questions: there collections took a fifth of all time.
 *
 * @param chunks Of the index; 0 before it is open.
 */
export function boundHeap(chunks: number): void {
  setFlagsFromString(`--heap-growing-percent=${chunks < LARGE_FROM ? 5 : 20}`);
}

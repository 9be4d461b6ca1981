/**
 * The writer: an optional language model that puts an answer into sentences of its own. A task and the articles come
 * in; out comes an answer whose every sentence the check found in the passages that it cites, or the reason why there
 * is none. Loaded only where `WRITER_URL` is set. Instructions to the model are in `prompt.ts`, the one door to its
 * API in `model.ts`; what an outcome is called is read by scripts: change it only with an entry in the changelog.
 */

export type { WriterState } from "./model.ts";
export type { WriterOutcome, WriterTask } from "./outcome.ts";
export {
  createWriter,
  type Writer,
  type WriterSettings,
  type WriterSources,
  type Written,
} from "./writer.ts";

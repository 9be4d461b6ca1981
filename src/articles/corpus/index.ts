/**
 * The corpus folder and its changes by admins: proposals, change log, undo. A change is in the log before it is
 * made, so that a crash leaves nothing half done.
 */

export {
  type Actor,
  type LogEntry,
  type LoggedAction,
  openChangeLog,
  withChangeLock,
} from "./change-log.ts";
export { asCorpusError, CorpusError, type CorpusProblem } from "./corpus-error.ts";
export type { Original } from "./corpus-folder.ts";
export { CorpusStore, type UndoOutcome } from "./corpus-store.ts";
export {
  EDIT_FIELDS,
  type EditField,
  type EditProblem,
  type FieldChanges,
  fieldValue,
  isEditable,
  readTypedDate,
  withTypedField,
} from "./edit-article.ts";
export { type Corpus, openCorpus, recoverCorpus } from "./open-corpus.ts";
export {
  type EditedArticle,
  originalOf,
  type Place,
  type Proposal,
  propose,
  standingOf,
} from "./proposals.ts";

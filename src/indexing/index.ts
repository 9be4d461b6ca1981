/**
 * Builds an index from the corpus: reads and embeds what changed, writes a new generation, asks it its check
 * questions and switches; back-up, restore and migrations of the data folder are in `upkeep/`. It stands above
 * answering because the check asks questions. A build never touches the generation in use.
 */

export { builtInChild, ChildReindexer } from "./build-in-child.ts";
export { findsArticle, PINNED_FILE } from "./check-draft.ts";
export { filesLeftOut } from "./corpus-file.ts";
export {
  type EnsureOptions,
  ensureIndex,
  type RefreshOutcome,
  refreshIndex,
} from "./ensure-index.ts";
export { type KeptGeneration, keptGenerations } from "./list-generations.ts";
export { hasPendingChanges } from "./plan.ts";
export { isPublished, mayIndex, publishIndex, takeFromDatabase } from "./publish-index.ts";
export { rollBack } from "./roll-back.ts";
export { selfCheck } from "./self-check.ts";
export { backUp } from "./upkeep/backup.ts";
export { DATA_VERSION, noteDataVersion, readDataVersion } from "./upkeep/migrations.ts";
export { isWhole, mendState, prepareData } from "./upkeep/prepare.ts";
export { restore } from "./upkeep/restore.ts";

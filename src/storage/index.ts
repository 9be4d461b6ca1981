/**
 * SQLite, durable writes, the lock of a folder, and the bot's own store. Paths come in; what is written is on the
 * disk when a call returns.
 */

export {
  checksumFile,
  type DiskProblem,
  diskFull,
  diskProblem,
  IndexError,
  sha256,
  syncToDisk,
  writeFileAtomic,
} from "./durable.ts";
export {
  acquireLock,
  holderPath,
  IndexLockedError,
  type LockHolder,
  lockFile,
  lockHolder,
} from "./lock.ts";
export type { Digest, Readers, Subscription } from "./readers.ts";
export {
  addColumn,
  attachImmutable,
  inTransaction,
  isBusy,
  openImmutable,
  openStore,
  openWritable,
  packJson,
  type Sqlite,
  type SqlRow,
  type SqlValue,
  type Statement,
  unpackJson,
} from "./sqlite.ts";
export {
  type AskedCounts,
  openState,
  REASONS,
  type Reason,
  type Review,
  type State,
} from "./state.ts";

import { constants, copyFileSync, linkSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type Base,
  beginGeneration,
  CHANGES_FILE,
  CHANGES_SCHEMA,
  compareManifest,
  continueNumbers,
  DB_FILE,
  type DraftKind,
  draftDir,
  EXACT_BELOW,
  hasChanges,
  SCHEMA,
} from "../index/index.ts";
import {
  type ChunkOptions,
  chunkFingerprint,
  INGEST_VERSION,
  type IndexCounters,
  REGISTER_READER_VERSION,
} from "../model/index.ts";
import { attachImmutable, openWritable, type Sqlite, writeFileAtomic } from "../storage/index.ts";
import type { BuildOptions } from "./build-options.ts";

/** Says what an unfinished generation was begun with; written when its database is ready for changes. */
const KEY_FILE = "draft.json";

/** How a generation is made: from nothing, in a copy of the base's database, or as changes beside it. */
export type DraftForm =
  | { readonly kind: "empty" }
  /** `base` without the changes that it may have. */
  | { readonly kind: "copy"; readonly base: Base }
  | { readonly kind: "changes"; readonly base: Base };

/** What a draft is begun with. Only one with the same can be gone on with. */
export interface DraftSpec {
  readonly indexDir: string;
  readonly form: DraftForm;
  readonly dimension: number;
  /** Model, settings and program versions that decide what is written. */
  readonly madeWith: readonly string[];
  /** Vectors from which on their graph is built. */
  readonly graphFrom: number;
}

const kindOf = ({ kind }: DraftForm): DraftKind => (kind === "empty" ? "full" : "changes");

export const databaseFile = ({ kind }: DraftForm) => (kind === "changes" ? CHANGES_FILE : DB_FILE);

function keyOf({ form, dimension, madeWith }: DraftSpec): string {
  const base = form.kind === "empty" ? null : [form.base.name, form.base.manifest.files];
  return JSON.stringify({ form: form.kind, base, dimension, schema: SCHEMA, madeWith });
}

/** True where a run that was cancelled or killed has left a draft that this one can go on with. */
export function canResume(spec: DraftSpec): boolean {
  try {
    const key = readFileSync(join(draftDir(spec.indexDir, kindOf(spec.form)), KEY_FILE), "utf8");
    return key === keyOf(spec);
  } catch {
    return false;
  }
}

/** A draft's folder and its database, open for writing. */
interface DraftFiles {
  readonly dir: string;
  readonly db: Sqlite;
  readonly resumed: boolean;
}

/** Opens the draft that an earlier run has left, or begins a new one. */
export function openDraft(spec: DraftSpec): DraftFiles {
  if (canResume(spec)) {
    const dir = draftDir(spec.indexDir, kindOf(spec.form));
    const db = openWhole(dir, spec.form);
    if (db !== null) return { dir, db, resumed: true };
  }
  const dir = beginGeneration(spec.indexDir, kindOf(spec.form));
  try {
    const db = create(dir, spec.form);
    try {
      writeFileAtomic(join(dir, KEY_FILE), keyOf(spec));
      return { dir, db, resumed: false };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    // On a full disk every byte counts.
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

function openDatabaseOf(dir: string, form: DraftForm): Sqlite {
  const db = openWritable(join(dir, databaseFile(form)));
  try {
    // Batches that were committed survive a killed process and a power cut; one fits into the cache (16 MB).
    db.exec(
      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384",
    );
    if (form.kind === "changes") attachImmutable(db, join(form.base.dir, DB_FILE), "base");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The database that a killed run left, or null: whatever is wrong with it, a new one is begun. */
function openWhole(dir: string, form: DraftForm): Sqlite | null {
  let db: Sqlite;
  try {
    db = openDatabaseOf(dir, form);
  } catch {
    return null;
  }
  try {
    if (db.prepare("PRAGMA main.quick_check(1)").get()?.[0] === "ok") return db;
  } catch {
    // Not even that can be told.
  }
  db.close();
  return null;
}

function create(dir: string, form: DraftForm): Sqlite {
  const path = join(dir, databaseFile(form));
  // Where the file system can, a copy shares its blocks with the original.
  const copy = (from: string) => copyFileSync(from, path, constants.COPYFILE_FICLONE);
  if (form.kind === "copy") copy(join(form.base.dir, DB_FILE));
  const continues = form.kind === "changes" && hasChanges(form.base.manifest);
  if (continues) copy(join(form.base.dir, CHANGES_FILE));
  const db = openDatabaseOf(dir, form);
  try {
    // One transaction: else each table is written to the disk by itself.
    if (form.kind === "empty") db.exec(`BEGIN; ${SCHEMA} COMMIT`);
    if (form.kind === "changes" && !continues) {
      db.exec(`BEGIN; ${SCHEMA} ${CHANGES_SCHEMA}`);
      continueNumbers(db);
      db.exec("COMMIT");
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Puts a file of the base into a draft: as a link, or as a copy where the file system has none. */
export function takeOver(base: Pick<Base, "dir">, name: string, dir: string): void {
  // Of a killed run; a copy over a link would write into the base.
  rmSync(join(dir, name), { force: true });
  try {
    linkSync(join(base.dir, name), join(dir, name));
  } catch {
    copyFileSync(join(base.dir, name), join(dir, name), constants.COPYFILE_FICLONE);
  }
}

/** From this many vectors on an index is not copied for a small change; a smaller one is copied in no time. */
const CHANGES_FROM_VECTORS = 5_000;

/** Whether the visits of an index were read by the present reader. */
export function hasCurrentRegister({ manifest }: Base): boolean {
  return manifest.register.readerVersion === REGISTER_READER_VERSION;
}

/** How the next generation is made, before it is known what changed. */
export function draftForm(
  { corpusDir, full, embedder, changesFrom = CHANGES_FROM_VECTORS }: BuildOptions,
  chunkOptions: ChunkOptions,
  base: Base | null,
): DraftForm {
  const expected = {
    embedderFingerprint: embedder.fingerprint,
    chunkFingerprint: chunkFingerprint(chunkOptions),
    // Stored articles stay what the version that read them made of them.
    ingestVersion: corpusDir === null ? undefined : INGEST_VERSION,
  };
  if (base === null || full || compareManifest(base.manifest, expected)) return { kind: "empty" };
  const isCurrent = hasCurrentRegister(base);
  if (!isCurrent && corpusDir !== null && base.vectorsOk) return { kind: "copy", base };
  if (isCurrent && base.vectorsOk && base.manifest.counts.vectors >= changesFrom)
    return { kind: "changes", base };
  // A copy leaves the changes out, which only the corpus can replace.
  return hasChanges(base.manifest) ? { kind: "empty" } : { kind: "copy", base };
}

/** A draft of that form, and what it is made with. */
export function draftSpec(
  { indexDir, embedder, corpusDir, graphFrom = EXACT_BELOW }: BuildOptions,
  chunkOptions: ChunkOptions,
  form: DraftForm,
): DraftSpec {
  const madeWith = [
    embedder.fingerprint,
    chunkFingerprint(chunkOptions),
    corpusDir === null ? "stored" : INGEST_VERSION,
    String(REGISTER_READER_VERSION),
  ];
  return { indexDir, form, dimension: embedder.dimension, madeWith, graphFrom };
}

/** What became of the files of the corpus. */
export type FileCounts = Pick<IndexCounters, "indexed" | "updated" | "unchanged" | "removed">;

/** Compares the files of two indexes by their hashes; all that is left counts as updated where the new one began empty. */
export function countFiles(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  isAnew: boolean,
): FileCounts {
  const count = { indexed: 0, updated: 0, unchanged: 0, removed: 0 };
  for (const [path, sha256] of after) {
    const known = before.get(path);
    const isSame = known === sha256 && !isAnew;
    count[known === undefined ? "indexed" : isSame ? "unchanged" : "updated"]++;
  }
  for (const path of before.keys()) if (!after.has(path)) count.removed++;
  return count;
}

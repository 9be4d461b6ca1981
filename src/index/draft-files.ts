import { constants, copyFileSync, linkSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Base } from "./base.ts";
import { CHANGES_SCHEMA, continueNumbers } from "./changes.ts";
import { hasChanges } from "./database.ts";
import { writeFileAtomic } from "./durable.ts";
import { beginGeneration, type DraftKind, draftDir } from "./generations.ts";
import { CHANGES_FILE, DB_FILE } from "./manifest.ts";
import { SCHEMA } from "./schema.ts";
import { attachImmutable, openWritable, type Sqlite } from "./sqlite.ts";

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
export interface DraftFiles {
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
    // Batches that were committed survive a killed process and a power cut.
    db.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL");
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
    if (form.kind === "empty") db.exec(SCHEMA);
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
export function takeOver(base: Base, name: string, dir: string): void {
  // Of a killed run; a copy over a link would write into the base.
  rmSync(join(dir, name), { force: true });
  try {
    linkSync(join(base.dir, name), join(dir, name));
  } catch {
    copyFileSync(join(base.dir, name), join(dir, name), constants.COPYFILE_FICLONE);
  }
}

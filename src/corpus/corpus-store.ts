import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { syncToDisk } from "../index/durable.ts";
import type { Article } from "../ingest/article.ts";
import { articleSlug } from "../ingest/recognised.ts";
import { toMarkdown } from "../ingest/to-markdown.ts";
import type { Actor } from "./actor.ts";
import type { ChangeLog, FileChange, LoggedAction } from "./change-log.ts";

/** Articles that were added through the program, by year of publication; files that people put in stay where they are. */
const ADDED = "added";
/** The pages and files as they came. Hidden, so that they are not indexed. */
const ORIGINALS = ".originals";

/** What an article was read from. */
export interface Original {
  readonly bytes: Uint8Array;
  /** With its dot: `.html`, `.docx`. */
  readonly extension: string;
}

/** Why a change could not be taken back, or that there is none. */
export type UndoOutcome =
  | {
      readonly ok: true;
      readonly action: LoggedAction;
      readonly path: string;
      readonly title: string;
    }
  | { readonly ok: false; readonly problem: "nothing" }
  /** The file is not what the change left: somebody edited it since. */
  | { readonly ok: false; readonly problem: "changed"; readonly path: string };

/**
 * The corpus folder as admins change it. Every change is written to the log first, then made in one step, then
 * marked as done: after a crash at any moment `recover` completes it, and what was acknowledged is there.
 */
export class CorpusStore {
  readonly #dir: string;
  readonly #log: ChangeLog;

  constructor(corpusDir: string, log: ChangeLog) {
    this.#dir = corpusDir;
    this.#log = log;
  }

  /** Completes what a killed process began. Returns how many changes that were. */
  recover(): number {
    const changes = this.#log.begun();
    for (const change of changes) {
      this.#write(change);
      this.#log.complete(change.id);
    }
    return changes.length;
  }

  /**
   * Stores an article as a file of its own and keeps what it was read from. The same article once more changes
   * nothing.
   *
   * @param replaces Path of the file that holds an earlier version.
   * @returns The file's path in the corpus.
   * @throws {Error} Where the folder cannot be written; nothing is changed then.
   */
  save(article: Article, original: Original | null, actor: Actor, replaces?: string): string {
    const more = original === null ? {} : { original: this.#keep(original) };
    const after = Buffer.from(toMarkdown(article, more), "utf8");
    const path = replaces?.endsWith(".md") ? replaces : this.#freePath(article, after);
    if (replaces !== undefined && replaces !== path) this.remove(replaces, article.title, actor);
    const before = this.#read(path);
    // Saved before, such as by a process that was killed before it could say so.
    if (sameBytes(before, after)) return path;
    this.#change(actor, before === null ? "add" : "update", article.title, { path, before, after });
    return path;
  }

  /**
   * Takes a file out of the corpus.
   *
   * @returns False where there is no such file.
   */
  remove(path: string, title: string, actor: Actor): boolean {
    const before = this.#read(path);
    if (before === null) return false;
    this.#change(actor, "remove", title, { path, before, after: null });
    return true;
  }

  /** Takes the last change back; once more, the one before it. */
  undo(actor: Actor): UndoOutcome {
    const change = this.#log.last();
    if (change === null) return { ok: false, problem: "nothing" };
    const { path, before, after, action, detail: title } = change;
    if (!sameBytes(this.#read(path), after)) return { ok: false, problem: "changed", path };
    this.#change(actor, "undo", title, { path, before: after, after: before }, change.id);
    return { ok: true, action, path, title };
  }

  #change(
    actor: Actor,
    action: LoggedAction,
    title: string,
    change: FileChange,
    undoes?: number,
  ): void {
    const id = this.#log.begin(actor, action, title, change, undoes);
    try {
      this.#write(change);
    } catch (error) {
      this.#log.abandon(id);
      throw error;
    }
    this.#log.complete(id);
  }

  #read(path: string): Uint8Array | null {
    const file = join(this.#dir, path);
    return existsSync(file) ? readFileSync(file) : null;
  }

  #write({ path, after }: FileChange): void {
    const file = join(this.#dir, path);
    if (after === null) rmSync(file, { force: true });
    else writeWhole(file, after);
    if (existsSync(dirname(file))) syncToDisk(dirname(file));
  }

  /** A path where there is no file, or the same one. */
  #freePath(article: Article, content: Uint8Array): string {
    const year = article.published?.slice(0, 4) ?? "undated";
    const stem = `${ADDED}/${year}/${articleSlug(article)}`;
    for (let n = 1; ; n++) {
      const path = n === 1 ? `${stem}.md` : `${stem}-${n}.md`;
      const found = this.#read(path);
      if (found === null || sameBytes(found, content)) return path;
    }
  }

  /** Keeps an original under the name of its content; the same one is kept once. */
  #keep({ bytes, extension }: Original): string {
    const name = createHash("sha256").update(bytes).digest("hex").slice(0, 24);
    const path = `${ORIGINALS}/${name}${extension}`;
    const file = join(this.#dir, path);
    if (!existsSync(file)) writeWhole(file, bytes);
    return path;
  }
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

/** Writes a file in one step; hidden while it is incomplete, so that nobody indexes a part. */
function writeWhole(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${process.pid}-${Date.now()}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Article } from "../../model/index.ts";
import { syncToDisk } from "../../storage/index.ts";
import { articleId, articleSlug, extensionOf } from "../parse/index.ts";
import type { FileChange } from "./change-log.ts";

/** Articles that were added through the program, by year of publication; files that people put in stay where they are. */
const ADDED = "added";
/** The pages and files as they came. Hidden, so that they are not indexed. */
const ORIGINALS = ".originals";
export const MARKDOWN = new Set([".md", ".markdown"]);

/** What an article was read from. */
export interface Original {
  readonly bytes: Uint8Array;
  /** With its dot: `.html`, `.docx`. */
  readonly extension: string;
}

/** The files of the corpus folder as changes write them: whole, and on the disk when a call returns. */
export class CorpusFolder {
  constructor(private readonly dir: string) {}

  /** Makes all changes or none. */
  make(files: readonly FileChange[]): void {
    for (const [i, { path, after }] of files.entries()) {
      try {
        this.#write(path, after);
      } catch (error) {
        this.unmake(files.slice(0, i));
        throw error;
      }
    }
  }

  /** Takes changes back, the last one first. */
  unmake(files: readonly FileChange[]): void {
    for (const { path, before } of files.toReversed()) this.#write(path, before);
  }

  /** The content of a file; null where there is none. */
  read(path: string): Uint8Array | null {
    const file = join(this.dir, path);
    return existsSync(file) ? readFileSync(file) : null;
  }

  #write(path: string, content: Uint8Array | null): void {
    const file = join(this.dir, path);
    if (content !== null) writeWhole(file, content);
    else if (existsSync(file)) {
      rmSync(file);
      syncToDisk(dirname(file));
    }
  }

  /** The file of an earlier version, or a path of its own where there is no file, or the same one. */
  pathFor(article: Article, content: Uint8Array, replaces?: string): string {
    if (replaces !== undefined) {
      if (MARKDOWN.has(extensionOf(replaces))) return replaces;
      // Beside a page or document the article would have the id twice; the old file goes in the same change.
      const path = `${articleId(replaces)}.md`;
      if (this.read(path) === null) return path;
    }
    const year = article.published?.slice(0, 4) ?? "undated";
    const stem = `${ADDED}/${year}/${articleSlug(article)}`;
    for (let n = 1; ; n++) {
      const id = n === 1 ? stem : `${stem}-${n}`;
      const path = `${id}.md`;
      const found = this.read(path);
      if (found === null ? !this.#isTaken(id) : sameBytes(found, content)) return path;
    }
  }

  /** Whether a file of another type has the article id already. */
  #isTaken(id: string): boolean {
    const folder = dirname(join(this.dir, id));
    if (!existsSync(folder)) return false;
    return readdirSync(folder).some((name) => articleId(name) === basename(id));
  }

  /** Does something while an original is kept under the name of its content, the same one once; it goes where that fails. */
  keeping<T>(original: Original | null, work: (more: Readonly<Record<string, string>>) => T): T {
    if (original === null) return work({});
    const { bytes, extension } = original;
    const name = createHash("sha256").update(bytes).digest("hex").slice(0, 24);
    const path = `${ORIGINALS}/${name}${extension}`;
    const file = join(this.dir, path);
    const isNew = !existsSync(file);
    if (isNew) writeWhole(file, bytes);
    try {
      return work({ original: path });
    } catch (error) {
      if (isNew) rmSync(file, { force: true });
      throw error;
    }
  }
}

/** True for the same content, or none twice. */
export function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

/**
 * Writes a file in one step, folders included; it is on the disk afterwards. Hidden while it is incomplete, so that
 * nobody indexes a part. One writer at a time: what a killed one left is written over by the next.
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const folder = dirname(file);
  const made = mkdirSync(folder, { recursive: true });
  if (made !== undefined) syncToDisk(dirname(made));
  const temporary = join(folder, `.${basename(file)}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncToDisk(folder);
}

import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { openWritable } from "../index/sqlite.ts";

/** What is made anew where it is missing, or belongs to a running process. */
const PASSED_OVER =
  /^(?:lock\.(?:db|json)|checksums\.json|corpus-stamps\.json|left-out\.json|generations|backups|version)$|^\.|\.tmp$|\.lock$|-(?:wal|shm|journal)$/u;

/** What a folder holds: paths relative to it, `/` between folders. */
export interface FolderContent {
  readonly files: readonly string[];
  /** Links, pipes, sockets and devices: they are not followed, opened or copied. */
  readonly others: readonly string[];
}

/** @param isWanted False: an entry of the folder itself is passed over. */
export function contentOf(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): FolderContent {
  const files: string[] = [];
  const others: string[] = [];
  const walk = (prefix: string) => {
    for (const name of readdirSync(join(folder, prefix)).sort()) {
      if (prefix === "" && !isWanted(name)) continue;
      const path = prefix + name;
      const found = lstatSync(join(folder, path));
      if (found.isDirectory()) walk(`${path}/`);
      else (found.isFile() ? files : others).push(path);
    }
  };
  if (existsSync(folder)) walk("");
  return { files, others };
}

/** Everything in an index folder but the generations. */
export const stateFiles = (indexDir: string): FolderContent =>
  contentOf(indexDir, (name) => !PASSED_OVER.test(name));

/** Copies a file with its times. */
export function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  const { atime, mtime } = lstatSync(from);
  utimesSync(to, atime, mtime);
}

/** Copies a file; a database as one consistent state, though somebody writes to it. */
export function copyConsistently(from: string, to: string): void {
  if (!from.endsWith(".db")) {
    copyFile(from, to);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  const db = openWritable(from, 10_000);
  try {
    db.prepare("VACUUM INTO ?").run(to);
  } finally {
    db.close();
  }
}

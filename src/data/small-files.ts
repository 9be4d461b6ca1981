import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { openWritable } from "../index/sqlite.ts";

/** What is made anew where it is missing, or belongs to a running process. */
const PASSED_OVER =
  /^(?:lock\.(?:db|json)|checksums\.json|corpus-stamps\.json|generations|backups|version)$|^\.|\.tmp$|\.lock$|-(?:wal|shm|journal)$/u;

/** Everything in an index folder but the generations: paths relative to it, `/` between folders. */
export function stateFiles(indexDir: string, prefix = ""): string[] {
  if (!existsSync(join(indexDir, prefix))) return [];
  return readdirSync(join(indexDir, prefix))
    .filter((name) => prefix !== "" || !PASSED_OVER.test(name))
    .sort()
    .flatMap((name) => {
      const path = prefix + name;
      const found = lstatSync(join(indexDir, path));
      if (found.isDirectory()) return stateFiles(indexDir, `${path}/`);
      return found.isFile() ? [path] : [];
    });
}

/** Copies a file; a database as one consistent state, though somebody writes to it. */
export function copyConsistently(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (!from.endsWith(".db")) {
    copyFileSync(from, to);
    return;
  }
  const db = openWritable(from, 10_000);
  try {
    db.prepare("VACUUM INTO ?").run(to);
  } finally {
    db.close();
  }
}

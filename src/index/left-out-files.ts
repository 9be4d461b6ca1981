import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { INGEST_VERSION } from "../ingest/version.ts";
import { REGISTER_READER_VERSION } from "../register/read/version.ts";
import { sha256 } from "./checksum.ts";
import { readCorpusFile } from "./corpus-file.ts";
import { writeFileAtomic } from "./durable.ts";

const FILE = "left-out.json";

interface Entry {
  /** What decided that it was left out: its content, the readers, the limit. */
  readonly key: string;
  readonly reason: string;
}

type Where = Pick<Config, "corpusDir" | "indexDir" | "fileTimeout">;

function entries(indexDir: string): Record<string, Entry> {
  try {
    const found = JSON.parse(readFileSync(join(indexDir, FILE), "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

function keyOf({ corpusDir, fileTimeout }: Where, path: string): string | null {
  const content = readCorpusFile({ path, absolutePath: join(corpusDir, path), articleId: path });
  if (!content.ok) return null;
  const by = [content.sha256, INGEST_VERSION, REGISTER_READER_VERSION, fileTimeout];
  return sha256(Buffer.from(JSON.stringify(by)));
}

/**
 * The files that earlier builds could not get past, with the reason: each costs the whole time limit and a new process,
 * which a run for one new article, or a start, should not pay again. A changed file, other readers or another limit
 * are tried anew.
 */
export function filesLeftOut(where: Where): Map<string, string> {
  const known = Object.entries(entries(where.indexDir));
  const same = known.filter(([path, { key }]) => key === keyOf(where, path));
  return new Map(same.map(([path, { reason }]) => [path, reason]));
}

/** Keeps that a file was left out; where the index folder cannot be written, the next run tries it again. */
export function noteLeftOut(where: Where, path: string, reason: string): void {
  const key = keyOf(where, path);
  if (key === null) return;
  const known = filesLeftOut(where);
  const kept = Object.entries(entries(where.indexDir)).filter(([other]) => known.has(other));
  try {
    const all = { ...Object.fromEntries(kept), [path]: { key, reason } };
    writeFileAtomic(join(where.indexDir, FILE), JSON.stringify(all));
  } catch {
    // Tried again the next time.
  }
}

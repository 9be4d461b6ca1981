import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "../../config/index.ts";
import type { IndexProblem } from "../../model/index.ts";
import { checksumFile } from "../../storage/index.ts";

/** hnswlib's distance: the inner product of unit vectors is their cosine, and needs no norm at each comparison. */
export const SPACE = "ip";

/** Raised whenever a reader of the earlier format would misread the files. */
export const FORMAT_VERSION = 4;

export const DB_FILE = "index.db";
export const VECTORS_FILE = "vectors.hnsw";
/** What changed since the other two files were written, which are then those of an earlier generation. */
export const CHANGES_FILE = "changes.db";
const MANIFEST_FILE = "manifest.json";

const file = z.object({
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});

const counts = z.object({
  files: z.number().int().nonnegative(),
  articles: z.number().int().nonnegative(),
  briefs: z.number().int().nonnegative(),
  chunks: z.number().int().nonnegative(),
  vectors: z.number().int().nonnegative(),
});

const manifestSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  model: z.object({
    id: z.string(),
    fingerprint: z.string(),
    dimension: z.number().int().positive(),
  }),
  space: z.literal(SPACE),
  chunkFingerprint: z.string(),
  ingestVersion: z.string(),
  counts: counts.extend({
    /** Vectors in the vector file that are marked as removed there. */
    removedVectors: z.number().int().nonnegative(),
  }),
  /** Of the database without the changes; only where there are some. */
  olderCounts: counts.optional(),
  /** False: the vector file holds none, because so few are compared one by one, as the database has them. */
  graph: z.literal(false).optional(),
  files: z.object({ [DB_FILE]: file, [VECTORS_FILE]: file, [CHANGES_FILE]: file.optional() }),
  register: z.object({
    /** Version of the reader of visits; another one would tell otherwise. */
    readerVersion: z.number().int(),
    visits: z.number().int().nonnegative(),
    /** Lines of what admins corrected, as they were applied. */
    corrections: z.array(z.string()).optional(),
    /** How many of them name a report that no article tells any more. */
    unmatched: z.number().int().nonnegative().optional(),
  }),
  /** The generation that was in use when this one was built: where a roll-back leads. */
  previous: z.string().optional(),
  /** ISO 8601. */
  builtAt: z.string().datetime(),
});

/** The sidecar of a generation: what its files are, so that a wrong one is found before it is loaded. */
export type Manifest = z.infer<typeof manifestSchema>;
export type Counts = z.infer<typeof counts>;
type IndexFile = keyof Manifest["files"];

/** Names of a generation's files. */
export function indexFiles(manifest: Manifest): IndexFile[] {
  const files: IndexFile[] = [DB_FILE, VECTORS_FILE];
  return manifest.files[CHANGES_FILE] ? [...files, CHANGES_FILE] : files;
}

export function writeManifest(dir: string, manifest: Manifest): void {
  writeFileSync(join(dir, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, {
    flush: true,
  });
}

/** Reads a generation's sidecar; one that cannot be used comes back as the problem. */
export function readManifest(dir: string): Manifest | IndexProblem {
  const path = join(dir, MANIFEST_FILE);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    const state = existsSync(path) ? "is not readable" : "is missing";
    return { problem: "damaged", reason: `${MANIFEST_FILE} ${state}` };
  }
  return parseManifest(text);
}

/** The same from its text. */
function parseManifest(text: string): Manifest | IndexProblem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: "damaged", reason: `${MANIFEST_FILE} is not readable` };
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const version = z.object({ formatVersion: z.number().int() }).safeParse(json).data?.formatVersion;
  if (version !== undefined && version > FORMAT_VERSION) {
    return {
      problem: "newer-format",
      reason: `the index has format ${version}, this program reads format ${FORMAT_VERSION}`,
    };
  }
  if (version !== undefined && version < FORMAT_VERSION)
    return { problem: "outdated", reason: `the index has the old format ${version}` };
  return { problem: "damaged", reason: `${MANIFEST_FILE} is not an index manifest` };
}

/** A database holds the same of an index of format 3. */
const SAME_PUBLISHED = 3;

/** The sidecar of a generation that was published. */
export function parsePublished(text: string): Manifest | IndexProblem {
  const own = `"formatVersion":${FORMAT_VERSION}`;
  return parseManifest(text.replace(`"formatVersion":${SAME_PUBLISHED},`, `${own},`));
}

/** Compares a file's size with the sidecar; null where it is right. Quick, and finds what a full disk leaves. */
function checkSize(dir: string, manifest: Manifest, name: IndexFile): IndexProblem | null {
  const path = join(dir, name);
  if (!existsSync(path)) return { problem: "damaged", reason: `${name} is missing` };
  const found = statSync(path).size;
  const bytes = manifest.files[name]?.bytes;
  if (found === bytes) return null;
  return { problem: "damaged", reason: `${name} has ${found} bytes instead of ${bytes}` };
}

/** Compares the sizes of a generation's files with the sidecar; null where they are right. */
export function checkSizes(dir: string, manifest: Manifest): IndexProblem | null {
  for (const name of indexFiles(manifest)) {
    const problem = checkSize(dir, manifest, name);
    if (problem !== null) return problem;
  }
  return null;
}

/** Compares a file's content with the sidecar; null where it is as written. */
export function checkFile(
  dir: string,
  manifest: Manifest,
  name: IndexFile,
  checksum: (path: string) => string = (path) => checksumFile(path).sha256,
): IndexProblem | null {
  const size = checkSize(dir, manifest, name);
  if (size !== null) return size;
  if (checksum(join(dir, name)) === manifest.files[name]?.sha256) return null;
  const reason = `${name} is not the file that was built (its SHA-256 differs)`;
  return { problem: "damaged", reason };
}

/** Compares the content of all files of a generation with the sidecar; null where they are as written. */
export function checkFiles(
  dir: string,
  manifest: Manifest,
  checksum?: (path: string) => string,
): IndexProblem | null {
  for (const name of indexFiles(manifest)) {
    const problem = checkFile(dir, manifest, name, checksum);
    if (problem !== null) return problem;
  }
  return null;
}

export function isProblem(value: object): value is IndexProblem {
  return "problem" in value;
}

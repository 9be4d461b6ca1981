import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "../config/schema.ts";
import { checksumFile } from "../index/checksum.ts";
import { IndexError } from "../index/index-error.ts";
import { contentOf } from "./small-files.ts";
import { DATA_VERSION } from "./version.ts";

export const MANIFEST = "backup.json";
const FORMAT = 1;

/** A path inside the backup: under `corpus/` or `index/`, never out of it. */
const insidePath = z
  .string()
  .regex(/^(?:corpus|index)\//u)
  .refine((path) => !path.split(/[\\/]/u).some((part) => part === ".." || part === ""));

const schema = z.object({
  format: z.literal(FORMAT),
  /** ISO 8601. */
  createdAt: z.string().datetime(),
  dataVersion: z.number().int().positive(),
  files: z.record(
    insidePath,
    z.object({ bytes: z.number().int().nonnegative(), sha256: z.string() }),
  ),
});

/** What a backup holds: `files` by path under `corpus/` and `index/`. */
export type BackupManifest = z.infer<typeof schema>;

export function describeBackup(dir: string): BackupManifest {
  const files = Object.fromEntries(
    contentOf(dir).files.map((path) => [path, checksumFile(join(dir, path))]),
  );
  return { format: FORMAT, createdAt: new Date().toISOString(), dataVersion: DATA_VERSION, files };
}

/**
 * Reads a backup's list of files and compares every file with it.
 *
 * @throws {IndexError} Naming what is missing, changed, not listed, or of a newer program.
 */
export function verifyBackup(dir: string): BackupManifest {
  const fail = (what: string): never => {
    throw new IndexError(`${dir} cannot be restored: ${what}. Nothing was changed.`);
  };
  if (!lstatSync(join(dir, MANIFEST), { throwIfNoEntry: false })?.isFile())
    fail(`it has no ${MANIFEST}, so it is no whole backup`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(dir, MANIFEST), "utf8"));
  } catch {
    fail(`${MANIFEST} is not readable`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return fail(`${MANIFEST} is not a list of a backup that this program reads`);
  const { files, dataVersion } = parsed.data;
  if (dataVersion > DATA_VERSION) {
    fail(`a newer program made it (data version ${dataVersion}); update the program`);
  }
  const { files: found, others } = contentOf(dir);
  // A link could make the bot write anywhere.
  for (const path of others) fail(`${path} is a link or no regular file`);
  const present = new Set(found.filter((path) => path !== MANIFEST));
  for (const [path, { sha256 }] of Object.entries(files)) {
    if (!present.delete(path)) fail(`${path} is missing`);
    if (checksumFile(join(dir, path)).sha256 !== sha256) {
      fail(`${path} is not the file that was saved (its SHA-256 differs)`);
    }
  }
  for (const path of present) fail(`${path} does not belong to it`);
  return parsed.data;
}

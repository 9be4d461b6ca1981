import { join } from "node:path";
import { floatsOf } from "./blobs.ts";
import { IndexError } from "./index-error.ts";
import { DB_FILE, type Manifest } from "./manifest.ts";
import { loadVectors } from "./reader.ts";
import { FOLDED_TABLE, MARKED_TABLE } from "./schema.ts";
import { openImmutable } from "./sqlite.ts";

/** Vectors that must find themselves. */
const SAMPLE = 50;

/**
 * Reads a finished generation back through fresh handles: numbers of rows, and a sample of vectors that
 * must find themselves in the vector file (whose writing never reports a failure).
 *
 * @throws {IndexError} Naming what does not fit.
 */
export function selfCheck(dir: string, manifest: Manifest): void {
  const { counts } = manifest;
  const fail = (what: string): never => {
    throw new IndexError(
      `The new index failed its self-check (${what}); the present one stays in use. Check the free disk space, then run the index again.`,
    );
  };
  const vectors = loadVectors(dir, manifest);
  if (vectors.count !== counts.vectors) fail(`${vectors.count} of ${counts.vectors} vectors`);
  const db = openImmutable(join(dir, DB_FILE));
  try {
    for (const table of ["chunks", MARKED_TABLE, FOLDED_TABLE]) {
      const found = db.prepare(`SELECT count(*) FROM ${table}`).get()![0] as number;
      if (found !== counts.chunks) fail(`${found} of ${counts.chunks} rows in ${table}`);
    }
    const step = Math.max(1, Math.floor(counts.vectors / SAMPLE));
    const rows = db.prepare("SELECT row FROM chunks WHERE vector IS NOT NULL ORDER BY row").all();
    const vectorOf = db.prepare("SELECT vector FROM chunks WHERE row = ?");
    for (let i = 0; i < rows.length; i += step) {
      const row = rows[i]![0] as number;
      const [hit] = vectors.search(floatsOf(vectorOf.get(row)![0] as Uint8Array), 1);
      // A duplicate may stand in for it.
      if (hit === undefined || hit.score < 0.999) fail(`vector ${row} does not find itself`);
    }
  } finally {
    db.close();
  }
}

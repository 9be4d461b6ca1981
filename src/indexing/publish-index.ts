import { checkContent, isProblem, localManifest, publish } from "../index/index.ts";
import type { BuildProgress } from "../model/index.ts";
import { IndexError } from "../storage/index.ts";
import type { PostgresSession } from "../storage/postgres/index.ts";

interface PublishIndexOptions {
  readonly indexDir: string;
  /** Of the one who has the database's lock. */
  readonly session: PostgresSession;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Puts the index that lies in a folder into a database, and in use there; nothing is embedded for it.
 *
 * @returns The name of the generation in the database.
 * @throws {IndexError} Where the folder's index cannot be used, or the database fails.
 */
export async function publishIndex(options: PublishIndexOptions): Promise<string> {
  const { indexDir, session, onProgress, signal } = options;
  const current = localManifest(indexDir);
  const problem = isProblem(current)
    ? current
    : checkContent(indexDir, current.dir, current.manifest);
  if (problem !== null)
    throw new IndexError(`The index in ${indexDir} cannot be published: ${problem.reason}.`);
  const { dir, manifest } = current as Exclude<typeof current, { problem: unknown }>;
  return publish({ dir, manifest, session, onProgress, signal });
}

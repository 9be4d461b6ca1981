import {
  checkContent,
  currentManifest,
  type IndexPlace,
  isProblem,
  isSame,
  localManifest,
  publish,
} from "../index/index.ts";
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

/** Whether this process may change the index that answers. */
export const mayIndex = (place: IndexPlace) => typeof place === "string" || place.writeUrl !== null;

/**
 * Whether what a folder holds is what is answered from.
 *
 * @throws {DatabaseError} Where the database cannot be asked.
 */
export function isPublished(place: IndexPlace, indexDir: string): boolean {
  if (typeof place === "string") return true;
  const [published, local] = [currentManifest(place), localManifest(indexDir)];
  if (isProblem(published) || isProblem(local)) return false;
  return isSame(published.manifest, local.manifest);
}

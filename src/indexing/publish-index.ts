import { setImmediate } from "node:timers/promises";
import {
  checkContent,
  currentGeneration,
  currentManifest,
  currentPublished,
  type DatabasePlace,
  EXACT_BELOW,
  type IndexPlace,
  isProblem,
  isSame,
  localManifest,
  pruneGenerations,
  publish,
  publishedContent,
  publishGeneration,
  releaseHold,
  served,
  writeManifest,
} from "../index/index.ts";
import { type BuildProgress, CHUNK_DEFAULTS, type VisitReport } from "../model/index.ts";
import { acquireLock, IndexError, unpackJson } from "../storage/index.ts";
import type { PostgresSession } from "../storage/postgres/index.ts";
import { Draft, describe } from "./draft.ts";
import { selfCheck } from "./self-check.ts";
import { noteDataVersion } from "./upkeep/migrations.ts";

interface TakeOptions {
  readonly place: DatabasePlace;
  readonly indexDir: string;
  /** Who asked; shown to those who are refused meanwhile. */
  readonly startedBy: string;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/**
 * Makes a local generation of the one that is in use in a database, and puts it in use in the folder. Nothing is
 * embedded: vectors are stored as they were, and the register is put together of what the articles told.
 *
 * @returns The name of the local generation.
 * @throws {IndexLockedError} Where the folder is being written.
 * @throws {IndexError} Where there is nothing to take, or the database cannot be asked.
 */
export async function takeFromDatabase(options: TakeOptions): Promise<string> {
  const { place, indexDir, startedBy, onProgress } = options;
  const source = served(place);
  const published = currentPublished(source);
  if (isProblem(published)) throw new IndexError(`Nothing can be taken: ${published.reason}.`);
  const { model, ingestVersion, chunkFingerprint, counts, register } = published.manifest;
  const unlock = acquireLock(indexDir, startedBy);
  try {
    noteDataVersion(indexDir);
    const draft = new Draft({
      indexDir,
      form: { kind: "empty" },
      dimension: model.dimension,
      // Begun anew each time: no other draft has this.
      madeWith: ["database", new Date().toISOString()],
      graphFrom: EXACT_BELOW,
    });
    try {
      let done = 0;
      for (const { path, sha256, articles } of publishedContent(source, published)) {
        const taken = articles.map(({ article, chunks, reports }) => ({
          article,
          stored: chunks,
          reports: reports === null ? [] : (unpackJson(reports) as VisitReport[]),
        }));
        draft.add(path, sha256, taken);
        onProgress?.({ phase: "read", done: ++done, total: counts.files });
        await setImmediate();
      }
      const lines = register.corrections ?? [];
      const found = await draft.finish({
        readsAgain: null,
        corrections: { lines, before: [], areSame: false },
        onVectors: (at, total) => onProgress?.({ phase: "vectors", done: at, total }),
      });
      const manifest = {
        ...describe(draft.dir, found, {
          embedder: { model: model.id, ...model },
          chunkOptions: CHUNK_DEFAULTS,
          ingestVersion,
          previous: currentGeneration(indexDir),
          takenOver: null,
        }),
        chunkFingerprint,
        register: { ...found.register, readerVersion: register.readerVersion },
      };
      for (const name of ["files", "articles", "briefs", "chunks", "vectors"] as const)
        if (manifest.counts[name] !== counts[name])
          throw new IndexError(
            `Only ${manifest.counts[name]} of ${counts[name]} ${name} came over. The index in ${indexDir} is as it was; try again.`,
          );
      writeManifest(draft.dir, manifest);
      selfCheck(draft.dir, manifest);
    } catch (error) {
      draft.discard();
      throw error;
    }
    const name = publishGeneration(indexDir, draft.dir);
    releaseHold(indexDir);
    pruneGenerations(indexDir, () => {});
    return name;
  } finally {
    unlock();
  }
}

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

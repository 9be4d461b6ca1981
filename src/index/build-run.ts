import { setImmediate } from "node:timers/promises";
import type { Article } from "../ingest/article.ts";
import { CHUNK_DEFAULTS, type ChunkOptions, chunkFingerprint } from "../ingest/chunk.ts";
import type { CorpusFile } from "../ingest/corpus-files.ts";
import { INGEST_VERSION } from "../ingest/version.ts";
import type { Base } from "./base.ts";
import type { BaseFiles } from "./base-files.ts";
import type { BuildOptions, BuildResult } from "./build-options.ts";
import { articlesOf } from "./corpus-file.ts";
import { describe } from "./describe.ts";
import { Draft } from "./draft.ts";
import { embedArticle } from "./embed-article.ts";
import { pruneGenerations, publishGeneration } from "./generations.ts";
import { type Manifest, writeManifest } from "./manifest.ts";
import { compareManifest } from "./open-index.ts";
import { type Plan, planFromBase, planFromCorpus } from "./plan.ts";
import type { IndexFailure } from "./reindexer.ts";
import { selfCheck } from "./self-check.ts";

/** One run. The draft is begun at the first change, so that a run without one leaves no trace. */
export class BuildRun {
  readonly #options: BuildOptions;
  readonly #chunkOptions: ChunkOptions;
  readonly #base: Base | null;
  readonly #stored: BaseFiles;
  /** Whether the base can be copied and changed; else all vectors are made anew. */
  readonly #copies: boolean;
  readonly #failures: IndexFailure[] = [];
  readonly #count = { indexed: 0, updated: 0, unchanged: 0, removed: 0 };
  #draft: Draft | null = null;

  constructor(options: BuildOptions, base: Base | null, stored: BaseFiles) {
    this.#options = options;
    this.#chunkOptions = options.chunkOptions ?? CHUNK_DEFAULTS;
    this.#base = base;
    this.#stored = stored;
    this.#copies = base !== null && !options.full && this.#fits(base.manifest);
  }

  async run(): Promise<BuildResult> {
    try {
      const plan = this.#plan();
      const incomplete = !this.#copies || !this.#base?.isCurrent || !this.#base.vectorsOk;
      if (incomplete) this.#begin();
      await this.#apply(plan);
      const generation = this.#draft ? this.#publish(this.#draft) : this.#base!.name;
      const failures = this.#failures.sort((a, b) => (a.path < b.path ? -1 : 1));
      return { ...this.#count, skipped: failures.length, failures, generation };
    } catch (error) {
      this.#draft?.discard();
      throw error;
    }
  }

  /** What the draft would be, were it begun now. */
  get #unchangedBase(): BaseFiles | null {
    return this.#copies ? this.#stored : null;
  }

  #fits(manifest: Manifest): boolean {
    const embedderFingerprint = this.#options.embedder.fingerprint;
    const expected = {
      embedderFingerprint,
      chunkFingerprint: chunkFingerprint(this.#chunkOptions),
    };
    return compareManifest(manifest, expected) === null;
  }

  #plan(): Plan {
    const { corpusDir, full, onProgress } = this.#options;
    if (corpusDir === null) return planFromBase(this.#stored.hashes);
    const reuse = !full && this.#base?.manifest.ingestVersion === INGEST_VERSION;
    return planFromCorpus(corpusDir, this.#stored.hashes, reuse, (done, total) =>
      onProgress?.({ phase: "read", done, total }),
    );
  }

  #begin(): Draft {
    const { indexDir, embedder } = this.#options;
    this.#draft ??= new Draft(indexDir, embedder.dimension, this.#copies ? this.#base : null);
    return this.#draft;
  }

  async #apply(plan: Plan): Promise<void> {
    this.#failures.push(...plan.failures);
    for (const path of plan.gone) this.#remove(path);
    const again = this.#copies ? [] : plan.kept;
    this.#count.unchanged = plan.kept.length - again.length;
    const total = again.length + plan.toRead.length;
    let done = 0;
    const step = async (work: Promise<void>) => {
      await work;
      this.#options.onProgress?.({ phase: "embed", done: ++done, total });
      // Embedding gives no turn to timers, signals and messages; without one nobody could cancel.
      await setImmediate();
      this.#options.signal?.throwIfAborted();
    };
    for (const path of again) await step(this.#embedStored(path));
    for (const file of plan.toRead) await step(this.#read(file));
  }

  /** A file that has no articles in the new index any more. */
  #remove(path: string): void {
    if (!this.#stored.hashes.has(path)) return;
    if (this.#copies) this.#begin().remove(path);
    this.#count.removed++;
  }

  /** Embeds a file again that is as the base has it. */
  async #embedStored(path: string): Promise<void> {
    await this.#add(path, this.#stored.hashes.get(path)!, this.#stored.articles(path));
    this.#count.updated++;
  }

  /** Takes in a new or changed file. */
  async #read(file: CorpusFile): Promise<void> {
    const { path } = file;
    const found = await articlesOf(file);
    if (!found.ok) return this.#fail(path, found.reason);
    const other = found.articles
      .map(({ id }) => (this.#draft ?? this.#unchangedBase)?.ownerOf(id) ?? null)
      .find((owner) => owner !== null && owner !== path);
    if (other) return this.#fail(path, `Its article has the same name as ${other}. Rename one.`);
    const known = this.#stored.hashes.has(path);
    if (known && this.#copies) this.#begin().remove(path);
    await this.#add(path, found.sha256, found.articles);
    this.#count[known ? "updated" : "indexed"]++;
  }

  #fail(path: string, reason: string): void {
    this.#failures.push({ path, reason });
    this.#remove(path);
  }

  async #add(path: string, sha256: string, articles: readonly Article[]): Promise<void> {
    const { embedder } = this.#options;
    const embedded = [];
    for (const article of articles) {
      embedded.push({ article, chunks: await embedArticle(article, embedder, this.#chunkOptions) });
    }
    this.#begin().add(path, sha256, embedded);
  }

  /** Completes, checks and switches in. */
  #publish(draft: Draft): string {
    const { indexDir, corpusDir, embedder, onProgress, logger } = this.#options;
    const counts = draft.finish((done, total) => onProgress?.({ phase: "vectors", done, total }));
    onProgress?.({ phase: "check", done: 0, total: 1 });
    const manifest = describe(draft.dir, counts, {
      embedder,
      chunkOptions: this.#chunkOptions,
      // Stored articles stay what the version that read them made of them.
      ingestVersion: (corpusDir === null && this.#base?.manifest.ingestVersion) || INGEST_VERSION,
    });
    writeManifest(draft.dir, manifest);
    selfCheck(draft.dir, manifest);
    publishGeneration(indexDir, draft.name);
    onProgress?.({ phase: "check", done: 1, total: 1 });
    logger?.info({ generation: draft.name, ...this.#count, ...counts }, "index switched in");
    try {
      pruneGenerations(indexDir);
    } catch (error) {
      logger?.warn({ err: error }, "an old generation of the index could not be removed");
    }
    return draft.name;
  }
}

import { setImmediate } from "node:timers/promises";
import type { CorpusFile } from "../articles/parse/index.ts";
import {
  type Base,
  type BaseFiles,
  currentGeneration,
  hasChanges,
  openBaseFiles,
  pruneGenerations,
  publishGeneration,
  releaseHold,
  writeManifest,
} from "../index/index.ts";
import {
  type Article,
  CHUNK_DEFAULTS,
  type ChunkOptions,
  INGEST_VERSION,
  type IndexFailure,
  type VisitReport,
} from "../model/index.ts";
import { readVisits } from "../visits/read/index.ts";
import { type BuildOptions, type BuildResult, Remaining } from "./build-options.ts";
import { checkDraft } from "./check-draft.ts";
import {
  articlesOf,
  guarded,
  isDocument,
  nameClash,
  readCorpusFile,
  unreadReason,
  warnIfCut,
} from "./corpus-file.ts";
import { Draft, describe } from "./draft.ts";
import {
  canResume,
  countFiles,
  type DraftForm,
  type DraftSpec,
  draftForm,
  draftSpec,
  type FileCounts,
  hasCurrentRegister,
} from "./draft-files.ts";
import { readAndEmbed } from "./embed-article.ts";
import { changesMuch, type Plan, planFromBase, planFromCorpus } from "./plan.ts";
import { type CorrectionLines, correctionLinesOf } from "./register-draft.ts";

/** One run. The draft is begun at the first change, so that a run without one leaves no trace. */
export class BuildRun {
  readonly #chunkOptions: ChunkOptions;
  readonly #again: ReadonlySet<string>;
  #form: DraftForm;
  /** What the draft is begun with: the same, or the older part of the base alone. */
  #started: BaseFiles;
  readonly #corrections: CorrectionLines;
  readonly #failures: IndexFailure[] = [];
  #chunks = 0;
  #draft: Draft | null = null;

  constructor(
    private readonly options: BuildOptions,
    private readonly base: Base | null,
    /** All that the base holds. */
    private readonly stored: BaseFiles,
  ) {
    this.#chunkOptions = options.chunkOptions ?? CHUNK_DEFAULTS;
    this.#again = new Set(options.again);
    this.#started = stored;
    this.#form = draftForm(options, this.#chunkOptions, base);
    this.#corrections = correctionLinesOf(options.corpusDir, base);
    const form = this.#form;
    if (form.kind === "copy" && hasChanges(form.base.manifest))
      this.#started = openBaseFiles(form.base, true);
  }

  /** The base's articles are read for visits again: its reader told otherwise. */
  get #readsAgain(): boolean {
    const form = this.#form;
    return form.kind === "copy" && !hasCurrentRegister(form.base);
  }

  async run(): Promise<BuildResult> {
    try {
      const plan = this.#plan();
      if (this.#isIncomplete) this.#begin();
      await this.#apply(plan);
      const generation = this.#draft ? await this.#publish(this.#draft) : this.base!.name;
      const failures = this.#failures.sort((a, b) => (a.path < b.path ? -1 : 1));
      return { ...this.#counters(), skipped: failures.length, failures, generation };
    } catch (error) {
      if (this.options.signal?.aborted) this.#draft?.keep();
      else this.#draft?.discard();
      throw error;
    } finally {
      this.#close();
    }
  }

  /** What the run would give if it found nothing to do, or null: there is something. Writes and parses nothing. */
  unchanged(): BuildResult | null {
    try {
      if (this.#isIncomplete || canResume(this.#spec)) return null;
      const { toRead, gone, failures: skipped } = this.#compare();
      const failures = [...skipped];
      for (const { path } of toRead) {
        const reason = this.options.leaveOut?.get(path);
        if (reason === undefined || this.stored.hashes.has(path)) return null;
        failures.push({ path, reason });
      }
      if (gone.length > 0) return null;
      const generation = this.base!.name;
      return { ...this.#counters(), skipped: failures.length, failures, generation };
    } finally {
      this.#close();
    }
  }

  /** What is in use cannot stay, whatever the corpus holds. */
  get #isIncomplete(): boolean {
    return (
      this.#form.kind === "empty" ||
      this.#readsAgain ||
      !this.#corrections.areSame ||
      !this.base?.isCurrent ||
      !this.base.vectorsOk
    );
  }

  #close(): void {
    if (this.#started !== this.stored) this.#started.close();
  }

  get #spec(): DraftSpec {
    return draftSpec(this.options, this.#chunkOptions, this.#form);
  }

  #begin(): Draft {
    this.#draft ??= new Draft(this.#spec);
    return this.#draft;
  }

  #plan(): Plan {
    if (this.#form.kind !== "empty" && canResume(this.#spec)) this.#begin();
    const plan = this.#compare();
    const form = this.#form;
    const isMuch = this.options.corpusDir !== null && changesMuch(plan, this.stored.changed);
    if (form.kind !== "changes" || this.#draft || !isMuch) return plan;
    this.#form = { kind: "copy", base: form.base };
    this.#started = openBaseFiles(form.base, true);
    if (canResume(this.#spec)) this.#begin();
    return this.#compare();
  }

  #compare(): Plan {
    const { corpusDir, indexDir, full, onProgress } = this.options;
    const known = (this.#form.kind !== "empty" && this.#draft?.hashes) || this.#started.hashes;
    if (corpusDir === null) return planFromBase(known);
    const reuse = !full && this.base?.manifest.ingestVersion === INGEST_VERSION;
    const again = this.#again;
    return planFromCorpus({ corpusDir, indexDir, stored: known, reuse, again }, (done, total) =>
      onProgress?.({ phase: "read", done, total }),
    );
  }

  async #apply(plan: Plan): Promise<void> {
    this.#failures.push(...plan.failures);
    const again = this.#form.kind === "empty" ? plan.kept : [];
    const wanted = new Set([...plan.kept, ...plan.toRead.map(({ path }) => path)]);
    const held = [...(this.#draft?.hashes.keys() ?? []), ...plan.gone];
    for (const path of held) if (!wanted.has(path)) this.#remove(path);
    const remaining = new Remaining(again.length + plan.toRead.length);
    const step = async (work: Promise<boolean>) => {
      const progress = remaining.step(await work);
      this.options.onProgress?.({ phase: "embed", ...progress, chunks: this.#chunks });
      // Embedding gives no turn to timers, signals and messages; without one nobody could cancel.
      await setImmediate();
      this.options.signal?.throwIfAborted();
    };
    for (const path of again) await step(this.#embedStored(path));
    for (const file of plan.toRead) await step(this.#read(file));
    await this.options.onFile?.(null);
  }

  /** A file that has no articles in the new index any more. */
  #remove(path: string): void {
    const known =
      this.#draft?.hashes ?? (this.#form.kind === "empty" ? null : this.#started.hashes);
    if (known?.has(path)) this.#begin().remove(path);
  }

  /** Embeds a file again that is as the base has it. @returns False where an earlier run has done it. */
  async #embedStored(path: string): Promise<boolean> {
    const sha256 = this.stored.hashes.get(path)!;
    if (this.#draft?.hashes.get(path) === sha256) return false;
    if (this.#isLeftOut(path)) return true;
    await this.options.onFile?.({ path, stage: "read" });
    await this.#add(path, sha256, this.stored.articles(path));
    return true;
  }

  /** Takes in a new or changed file. @returns False where an earlier run has done it. */
  async #read(file: CorpusFile): Promise<boolean> {
    const { path } = file;
    if (this.#isDone(file)) return false;
    if (this.#isLeftOut(path)) return true;
    await this.options.onFile?.({ path, stage: isDocument(path) ? "document" : "read" });
    const found = await guarded(() => articlesOf(file));
    if (found instanceof Error) return this.#failUnread(path, found);
    if (!found.ok) return this.#fail(path, found.reason);
    const held = this.#draft ?? (this.#form.kind === "empty" ? null : this.#started);
    const clash = nameClash(found.articles, path, (id) => held?.ownerOf(id) ?? null);
    if (clash !== null) return this.#fail(path, clash);
    if (isDocument(path)) await this.options.onFile?.({ path, stage: "read" });
    await this.#add(path, found.sha256, found.articles);
    return true;
  }

  /** Names a file that an earlier run did not get past. */
  #isLeftOut(path: string): boolean {
    const reason = this.options.leaveOut?.get(path);
    return reason !== undefined && this.#fail(path, reason);
  }

  /** Whether an earlier run has taken in a file as it is now. */
  #isDone(file: CorpusFile): boolean {
    const done = this.#draft?.hashes.get(file.path);
    if (done === undefined || !this.#draft?.resumed || this.#again.has(file.path)) return false;
    const content = readCorpusFile(file);
    return content.ok && content.sha256 === done;
  }

  #fail(path: string, reason: string): true {
    this.#failures.push({ path, reason });
    this.#remove(path);
    return true;
  }

  /** One file that a reader of ours stumbles over must not fail the run. */
  #failUnread(path: string, error: Error): true {
    this.options.logger?.error({ err: error, path }, "a file could not be read");
    return this.#fail(path, unreadReason(error));
  }

  async #add(path: string, sha256: string, articles: readonly Article[]): Promise<void> {
    const { embedder } = this.options;
    const read = await guarded(() =>
      readAndEmbed(articles, embedder, this.#chunkOptions, () =>
        this.options.onFile?.({ path, stage: "embed" }),
      ),
    );
    if (read instanceof Error) {
      this.#failUnread(path, read);
      return;
    }
    for (const { article, chunks } of read) {
      this.#chunks += chunks.length;
      warnIfCut(article, path, this.options.logger);
    }
    this.#begin().add(path, sha256, read);
  }

  /** The visits that a stored article tells of; of one that cannot be read for them, none, and its file is named. */
  async #readAgain(article: Article, path: string): Promise<readonly VisitReport[]> {
    const isNamed = this.#failures.some((failure) => failure.path === path);
    const reason = this.options.leaveOut?.get(path);
    if (reason !== undefined) {
      if (!isNamed) this.#failures.push({ path, reason });
      return [];
    }
    await this.options.onFile?.({ path, stage: "read" });
    const read = await guarded(async () => readVisits(article));
    if (!(read instanceof Error)) return read;
    if (!isNamed) this.#failures.push({ path, reason: unreadReason(read) });
    return [];
  }

  /** What became of each file, whichever run did it. */
  #counters(): FileCounts {
    const after = this.#draft?.hashes ?? this.#started.hashes;
    return countFiles(this.stored.hashes, after, this.#form.kind === "empty");
  }

  /** Completes, checks and switches in. */
  async #publish(draft: Draft): Promise<string> {
    const { indexDir, corpusDir, embedder, onProgress, signal, logger } = this.options;
    const remaining = new Remaining(0);
    const counts = await draft.finish({
      onVectors: (done, total) => onProgress?.({ phase: "vectors", ...remaining.at(done, total) }),
      corrections: this.#corrections,
      readsAgain: this.#readsAgain ? (article, path) => this.#readAgain(article, path) : null,
      signal,
    });
    onProgress?.({ phase: "check", done: 0, total: 1 });
    const manifest = describe(draft.dir, counts, {
      embedder,
      chunkOptions: this.#chunkOptions,
      // Stored articles stay what the version that read them made of them.
      ingestVersion: (corpusDir === null && this.base?.manifest.ingestVersion) || INGEST_VERSION,
      previous: currentGeneration(indexDir),
      takenOver: this.#form.kind === "changes" ? this.#form.base.manifest : null,
    });
    writeManifest(draft.dir, manifest);
    await checkDraft(draft.dir, manifest, { ...this.options, titles: this.stored.titles });
    signal?.throwIfAborted();
    const name = publishGeneration(indexDir, draft.dir);
    releaseHold(indexDir);
    onProgress?.({ phase: "check", done: 1, total: 1 });
    logger?.info({ generation: name, ...this.#counters(), ...manifest.counts }, "switched");
    pruneGenerations(indexDir, (err) =>
      logger?.warn({ err }, "an old generation of the index could not be removed"),
    );
    return name;
  }
}

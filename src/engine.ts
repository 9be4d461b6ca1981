import { join } from "node:path";
import type { Logger } from "pino";
import type { Answer } from "./answer/answer.ts";
import { Answerer, type AnswerOptions } from "./answer/answerer.ts";
import { CALIBRATION_FILE, type Calibration, readCalibration } from "./answer/calibration.ts";
import type { Explanation } from "./answer/explain.ts";
import { type Config, SHIPPED_MODEL } from "./config/config.ts";
import { createEmbedder } from "./embedding/create-embedder.ts";
import type { Embedder } from "./embedding/embedder.ts";
import { ensureIndex } from "./index/ensure-index.ts";
import { type RefreshOutcome, refreshIndex } from "./index/refresh-index.ts";
import type { BuildProgress } from "./index/reindexer.ts";
import type { IndexReader, IndexStatus } from "./index/types.ts";
import type { SearchMode } from "./retrieval/retrieve.ts";

/** One row of the source list. */
export interface SourceRow {
  readonly articleId: string;
  readonly title: string;
  readonly source: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
}

/** State of the index for `/status` and `status`. */
export type EngineStatus = Omit<IndexStatus, "generation" | "bytes">;

/** A found passage. */
export interface SearchHit {
  readonly articleId: string;
  /** Article id and place of the chunk in it. */
  readonly chunkId: string;
  /** Higher is better; comparable within one mode only. */
  readonly score: number;
  readonly text: string;
  /** UTF-16 range in the article's text. */
  readonly start: number;
  readonly end: number;
}

/** The question-answering engine: what the terminal, the command line and Telegram talk to. */
export interface Engine {
  /** Answers a question; an empty or unreadable one gives a refusal, never a throw. */
  ask(question: string, options?: AnswerOptions): Promise<Answer>;
  /** Articles (not briefs), newest first, unknown dates last. `offset` and `limit` count rows. */
  sources(
    offset: number,
    limit: number,
  ): { readonly total: number; readonly rows: readonly SourceRow[] };
  status(): EngineStatus;
  /** Switches to the newest index generation if another one is current. Questions under way finish on the old one. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Told while an index has to be built first. */
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Where given, the index is first brought up to date with the corpus, and this is told how that went. */
  readonly onRefreshed?: (outcome: RefreshOutcome) => void;
}

/** One index generation in use, and how many questions it is answering. */
interface Generation {
  readonly reader: IndexReader;
  readonly answerer: Answerer;
  busy: number;
  retired: boolean;
}

/** The engine with the search that the command line and the evaluation use. */
export class VisitsEngine implements Engine {
  readonly #options: EngineOptions;
  readonly #embedder: Embedder;
  readonly #calibration: Calibration;
  #current: Generation;

  constructor(
    options: EngineOptions,
    embedder: Embedder,
    calibration: Calibration,
    reader: IndexReader,
  ) {
    this.#options = options;
    this.#embedder = embedder;
    this.#calibration = calibration;
    this.#current = this.#generation(reader);
  }

  #generation(reader: IndexReader): Generation {
    const answerer = new Answerer(reader, this.#embedder, this.#calibration);
    return { reader, answerer, busy: 0, retired: false };
  }

  /** Runs a task on the present generation, which stays open until the task ends. */
  async #use<T>(task: (generation: Generation) => Promise<T>): Promise<T> {
    const generation = this.#current;
    generation.busy++;
    try {
      return await task(generation);
    } finally {
      generation.busy--;
      if (generation.retired && generation.busy === 0) generation.reader.close();
    }
  }

  ask(question: string, options: AnswerOptions = {}): Promise<Answer> {
    return this.#use(({ answerer }) => answerer.ask(question, options));
  }

  /** Answers a question and tells how it came to the answer. */
  explain(
    question: string,
    options: AnswerOptions = {},
  ): Promise<{ readonly answer: Answer; readonly explanation: Explanation }> {
    return this.#use(({ answerer }) => answerer.explain(question, options));
  }

  /** The best passages for a query, best first. */
  search(
    query: string,
    options: { readonly k: number; readonly mode?: SearchMode },
  ): Promise<SearchHit[]> {
    return this.#use(async ({ answerer }) => {
      const hits = await answerer.passages(query, options.k, options.mode ?? "hybrid");
      return hits.map(({ row, score }) => ({
        articleId: row.articleId,
        chunkId: `${row.articleId}:${row.ordinal}`,
        score,
        text: row.text,
        start: row.start,
        end: row.end,
      }));
    });
  }

  /** All sentences read for a question in the order in which they would answer it; for the evaluation. */
  rankedSentences(question: string): Promise<{ articleId: string; start: number; end: number }[]> {
    return this.#use(async ({ answerer }) => {
      const { sentences } = await answerer.read(answerer.question(question));
      return sentences.map(({ found, start, end }) => ({
        articleId: found.chunk.row.articleId,
        start,
        end,
      }));
    });
  }

  sources(offset: number, limit: number): ReturnType<Engine["sources"]> {
    const { reader } = this.#current;
    const { articles } = reader.status();
    const rows = reader.articles(offset, limit).map(({ id, title, source, url, published }) => ({
      articleId: id,
      title,
      source,
      url,
      published,
    }));
    return { total: articles, rows };
  }

  status(): EngineStatus {
    const { articles, briefs, chunks, model, dimension, builtAt } = this.#current.reader.status();
    return { articles, briefs, chunks, model, dimension, builtAt };
  }

  async reload(): Promise<void> {
    const reader = await ensureIndex(indexOptions(this.#options, this.#embedder));
    const old = this.#current;
    if (reader.status().generation === old.reader.status().generation) return reader.close();
    this.#current = this.#generation(reader);
    old.retired = true;
    if (old.busy === 0) old.reader.close();
  }

  async close(): Promise<void> {
    this.#current.retired = true;
    if (this.#current.busy === 0) this.#current.reader.close();
    await this.#embedder.close();
  }
}

function indexOptions({ config, logger, onProgress }: EngineOptions, embedder: Embedder) {
  const { corpusDir, indexDir } = config;
  const base = { corpusDir, indexDir, embedder, logger, startedBy: "start" };
  return onProgress ? { ...base, onProgress } : base;
}

async function openReader(options: EngineOptions, embedder: Embedder): Promise<IndexReader> {
  const { onRefreshed } = options;
  if (!onRefreshed) return ensureIndex(indexOptions(options, embedder));
  const { reader, outcome } = await refreshIndex(indexOptions(options, embedder));
  onRefreshed(outcome);
  return reader;
}

/**
 * Loads the model and opens the index; an index that is missing or does not fit is built first.
 *
 * A model without a calibration of its own is used with the shipped model's.
 *
 * @throws {EmbeddingModelError} Where the model cannot be had.
 * @throws {IndexError} Where there is no index and nothing to build one from.
 */
export async function createEngine(options: EngineOptions): Promise<VisitsEngine> {
  const { config } = options;
  const embedder = await createEmbedder({
    model: config.model,
    modelsDir: config.modelsDir,
    cacheDir: config.modelCacheDir,
    remoteHost: config.modelHost ?? undefined,
  });
  const calibration = readCalibration(join(config.modelsDir, SHIPPED_MODEL, CALIBRATION_FILE));
  const reader = await openReader(options, embedder);
  return new VisitsEngine(options, embedder, calibration, reader);
}

import { join } from "node:path";
import type { Logger } from "pino";
import { Answerer, type AnswerOptions, type Explanation } from "./answers/index.ts";
import {
  CALIBRATION_FILE,
  type Calibration,
  findArticles,
  readCalibration,
  type SearchMode,
} from "./answers/search/index.ts";
import {
  canonicalUrl,
  type IndexedArticle,
  type SameArticle,
  sameAmong,
} from "./articles/parse/index.ts";
import { type Config, SHIPPED_MODEL } from "./config/index.ts";
import { Embedders, embedderOptions } from "./embedding/index.ts";
import { indexPlace, openUsable, type Staleness, type UsableIndex } from "./index/index.ts";
import {
  builtInChild,
  type EnsureOptions,
  ensureIndex,
  filesLeftOut,
  findsArticle,
  prepareData,
  type RefreshOutcome,
  refreshIndex,
} from "./indexing/index.ts";
import type {
  Answer,
  Article,
  BuildProgress,
  Embedder,
  EngineStatus,
  IndexReader,
  Register,
  SearchHit,
  SourceRow,
} from "./model/index.ts";

/** Indexed articles among which the same text is looked for. */
const SIMILAR = 12;
/** As much of a text as finds its like. */
const SIMILAR_CHARS = 600;

/** The question-answering engine: what the terminal, the command line and Telegram talk to. */
export interface Engine {
  /** Answers a question; an empty or unreadable one gives a refusal, never a throw. */
  ask(question: string, options?: AnswerOptions): Promise<Answer>;
  /** Articles (not briefs), newest first, unknown dates last. `offset` and `limit` count rows. */
  sources(
    offset: number,
    limit: number,
  ): { readonly total: number; readonly rows: readonly SourceRow[] };
  /** An indexed article or brief, or null. */
  article(articleId: string): IndexedArticle | null;
  /** How many visits of the register an article tells of. */
  visitsOf(articleId: string): number;
  /** Articles by words of theirs, by id or by address, best first; `offset` and `limit` count rows. */
  find(
    words: string,
    offset: number,
    limit: number,
  ): { readonly total: number; readonly rows: readonly SourceRow[] };
  /** The indexed article that is the same page, or the same text at another address; null: none. */
  sameAs(article: Article): Promise<SameArticle | null>;
  /** Whether a check question would find its article: one that does not would keep new indexes from being used. */
  finds(question: string, articleId: string): Promise<boolean>;
  /** The visits that the articles tell of; of the present generation, so ask for it anew after each wait. */
  register(): Register;
  status(): EngineStatus;
  /** Switches to the newest index generation if another one is current. Questions under way finish on the old one. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

interface EngineOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Told while an index has to be built first. */
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Where given, the index is first brought up to date with the corpus, and this is told how that went. */
  readonly onRefreshed?: (outcome: RefreshOutcome) => void;
  /**
   * True: a present index is opened as it is, with the model that it was built with, and nothing is built
   * before answers can be given. `staleness` says what it is not up to date with.
   */
  readonly asItIs?: boolean;
}

const rowOf = ({ id, title, source, url, published, isSummary }: Article): SourceRow => ({
  articleId: id,
  title,
  source,
  url,
  published,
  ...(isSummary && { isSummary }),
});

/** One index generation in use, and how many questions it is answering. */
interface Generation {
  readonly reader: IndexReader;
  readonly stale: Staleness | null;
  readonly answerer: Answerer;
  busy: number;
  retired: boolean;
}

/** The engine with the search that the command line and the evaluation use. */
export class VisitsEngine implements Engine {
  #current: Generation;

  constructor(
    private readonly options: EngineOptions,
    private readonly embedders: Embedders,
    private readonly calibration: Calibration,
    index: UsableIndex,
  ) {
    this.#current = this.#generation(index);
  }

  #generation({ reader, embedder, stale }: UsableIndex): Generation {
    const answerer = new Answerer(reader, embedder, this.calibration);
    return { reader, stale, answerer, busy: 0, retired: false };
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
      const { sentences } = await answerer.reads.read(answerer.reads.question(question));
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
    return { total: articles, rows: reader.articles(offset, limit).map(rowOf) };
  }

  find(words: string, offset: number, limit: number): ReturnType<Engine["find"]> {
    const { reader } = this.#current;
    const ids = findArticles(reader, words);
    const rows = ids.slice(offset, offset + limit).map((id) => rowOf(reader.article(id)!));
    return { total: ids.length, rows };
  }

  visitsOf(articleId: string): number {
    return this.#current.reader.visitsOf(articleId);
  }

  article(articleId: string): IndexedArticle | null {
    const { reader } = this.#current;
    const article = reader.article(articleId);
    return article === null ? null : { article, path: reader.pathOf(articleId)! };
  }

  async sameAs(article: Article): Promise<SameArticle | null> {
    const ids = new Set<string>();
    if (article.url !== null) {
      const url = canonicalUrl(article.url);
      const { reader } = this.#current;
      for (const one of reader.addresses()) {
        if (canonicalUrl(one.url) === url) ids.add(one.articleId);
      }
    }
    const words = `${article.title} ${article.text}`.slice(0, SIMILAR_CHARS);
    for (const hit of await this.search(words, { k: SIMILAR, mode: "lexical" }))
      ids.add(hit.articleId);
    const known = [...ids].flatMap((id) => this.article(id) ?? []);
    return sameAmong(article, known);
  }

  finds(question: string, articleId: string): Promise<boolean> {
    return this.#use(({ reader, answerer }) =>
      findsArticle(reader, answerer.embedder, question, articleId),
    );
  }

  register(): Register {
    return this.#current.reader.register();
  }

  status(): EngineStatus {
    const { generation: _, ...status } = this.#current.reader.status();
    return status;
  }

  /** What the index in use is not up to date with, but for the articles; null: nothing. */
  get staleness(): Staleness | null {
    return this.#current.stale;
  }

  async reload(): Promise<void> {
    const { config } = this.options;
    const index =
      (await openUsable(indexPlace(config), this.embedders)) ??
      (await openIndexFor({ ...this.options, onRefreshed: undefined }, this.embedders));
    const old = this.#current;
    if (index.reader.status().generation === old.reader.status().generation)
      return index.reader.close();
    this.#current = this.#generation(index);
    old.retired = true;
    if (old.busy === 0) old.reader.close();
  }

  async close(): Promise<void> {
    this.#current.retired = true;
    if (this.#current.busy === 0) this.#current.reader.close();
    await this.embedders.close();
  }
}

type IndexOptions = Omit<EngineOptions, "onRefreshed"> & {
  readonly onRefreshed?: EngineOptions["onRefreshed"] | undefined;
};

/** Built in a child process: a file may hold what takes for ever to read, and only a process can be ended then. */
function indexOptions(options: IndexOptions, embedder: Embedder): EnsureOptions {
  const { logger, onProgress } = options;
  const config = { ...options.config, logLevel: logger.level as Config["logLevel"] };
  const { corpusDir, indexDir } = config;
  const startedBy = "start";
  const build = (fromStored: boolean) =>
    builtInChild({ config, fromStored, full: false, startedBy, onProgress });
  const leaveOut = filesLeftOut(config);
  const place = indexPlace(config);
  return { corpusDir, indexDir, place, embedder, logger, startedBy, leaveOut, build };
}

/** Opens the index; one that is missing or does not fit is built first. */
async function openIndexFor(options: IndexOptions, embedders: Embedders): Promise<UsableIndex> {
  const embedder = await embedders.configured();
  const { onRefreshed } = options;
  const wanted = indexOptions(options, embedder);
  if (!onRefreshed) return { reader: await ensureIndex(wanted), embedder, stale: null };
  const { reader, outcome } = await refreshIndex(wanted);
  onRefreshed(outcome);
  return { reader, embedder, stale: null };
}

/**
 * Loads the model and opens the index; an index that is missing or does not fit is built first.
 *
 * A model without a calibration of its own is used with the shipped model's.
 *
 * @throws {EmbeddingModelError} Where the model cannot be had.
 * @throws {IndexError} Where there is no index and nothing to build one from.
 * @throws {DatabaseError} Where the index lies in a database that cannot be asked.
 */
export async function createEngine(options: EngineOptions): Promise<VisitsEngine> {
  const { config } = options;
  prepareData(config, options.logger);
  const embedders = new Embedders(embedderOptions(config));
  const path = join(config.modelsDir, SHIPPED_MODEL, CALIBRATION_FILE);
  const present = options.asItIs ? await openUsable(indexPlace(config), embedders) : null;
  const index = present ?? (await openIndexFor(options, embedders));
  return new VisitsEngine(options, embedders, readCalibration(path), index);
}

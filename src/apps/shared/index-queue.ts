import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { type Corpus, originalOf, type Proposal, standingOf } from "../../articles/corpus/index.ts";
import { isNoArticle, isPassing, type OnFound } from "../../articles/feeds/index.ts";
import {
  type DocumentInput,
  type DocumentOutcome,
  readDocument,
  vietnamDate,
} from "../../articles/parse/index.ts";
import type { Engine } from "../../engine.ts";
import type { Article, IndexOutcome, Reindexer } from "../../model/index.ts";

interface TakeFoundOptions {
  readonly engine: Pick<Engine, "sameAs">;
  readonly corpus: Pick<Corpus, "store" | "proposals">;
  readonly logger: Logger;
  /** Shows an article to those who decide. */
  readonly offer: (proposal: Proposal) => Promise<void>;
  /** Told of an article that was added without asking. */
  readonly onAdded: (article: Article) => void;
  /** Aborted when the program stops. */
  readonly signal: AbortSignal;
  readonly read?: (input: DocumentInput) => Promise<DocumentOutcome>;
}

/**
 * What is done with the articles that feeds tell of: each is fetched and read, then offered, or added where its
 * feed is trusted. One that is there already, at this address or another, is passed over.
 */
export function foundTaker(options: TakeFoundOptions): OnFound {
  const { engine, corpus, logger, offer, onAdded, signal } = options;
  const read = options.read ?? ((input) => readDocument(input, { signal }));
  return async (item, fetch) => {
    const { feed, url, published } = item;
    const fetched = await fetch();
    if (!fetched.ok) {
      if (isPassing(fetched.code)) return "later";
      logger.warn({ feed: feed.name, url: fetched.url, code: fetched.code }, "page not fetched");
      return "taken";
    }
    const document = await read(fetched);
    if (signal.aborted) return "later";
    if (!document.ok) {
      logger.warn({ feed: feed.name, url, code: document.code }, "no article on the page");
      return "taken";
    }
    const [found] = document.articles;
    if (isNoArticle(found, item)) {
      logger.warn({ feed: feed.name, url }, "an error or login in place of the page; tried again");
      return "later";
    }
    const article = { ...found, published: found.published ?? vietnamDate(published) };
    const same = await engine.sameAs(article);
    // The next report of a series, in the words of the last one, is news.
    if (same !== null && same.by !== "alike") return "taken";
    const original = originalOf(fetched.bytes, document.kind);
    const by = { id: null, name: feed.name };
    if (feed.auto) {
      corpus.store.save(article, original, by);
      onAdded(article);
    } else {
      await offer(corpus.proposals.create({ article, original, ...standingOf(same), by }));
    }
    return "taken";
  };
}

interface IndexQueueOptions {
  readonly reindexer: Reindexer;
  /** What answers: it takes a new index at once. */
  readonly engine: { readonly reload: () => Promise<unknown> };
  /** True while the index must not be brought up to date unasked: rolled back, or of another model. */
  readonly isHeld?: () => boolean;
  /** Aborted when the program stops. What was not indexed is at the next start. */
  readonly stopping?: AbortSignal;
  /** How often it is tried again while another run is under way. */
  readonly retryMs?: number;
}

const RETRY_MS = 500;

/**
 * Takes what was saved into the index, one run after another: whatever was saved before `request` is in the index
 * when its promise resolves. Requests that come during a run share the next one.
 */
export class IndexQueue {
  #running: Promise<IndexOutcome> | null = null;
  #next: Promise<IndexOutcome> | null = null;
  #again: string[] = [];

  constructor(private readonly options: IndexQueueOptions) {}

  /**
   * @param startedBy Who asked, for the refusal of a second run.
   * @param again Corpus files that are read and embedded again though nothing touched them.
   * @returns How it ended; never rejects.
   */
  request(startedBy: string, again: readonly string[] = []): Promise<IndexOutcome> {
    this.#again.push(...again);
    this.#next ??= this.#after(this.#running, startedBy);
    return this.#next;
  }

  async #after(run: Promise<IndexOutcome> | null, startedBy: string): Promise<IndexOutcome> {
    await run;
    this.#running = this.#next;
    this.#next = null;
    const again = this.#again;
    this.#again = [];
    try {
      return await this.#index(startedBy, again);
    } catch (error) {
      return { kind: "failed", reason: (error as Error).message };
    }
  }

  async #index(startedBy: string, again: readonly string[]): Promise<IndexOutcome> {
    const { reindexer, engine, isHeld, stopping, retryMs = RETRY_MS } = this.options;
    for (;;) {
      if (stopping?.aborted) return { kind: "cancelled" };
      if (isHeld?.()) return { kind: "held" };
      const outcome = await reindexer.start({
        full: false,
        again,
        startedBy,
        onProgress: () => {},
      });
      if (outcome.kind === "done") await engine.reload();
      if (outcome.kind !== "busy") return outcome;
      // That run may have listed the corpus before the change.
      await sleep(retryMs, undefined, stopping && { signal: stopping }).catch(() => null);
    }
  }
}

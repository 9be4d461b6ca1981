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
import type { Article } from "../../model/index.ts";

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

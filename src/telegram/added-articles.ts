import type { Logger } from "pino";
import type { IndexQueue } from "../corpus/index-queue.ts";
import type { Article } from "../ingest/article.ts";
import type { Locale } from "../locale/locale.ts";
import { sourceNote } from "../locale/source-note.ts";
import type { TelegramBot } from "./bot.ts";
import { errorFacts } from "./errors.ts";
import { shorten } from "./render-sources.ts";

const MAX_SHOWN = 10;
const MAX_TITLE_CHARS = 150;
/** Pages of a site come some seconds apart; what comes in one go is told in one message. */
const QUIET_MS = 30_000;

export interface AddedArticlesOptions {
  readonly indexQueue: Pick<IndexQueue, "request">;
  readonly bot: Pick<TelegramBot, "tellAdmins">;
  readonly logger: Logger;
  readonly quietMs?: number;
}

/** Articles that were added without asking: indexed and told to the admins together, once no more come. */
export class AddedArticles {
  readonly #options: AddedArticlesOptions;
  #articles: Article[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(options: AddedArticlesOptions) {
    this.#options = options;
  }

  add(article: Article): void {
    this.#articles.push(article);
    this.stop();
    this.#timer = setTimeout(() => void this.#tell(), this.#options.quietMs ?? QUIET_MS);
  }

  /** Tells no more. What was added is in the log, and in the index after the next start. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #tell(): Promise<void> {
    const { indexQueue, bot, logger } = this.#options;
    const articles = this.#articles;
    this.#articles = [];
    try {
      const outcome = await indexQueue.request("feeds");
      await bot.tellAdmins((locale) => {
        const { adding } = locale.corpus;
        const lines = articles.slice(0, MAX_SHOWN).map((article) => line(article, locale));
        const left = articles.length - lines.length;
        if (left > 0) lines.push(adding.moreArticles(left));
        const state = outcome.kind === "done" ? [] : [adding.notIndexed(outcome)];
        return [adding.autoAdded(articles.length), ...lines, ...state].join("\n");
      });
    } catch (error) {
      logger.warn({ error: errorFacts(error) }, "the admins could not be told what feeds added");
    }
  }
}

const line = (article: Article, locale: Locale) =>
  `• ${shorten(article.title, MAX_TITLE_CHARS)}${sourceNote(article, locale)}`;

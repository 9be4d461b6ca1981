import { InlineKeyboard } from "grammy";
import type { Engine } from "../../engine.ts";
import type { Article } from "../../ingest/article.ts";
import { recognised } from "../../ingest/recognised.ts";
import type { Locale } from "../../locale/locale.ts";
import { articleFacts } from "../adding/card.ts";
import { composeMessages } from "../compose.ts";
import type { ShownMessage } from "./article-list.ts";
import { callbacks } from "./callbacks.ts";

const OPENING_CHARS = 500;
/** A longer address is in no button; the title is a link too. */
const MAX_URL_CHARS = 2_000;

/** Where an article was opened from, in callback data. */
export interface OpenedFrom {
  readonly list: string;
  readonly page: number;
  readonly article: string;
}

/** An article as indexed, with what can be done with it. */
export function articleCard(
  article: Article,
  engine: Pick<Engine, "visitsOf">,
  from: OpenedFrom,
  locale: Locale,
): ShownMessage {
  const texts = locale.articles;
  const { id, url } = article;
  const { list, page } = from;
  const message = composeMessages([
    ...articleFacts(article, locale),
    { runs: [{ text: texts.visits(engine.visitsOf(id)) }] },
    { runs: [{ text: `${locale.corpus.adding.id(id)}` }] },
    { runs: [{ text: recognised(article, OPENING_CHARS).opening }], quote: true, gap: true },
  ])[0]!;
  const keyboard = new InlineKeyboard();
  if (url !== null && url.length <= MAX_URL_CHARS) keyboard.url(texts.openButton, url).row();
  keyboard
    .text(texts.removeButton, callbacks.remove(list, page, from.article))
    .text(texts.reindexButton, callbacks.reindex(from.article))
    .row()
    .text(texts.backButton, callbacks.page(list, page));
  return { message, keyboard };
}

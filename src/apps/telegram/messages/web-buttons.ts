import type { InlineKeyboard } from "grammy";
import type { Locale } from "../../../locale/index.ts";
import type { Citation } from "../../../model/index.ts";
import type { BotContext } from "../context.ts";

/** Most articles that an answer offers in this way. */
const MOST = 3;

/**
 * Adds a row that opens in the web reader what an answer cites and what has no page of its own. Telegram takes such
 * buttons in private chats and for https alone; elsewhere the linked numbers lead there.
 */
export function addWebButtons(
  keyboard: InlineKeyboard,
  citations: readonly Citation[],
  { reader }: Locale,
  chat: BotContext["chat"],
): InlineKeyboard {
  if (chat?.type !== "private") return keyboard;
  const first = new Map(citations.toReversed().map((one) => [one.articleId, one]));
  const opened = [...first.values()]
    .filter(({ url, link }) => url === null && link?.startsWith("https:"))
    .toSorted((a, b) => a.n - b.n)
    .slice(0, MOST);
  for (const { n, link } of opened)
    keyboard.webApp(reader.openButton(citations.length === 1 ? null : n), link!);
  return opened.length > 0 ? keyboard.row() : keyboard;
}

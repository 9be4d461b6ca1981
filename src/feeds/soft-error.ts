import type { Article } from "../ingest/article.ts";
import { terms } from "../text/terms.ts";
import type { FoundArticle } from "./feed.ts";
import { isOnTopic } from "./topic.ts";

/** A brief of an office has two sentences; what pages of errors, of a login and of a challenge say is shorter. */
const MIN_WORDS = 40;
/** Of the title's words that must stand on the page. */
const TITLE_SHARE = 0.5;

/**
 * True for a page that a site shows in place of an article with the status of success: an error, a login, a test whether
 * somebody is human. It has too little prose, or neither the title that the feed told nor its topic.
 */
export function isNoArticle(
  { title, text }: Pick<Article, "title" | "text">,
  found: Pick<FoundArticle, "title" | "feed">,
): boolean {
  const words = new Set(terms(`${title} ${text}`).map(({ folded }) => folded));
  if (terms(text).length < MIN_WORDS) return true;
  const wanted = terms(found.title ?? "").map(({ folded }) => folded);
  const there = wanted.filter((word) => words.has(word)).length;
  return there < wanted.length * TITLE_SHARE && !isOnTopic(`${title}\n${text}`, found.feed.topic);
}

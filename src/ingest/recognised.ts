import { fold } from "../text/fold.ts";
import { isoDate } from "../text/partial-date.ts";
import type { Article } from "./article.ts";

/** What was recognised of an article, for a card that asks whether to keep it. */
export interface Recognised {
  readonly title: string;
  readonly url: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly event: Article["event"];
  readonly syllables: number;
  readonly characters: number;
  /** The beginning of the report, whole words, at most `maxChars`. */
  readonly opening: string;
}

/** Sums an article up. */
export function recognised(article: Article, maxChars = 300): Recognised {
  const { title, url, source, author, published, event, text } = article;
  const cut = text.slice(0, maxChars + 1);
  const opening =
    text.length <= maxChars
      ? text
      : `${cut.slice(0, Math.max(cut.lastIndexOf(" "), maxChars / 2)).trimEnd()}…`;
  const syllables = text.split(/\s+/u).length;
  return {
    title,
    url,
    source,
    author,
    published,
    event,
    syllables,
    characters: text.length,
    opening,
  };
}

const MAX_SLUG_CHARS = 70;

/**
 * A file name for an article, without extension: the day of the event, or of publication, and the title in plain
 * letters (`2025-01-21-lanh-dao-tinh-tiep-doan-bang-tuong`). Not unique.
 */
export function articleSlug(article: Pick<Article, "title" | "published" | "event">): string {
  const day = (article.event && isoDate(article.event.date)) ?? article.published;
  const words = fold(article.title).match(/[a-z0-9]+/gu) ?? [];
  const name = [...(day === null ? [] : [day]), ...words].join("-");
  const short =
    name.length <= MAX_SLUG_CHARS ? name : name.slice(0, name.lastIndexOf("-", MAX_SLUG_CHARS));
  return short.slice(0, MAX_SLUG_CHARS) || "bai-viet";
}

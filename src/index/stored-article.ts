import type { Article } from "../ingest/article.ts";
import type { SqlRow, SqlValue } from "./sqlite.ts";

/** Columns of an article, in the order of `articleValues`. */
export const ARTICLE_COLUMNS =
  "id, part_of, title, url, source, author, published, event, text, blocks";

export function articleValues(article: Article): SqlValue[] {
  return [
    article.id,
    article.partOf,
    article.title,
    article.url,
    article.source,
    article.author,
    article.published,
    article.event && JSON.stringify(article.event),
    article.text,
    JSON.stringify(storedBlocks(article)),
  ];
}

/** Reads back a row of `ARTICLE_COLUMNS`. */
export function articleOf(row: SqlRow): Article {
  const [id, partOf, title, url, source, author, published, event, text, blocks] = row as string[];
  return {
    id: id!,
    partOf: partOf ?? null,
    title: title!,
    url: url ?? null,
    source: source ?? null,
    author: author ?? null,
    published: published ?? null,
    event: event ? JSON.parse(event) : null,
    text: text!,
    ...blocksOf(JSON.parse(blocks!)),
  };
}

type Stored = Pick<Article, "blocks" | "leftOut" | "image">;

/** What there is beside the blocks stands with them, so that indexes written before it was told are still read. */
function storedBlocks({ blocks, leftOut, image }: Article): Stored | Article["blocks"] {
  if (leftOut == null && image === undefined) return blocks;
  return {
    blocks,
    ...(leftOut == null ? {} : { leftOut }),
    ...(image === undefined ? {} : { image }),
  };
}

function blocksOf(stored: Stored | Article["blocks"]): Stored {
  return "blocks" in stored ? { leftOut: null, ...stored } : { blocks: stored, leftOut: null };
}

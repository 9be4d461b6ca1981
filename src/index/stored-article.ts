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
    // Beside the blocks only where there is something: most articles were read from text.
    JSON.stringify(
      article.image ? { blocks: article.blocks, image: article.image } : article.blocks,
    ),
  ];
}

/** Reads back a row of `ARTICLE_COLUMNS`. */
export function articleOf(row: SqlRow): Article {
  const [id, partOf, title, url, source, author, published, event, text, blocks] = row as string[];
  const stored: Article["blocks"] | Pick<Article, "blocks" | "image"> = JSON.parse(blocks!);
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
    ...("blocks" in stored ? stored : { blocks: stored }),
  };
}

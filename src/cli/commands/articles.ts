import { isProblem } from "../../index/manifest.ts";
import { openIndex } from "../../index/open-index.ts";
import type { Article } from "../../ingest/article.ts";
import { findArticles } from "../../retrieval/find-articles.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

export interface ArticlesOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** `articles`: the indexed articles, newest first, or those that words find, best first. @returns The exit code. */
export async function articles(
  words: readonly string[],
  { limit, json }: ArticlesOptions,
): Promise<number> {
  const { indexDir } = settings();
  const index = openIndex(indexDir);
  if (isProblem(index)) throw new Error(`${index.reason}. Run "npm run -s cli -- index" first.`);
  try {
    const query = words.join(" ").trim();
    const ids = query === "" ? null : findArticles(index, query);
    const total = ids?.length ?? index.status().articles;
    const found: readonly Article[] =
      ids?.slice(0, limit).map((id) => index.article(id)!) ?? index.articles(0, limit);
    if (json) {
      const rows = found.map(({ id, title, source, url, published }) => ({
        id,
        title,
        source,
        url,
        published,
        path: index.pathOf(id),
        visits: index.visitsOf(id),
      }));
      await printLine(JSON.stringify(rows));
      return 0;
    }
    for (const { id, title, source, published } of found) {
      await printLine(
        `${published ?? "????-??-??"}  ${id}\n            ${title} (${source ?? "source unknown"})`,
      );
    }
    process.stderr.write(
      found.length < total
        ? `${found.length} of ${total} articles; --limit shows more\n`
        : `${total} article${total === 1 ? "" : "s"}\n`,
    );
    return 0;
  } finally {
    index.close();
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ingestFile } from "../../src/articles/parse/ingest-file.ts";
import type { Article } from "../../src/model/article.ts";
import { corpusDir } from "../shared/corpus-dir.ts";

/** Runs the ingest over a corpus (folder, or JSON file of news). @returns The articles by id. */
export function readArticles(path: string): ReadonlyMap<string, Article> {
  const corpus = corpusDir(path);
  try {
    const articles = readdirSync(corpus.dir).flatMap((name) => {
      const result = ingestFile(name, readFileSync(join(corpus.dir, name)));
      return result.ok ? result.articles : [];
    });
    return new Map(articles.map((article) => [article.id, article]));
  } finally {
    corpus.dispose();
  }
}

import { articleId, canonicalUrl } from "../../articles/parse/index.ts";
import { foldedTerms, normalizeLine, terms } from "../../language/text/index.ts";
import type { Article, IndexReader } from "../../model/index.ts";

/** Chunks that are looked at; the articles beyond them are worse. */
const MAX_CHUNKS = 400;
/** Somebody who looks for an article remembers its title. */
const WEIGHTS = { title: 5, body: 1 };

type FindableIndex = Pick<IndexReader, "searchLexical" | "chunks" | "article" | "addresses">;

/**
 * Finds articles by words, with or without marks, in title, text, source and day of publication; by their id or file
 * name; or by their address. Those that hold all the words, or where there is none, those that hold some.
 *
 * @returns Ids of articles, not of briefs, best first.
 */
export function findArticles(index: FindableIndex, words: string): string[] {
  const line = normalizeLine(words);
  const named = index.article(line) ?? index.article(articleId(line));
  if (named !== null) return [named.partOf ?? named.id];
  if (/^https?:\/\//iu.test(line)) {
    const url = canonicalUrl(line);
    return index
      .addresses()
      .filter((one) => canonicalUrl(one.url) === url)
      .map((one) => one.articleId);
  }
  const wanted = [...new Set(foldedTerms(line))];
  const options = { folded: true, k: MAX_CHUNKS, weights: WEIGHTS };
  const rows = index.searchLexical(wanted, options).map(({ row }) => row);
  const found = new Map<string, Article>();
  for (const { articleId: id } of index.chunks(rows)) {
    const main = id.replace(/#\d+$/u, "");
    if (!found.has(main)) found.set(main, index.article(main)!);
  }
  const all = [...found.values()];
  const complete = all.filter((article) => holds(article, wanted));
  return (complete.length > 0 ? complete : all).map(({ id }) => id);
}

function holds({ title, source, published, text }: Article, wanted: readonly string[]): boolean {
  const own = terms(`${title}\n${source ?? ""}\n${published ?? ""}\n${text}`);
  const held = new Set(own.map(({ folded }) => folded));
  return wanted.every((word) => held.has(word));
}

import { findArticles } from "../../../answers/search/index.ts";
import {
  articleId,
  type CorpusFile,
  type IndexedArticle,
  articleId as idOfFile,
  listCorpus,
} from "../../../articles/parse/index.ts";
import { pick } from "../../../exports/index.ts";
import { type IndexPlace, indexPlace, isProblem, openIndex } from "../../../index/index.ts";
import { normalizeLine, rowCells } from "../../../language/text/index.ts";
import { foreignLanguage } from "../../../language/translate/index.ts";
import type { Article } from "../../../model/index.ts";
import { note, printableName, printLine, UsageError } from "../io.ts";
import { searchJson } from "../json.ts";
import { commandLineActor, withCorpus, withIndex } from "../open.ts";
import { startEngine } from "../settings.ts";
import { imageText, leftOutText } from "./add.ts";
import { runBatch } from "./ask.ts";
import { indexChanges } from "./index.ts";

const LANGUAGE_NAMES = { vi: "Vietnamese", en: "English", zh: "Chinese" } as const;

function eventText({ event, text }: Article): string {
  if (event === null) return "unknown";
  const { year, month, day } = event.date;
  const parts = [year ?? "????", month ?? "??", day ?? "??"].map((n) => String(n).padStart(2, "0"));
  return `${parts.join("-")} (from "${text.slice(event.start, event.end)}")`;
}

function articleText(article: Article, briefs: readonly Article[], chunks: number): string {
  const fields = {
    id: article.id,
    "part of": article.partOf ?? "–",
    title: article.title,
    source: article.source ?? "unknown",
    url: article.url ?? "unknown",
    author: article.author ?? "unknown",
    published: article.published ?? "unknown",
    event: eventText(article),
    language: LANGUAGE_NAMES[foreignLanguage(article.text) ?? "vi"],
    ...(article.image === undefined ? {} : { "read from": imageText(article.image) }),
    chunks,
    "left out": article.leftOut == null ? "unknown" : leftOutText(article.leftOut),
    briefs: briefs.map(({ id }) => id).join(", ") || "–",
  };
  const blocks = article.blocks.map(
    ({ kind, start, end }) => `[${kind} ${start}-${end}] ${article.text.slice(start, end)}`,
  );
  // The rows of a sheet are briefs of their own, and part of what was read.
  const rows = briefs
    .filter(({ text }) => rowCells(text) !== null)
    .map(({ id, text }) => `[row ${id}] ${text}`);
  const head = Object.entries(fields).map(([k, v]) => `${k}: ${v}`);
  return [...head, "", ...blocks, ...rows].join("\n");
}

/** `show`: an article as indexed, with what was recognised. @returns The exit code. */
export async function show(id: string, options: { readonly json?: boolean }): Promise<number> {
  return await withIndex(async (index) => {
    const wanted = id.normalize("NFC");
    const article = index.article(wanted) ?? index.article(idOfFile(wanted));
    if (article === null)
      throw new Error(
        `There is no article ${id} in the index. "npm run -s cli -- search WORDS" shows ids.`,
      );
    const briefs = index.briefs(article.id);
    const chunks = index.chunksOfArticle(article.id).length;
    const json = { ...article, briefs: briefs.map((brief) => brief.id), chunks };
    await printLine(options.json ? JSON.stringify(json) : articleText(article, briefs, chunks));
    return 0;
  });
}

interface ArticlesOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** `articles`: the indexed articles, newest first, or those that words find, best first. @returns The exit code. */
export async function articles(
  words: readonly string[],
  { limit, json }: ArticlesOptions,
): Promise<number> {
  return await withIndex(async (index) => {
    const query = words.join(" ").trim();
    const ids = query === "" ? null : findArticles(index, query);
    const total = ids?.length ?? index.status().articles;
    const found: readonly Article[] =
      ids?.slice(0, limit).map((id) => index.article(id)!) ?? index.articles(0, limit);
    if (json) {
      const rows = found.map((one) => ({
        ...pick(one, "id", "title", "source", "url", "published"),
        path: index.pathOf(one.id),
        visits: index.visitsOf(one.id),
      }));
      await printLine(JSON.stringify(rows));
      return 0;
    }
    for (const { id, title, source, published } of found)
      await printLine(
        `${published ?? "????-??-??"}  ${id}\n            ${title} (${source ?? "source unknown"})`,
      );
    process.stderr.write(
      found.length < total
        ? `${found.length} of ${total} articles; --limit shows more\n`
        : `${total} article${total === 1 ? "" : "s"}\n`,
    );
    return 0;
  });
}

interface SearchOptions {
  readonly json?: boolean;
  readonly k: number;
  readonly mode: "hybrid" | "dense" | "lexical";
  readonly batch?: string;
}

/** `search`: the best passages for a query, or for each of a batch. @returns The exit code. */
export async function search(words: readonly string[], options: SearchOptions): Promise<number> {
  const { json, k, mode, batch } = options;
  if (words.length === 0 && batch === undefined) throw new UsageError('give a query: search "…"');
  if (words.length > 0 && batch !== undefined)
    throw new UsageError("give a query or --batch, not both");
  const engine = await startEngine();
  try {
    if (batch !== undefined) {
      const well = await runBatch(batch, ["query", "question"], async (query, id) =>
        searchJson(query, await engine.search(query, { k, mode }), id),
      );
      return well ? 0 : 1;
    }
    const query = words.join(" ");
    const hits = await engine.search(query, { k, mode });
    if (json) await printLine(JSON.stringify(searchJson(query, hits)));
    else {
      for (const [i, hit] of hits.entries())
        await printLine(`${i + 1}. ${hit.articleId}  (${hit.score.toFixed(3)})\n   ${hit.text}\n`);
      if (hits.length === 0) await printLine("nothing found");
    }
    return 0;
  } finally {
    await engine.close();
  }
}

/** The corpus file of an article id or path, or why there is none. */
function fileOf(files: readonly CorpusFile[], given: string): CorpusFile | string {
  const id = normalizeLine(given);
  const find = (wanted: string) =>
    files.find((file) => file.path.normalize("NFC") === wanted || file.articleId === wanted);
  const file = find(id) ?? find(articleId(id));
  if (file !== undefined) return file;
  const page = find(id.replace(/#\d+$/u, ""));
  return page === undefined
    ? 'There is no such article. "npm run -s cli -- articles WORDS" shows ids.'
    : `It is a brief on another article's page. Remove the page: ${page.articleId}`;
}

/** An indexed article by its id or path; null where it is not indexed. */
export function storedArticle(place: IndexPlace, given: string): IndexedArticle | null {
  const index = openIndex(place);
  if (isProblem(index)) return null;
  try {
    const id = normalizeLine(given);
    const article = index.article(id) ?? index.article(articleId(id));
    return article && { article, path: index.pathOf(article.id)! };
  } finally {
    index.close();
  }
}

/** `remove`: takes articles out of the corpus and the index. @returns 1 where one could not be found. */
export async function remove(ids: readonly string[]): Promise<number> {
  return await withCorpus(async ({ config, logger, corpus }) => {
    const actor = commandLineActor();
    const { files } = listCorpus(config.corpusDir);
    let removed = 0;
    for (const id of new Set(ids)) {
      const file = fileOf(files, id);
      if (typeof file === "string") {
        note(`failed ${printableName(id)}: ${file}`);
        continue;
      }
      const title =
        storedArticle(indexPlace(config), file.articleId)?.article.title ?? file.articleId;
      if (corpus.store.remove(file.path, title, actor))
        await printLine(`removed ${printableName(file.articleId)}: ${title}`);
      removed++;
    }
    if (removed > 0) {
      await indexChanges(config, actor.name, logger);
      await printLine('take it back with "npm run -s cli -- undo"');
    }
    return removed === new Set(ids).size ? 0 : 1;
  });
}

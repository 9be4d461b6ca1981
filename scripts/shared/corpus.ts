import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pino from "pino";
import { stringify } from "yaml";
import * as z from "zod";
import { listCorpus } from "../../src/articles/parse/corpus-files.ts";
import { ingestFile } from "../../src/articles/parse/parse-document.ts";
import { readConfig } from "../../src/config/config.ts";
import { createEngine, type VisitsEngine } from "../../src/engine.ts";
import type { Article } from "../../src/model/article.ts";

const newsSchema = z.array(
  z.object({ id: z.string(), title: z.string(), lead: z.string(), body: z.array(z.string()) }),
);

/** Reads a JSON file `[{id, title, lead, body: [paragraph]}]`. */
export const readNews = (path: string) => newsSchema.parse(JSON.parse(readFileSync(path, "utf8")));

/** A folder of articles that `dispose` removes where it was made for the run. */
export interface CorpusDir {
  readonly dir: string;
  dispose(): void;
}

/** Makes a temporary folder that is removed at the end. */
export function temporaryDir(prefix: string): CorpusDir {
  const dir = mkdtempSync(join(tmpdir(), prefix));
  return { dir, dispose: () => rmSync(dir, { recursive: true, force: true }) };
}

/** The files of the folders that a list names, a line each and relative to it; `#` starts a comment. */
function listedFolders(list: string): CorpusDir {
  const folder = temporaryDir("visits-corpus-");
  const named = readFileSync(list, "utf8").split(/\r?\n/u);
  for (const line of named.filter((line) => line.trim() !== "" && !line.startsWith("#")))
    cpSync(join(dirname(list), line.trim()), folder.dir, { recursive: true });
  return folder;
}

/**
 * A corpus to measure on: a folder as it is, a `.txt` file that names the folders whose files it has, or a JSON file
 * `[{id, title, lead, body: [paragraph]}]` written out as one Markdown file an article.
 */
export function corpusDir(path: string): CorpusDir {
  if (statSync(path).isDirectory()) return { dir: path, dispose: () => {} };
  if (path.endsWith(".txt")) return listedFolders(path);
  const folder = temporaryDir("visits-corpus-");
  for (const { id, title, lead, body } of readNews(path)) {
    const text = [lead, ...body].filter((paragraph) => paragraph.trim() !== "").join("\n\n");
    writeFileSync(join(folder.dir, `${id}.md`), `---\n${stringify({ title })}---\n\n${text}\n`);
  }
  return folder;
}

/** An engine over a corpus of its own, with a temporary index. */
interface OpenCorpus {
  readonly engine: VisitsEngine;
  close(): Promise<void>;
}

/** Indexes a corpus (folder or JSON file) into a temporary folder and opens it. */
export async function openCorpus(path: string): Promise<OpenCorpus> {
  const corpus = corpusDir(path);
  const index = temporaryDir("visits-index-");
  // On a busy machine a page that takes longer would be left out, and what is measured would be another corpus.
  const own = { BOT_TOKEN: "", CORPUS_DIR: corpus.dir, INDEX_DIR: index.dir, FILE_TIMEOUT: "600" };
  const env = { ...process.env, ...own };
  const config = readConfig(env, process.cwd());
  const engine = await createEngine({ config, logger: pino({ level: "error" }) });
  return {
    engine,
    async close() {
      await engine.close();
      corpus.dispose();
      index.dispose();
    },
  };
}

/** Runs the ingest over a corpus (folder, or JSON file of news). @returns The articles by id. */
export function readArticles(path: string): ReadonlyMap<string, Article> {
  const corpus = corpusDir(path);
  try {
    return articlesIn(corpus.dir);
  } finally {
    corpus.dispose();
  }
}

/** The same of a folder, subfolders included. */
export function articlesIn(dir: string): ReadonlyMap<string, Article> {
  const articles = listCorpus(dir).files.flatMap(({ path, absolutePath }) => {
    const result = ingestFile(path, readFileSync(absolutePath));
    return result.ok ? result.articles : [];
  });
  return new Map(articles.map((article) => [article.id, article]));
}

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { listCorpus } from "../../src/articles/parse/corpus-files.ts";
import { ingestFile } from "../../src/articles/parse/ingest-file.ts";
import type { Article, Visit } from "../../src/model/index.ts";
import { mergeReports } from "../../src/visits/merge/merge-reports.ts";
import { readVisits } from "../../src/visits/read/read-visits.ts";
import { corpusDir } from "../shared/corpus-dir.ts";
import { readXquad } from "../shared/xquad.ts";

/** Articles with the records that were read from them. */
export interface Source {
  readonly name: string;
  readonly articles: ReadonlyMap<string, Article>;
  readonly records: readonly Visit[];
}

/** A folder of articles, subfolders included, or a JSON file of news. */
export function readSource(path: string): Source {
  const corpus = corpusDir(path);
  try {
    return sourceOf(basename(path), articlesIn(corpus.dir));
  } finally {
    corpus.dispose();
  }
}

/** The paragraphs of a SQuAD-like file, each an article. */
export function readParagraphs(path: string): Source {
  const { corpus } = readXquad(path);
  try {
    return { ...sourceOf(basename(path), articlesIn(corpus.dir)), records: [] };
  } finally {
    corpus.dispose();
  }
}

function articlesIn(dir: string): Article[] {
  return listCorpus(dir).files.flatMap(({ path, absolutePath }) => {
    const result = ingestFile(path, readFileSync(absolutePath));
    return result.ok ? result.articles : [];
  });
}

function sourceOf(name: string, list: readonly Article[]): Source {
  const articles = new Map(list.map((article) => [article.id, article]));
  const reports = list.flatMap((article) => readVisits(article));
  return { name, articles, records: mergeReports(reports, (id) => articles.get(id)) };
}

/** A number from 0 up to 1 that the text alone decides. */
function share(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** A third of the articles is only counted: nobody looks at its cases while the check is made. */
export const isUnseen = (articleId: string): boolean => share(`unseen ${articleId}`) < 1 / 3;

/** Draws by a seed, so that every run draws the same. */
export class Draw {
  readonly #seed: string;
  #count = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  next(): number {
    this.#count += 1;
    return share(`${this.#seed} ${this.#count}`);
  }

  one<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)];
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, order: this.next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }
}

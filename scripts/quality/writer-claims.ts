import { createHash } from "node:crypto";
import { basename } from "node:path";
import { chunkArticle } from "../../src/articles/parse/chunk.ts";
import type {
  Article,
  Language,
  Visit,
  WriterPassage,
  WrittenContext,
} from "../../src/model/index.ts";
import { mergeReports } from "../../src/visits/merge/merge-reports.ts";
import { readVisits } from "../../src/visits/read/read-visits.ts";
import { articlesIn, readArticles } from "../shared/corpus.ts";
import { readXquad } from "../shared/xquad.ts";

/** Articles with the records that were read from them. */
export interface Source {
  readonly name: string;
  readonly articles: ReadonlyMap<string, Article>;
  readonly records: readonly Visit[];
}

/** A folder of articles, subfolders included, or a JSON file of news. */
export function readSource(path: string): Source {
  return sourceOf(basename(path), readArticles(path));
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

function sourceOf(name: string, articles: ReadonlyMap<string, Article>): Source {
  const reports = [...articles.values()].flatMap((article) => readVisits(article));
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
  #count = 0;

  constructor(private readonly seed: string) {}

  next(): number {
    this.#count += 1;
    return share(`${this.seed} ${this.#count}`);
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

/** A range of an article. */
export interface Range {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
}

/** A person as a claim writes them. */
export interface ClaimedPerson {
  readonly name: string;
  readonly written: string;
  readonly office: string | null;
  readonly writtenOffice: string | null;
  readonly side: "host" | "guest" | null;
}

/** A sentence that is true of some passages, and what the program that made it knows of it. */
export interface Claim {
  readonly kind: string;
  readonly language: Language;
  readonly text: string;
  /** What it was made from; the passages that hold it are cited. */
  readonly from: readonly Range[];
  readonly record: Visit | null;
  readonly persons: readonly ClaimedPerson[];
  /** The sentence with host and guest exchanged, where it tells of them. */
  readonly reversed: string | null;
}

/** A claim with the passages that a model would have got. */
export interface Case {
  readonly claim: Claim;
  readonly text: string;
  readonly cited: readonly number[];
  readonly context: WrittenContext;
  /** What was done to it; null for a true one. */
  readonly corruption: string | null;
}

const OTHERS_OF_ARTICLE = 2;
const OTHER_ARTICLES = 3;

const chunksOf = (article: Article): Range[] =>
  chunkArticle(article).map(({ start, end }) => ({ articleId: article.id, start, end }));

const holds = (outer: Range, inner: Range) =>
  outer.articleId === inner.articleId && outer.start <= inner.start && inner.end <= outer.end;

/** Passages beside a claim: those that hold it, others of its article, and some of other articles. */
export function contextOf(
  claim: Claim,
  source: Source,
  seed: string,
): Omit<Case, "corruption"> | null {
  const draw = new Draw(seed);
  const own = [...new Set(claim.from.map(({ articleId }) => articleId))];
  const chunks = own.flatMap((id) => chunksOf(source.articles.get(id)!));
  const cited: Range[] = [];
  for (const range of claim.from) {
    if (cited.some((chunk) => holds(chunk, range))) continue;
    const chunk = chunks.find((one) => holds(one, range));
    if (chunk === undefined) return null;
    cited.push(chunk);
  }
  if (cited.length === 0 || cited.length > 3) return null;
  const rest = draw
    .shuffled(chunks.filter((chunk) => !cited.includes(chunk)))
    .slice(0, OTHERS_OF_ARTICLE);
  const foreign = draw
    .shuffled([...source.articles.keys()].filter((id) => !own.includes(id)))
    .slice(0, OTHER_ARTICLES)
    .flatMap((id) => chunksOf(source.articles.get(id)!).slice(0, 1));
  const passages = draw
    .shuffled([...cited, ...rest, ...foreign])
    .map((range, i) => passageOf(range, i + 1, source));
  const numbers = passages.filter((p) => cited.some((chunk) => holds(p, chunk))).map(({ n }) => n);
  const ids = new Set(passages.map(({ articleId }) => articleId));
  return {
    claim,
    text: claim.text,
    cited: numbers,
    context: {
      question: claim.text,
      language: claim.language,
      passages,
      records: source.records.filter(({ articleIds }) => articleIds.some((id) => ids.has(id))),
    },
  };
}

function passageOf({ articleId, start, end }: Range, n: number, source: Source): WriterPassage {
  const article = source.articles.get(articleId)!;
  const { title, source: paper, published, text } = article;
  return {
    n,
    articleId,
    title,
    source: paper,
    published,
    text: text.slice(start, end),
    start,
    end,
  };
}

/** The text as a model would write it. */
export function asWritten({ text, cited, claim }: Case, draw: Draw): string {
  const marks = draw.next() < 0.2 ? `[${cited.join(", ")}]` : cited.map((n) => `[${n}]`).join("");
  const stop = claim.language === "zh" ? "。" : ".";
  const bare = text.replace(/[.。;]\s*$/u, "");
  return draw.next() < 0.5 ? `${bare} ${marks}${stop}` : `${bare}${stop} ${marks}`;
}

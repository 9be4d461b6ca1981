import { chunkArticle } from "../../src/articles/parse/chunk.ts";
import type {
  Article,
  Language,
  Visit,
  WriterPassage,
  WrittenContext,
} from "../../src/model/index.ts";
import { Draw, type Source } from "./data.ts";

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
  /** Words of its act, as written, with what they stand for. */
  readonly act: { readonly words: string; readonly is: "proposed" | "agreed" | "other" } | null;
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

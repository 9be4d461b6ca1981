import type { Article } from "../ingest/article.ts";
import { sentences } from "../text/sentences.ts";

/** A sentence of an article's report. */
export interface ReportSentence {
  /** UTF-16 range in `Article.text`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Number of its block. */
  readonly block: number;
}

const READ = new WeakMap<Article, readonly ReportSentence[]>();

/** The sentences of an article's lead and paragraphs, in order; captions and bylines are left out. */
export function reportSentences(article: Article): readonly ReportSentence[] {
  const known = READ.get(article);
  if (known !== undefined) return known;
  const found = article.blocks.flatMap((block, i) =>
    block.kind !== "lead" && block.kind !== "paragraph"
      ? []
      : sentences(article.text.slice(block.start, block.end)).map(({ start, end }) => ({
          start: block.start + start,
          end: block.start + end,
          text: article.text.slice(block.start + start, block.start + end),
          block: i,
        })),
  );
  READ.set(article, found);
  return found;
}

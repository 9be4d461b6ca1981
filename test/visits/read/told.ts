import { assemble } from "../../../src/articles/parse/page/assemble.ts";
import type { Article, Block } from "../../../src/model/article.ts";
import type { VisitReport } from "../../../src/model/visit.ts";
import { readVisits } from "../../../src/visits/read/read-visits.ts";

/** What is known of a page besides its blocks. */
type Options = { id?: string; title?: string; published?: string | null };

/** An article of the given blocks. */
export function pageOf(
  blocks: readonly (readonly [Block["kind"], string])[],
  { id = "bai", title = "Tin đối ngoại", published = null }: Options = {},
): Article {
  const [article] = assemble(id, {
    ...{ title, url: `https://bao.example/${id}`, source: null, author: null, published },
    ...{ blocks: blocks.map(([kind, text]) => ({ kind, text })), teasers: [] },
  });
  return article!;
}

/** An article of the given paragraphs, the first one its lead; those that are named are headings. */
export function articleOf(
  text: string,
  { headings = [], ...options }: Options & { headings?: readonly string[] } = {},
): Article {
  const blocks = text
    .split("\n\n")
    .map((paragraph, i): [Block["kind"], string] => [
      headings.includes(paragraph) ? "heading" : i === 0 ? "lead" : "paragraph",
      paragraph,
    ]);
  return pageOf(blocks, options);
}

/** What is read of the given paragraphs. */
export function told(text: string, options: Parameters<typeof articleOf>[1] = {}): VisitReport[] {
  return readVisits(articleOf(text, options));
}

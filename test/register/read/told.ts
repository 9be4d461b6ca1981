import type { Article } from "../../../src/ingest/article.ts";
import { assemble } from "../../../src/ingest/assemble.ts";
import { readVisits } from "../../../src/register/read/read-visits.ts";
import type { VisitReport } from "../../../src/register/visit.ts";

/** An article of the given paragraphs, the first one its lead. */
export function articleOf(
  text: string,
  { id = "bai", title = "Tin đối ngoại", published = null as string | null } = {},
): Article {
  const blocks = text.split("\n\n").map((paragraph, i) => ({
    kind: i === 0 ? ("lead" as const) : ("paragraph" as const),
    text: paragraph,
  }));
  const url = `https://bao.example/${id}`;
  const [article] = assemble(id, {
    title,
    url,
    source: null,
    author: null,
    published,
    blocks,
    teasers: [],
  });
  return article!;
}

/** What is read of the given paragraphs. */
export function told(text: string, options: Parameters<typeof articleOf>[1] = {}): VisitReport[] {
  return readVisits(articleOf(text, options));
}

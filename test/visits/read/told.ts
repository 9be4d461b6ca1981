import { assemble } from "../../../src/articles/parse/page/assemble.ts";
import type { Article } from "../../../src/model/article.ts";
import type { VisitReport } from "../../../src/model/visit.ts";
import { readVisits } from "../../../src/visits/read/read-visits.ts";

/** An article of the given paragraphs, the first one its lead. */
export function articleOf(
  text: string,
  {
    id = "bai",
    title = "Tin đối ngoại",
    published = null as string | null,
    headings = [] as readonly string[],
  } = {},
): Article {
  const blocks = text.split("\n\n").map((paragraph, i) => ({
    kind: headings.includes(paragraph)
      ? ("heading" as const)
      : i === 0
        ? ("lead" as const)
        : ("paragraph" as const),
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

import type { Article } from "../../../../src/model/article.ts";

/** An article of paragraphs that are parted by empty lines. */
export function articleOf(report: {
  readonly title: string;
  readonly published: string | null;
  readonly text: string;
}): Article {
  const { title, published, text } = report;
  let at = 0;
  const blocks = text.split("\n\n").map((paragraph, i) => {
    const start = at;
    at += paragraph.length + 2;
    return { kind: i === 0 ? "lead" : "paragraph", start, end: start + paragraph.length };
  });
  return { id: "a", title, published, text, blocks } as unknown as Article;
}

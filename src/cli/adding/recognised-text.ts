import type { Article } from "../../ingest/article.ts";
import { recognised } from "../../ingest/recognised.ts";
import { formatPartialDate } from "../../text/partial-date.ts";
import { wrap } from "../columns.ts";

const WIDTH = 100;

/** What was recognised of an article, in indented lines. */
export function recognisedText(article: Article): string {
  const { title, source, url, published, event, syllables, opening } = recognised(article);
  const days = event === null ? [] : [event.date, ...(event.endDate ? [event.endDate] : [])];
  const fields = {
    title,
    source: source ?? "unknown",
    url: url ?? "unknown",
    published: published ?? "unknown",
    event: days.flatMap((day) => formatPartialDate(day) ?? []).join(" – ") || "unknown",
    length:
      article.leftOutChars === undefined
        ? `${syllables} words`
        : `${syllables} words; the article is too long, its last ${article.leftOutChars} characters are left out`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`);
  const text = wrap(opening, WIDTH).map((line) => `  | ${line}`);
  return [...lines, ...text].join("\n");
}

import type { Article } from "../../ingest/article.ts";
import { type LeftOut, leftOutLetters } from "../../ingest/left-out.ts";
import { recognised } from "../../ingest/recognised.ts";
import { formatPartialDate } from "../../text/partial-date.ts";
import { wrap } from "../columns.ts";

const WIDTH = 100;

/** `pictures of pages 1, 2 of 2 (sureness 91 of 100)`. */
export function imageText({ sureness, pages, unread, of }: NonNullable<Article["image"]>): string {
  const left = unread.length === 0 ? "" : `; not readable, left out: ${unread.join(", ")}`;
  return `pictures of pages ${pages.join(", ")} of ${of} (sureness ${sureness} of 100)${left}`;
}

/** How much of the source is not in the article, and why: "412 of 3900 letters: furniture 300, related 112". */
export function leftOutText(leftOut: LeftOut): string {
  const reasons = Object.entries(leftOut.left).map(([reason, letters]) => `${reason} ${letters}`);
  const told = reasons.length === 0 ? "" : `: ${reasons.join(", ")}`;
  return `${leftOutLetters(leftOut)} of ${leftOut.source} letters${told}`;
}

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
    ...(article.image === undefined ? {} : { "read from": imageText(article.image) }),
    "left out": article.leftOut == null ? "unknown" : leftOutText(article.leftOut),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`);
  const text = wrap(opening, WIDTH).map((line) => `  | ${line}`);
  return [...lines, ...text].join("\n");
}

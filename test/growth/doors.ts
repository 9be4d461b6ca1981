import { parseFeeds } from "../../src/articles/feeds/feeds-file.ts";
import { readItems } from "../../src/articles/feeds/read-feed.ts";
import { ingestFile } from "../../src/articles/parse/parse-document.ts";
import { datesIn } from "../../src/language/text/dates.ts";
import { normalizeLine } from "../../src/language/text/normalize.ts";
import { readVisits } from "../../src/visits/read/read-visits.ts";

/** A public door through which text comes in. */
export interface Door {
  readonly name: string;
  readonly take: (text: string) => unknown;
}

const OPENING =
  "Tiếp đoàn Trung Quốc thăm tỉnh\n\nSáng 1/1/2020, lãnh đạo tỉnh tiếp đoàn Trung Quốc.\n\n";
const BASE = "https://bao.example.vn/";

function page(name: string, text: string): void {
  const read = ingestFile(name, new TextEncoder().encode(text));
  if (read.ok) for (const article of read.articles) readVisits(article);
}

function feed(kind: "rss" | "list"): (text: string) => Promise<unknown> {
  const [one] = parseFeeds(`feeds:\n - url: ${BASE}\n   kind: ${kind}\n`, "feeds.yaml");
  return (text) => {
    const markup =
      kind === "rss"
        ? `<rss version="2.0"><channel><item><title>${text}</title><link>/a</link></item></channel></rss>`
        : `<a href="/a">${text}</a>`;
    return readItems(one!, markup, BASE).catch(() => null);
  };
}

/** The doors that need no index: pages in every form, feeds, dates. */
export const DOORS: readonly Door[] = [
  { name: "a text", take: (text) => page("a.txt", OPENING + text) },
  { name: "Markdown", take: (text) => page("a.md", OPENING + text) },
  {
    name: "a page",
    take: (text) => page("a.html", `<body><h1>Tiếp đoàn</h1><p>${text}</p></body>`),
  },
  { name: "a feed", take: feed("rss") },
  { name: "a list of links", take: feed("list") },
  { name: "a date", take: (text) => datesIn(normalizeLine(text)) },
];

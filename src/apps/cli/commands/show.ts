import { articleId as idOfFile } from "../../../articles/parse/index.ts";
import { indexPlace, isProblem, openIndex } from "../../../index/index.ts";
import { rowCells } from "../../../language/text/index.ts";
import { foreignLanguage } from "../../../language/translate/index.ts";
import type { Article } from "../../../model/index.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";
import { imageText, leftOutText } from "./add.ts";

const LANGUAGE_NAMES = { vi: "Vietnamese", en: "English", zh: "Chinese" } as const;

function eventText({ event, text }: Article): string {
  if (event === null) return "unknown";
  const { year, month, day } = event.date;
  const parts = [year ?? "????", month ?? "??", day ?? "??"].map((n) => String(n).padStart(2, "0"));
  return `${parts.join("-")} (from "${text.slice(event.start, event.end)}")`;
}

function articleText(article: Article, briefs: readonly Article[], chunks: number): string {
  const fields = {
    id: article.id,
    "part of": article.partOf ?? "–",
    title: article.title,
    source: article.source ?? "unknown",
    url: article.url ?? "unknown",
    author: article.author ?? "unknown",
    published: article.published ?? "unknown",
    event: eventText(article),
    language: LANGUAGE_NAMES[foreignLanguage(article.text) ?? "vi"],
    ...(article.image === undefined ? {} : { "read from": imageText(article.image) }),
    chunks,
    "left out": article.leftOut == null ? "unknown" : leftOutText(article.leftOut),
    briefs: briefs.map(({ id }) => id).join(", ") || "–",
  };
  const blocks = article.blocks.map(
    ({ kind, start, end }) => `[${kind} ${start}-${end}] ${article.text.slice(start, end)}`,
  );
  // The rows of a sheet are briefs of their own, and part of what was read.
  const rows = briefs
    .filter(({ text }) => rowCells(text) !== null)
    .map(({ id, text }) => `[row ${id}] ${text}`);
  const head = Object.entries(fields).map(([k, v]) => `${k}: ${v}`);
  return [...head, "", ...blocks, ...rows].join("\n");
}

/** `show`: an article as indexed, with what was recognised. @returns The exit code. */
export async function show(id: string, options: { readonly json?: boolean }): Promise<number> {
  const index = openIndex(indexPlace(settings()));
  if (isProblem(index)) {
    throw new Error(`${index.reason}. Run "npm run -s cli -- index" first.`);
  }
  try {
    const wanted = id.normalize("NFC");
    const article = index.article(wanted) ?? index.article(idOfFile(wanted));
    if (article === null) {
      throw new Error(
        `There is no article ${id} in the index. "npm run -s cli -- search WORDS" shows ids.`,
      );
    }
    const briefs = index.briefs(article.id);
    const chunks = index.chunksOfArticle(article.id).length;
    const json = { ...article, briefs: briefs.map((brief) => brief.id), chunks };
    await printLine(options.json ? JSON.stringify(json) : articleText(article, briefs, chunks));
    return 0;
  } finally {
    index.close();
  }
}

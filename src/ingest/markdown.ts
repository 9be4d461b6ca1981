import { arrangeLines } from "./arrange.ts";
import type { Article, Skip } from "./article.ts";
import { assemble } from "./assemble.ts";
import { writerOf } from "./byline.ts";
import { hasPhotoCredit, isCaption } from "./captions.ts";
import { splitDateline } from "./dateline.ts";
import type { Draft, DraftBlock, PageLine } from "./draft.ts";
import { type Parted, splitFrontMatter } from "./front-matter.ts";
import { markdownLines } from "./markdown-lines.ts";
import { readPage } from "./page.ts";
import { portalName } from "./portals.ts";
import { partRelated, readTeasers } from "./related.ts";
import { deriveTitle } from "./title.ts";

/**
 * Reads a Markdown file. With front matter or a `# title` it is taken as written, only its markup goes; without
 * either it is taken as a pasted page.
 */
export function readMarkdown(id: string, text: string): Article[] | Skip {
  const parted = splitFrontMatter(text);
  if (!parted.ok) return parted;
  const { metadata, event, hasFrontMatter } = parted;
  const { lines, title } = markdownLines(parted.body);
  if (!hasFrontMatter && title === null) {
    // Here a paragraph of Markdown is any line of the page: a title, a caption, a counter.
    const page = lines.map((line) => (line.hint === "paragraph" ? { text: line.text } : line));
    return assemble(id, readPage(page, metadata));
  }
  if (parted.isClean) return [cleanArticle(id, lines, parted)];
  const { article, tail } = partRelated(arrangeLines(lines));
  const shown = metadata.title ?? title;
  const { blocks, author } = readBlocks(article.filter((line) => line.text !== shown));
  const opening = blocks.find(({ kind }) => kind === "lead")?.text;
  const draft: Draft = {
    ...metadata,
    title: shown ?? (opening === undefined ? null : deriveTitle(opening)),
    source: metadata.source ?? (metadata.url === null ? null : portalName(metadata.url)),
    author: metadata.author ?? author,
    blocks,
    teasers: readTeasers(tail),
  };
  const [main, ...briefs] = assemble(id, draft);
  return [event === null ? main! : withEvent(main!, event), ...briefs];
}

/** What `toMarkdown` wrote: nothing is recognised anew, so that the article is the one that was written. */
function cleanArticle(id: string, lines: readonly PageLine[], parted: Parted): Article {
  const { metadata, bylines, event } = parted;
  let hasLead = false;
  const blocks = lines.map(({ text, hint }): DraftBlock => {
    if (hint === "heading" || hint === "caption") return { kind: hint, text };
    const kind = hasLead ? "paragraph" : "lead";
    hasLead ||= text !== "";
    return { kind, text };
  });
  const signed = bylines.map((text): DraftBlock => ({ kind: "byline", text }));
  const draft = { ...metadata, blocks: [...blocks, ...signed], teasers: [] };
  const { image } = parted;
  const article = { ...assemble(id, draft)[0]!, ...(image ? { image } : {}) };
  return event === null ? article : withEvent(article, event);
}

function readBlocks(lines: readonly PageLine[]): { blocks: DraftBlock[]; author: string | null } {
  let author: string | null = null;
  let hasLead = false;
  const report = lines
    .slice(0, -1)
    .map(({ text }) => text)
    .join("\n");
  const paragraph = (text: string): DraftBlock => {
    if (hasLead) return { kind: "paragraph", text };
    hasLead = true;
    return { kind: "lead", text: splitDateline(text).text };
  };
  const blocks = lines.map(({ text, hint }, i): DraftBlock => {
    if (hint === "heading" || hint === "caption") return { kind: hint, text };
    if (hint === "row") return paragraph(text);
    const afterImage = lines[i - 1]?.hint === "image";
    if (hint === "image" || hasPhotoCredit(text)) return { kind: "caption", text };
    if (afterImage && isCaption(text, true)) return { kind: "caption", text };
    if (i > 0 && i === lines.length - 1) {
      author = writerOf(text, report);
      if (author !== null) return { kind: "byline", text };
    }
    return paragraph(text);
  });
  return { blocks: blocks.filter(({ text }) => text !== ""), author };
}

/** Front matter knows the day; the text's own words stay the passage it is read from where they agree. */
function withEvent(article: Article, event: string): Article {
  const [year, month, day] = event.split("-").map(Number) as [number, number, number];
  const read = article.event;
  const agrees = read !== null && read.date.month === month && read.date.day === day;
  const place = agrees ? read : { start: 0, end: 0 };
  return { ...article, event: { ...place, date: { year, month, day } } };
}

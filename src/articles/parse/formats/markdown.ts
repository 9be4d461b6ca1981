import { collapseSpaces } from "../../../language/text/index.ts";
import type { Article, Skip } from "../../../model/index.ts";
import {
  arrangeLines,
  assemble,
  type Draft,
  type DraftBlock,
  deriveTitle,
  hasPhotoCredit,
  isCaption,
  isProse,
  type PageLine,
  type Parted,
  partRelated,
  partTables,
  portalName,
  readDateLine,
  readPage,
  readTeasers,
  splitDateline,
  splitFrontMatter,
  writerOf,
} from "../page/index.ts";

// The lengths are bounded so that hostile text can't make the matching slow.
const TARGET = String.raw`\([^()\s]{0,2000}(?:\([^()]{0,200}\)[^()\s]{0,200}){0,9}(?:\s{1,9}["'][^"'\n]{0,400}["'])?\s{0,9}\)`;
/** An image; group 1 is its alternative text. */
const IMAGE = new RegExp(String.raw`!\[([^[\]]{0,600})\]${TARGET}`, "gu");
const LINK = new RegExp(String.raw`\[([^[\]]{1,600})\]${TARGET}`, "gu");
const REFERENCE_LINK = /\[([^[\]]{1,600})\]\[[^[\]]{0,200}\]/gu;
const CODE = /(`{1,3})([^`\n]{1,600})\1/gu;
const STARS = /(\*{1,3})(?=\S)([^*\n]{1,1500})(?<=\S)\1/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{1,1500})(?<=\S)\1(?![\p{L}\p{N}_])/gu;
const STRUCK = /~~([^~\n]{1,1500})~~/gu;
const ESCAPABLE = "\\`*_{}[]()#+-.!|>~<&";
const ESCAPE = /\\([\\`*_{}[\]()#+\-.!|>~<&])/gu;
// Escaped characters wait as noncharacters, which no text holds, until the markup is gone.
const FIRST_NONCHARACTER = 0xfdd0;
const NONCHARACTER = /[\uFDD0-\uFDEF]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

/** Takes the markup off a run of Markdown: emphasis, links, images, code, tags, escapes, entities. */
function inline(text: string): string {
  const plain = text
    .replace(NONCHARACTER, "")
    .replace(ESCAPE, (_, ch: string) =>
      String.fromCharCode(FIRST_NONCHARACTER + ESCAPABLE.indexOf(ch)),
    )
    .replace(IMAGE, "$1")
    .replace(LINK, "$1")
    .replace(REFERENCE_LINK, "$1")
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/gu, "$1")
    .replace(/<\/?[a-z][^<>]{0,2000}>/giu, " ")
    .replace(CODE, "$2")
    // Twice, for emphasis within emphasis.
    .replace(STARS, "$2")
    .replace(STARS, "$2")
    .replace(UNDERSCORES, "$2")
    .replace(STRUCK, "$1")
    .replace(/&(?:nbsp|quot|lt|gt|amp);/gu, (entity) => ENTITIES[entity]!)
    .replace(/&#(\d{2,3});/gu, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(NONCHARACTER, (ch) => ESCAPABLE[ch.charCodeAt(0) - FIRST_NONCHARACTER] ?? "");
  return collapseSpaces(plain);
}

/** The blocks of a Markdown text, and its first `# title` (taken out of the blocks). */
interface MarkdownText {
  readonly title: string | null;
  readonly lines: readonly PageLine[];
}

const LIST_MARK = /^\s{0,8}(?:[-*+]\s+(?:\[[ xX]\]\s+)?)/u;
const BREAK = /^\s{0,3}(?:[-*_]\s*){3,}$/u;

/** Takes the markup off a Markdown text: one line a paragraph, list item, row of a table, heading or image caption. */
function markdownLines(text: string): MarkdownText {
  const lines: PageLine[] = [];
  let title: string | null = null;
  let open: string[] = [];
  let isItem = false;
  const close = () => {
    if (open.length > 0) pushParagraph(lines, open.join(" "), isItem);
    open = [];
    isItem = false;
  };
  const heading = (level: number, content: string) => {
    close();
    const plain = inline(content);
    if (plain === "") return;
    const isReport = () => lines.some(({ hint, text }) => hint === "paragraph" && isProse(text));
    if (level === 1 && title === null && !isReport()) {
      title = plain;
      // Above it stand the site's name and its sections; a day among them is that of publication.
      const above = lines.splice(0).filter(({ text }) => readDateLine(text) !== null);
      lines.push(...above);
    } else lines.push({ text: plain, hint: "heading" });
  };
  let fenced = false;
  const read = (raw: string) => {
    const line = raw.replace(/^\s{0,3}(?:>\s?)+/u, "");
    const atx = /^\s{0,3}(#{1,6})\s(.*)$/u.exec(line);
    if (/^\s{0,3}(?:```|~~~)/u.test(line)) {
      close();
      fenced = !fenced;
    } else if (fenced) open.push(line);
    else if (line.trim() === "") close();
    else if (atx !== null) heading(atx[1]!.length, atx[2]!.trim().replace(/(?:^|\s)#+$/u, ""));
    else if (open.length > 0 && /^\s{0,3}(?:=+|-+)\s*$/u.test(line)) {
      const content = open.join(" ");
      open = [];
      heading(line.includes("=") ? 1 : 2, content);
    } else if (BREAK.test(line) || /^\s{0,3}\[[^\]]+\]:\s+\S+/u.test(line)) close();
    else if (LIST_MARK.test(line) || /^\s{0,8}\d{1,3}[.)]\s+/u.test(line)) {
      close();
      open = [line.replace(LIST_MARK, "")];
      isItem = true;
    } else open.push(line);
  };
  for (const stretch of partTables(withoutComments(text).split("\n"), inline)) {
    if (stretch.kind === "text") stretch.lines.forEach(read);
    else {
      close();
      lines.push(...stretch.lines);
    }
  }
  close();
  return { title, lines };
}

function pushParagraph(lines: PageLine[], content: string, isItem: boolean): void {
  const captions: string[] = [];
  const rest = content.replace(IMAGE, (_, alt: string) => {
    captions.push(inline(alt));
    return " ";
  });
  const plain = inline(rest);
  const slanted = /^\s*([*_])(?!\1)[^*_]+\1\s*$/u.test(rest);
  const afterImage = lines.at(-1)?.hint === "image" || captions.length > 0;
  for (const caption of captions) lines.push({ text: caption, hint: "image" });
  if (plain === "") return;
  lines.push({
    text: plain,
    hint: afterImage && slanted ? "caption" : isItem ? "item" : "paragraph",
  });
}

function withoutComments(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", at + 4);
    if (end < 0) break;
    kept += text.slice(from, at);
    from = end + 3;
  }
  return kept + text.slice(from);
}

/**
 * Reads a Markdown file. With front matter or a `# title` it is taken as written, only its markup goes; without
 * either it is taken as a pasted page.
 */
export function readMarkdown(id: string, text: string): Article[] | Skip {
  const parted = splitFrontMatter(text);
  if (!parted.ok) return parted;
  const [main, ...briefs] = readParted(id, parted);
  return [parted.isSummary ? { ...main!, isSummary: true } : main!, ...briefs];
}

function readParted(id: string, parted: Parted): Article[] {
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
  const untitled = article.filter((line) => line.text !== shown);
  const stamp = metadata.published === null ? stampUnderTitle(untitled) : null;
  const { blocks, author } = readBlocks(stamp === null ? untitled : untitled.slice(1));
  const opening = blocks.find(({ kind }) => kind === "lead")?.text;
  const draft: Draft = {
    ...metadata,
    published: metadata.published ?? stamp,
    title: shown ?? (opening === undefined ? null : deriveTitle(opening)),
    source: metadata.source ?? (metadata.url === null ? null : portalName(metadata.url)),
    author: metadata.author ?? author,
    blocks,
    teasers: readTeasers(tail),
  };
  const [main, ...briefs] = assemble(id, draft);
  return [event === null ? main! : withEvent(main!, event), ...briefs];
}

/** The day of publication where the line under the title shows one; a second day makes it the heading of a list of days. */
function stampUnderTitle(lines: readonly PageLine[]): string | null {
  const [first, ...rest] = lines;
  if (first?.hint !== "paragraph") return null;
  const stamp = readDateLine(first.text);
  if (stamp === null || rest.some(({ text }) => readDateLine(text) !== null)) return null;
  return stamp.published;
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
    // A line that is only a day stays: it is the heading of what stands below it.
    return { kind: "lead", text: splitDateline(text).text || text };
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
  return { ...article, event: { ...place, date: { year, month, day }, set: true } };
}

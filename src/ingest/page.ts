import { fold } from "../text/fold.ts";
import { collapseSpaces } from "../text/normalize.ts";
import { writerOf } from "./byline.ts";
import { isCaption, isHeading } from "./captions.ts";
import { readDateLine } from "./date-line.ts";
import { splitDateline } from "./dateline.ts";
import {
  type Draft,
  type DraftBlock,
  type Metadata,
  mergeMetadata,
  type PageLine,
} from "./draft.ts";
import {
  endsWithStop,
  isBreadcrumb,
  isImageFile,
  isJunk,
  isKeywordLabel,
  isPortalName,
  isProse,
  sourceOfLine,
  syllableCount,
  urlOfLine,
} from "./lines.ts";
import { portalName, sourceName } from "./portals.ts";
import { partRelated, readTeasers } from "./related.ts";
import { chooseTitle, deriveTitle, trimTitle } from "./title.ts";

interface Content {
  readonly line: PageLine;
  readonly afterImage: boolean;
  readonly nearDate: boolean;
}

interface Collected {
  readonly content: Content[];
  readonly url: string | null;
  readonly source: string | null;
  readonly published: string | null;
}

/**
 * Reads the lines of a web page as people paste it, and keeps the article alone.
 *
 * @param raw Lines of the page, in order, of normalised text.
 * @param known What is known from elsewhere (front matter, markup); it wins over what the page shows.
 */
export function readPage(raw: readonly PageLine[], known: Metadata): Draft {
  const lines = raw
    .map((line) => ({ ...line, text: collapseSpaces(line.text) }))
    .filter((line) => line.text !== "");
  const { article, tail } = partRelated(lines);
  const { content, ...shown } = collect(article);
  const first = reportBegins(content);
  const head = content.slice(0, first);
  const body = content.slice(first);

  const portals = head.filter(({ line }) => isPortalName(line.text)).map(({ line }) => line.text);
  const { title, kept } = readHead(head, body, known.title);
  const { blocks, author, dateline } = readBody([...kept, ...body], title);
  const opening = blocks.find(({ kind }) => kind === "lead" || kind === "paragraph")?.text;
  const url = known.url ?? shown.url;
  const named = shown.source === null ? null : sourceName(shown.source);
  const portal = portals.length === 0 ? null : [...new Set(portals)].slice(0, 2).join(" – ");
  const metadata = mergeMetadata(known, {
    title: title ?? (opening === undefined ? null : deriveTitle(opening)),
    url,
    source: (url === null ? null : portalName(url)) ?? named ?? portal ?? dateline,
    author,
    published: shown.published,
  });
  return { ...metadata, blocks, teasers: readTeasers(tail) };
}

/** Place of the first paragraph or later sentence; on a page without either, of the second line. */
function reportBegins(content: readonly Content[]): number {
  const first = content.findIndex(
    ({ line }, i) =>
      isProse(line.text) ||
      line.hint === "paragraph" ||
      (i > 0 && /[^.]\.["”)]?$/u.test(line.text)),
  );
  if (first >= 0) return first;
  return content.length > 1 ? 1 : 0;
}

/** Takes the furniture out, and what it tells about the page. */
function collect(lines: readonly PageLine[]): Collected {
  const prose = lines.map(({ text, hint }) => isProse(text) || hint === "paragraph");
  const firstProse = prose.indexOf(true);
  const lastProse = prose.lastIndexOf(true);
  const content: Content[] = [];
  let url: string | null = null;
  let source: string | null = null;
  let date = { published: null as string | null, weight: -10 };
  let afterImage = false;
  let afterDate = false;
  let inKeywords = false;
  lines.forEach((line, i) => {
    const { text } = line;
    const around = i < firstProse || i > lastProse || firstProse < 0;
    if (line.hint === "image" || isImageFile(text)) {
      afterImage = true;
      return;
    }
    const shownUrl = urlOfLine(text);
    const shownDate = around ? readDateLine(text) : null;
    const shownSource = i > lastProse || i < firstProse ? sourceOfLine(text) : null;
    if (shownUrl !== null) url ??= shownUrl;
    else if (shownDate !== null) {
      if (shownDate.weight >= date.weight && i < firstProse) date = shownDate;
      else if (date.published === null) date = shownDate;
      const last = content.at(-1);
      if (last !== undefined) content[content.length - 1] = { ...last, nearDate: true };
      afterDate = true;
      return;
    } else if (shownSource !== null && !endsWithStop(text.replace(/\.$/u, "")))
      source ??= shownSource;
    else if (isKeywordLabel(text)) inKeywords = i > lastProse;
    else if (isJunk(text) || (i < firstProse && isBreadcrumb(text))) return;
    else if (inKeywords && !prose[i] && syllableCount(text) <= 8) return;
    else if (i > lastProse && /\(?\d{1,2}[/-]\d{1,2}[/-]\d{4}\)?$/u.test(text)) return;
    else content.push({ line, afterImage, nearDate: afterDate });
    afterImage = false;
    afterDate = false;
  });
  return { content, url, source, published: date.published };
}

function readHead(
  head: readonly Content[],
  body: readonly Content[],
  known: string | null,
): { title: string | null; kept: Content[] } {
  const texts = head.map(({ line }) => line.text);
  const near = new Set(head.flatMap(({ nearDate }, i) => (nearDate ? [i] : [])));
  const report = body.map(({ line }) => line.text).join("\n");
  const at = known === null ? chooseTitle(texts, near, report) : texts.lastIndexOf(known);
  const title = known ?? (at < 0 ? null : trimTitle(texts[at]!));
  // Above the title stand menus; below it a lead without a full stop, or a picture's caption.
  const kept = head.slice(at + 1).filter(({ line, afterImage }) => {
    if (line.text === title || isPortalName(line.text)) return false;
    return (
      afterImage ||
      line.hint !== undefined ||
      endsWithStop(line.text) ||
      syllableCount(line.text) >= 9
    );
  });
  return { title, kept: at < 0 && known === null ? [] : kept };
}

function readBody(
  content: readonly Content[],
  title: string | null,
): { blocks: DraftBlock[]; author: string | null; dateline: string | null } {
  let lines = withoutRepeats(content.filter(({ line }) => line.text !== title));
  let author: string | null = null;
  const bylines: DraftBlock[] = [];
  for (let tries = 0; tries < 3 && lines.length > 1; tries += 1) {
    const last = lines.at(-1)!;
    const report = lines
      .slice(0, -1)
      .map(({ line }) => line.text)
      .join("\n");
    const writer =
      last.line.hint === "caption" || last.afterImage ? null : writerOf(last.line.text, report);
    if (writer === null) break;
    author ??= writer;
    bylines.unshift({ kind: "byline", text: last.line.text });
    lines = lines.slice(0, -1);
  }
  let dateline: string | null = null;
  let hasLead = false;
  const blocks = lines.map(({ line, afterImage }, i): DraftBlock => {
    const next = lines[i + 1];
    if (line.hint === "caption") return { kind: "caption", text: line.text };
    const opensReport = !hasLead && !afterImage && syllableCount(line.text) >= 20;
    if (line.hint === undefined && !opensReport) {
      const heads = next !== undefined && !next.afterImage && isProse(next.line.text);
      if (hasLead && heads && !afterImage && isHeading(line.text))
        return { kind: "heading", text: line.text };
      if (isCaption(line.text, afterImage)) return { kind: "caption", text: line.text };
    }
    if (line.hint === "heading") return { kind: "heading", text: line.text };
    if (hasLead) return { kind: "paragraph", text: line.text };
    hasLead = true;
    const parted = splitDateline(line.text);
    dateline = parted.source;
    return { kind: "lead", text: parted.text };
  });
  return { blocks: [...blocks, ...bylines], author, dateline };
}

/**
 * Keeps a repeated line once: the first, but for a paragraph torn out of the report and set above its
 * dated opening, which stays where the report has it.
 */
function withoutRepeats(content: readonly Content[]): Content[] {
  const keys = content.map(({ line }) =>
    fold(line.text)
      .replace(/[\p{P}\s]+/gu, " ")
      .trim(),
  );
  const tornOut =
    keys.indexOf(keys[0] ?? "", 2) > 1 &&
    /^(?:\(?\p{Lu}{2,6}\)?\s*[-–—]\s*)?(?:(?:rạng )?sáng|trưa|chiều|tối|ngày|hôm) /iu.test(
      content[1]!.line.text,
    );
  const seen = new Set<string>();
  return content.filter((one, i) => {
    if (i === 0 && tornOut) return false;
    if (syllableCount(one.line.text) < 5) return true;
    const fresh = !seen.has(keys[i]!);
    seen.add(keys[i]!);
    return fresh;
  });
}

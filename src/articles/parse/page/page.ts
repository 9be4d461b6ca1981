import { collapseSpaces } from "../../../language/text/index.ts";
import type { LeftOutReason } from "../../../model/index.ts";
import { arrangeLines } from "./arrange.ts";
import { type Draft, type Metadata, mergeMetadata, type PageLine } from "./assemble.ts";
import { LeftOutCounter, lettersIn } from "./left-out.ts";
import { endsWithStop, isPortalName, isProse, syllableCount } from "./lines.ts";
import { hasPhotoCredit, writerOf } from "./page-marks.ts";
import { type Content, collect, isBody, partFoot, readReport } from "./page-report.ts";
import { portalName, sourceName } from "./portals.ts";
import { chooseTitle, deriveTitle, partRelated, readTeasers, trimTitle } from "./title.ts";

/**
 * Reads the lines of a web page as people paste it, and keeps the article alone.
 *
 * @param raw Lines of the page, in order, of normalised text.
 * @param known What is known from elsewhere (front matter, markup); it wins over what the page shows.
 */
export function readPage(raw: readonly PageLine[], known: Metadata): Draft {
  const lines = arrangeLines(
    raw
      .map((line) => ({ ...line, text: collapseSpaces(line.text) }))
      .filter((line) => line.text !== ""),
  );
  const left = new LeftOutCounter();
  const { article, tail } = partRelated(lines);
  countMissing(left, lines, article, "related");
  const { content, dropped, ...shown } = collect(article);
  for (const { reason, text } of dropped) left.add(reason, lettersIn(text));
  const first = reportBegins(content);
  const head = content.slice(0, first);
  const body = content.slice(first);

  const portals = head.filter(({ line }) => isPortalName(line.text)).map(({ line }) => line.text);
  const { title, author: writer, kept } = readHead(head, body, known.title);
  const above = head.filter((one) => !kept.includes(one) && one.line.text !== title);
  for (const { line } of above) left.add("furniture", lettersIn(line.text));
  const { report, foot } = partFoot([...kept, ...body]);
  for (const { line } of foot) left.add("related", lettersIn(line.text));
  const { blocks, author, dateline } = readReport(report, title);
  const told = blocks.reduce((sum, { text }) => sum + lettersIn(text), 0);
  const whole = report.reduce((sum, { line }) => sum + lettersIn(line.text), 0);
  left.add("repeated", whole - told);
  const opening = blocks.find(({ kind }) => kind === "lead" || kind === "paragraph")?.text;
  const url = known.url ?? shown.url;
  const named = shown.source === null ? null : sourceName(shown.source);
  const portal = [...new Set(portals.map(sourceName))].slice(0, 2).join(" – ") || null;
  const metadata = mergeMetadata(known, {
    title: title ?? (opening === undefined ? null : deriveTitle(opening)),
    url,
    source: (url === null ? null : portalName(url)) ?? named ?? portal ?? dateline,
    author: author ?? writer,
    published: shown.published,
  });
  return { ...metadata, blocks, teasers: readTeasers(tail), left };
}

/** Lines that a step took out. */
function countMissing(
  left: LeftOutCounter,
  before: readonly PageLine[],
  after: readonly PageLine[],
  reason: LeftOutReason,
): void {
  const kept = new Set(after);
  for (const line of before) if (!kept.has(line)) left.add(reason, lettersIn(line.text));
}

/** Place of the first paragraph or later sentence; on a page without either, of the second line. */
function reportBegins(content: readonly Content[]): number {
  const first = content.findIndex(({ line }, i) => {
    if (isProse(line.text) || isBody(line)) return true;
    const introduces = line.text.endsWith(":") && syllableCount(line.text) >= 9;
    return i > 0 && (introduces || /[^.]\.["”)]?$/u.test(line.text));
  });
  if (first >= 0) return first;
  return content.length > 1 ? 1 : 0;
}

function readHead(
  head: readonly Content[],
  body: readonly Content[],
  known: string | null,
): { title: string | null; author: string | null; kept: Content[] } {
  const texts = head.map(({ line }) => line.text);
  const near = new Set(head.flatMap(({ nearDate }, i) => (nearDate ? [i] : [])));
  const report = body.map(({ line }) => line.text).join("\n");
  const at = known === null ? chooseTitle(texts, near, report) : texts.lastIndexOf(known);
  const title = known ?? (at < 0 ? null : trimTitle(texts[at]!));
  // Some newspapers name the writer beside the date above the report.
  const beside = head.slice(at + 1).find(({ nearDate }) => nearDate);
  const told = body.filter(({ line }) => !hasPhotoCredit(line.text)).map(({ line }) => line.text);
  const author =
    beside === undefined || at < 0 ? null : writerOf(beside.line.text, told.join("\n"));
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
  return { title, author, kept: at < 0 && known === null ? [] : kept };
}

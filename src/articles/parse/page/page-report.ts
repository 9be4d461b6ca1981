import { fold } from "../../../language/text/index.ts";
import type { LeftOutReason } from "../../../model/index.ts";
import { type DraftBlock, LIST_MARK, type PageLine } from "./assemble.ts";
import {
  endsWithStop,
  isBreadcrumb,
  isImageFile,
  isJunk,
  isKeywordLabel,
  isLoneNumber,
  isPictureMark,
  isProse,
  sourceOfLine,
  syllableCount,
  urlOfLine,
} from "./lines.ts";
import { isCaption, isHeading, readDateLine, splitDateline, writerOf } from "./page-marks.ts";

/** A line that may belong to the article. */
export interface Content {
  readonly line: PageLine;
  /** It follows a picture or the name of an image file. */
  readonly afterImage: boolean;
  /** It stands beside the line with the date of publication. */
  readonly nearDate: boolean;
}

/** A line that is none of the article's. */
interface Dropped {
  readonly text: string;
  readonly reason: LeftOutReason;
}

/** What is left of a page without its furniture, and what the furniture told. */
interface Collected {
  readonly content: Content[];
  readonly dropped: readonly Dropped[];
  readonly url: string | null;
  readonly source: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
}

/** The words of a picture's mark: "[Ảnh 1] Quang cảnh", "(Ảnh: Hai bên hội đàm. Nguồn: X)", "[Hai bên ký kết]". */
function captionOf(mark: string): string {
  // "Ảnh: Vũ Giang" may name who took it.
  if (/^\p{L}/u.test(mark)) return mark;
  const behind = mark.replace(/^[[(][^[\]()]{0,60}[\])]\s*/u, "");
  const words = behind !== "" && behind !== mark ? behind : mark;
  const plain = words
    .replace(/^[[(|\s]{1,4}/u, "")
    .replace(/^(?:ảnh|hình|hình ảnh|chú thích|chú thích ảnh|photo|image)\s?\d{0,3}\s?:\s*/iu, "")
    .replace(/[\])|\s]{1,4}$/u, "");
  return isImageFile(plain) || syllableCount(plain) < 2 ? "" : plain;
}

/** Text of the report for sure, by what the page's markup says. */
export const isBody = ({ hint }: PageLine) => hint === "paragraph" || hint === "row";

/** Takes the furniture out, and what it tells about the page. */
export function collect(lines: readonly PageLine[]): Collected {
  const prose = lines.map(
    (line) => isProse(line.text) || (isBody(line) && readDateLine(line.text) === null),
  );
  const firstProse = prose.indexOf(true);
  const lastProse = prose.lastIndexOf(true);
  const content: Content[] = [];
  const dropped: Dropped[] = [];
  const drop = (text: string, reason: LeftOutReason) => dropped.push({ text, reason });
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
      if (line.hint !== "image") drop(text, "pictures");
      afterImage = true;
      return;
    }
    if (line.hint === "row") {
      content.push({ line, afterImage: false, nearDate: afterDate });
      afterImage = false;
      afterDate = false;
      return;
    }
    const shownUrl = urlOfLine(text);
    if (isPictureMark(text)) {
      const caption = captionOf(text);
      if (caption !== "")
        content.push({
          line: { text: caption, hint: "caption" },
          afterImage: true,
          nearDate: afterDate,
        });
      drop(caption === "" ? text : text.replace(caption, ""), "pictures");
      // A mark without words stands for the picture whose caption is the next line.
      afterImage = caption === "";
      return;
    }
    const shownDate = around ? readDateLine(text) : null;
    const shownSource = i > lastProse || i < firstProse ? sourceOfLine(text) : null;
    if (shownUrl !== null) {
      url ??= shownUrl;
      drop(text, "details");
    } else if (shownDate !== null) {
      if (shownDate.weight >= date.weight && i < firstProse) date = shownDate;
      else if (date.published === null) date = shownDate;
      drop(text, "details");
      const last = content.at(-1);
      if (last !== undefined) content[content.length - 1] = { ...last, nearDate: true };
      afterDate = true;
      return;
    } else if (shownSource !== null && !endsWithStop(text.replace(/\.$/u, ""))) {
      source ??= shownSource;
      drop(text, "details");
    } else if (isKeywordLabel(text)) {
      inKeywords = i > lastProse;
      drop(text, "furniture");
    } else {
      const isFurniture =
        (isJunk(text) && !(isLoneNumber(text) && !around)) ||
        (i < firstProse && isBreadcrumb(text));
      const isRest =
        (inKeywords && !prose[i] && syllableCount(text) <= 8) ||
        (i > lastProse && /\d{1,2}[/-]\d{1,2}[/-]\d{4}\)?$/u.test(text));
      if (isFurniture || isRest) {
        drop(text, "furniture");
        return;
      }
      content.push({ line, afterImage, nearDate: afterDate });
    }
    afterImage = false;
    afterDate = false;
  });
  return { content, dropped, url, source, published: date.published };
}

/** Lines at the foot of a page among which the writer is looked for. */
const FOOT_LINES = 10;
/** Longer lines are part of the report. */
const LONGEST_TEASER = 20;

/**
 * Parts what stands behind the writer's name at the foot of a report: titles of other articles without a heading of their
 * own, buttons no reader knows. Sentences and rows go with the report.
 */
export function partFoot(content: readonly Content[]): {
  readonly report: readonly Content[];
  readonly foot: readonly Content[];
} {
  const isTeaser = ({ line, afterImage }: Content) =>
    line.hint !== "row" &&
    line.hint !== "caption" &&
    !afterImage &&
    !/[.:;,…]["”)\]]*$/u.test(line.text) &&
    syllableCount(line.text) <= LONGEST_TEASER;
  for (let i = content.length - 2; i > 0 && i >= content.length - FOOT_LINES; i--) {
    if (!isTeaser(content[i + 1]!)) break;
    const { line, afterImage } = content[i]!;
    if (line.hint === "caption" || line.hint === "row" || afterImage) continue;
    const told = content
      .slice(0, i)
      .filter((one) => !isCaption(one.line.text, one.afterImage))
      .map((one) => one.line.text);
    // Two lines of names are two writers.
    if (writerOf(line.text, told.join("\n")) !== null && !isProse(line.text))
      return content.slice(i + 1).every((one) => writerOf(one.line.text, "") !== null)
        ? { report: content, foot: [] }
        : { report: content.slice(0, i + 1), foot: content.slice(i + 1) };
  }
  return { report: content, foot: [] };
}

/** Tells lead, paragraphs, headings, captions and byline of the report's lines; a line like the title goes. */
export function readReport(
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
      .filter(({ line, afterImage }) => !isCaption(line.text, afterImage))
      .map(({ line }) => line.text)
      .join("\n");
    const writer =
      last.line.hint === "caption" || last.line.hint === "row" || last.afterImage
        ? null
        : writerOf(last.line.text, report);
    if (writer === null) break;
    author ??= writer;
    bylines.unshift({ kind: "byline", text: last.line.text });
    lines = lines.slice(0, -1);
  }
  let dateline: string | null = null;
  let hasLead = false;
  let inList = false;
  const blocks = lines.map(({ line, afterImage }, i): DraftBlock => {
    const next = lines[i + 1];
    if (line.hint === "caption") return { kind: "caption", text: line.text };
    const isListed = inList || line.hint === "item" || line.hint === "row";
    inList = opensOrGoesOn(line.text, inList) && !afterImage;
    const opensReport = !hasLead && !afterImage && syllableCount(line.text) >= 20;
    if (line.hint === undefined && !opensReport && (!isListed || afterImage)) {
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

/** The lines behind "… như sau:" are items up to one that ends as a sentence does or is no item. */
function opensOrGoesOn(line: string, inList: boolean): boolean {
  if (/[:：]$/u.test(line)) return true;
  return inList && (/[;,]$/u.test(line) || LIST_MARK.test(line));
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
    if (one.line.hint === "row" || syllableCount(one.line.text) < 5) return true;
    const fresh = !seen.has(keys[i]!);
    seen.add(keys[i]!);
    return fresh;
  });
}

import { fold } from "../text/fold.ts";
import { LIST_MARK } from "./broken-lines.ts";
import { writerOf } from "./byline.ts";
import { isCaption, isHeading } from "./captions.ts";
import { splitDateline } from "./dateline.ts";
import type { DraftBlock } from "./draft.ts";
import { isProse, syllableCount } from "./lines.ts";
import type { Content } from "./page-lines.ts";

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

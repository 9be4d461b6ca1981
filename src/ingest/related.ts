import { readDateLine } from "./date-line.ts";
import type { PageLine, Teaser } from "./draft.ts";
import {
  isImageFile,
  isJunk,
  isProse,
  isRelatedHeading,
  syllableCount,
  urlOfLine,
} from "./lines.ts";
import { isTitleLike } from "./title.ts";

/** A page parted into the article with what stands around it, and its tail of other articles. */
export interface PartedPage {
  readonly article: readonly PageLine[];
  readonly tail: readonly string[];
}

/**
 * Parts the tail of related news from the article. A heading of such a list counts once a paragraph stands
 * before it; a box of links in the middle of the report is taken out and the report goes on behind it.
 */
export function partRelated(lines: readonly PageLine[]): PartedPage {
  const article: PageLine[] = [];
  let seenProse = false;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (!seenProse || !isRelatedHeading(line.text)) {
      seenProse ||= isProse(line.text);
      article.push(line);
      continue;
    }
    const resumed = resumesAt(lines, i + 1);
    if (resumed === -1) return { article, tail: lines.slice(i + 1).map(({ text }) => text) };
    i = resumed - 1;
  }
  return { article, tail: [] };
}

/** Where the report goes on behind a box of links: at two paragraphs with no title before the second. */
function resumesAt(lines: readonly PageLine[], from: number): number {
  for (let i = from; i < Math.min(lines.length - 1, from + 6); i += 1) {
    if (!isProse(lines[i]!.text) || isTeaser(lines[i]!.text)) continue;
    return isProse(lines[i + 1]!.text) && !isTeaser(lines[i + 1]!.text) ? i : -1;
  }
  return -1;
}

/** A summary in the list itself: "» Title: …". */
const isTeaser = (line: string) => /^[»›>▶►•]/u.test(line);

/** Reads teasers: a title (often twice) with a summary behind it. Titles without a summary are dropped. */
export function readTeasers(tail: readonly string[]): Teaser[] {
  const teasers: Teaser[] = [];
  let title: string | null = null;
  for (const line of tail) {
    const furniture =
      isJunk(line) ||
      isImageFile(line) ||
      isRelatedHeading(line) ||
      urlOfLine(line) !== null ||
      readDateLine(line) !== null;
    if (furniture) continue;
    if (isProse(line)) {
      if (title !== null && syllableCount(line) >= 12) teasers.push({ title, summary: line });
      title = null;
    } else if (isTitleLike(line)) title = line;
  }
  return teasers;
}

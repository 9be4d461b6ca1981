import { readDateLine } from "./date-line.ts";
import type { PageLine } from "./draft.ts";
import {
  endsWithStop,
  isBreadcrumb,
  isImageFile,
  isJunk,
  isKeywordLabel,
  isLoneNumber,
  isProse,
  sourceOfLine,
  syllableCount,
  urlOfLine,
} from "./lines.ts";

/** A line that may belong to the article. */
export interface Content {
  readonly line: PageLine;
  /** It follows a picture or the name of an image file. */
  readonly afterImage: boolean;
  /** It stands beside the line with the date of publication. */
  readonly nearDate: boolean;
}

/** What is left of a page without its furniture, and what the furniture told. */
export interface Collected {
  readonly content: Content[];
  readonly url: string | null;
  readonly source: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
}

/** Text of the report for sure, by what the page's markup says. */
export const isBody = ({ hint }: PageLine) => hint === "paragraph" || hint === "row";

/** Takes the furniture out, and what it tells about the page. */
export function collect(lines: readonly PageLine[]): Collected {
  const prose = lines.map((line) => isProse(line.text) || isBody(line));
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
    if (line.hint === "row") {
      content.push({ line, afterImage: false, nearDate: afterDate });
      afterImage = false;
      afterDate = false;
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
    else if (
      (isJunk(text) && !(isLoneNumber(text) && !around)) ||
      (i < firstProse && isBreadcrumb(text))
    )
      return;
    else if (inKeywords && !prose[i] && syllableCount(text) <= 8) return;
    else if (i > lastProse && /\(?\d{1,2}[/-]\d{1,2}[/-]\d{4}\)?$/u.test(text)) return;
    else content.push({ line, afterImage, nearDate: afterDate });
    afterImage = false;
    afterDate = false;
  });
  return { content, url, source, published: date.published };
}

import { readDateLine } from "./date-line.ts";
import type { PageLine } from "./draft.ts";
import type { LeftOutReason } from "./left-out.ts";
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
export interface Collected {
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
  const prose = lines.map((line) => isProse(line.text) || isBody(line));
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

import { foldedTerms, matchesIn, sentences } from "../../../language/text/index.ts";
import type { PageLine, Teaser } from "./assemble.ts";
import {
  endsWithStop,
  isImageFile,
  isJunk,
  isPortalName,
  isProse,
  isRelatedHeading,
  syllableCount,
  urlOfLine,
} from "./lines.ts";
import { readDateLine } from "./page-marks.ts";

const MAX_TITLE_CHARS = 120;
const TIME_LEAD =
  /^(?:vào )?(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm|ngày|hôm)(?: nay| qua| mai)?(?: ngày| \p{L}{1,7})?[\s\d/.()-]{0,20}(?:tháng \d{1,4}(?:\/\d{1,4})? ?)?(?:năm \d{1,4})?,\s{1,4}){1,2}/iu;
const VERB =
  /(?<![\p{L}\p{M}])(?:đã |sẽ |vừa |đang )?(?:chủ trì|tiếp|đón|hội đàm|hội kiến|làm việc|thăm|gặp|đến|dự|tham dự|ký|trao|khai mạc|tổ chức|dẫn đầu|khảo sát|chào xã giao|nhập cảnh|kết thúc|lên đường|rời|chúc|phát biểu)(?![\p{L}\p{M}])/iu;

/** "Ảnh: …", "… Ảnh: Kim Hoàn": a caption that stands above the report. */
const CAPTION = /^(?:ảnh|hình ảnh|chú thích(?: ảnh)?)\s?:|[.)] ?\(?ảnh\s?: ?[^.]{2,40}$/iu;

/**
 * Chooses the title among the lines above the report.
 *
 * @param head Lines above the first paragraph, furniture already gone.
 * @param nearDate Places in `head` that stand beside the date line.
 * @param body The report, whose words a title shares and a menu does not.
 * @returns Place in `head`, or -1.
 */
export function chooseTitle(
  head: readonly string[],
  nearDate: ReadonlySet<number>,
  body: string,
): number {
  if (head.length === 1) return isPortalName(head[0]!) ? -1 : 0;
  const words = new Set(foldedTerms(body));
  const counts = new Map<string, number>();
  for (const line of head) counts.set(line, (counts.get(line) ?? 0) + 1);
  let best = -1;
  let bestScore = 0;
  head.forEach((line, i) => {
    const size = syllableCount(line);
    if (size < 4 || isPortalName(line) || /[:;,]$/u.test(line) || CAPTION.test(line)) return;
    const own = new Set(foldedTerms(line));
    const shared = [...own].filter((word) => words.has(word)).length;
    const repeated = counts.get(line)! > 1;
    const score =
      Math.min(shared, 12) +
      (repeated ? 8 : 0) +
      (nearDate.has(i) ? 4 : 0) +
      (i === head.length - 1 ? 2 : 0) +
      (i === 0 ? 1 : 0) -
      (size > 30 ? 6 : 0) -
      (size < 6 ? 3 : 0);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  });
  return best;
}

/**
 * Makes a title from the first paragraph of a page that shows none: the first sentence without its date
 * and the positions behind the first name, cut at the border of a clause, at most 120 characters.
 */
export function deriveTitle(paragraph: string): string {
  const first = sentences(paragraph)[0];
  const sentence = first === undefined ? paragraph : paragraph.slice(first.start, first.end);
  const plain = sentence
    .replace(TIME_LEAD, "")
    .replace(/(?<![.!?…/])[.!?…/]+$/u, "")
    .trim();
  const title = cutAtClause(withoutApposition(plain || sentence));
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

/** `đồng chí A, Phó Bí thư, Chủ tịch … tiếp B` → `đồng chí A tiếp B`. */
function withoutApposition(sentence: string): string {
  const comma = sentence.indexOf(", ");
  const head = sentence.slice(0, comma);
  if (comma < 0 || syllableCount(head) > 7 || VERB.test(head)) return sentence;
  const rest = sentence.slice(comma + 2);
  const verb = VERB.exec(rest);
  return verb === null ? sentence : `${head} ${rest.slice(verb.index)}`;
}

function cutAtClause(text: string): string {
  if (text.length <= MAX_TITLE_CHARS && !/, | do (?:ông|bà|đồng chí) /u.test(text)) return text;
  const window = text.slice(0, MAX_TITLE_CHARS + 1);
  const borders = matchesIn(window, /, |; |: | - | do (?=ông|bà|đồng chí)| nhằm | để /gu)
    .map((match) => match.index)
    .filter((index) => syllableCount(text.slice(0, index)) >= 8);
  if (borders[0] !== undefined) return text.slice(0, borders[0]).trimEnd();
  if (text.length <= MAX_TITLE_CHARS) return text;
  return `${window.slice(0, window.lastIndexOf(" ", MAX_TITLE_CHARS - 1)).trim()}…`;
}

/** True for a line that could be the title of another article: no stop, neither very short nor long. */
export function isTitleLike(line: string): boolean {
  const size = syllableCount(line);
  return size >= 4 && size <= 35 && !isProse(line) && !/[.;:,]$/u.test(line.replace(/\.{3}$/u, ""));
}

/** Ends a line that may serve as a title. */
export function trimTitle(line: string): string {
  return endsWithStop(line) && !/[?!…"”]$/u.test(line) ? line.replace(/\.$/u, "") : line;
}

/** A page parted into the article with what stands around it, and its tail of other articles. */
interface PartedPage {
  readonly article: readonly PageLine[];
  readonly tail: readonly string[];
}

/** Syllables of a line that signs a report: "Phòng Hợp tác quốc tế". */
const MOST_IN_SIGNATURE = 7;

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
    // Behind a signature the report is over.
    const before = lines[i - 1]!;
    const isSigned =
      before.hint !== "image" &&
      before.hint !== "caption" &&
      !isProse(before.text) &&
      syllableCount(before.text) <= MOST_IN_SIGNATURE;
    const resumed = isSigned ? -1 : resumesAt(lines, i + 1);
    if (resumed === -1) return { article, tail: lines.slice(i + 1).map(({ text }) => text) };
    i = resumed - 1;
  }
  return { article, tail: [] };
}

/**
 * Where the report goes on behind a box of links: at two paragraphs with no title before the second, or behind a
 * list where what follows tells of somebody whom the report has named.
 */
function resumesAt(lines: readonly PageLine[], from: number): number {
  const behind = lines.findIndex(({ hint }, i) => i >= from && hint !== "item");
  if (behind > from && behind - from <= MOST_LINKS && goesOn(lines, from - 1, behind))
    return behind;
  for (let i = from; i < Math.min(lines.length - 1, from + 6); i += 1) {
    if (!isProse(lines[i]!.text) || isTeaser(lines[i]!.text)) continue;
    return isProse(lines[i + 1]!.text) && !isTeaser(lines[i + 1]!.text) ? i : -1;
  }
  return -1;
}

const MOST_LINKS = 8;
/** Lines behind a box of links in which somebody is looked for. */
const LOOKED_THROUGH = 8;
/** A name of three syllables or more. */
const FULL_NAME = /\p{Lu}\p{Ll}{1,6}(?: \p{Lu}\p{Ll}{0,6}){2,4}/gu;

/** True where paragraphs behind a box of links name somebody of the report before it. */
function goesOn(lines: readonly PageLine[], before: number, from: number): boolean {
  if (!isProse(lines[from]!.text)) return false;
  const told = lines.slice(0, before).filter(({ text }) => isProse(text));
  const report = told.map(({ text }) => text).join("\n");
  return lines
    .slice(from, from + LOOKED_THROUGH)
    .filter(({ text, hint }) => hint !== "item" && isProse(text))
    .some(({ text }) =>
      matchesIn(text, FULL_NAME).some(([name]) => !isPortalName(name) && report.includes(name)),
    );
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

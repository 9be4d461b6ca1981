import { isFurniture } from "../../../articles/parse/index.ts";
import { knownPlace } from "../../../language/names/index.ts";
import { type DateMention, matchesIn, sentences } from "../../../language/text/index.ts";
import type { Article } from "../../../model/index.ts";
import { type Skeleton, skeletonOf } from "../names/index.ts";

/**
 * An article as the lines that may tell of a meeting: title, sentences, items of lists and captions, in reading
 * order, each with what was recognised in it. Lines of furniture (menus, counters, related links) are left out.
 */
export interface Story {
  readonly lines: readonly Line[];
  /** Places that only this article explains ("quận Seocheon … Hàn Quốc"), by name, with their country. */
  readonly local: ReadonlyMap<string, string>;
}

export interface Line {
  readonly skeleton: Skeleton;
  readonly role: "title" | "body" | "caption";
  /** Number of its block: sentences of one paragraph share it. */
  readonly block: number;
  /** True for an item of a list: "- …", "1. …", "Thứ nhất …". */
  readonly item: boolean;
  /** True for a heading in the text: what it leads up to stands below. */
  readonly heading: boolean;
}

/** The dates of lines in which a day hangs on one told before, by the line's start in the article's text. */
export type DaysInTurn = ReadonlyMap<number, readonly DateMention[]>;
const NO_DAYS: DaysInTurn = new Map();
/** Lines read of one article, captions and title included. */
const MOST_LINES = 120;

const CAPTION =
  /^(?:[[(<|>!\s]{0,4})?(?:ảnh|hình|chú thích|đ\/c trong ảnh)(?![\p{L}\p{M}])(?: ảnh)?[^.]{0,40}?[\])>:|\s-]|^>> ?ảnh/iu;
const LEADING_PICTURE = /^\[[^\]\n]{3,80}\]|^\([^)\n]{3,200}\)\.?$/u;
/** How an item of a list begins: "- …", "1. …", "Thứ nhất …", "Một là …", "Về du lịch: …". */
export const LIST_ITEM =
  /^\s*(?:[-–—•·+*▪►●○]|\(?\d{1,2}[.)]|\(?[a-zđ]\)|(?:thứ|một|hai|ba|bốn|năm|sáu) (?:nhất|hai|ba|tư|năm|sáu|bảy|là)(?![\p{L}\p{M}])|về (?!phía|thời gian)\p{Ll}[^:.;,]{1,40}:)\s*/iu;

/**
 * Reads an article into its lines.
 *
 * @param days What hangs on days told before, of the whole article; without it such days stay open.
 */
export function storyOf(article: Article, days: DaysInTurn = NO_DAYS): Story {
  const local = localPlaces(article);
  const title = skeletonOf(article.title, -1, local);
  const lines: Line[] = [
    { skeleton: title, role: "title", block: -1, item: false, heading: false },
  ];
  const menus = menusIn(article);
  for (const [block, { kind, start, end }] of article.blocks.entries()) {
    if (kind === "byline" || menus.has(block)) continue;
    const text = article.text.slice(start, end);
    if (isFurniture(text)) continue;
    const role =
      kind === "caption" || CAPTION.test(text) || LEADING_PICTURE.test(text.trim())
        ? "caption"
        : "body";
    const item = LIST_ITEM.test(text);
    for (const part of sentences(text)) {
      if (lines.length >= MOST_LINES) return { lines, local };
      const read = skeletonOf(text.slice(part.start, part.end), start + part.start, local);
      const dates = days.get(read.start);
      const skeleton = dates === undefined ? read : { ...read, dates };
      lines.push({ skeleton, role, block, item, heading: kind === "heading" });
    }
  }
  return { lines, local };
}

/** "Chính trị", "Kinh tế", "Văn hóa": a label of a menu. */
const MENU_LABEL = /^\p{Lu}[\p{L} -]{1,24}$/u;
const MOST_LABEL_WORDS = 4;
/** So many labels one after the other are a menu, no headings. */
const LEAST_LABELS = 4;

/** Numbers of the blocks that are labels of menus: they would take the place of the report's first sentences. */
function menusIn({ text, blocks }: Article): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= LEAST_LABELS) for (const block of run) found.add(block);
    run = [];
  };
  for (const [block, { kind, start, end }] of blocks.entries()) {
    const own = text.slice(start, end).trim();
    const isLabel =
      (kind === "lead" || kind === "paragraph") &&
      MENU_LABEL.test(own) &&
      own.split(" ").length <= MOST_LABEL_WORDS;
    if (isLabel) run.push(block);
    else close();
  }
  close();
  return found;
}

const UNIT =
  /(?<![\p{L}\p{M}])(?:[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|[Cc]hâu|[Tt]hị|[Qq]uận|[Hh]ạt|[Bb]ang|TP\.?) (\p{Lu}[\p{L}\p{M}-]{0,20}(?: \p{Lu}[\p{L}\p{M}-]{0,20}){0,2})/gu;
const BARE_BEFORE_BRACKET =
  /(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}-]{0,20}(?: \p{Lu}[\p{L}\p{M}-]{0,20}){0,2}) \(([^()]{3,40})\)/gu;
/** Behind a name, its province or country is told within so many characters. */
const BEHIND = 60;
/** Names looked up a second time. */
const MOST_OPEN = 40;

/** Names behind a word for a unit whose country the text tells right behind: in brackets or behind commas. */
function localPlaces({ title, text }: Article): Map<string, string> {
  const found = new Map<string, string>();
  const whole = `${title}\n${text}`;
  const put = (name: string, country: string | null): void => {
    if (country !== null && knownPlace(name) === null && !found.has(name)) found.set(name, country);
  };
  for (const match of whole.includes(" (") ? matchesIn(whole, BARE_BEFORE_BRACKET) : [])
    put(match[1]!, countryIn(match[2]!));
  const open = new Set<string>();
  for (const match of matchesIn(whole, UNIT)) {
    const name = match[1]!;
    const behind = whole.slice(
      match.index + match[0].length,
      match.index + match[0].length + BEHIND,
    );
    const country = /^(?:,? \(([^()]{3,40})\)|, ([^.;()]{3,40}))/u.exec(behind);
    if (country !== null) put(name, countryIn(country[1] ?? country[2]!));
    if (open.size < MOST_OPEN && !found.has(name) && knownPlace(name) === null) open.add(name);
  }
  // "tỉnh Jeollabuk, Hàn Quốc" explains its own county before it: "huyện Imsil, tỉnh Jeollabuk".
  for (const name of open) {
    const at = whole.indexOf(`${name}, `);
    const next = at < 0 ? "" : whole.slice(at + name.length + 2, at + name.length + 40);
    const owner = [...found.keys()].find((known) => next.includes(known));
    if (owner !== undefined) put(name, found.get(owner)!);
  }
  return found;
}

function countryIn(text: string): string | null {
  let country: string | null = null;
  for (const part of text.split(/,| - | – /u)) {
    const name = part
      .trim()
      .replace(/^(?:tỉnh|thành phố|khu tự trị dân tộc|nước|huyện|châu|thị) /iu, "");
    country = knownPlace(name)?.country ?? country;
  }
  return country;
}

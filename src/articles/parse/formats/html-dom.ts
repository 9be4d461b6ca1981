import { createRequire } from "node:module";
import type { Readability } from "@mozilla/readability";
import type { DOMParser, parseHTML } from "linkedom";
import { normalizeLine } from "../../../language/text/index.ts";
import {
  type Cell,
  isLabel,
  isLetterhead,
  joinBroken,
  joinBrokenText,
  type PageLine,
  tableLines,
} from "../page/index.ts";

/** The two heavy libraries of HTML reading. */
interface HtmlLibraries {
  readonly parseHTML: typeof parseHTML;
  readonly DOMParser: typeof DOMParser;
  readonly Readability: typeof Readability;
}

/** More elements than any article page has; a parser given more runs for minutes. */
const MAX_ELEMENTS = 20_000;
/** Depths of all elements together: Readability walks up from each. A large page has some 200,000. */
const MAX_TOTAL_DEPTH = 400_000;
/** The parser looks through an element's attributes for each of them. */
const MAX_ATTRIBUTES = 300;
/** Readability recurses and overflows the stack on some thousands of nested elements. */
const MAX_DEPTH = 400;
/** The parser makes a text node at every stray bracket or entity, which takes it microseconds each. */
const MAX_MARKUP_CHARS = 200_000;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:[^a-z0-9<>-][^<>]*)?>/giu;
const CLOSED_BY_THE_PARSER =
  /^(?:p|li|td|th|tr|dt|dd|option|br|img|hr|meta|link|input|source|wbr|area|base|col|embed|track|param)$/iu;

const LEFT_OUT =
  /^(?:script|style|noscript|template|svg|button|input|select|textarea|iframe|object|nav|footer|audio|video|canvas|head)$/iu;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

let loaded: HtmlLibraries | null = null;

/** Loads the libraries on first use: corpora without HTML start faster. */
export function htmlLibraries(): HtmlLibraries {
  if (loaded === null) {
    const require = createRequire(import.meta.url);
    const dom = require("linkedom") as Pick<HtmlLibraries, "parseHTML" | "DOMParser">;
    const reader = require("@mozilla/readability") as Pick<HtmlLibraries, "Readability">;
    const { parseHTML, DOMParser } = dom;
    loaded = { parseHTML, DOMParser, Readability: reader.Readability };
  }
  return loaded;
}

/** True for a page of a size and depth that is safe to parse. */
export function isParsable(html: string): boolean {
  let markup = 0;
  for (const sign of ["<", ">", "&"]) {
    for (let at = html.indexOf(sign); at >= 0; at = html.indexOf(sign, at + 1)) {
      markup += 1;
      if (markup > MAX_MARKUP_CHARS) return false;
    }
  }
  let elements = 0;
  let depth = 0;
  let totalDepth = 0;
  for (const [tag, closing, name] of html.matchAll(TAG)) {
    if (closing === "") {
      elements += 1;
      totalDepth += depth;
    }
    if (elements > MAX_ELEMENTS || totalDepth > MAX_TOTAL_DEPTH) return false;
    if (tag.length > 2 * MAX_ATTRIBUTES && tag.split("=").length > MAX_ATTRIBUTES) return false;
    if (tag.endsWith("/>") || CLOSED_BY_THE_PARSER.test(name!)) continue;
    depth = closing === "" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return false;
  }
  return true;
}

/** What the walk needs of a DOM node. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode?: DomNode | null;
  getAttribute?(name: string): string | null;
}

/** Classes of the lists of sections that stand around an article where there is no `nav`. */
const SECTIONS =
  /(?:^|\s)(?:nav|navbar|nav-?menu|menu|top-?menu|main-?menu|topnav|breadcrumbs?)(?:$|\s)/iu;
const MOST_IN_SECTIONS = 600;

/** True for what no reader sees, and for lists of sections. */
function isLeftOut(node: DomNode): boolean {
  return (
    LEFT_OUT.test(node.nodeName) ||
    (SECTIONS.test(node.getAttribute?.("class") ?? "") &&
      (node.textContent ?? "").length <= MOST_IN_SECTIONS) ||
    (node.getAttribute?.("hidden") ?? null) !== null ||
    HIDDEN_STYLE.test(node.getAttribute?.("style") ?? "")
  );
}

/** A cell with more text holds a part of a page, not a value. */
const MAX_CELL_CHARS = 1_500;
/** What a cell of a table that only lays out a page holds. */
const PAGE_PART = /^(?:h[1-6]|img|picture|figure|iframe|article|section|nav|input|button|video)$/iu;

/**
 * The rows of a table of data as lines; null where the table only lays out the page (pictures, headings, long texts,
 * a letterhead), or has a single row or column.
 *
 * @param linesOf Reads the lines of a cell.
 */
function htmlTable(table: DomNode, linesOf: (node: DomNode) => PageLine[]): PageLine[] | null {
  if (/^(?:presentation|none)$/iu.test(table.getAttribute?.("role") ?? "")) return null;
  const { rows, caption } = partsOf(table);
  if (rows.length < 2 || !holdsData(rows)) return null;
  const cells: Cell[][] = [];
  let filled = 0;
  for (const row of rows) {
    const own = row.map((cell) => cellOf(cell, linesOf));
    if (own.some(({ text }) => text.length > MAX_CELL_CHARS)) return null;
    if (own.filter(({ text }) => text !== "").length > 1) filled += 1;
    cells.push(own);
  }
  if (filled * 2 < rows.length || cells.some((row) => row.some(({ text }) => isLetterhead(text))))
    return null;
  const lines = tableLines(cells);
  if (lines === null || caption === null) return lines;
  return [...linesOf(caption).map(({ text }): PageLine => ({ text, hint: "heading" })), ...lines];
}

/** False for tables that hold parts of a page: pictures, headings, links, other tables without heads above them. */
function holdsData(rows: readonly (readonly DomNode[])[]): boolean {
  let letters = 0;
  let linked = 0;
  let nested = false;
  for (const cell of rows.flat()) {
    const stack: { node: DomNode; inLink: boolean }[] = [{ node: cell, inLink: false }];
    while (stack.length > 0) {
      const { node, inLink } = stack.pop()!;
      const size = node.nodeType === 3 ? (node.textContent ?? "").trim().length : 0;
      letters += size;
      if (inLink) linked += size;
      if (node.nodeType !== 1) continue;
      if (PAGE_PART.test(node.nodeName)) return false;
      nested ||= /^table$/iu.test(node.nodeName);
      const isLink = inLink || /^a$/iu.test(node.nodeName);
      for (const child of node.childNodes) stack.push({ node: child, inLink: isLink });
    }
  }
  if (linked * 10 > letters * 7) return false;
  const isHead = (cell: DomNode) =>
    /^th$/iu.test(cell.nodeName) || isLabel(normalizeLine(cell.textContent ?? ""));
  return !nested || rows[0]!.filter(isHead).length * 2 > rows[0]!.length;
}

/** Rows stand nowhere else: Readability makes a `div` of a table that is the article's own part, and leaves its rows. */
const isTable = ({ nodeName, childNodes }: DomNode): boolean =>
  /^table$/iu.test(nodeName) ||
  (/^div$/iu.test(nodeName) &&
    [...childNodes].some((child) => /^(?:thead|tbody|tr)$/iu.test(child.nodeName)));

/** The cells of its own rows, those of a table inside of a cell not counted. */
function partsOf(table: DomNode): { rows: DomNode[][]; caption: DomNode | null } {
  const rows: DomNode[][] = [];
  let caption: DomNode | null = null;
  const stack = [...table.childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.nodeType !== 1 || isLeftOut(node)) continue;
    if (/^(?:thead|tbody|tfoot)$/iu.test(node.nodeName)) {
      stack.push(...[...node.childNodes].reverse());
    } else if (/^caption$/iu.test(node.nodeName)) caption = node;
    else if (/^tr$/iu.test(node.nodeName))
      rows.push([...node.childNodes].filter(({ nodeName }) => /^t[dh]$/iu.test(nodeName)));
  }
  return { rows, caption };
}

function cellOf(cell: DomNode, linesOf: (node: DomNode) => PageLine[]): Cell {
  const span = (name: string) => {
    const value = Number.parseInt(cell.getAttribute?.(name) ?? "1", 10);
    return value >= 1 ? value : 1;
  };
  const inHead = /^thead$/iu.test(cell.parentNode?.parentNode?.nodeName ?? "");
  return {
    text: cellText(linesOf(cell)),
    isHead: inHead || /^th$/iu.test(cell.nodeName),
    columns: span("colspan"),
    rows: span("rowspan"),
  };
}

/** The lines of a cell in one: a name and its office stand on two lines, items of a list on lines of their own. */
function cellText(lines: readonly PageLine[]): string {
  return joinBroken(lines.filter(({ hint }) => hint !== "image"))
    .map(({ text, hint }) => ({ text: text.replace(/^[-–•+*]\s+/u, ""), marked: text, hint }))
    .reduce((joined, { text, marked, hint }) => {
      if (joined === "") return text;
      const isItem = hint === "item" || hint === "row" || marked !== text || HONORIFIC.test(text);
      const end = /[.;:,!?]$/u.test(joined) ? "" : isItem ? ";" : ",";
      return `${joined}${end} ${text}`;
    }, "");
}

const HONORIFIC = /^(?:ông|bà|đồng chí|đ\/c|đoàn)\s/iu;

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|label|mark|q|s|small|span|strong|sub|sup|time|tt|u|var|wbr)$/iu;
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|photocms_caption|chu-?thich|img-?desc|image-?desc|desc_?img)(?:$|[\s_-])/iu;

type Hint = PageLine["hint"];

/** Stands for `<br>` until the block is read: no text holds this noncharacter. */
const BREAK = "\uFDD0";

/**
 * Reads a DOM subtree as the lines a reader sees, with what the markup says about them.
 * Without recursion, so that nested elements can't overflow the stack.
 */
export function htmlLines(root: DomNode): PageLine[] {
  const lines: PageLine[] = [];
  let text = "";
  let hint: Hint;
  const close = () => {
    // Within a block a line break may stand in the middle of a sentence; two in a row part paragraphs.
    const broken = text.split(BREAK).map(normalizeLine);
    for (const line of broken.length === 1 ? broken : joinBrokenText(broken))
      if (line !== "") lines.push(hint === undefined ? { text: line } : { text: line, hint });
    text = "";
  };
  // A function in the stack runs when the children before it are done.
  const stack: (DomNode | (() => void))[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === "function") {
      node();
      continue;
    }
    if (node.nodeType === 3) {
      text += node.textContent ?? "";
      continue;
    }
    if (node.nodeType !== 1 || isLeftOut(node)) continue;
    const table = isTable(node) ? htmlTable(node, htmlLines) : null;
    if (table !== null) {
      close();
      lines.push(...table);
      continue;
    }
    const children = [...node.childNodes].reverse();
    if (/^br$/iu.test(node.nodeName)) text += BREAK;
    else if (/^img$/iu.test(node.nodeName)) {
      close();
      lines.push({ text: "[img]", hint: "image" });
    } else if (INLINE.test(node.nodeName)) stack.push(...children);
    else {
      close();
      const outer = hint;
      const own = hintOf(node) ?? outer;
      hint = own;
      stack.push(
        () => {
          close();
          hint = outer;
        },
        ...children,
      );
    }
  }
  close();
  return lines;
}

function hintOf(node: DomNode): Hint {
  if (/^figcaption$/iu.test(node.nodeName)) return "caption";
  if (CAPTION_CLASS.test(node.getAttribute?.("class") ?? "")) return "caption";
  if (/^li$/iu.test(node.nodeName)) return "item";
  return /^h[2-6]$/iu.test(node.nodeName) ? "heading" : undefined;
}

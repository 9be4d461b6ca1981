import { createRequire } from "node:module";
import type { Readability } from "@mozilla/readability";
import type { DOMParser, parseHTML } from "linkedom";

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

/** True for what no reader sees. */
export function isLeftOut(node: DomNode): boolean {
  return (
    LEFT_OUT.test(node.nodeName) ||
    (node.getAttribute?.("hidden") ?? null) !== null ||
    HIDDEN_STYLE.test(node.getAttribute?.("style") ?? "")
  );
}

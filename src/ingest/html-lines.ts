import { normalizeLine } from "../text/normalize.ts";
import type { PageLine } from "./draft.ts";

const LEFT_OUT =
  /^(?:script|style|noscript|template|svg|button|form|input|select|textarea|iframe|object|nav|footer|audio|video|canvas|head)$/iu;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|label|mark|q|s|small|span|strong|sub|sup|time|tt|u|var|wbr)$/iu;
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|photocms_caption|chu-?thich|img-?desc|image-?desc|desc_?img)(?:$|[\s_-])/iu;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/** What the walk needs of a DOM node. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}

type Hint = PageLine["hint"];

/**
 * Reads a DOM subtree as the lines a reader sees, with what the markup says about them.
 * Without recursion, so that nested elements can't overflow the stack.
 */
export function htmlLines(root: DomNode): PageLine[] {
  const lines: PageLine[] = [];
  let text = "";
  let hint: Hint;
  const close = () => {
    const line = normalizeLine(text);
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
    const children = [...node.childNodes].reverse();
    if (/^br$/iu.test(node.nodeName)) close();
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

function isLeftOut(node: DomNode): boolean {
  return (
    LEFT_OUT.test(node.nodeName) ||
    (node.getAttribute?.("hidden") ?? null) !== null ||
    HIDDEN_STYLE.test(node.getAttribute?.("style") ?? "")
  );
}

function hintOf(node: DomNode): Hint {
  if (/^figcaption$/iu.test(node.nodeName)) return "caption";
  if (CAPTION_CLASS.test(node.getAttribute?.("class") ?? "")) return "caption";
  return /^h[2-6]$/iu.test(node.nodeName) ? "heading" : undefined;
}

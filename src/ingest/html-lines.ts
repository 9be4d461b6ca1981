import { normalizeLine } from "../text/normalize.ts";
import { joinBrokenText } from "./broken-lines.ts";
import type { PageLine } from "./draft.ts";
import { type DomNode, isLeftOut } from "./html-dom.ts";
import { htmlTable } from "./html-table.ts";

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
    const table = /^table$/iu.test(node.nodeName) ? htmlTable(node, htmlLines) : null;
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

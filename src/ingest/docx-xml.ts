/**
 * Makes the parts of a Word document ready for the library that reads it: hidden and deleted text goes out, tracked
 * changes count as accepted, and the text of boxes, which the library passes over, stands behind its paragraph.
 */

import { lettersIn } from "./left-out.ts";

/** A part as it is to be read, and what was taken out of it (letters and digits). */
export interface CleanPart {
  readonly xml: string;
  readonly hidden: number;
  readonly deleted: number;
}

/** An open element. */
interface Open {
  readonly name: string;
  /** Pieces of its sink before it: where it is cut off if it is hidden. */
  readonly from: number;
  isHidden: boolean;
  /** In `mc:AlternateContent`: the choice holds text. */
  hasText: boolean;
}

/** Where markup goes: the document, or a text box whose paragraphs are set behind the one that holds it. */
interface Sink {
  readonly pieces: string[];
  /** Boxes to be set behind the paragraph that is open. */
  boxes: string[];
  paragraphs: number;
}

/** Their text is not in the accepted document. */
const DELETED = /^w:(?:del|moveFrom)$/u;
/** Marks around text that stays; the library passes over what stands in some of them. */
const UNWRAPPED =
  /^(?:w:(?:ins|moveTo|customXml|dir|bdo)|mc:(?:AlternateContent|Choice|Fallback))$/u;
const OFF = /w:val="(?:0|false|off)"/u;

/**
 * @param xml A part of a Word document that was checked to hold no document type declaration.
 * @param hiddenStyles Ids of styles whose text is hidden.
 */
export function cleanPart(xml: string, hiddenStyles: ReadonlySet<string>): CleanPart {
  const stack: Open[] = [];
  const sinks: Sink[] = [{ pieces: [], boxes: [], paragraphs: 0 }];
  let hidden = 0;
  let deleted = 0;
  // Depth of the element whose content is passed over, or -1.
  let skipped = -1;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    const text = xml.slice(at, open < 0 ? xml.length : open);
    const sink = sinks.at(-1)!;
    if (skipped < 0) sink.pieces.push(text);
    else if (stack[skipped] !== undefined && DELETED.test(stack[skipped]!.name))
      deleted += lettersIn(text);
    if (text.trim() !== "")
      for (const one of stack) one.hasText ||= one.name === "mc:AlternateContent";
    if (open < 0) break;
    const close = xml.indexOf(">", open);
    if (close < 0) break;
    const tag = xml.slice(open, close + 1);
    at = close + 1;
    const name = /^<\/?([^\s/>]{1,80})/u.exec(tag)?.[1] ?? "";
    if (tag.startsWith("</")) {
      const one = stack.pop();
      if (one === undefined) continue;
      if (stack.length === skipped) {
        skipped = -1;
        continue;
      }
      if (skipped >= 0) continue;
      if (name === "w:txbxContent") {
        const box = sinks.pop()!;
        sinks.at(-1)!.boxes.push(box.pieces.join(""));
        continue;
      }
      if (one.isHidden) {
        const cut = sink.pieces.splice(one.from);
        hidden += lettersIn(cut.join("").replace(/<[^<>]*>/gu, ""));
      } else if (!UNWRAPPED.test(name)) sink.pieces.push(tag);
      if (name === "w:p") {
        sink.paragraphs -= 1;
        if (sink.paragraphs === 0) {
          sink.pieces.push(...sink.boxes);
          sink.boxes = [];
        }
      }
      continue;
    }
    const isEmpty = tag.endsWith("/>");
    if (skipped < 0) markHidden(stack, name, tag, hiddenStyles);
    if (isEmpty) {
      if (skipped < 0 && !UNWRAPPED.test(name)) sink.pieces.push(tag);
      continue;
    }
    const isSkipped =
      DELETED.test(name) || (name === "mc:Fallback" && stack.at(-1)?.hasText === true);
    if (skipped < 0 && isSkipped) skipped = stack.length;
    stack.push({ name, from: sink.pieces.length, isHidden: false, hasText: false });
    if (skipped >= 0) continue;
    if (name === "w:txbxContent") sinks.push({ pieces: [], boxes: [], paragraphs: 0 });
    else if (!UNWRAPPED.test(name)) sink.pieces.push(tag);
    if (name === "w:p") sink.paragraphs += 1;
  }
  return { xml: sinks[0]!.pieces.join(""), hidden, deleted };
}

/** `<w:vanish/>`, or a style that hides, among the properties of a run or paragraph. */
function markHidden(
  stack: readonly Open[],
  name: string,
  tag: string,
  hiddenStyles: ReadonlySet<string>,
): void {
  const owner = stack.at(-2);
  if (owner === undefined) return;
  const style = /^w:[rp]Style$/u.test(name) ? /w:val="([^"]{1,200})"/u.exec(tag)?.[1] : undefined;
  const hides =
    (name === "w:vanish" && owner.name === "w:r" && !OFF.test(tag)) ||
    (style !== undefined && hiddenStyles.has(style));
  if (hides && /^w:[rp]$/u.test(owner.name)) owner.isHidden = true;
}

/** Ids of the styles that hide their text. */
export function hiddenStyles(styles: string): Set<string> {
  const hidden = new Set<string>();
  for (const style of styles.split("<w:style ").slice(1)) {
    const vanish = /<w:vanish(?:\s[^<>]{0,100})?\/>/u.exec(style)?.[0];
    const id = /w:styleId="([^"]{1,200})"/u.exec(style)?.[1];
    if (vanish !== undefined && id !== undefined && !OFF.test(vanish)) hidden.add(id);
  }
  return hidden;
}

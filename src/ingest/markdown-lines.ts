import type { PageLine } from "./draft.ts";
import { IMAGE, inline } from "./markdown-inline.ts";
import { partTables } from "./text-tables.ts";

/** The blocks of a Markdown text, and its first `# title` (taken out of the blocks). */
export interface MarkdownText {
  readonly title: string | null;
  readonly lines: readonly PageLine[];
}

const LIST_MARK = /^\s{0,8}(?:[-*+]\s+(?:\[[ xX]\]\s+)?)/u;
const BREAK = /^\s{0,3}(?:[-*_]\s*){3,}$/u;

/** Takes the markup off a Markdown text: one line a paragraph, list item, row of a table, heading or image caption. */
export function markdownLines(text: string): MarkdownText {
  const lines: PageLine[] = [];
  let title: string | null = null;
  let open: string[] = [];
  let isItem = false;
  const close = () => {
    if (open.length > 0) pushParagraph(lines, open.join(" "), isItem);
    open = [];
    isItem = false;
  };
  const heading = (level: number, content: string) => {
    close();
    const plain = inline(content);
    if (plain === "") return;
    if (level === 1 && title === null && !lines.some(({ hint }) => hint === "paragraph"))
      title = plain;
    else lines.push({ text: plain, hint: "heading" });
  };
  let fenced = false;
  const read = (raw: string) => {
    const line = raw.replace(/^\s{0,3}(?:>\s?)+/u, "");
    const atx = /^\s{0,3}(#{1,6})\s(.*)$/u.exec(line);
    if (/^\s{0,3}(?:```|~~~)/u.test(line)) {
      close();
      fenced = !fenced;
    } else if (fenced) open.push(line);
    else if (line.trim() === "") close();
    else if (atx !== null) heading(atx[1]!.length, atx[2]!.trim().replace(/(?:^|\s)#+$/u, ""));
    else if (open.length > 0 && /^\s{0,3}(?:=+|-+)\s*$/u.test(line)) {
      const content = open.join(" ");
      open = [];
      heading(line.includes("=") ? 1 : 2, content);
    } else if (BREAK.test(line) || /^\s{0,3}\[[^\]]+\]:\s+\S+/u.test(line)) close();
    else if (LIST_MARK.test(line) || /^\s{0,8}\d{1,3}[.)]\s+/u.test(line)) {
      close();
      open = [line.replace(LIST_MARK, "")];
      isItem = true;
    } else open.push(line);
  };
  for (const stretch of partTables(withoutComments(text).split("\n"), inline)) {
    if (stretch.kind === "text") stretch.lines.forEach(read);
    else {
      close();
      lines.push(...stretch.lines);
    }
  }
  close();
  return { title, lines };
}

function pushParagraph(lines: PageLine[], content: string, isItem: boolean): void {
  const captions: string[] = [];
  const rest = content.replace(IMAGE, (_, alt: string) => {
    captions.push(inline(alt));
    return " ";
  });
  const plain = inline(rest);
  const slanted = /^\s*([*_])(?!\1)[^*_]+\1\s*$/u.test(rest);
  const afterImage = lines.at(-1)?.hint === "image" || captions.length > 0;
  for (const caption of captions) lines.push({ text: caption, hint: "image" });
  if (plain === "") return;
  lines.push({
    text: plain,
    hint: afterImage && slanted ? "caption" : isItem ? "item" : "paragraph",
  });
}

function withoutComments(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", at + 4);
    if (end < 0) break;
    kept += text.slice(from, at);
    from = end + 3;
  }
  return kept + text.slice(from);
}

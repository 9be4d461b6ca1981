import type { PageLine } from "./draft.ts";
import { IMAGE, inline } from "./markdown-inline.ts";

/** The blocks of a Markdown text, and its first `# title` (taken out of the blocks). */
export interface MarkdownText {
  readonly title: string | null;
  readonly lines: readonly PageLine[];
}

const LIST_MARK = /^\s{0,8}(?:[-*+]\s+(?:\[[ xX]\]\s+)?)/u;
const BREAK = /^\s{0,3}(?:[-*_]\s*){3,}$/u;

/** Takes the markup off a Markdown text: one line a paragraph, list item, heading or image caption. */
export function markdownLines(text: string): MarkdownText {
  const lines: PageLine[] = [];
  let title: string | null = null;
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) pushParagraph(lines, open.join(" "));
    open = [];
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
  for (const raw of withoutComments(text).split("\n")) {
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
    else if (/^\s*\|.*\|\s*$/u.test(line)) {
      close();
      const cells = line
        .split("|")
        .map((cell) => cell.trim())
        .filter(Boolean);
      if (!cells.every((cell) => /^:?-+:?$/u.test(cell))) pushParagraph(lines, cells.join("; "));
    } else if (LIST_MARK.test(line) || /^\s{0,8}\d{1,3}[.)]\s+/u.test(line)) {
      close();
      open = [line.replace(LIST_MARK, "")];
    } else open.push(line);
  }
  close();
  return { title, lines };
}

function pushParagraph(lines: PageLine[], content: string): void {
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
  lines.push({ text: plain, hint: afterImage && slanted ? "caption" : "paragraph" });
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

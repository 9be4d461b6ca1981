import { normalizeText, sentences } from "../../language/text/index.ts";

/** A sentence as the writer put it. */
export interface Draft {
  /** Plain text: no markers, markup, links or mentions. */
  readonly text: string;
  /** Numbers that it cites, in their order, those that no passage has included. */
  readonly cited: readonly number[];
  /** True for what stood there as a heading. */
  readonly heading: boolean;
}

/** Characters that are read; an answer of five sentences has a tenth of them. */
const MOST_CHARS = 12_000;

/** Thoughts that some models print before their answer begin and end so. */
const THOUGHT = /<(\/?)(?:think|thinking|reasoning)>/giu;
const FENCES = /```[^\n]{0,30}\n?|~~~[^\n]{0,30}\n?/gu;
const LINK = /!?\[([^[\]\n]{0,200})\]\((?:[^()\n]{0,400})\)/gu;
const ADDRESS = /(?:https?:\/\/|www\.|t\.me\/|tg:\/\/)[^\s<>"'）)\]】]{1,500}/giu;
const TAG = /<\/?[a-z!][^<>\n]{0,300}>/giu;
const MENTION = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}_]{2,64}/gu;
const EMPHASIS = /\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|`+|~~/gu;
/** What a reader cannot see, or what turns the direction of a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}](?<![\n\t])/gu;
const LINE_START =
  /^[ \t]{0,8}(?:(#{1,6})[ \t]{1,4}|>[ \t]{0,4}|[-*+•▪●–—][ \t]{1,4}|\(?\d{1,2}[.)][ \t]{1,4})?/u;
/** `[1]`, `[1, 2]`, `[1-3]`, `【1†source】`, `[nguồn 1]`, `[^1]`. */
const MARKER =
  /[[【［]\s{0,2}(?:\^|(?:nguồn|bài|đoạn|source|passage|来源|段落)\s{0,2}:?\s{0,2})?(\d{1,3}(?:\s{0,2}[,;、，–-]\s{0,2}\d{1,3}){0,9})\s{0,2}(?:[†|][^\]】］\n]{0,40})?[\]】］]/giu;
/** More numbers than that are no citation of a sentence. */
const MOST_SPAN = 8;

function numbersOf(list: string): number[] {
  return list.split(/[,;、，]/u).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/u).map(Number);
    if (to < from || to - from > MOST_SPAN) return [from, to];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

interface Line {
  text: string;
  /** Where in `text` a marker stood. */
  readonly markers: { readonly at: number; readonly numbers: readonly number[] }[];
}

/** Takes the markers out of a line; what is left closes up. */
function withoutMarkers(line: string): Line {
  const found: Line = { text: "", markers: [] };
  let from = 0;
  const add = (part: string) => {
    const glued = /^[\s.,;:!?。，；：！？]/u.test(part) || found.text === "";
    found.text = glued ? found.text.trimEnd() + part : found.text + part;
  };
  for (const match of line.matchAll(MARKER)) {
    add(line.slice(from, match.index));
    found.markers.push({ at: found.text.trimEnd().length, numbers: numbersOf(match[1]!) });
    from = match.index + match[0].length;
    // "… A.[1]B": the sentence ended there.
    if (/[.!?…]\s{0,2}$/u.test(found.text) && /^\p{L}/u.test(line.slice(from))) found.text += " ";
  }
  add(line.slice(from));
  return found;
}

const plain = (text: string): string =>
  text
    .replace(LINK, (_, label: string) => (/^\^?\d{1,3}$/u.test(label) ? `[${label}]` : label))
    .replace(ADDRESS, "")
    .replace(TAG, "")
    .replace(MENTION, "")
    .replace(EMPHASIS, "");

/** Takes out what stands between the marks of thoughts; unclosed ones reach to the end, unopened ones from the start. */
function withoutThoughts(text: string): string {
  let kept = "";
  let from = 0;
  let open = false;
  for (const match of text.matchAll(THOUGHT)) {
    const closes = match[1] === "/";
    if (!open && !closes) kept += text.slice(from, match.index);
    if (!open && closes) kept = "";
    open = !closes;
    from = match.index + match[0].length;
  }
  return open ? kept : kept + text.slice(from);
}

/**
 * Cuts a writer's text into plain sentences with the numbers that each cites, whether they stand before or behind the
 * full stop. A number at the head of a line belongs to the sentence behind it.
 *
 * @returns In order; `rest` is true where the text was longer than is read.
 */
export function cutWritten(text: string): { drafts: Draft[]; rest: boolean } {
  const read = text.slice(0, MOST_CHARS).replace(UNSEEN, "").replace(FENCES, "\n");
  const drafts: Draft[] = [];
  for (const raw of normalizeText(withoutThoughts(read)).split("\n")) {
    const start = LINE_START.exec(raw)!;
    const line = withoutMarkers(plain(raw.slice(start[0].length)));
    const ranges = sentences(line.text);
    ranges.forEach(({ start: from, end }, i) => {
      const isFirst = i === 0;
      const next = ranges[i + 1]?.start ?? line.text.length + 1;
      const cited = line.markers
        .filter(({ at }) => (at > from || (isFirst && at <= from)) && at <= Math.max(end, next - 1))
        .flatMap(({ numbers }) => numbers);
      const own = line.text
        .slice(from, end)
        .replace(/\s{2,}/gu, " ")
        .trim();
      if (own === "") return;
      const heading = start[1] !== undefined || /^[^.!?。！？]{1,80}[:：]$/u.test(own);
      drafts.push({ text: own, cited: [...new Set(cited)], heading });
    });
    if (ranges.length === 0 && line.markers.length > 0) citeLast(drafts, line);
  }
  return { drafts, rest: text.length > MOST_CHARS };
}

/** A line of numbers alone belongs to the sentence above it. */
function citeLast(drafts: Draft[], line: Line): void {
  const last = drafts.at(-1);
  if (last === undefined) return;
  const numbers = line.markers.flatMap(({ numbers: own }) => own);
  drafts[drafts.length - 1] = { ...last, cited: [...new Set([...last.cited, ...numbers])] };
}

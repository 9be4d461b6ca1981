import type { TextRange } from "../../model/index.ts";
import { matchesIn } from "./matches.ts";

/**
 * Abbreviations that a full stop follows without ending the sentence, lower case, without that stop.
 * Those before a name (`TP. Lạng Sơn`, `TS. Trần Văn A`) never end one.
 */
const BEFORE_A_NAME: ReadonlySet<string> = new Set(
  (
    "tp tx tt ts tskh ths th.s pgs gs gs.ts pgs.ts nsnd nsưt ngnd ngưt bs bscki bsckii ds ks kts cn ls lm " +
    "ck đ/c đc đh cđ thpt thcs q p h x tr đt nxb bv kcn qđ nđ cp tt.huế tw mr mrs ms dr st jr sr prof hon " +
    "gen gov sen rep col lt capt maj sgt no nr vol vs fig inc ltd co corp jan feb mar apr jun jul aug sep " +
    "sept oct nov dec"
  ).split(" "),
);

/** Abbreviated offices: they may end a sentence, unless a name, another abbreviation or a number follows. */
const OF_AN_OFFICE: ReadonlySet<string> = new Set(
  "ubnd hđnd mttq ubmttq bch btv ubkt hđqt clb bđbp lđlđ qh cp".split(" "),
);

/** Ends of addresses: `baolangson.Vn` is no sentence end with a missing space. */
const ADDRESS_ENDS: ReadonlySet<string> = new Set(
  "com vn net org gov edu info html htm php asp aspx jpg png pdf".split(" "),
);

// A run of end marks (also `./.`, the end sign of Vietnamese reports), with the closing marks behind it.
const END = /\n+|[。！？]+[」』”’）]*|[.!?…]+(?:\/[.!?…]+)*(?:\s?["”’»)\]]+)?/gu;
const QUOTE_MAX = 300;
/** Characters of a sentence; what goes on longer (a list, a page without stops) is cut between words. */
const MAX_SENTENCE = 2_000;
const UPPER = /^\p{Lu}/u;
const CAPITALISED_PAIR = /^\p{Lu}\p{L}*\s+\p{Lu}/u;

/**
 * Cuts one block of NFC text into sentences.
 *
 * The ranges stand in order, don't overlap, have no white space at their ends and cover every other
 * character. Abbreviations (`TP.`, `PGS.TS.`), initials (`J. D.`), numbers, dates, addresses, list numbers
 * and full stops within a quotation or bracket of up to 300 characters don't end a sentence. A line break does, and
 * so does the last space before `MAX_SENTENCE` characters.
 */
export function sentences(text: string): TextRange[] {
  const found: TextRange[] = [];
  const enclosed = enclosures(text);
  const isEnclosed = holder(enclosed.filter(({ start, end }) => end - start <= QUOTE_MAX));
  const openings = new Set(enclosed.map((range) => range.start));
  let start = 0;
  const cut = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/u.test(text[from]!)) from += 1;
    while (to > from && /\s/u.test(text[to - 1]!)) to -= 1;
    if (to > from) found.push(...pieces(text, from, to));
    start = end;
  };
  for (const match of matchesIn(text, END)) {
    const end = endOf(match[0], match.index, openings);
    if (match[0][0] === "\n") cut(end);
    else if (!isEnclosed(match.index, end) && endsSentence(text, start, match.index, end)) cut(end);
  }
  cut(text.length);
  return found;
}

/** An overlong range in parts of at most `MAX_SENTENCE`, cut at the last white space, or anywhere if there is none. */
function pieces(text: string, from: number, to: number): TextRange[] {
  const parts: TextRange[] = [];
  let start = from;
  while (to - start > MAX_SENTENCE) {
    let end = start + MAX_SENTENCE;
    const last = start + MAX_SENTENCE / 2;
    while (end > last && !/\s/u.test(text[end]!)) end -= 1;
    // A pair of surrogates stays whole.
    if (end === last)
      end = start + MAX_SENTENCE - (isLowSurrogate(text, start + MAX_SENTENCE) ? 1 : 0);
    let stop = end;
    while (stop > start && /\s/u.test(text[stop - 1]!)) stop -= 1;
    parts.push({ start, end: stop });
    start = end;
    while (start < to && /\s/u.test(text[start]!)) start += 1;
  }
  if (to > start) parts.push({ start, end: to });
  return parts;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function endsSentence(text: string, start: number, mark: number, end: number): boolean {
  if (/[。！？]/u.test(text[mark]!)) return true;
  const rest = text.slice(end, end + 80);
  const after = rest.trimStart();
  if (after === "") return true;
  const spaced = after.length < rest.length;
  const before =
    /(?<![\p{L}\p{M}\p{N}./])[\p{L}\p{M}\p{N}./]+$/u.exec(
      text.slice(Math.max(start, mark - 40), mark),
    )?.[0] ?? "";
  if (!spaced) return end === mark + 1 && text[mark] === "." && missesSpace(before, after);
  const single = text.slice(mark, end) === ".";
  if (single && isListNumber(text.slice(start, mark))) return false;
  // `"…?" ông hỏi`, `… " - Thủ tướng nói`: the sentence goes on.
  if (/^(?:["“«(‘']\s*)?\p{Ll}|^[-–—,;:]\s/u.test(after)) return false;
  if (!single) return true;
  return !isAbbreviation(before, after);
}

function isAbbreviation(before: string, after: string): boolean {
  const word = before.toLowerCase().replace(/^[./]+/u, "");
  if (/^v\.v$/u.test(word)) return !UPPER.test(after);
  if (BEFORE_A_NAME.has(word) || BEFORE_A_NAME.has(word.split(".").at(-1)!))
    return /^["“]?[\p{Lu}\p{N}]/u.test(after);
  if (OF_AN_OFFICE.has(word))
    return CAPITALISED_PAIR.test(after) || /^(?:\p{N}|\p{Lu}{2})/u.test(after);
  // Initials: `J. D. Vance`, `Nguyễn Văn A. Tuấn`, `U.S. Army`.
  return /(?:^|\.)\p{Lu}$/u.test(before) && UPPER.test(after);
}

/** `… đồng.Tại buổi …`: the writer left out the space. Not so in `VOV.VN`, `1.500`, `Node.js`, `Th.S`. */
function missesSpace(before: string, after: string): boolean {
  const next = /^\p{Lu}[\p{Ll}\p{M}]+/u.exec(after)?.[0];
  return (
    next !== undefined &&
    /(?:^|[^\p{L}])\p{L}*\p{Ll}{2}$/u.test(before) &&
    !before.includes(".") &&
    !BEFORE_A_NAME.has(before.toLowerCase()) &&
    !ADDRESS_ENDS.has(next.toLowerCase())
  );
}

function isListNumber(head: string): boolean {
  return /^\s*(?:\d{1,2}|[IVX]{1,4}|[a-hA-H])$/u.test(head);
}

/** End of a run of end marks; a straight quotation mark that opens the next sentence is not part of it. */
function endOf(run: string, index: number, openings: ReadonlySet<number>): number {
  for (let i = 1; i < run.length; i += 1) {
    if (openings.has(index + i)) return index + run.slice(0, i).trimEnd().length;
  }
  return index + run.length;
}

/** Quotations and brackets, innermost brackets only. A straight mark opens only behind a space or bracket. */
function enclosures(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const pattern of [/“[^“”]*”/gu, /(?<![^\s([“«])"[^"\n]*"/gu, /«[^«»]*»/gu, /\([^()]*\)/gu]) {
    for (const match of matchesIn(text, pattern))
      ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}

/** Answers, for places in ascending order, whether one of the ranges holds them, in one pass over the ranges. */
function holder(ranges: readonly TextRange[]): (from: number, to: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return (from, to) => {
    for (; next < sorted.length && sorted[next]!.start < from; next += 1)
      reach = Math.max(reach, sorted[next]!.end);
    return to < reach;
  };
}

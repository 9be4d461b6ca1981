/**
 * Vietnamese text of the time before Unicode: recognised by how many of its words become Vietnamese syllables when its
 * characters are taken for the bytes of an old encoding, and turned into Unicode by that encoding's table.
 */
import {
  byteOf,
  isSignByte,
  LEGACY_ENCODINGS,
  LEGACY_TABLES,
  type LegacyEncoding,
} from "./legacy-tables.ts";
import { remembered } from "./remember.ts";
import { isSyllable } from "./syllable.ts";

/** How a line's words with other characters than ASCII read. */
interface Score {
  readonly sound: number;
  readonly all: number;
}

type Convert = (word: string) => string;

/** Words whose verdict or reading is kept. */
const KEPT = 20_000;

/*
 * Measured on the shipped articles, each encoding and each line apart: of lines in their own encoding 97 of 100 words
 * are syllables, as bytes of the wrong one at most 62, in Unicode 99. English, French and German articles: at most 30.
 */
const SOUND = 0.8;
const UNSOUND = 0.7;
/** Fewer words can be syllables by chance. */
const MIN_WORDS = 3;
/** Longer runs without a space are no words, and judging them takes more than linear time. */
export const MAX_WORD_CHARS = 64;
/** Letters that no old encoding shows: a line that holds them is Unicode. */
const UNICODE_LETTER = /[ăĂđĐĩĨũŨơƠưƯ\u1EA0-\u1EF9]|\u0300|\u0301|\u0303|\u0309|\u0323/u;
export const BEYOND_ASCII = /[^\p{ASCII}]/u;
// A space of fixed width is a letter of VISCII.
const SPACE = /[^\S\u00A0]+/u;
const WORDS = /[\S\u00A0]+/gu;
export const LETTERS = /[\p{L}\p{M}]+/gu;

/**
 * Turns text in TCVN3 (ABC), VNI, VISCII, VPS or windows-1258 into Unicode, also where only some of its lines are in
 * one, and UTF-8 that was read as windows-1252. Text in Unicode, and in other languages, stays as it is.
 *
 * It must come before `normalizeText`, which takes characters out that were letters there.
 *
 * @param text Text whose characters are those of windows-1252, ISO 8859-1 or a symbol font for the old bytes; with
 * or without markup.
 */
export function fromLegacy(text: string): string {
  if (!BEYOND_ASCII.test(text))
    return /&(?:#\d{3}|[a-zA-Z]{3})/u.test(text) ? fromReferences(text) : text;
  const plain = convert(text);
  return plain === text ? fromReferences(text) : plain;
}

/** Pages of the time write letters as `&ocirc;`; where they are no old text either, the page stays as it is. */
function fromReferences(text: string): string {
  if (!/&(?:#\d{3}|[a-zA-Z]{3})/u.test(text)) return text;
  const shown = text.replace(/&(?:#(\d{3,5})|([a-zA-Z]{2,6}\d?));/gu, (whole, number, name) => {
    if (number !== undefined) return Number(number) > 127 ? String.fromCharCode(number) : whole;
    const at = REFERENCES.indexOf(name as string);
    return at < 0 ? whole : String.fromCharCode(0xa0 + at);
  });
  const converted = convert(shown);
  return converted === shown ? text : converted;
}

// Names of U+00A0 to U+00FF in HTML.
const REFERENCES = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute " +
  "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig " +
  "Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash " +
  "Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute " +
  "ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc " +
  "uuml yacute thorn yuml"
).split(" ");

function convert(text: string): string {
  // Lines, and what stands between tags, each for itself.
  const lines = text.split(/([\n<>])/u);
  const scored = lines.map((line) => (BEYOND_ASCII.test(line) ? score(line, asItStands) : null));
  const doubtful = scored.flatMap((one, i) =>
    one !== null && one.sound < one.all * UNSOUND ? [i] : [],
  );
  if (doubtful.length === 0) return text;
  const unsound = doubtful.map((i) => lines[i]!);
  const best = bestReader(unsound);
  if (best === null) return text;
  // Where hardly a line is Unicode, what looks sound ("Sôn" for Sơn) is of the old encoding, too.
  const ownWords = sum(unsound.map((line) => score(line, asItStands).all));
  const unicode = sum(
    lines.map((line, i) =>
      UNICODE_LETTER.test(line) && !doubtful.includes(i) ? scored[i]!.all : 0,
    ),
  );
  const isWhole = unicode * 4 < ownWords;
  const asked = new Set(doubtful);
  return lines
    .map((line, i) => {
      const before = scored[i];
      if (before == null) return isWhole ? best.finish(line) : line;
      if (UNICODE_LETTER.test(line)) return asked.has(i) ? convertWords(line, best.read) : line;
      const read = asked.has(i) ? (bestReader([line], best) ?? best) : best;
      if (!asked.has(i) && !isWhole) return line;
      const after = score(line, read.read);
      const isBetter = after.sound * before.all >= before.sound * after.all;
      return isBetter ? read.finish(convertAll(line, read.read)) : line;
    })
    .join("");
}

/** A way to read old text: word by word, then the line. */
interface Reader {
  readonly read: Convert;
  readonly finish: (line: string) => string;
}

const same = (line: string) => line;

const READERS: readonly Reader[] = [
  ...LEGACY_ENCODINGS.map((encoding) => ({
    read: readerOf(encoding),
    finish: encoding === "tcvn3" ? withCapitals : same,
  })),
  { read: fromMisreadUtf8, finish: same },
];

/** The way in which the lines read best, or null where none makes them Vietnamese. */
function bestReader(lines: readonly string[], usual?: Reader): Reader | null {
  let best: { readonly reader: Reader; readonly share: number } | null = null;
  for (const reader of READERS) {
    const scores = lines.map((line) => score(line, reader.read));
    const all = sum(scores.map((one) => one.all));
    if (all < (usual === undefined ? MIN_WORDS : 1)) continue;
    // Short lines follow the others.
    const share = sum(scores.map((one) => one.sound)) / all + (reader === usual ? 0.2 : 0);
    if (share >= SOUND && share > (best?.share ?? 0)) best = { reader, share };
  }
  return best?.reader ?? null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Counts the words of a line that are not ASCII, and those of them that are syllables once they are read. */
export function score(line: string, read: Convert): Score {
  let sound = 0;
  let all = 0;
  for (const word of line.split(SPACE)) {
    if (word.length > MAX_WORD_CHARS || !BEYOND_ASCII.test(word)) continue;
    const verdict = read === asItStands ? judgeAsItStands(word) : judge(read(word));
    if (verdict === null) continue;
    all += 1;
    sound += verdict ? 1 : 0;
  }
  return { sound, all };
}

/** The word as Unicode shows it. */
export const asItStands: Convert = (word) =>
  word.normalize("NFC").replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "");

/** Whether a word between spaces is made of syllables; null where it says nothing, such as a bare dash. */
const judge = remembered(KEPT, (word): boolean | null => {
  const bare = word
    .replace(/^[\p{P}\p{S}\d]+/u, "")
    .replace(/(?<![\p{P}\p{S}\d])[\p{P}\p{S}\d]+$/u, "");
  const rest = BEYOND_ASCII.test(bare) ? bare : word;
  // Signs inside of a word, or at its ends where old codes show as signs.
  const signs = rest.replace(/[\p{L}\p{M}\p{ASCII}\s“”‘’–—…•«»′″°²³½€]/gu, "");
  const parts = (rest.match(LETTERS) ?? []).filter((part) => BEYOND_ASCII.test(part));
  if (parts.length === 0 && !/\p{ASCII}/u.test(bare)) return null;
  if (signs !== "") return false;
  if (parts.length === 0) return null;
  return parts.every((part) => isSyllable(part) || isAbbreviation(part));
});

/** The same of a word as Unicode shows it, which each line is asked about first. */
const judgeAsItStands = remembered(KEPT, (word) => judge(asItStands(word)));

/** `HĐND`: capitals without a vowel. */
export function isAbbreviation(part: string): boolean {
  return part === part.toUpperCase() && part.length <= 6 && /[ĐƯƠÔÊ]/u.test(part);
}

function convertAll(line: string, read: Convert): string {
  return line.replace(WORDS, (word) => (word.length > MAX_WORD_CHARS ? word : read(word)));
}

/** In a line of both, the words that are syllables only in the old encoding. */
function convertWords(line: string, read: Convert): string {
  return line.replace(WORDS, (word) => {
    if (word.length > MAX_WORD_CHARS || UNICODE_LETTER.test(word)) return word;
    if (judge(asItStands(word)) !== false) return word;
    const converted = read(word);
    return judge(converted) === true ? converted : word;
  });
}

function readerOf(encoding: LegacyEncoding): Convert {
  const { letters } = LEGACY_TABLES[encoding];
  const decode = (word: string, keepSigns: boolean): string => {
    let out = "";
    for (let i = 0; i < word.length; i += 1) {
      const byte = byteOf(word[i]!);
      if (byte === null || (keepSigns && isSign(byte, word[i]!))) {
        out += word[i];
        continue;
      }
      const next = i + 1 < word.length ? byteOf(word[i + 1]!) : null;
      const pair = next === null ? undefined : letters.get(String.fromCharCode(byte, next));
      if (pair !== undefined) i += 1;
      const own = byte < 0x20 || byte > 0x7e ? word[i]! : String.fromCharCode(byte);
      out += pair ?? letters.get(String.fromCharCode(byte)) ?? own;
    }
    return out;
  };
  return remembered(KEPT, (word) => {
    if (!BEYOND_ASCII.test(word) && !/[\u0000-\u001F]/u.test(word))
      return encoding === "tcvn3" ? withHyphen(word) : word;
    // Quotation marks and dashes are codes of letters, too: they are taken for such only where that makes a word.
    const plain = decode(word, true);
    const isOpen = judge(plain) === false || /[A-Za-z]\u00A0/u.test(word);
    const full = isOpen ? decode(word, false) : plain;
    const chosen = judge(full) === true ? full : plain;
    return encoding === "tcvn3" ? withHyphen(chosen) : chosen;
  });
}

/** Characters that mostly stand for themselves, though their bytes are letters: quotation marks, dashes, spaces. */
function isSign(byte: number, shown: string): boolean {
  return byte === 0xa0 || (isSignByte(byte) && byte !== shown.charCodeAt(0));
}

/** PDFs show TCVN3's ư, which is the code of a soft hyphen, as a hyphen: `th-êng`, `nh-`. */
function withHyphen(word: string): string {
  if (!word.includes("-")) return word;
  return word.replace(/[\p{L}\p{M}]{0,4}-[\p{L}\p{M}]{0,4}/gu, (part) => {
    if (part === "-") return part;
    const joined = part.replace("-", "ư");
    const halves = part.split("-").filter((half) => half !== "");
    return isSyllable(joined) && !halves.every(isSyllable) ? joined : part;
  });
}

/**
 * TCVN3 has no capitals with tones; fonts of capitals (.VnTimeH) show the small ones as such: `L·NH §¹O`. Words and
 * lines whose other letters are capitals get them.
 */
function withCapitals(line: string): string {
  const words = line.match(LETTERS) ?? [];
  const capitals = words.filter(
    (word) => /\p{Lu}[^a-z]{0,20}\p{Lu}/u.test(word) && !/[a-z]/u.test(word),
  );
  const small = words.filter((word) => /[a-z]/u.test(word));
  if (capitals.length >= 2 && capitals.length > small.length * 3)
    return line.replace(LETTERS, (word) => (/[a-z]/u.test(word) ? word : word.toUpperCase()));
  return line.replace(LETTERS, (word) =>
    (word.match(/[A-Z]/gu)?.length ?? 0) >= 2 && !/[a-z]/u.test(word) ? word.toUpperCase() : word,
  );
}

/** `LÃ£nh Ä‘áº¡o`: the bytes of UTF-8 taken for windows-1252. */
function fromMisreadUtf8(word: string): string {
  const bytes = Array.from(word, byteOf);
  if (bytes.some((byte) => byte === null)) return word;
  try {
    const utf8 = Uint8Array.from(bytes as number[]);
    return new TextDecoder("utf-8", { fatal: true }).decode(utf8).normalize("NFC");
  } catch {
    return word;
  }
}

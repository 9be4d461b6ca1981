import { fold } from "./fold.ts";
import { isSyllableShaped } from "./syllable.ts";

const TELEX_TONES: Readonly<Record<string, string>> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
};
const TELEX_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/dd/u, "đ"],
  [/uow/u, "ươ"],
  [/aa/u, "â"],
  [/ee/u, "ê"],
  [/oo/u, "ô"],
  [/aw/u, "ă"],
  [/ow/u, "ơ"],
  [/uw|(?<![aeiouy])w/u, "ư"],
];
const SHAPED_VOWEL = /[âêôơă]|ư(?!ơ)/u;
const VOWELS = /[aeiouyâêôơăư]+/u;

/** Puts a tone on a syllable where it is written: on the marked vowel, else before a final, else on the first of two. */
function withTone(syllable: string, tone: string): string {
  const vowels = VOWELS.exec(
    syllable.replace(/^(?:qu|gi(?=[aeiouyâêôơăư]))/u, (start) => "_".repeat(start.length)),
  );
  if (vowels === null) return syllable;
  const shaped = SHAPED_VOWEL.exec(vowels[0])?.index;
  const open = vowels.index + vowels[0].length === syllable.length;
  const last = vowels[0].length - 1;
  const at = vowels.index + (shaped ?? (open ? Math.max(0, last - 1) : last));
  return `${syllable.slice(0, at + 1)}${tone}${syllable.slice(at + 1)}`.normalize("NFC");
}

/**
 * The syllable that a word was meant to be, typed by the Telex rules with no input method on:
 * `tieeps` → tiếp, `ddaij` → đại; null where the word is no such leftover.
 *
 * @param word One word, without marks.
 */
export function fromTelex(word: string): string | null {
  const lower = word.toLowerCase();
  if (!/^[a-z]{2,9}$/u.test(lower) || isSyllableShaped(lower)) return null;
  const letter = /(?<=[aeiouyw].{0,8})[sfrxj](?=[^sfrxj]{0,8}$)/u.exec(lower);
  let syllable =
    letter === null ? lower : lower.slice(0, letter.index) + lower.slice(letter.index + 1);
  for (const [typed, meant] of TELEX_SHAPES) syllable = syllable.replace(typed, meant);
  if (syllable === lower || !isSyllableShaped(fold(syllable))) return null;
  const toned = letter === null ? syllable : withTone(syllable, TELEX_TONES[letter[0]]!);
  const capital = /^\p{Lu}/u.test(word);
  return capital ? `${toned[0]!.toUpperCase()}${toned.slice(1)}` : toned;
}

const VIQR_SHAPES: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "(": "\u0306",
  "+": "\u031b",
  "*": "\u031b",
};
const VIQR_TONES: Readonly<Record<string, string>> = {
  "'": "\u0301",
  "`": "\u0300",
  "?": "\u0309",
  "~": "\u0303",
  ".": "\u0323",
};
/** A vowel with what is typed behind it for its shape and its tone. */
const VOWEL = /([aeiouyAEIOUY])([\^(+*]?)(['`?~.]?)/gu;
/** What no other text has: a shape sign between a vowel and more of the word, or a grave behind a vowel. */
const SURE = /[aeAEoOuU][\^(+](?=[\p{L}'`?~.+]|$)|[aeiouyAEIOUY]`(?=[\s\p{L}]|$)/gu;
const LEAST_SIGNS = 2;

/**
 * Text typed by the rules of VIQR, the marks behind their letters: `tie^'p ddoa`n` → `tiếp đoàn`.
 *
 * @returns Null where the text is not typed so.
 */
export function fromViqr(text: string): string | null {
  if ((text.match(SURE)?.length ?? 0) < LEAST_SIGNS) return null;
  const typed = text.replace(/dd/gu, "đ").replace(/(?:DD|Dd)/gu, "Đ");
  return typed.replace(
    VOWEL,
    (all: string, vowel: string, shape: string, tone: string, at: number) => {
      // A stop or question mark that ends the sentence is no tone.
      const behind = typed.slice(at + all.length, at + all.length + 2);
      const ends = /[?.]/u.test(tone) && !/^(?:\p{L}|\s\p{Ll})/u.test(behind);
      const letter = `${vowel}${VIQR_SHAPES[shape] ?? ""}${ends ? "" : (VIQR_TONES[tone] ?? "")}`;
      return `${letter.normalize("NFC")}${ends ? tone : ""}`;
    },
  );
}

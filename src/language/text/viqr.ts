const SHAPES: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "(": "\u0306",
  "+": "\u031b",
  "*": "\u031b",
};
const TONES: Readonly<Record<string, string>> = {
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
      const letter = `${vowel}${SHAPES[shape] ?? ""}${ends ? "" : (TONES[tone] ?? "")}`;
      return `${letter.normalize("NFC")}${ends ? tone : ""}`;
    },
  );
}

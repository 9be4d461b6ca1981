/** Folding of Vietnamese text: marks away, `đ` to `d`, and the two tone placements to one. */

const MARKS = /\p{M}+/gu;
/** Characters that are looked up by themselves: text of these alone has no combining marks. First and last of each range. */
const SIMPLE = [
  [0x01, 0x2ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2069],
] as const;
/** By a character that is looked up its letter without marks, or itself; 0 for all others. Words are folded by the million. */
const PLAIN = new Uint16Array(0x2070);
/** Whether such a character is a Latin letter. */
const LATIN = new Uint8Array(PLAIN.length);
for (const [first, last] of SIMPLE)
  for (let unit = first; unit <= last; unit++) {
    const letter = String.fromCharCode(unit);
    const plain = stripByDecomposition(letter);
    if (plain.length === 1) PLAIN[unit] = plain.charCodeAt(0);
    if (/\p{Script=Latin}/u.test(letter)) LATIN[unit] = 1;
  }
/** As many characters are turned into a text at once. */
const UNITS = new Uint16Array(1024);

/**
 * Strips tone and vowel marks: `Lạng Sơn` → `Lang Son`, `đoàn` → `doan`. Case stays.
 *
 * For NFC Vietnamese text the length stays the same, so offsets stay valid; a letter that NFC can't
 * compose loses its combining marks and gets shorter.
 */
export function stripMarks(text: string): string {
  let plain = "";
  let isChanged = false;
  for (let from = 0; from < text.length; from += UNITS.length) {
    const count = Math.min(UNITS.length, text.length - from);
    for (let i = 0; i < count; i++) {
      const unit = text.charCodeAt(from + i);
      const stripped = PLAIN[unit] ?? 0;
      if (stripped === 0) return stripByDecomposition(text);
      if (stripped !== unit) isChanged = true;
      UNITS[i] = stripped;
    }
    plain += String.fromCharCode.apply(null, UNITS.subarray(0, count) as unknown as number[]);
  }
  return isChanged ? plain : text;
}

function stripByDecomposition(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFC");
}

/** Lower-cases and strips marks: the form in which text typed without marks is compared. */
export function fold(text: string): string {
  return stripMarks(text).toLowerCase();
}

/**
 * Folds so that every offset stays valid: a character that would change its length is kept as it is.
 * Use it where a range found in the folded text must be cut out of the original.
 */
export function foldAligned(text: string): string {
  const folded = fold(text);
  // Folding never lengthens text, so equal lengths mean that nothing moved.
  if (folded.length === text.length) return folded;
  return Array.from(text, (ch) => {
    const one = fold(ch);
    return one.length === ch.length ? one : ch;
  }).join("");
}

/** True where the text holds a Vietnamese mark, that is, folding would change more than its case. */
export function hasMarks(text: string): boolean {
  let isMarked = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const plain = PLAIN[unit] ?? 0;
    if (plain === 0) return stripMarks(text) !== text.normalize("NFC");
    if (plain !== unit) isMarked = true;
  }
  return isMarked;
}

/**
 * How many runs of Latin letters a text has, and how many of them have marks.
 *
 * @returns Null where the text has characters that are no Latin letters, figures or signs of Latin texts.
 */
export function latinWords(
  text: string,
): { readonly count: number; readonly marked: number } | null {
  let count = 0;
  let marked = 0;
  let isWithin = false;
  let isMarked = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const plain = PLAIN[unit] ?? 0;
    if (plain === 0) return null;
    if (LATIN[unit] === 0) {
      isWithin = false;
      continue;
    }
    if (!isWithin) {
      count++;
      isWithin = true;
      isMarked = false;
    }
    if (plain !== unit && !isMarked) {
      marked++;
      isMarked = true;
    }
  }
  return { count, marked };
}

// New placement puts the tone on the last vowel of an open syllable (hoà, khoẻ, thuý); the old one on
// the first (hòa, khỏe, thúy). Source: Bộ GD&ĐT 1980 rules against the older dictionaries' usage.
const NEW_TO_OLD: Readonly<Record<string, string>> = {
  oà: "òa",
  oá: "óa",
  oả: "ỏa",
  oã: "õa",
  oạ: "ọa",
  oè: "òe",
  oé: "óe",
  oẻ: "ỏe",
  oẽ: "õe",
  oẹ: "ọe",
  uỳ: "ùy",
  uý: "úy",
  uỷ: "ủy",
  uỹ: "ũy",
  uỵ: "ụy",
};
const NEW_PLACEMENT = /(?<![qQ])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;

/**
 * Brings both tone placements of open `oa`, `oe`, `uy` syllables to the old one (`hoà` → `hòa`,
 * `uỷ` → `ủy`; `quý` stays), so that the two spellings of a word are one. Length and case stay.
 */
export function unifyTonePlacement(text: string): string {
  return text.replace(NEW_PLACEMENT, (match) => {
    const old = NEW_TO_OLD[match.toLowerCase()];
    if (old === undefined) return match;
    return [...old]
      .map((ch, i) => (match[i] === match[i]!.toUpperCase() ? ch.toUpperCase() : ch))
      .join("");
  });
}

const Y_FOR_I: Readonly<Record<string, string>> = {
  i: "y",
  í: "ý",
  ì: "ỳ",
  ỉ: "ỷ",
  ĩ: "ỹ",
  ị: "ỵ",
};
const I_FOR_Y: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(Y_FOR_I).map(([i, y]) => [y, i]),
);
/** Whole syllables that are written with y in most texts (lý, kỳ, Mỹ, tỷ, quý), and with i (sĩ, vĩ). */
const OF_Y = /^(h|k|l|m|t|qu)([iíìỉĩị])$/u;
const OF_I = /^(s|v)([yýỳỷỹỵ])$/u;

/**
 * Brings the two spellings of a syllable that ends in i or y to one: `lí` → `lý`, `Vỹ` → `vĩ`, `quí` → `quý`. Length
 * stays; others are as they were.
 *
 * @param syllable Lower case.
 */
export function unifyIY(syllable: string): string {
  const y = OF_Y.exec(syllable);
  if (y !== null) return `${y[1]}${Y_FOR_I[y[2]!]}`;
  const i = OF_I.exec(syllable);
  return i === null ? syllable : `${i[1]}${I_FOR_Y[i[2]!]}`;
}

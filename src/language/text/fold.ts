/** Folding of Vietnamese text: marks away, `đ` to `d`, and the two tone placements to one. */

const MARKS = /\p{M}+/gu;
// Text of these characters alone has no combining marks, so that each can be looked up by itself.
const SIMPLE = /^[\u0000-\u02FF\u1E00-\u1EFF\u2010-\u2069]*$/u;
const ACCENTED = /[\u00C0-\u02FF\u1E00-\u1EFF]/gu;
const STRIPPED = new Map<string, string>();

/**
 * Strips tone and vowel marks: `Lạng Sơn` → `Lang Son`, `đoàn` → `doan`. Case stays.
 *
 * For NFC Vietnamese text the length stays the same, so offsets stay valid; a letter that NFC can't
 * compose loses its combining marks and gets shorter.
 */
export function stripMarks(text: string): string {
  if (!SIMPLE.test(text)) return stripByDecomposition(text);
  return text.replace(ACCENTED, (ch) => {
    const known = STRIPPED.get(ch);
    if (known !== undefined) return known;
    const plain = stripByDecomposition(ch);
    STRIPPED.set(ch, plain);
    return plain;
  });
}

/** Every accented character that folding changes, as one class: words are asked about by the million. */
const MARKED = new RegExp(
  `[${accented()
    .filter((ch) => stripByDecomposition(ch) !== ch)
    .join("")}]`,
  "u",
);

function accented(): string[] {
  const ranges = [
    [0xc0, 0x2ff],
    [0x1e00, 0x1eff],
  ] as const;
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)),
  );
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
  if (SIMPLE.test(text)) return MARKED.test(text);
  return stripMarks(text) !== text.normalize("NFC");
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

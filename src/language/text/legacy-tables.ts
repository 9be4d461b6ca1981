/**
 * Vietnamese letters in the encodings that came before Unicode, as tables of their codes.
 *
 * A letter is one byte (TCVN3, VISCII, VPS), or a base and a mark behind it (VNI, windows-1258). Sources: TCVN
 * 5712:1993, RFC 1456 (VISCII), the code tables of the VPS and VNI fonts, Microsoft's windows-1258.
 */

/** The 67 letters with marks of each case in the order of the tables. */
const SMALL = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

export type LegacyEncoding = "tcvn3" | "vni" | "viscii" | "vps" | "windows-1258";

// Hexadecimal, in the order of SMALL and then of its capitals; `--`: no code of its own.
const TABLES: Readonly<Record<"tcvn3" | "viscii" | "vps" | "windows-1258", string>> = {
  // Capitals with tones are the small codes in fonts of capitals (.VnTimeH).
  tcvn3: `
    B5 B8 B6 B7 B9 A8 BB BE BC BD C6 A9 C7 CA C8 C9 CB
    CC D0 CE CF D1 AA D2 D5 D3 D4 D6
    D7 DD D8 DC DE
    DF E3 E1 E2 E4 AB E5 E8 E6 E7 E9 AC EA ED EB EC EE
    EF F3 F1 F2 F4 AD F5 F8 F6 F7 F9
    FA FD FB FC FE
    AE
    -- -- -- -- -- A1 -- -- -- -- -- A2 -- -- -- -- --
    -- -- -- -- -- A3 -- -- -- -- --
    -- -- -- -- --
    -- -- -- -- -- A4 -- -- -- -- -- A5 -- -- -- -- --
    -- -- -- -- -- A6 -- -- -- -- --
    -- -- -- -- --
    A7`,
  viscii: `
    E0 E1 E4 E3 D5 E5 A2 A1 C6 C7 A3 E2 A5 A4 A6 E7 A7
    E8 E9 EB A8 A9 EA AB AA AC AD AE
    EC ED EF EE B8
    F2 F3 F6 F5 F7 F4 B0 AF B1 B2 B5 BD B6 BE B7 DE FE
    F9 FA FC FB F8 DF D7 D1 D8 E6 F1
    CF FD D6 DB DC
    F0
    C0 C1 C4 C3 80 C5 82 81 02 05 83 C2 85 84 86 06 87
    C8 C9 CB 88 89 CA 8B 8A 8C 8D 8E
    CC CD 9B CE 98
    D2 D3 99 A0 9A D4 90 8F 91 92 93 B4 96 95 97 B3 94
    D9 DA 9C 9D 9E BF BB BA BC FF B9
    9F DD 14 19 1E
    D0`,
  vps: `
    E0 E1 E4 E3 E5 E6 A2 A1 A3 A4 A5 E2 C0 C3 C4 C5 C6
    E8 E9 C8 EB CB EA 8A 89 8B CD 8C
    EC ED CC EF CE
    F2 F3 D5 F5 86 F4 D2 D3 B0 87 B6 D6 A9 A7 AA AB AE
    F9 FA FB DB F8 DC D8 D9 BA BB BF
    FF 9A 9B CF 9C
    C7
    80 C1 81 82 02 88 8E 8D 8F F0 04 C2 84 83 85 1C 03
    D7 C9 DE FE 05 CA 93 90 94 95 06
    B5 B4 B7 B8 10
    BC B9 BD BE 11 D4 97 96 98 99 12 F7 9E 9D 9F A6 13
    A8 DA D1 AC 14 D0 AF AD B1 1D 15
    B2 DD FD B3 19
    F1`,
  "windows-1258": `
    E0 E1 61D2 61DE 61F2 E3 E3CC E3EC E3D2 E3DE E3F2 E2 E2CC E2EC E2D2 E2DE E2F2
    E8 E9 65D2 65DE 65F2 EA EACC EAEC EAD2 EADE EAF2
    69CC ED 69D2 69DE 69F2
    6FCC F3 6FD2 6FDE 6FF2 F4 F4CC F4EC F4D2 F4DE F4F2 F5 F5CC F5EC F5D2 F5DE F5F2
    F9 FA 75D2 75DE 75F2 FD FDCC FDEC FDD2 FDDE FDF2
    79CC 79EC 79D2 79DE 79F2
    F0
    C0 C1 41D2 41DE 41F2 C3 C3CC C3EC C3D2 C3DE C3F2 C2 C2CC C2EC C2D2 C2DE C2F2
    C8 C9 45D2 45DE 45F2 CA CACC CAEC CAD2 CADE CAF2
    49CC CD 49D2 49DE 49F2
    4FCC D3 4FD2 4FDE 4FF2 D4 D4CC D4EC D4D2 D4DE D4F2 D5 D5CC D5EC D5D2 D5DE D5F2
    D9 DA 55D2 55DE 55F2 DD DDCC DDEC DDD2 DDDE DDF2
    59CC 59EC 59D2 59DE 59F2
    D0`,
};

// VNI writes a base letter and one mark for its shape and tone together.
const VNI_BASES: Readonly<Record<string, string>> = { ơ: "F4", ư: "F6", đ: "F1" };
const VNI_WHOLE: Readonly<Record<string, string>> = {
  ...{ ì: "EC", í: "ED", ỉ: "E6", ĩ: "F3", ị: "F2", ỵ: "EE" },
};
// Marks by shape (plain, breve, circumflex), then by tone in the order of VNI_TONES; the first is without a tone.
const VNI_MARKS: Readonly<Record<string, readonly string[]>> = {
  "": ["", "F8", "F9", "FB", "F5", "EF"],
  "\u0306": ["EA", "E8", "E9", "FA", "FC", "EB"],
  "\u0302": ["E2", "E0", "E1", "E5", "E3", "E4"],
};
const VNI_TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

/** The codes of a letter in VNI: its base, or a code for it, and a mark. */
function vniCodes(letter: string): string {
  const isCapital = letter !== letter.toLowerCase();
  const small = letter.toLowerCase();
  const parted = small.normalize("NFD");
  const tone = VNI_TONES.find((one) => one !== "" && parted.includes(one)) ?? "";
  const base = parted.replace(tone, "").normalize("NFC");
  const shape = ["\u0306", "\u0302"].find((one) => base.normalize("NFD").includes(one)) ?? "";
  const whole = VNI_WHOLE[small] ?? VNI_BASES[small];
  const first = VNI_BASES[base] ?? hex(base.normalize("NFD").charCodeAt(0));
  const mark = VNI_MARKS[shape]![VNI_TONES.indexOf(tone)]!;
  const codes = whole ?? first + mark;
  if (!isCapital) return codes;
  // The capital of every code of VNI, ASCII or not, lies 32 below.
  return codes.replace(/../gu, (code) => hex(Number.parseInt(code, 16) - 0x20));
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, "0");
}

/** Every letter with its codes as a string of the bytes' numbers. */
function readTable(encoding: LegacyEncoding): ReadonlyMap<string, string> {
  const letters = [...SMALL, ...SMALL.toUpperCase()];
  const codes = encoding === "vni" ? letters.map(vniCodes) : TABLES[encoding].trim().split(/\s+/u);
  return new Map(
    letters.flatMap((letter, i) => {
      const code = codes[i]!;
      if (code === "--") return [];
      const bytes = code.match(/../gu)!.map((one) => Number.parseInt(one, 16));
      return [[letter, String.fromCharCode(...bytes)] as const];
    }),
  );
}

/** An encoding's letters in both directions. */
interface LegacyTable {
  /** Letter → its codes, each character a byte. */
  readonly codes: ReadonlyMap<string, string>;
  /** Codes, of one or two bytes, → letter. */
  readonly letters: ReadonlyMap<string, string>;
}

function tableOf(encoding: LegacyEncoding): LegacyTable {
  const codes = readTable(encoding);
  const letters = new Map([...codes].map(([letter, code]) => [code, letter]));
  for (const [letter, code] of codes) {
    if (encoding === "windows-1258") {
      // What Windows writes in one byte, other programs write with a mark: à as a and its grave.
      const parted = letter.normalize("NFD");
      const tone = TONE_CODES[parted.at(-1)!] ?? TONE_CODES[parted.at(-2)!];
      const base = parted.replace(/[\u0300\u0301\u0303\u0309\u0323]/u, "").normalize("NFC");
      const first = codes.get(base) ?? base;
      if (tone !== undefined && first.length === 1) letters.set(first + tone, letter);
    } else if (encoding === "vni" && code.length === 2 && letter !== letter.toLowerCase()) {
      // A capital with a small mark, as it is typed at the head of a word.
      const small = String.fromCharCode(code.charCodeAt(1) + 0x20);
      letters.set(code[0]! + small, letter);
    }
  }
  return { codes, letters };
}

const TONE_CODES: Readonly<Record<string, string>> = {
  "\u0300": "\u00CC",
  "\u0301": "\u00EC",
  "\u0309": "\u00D2",
  "\u0303": "\u00DE",
  "\u0323": "\u00F2",
};

export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  "tcvn3",
  "vni",
  "viscii",
  "vps",
  "windows-1258",
];

export const LEGACY_TABLES: Readonly<Record<LegacyEncoding, LegacyTable>> = {
  tcvn3: tableOf("tcvn3"),
  vni: tableOf("vni"),
  viscii: tableOf("viscii"),
  vps: tableOf("vps"),
  "windows-1258": tableOf("windows-1258"),
};

// What windows-1252 shows for the bytes 80 to 9F; five it leaves out stand for themselves.
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
/** Signs that programs put in place of a byte's own. */
const TWINS: Readonly<Record<string, number>> = { μ: 0xb5, "∙": 0xb7, ˉ: 0xaf };
const BYTE_OF = new Map([
  ...[...WINDOWS_1252].map((sign, i) => [sign, 0x80 + i] as const),
  ...Object.entries(TWINS),
]);

/** The byte that a character stands for where bytes were read as windows-1252 or by a symbol font; else null. */
export function byteOf(character: string): number | null {
  const code = character.charCodeAt(0);
  if (code <= 0xff) return code;
  // Word writes the characters of symbol fonts, as which it takes many old ones, at F000.
  if (code >= 0xf020 && code <= 0xf0ff) return code - 0xf000;
  return BYTE_OF.get(character) ?? null;
}

/** The bytes 80 to 9F are signs in windows-1252, which stand in old texts for themselves, too. */
export function isSignByte(byte: number): boolean {
  return byte >= 0x80 && byte <= 0x9f;
}

/** Which UTF-16 units a written set of characters may match; one more bit stands for all characters beyond them. */
export interface CharacterSet {
  readonly bits: Uint32Array;
  /** Empty for unions. */
  readonly written: string;
  readonly id: number;
}

const UNITS = 0x10000;
const WORDS = UNITS / 32 + 1;
/** Sets that may hold characters beyond the units; that is not looked into. */
const BEYOND = /^\.|^\[\^|\\[pPWDS]|\\u\{|[\u{10000}-\u{10FFFF}]/u;

/** The sets of the expressions with one kind of flags. */
export class CharacterSets {
  readonly empty: CharacterSet = {
    bits: new Uint32Array(WORDS),
    written: "",
    id: 0,
  };
  readonly #flags: string;
  readonly #written = new Map<string, CharacterSet>();
  readonly #apart = new Map<string, boolean>();
  #count = 1;

  constructor(flags: string) {
    this.#flags = flags.replace(/[^isuv]/gu, "");
  }

  of(written: string): CharacterSet {
    const known = this.#written.get(written);
    if (known !== undefined) return known;
    const pattern = new RegExp(`^(?:${written})$`, this.#flags);
    const bits = new Uint32Array(WORDS);
    for (let unit = 0; unit < UNITS; unit += 1)
      if (pattern.test(String.fromCharCode(unit))) bits[unit >>> 5]! |= 1 << (unit & 31);
    if (/[uv]/u.test(this.#flags) && BEYOND.test(written)) bits[WORDS - 1] = 1;
    const made = { bits, written, id: this.#count++ };
    this.#written.set(written, made);
    return made;
  }

  union(one: CharacterSet, other: CharacterSet): CharacterSet {
    if (one === other || other === this.empty) return one;
    if (one === this.empty) return other;
    return {
      bits: one.bits.map((word, i) => word | other.bits[i]!),
      written: "",
      id: this.#count++,
    };
  }

  /** Characters beyond the units stay, as it is not known which they are. */
  without(one: CharacterSet, other: CharacterSet): CharacterSet {
    if (other === this.empty || one === this.empty) return one;
    const bits = one.bits.map((word, i) => word & ~other.bits[i]!);
    bits[WORDS - 1] = one.bits[WORDS - 1]!;
    return { bits, written: "", id: this.#count++ };
  }

  /** Whether no character is in both. */
  areApart(one: CharacterSet, other: CharacterSet): boolean {
    const key = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`;
    const known = this.#apart.get(key);
    if (known !== undefined) return known;
    const isApart = one.bits.every((word, i) => (word & other.bits[i]!) === 0);
    this.#apart.set(key, isApart);
    return isApart;
  }

  /** Whether each character of the one is surely in the other. */
  isWithin(one: CharacterSet, other: CharacterSet): boolean {
    const isKnown = one.bits[WORDS - 1] === 0 || other.written.includes(one.written);
    return isKnown && one.bits.every((word, i) => (word & ~other.bits[i]!) === 0);
  }
}

/** A regular expression as a tree. Names and captures do not matter for its cost and are left out. */
export type Piece =
  /** One character of a set, as it is written: `a`, `\p{L}`, `[^.;]`. */
  | { readonly kind: "characters"; readonly written: string }
  | { readonly kind: "sequence"; readonly pieces: readonly Piece[] }
  | { readonly kind: "choice"; readonly choices: readonly Piece[] }
  | {
      readonly kind: "repeat";
      readonly least: number;
      /** Infinity where there is no bound. */
      readonly most: number;
      readonly piece: Piece;
    }
  | { readonly kind: "look"; readonly back: boolean; readonly not: boolean; readonly piece: Piece }
  /** `^`, `$`, `\b`, `\B` */
  | { readonly kind: "edge"; readonly written: string }
  /** What an earlier group has matched. */
  | { readonly kind: "again" };

const LOOKS = [
  ["(?=", false, false],
  ["(?!", false, true],
  ["(?<=", true, false],
  ["(?<!", true, true],
] as const;

const QUANTIFIER = /(?:([*+?])|\{(\d{1,9})(,?)(\d{0,9})\})\??/y;
const ESCAPE =
  /\\(?:u\{[^}]{1,8}\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[pP]\{[^}]{1,60}\}|c[A-Za-z]|k<[^>]{1,60}>|[1-9]\d{0,2}|[\s\S])/uy;

/** Reads an expression that the engine has accepted. */
export function parsePattern(source: string, flags: string): Piece {
  const isUnicode = /[uv]/u.test(flags);
  let at = 0;
  const taken = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };

  const choice = (): Piece => {
    const choices = [sequence()];
    while (source[at] === "|") {
      at += 1;
      choices.push(sequence());
    }
    return choices.length === 1 ? choices[0]! : { kind: "choice", choices };
  };
  const sequence = (): Piece => {
    const pieces: Piece[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")")
      pieces.push(repeated(atom()));
    return pieces.length === 1 ? pieces[0]! : { kind: "sequence", pieces };
  };
  const repeated = (piece: Piece): Piece => {
    const match = taken(QUANTIFIER);
    if (match === null) return piece;
    const [, sign, low, comma, high] = match;
    if (sign !== undefined)
      return {
        kind: "repeat",
        least: sign === "+" ? 1 : 0,
        most: sign === "?" ? 1 : Infinity,
        piece,
      };
    const least = Number(low);
    const most = comma === "" ? least : high === "" ? Infinity : Number(high);
    return { kind: "repeat", least, most, piece };
  };
  const group = (opening: number): Piece => {
    at += opening;
    const piece = choice();
    at += 1;
    return piece;
  };
  const atom = (): Piece => {
    const character = source[at]!;
    if (character === "(") {
      for (const [sign, back, not] of LOOKS)
        if (source.startsWith(sign, at))
          return { kind: "look", back, not, piece: group(sign.length) };
      const opening = /\((?:\?:|\?<[^>]{1,60}>)?/y;
      opening.lastIndex = at;
      return group(opening.exec(source)![0].length);
    }
    if (character === "^" || character === "$") {
      at += 1;
      return { kind: "edge", written: character };
    }
    if (character === "[") {
      const start = at;
      for (let depth = 0; ; at += 1) {
        if (source[at] === "\\") at += 1;
        else if (source[at] === "[" && (depth === 0 || flags.includes("v"))) depth += 1;
        else if (source[at] === "]") depth -= 1;
        if (depth === 0) break;
      }
      at += 1;
      return { kind: "characters", written: source.slice(start, at) };
    }
    if (character === "\\") {
      const written = taken(ESCAPE)![0];
      if (/^\\[bB]$/u.test(written)) return { kind: "edge", written };
      if (/^\\(?:k<|[1-9])/u.test(written)) return { kind: "again" };
      return { kind: "characters", written };
    }
    const written = isUnicode ? String.fromCodePoint(source.codePointAt(at)!) : character;
    at += written.length;
    return { kind: "characters", written };
  };
  return choice();
}

/** Whether a piece is that edge: `^`, `$`. */
export const isEdge = (piece: Piece | undefined, written: string): boolean =>
  piece?.kind === "edge" && piece.written === written;

/** What a piece before others may stand for, one step simpler; null for a piece that is simple. */
export function opens(piece: Piece, rest: readonly Piece[], back: boolean): Piece[][] | null {
  switch (piece.kind) {
    case "look":
      // What forbids the next character is seen with it.
      return piece.not && rest.length === 0 ? null : [[...rest]];
    case "edge":
      return [[...rest]];
    case "sequence":
      return [[...flat(piece, back), ...rest]];
    case "choice":
      return piece.choices.map((choice) => [...flat(choice, back), ...rest]);
    case "repeat": {
      const { least, most, piece: inner } = piece;
      if (most === 0) return [[...rest]];
      const more: Piece = { ...piece, least: Math.max(0, least - 1), most: most - 1 };
      const once = [...flat(inner, back), ...(more.most > 0 ? [more] : []), ...rest];
      return least === 0 ? [once, [...rest]] : [once];
    }
    default:
      return null;
  }
}

/** The pieces in the order in which they are matched, without sequences within sequences. */
export function flat(piece: Piece, back: boolean): Piece[] {
  if (piece.kind !== "sequence") return [piece];
  const pieces = back ? piece.pieces.toReversed() : piece.pieces;
  return pieces.flatMap((inner) => flat(inner, back));
}

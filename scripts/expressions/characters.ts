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

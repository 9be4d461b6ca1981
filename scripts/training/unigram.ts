import { fold } from "../../src/language/text/fold.ts";
import { SYLLABLE } from "./text.ts";

/** A tokenizer piece with its log probability. Piece 0 is padding, piece 1 the unknown piece. */
export interface Piece {
  readonly text: string;
  readonly score: number;
}

export const PAD_ID = 0;
export const UNKNOWN_ID = 1;

const HASH_BITS = 21;
const FOLDED = new Map<number, number>();

function foldedCode(code: number): number {
  let folded = FOLDED.get(code);
  if (folded === undefined) {
    folded = fold(String.fromCharCode(code)).charCodeAt(0);
    FOLDED.set(code, folded);
  }
  return folded;
}

/**
 * Unigram segmentation (Kudo 2018) over a trie in typed arrays: the same pieces as the tokenizer of
 * transformers.js finds (a test compares them), some fifty times faster, which makes it possible to
 * cut the whole training corpus twice, with and without marks.
 */
export class Unigram {
  private readonly keys: Int32Array;
  private readonly children: Int32Array;
  /** By node: the piece that ends there, or -1. */
  private readonly ends: Int32Array;
  private readonly letters = new Map<number, number>();
  private readonly letterOf = new Int16Array(65_536).fill(-1);
  private readonly scores: Float64Array;
  private readonly unknownScore: number;
  private nodes = 1;
  private best = new Float64Array(1024);
  private from = new Int32Array(1024);
  private piece = new Int32Array(1024);
  private codes = new Uint16Array(1024);

  constructor(readonly pieces: readonly Piece[]) {
    let characters = 1;
    for (const { text } of pieces) characters += text.length;
    if (characters > 2 ** (HASH_BITS - 1)) throw new RangeError("the vocabulary is too large");
    this.keys = new Int32Array(2 ** HASH_BITS).fill(-1);
    this.children = new Int32Array(2 ** HASH_BITS);
    this.ends = new Int32Array(characters).fill(-1);
    this.scores = Float64Array.from(pieces, (p) => p.score);
    let lowest = Number.POSITIVE_INFINITY;
    for (const score of this.scores) lowest = Math.min(lowest, score);
    this.unknownScore = lowest - 10;
    for (let id = UNKNOWN_ID + 1; id < pieces.length; id++) this.add(pieces[id]!.text, id);
  }

  private add(text: string, id: number): void {
    let at = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let letter = this.letters.get(code);
      if (letter === undefined) {
        letter = this.letters.size;
        if (letter > 2047) throw new RangeError("too many different characters");
        this.letters.set(code, letter);
        this.letterOf[code] = letter;
      }
      const slot = this.slot(at, letter);
      if (this.keys[slot] === -1) {
        this.keys[slot] = at * 2048 + letter;
        this.children[slot] = this.nodes++;
      }
      at = this.children[slot]!;
    }
    this.ends[at] = id;
  }

  private slot(at: number, letter: number): number {
    const key = at * 2048 + letter;
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - HASH_BITS);
    while (this.keys[slot] !== -1 && this.keys[slot] !== key)
      slot = (slot + 1) & (2 ** HASH_BITS - 1);
    return slot;
  }

  /**
   * Cuts text that is in `tokenizerForm` into piece ids; runs of unknown characters give one
   * {@link UNKNOWN_ID}.
   *
   * @param folded Reads the text as if it were typed without marks.
   */
  encode(text: string, folded = false): number[] {
    if (text === "") return [];
    const n = text.length + 1;
    if (this.best.length <= n) {
      this.best = new Float64Array(2 * n);
      this.from = new Int32Array(2 * n);
      this.piece = new Int32Array(2 * n);
      this.codes = new Uint16Array(2 * n);
    }
    const { best, from, piece, codes } = this;
    codes[0] = SYLLABLE.charCodeAt(0);
    for (let i = 1; i < n; i++) {
      const code = text.charCodeAt(i - 1);
      codes[i] = code === 32 ? codes[0] : folded && code > 127 ? foldedCode(code) : code;
    }
    best.fill(Number.NEGATIVE_INFINITY, 0, n + 1);
    best[0] = 0;
    for (let begin = 0; begin < n; begin++) {
      const base = best[begin]!;
      let at = 0;
      let single = false;
      for (let end = begin; end < n; end++) {
        const letter = this.letterOf[codes[end]!]!;
        if (letter < 0) break;
        const slot = this.slot(at, letter);
        if (this.keys[slot] === -1) break;
        at = this.children[slot]!;
        const id = this.ends[at]!;
        if (id < 0) continue;
        if (end === begin) single = true;
        const score = base + this.scores[id]!;
        if (score > best[end + 1]!) {
          best[end + 1] = score;
          from[end + 1] = begin;
          piece[end + 1] = id;
        }
      }
      if (!single && base + this.unknownScore > best[begin + 1]!) {
        best[begin + 1] = base + this.unknownScore;
        from[begin + 1] = begin;
        piece[begin + 1] = UNKNOWN_ID;
      }
    }
    const ids: number[] = [];
    for (let end = n; end > 0; end = from[end]!) {
      const id = piece[end]!;
      if (id !== UNKNOWN_ID || ids.at(-1) !== UNKNOWN_ID) ids.push(id);
    }
    return ids.reverse();
  }
}

/**
 * Cutting a text into the pieces of a unigram vocabulary, in typed arrays.
 *
 * The library keeps its vocabulary as a tree of maps (some 60 MB for 38,000 pieces) and a node object for each piece
 * that fits anywhere in a text, which made up a fifth of the time of indexing.
 */

/** What is used of the library's unigram model. */
export interface UnigramModel {
  readonly vocab: readonly string[];
  readonly scores: readonly number[];
  readonly unk_token_id: number;
  /** The library's tree of maps; dropped once it isn't needed. */
  trie?: unknown;
  encode(tokens: string[]): string[];
}

/** 2^32 divided by the golden ratio: Knuth's multiplicative hash. */
const HASH_FACTOR = 0x9e3779b1;
const NONE = -1;

/** A tree of the pieces by UTF-16 unit: each edge is a row of one open hash table. */
class PieceTree {
  /** Piece that ends at a node, NONE where none does. */
  readonly #piece: Int32Array;
  readonly #from: Int32Array;
  readonly #unit: Uint16Array;
  readonly #to: Int32Array;
  readonly #shift: number;

  constructor(pieces: readonly string[]) {
    const units = pieces.reduce((sum, { length }) => sum + length, 0);
    // At most half full, so that a search ends soon.
    const bits = Math.ceil(Math.log2(2 * units + 2));
    this.#shift = 32 - bits;
    this.#from = new Int32Array(2 ** bits).fill(NONE);
    this.#unit = new Uint16Array(2 ** bits);
    this.#to = new Int32Array(2 ** bits);
    const ends = new Int32Array(units + 1).fill(NONE);
    let nodes = 1;
    for (const [id, piece] of pieces.entries()) {
      let node = 0;
      for (let i = 0; i < piece.length; i++) {
        const slot = this.#slot(node, piece.charCodeAt(i));
        if (this.#from[slot] === NONE) {
          this.#from[slot] = node;
          this.#unit[slot] = piece.charCodeAt(i);
          this.#to[slot] = nodes++;
        }
        node = this.#to[slot]!;
      }
      ends[node] = id;
    }
    this.#piece = ends.slice(0, nodes);
  }

  /** The row of an edge, or the free one where it would stand. */
  #slot(node: number, unit: number): number {
    const mask = this.#from.length - 1;
    let slot = Math.imul(Math.imul(node, HASH_FACTOR) ^ unit, HASH_FACTOR) >>> this.#shift;
    while (this.#from[slot] !== NONE && (this.#from[slot] !== node || this.#unit[slot] !== unit)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The node behind an edge, NONE where no piece goes on like that; the root is 0. */
  next(node: number, unit: number): number {
    const slot = this.#slot(node, unit);
    return this.#from[slot] === NONE ? NONE : this.#to[slot]!;
  }

  pieceAt(node: number): number {
    return this.#piece[node]!;
  }
}

/**
 * The likeliest pieces of a text (Viterbi), the same as the library's: of equally likely ways the one whose last piece
 * is longest. A unit that no piece holds stands alone, with a score 10 below the vocabulary's least.
 */
export function unigramCutter(model: UnigramModel): (text: string) => string[] {
  const { vocab, unk_token_id: unknown } = model;
  // The empty piece ends at the root, where nothing asks.
  const tree = new PieceTree(vocab);
  const scores = Float64Array.from(model.scores);
  const unknownScore = scores[unknown]!;
  return (text) => {
    const { length } = text;
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
    const start = new Int32Array(length + 1);
    best[0] = 0;
    for (let from = 0; from < length; from++) {
      const before = best[from]!;
      let node = tree.next(0, text.charCodeAt(from));
      if (node === NONE || tree.pieceAt(node) === NONE) {
        if (before + unknownScore > best[from + 1]!) {
          best[from + 1] = before + unknownScore;
          start[from + 1] = from;
        }
      }
      for (let to = from + 1; node !== NONE; to++) {
        const piece = tree.pieceAt(node);
        if (piece !== NONE && before + scores[piece]! > best[to]!) {
          best[to] = before + scores[piece]!;
          start[to] = from;
        }
        if (to === length) break;
        node = tree.next(node, text.charCodeAt(to));
      }
    }
    const pieces: string[] = [];
    for (let to = length; to > 0; to = start[to]!) pieces.push(text.slice(start[to]!, to));
    return pieces.reverse();
  };
}

/** Makes the library's unigram model cut texts this way, and lets go of its tree. Other models stay as they are. */
export function cutQuickly(model: object): void {
  if (!isUnigram(model)) return;
  const cut = unigramCutter(model);
  model.encode = (tokens) => tokens.flatMap(cut);
  model.trie = undefined;
}

function isUnigram(model: object): model is UnigramModel {
  return (
    "trie" in model &&
    "scores" in model &&
    "unk_token_id" in model &&
    "vocab" in model &&
    Array.isArray(model.vocab) &&
    Array.isArray(model.scores)
  );
}

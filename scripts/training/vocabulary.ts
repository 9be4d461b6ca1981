import { fold } from "../../src/language/text/fold.ts";
import { SYLLABLE } from "./text.ts";
import type { Piece } from "./unigram.ts";

export interface VocabularySize {
  /** Words and multi-syllable words as written. */
  readonly words: number;
  /** Further words as typed without marks. */
  readonly folded: number;
  /** Parts of syllables, for names and words that are not in the vocabulary. */
  readonly fragments: number;
}

type Counts = Map<string, number>;

function add(counts: Counts, key: string, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

function top(counts: Counts, n: number): string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, n)
    .map(([key]) => key);
}

const MAX_PIECE = 32;
/** A syllable that only occurs inside longer words becomes a piece from this count on. */
const MIN_SYLLABLE = 20;
/** What an occurrence inside a longer word counts, against one as a word of its own. */
const PART_WEIGHT = 0.2;
// A fragment must lose against a word that covers the same text; its count, taken from overlapping
// n-grams, is far too high to be compared as it is.
const FRAGMENT_PENALTY = Math.log(1000);

/** Scores are written to a file with three decimals; training must see the same ones. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/** Counts the words of segmented sentences (`thủ_tướng thăm …`) and chooses the pieces of a tokenizer. */
export class VocabularyBuilder {
  private readonly counts: Counts = new Map();

  add(sentence: string): void {
    for (const word of sentence.split(" ")) {
      if (word !== "" && word.length <= MAX_PIECE) add(this.counts, word, 1);
    }
  }

  /** @returns Padding, the unknown piece, then words, words without marks and fragments. */
  build(size: VocabularySize): Piece[] {
    const words: Counts = new Map();
    for (const [word, n] of this.counts) {
      const clean = word.split("_").filter((s) => s !== "");
      if (clean.length > 0) add(words, SYLLABLE + clean.join(SYLLABLE), n);
    }
    // Syllables of longer words are counted as well: a rare word is read syllable by syllable, and so is
    // a frequent one of which the question has a part only (a name, for instance).
    const syllables: Counts = new Map();
    for (const [word, n] of words) {
      for (const s of word.slice(1).split(SYLLABLE)) add(syllables, SYLLABLE + s, n);
    }
    for (const [syllable, n] of syllables) {
      const own = words.get(syllable) ?? 0;
      if (own > 0 || n >= MIN_SYLLABLE) words.set(syllable, own + (n - own) * PART_WEIGHT);
    }
    const marked = top(words, size.words);
    const folded: Counts = new Map();
    for (const word of marked) {
      const plain = fold(word);
      if (plain !== word) add(folded, plain, words.get(word)!);
    }
    const score: Counts = new Map();
    for (const word of marked) score.set(word, words.get(word)!);
    for (const plain of top(folded, size.folded + marked.length)) {
      if (score.size >= size.words + size.folded) break;
      score.set(plain, Math.max(score.get(plain) ?? 0, folded.get(plain)!));
    }
    let total = 0;
    for (const n of score.values()) total += n;
    const pieces: Piece[] = [...score].map(([text, n]) => ({
      text,
      score: rounded(Math.log(n / total)),
    }));
    pieces.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
    const known = new Set(score.keys());
    for (const [text, n] of fragments(words, known, size.fragments))
      pieces.push({ text, score: rounded(Math.log(n / total) - FRAGMENT_PENALTY) });
    return [{ text: "[PAD]", score: 0 }, { text: "[UNK]", score: 0 }, ...pieces];
  }
}

function fragments(words: Counts, known: ReadonlySet<string>, size: number): [string, number][] {
  const rare: Counts = new Map();
  for (const [word, n] of words) {
    for (const s of word.slice(1).split(SYLLABLE)) {
      const piece = SYLLABLE + s;
      if (known.has(piece)) continue;
      add(rare, piece, n);
      const plain = fold(piece);
      if (plain !== piece && !known.has(plain)) add(rare, plain, n);
    }
  }
  const grams: Counts = new Map();
  const singles: Counts = new Map();
  const letters = (text: string, n: number) => {
    for (const ch of text) if (ch.length === 1) add(singles, ch, n);
  };
  for (const word of known) letters(word, 1);
  for (const [word, n] of rare) {
    letters(word, n);
    const weight = Math.sqrt(n);
    for (let i = 0; i < word.length; i++) {
      for (let length = 2; length <= 5 && i + length <= word.length; length++) {
        // Longer fragments say more, so that a rarer long one is worth as much as a frequent short one.
        add(grams, word.slice(i, i + length), weight * length * length);
      }
    }
  }
  const single = top(singles, 400);
  const room = Math.max(0, size - single.length);
  const longer = top(grams, room + known.size)
    .filter((g) => !known.has(g))
    .slice(0, room);
  return [...single, ...longer]
    .filter((text) => !known.has(text))
    .map((text) => [text, grams.get(text) ?? 1]);
}

import { fold, unifyIY, unifyTonePlacement } from "./fold.ts";
import { matchesIn } from "./matches.ts";

/** A word (in Vietnamese a syllable) or number with its place in the text it was read from. */
export interface Term {
  /** Lower case, NFC, old tone placement, one spelling of i and y (lý, kỳ, sĩ, vĩ), marks kept. */
  readonly marked: string;
  /** Lower case without marks. */
  readonly folded: string;
  /** UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

interface Piece {
  readonly text: string;
  readonly marked: string;
  readonly folded: string;
}

/** Pieces of words met lately: texts repeat their words, and one string each saves time and memory. */
const PIECES = new Map<string, readonly Piece[]>();
const MAX_PIECES = 50_000;

function piecesOf(word: string): readonly Piece[] {
  const known = PIECES.get(word);
  if (known) return known;
  // Runs of Han characters hardly ever come again; their characters do.
  const characters = word.length > 1 && HAN.test(word) ? [...word] : [];
  if (characters.length > 1) return characters.flatMap(piecesOf);
  const marked = unifyIY(unifyTonePlacement(word.toLowerCase()));
  const pieces: Piece[] = [{ text: word, marked, folded: fold(marked) }];
  if (PIECES.size >= MAX_PIECES) PIECES.clear();
  PIECES.set(word, pieces);
  return pieces;
}

/** By a UTF-16 unit of Latin and its signs whether it is of a word; text of these alone is cut without an expression. */
const OF_WORD = new Uint8Array(0x2070);
{
  const units = Array.from(OF_WORD, (_, unit) => String.fromCharCode(unit)).join("");
  for (const { index, 0: run } of matchesIn(units, WORD))
    OF_WORD.fill(1, index, index + run.length);
}

/** Cuts NFC text into terms: runs of letters, marks and digits; every Han character is a term. */
export function terms(text: string): Term[] {
  const found: Term[] = [];
  let from = -1;
  for (let at = 0; at < text.length; at++) {
    const isOfWord = OF_WORD[text.charCodeAt(at)];
    if (isOfWord === undefined) return termsOfAnyScript(text);
    if (isOfWord === 1) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      addPieces(found, text.slice(from, at), from);
      from = -1;
    }
  }
  if (from >= 0) addPieces(found, text.slice(from), from);
  return found;
}

function addPieces(found: Term[], word: string, from: number): void {
  let start = from;
  for (const { text, marked, folded } of piecesOf(word)) {
    const end = start + text.length;
    found.push({ marked, folded, start, end });
    start = end;
  }
}

function termsOfAnyScript(text: string): Term[] {
  const found: Term[] = [];
  let start = 0;
  // All at once, and then looked for, is a third of what going from match to match takes.
  for (const word of text.match(WORD) ?? []) {
    start = text.indexOf(word, start);
    addPieces(found, word, start);
    start += word.length;
  }
  return found;
}

/** The words of a text as `terms` has them, with their marks, parted by single spaces. */
export const markedWords = (text: string): string =>
  terms(text)
    .map(({ marked }) => marked)
    .join(" ");

/** The folded words of a text. */
export const foldedTerms = (text: string): string[] => terms(text).map(({ folded }) => folded);

/** The same, parted by single spaces. */
export const foldedWords = (text: string): string => foldedTerms(text).join(" ");

/** The same, with a space before and behind, so that a word is found as a whole. */
export const spacedWords = (text: string): string => ` ${foldedWords(text)} `;

/**
 * A text at its commas and brackets: words that they part are no name together. "UBND tỉnh, Đoàn công tác" tells of no
 * Tỉnh đoàn.
 */
export const clausesOf = (text: string): string[] => text.split(/[,;:()|\n]| [–—-] /u);

/** A set of word sequences that finds the longest one starting at a given word. */
export interface PhraseSet {
  /** Number of words of the longest phrase that starts at `words[at]`, or 0. */
  longestAt(words: readonly string[], at: number): number;
}

/** Builds a phrase set from phrases whose words are parted by single spaces. */
export function phraseSet(phrases: Iterable<string>): PhraseSet {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const first = words[0];
    if (first === undefined || first === "") continue;
    const list = byFirst.get(first);
    if (list) list.push(words);
    else byFirst.set(first, [words]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return {
    longestAt(words, at) {
      const first = words[at];
      const candidates = first === undefined ? undefined : byFirst.get(first);
      if (candidates === undefined) return 0;
      for (const candidate of candidates) {
        const { length } = candidate;
        let i = 1;
        while (i < length && words[at + i] === candidate[i]) i++;
        if (i === length) return length;
      }
      return 0;
    },
  };
}

/** A word list that is matched exactly in text with marks, and folded in text typed without. */
export interface TwoWayPhrases {
  readonly marked: PhraseSet;
  readonly folded: PhraseSet;
}

/**
 * Builds both sets from phrases with marks in the old tone placement.
 *
 * @param needsMarks Phrases that are everyday words once their marks are gone: they stay out of the folded set.
 */
export function twoWayPhrases(
  phrases: Iterable<string>,
  needsMarks: ReadonlySet<string> = new Set(),
): TwoWayPhrases {
  const list = [...phrases];
  return {
    marked: phraseSet(list),
    folded: phraseSet(list.filter((phrase) => !needsMarks.has(phrase)).map(fold)),
  };
}

/**
 * How often a word, or several standing together, occur among words parted by single spaces, one space
 * before the first and one after the last.
 */
export function occurrences(padded: string, words: string): number {
  // Spaces are many: the engine gets to the next match quicker without one in front.
  const wanted = `${words} `;
  let count = 0;
  for (let at = padded.indexOf(wanted); at >= 0; at = padded.indexOf(wanted, at + 1)) {
    if (padded[at - 1] === " ") count++;
  }
  return count;
}

import { readFileSync } from "node:fs";
import { placeRows } from "../places/index.ts";
import type { Token } from "./english-tokens.ts";

/** A trie over lower-case English words; a node holds the renderings of the phrase that ends there. */
export interface PhraseTrie {
  entries: Entry[];
  next: Map<string, PhraseTrie> | undefined;
}

export function emptyTrie(): PhraseTrie {
  return { entries: [], next: undefined };
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Cuts an English phrase into lower-case words as tries key them: `Kim Jong-un` → kim jong un. */
function englishWords(phrase: string): string[] {
  if (PLAIN.test(phrase)) return phrase.split(" ");
  return (
    phrase
      .toLowerCase()
      .replace(/['’]s?(?![\p{L}\p{M}])|['’.]/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Adds a rendering for each of several forms, parted by "|". */
export function addPhrases(root: PhraseTrie, forms: string, entry: Entry): void {
  for (const form of forms.split("|")) {
    let node = root;
    for (const word of englishWords(form)) {
      node.next ??= new Map();
      let next = node.next.get(word);
      if (next === undefined) {
        next = emptyTrie();
        node.next.set(word, next);
      }
      node = next;
    }
    if (node !== root) node.entries.push(entry);
  }
}

/**
 * What a rendering is, for word order: n thing, t title or kind of person, v verb, a modifier (after
 * its noun), m before its noun, l modifier that comes last, g place, p name of a person, c stays where
 * it stands, d dropped, q question word, x English auxiliary.
 */
export type WordClass = "n" | "t" | "v" | "a" | "m" | "l" | "g" | "p" | "c" | "d" | "q" | "x";

/** One Vietnamese rendering of a phrase. */
export interface Entry {
  readonly vi: string;
  readonly class: WordClass;
}

/**
 * Base forms that an inflected English word may come from, the word itself first: `visited` →
 * visited, visit, visite. Only regular inflection; irregular forms stand in the lexicon.
 */
function baseForms(word: string): string[] {
  const forms = [word];
  const cut = (ending: string, ...replacements: string[]) => {
    if (word.length - ending.length < 2 || !word.endsWith(ending)) return;
    const base = word.slice(0, -ending.length);
    for (const replacement of replacements) forms.push(base + replacement);
    if (ending !== "s" && base.length > 2 && base.at(-1) === base.at(-2))
      forms.push(base.slice(0, -1));
  };
  cut("ies", "y");
  cut("es", "");
  cut("s", "");
  cut("ied", "y");
  cut("ed", "", "e");
  cut("ing", "", "e");
  return forms;
}

/** A phrase found in a question: its length in tokens and its renderings. */
export interface Match {
  readonly length: number;
  readonly entries: readonly Entry[];
}

/** The longest phrase of a trie from a token on; regular inflections count where `inflected`. */
export function longestPhrase(
  root: PhraseTrie,
  tokens: readonly Token[],
  start: number,
  inflected: boolean,
): Match | undefined {
  let best: Match | undefined;
  const walk = (node: PhraseTrie, at: number) => {
    const length = at - start;
    if (node.entries.length > 0 && length > (best?.length ?? 0))
      best = { length, entries: node.entries };
    const token = tokens[at];
    if (token === undefined || token.date !== undefined || (at > start && token.gap)) return;
    for (const form of inflected ? baseForms(token.key) : [token.key]) {
      const next = node.next?.get(form);
      if (next !== undefined) walk(next, at + 1);
    }
  };
  walk(root, start);
  return best;
}

interface ChineseLexicon {
  /** Phrase in simplified characters to its renderings. */
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  /** Characters of the longest phrase. */
  readonly longest: number;
}

const FILES = ["people.tsv", "vocabulary.tsv"];
let english: PhraseTrie | undefined;
let chinese: ChineseLexicon | undefined;

/** English phrases, read from disk on first use (a few milliseconds). */
export function englishLexicon(): PhraseTrie {
  if (english === undefined) {
    english = emptyTrie();
    for (const { entry, en } of lexiconRows()) addPhrases(english, en, entry);
  }
  return english;
}

/** Chinese phrases, read from disk on first use. */
export function chineseLexicon(): ChineseLexicon {
  if (chinese === undefined) {
    const phrases = new Map<string, Entry[]>();
    let longest = 0;
    for (const { entry, zh } of lexiconRows()) {
      for (const form of zh.split("|")) {
        if (form === "") continue;
        const entries = phrases.get(form);
        if (entries === undefined) phrases.set(form, [entry]);
        else entries.push(entry);
        longest = Math.max(longest, form.length);
      }
    }
    chinese = { phrases, longest };
  }
  return chinese;
}

/** Every phrase of the lexicon with its English and Chinese forms, parted by "|". */
export function* lexiconRows(): Generator<{ entry: Entry; en: string; zh: string }> {
  for (const { name, en, zh } of placeRows())
    if (en !== "" || zh !== "") yield { entry: { vi: name, class: "g" }, en, zh };
  for (const file of FILES) {
    const text = readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8");
    for (const line of text.split("\n")) {
      if (line === "" || line.startsWith("#")) continue;
      const [vi = "", wordClass = "n", en = "", zh = ""] = line.split("\t");
      yield { entry: { vi, class: wordClass as WordClass }, en, zh };
    }
  }
}

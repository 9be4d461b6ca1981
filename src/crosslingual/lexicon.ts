import { readFileSync } from "node:fs";

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

interface Node {
  readonly entries: Entry[];
  readonly next: Map<string, Node>;
}

export interface Lexicon {
  /** English phrases by lower-case word (see `englishWords`). */
  readonly english: Node;
  /** Chinese phrases, simplified. */
  readonly chinese: ReadonlyMap<string, readonly Entry[]>;
  /** Characters of the longest Chinese phrase. */
  readonly longestChinese: number;
}

export type EnglishNode = Node;

const FILES = ["places.tsv", "people.tsv", "vocabulary.tsv"];
let cached: Lexicon | undefined;

/** The lexicons, read from disk on first use (a few milliseconds). */
export function lexicon(): Lexicon {
  cached ??= load();
  return cached;
}

/** Cuts an English phrase into lower-case words as the lexicon keys them: `Kim Jong-un` → kim jong un. */
export function englishWords(phrase: string): string[] {
  return (
    phrase
      .toLowerCase()
      .replace(/['’]s?(?![\p{L}\p{M}])|['’.]/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function load(): Lexicon {
  const english: Node = { entries: [], next: new Map() };
  const chinese = new Map<string, Entry[]>();
  let longestChinese = 0;
  for (const file of FILES) {
    const text = readFileSync(new URL(`data/${file}`, import.meta.url), "utf8");
    for (const line of text.split("\n")) {
      if (line === "" || line.startsWith("#")) continue;
      const [vi = "", wordClass = "n", en = "", zh = ""] = line.split("\t");
      const entry: Entry = { vi, class: wordClass as WordClass };
      for (const form of en.split("|")) if (form !== "") addEnglish(english, form, entry);
      for (const form of zh.split("|")) {
        if (form === "") continue;
        const entries = chinese.get(form);
        if (entries === undefined) chinese.set(form, [entry]);
        else entries.push(entry);
        longestChinese = Math.max(longestChinese, form.length);
      }
    }
  }
  return { english, chinese, longestChinese };
}

function addEnglish(root: Node, form: string, entry: Entry): void {
  let node = root;
  for (const word of englishWords(form)) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { entries: [], next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.entries.push(entry);
}

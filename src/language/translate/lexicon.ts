import { readFileSync } from "node:fs";
import { placeRows } from "../places/index.ts";
import {
  addPhrases,
  type Entry,
  emptyTrie,
  type PhraseTrie,
  type WordClass,
} from "./phrase-trie.ts";

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

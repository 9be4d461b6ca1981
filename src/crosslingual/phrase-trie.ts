import type { Entry } from "./lexicon.ts";

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
export function englishWords(phrase: string): string[] {
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

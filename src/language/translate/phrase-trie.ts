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

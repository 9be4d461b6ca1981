import { LRUCache } from "lru-cache";

/**
 * A reading that is done once for each object and remembered as long as the object is.
 *
 * @param read Gives the same for the same object, which must not change.
 */
export function readOnce<K extends object, V extends NonNullable<unknown>>(
  read: (from: K) => V,
): (from: K) => V {
  const known = new WeakMap<K, V>();
  return (from) => {
    let value = known.get(from);
    if (value === undefined) {
      value = read(from);
      known.set(from, value);
    }
    return value;
  };
}

/** Characters of the texts whose readings are kept; with what was read about 10 MB. */
const KEPT_CHARS = 1_500_000;

/**
 * A reader that keeps what it read of the texts it met last: a question looks at the same sentences in several steps,
 * and the next question at many of them again. The reading must depend on the text alone, and nobody may change it.
 */
export function rememberedTexts<T extends NonNullable<unknown>>(
  read: (text: string) => T,
): (text: string) => T {
  const known = new LRUCache<string, T>({
    maxSize: KEPT_CHARS,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const fresh = read(text);
    known.set(text, fresh);
    return fresh;
  };
}

/**
 * A function of a word that remembers what it gave: texts repeat their words, and a few thousand make up most of one.
 *
 * @param most Words that are remembered; beyond them all are forgotten at once, which is rare and costs nothing to keep.
 * @param read Gives the same for the same word, and never undefined.
 */
export function remembered<T extends NonNullable<unknown> | null>(
  most: number,
  read: (word: string) => T,
): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const fresh = read(word);
    if (known.size >= most) known.clear();
    known.set(word, fresh);
    return fresh;
  };
}

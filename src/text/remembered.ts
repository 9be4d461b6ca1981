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

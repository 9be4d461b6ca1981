/** How often a word, or several standing together, occur among words parted by single spaces, one before the first and one after the last. */
export function occurrences(padded: string, words: string): number {
  let count = 0;
  for (let at = padded.indexOf(` ${words} `); at >= 0; count++) {
    at = padded.indexOf(` ${words} `, at + words.length + 1);
  }
  return count;
}

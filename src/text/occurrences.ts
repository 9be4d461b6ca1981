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

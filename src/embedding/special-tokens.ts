/**
 * Makes sure that no part of a user's text is read as a special token (`[PAD]`, `<unk>`): a space goes
 * in behind its first character, which leaves the words as they are.
 */
export function neutralizeSpecialTokens(text: string, specials: readonly string[]): string {
  let safe = text;
  for (const special of specials) {
    if (special.length > 1 && safe.includes(special)) {
      safe = safe.replaceAll(special, `${special.slice(0, 1)} ${special.slice(1)}`);
    }
  }
  return safe;
}

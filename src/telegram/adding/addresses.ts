const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//iu;
/** `baolangson.vn/tin-123.html`, as people type it. */
const BARE = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?\/\S+$/u;

/** The web addresses among the words of a text, in order, each once. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.split(/\s+/u).flatMap((word) => addressOf(word) ?? []))];
}

/** True where a text holds addresses and nothing else. */
export function isOnlyAddresses(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => addressOf(word) !== null);
}

function addressOf(word: string): string | null {
  const plain = word.replace(/^[<("“]+/u, "").replace(/[>)"”,;.…]{1,8}$/u, "");
  if (SCHEME.test(plain)) return plain;
  return BARE.test(plain) ? `https://${plain}` : null;
}

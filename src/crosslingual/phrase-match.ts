import type { Token } from "./english-tokens.ts";
import type { Entry } from "./lexicon.ts";
import type { PhraseTrie } from "./phrase-trie.ts";
import { baseForms } from "./stem.ts";

/** A phrase found in a question: its length in tokens and its renderings. */
export interface Match {
  readonly length: number;
  readonly entries: readonly Entry[];
}

/** The longest phrase of a trie from a token on; regular inflections count where `inflected`. */
export function longestPhrase(
  root: PhraseTrie,
  tokens: readonly Token[],
  start: number,
  inflected: boolean,
): Match | undefined {
  let best: Match | undefined;
  const walk = (node: PhraseTrie, at: number) => {
    const length = at - start;
    if (node.entries.length > 0 && length > (best?.length ?? 0))
      best = { length, entries: node.entries };
    const token = tokens[at];
    if (token === undefined || token.date !== undefined || (at > start && token.gap)) return;
    for (const form of inflected ? baseForms(token.key) : [token.key]) {
      const next = node.next?.get(form);
      if (next !== undefined) walk(next, at + 1);
    }
  };
  walk(root, start);
  return best;
}

import type { Token } from "./english-tokens.ts";
import type { Entry, PhraseTrie } from "./phrase-trie.ts";

/**
 * Base forms that an inflected English word may come from, the word itself first: `visited` →
 * visited, visit, visite. Only regular inflection; irregular forms stand in the lexicon.
 */
function baseForms(word: string): string[] {
  const forms = [word];
  const cut = (ending: string, ...replacements: string[]) => {
    if (word.length - ending.length < 2 || !word.endsWith(ending)) return;
    const base = word.slice(0, -ending.length);
    for (const replacement of replacements) forms.push(base + replacement);
    if (ending !== "s" && base.length > 2 && base.at(-1) === base.at(-2)) {
      forms.push(base.slice(0, -1));
    }
  };
  cut("ies", "y");
  cut("es", "");
  cut("s", "");
  cut("ied", "y");
  cut("ed", "", "e");
  cut("ing", "", "e");
  return forms;
}

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

import { foldedTerms, isSyllableShaped, unifyTonePlacement } from "../text/index.ts";
import { lexiconRows } from "./lexicon.ts";
import type { Translation } from "./unit.ts";

/** Tells whether folded syllables stand side by side somewhere in the corpus. */
export type Exists = (syllables: readonly string[]) => boolean;

/** Tells in how many passages folded syllables stand side by side. */
export type Counts = (syllables: readonly string[]) => number;

/** Forms of a whole name that are weighed against each other. */
const MOST_FOUND = 4;

/**
 * The first form that occurs in the corpus, or null; of several forms of a whole name the most frequent where `count` is
 * given, for an English page has names in their likeliest form only: Mã Chí Nguyên, who is Mã Chí Viễn elsewhere. Forms that share their first two syllables with
 * one that was not found there are skipped without asking again.
 */
export function matchForms(
  forms: readonly string[],
  exists: Exists,
  count?: Counts,
): string | null {
  const found: string[] = [];
  const seen = new Map<string, boolean>();
  const ask = (syllables: readonly string[]) => {
    const key = syllables.join(" ");
    const known = seen.get(key) ?? exists(syllables);
    seen.set(key, known);
    return known;
  };
  for (const form of forms) {
    const syllables = foldedTerms(form);
    if (syllables.length === 0) continue;
    if (syllables.length > 2 && !ask(syllables.slice(0, 2))) continue;
    if (!ask(syllables)) continue;
    found.push(form);
    if (count === undefined || syllables.length < 3 || found.length === MOST_FOUND) break;
  }
  if (found.length < 2) return found[0] ?? null;
  const often = found.map((form) => count!(foldedTerms(form)));
  return found[often.indexOf(Math.max(...often))]!;
}

/**
 * The translation's text with every name in the form that occurs in the corpus. A name of which no form
 * occurs keeps its first one, so that the missing name counts as missing evidence. Words that no table knew are
 * added where the corpus has them (a name in lower case, a loan word) and can't be Vietnamese syllables.
 */
export function fitToCorpus(translation: Translation, exists: Exists, count?: Counts): string {
  let text = translation.text;
  for (const forms of translation.alternatives) {
    const found = matchForms(forms, exists, count);
    if (found !== null && found !== forms[0]) text = text.replace(forms[0]!, () => found);
  }
  for (const word of translation.untranslated) {
    const syllables = foldedTerms(word);
    const foreign = syllables.length > 0 && !syllables.every(isSyllableShaped);
    if (foreign && exists(syllables)) text += ` ${word}`;
  }
  return text;
}

let names: ReadonlyMap<string, { readonly en: string; readonly zh: string }> | undefined;

function read(): NonNullable<typeof names> {
  const found = new Map<string, { en: string; zh: string }>();
  for (const { entry, en, zh } of lexiconRows()) {
    if (entry.class !== "g" || found.has(key(entry.vi))) continue;
    found.set(key(entry.vi), { en: english(en.split("|")), zh: zh.split("|")[0]! });
  }
  return found;
}

/** "Hoà Bình" is "Hòa Bình", "Hòa" is no "Hoa". */
const key = (name: string) => unifyTonePlacement(name.toLowerCase());

/** "us|usa|united states" → United States. */
function english(forms: readonly string[]): string {
  const [first = ""] = forms;
  const form = first.length <= 3 ? (forms.find((one) => one.length > 3) ?? first) : first;
  if (/^(?:nato|apec|wto|asean)$/u.test(form)) return form.toUpperCase();
  return form.replace(/(?<![\p{L}'])(?!(?:of|and|the) )\p{L}/gu, (letter) => letter.toUpperCase());
}

/**
 * The usual name of a place in English or Chinese ("Quảng Tây" → Guangxi, 广西); null where the lexicon has none.
 *
 * @param name Vietnamese, without its rank.
 */
export function placeNameIn(name: string, language: "en" | "zh"): string | null {
  names ??= read();
  return names.get(key(name))?.[language] || null;
}

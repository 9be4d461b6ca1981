/**
 * Base forms that an inflected English word may come from, the word itself first: `visited` →
 * visited, visit, visite. Only regular inflection; irregular forms stand in the lexicon.
 */
export function baseForms(word: string): string[] {
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

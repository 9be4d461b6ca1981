import { unifyTonePlacement } from "../text/fold.ts";
import { lexiconRows } from "./lexicon.ts";

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

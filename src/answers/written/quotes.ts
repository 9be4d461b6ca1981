import { terms } from "../../language/text/index.ts";
import type { Unit } from "./evidence.ts";
import type { Fault } from "./pairing.ts";

const QUOTED = /“([^“”]{2,400})”|"([^"\n]{2,400})"|«([^«»]{2,400})»|「([^「」]{2,400})」/gu;
/** A quotation of another language is a translation of at most so many words: a name or slogan. */
const MOST_TRANSLATED = 8;

const folded = (text: string): string =>
  terms(text)
    .map((term) => term.folded)
    .join(" ");

/** Words in quotation marks have to stand there word by word; a short one may be translated. */
export function quoteFault(text: string, units: readonly Unit[], foreign: boolean): Fault | null {
  for (const match of text.matchAll(QUOTED)) {
    const words = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
    const key = folded(words);
    if (key === "") continue;
    if (units.some(({ quote, ofRecord }) => !ofRecord && ` ${folded(quote)} `.includes(` ${key} `)))
      continue;
    if (foreign && key.split(" ").length <= MOST_TRANSLATED) continue;
    return { reason: "unsupported-quote", detail: words };
  }
  return null;
}

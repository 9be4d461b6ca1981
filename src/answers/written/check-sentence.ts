import { terms } from "../../language/text/index.ts";
import { foreignLanguage, renderBeside } from "../../language/translate/index.ts";
import type { Article } from "../../model/index.ts";
import { actFault } from "./acts.ts";
import { coverageFault, mergedFault, sourcesOf } from "./coverage.ts";
import type { Evidence, Unit } from "./evidence.ts";
import { Comparison } from "./match.ts";
import { negationFault } from "./negation.ts";
import { officeFault } from "./offices.ts";
import { type Fault, pairingFault } from "./pairing.ts";
import { quoteFault } from "./quotes.ts";
import { readSentence } from "./reading.ts";
import { sideFault } from "./sides.ts";

/** A sentence held against the passages that it cites. */
export interface Judged {
  /** Null where all of it stands there. */
  readonly fault: Fault | null;
  /** Where it stands, the most telling first. */
  readonly sources: readonly Unit[];
}

const marked = (text: string): string =>
  terms(text)
    .map((term) => term.marked)
    .join(" ");

/**
 * Holds one plain sentence against units.
 *
 * @param units Those of the passages that it cites.
 * @param articles The articles of these passages, for who holds which office.
 */
export function judgeSentence(
  text: string,
  units: readonly Unit[],
  articles: readonly Article[],
  evidence: Evidence,
): Judged {
  const own = marked(text);
  const same = units.find(
    ({ quote, reading, ofRecord }) =>
      !ofRecord && (marked(quote) === own || marked(reading.text) === own),
  );
  if (same !== undefined) return { fault: null, sources: [same] };
  const language = foreignLanguage(text);
  const folded = evidence.folded;
  const rendered =
    language === null
      ? { vi: text, unknown: [] }
      : renderBeside(text, language, (syllables) => folded.includes(` ${syllables.join(" ")} `));
  const compared = new Comparison(readSentence(rendered.vi), units, evidence);
  const sources = sourcesOf(compared);
  const foreign = language !== null;
  const fault =
    quoteFault(text, units, foreign) ??
    pairingFault(compared) ??
    officeFault(compared, articles, foreign) ??
    sideFault(compared, sources) ??
    actFault(compared) ??
    negationFault(compared, sources) ??
    coverageFault(compared, sources, foreign, rendered.unknown) ??
    mergedFault(compared);
  return { fault, sources };
}

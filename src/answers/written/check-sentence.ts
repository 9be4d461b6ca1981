import { terms } from "../../language/text/index.ts";
import type { Article, Language } from "../../model/index.ts";
import { actFault } from "./acts.ts";
import { coverageFault, mergedFault, shownSourcesOf, sourcesOf } from "./coverage.ts";
import type { Evidence, Unit } from "./evidence.ts";
import { Comparison } from "./match.ts";
import { negationFault } from "./negation.ts";
import { bodyFault, officeFault } from "./offices.ts";
import { type Fault, pairingFault } from "./pairing.ts";
import { quoteFault } from "./quotes.ts";
import { readSentence } from "./reading.ts";
import { rendered } from "./render.ts";
import { sideFault } from "./sides.ts";

/** A sentence held against the passages that it cites. */
interface Judged {
  /** Null where all of it stands there. */
  readonly fault: Fault | null;
  /** Where it stands, the most telling first. */
  readonly sources: readonly Unit[];
  /** The sentences of the articles among them, and beside them where a record has it all. */
  readonly shown: readonly Unit[];
}

const marked = (text: string): string =>
  terms(text)
    .map((term) => term.marked)
    .join(" ");

/**
 * Holds one plain sentence against units.
 *
 * @param language The one that it is in.
 * @param units Those of the passages that it cites.
 * @param articles The articles of these passages, for who holds which office.
 */
export function judgeSentence(
  text: string,
  language: Language,
  units: readonly Unit[],
  articles: readonly Article[],
  evidence: Evidence,
): Judged {
  const own = marked(text);
  const same = units.find(
    ({ quote, reading, ofRecord }) =>
      !ofRecord && (marked(quote) === own || marked(reading.text) === own),
  );
  if (same !== undefined) return { fault: null, sources: [same], shown: [same] };
  const { vi, unknown, foreign } = rendered(text, language, evidence);
  const compared = new Comparison(readSentence(vi, foreign), units, evidence);
  const sources = sourcesOf(compared);
  const fault =
    quoteFault(text, units, foreign) ??
    pairingFault(compared) ??
    officeFault(compared, articles, foreign) ??
    sideFault(compared) ??
    actFault(compared) ??
    negationFault(compared, sources) ??
    coverageFault(compared, sources, foreign, unknown) ??
    bodyFault(compared, sources, foreign) ??
    mergedFault(compared);
  return { fault, sources, shown: fault === null ? shownSourcesOf(compared) : [] };
}

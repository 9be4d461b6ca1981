import { terms } from "../../language/text/index.ts";
import type { Article, Language } from "../../model/index.ts";
import { actFault } from "./acts.ts";
import { coverageFault, mergedFault, shownSourcesOf, sourcesOf } from "./coverage.ts";
import type { Evidence, Unit } from "./evidence.ts";
import { Comparison, says } from "./match.ts";
import { bodyFault, officeFault } from "./offices.ts";
import { type Fault, pairingFault } from "./pairing.ts";
import { type Reading, readSentence, type Token } from "./reading.ts";
import { rendered } from "./render.ts";
import { sideFault } from "./sides.ts";

/** Telling words behind a negation that it denies. */
const DENIED = 2;
/** Places behind it in which they stand. */
const REACH = 4;

/** Up to `most` telling words behind a negation. */
function behind({ tokens }: Reading, index: number, most: number): Token[] {
  const { at } = tokens[index]!;
  return tokens
    .slice(index + 1)
    .filter((token) => token.telling && token.at - at <= REACH)
    .slice(0, most);
}

const negations = (reading: Reading, most: number): Token[][] =>
  reading.tokens.flatMap(({ kind }, i) => (kind === "not" ? [behind(reading, i, most)] : []));

/** True where one of the negations denies these words: "thống nhất" alone may be denied of another matter. */
const isDenied = (reading: Reading, words: readonly Token[]): boolean =>
  negations(reading, 2 * DENIED).some((own) =>
    words.every((word) => own.some((one) => says(one, word) || says(word, one))),
  );

/**
 * What the retelling denies has to be denied, and what a sentence denies may not be told as if it were so.
 *
 * @param units Those that the retelling is from.
 */
function negationFault(compared: Comparison, units: readonly Unit[]): Fault | null {
  const { claim } = compared;
  for (const words of negations(claim, DENIED)) {
    if (compared.units.some(({ reading }) => isDenied(reading, words))) continue;
    return {
      reason: "negation",
      detail: words.map(({ start, end }) => claim.text.slice(start, end)).join(" "),
    };
  }
  for (const { reading } of units)
    for (const words of negations(reading, DENIED)) {
      const told = words.filter((word) => claim.tokens.some((token) => says(word, token)));
      if (words.length === 0 || told.length < words.length || isDenied(claim, words)) continue;
      return {
        reason: "negation",
        detail: told.map(({ start, end }) => reading.text.slice(start, end)).join(" "),
      };
    }
  return null;
}

const QUOTED = /“([^“”]{2,400})”|"([^"\n]{2,400})"|«([^«»]{2,400})»|「([^「」]{2,400})」/gu;
/** A quotation of another language is a translation of at most so many words: a name or slogan. */
const MOST_TRANSLATED = 8;

const folded = (text: string): string =>
  terms(text)
    .map((term) => term.folded)
    .join(" ");

/** Words in quotation marks have to stand there word by word; a short one may be translated. */
function quoteFault(text: string, units: readonly Unit[], foreign: boolean): Fault | null {
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

import { numbersIn } from "../../language/names/index.ts";
import { datesIn, foldedWords, matchesIn, spacedWords, terms } from "../../language/text/index.ts";
import { asVietnamese, detectLanguage, tellsLanguage } from "../../language/translate/index.ts";
import type {
  Article,
  CheckedAnswer,
  CheckedSentence,
  DropReason,
  Language,
  WrittenContext,
} from "../../model/index.ts";
import type { ArticleLookup } from "../passages/index.ts";
import { readQuestion } from "../question/index.ts";
import { actFault } from "./acts.ts";
import { coverageFault, mergedFault, shownSourcesOf, sourcesOf } from "./coverage.ts";
import { cutWritten, type Draft, declines, isInstruction, isLive, isStatement } from "./cut.ts";
import { type Evidence, readEvidence, type Unit } from "./evidence.ts";
import { Comparison, says } from "./match.ts";
import { bodyFault, officeFault } from "./offices.ts";
import { type Fault, pairingFault } from "./pairing.ts";
import { type Reading, readSentence, type Token } from "./reading.ts";
import { ownWords, rendered } from "./render.ts";
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

/** Words in quotation marks have to stand there word by word; a short one may be translated. */
function quoteFault(text: string, units: readonly Unit[], foreign: boolean): Fault | null {
  for (const match of matchesIn(text, QUOTED)) {
    const words = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
    const key = foldedWords(words);
    if (key === "") continue;
    if (units.some(({ quote, ofRecord }) => !ofRecord && spacedWords(quote).includes(` ${key} `)))
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
function judgeSentence(
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

/** Sentences of an answer that are looked at; five are asked for. */
const MOST_SENTENCES = 12;
/** Characters of one sentence; a longer one is no sentence that anybody reads in a chat. */
const MOST_SENTENCE_CHARS = 900;
/** Shorter sentences do not tell their language surely. */
const LEAST_TELLING = 24;
/** Passages whose sentences are shown as evidence of one sentence. */
const MOST_EVIDENCE = 3;

/**
 * Checks what a writer wrote, sentence by sentence, against the passages that it was given.
 *
 * @param text The model's text as it came, of any length and kind.
 * @param lookup The articles of the passages; null where one is gone, which then counts by its passage alone.
 * @returns Never throws; takes time linear in the text. `answers` is true where at least as much is
 *   kept as is dropped, and a day or number that was asked for is among it.
 */
export function checkWritten(
  text: string,
  context: WrittenContext,
  lookup: ArticleLookup,
): CheckedAnswer {
  const { drafts, rest } = cutWritten(text);
  const statements = drafts.filter((one) => one.cited.length > 0 || !declines(one.text));
  const declined = drafts.length > 0 && statements.length === 0;
  const evidence = statements.length === 0 ? null : readEvidence(context, lookup);
  const checked: CheckedSentence[] = [];
  for (const draft of statements) {
    const seen = checked.filter(({ kept }) => kept).map((one) => one.text);
    checked.push(
      checked.length >= MOST_SENTENCES
        ? dropped(draft, "too-long")
        : check(draft, context, evidence!, lookup, seen),
    );
  }
  if (rest) checked.push(dropped({ text: "…", cited: [], heading: false }, "too-long"));
  const kept = checked.filter((one) => one.kept);
  const lost = checked.filter(({ reason }) => reason !== null && !HARMLESS.has(reason));
  return {
    sentences: checked,
    answers:
      kept.length > 0 &&
      kept.length >= lost.length &&
      tellsAsked(
        context,
        kept.map((one) => one.text),
      ),
    declined: declined || (kept.length === 0 && drafts.some(({ text: own }) => declines(own))),
    text: kept.map((one) => `${one.text} ${one.citations.map((n) => `[${n}]`).join("")}`).join(" "),
  };
}

/** True where a day or a number that is asked for is among what is told. */
function tellsAsked({ question, language }: WrittenContext, told: readonly string[]): boolean {
  const asked = readQuestion(question, language, asVietnamese(question)).answerType;
  if (asked === "date") return told.some((text) => datesIn(text).length > 0);
  if (asked !== "number") return true;
  return told.some((text) => /\d/u.test(text) || numbersIn(asVietnamese(text)).length > 0);
}

/** What may be left out without a loss. */
const HARMLESS: ReadonlySet<DropReason> = new Set(["not-a-sentence", "repeated", "instruction"]);

const dropped = (
  { text, cited }: Draft,
  reason: DropReason,
  detail: string | null = null,
): CheckedSentence => ({
  text,
  citations: cited,
  kept: false,
  reason,
  detail,
  evidence: [],
});

function check(
  draft: Draft,
  { language }: WrittenContext,
  evidence: Evidence,
  lookup: ArticleLookup,
  before: readonly string[],
): CheckedSentence {
  const { text, cited } = draft;
  if (draft.heading || !isStatement(text)) return dropped(draft, "not-a-sentence");
  if (text.length > MOST_SENTENCE_CHARS) return dropped(draft, "too-long");
  if (isInstruction(text) || isLive(text)) return dropped(draft, "instruction");
  if (before.includes(text)) return dropped(draft, "repeated");
  const unknown = cited.find((n) => !evidence.passages.has(n));
  if (unknown !== undefined) return dropped(draft, "no-such-citation", `[${unknown}]`);
  if (tellsOther(ownWords(text, evidence), language)) return dropped(draft, "wrong-language");
  const isOf = (unit: Unit) => cited.length === 0 || unit.passages.some((n) => cited.includes(n));
  const units = evidence.units.filter(isOf);
  const articles = [...new Set(units.map(({ articleId }) => articleId))].flatMap(
    (id): Article[] => {
      const article = lookup(id);
      return article === null ? [] : [article];
    },
  );
  const { fault, sources, shown } = judgeSentence(text, language, units, articles, evidence);
  if (fault !== null)
    return dropped(
      draft,
      cited.length === 0 && fault.reason === "uncovered-words" ? "no-citation" : fault.reason,
      fault.detail,
    );
  const numbers = citationsOf(cited, [...shown, ...sources]);
  if (numbers.length === 0) return dropped(draft, "no-citation");
  return {
    text,
    citations: numbers,
    kept: true,
    reason: null,
    detail: null,
    evidence: shown.slice(0, MOST_EVIDENCE).flatMap(({ passages, quote }) => {
      const n = passages.find((one) => numbers.includes(one));
      return n === undefined ? [] : [{ n, quote }];
    }),
  };
}

/** True for a text that is surely in another language. */
const tellsOther = (text: string, language: Language) =>
  text.trim().length > LEAST_TELLING && tellsLanguage(text) && detectLanguage(text) !== language;

/** The cited numbers that bring something; for a sentence without any those of its sources. */
function citationsOf(cited: readonly number[], sources: readonly Unit[]): number[] {
  const needed = new Set<number>();
  for (const { passages } of sources) {
    const own = cited.length === 0 ? passages : passages.filter((n) => cited.includes(n));
    if (own.length > 0 && !own.some((n) => needed.has(n))) needed.add(own[0]!);
  }
  return [...needed].sort((a, b) => a - b);
}

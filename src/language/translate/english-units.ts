import {
  nameOfSyllables,
  personName,
  unknownForms,
  unknownName,
  vietnameseName,
} from "./english-names.ts";
import type { Token } from "./english-tokens.ts";
import { type Entry, englishLexicon, longestPhrase, type Match } from "./lexicon.ts";
import { englishQuestionWords, isNominal, type Unit } from "./unit.ts";

const NOUN_BEFORE = new Set(
  "the a an this that his her their its during after before on for of first last latest next which what many official state from".split(
    " ",
  ),
);
const POSTED = new Set([
  "đại sứ",
  "Đại sứ quán",
  "Tổng lãnh sự",
  "Tổng lãnh sự quán",
  "lãnh sự quán",
]);

/** Words that ask in a question and open a clause in a statement. */
const CLAUSE_WORD = /^(?:who|whom|whose|which|where|when|why|how|what)$/u;

/** "the envoy who came", "the letter that made": a clause begins, nothing is asked. */
function isRelative(token: Token, units: readonly Unit[], isStatement: boolean): boolean {
  if (token.key === "that" || (isStatement && CLAUSE_WORD.test(token.key))) return true;
  const asked = units.some((unit) => unit.class === "q");
  // "What did he say when he came?": the first word that asks is the question.
  if (asked && token.key === "when") return true;
  return (
    asked && isNominal(units.at(-1)) && /^(?:who|whom|whose|which|where|when)$/u.test(token.key)
  );
}

/** What was read before a word, as far as it decides what the word is. */
interface Before {
  /** The word itself, its last one. */
  readonly key: string;
  readonly token: Token | undefined;
  readonly unit: Unit | undefined;
  /** An auxiliary (did, will) waits for its verb. */
  readonly verbDue: boolean;
  readonly verbSeen: boolean;
}

/** Endings of English nouns for what is done: "mediation", "treatment". */
const DEED = /(?:tion|sion|ment)$/u;

/** True for a word that Vietnamese has as a verb alone, where English has a noun: "what kind of mediation". */
function isNounOf({ class: of }: Entry, { key, verbDue }: Before): boolean {
  return of === "v" && DEED.test(key) && !verbDue;
}

/** Chooses among the renderings of a phrase: "visit" is a verb after "did", a noun after "the". */
function chooseEntry(entries: readonly Entry[], before: Before): Entry {
  const verb = entries.find((entry) => entry.class === "v");
  const other = entries.find((entry) => entry.class !== "v");
  const { token, unit, verbDue, verbSeen } = before;
  if (other === undefined && verb !== undefined && isNounOf(verb, before))
    return { ...verb, class: "n" };
  if (verb === undefined || other === undefined) return entries[0]!;
  if (token?.key === "to") return verb;
  // "When did they last meet": the verb is still to come.
  if (token?.key === "last" && verbDue) return verb;
  if (token !== undefined && (token.possessive || NOUN_BEFORE.has(token.key))) return other;
  if (verbDue) return verb;
  if (verbSeen && other.class === "n") return other;
  const modified = unit?.class === "a" || unit?.class === "m";
  return modified || other.class === "a" ? other : verb;
}

/** "tại" or "đến" for in, at and to before a place; undefined where Vietnamese says nothing. */
function placePreposition(
  tokens: readonly Token[],
  at: number,
  length: number,
  previous: Unit | undefined,
): string | undefined {
  const key = tokens[at]!.key;
  const next = tokens[at + length];
  if (next === undefined || length !== 1 || /^(?:đến|bay tới)$/u.test(previous?.vi ?? ""))
    return undefined;
  const posted = previous !== undefined && POSTED.has(previous.vi);
  const bound = isNominal(previous) && !previous?.vi.startsWith("chuyến");
  if (key !== "in" && key !== "at" && !(key === "to" && bound)) return undefined;
  const place =
    longestPhrase(englishLexicon(), tokens, at + length, false)?.entries[0]?.class === "g";
  if (!place && (!next.capital || next.date !== undefined)) return undefined;
  return key === "to" && !posted ? "đến" : "tại";
}

const NUMBERS = new Map(
  "one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, i) => [word, String(i + 1)]),
);
const AUXILIARY = new Set(
  "did does do is are was were be been being will would can could has have had should".split(" "),
);
/** After these a word that can be noun or verb is the verb. */
const ASKS_VERB = new Set("did does do will would can could".split(" "));
/** Auxiliaries that are the verb itself behind another one: "what did they do", "does it have". */
const MAIN_VERB = new Set("do have".split(" "));

type Draft = Omit<Unit, "gap">;

/** One step of reading: what the tokens from a place on are. */
interface Step {
  /** Tokens read. */
  readonly length: number;
  readonly unit?: Draft;
  /** A word that no table knows. */
  readonly untranslated?: string;
  /** What follows starts a new noun phrase. */
  readonly gapAfter?: boolean;
}

interface State {
  readonly tokens: readonly Token[];
  readonly allLower: boolean;
  readonly isStatement: boolean;
  readonly units: Unit[];
  verbDue: boolean;
  verbSeen: boolean;
}

/**
 * Renders the words of an English question or statement one by one, still in English order.
 *
 * @returns `untranslated` holds lower-case words that no table knows.
 */
export function englishUnits(
  tokens: readonly Token[],
  isStatement = false,
): { units: Unit[]; untranslated: string[] } {
  const units: Unit[] = [];
  const untranslated: string[] = [];
  const allLower = !tokens.some((token, i) => i > 0 && token.capital);
  const state: State = { tokens, allLower, isStatement, units, verbDue: false, verbSeen: false };
  let gap = false;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    gap ||= token.gap;
    const step = read(state, i);
    const last = units.at(-1);
    if (step.unit !== undefined) {
      if (token.dash && step.unit.class === "g" && last?.class === "g") {
        units[units.length - 1] = { ...last, vi: `${last.vi} - ${step.unit.vi}` };
      } else units.push({ ...step.unit, gap });
      gap = false;
    }
    if (step.untranslated !== undefined) untranslated.push(step.untranslated);
    if (step.gapAfter === true) gap = true;
    i += step.length;
  }
  return { units, untranslated };
}

function read(state: State, at: number): Step {
  const { tokens, allLower } = state;
  const token = tokens[at]!;
  if (token.date !== undefined) return one({ class: "c", vi: token.date, source: "" });
  const question = longestPhrase(englishQuestionWords(), tokens, at, false);
  const match = phraseAt(tokens, at);
  const whole = allLower
    ? 0
    : vietnameseName(tokens, at, match, state.units.at(-1)?.class === "t") ||
      nameOfSyllables(tokens, at, match);
  if (whole > 0) {
    const typed = typedWords(tokens, at, whole);
    return { length: whole, unit: { class: "p", vi: typed, source: typed } };
  }
  const name = personName(tokens, at, match, allLower);
  if (name !== undefined) {
    const forms = [...name.forms, name.source];
    return {
      length: name.length,
      unit: { class: "p", vi: forms[0]!, forms, source: name.source },
    };
  }
  if (isRelative(token, state.units, state.isStatement)) {
    if (token.key === "when" && !state.isStatement)
      return one({ class: "c", vi: "khi", source: "when" });
    const vi = state.isStatement && /^wh(?:o|ich|ere)$/u.test(token.key) ? "," : "";
    return one({ class: "c", vi, source: token.key });
  }
  if (question !== undefined && question.length >= (match?.length ?? 0)) {
    const source = joined(tokens, at, question.length);
    return { length: question.length, unit: { ...question.entries[0]!, source } };
  }
  const auxiliary = AUXILIARY.has(token.key) && !(state.verbDue && MAIN_VERB.has(token.key));
  if (auxiliary && (match?.length ?? 1) === 1) {
    state.verbDue ||= ASKS_VERB.has(token.key);
    // "The delegation will visit …": right before its verb it tells what is still to come.
    const next = token.key === "will" ? tokens[at + 1] : undefined;
    const announces =
      next !== undefined &&
      (next.key === "be" ||
        longestPhrase(englishLexicon(), tokens, at + 1, true)?.entries.some(
          (entry) => entry.class === "v",
        ));
    if (announces) return one({ class: "c", vi: "sẽ", source: token.key });
    return one({ class: "x", vi: "", source: token.key });
  }
  const pronounUs = token.text === "us" && !allLower;
  if (match !== undefined && !pronounUs) return known(state, at, match);
  if (/^(?:19|20)\d\d$/u.test(token.key))
    return one({ class: "c", vi: `năm ${token.text}`, source: "year" });
  const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/u.exec(token.key);
  if (ordinal !== null)
    return {
      unit: { class: "a", vi: `lần thứ ${ordinal[1]}`, source: token.text },
      length: 1,
    };
  if (/^\d/u.test(token.key) || NUMBERS.has(token.key)) {
    const vi = NUMBERS.get(token.key) ?? token.text.replace("%", " phần trăm");
    return one({ class: "m", vi, source: token.key });
  }
  return unknown(state, at);
}

/** "the people's council" holds no "the people". */
function phraseAt(tokens: readonly Token[], at: number): Match | undefined {
  const match = longestPhrase(englishLexicon(), tokens, at, true);
  if (tokens[at]!.key !== "the" || match?.length !== 2) return match;
  const behind = longestPhrase(englishLexicon(), tokens, at + 1, true);
  return (behind?.length ?? 0) < 2 ? match : { length: 1, entries: [{ vi: "-", class: "d" }] };
}

function one(unit: Draft): Step {
  return { length: 1, unit };
}

/** "did they last meet": how long is not asked where a verb follows. */
function isLatest({ tokens, verbDue }: State, at: number): boolean {
  if (tokens[at]!.key !== "last" || !verbDue) return false;
  const next = longestPhrase(englishLexicon(), tokens, at + 1, true);
  return next?.entries.some((entry) => entry.class === "v") === true;
}

const ARTICLE = /^(?:the|a|an|this|its|their)$/u;

/** "the estimated cost", "a planned visit": what is done tells of a thing. */
function isParticiple({ tokens, verbDue }: State, at: number, length: number): boolean {
  const next = tokens[at + 1];
  if (length !== 1 || verbDue || next === undefined || next.gap) return false;
  if (!tokens[at]!.key.endsWith("ed") || !ARTICLE.test(tokens[at - 1]?.key ?? "")) return false;
  const behind = longestPhrase(englishLexicon(), tokens, at + 1, true);
  return behind?.entries.some((entry) => entry.class === "n" || entry.class === "a") === true;
}

function known(state: State, at: number, match: Match): Step {
  const { tokens, units } = state;
  const { length } = match;
  if (length === 1 && isLatest(state, at))
    return one({ class: "c", vi: "gần nhất", source: "last" });
  const chosen = chooseEntry(match.entries, {
    ...state,
    key: tokens[at + length - 1]!.key,
    token: tokens[at - 1],
    unit: units.at(-1),
  });
  const source = joined(tokens, at, length);
  const entry = isParticiple(state, at, length) ? { ...chosen, class: "a" as const } : chosen;
  if (entry.class === "d") {
    const vi = source === "by" ? "bởi" : placePreposition(tokens, at, length, units.at(-1));
    return {
      length,
      gapAfter: true,
      ...(vi !== undefined && { unit: { class: "c", vi, source } }),
    };
  }
  if (entry.class === "v") {
    state.verbDue = false;
    state.verbSeen = true;
  }
  return { length, unit: { ...entry, source } };
}

function unknown({ tokens, allLower }: State, at: number): Step {
  const length = unknownName(tokens, at, allLower);
  if (length === 0) return { length: 1, untranslated: tokens[at]!.text, gapAfter: true };
  const typed = typedWords(tokens, at, length);
  const forms = unknownForms(tokens, at, typed);
  const unit: Draft = { class: "p", vi: forms[0]!, source: typed };
  return { length, unit: forms.length === 1 ? unit : { ...unit, forms } };
}

function typedWords(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(" ");
}

function joined(tokens: readonly Token[], start: number, length: number): string {
  return tokens
    .slice(start, start + length)
    .map((token) => token.key)
    .join(" ");
}

import { chooseEntry, isRelative, placePreposition } from "./english-context.ts";
import { personName, placeForms, unknownName } from "./english-names.ts";
import type { Token } from "./english-tokens.ts";
import { englishLexicon } from "./lexicon.ts";
import { longestPhrase, type Match } from "./phrase-match.ts";
import { englishQuestionWords } from "./question-words.ts";
import type { Unit } from "./unit.ts";

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
  readonly units: Unit[];
  verbDue: boolean;
  verbSeen: boolean;
}

/**
 * Renders the words of an English question one by one, still in English order.
 *
 * @returns `untranslated` holds lower-case words that no table knows.
 */
export function englishUnits(tokens: readonly Token[]): { units: Unit[]; untranslated: string[] } {
  const units: Unit[] = [];
  const untranslated: string[] = [];
  const allLower = !tokens.some((token, i) => i > 0 && token.capital);
  const state: State = { tokens, allLower, units, verbDue: false, verbSeen: false };
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
  const match = longestPhrase(englishLexicon(), tokens, at, true);
  const name = personName(tokens, at, match, allLower);
  if (name !== undefined) {
    const forms = [...name.forms, name.source];
    return {
      length: name.length,
      unit: { class: "p", vi: forms[0]!, forms, source: name.source },
    };
  }
  if (isRelative(token, state.units)) return one({ class: "c", vi: "", source: token.key });
  if (question !== undefined && question.length >= (match?.length ?? 0)) {
    const source = joined(tokens, at, question.length);
    return { length: question.length, unit: { ...question.entries[0]!, source } };
  }
  const auxiliary = AUXILIARY.has(token.key) && !(state.verbDue && MAIN_VERB.has(token.key));
  if (auxiliary && (match?.length ?? 1) === 1) {
    state.verbDue ||= ASKS_VERB.has(token.key);
    return one({ class: "x", vi: "", source: token.key });
  }
  const pronounUs = token.text === "us" && !allLower;
  if (match !== undefined && !pronounUs) return known(state, at, match);
  if (/^(?:19|20)\d\d$/u.test(token.key)) {
    return one({ class: "c", vi: `năm ${token.text}`, source: "year" });
  }
  if (/^\d/u.test(token.key) || NUMBERS.has(token.key)) {
    const vi = NUMBERS.get(token.key) ?? token.text.replace("%", " phần trăm");
    return one({ class: "m", vi, source: token.key });
  }
  return unknown(state, at);
}

function one(unit: Draft): Step {
  return { length: 1, unit };
}

function known(state: State, at: number, match: Match): Step {
  const { tokens, units } = state;
  const { length } = match;
  const entry = chooseEntry(match.entries, { ...state, token: tokens[at - 1], unit: units.at(-1) });
  const source = joined(tokens, at, length);
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
  const typed = tokens
    .slice(at, at + length)
    .map((part) => part.text)
    .join(" ");
  const places = length === 1 ? placeForms(tokens, at) : [];
  const forms = places.length === 0 ? undefined : [...places, typed];
  return {
    length,
    unit: { class: "p", vi: forms?.[0] ?? typed, source: typed, ...(forms && { forms }) },
  };
}

function joined(tokens: readonly Token[], start: number, length: number): string {
  return tokens
    .slice(start, start + length)
    .map((token) => token.key)
    .join(" ");
}

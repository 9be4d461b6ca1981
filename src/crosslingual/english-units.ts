import { hasMarks } from "../text/fold.ts";
import type { Token } from "./english-tokens.ts";
import { type Entry, englishLexicon } from "./lexicon.ts";
import type { PhraseTrie } from "./phrase-trie.ts";
import { isPinyinSurname, pinyinNameForms, pinyinPlaceForms } from "./pinyin.ts";
import { englishQuestionWords } from "./question-words.ts";
import { baseForms } from "./stem.ts";
import { isNominal, type Unit } from "./unit.ts";
import { isSyllableShaped } from "./vietnamese-syllable.ts";

interface Match {
  readonly length: number;
  readonly entries: readonly Entry[];
}

const NUMBERS = new Map(
  "one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, i) => [word, String(i + 1)]),
);
const NOUN_BEFORE = new Set(
  "the a an this that his her their its during after before on for of first last latest next which what many official state from".split(
    " ",
  ),
);
const AUXILIARY = new Set(
  "did does do is are was were be been being will would can could has have had should".split(" "),
);
/** After these a word that can be noun or verb is the verb. */
const ASKS_VERB = new Set("did does do will would can could".split(" "));
/** Auxiliaries that are the verb itself behind another one: "what did they do", "does it have". */
const MAIN_VERB = new Set("do have".split(" "));
const PLACE_WORDS = new Set("city county prefecture town district province border".split(" "));
const POSTED = new Set([
  "đại sứ",
  "Đại sứ quán",
  "Tổng lãnh sự",
  "Tổng lãnh sự quán",
  "lãnh sự quán",
]);

/**
 * Renders the words of an English question one by one, still in English order.
 *
 * @returns `untranslated` holds lower-case words that no table knows.
 */
export function englishUnits(tokens: readonly Token[]): { units: Unit[]; untranslated: string[] } {
  const units: Unit[] = [];
  const untranslated: string[] = [];
  const allLower = !tokens.some((token, i) => i > 0 && token.capital);
  let gap = false;
  let verbDue = false;
  let verbSeen = false;
  const push = (unit: Omit<Unit, "gap">) => {
    units.push({ ...unit, gap });
    gap = false;
  };
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i]!;
    gap ||= token.gap;
    if (token.date !== undefined) {
      push({ class: "c", vi: token.date, source: "" });
      i++;
      continue;
    }
    const question = longest(englishQuestionWords(), tokens, i, false);
    const match = longest(englishLexicon(), tokens, i, true);
    const name = personName(tokens, i, match, allLower);
    if (name !== undefined) {
      push({
        class: "p",
        vi: name.forms[0]!,
        forms: [...name.forms, name.source],
        source: name.source,
      });
      i += name.length;
    } else if (isRelative(token, units)) {
      push({ class: "c", vi: "", source: token.key });
      i++;
    } else if (question !== undefined && question.length >= (match?.length ?? 0)) {
      push({ ...question.entries[0]!, source: joined(tokens, i, question.length) });
      i += question.length;
    } else if (
      AUXILIARY.has(token.key) &&
      (match?.length ?? 1) === 1 &&
      !(verbDue && MAIN_VERB.has(token.key))
    ) {
      push({ class: "x", vi: "", source: token.key });
      verbDue ||= ASKS_VERB.has(token.key);
      i++;
    } else if (match !== undefined && !(token.key === "us" && token.text === "us" && !allLower)) {
      const entry = chooseEntry(match.entries, tokens[i - 1], units.at(-1), verbDue, verbSeen);
      if (entry.class === "d") {
        const place = placePreposition(tokens, i, match.length, units.at(-1));
        if (place !== undefined) push({ class: "c", vi: place, source: token.key });
        else if (token.key === "by") push({ class: "c", vi: "bởi", source: "by" });
        gap = true;
      } else {
        if (entry.class === "v") {
          verbDue = false;
          verbSeen = true;
        }
        const last = units.at(-1);
        if (token.dash && entry.class === "g" && last?.class === "g") {
          units[units.length - 1] = { ...last, vi: `${last.vi} - ${entry.vi}` };
          i += match.length;
          continue;
        }
        push({ class: entry.class, vi: entry.vi, source: joined(tokens, i, match.length) });
      }
      i += match.length;
    } else if (/^\d/u.test(token.key)) {
      const year = /^(?:19|20)\d\d$/u.test(token.key);
      push(
        year
          ? { class: "c", vi: `năm ${token.text}`, source: "year" }
          : { class: "m", vi: token.text.replace("%", " phần trăm"), source: token.key },
      );
      i++;
    } else if (NUMBERS.has(token.key)) {
      push({ class: "m", vi: NUMBERS.get(token.key)!, source: token.key });
      i++;
    } else {
      const length = unknownName(tokens, i, allLower);
      if (length === 0) {
        untranslated.push(token.text);
        gap = true;
        i++;
        continue;
      }
      const typed = tokens
        .slice(i, i + length)
        .map((part) => part.text)
        .join(" ");
      const forms = length === 1 ? placeForms(tokens, i) : [];
      push({
        class: "p",
        vi: forms[0] ?? typed,
        source: typed,
        ...(forms.length > 0 && { forms: [...forms, typed] }),
      });
      i += length;
    }
  }
  return { units, untranslated };
}

/** "the envoy who came", "the letter that made": a clause begins, nothing is asked. */
function isRelative(token: Token, units: readonly Unit[]): boolean {
  if (token.key === "that") return true;
  const asked = units.some((unit) => unit.class === "q");
  return (
    asked && isNominal(units.at(-1)) && /^(?:who|whom|whose|which|where|when)$/u.test(token.key)
  );
}

function joined(tokens: readonly Token[], start: number, length: number): string {
  return tokens
    .slice(start, start + length)
    .map((token) => token.key)
    .join(" ");
}

/** The longest phrase of a trie from a token on; regular inflections count where `inflected`. */
function longest(
  root: PhraseTrie,
  tokens: readonly Token[],
  start: number,
  inflected: boolean,
): Match | undefined {
  let best: Match | undefined;
  const walk = (node: PhraseTrie, at: number) => {
    const length = at - start;
    if (node.entries.length > 0 && length > (best?.length ?? 0))
      best = { length, entries: node.entries };
    const token = tokens[at];
    if (token === undefined || token.date !== undefined || (at > start && token.gap)) return;
    for (const form of inflected ? baseForms(token.key) : [token.key]) {
      const next = node.next?.get(form);
      if (next !== undefined) walk(next, at + 1);
    }
  };
  walk(root, start);
  return best;
}

function chooseEntry(
  entries: readonly Entry[],
  before: Token | undefined,
  previous: Unit | undefined,
  verbDue: boolean,
  verbSeen: boolean,
): Entry {
  const verb = entries.find((entry) => entry.class === "v");
  const other = entries.find((entry) => entry.class !== "v");
  if (verb === undefined || other === undefined) return entries[0]!;
  if (before?.key === "to") return verb;
  if (before !== undefined && (before.possessive || NOUN_BEFORE.has(before.key))) return other;
  if (verbDue) return verb;
  if (verbSeen && other.class === "n") return other;
  const modified = previous?.class === "a" || previous?.class === "m";
  return modified || other.class === "a" ? other : verb;
}

function placePreposition(
  tokens: readonly Token[],
  at: number,
  length: number,
  previous: Unit | undefined,
): string | undefined {
  const key = tokens[at]!.key;
  const next = tokens[at + length];
  if (next === undefined || length !== 1 || /^(?:đến|bay tới)$/u.test(previous?.vi ?? "")) {
    return undefined;
  }
  const posted = previous !== undefined && POSTED.has(previous.vi);
  const bound = isNominal(previous) && !previous?.vi.startsWith("chuyến");
  if (key !== "in" && key !== "at" && !(key === "to" && bound)) return undefined;
  const place = longest(englishLexicon(), tokens, at + length, false)?.entries[0]?.class === "g";
  if (!place && (!next.capital || next.date !== undefined)) return undefined;
  return key === "to" && !posted ? "đến" : "tại";
}

/** A Chinese person's name in pinyin: a surname and one or two words that no longer phrase covers. */
function personName(
  tokens: readonly Token[],
  start: number,
  match: Match | undefined,
  allLower: boolean,
): { forms: string[]; length: number; source: string } | undefined {
  const surname = tokens[start]!;
  if ((match?.length ?? 0) > 1 || match?.entries[0]?.class === "g") return undefined;
  if ((!surname.capital && !allLower) || !isPinyinSurname(surname.text)) return undefined;
  for (const length of [3, 2]) {
    const words = tokens.slice(start, start + length);
    const given = words.slice(1);
    if (words.length < length || given.some((word) => word.gap || !(word.capital || allLower)))
      continue;
    if (given.some((_, k) => longest(englishLexicon(), tokens, start + 1 + k, true) !== undefined))
      continue;
    if (allLower && match !== undefined) continue;
    const forms = pinyinNameForms(words.map((word) => word.text));
    if (forms.length > 0)
      return { forms, length, source: words.map((word) => word.text).join(" ") };
  }
  return undefined;
}

/** How many words from here on are a name that no table knows; 0 for a plain word. */
function unknownName(tokens: readonly Token[], start: number, allLower: boolean): number {
  const known = (at: number) =>
    longest(englishLexicon(), tokens, at, true) !== undefined ||
    longest(englishQuestionWords(), tokens, at, false) !== undefined;
  const nameLike = (token: Token) => token.capital || hasMarks(token.text);
  let end = start;
  while (end < tokens.length && (end === start || (!tokens[end]!.gap && !known(end)))) {
    const token = tokens[end]!;
    if (token.date !== undefined || /^\d/u.test(token.key)) break;
    if (!nameLike(token) && !(allLower && isSyllableShaped(token.key))) break;
    end++;
  }
  const first = tokens[start]!;
  const lone = end - start === 1;
  if (lone && !hasMarks(first.text) && (allLower ? !first.capital || start === 0 : start === 0))
    return 0;
  return end - start;
}

function placeForms(tokens: readonly Token[], at: number): string[] {
  const near = [tokens[at + 1]?.key, tokens[at - 1]?.key, tokens[at - 2]?.key];
  return near.some((key) => key !== undefined && PLACE_WORDS.has(key))
    ? pinyinPlaceForms(tokens[at]!.text)
    : [];
}

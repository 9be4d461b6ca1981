import { FOLDED_SURNAMES, fold, hasMarks, isSyllableShaped } from "../text/index.ts";
import type { Token } from "./english-tokens.ts";
import { isPinyinSurname, pinyinNameForms, pinyinPlaceForms } from "./han-viet.ts";
import { englishLexicon, longestPhrase, type Match } from "./lexicon.ts";
import { englishQuestionWords } from "./unit.ts";

const PLACE_WORDS = new Set("city county prefecture town district province border".split(" "));

/** A Chinese person's name in pinyin: a surname and one or two words that no longer phrase covers. */
export function personName(
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
    if (
      given.some(
        (_, k) => longestPhrase(englishLexicon(), tokens, start + 1 + k, true) !== undefined,
      )
    )
      continue;
    if (allLower && match !== undefined) continue;
    const forms = pinyinNameForms(words.map((word) => word.text));
    if (forms.length > 0)
      return { forms, length, source: words.map((word) => word.text).join(" ") };
  }
  return undefined;
}

/** How many words from here on are a name that no table knows; 0 for a plain word. */
export function unknownName(tokens: readonly Token[], start: number, allLower: boolean): number {
  const known = (at: number) =>
    longestPhrase(englishLexicon(), tokens, at, true) !== undefined ||
    longestPhrase(englishQuestionWords(), tokens, at, false) !== undefined;
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

/** Most forms of a single word in pinyin; rarer characters are seldom those of a place. */
const MOST_PLACE_FORMS = 80;

/**
 * Forms of a name that no table knows: of a place in pinyin where a word like "city" stands beside it ("Jingxi county"),
 * else as typed, with those that it has as pinyin behind ("Zuojiang", Tả Giang), of which only a corpus can tell.
 */
export function unknownForms(tokens: readonly Token[], at: number, typed: string): string[] {
  const { text } = tokens[at]!;
  if (typed !== text) return [typed];
  const near = [tokens[at + 1]?.key, tokens[at - 1]?.key, tokens[at - 2]?.key];
  const isPlace = near.some((key) => key !== undefined && PLACE_WORDS.has(key));
  const places = isSyllableShaped(fold(text)) ? [] : pinyinPlaceForms(text);
  return isPlace ? [...places, typed] : [typed, ...places.slice(0, MOST_PLACE_FORMS)];
}

/**
 * Two words from here on where the first is also an everyday English one and no table knows the second: "Ban Lau" is no ban;
 * 0 for anything else.
 */
export function nameOfSyllables(
  tokens: readonly Token[],
  at: number,
  match: Match | undefined,
): number {
  const [first, second] = [tokens[at]!, tokens[at + 1]];
  if (match === undefined || match.length > 1 || at === 0 || second === undefined) return 0;
  if (match.entries.some(({ class: of }) => /^[gpt]$/u.test(of))) return 0;
  if (!isNamePart(tokens, at, true) || !isNamePart(tokens, at + 1, false) || first.possessive)
    return 0;
  const isKnown = longestPhrase(englishLexicon(), tokens, at + 1, false) !== undefined;
  return isKnown ? 0 : 2;
}

/** Words of a Vietnamese name. */
const MOST_NAME_WORDS = 4;
/** Auxiliaries that are names too. */
const VERBS = new Set(["do", "can", "may", "was", "had"]);
/** Behind a name these make a place of it: "Ma Ly Pho border gate". */
const OF_PLACE = new Set(
  "border gate checkpoint commune ward district province city town village port bridge river pass street mountain island airport station international".split(
    " ",
  ),
);

/**
 * How many words from here on are a Vietnamese name that holds an everyday English word: "Chu The Hung", "Tan A Phan",
 * "Do Thanh Mich"; 0 for anything else.
 *
 * @param afterTitle A title stands before: two words are enough then ("President To Lam").
 */
export function vietnameseName(
  tokens: readonly Token[],
  start: number,
  match: Match | undefined,
  afterTitle: boolean,
): number {
  if (!FOLDED_SURNAMES.has(fold(tokens[start]!.key)) || (match?.length ?? 0) > 1) return 0;
  let end = start;
  while (end - start < MOST_NAME_WORDS && isNamePart(tokens, end, end === start)) end++;
  const length = end - start;
  if (length < (afterTitle ? 2 : 3) || OF_PLACE.has(tokens[end]?.key ?? "")) return 0;
  const isEveryday = (at: number) =>
    VERBS.has(tokens[at]!.key) || longestPhrase(englishLexicon(), tokens, at, true) !== undefined;
  return tokens.slice(start, end).some((_, k) => isEveryday(start + k)) ? length : 0;
}

function isNamePart(tokens: readonly Token[], at: number, isFirst: boolean): boolean {
  const token = tokens[at];
  if (token?.capital !== true || token.date !== undefined) return false;
  return (isFirst || (!token.gap && !token.dash)) && isSyllableShaped(fold(token.key));
}

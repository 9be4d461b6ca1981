import {
  type DateMention,
  datesIn,
  fold,
  hasMarks,
  phraseSet,
  terms,
} from "../../language/text/index.ts";
import type { Language } from "../../model/index.ts";
import {
  ABOUT_PERSON,
  ASPECTS,
  BARE_HONORIFIC,
  BARE_QUESTION,
  BARE_WORDS,
  BESIDE_NAMES,
  EVENT_WORDS,
  LEAD,
  NOT_ABOUT_VISITS,
  PERSON_WORDS,
  PLACE_WORDS,
  TAIL,
} from "./follow-up-words.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import { findQuestionWords } from "./question-words.ts";

/** How a question hangs on the one before it. */
export type FollowUp =
  /** "Ông ấy giữ chức gì?": a person's name is missing. */
  | { readonly kind: "person"; readonly start: number; readonly end: number }
  /** "Chuyến thăm đó kéo dài bao lâu?", "Ai chủ trì?": what happened is missing. */
  | { readonly kind: "event"; readonly rest: string; readonly adverbial: boolean }
  /** "Giữ chức vụ gì?": the subject is missing. */
  | { readonly kind: "subject"; readonly rest: string }
  /** "Còn Lào Cai?", "thế năm 2023 thì sao?": everything but a name or a date is missing. */
  | {
      readonly kind: "swap";
      readonly rest: string;
      readonly mentions: readonly Mention[];
      readonly date: DateMention | null;
    };

/** Words that may stand before a pronoun; behind more of them it refers to something in its own question. */
const MAX_WORDS_BEFORE = 5;
const MAX_BARE_WORDS = 8;
/** Longer questions stand by themselves; Chinese ones count characters. */
const MAX_WORDS: Readonly<Record<Language, number>> = { vi: 18, en: 16, zh: 30 };
const MARKED_BARE_WORDS = phraseSet(BARE_WORDS);
const FOLDED_BARE_WORDS = phraseSet(BARE_WORDS.map(fold));
const ADVERBIALS = new Set(["date", "time", "place", "reason"]);
/** Marks at the end of a question. */
export const QUESTION_END = /(?<![\s?？!！.。…])[\s?？!！.。…]+$/u;

/** Reads how a question hangs on the one before it; null where it stands by itself, or may do so. */
export function readFollowUp(text: string, language: Language): FollowUp | null {
  const core = text.replace(QUESTION_END, "");
  if (terms(core).length > MAX_WORDS[language] || NOT_ABOUT_VISITS.test(core)) return null;
  const lead = LEAD[language](core);
  const led = lead === null ? core : core.slice(lead.end).replace(/^[\s,，]+/u, "");
  const rest = led.replace(TAIL[language], "");
  const linked = lead !== null || rest !== led;
  return (
    readPronoun(core, led, language) ??
    readSwap(rest, linked, language) ??
    readBare(led, rest, lead !== null, language)
  );
}

/** What a question refers to by a pronoun, unless it names it itself. */
function readPronoun(core: string, led: string, language: Language): FollowUp | null {
  const mentions = mentionsIn(core, language);
  const isOwn = (start: number, kinds: readonly Mention["kind"][]) => {
    const before = core.slice(0, start);
    return (
      mentions.some((m) => m.start < start && kinds.includes(m.kind)) ||
      terms(before).length > (language === "zh" ? 2 : 1) * MAX_WORDS_BEFORE
    );
  };
  const person = PERSON_WORDS[language](core);
  if (person !== null) {
    // "When he visited Hanoi, what did Xi say?": the name may also follow.
    const named = mentions.some((m) => m.kind === "person" && core.slice(0, m.start).includes(","));
    return named || isOwn(person.start, ["person"]) ? null : { kind: "person", ...person };
  }
  const bare = language === "vi" && mentions.length === 0 ? BARE_HONORIFIC.exec(led) : null;
  if (bare !== null) {
    const start = core.length - led.length;
    return { kind: "person", start, end: start + bare[0].length };
  }
  const offset = core.length - led.length;
  const event = EVENT_WORDS[language](led) ?? PLACE_WORDS[language](led);
  if (event === null || isOwn(offset + event.start, ["person", "place"])) return null;
  if (datesIn(core.slice(0, offset + event.start), { bareYears: true }).length > 0) return null;
  return { kind: "event", rest: led, adverbial: false };
}

/** A name or a date with nothing else beside it that a question could live on. */
function readSwap(rest: string, linked: boolean, language: Language): FollowUp | null {
  const mentions = mentionsIn(rest, language);
  const dates = datesIn(rest, { bareYears: true });
  if (dates.length > 1 || mentions.length + dates.length === 0) return null;
  // A bare name is no question; a bare date can only be one about the same event.
  if (!linked && mentions.length > 0) return null;
  const ranges = [
    ...mentions.map((m) => ({ start: m.fullStart, end: m.end })),
    ...dates.map(({ start, end }) => ({ start, end })),
  ];
  const others = terms(rest).filter(
    (term) =>
      !ranges.some(({ start, end }) => start <= term.start && term.end <= end) &&
      !BESIDE_NAMES[language].test(term.marked),
  );
  if (others.length > 0) return null;
  return { kind: "swap", rest, mentions, date: dates[0] ?? null };
}

/** Question words without content of their own. */
function readBare(led: string, rest: string, linked: boolean, language: Language): FollowUp | null {
  const toFollowUp = (words: string, adverbial: boolean): FollowUp =>
    ABOUT_PERSON[language].test(words)
      ? { kind: "subject", rest: words }
      : { kind: "event", rest: words, adverbial };
  if (language !== "vi") {
    if (!BARE_QUESTION[language].test(led)) return null;
    return toFollowUp(led, false);
  }
  const aspect = linked ? ASPECTS.get(fold(rest)) : undefined;
  if (aspect !== undefined) return toFollowUp(aspect, !aspect.includes("kết quả"));
  const list = terms(led);
  if (list.length === 0 || list.length > MAX_BARE_WORDS) return null;
  if (datesIn(led, { bareYears: true }).length > 0 || mentionsIn(led, "vi").length > 0) return null;
  const unmarked = !hasMarks(led);
  const found = findQuestionWords(list, unmarked);
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  const bareWords = unmarked ? FOLDED_BARE_WORDS : MARKED_BARE_WORDS;
  let content = 0;
  for (let i = 0; i < list.length; ) {
    const asked = found.find((f) => f.from === i);
    const length = asked === undefined ? bareWords.longestAt(words, i) : asked.to - asked.from;
    if (length === 0) return null;
    if (asked === undefined) content++;
    i += length;
  }
  const main = found.find((f) => f.type !== "phrase") ?? found[0];
  // "Thế thì sao?" asks nothing.
  if (linked && list.length === 1 && list[0]!.folded === "sao") return null;
  // "Gì?", "thế nào?" alone ask for nothing that could be found.
  if (main === undefined || (main.type === "phrase" && content === 0)) return null;
  return toFollowUp(led, content === 0 && ADVERBIALS.has(main.type));
}

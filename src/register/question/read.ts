import type { Question } from "../../question/question.ts";
import { foldAligned, hasMarks } from "../../text/fold.ts";
import { terms } from "../../text/terms.ts";
import type { VisitFilter } from "../filter.ts";
import type { VisitKind } from "../visit.ts";
import { readIntent } from "./intent.ts";
import { type Named, namesIn } from "./names.ts";
import { isNeutral } from "./neutral-words.ts";
import { readPeriod, type TextRange } from "./period.ts";
import type { RegisterIntent, RegisterQuestion } from "./register-question.ts";
import { type Role, roleOf } from "./roles.ts";

/** Longer questions ask for more than a visit can tell. */
const MAX_WORDS = 40;
/** Kinds of meetings that a question may mean by their own name; the others go by any. */
const KINDS: readonly (readonly [RegExp, readonly VisitKind[]])[] = [
  [
    /(?:(?:cuoc|buoi|lan) (?:hoi dam|hoi kien)|hoi (?:dam|kien)(?: voi)? nhung (?:ai|nguoi))(?![a-z])/u,
    ["hội đàm", "hội kiến"],
  ],
  [/(?:cuoc|buoi|chuyen|lan|di) khao sat(?![a-z])/u, ["khảo sát"]],
];
/** Answers that a register has: when it was, which visit it was, how many there were. */
const ANSWERED: Readonly<Record<RegisterIntent, ReadonlySet<Question["answerType"]>>> = {
  count: new Set(["number", "phrase", "list", "organisation"]),
  list: new Set(["person", "phrase", "list", "organisation", "number", "place"]),
  first: new Set(["date", "phrase", "organisation", "definition"]),
  last: new Set(["date", "phrase", "organisation", "definition"]),
  next: new Set(["date", "phrase", "organisation", "list", "definition"]),
};
/** "last" as the translation of a question has it where it is no "gần nhất": kéo dài. */
const LASTING = new Set(["keo", "dai"]);
const TOPIC =
  /(?:^| )(?:ve|lien quan den|chu de|noi dung|bao cao ve|ban ve)(?: (?:viec|van de|chu de))? $/u;
/** What an article tells within itself: parts of a question that no list of visits answers. */
const WITHIN =
  /(?:^| )(?:gom (?:bao nhieu|may|nhung)|bao nhieu nguoi|thanh vien|vi sao|tai sao|nhu the nao|ra sao|de lam gi|noi gi|phat bieu|muc dich|may gio|bao lau|may ngay)(?: |$)/u;

/**
 * Reads a question as one for the register of visits.
 *
 * @param today `YYYY-MM-DD`, in Vietnam.
 * @returns Null for questions that passages answer, and in doubt.
 */
export function readRegisterQuestion(question: Question, today: string): RegisterQuestion | null {
  const { text, searchText, language, answerType } = question;
  const list = terms(searchText);
  if (list.length === 0 || list.length > MAX_WORDS) return null;
  const folded = list.map((term) => term.folded).join(" ");
  if (WITHIN.test(folded)) return null;
  const found = readIntent(folded, language === "vi" ? null : text);
  if (found === null || !ANSWERED[found.intent].has(answerType)) return null;
  const aligned = foldAligned(searchText);
  const period = readPeriod(searchText, today);
  const names = namesIn(searchText).filter(
    ({ start, end }) => !period.ranges.some((range) => start < range.end && range.start < end),
  );
  const sides = filterOf(aligned, names, searchText);
  const used: TextRange[] = [
    ...period.ranges,
    ...names.map(({ fullStart, end }) => ({ start: fullStart, end })),
  ];
  const kind = KINDS.find(([pattern]) => pattern.test(aligned));
  const kindWords = kind?.[0].exec(aligned);
  if (kindWords) used.push({ start: kindWords.index, end: kindWords.index + kindWords[0].length });
  const isUsed = (start: number, end: number) =>
    used.some((range) => range.start <= start && end <= range.end);
  const unmarked = !hasMarks(searchText);
  const left = list.filter(
    (term) =>
      !isUsed(term.start, term.end) &&
      !isNeutral(unmarked ? term.folded : term.marked, unmarked) &&
      !(found.intent === "last" && LASTING.has(term.folded)),
  );
  const topic = left.length > 0 && TOPIC.test(aligned.slice(0, left[0]!.start));
  const rest = left.map((term) => searchText.slice(term.start, term.end)).join(" ");
  const filter: VisitFilter = {
    ...sides,
    ...(period.from !== null && { from: period.from }),
    ...(period.to !== null && { to: period.to }),
    ...(kind !== undefined && { kinds: kind[1] }),
    ...(rest !== "" && (topic && sides.topic === undefined ? { topic: rest } : { words: rest })),
  };
  // Who and when of a single visit is told by its article; words that mean nothing here are told there as well.
  if (rest !== "" && !topic && found.intent !== "count") return null;
  const bare = Object.keys(filter).length === 0;
  if (bare && found.vague) return null;
  return {
    intent: found.intent,
    filter,
    impossible: period.impossible,
    sure: rest === "" && !found.vague,
  };
}

/** Sides, place and people of the visits that are meant, each by the words beside its name. */
function filterOf(aligned: string, names: readonly Named[], text: string): VisitFilter {
  const filter: { -readonly [K in keyof VisitFilter]: VisitFilter[K] } = {};
  const sides: string[] = [];
  const marked = hasMarks(text);
  for (const { kind, name, end, fullStart } of names) {
    const tail = aligned.slice(end);
    const told = roleOf(aligned.slice(0, fullStart), tail);
    // "chuyến thăm Mike Pompeo tới Nhật Bản", as English has it: who goes on is no goal.
    const goesOn = /^ (?:toi|den|sang) /u.exec(tail);
    const isGoing =
      told === "place" &&
      goesOn !== null &&
      (kind !== "place" || names.some((other) => other.start === end + goesOn[0].length));
    const role: Role = isGoing ? "guest" : told;
    // Tone marks tell Hưng from Hùng, which only the search for a person heeds.
    // "bàn về Biển Đông": no side, what was talked about.
    if (kind === "place" && filter.topic === undefined && TOPIC.test(aligned.slice(0, fullStart))) {
      filter.topic = name;
      continue;
    }
    if (kind === "person" && filter.person === undefined && (marked || role === "side"))
      filter.person = name;
    else if (kind === "person" && role === "side") sides.push(name);
    if (kind === "person" && role === "place") continue;
    if (role === "host" && filter.host === undefined) filter.host = name;
    else if (role === "guest" && filter.guest === undefined) filter.guest = name;
    // Whom one visits is the host, where one goes the place.
    else if (role === "place" && kind === "office" && filter.host === undefined) filter.host = name;
    else if (role === "place" && kind === "place" && filter.place === undefined)
      filter.place = name;
    else if (kind !== "person") sides.push(name);
  }
  return sides.length > 0 ? { ...filter, sides } : filter;
}

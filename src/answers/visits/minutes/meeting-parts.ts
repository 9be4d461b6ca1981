import {
  datesIn,
  dayAfter,
  ENGLISH_MONTHS,
  NEXT_DAY,
  readOnce,
  SAME_DAY,
  sentences,
} from "../../../language/text/index.ts";
import { expandedWords } from "../../../language/translate/index.ts";
import type { Article, Block, PartialDate, Passage, Visit } from "../../../model/index.ts";
import type { QueryModel } from "../../search/index.ts";
import type { Demands } from "../asked/index.ts";

/** A stretch of an article that tells of one meeting, with the heading above it. */
export interface MeetingPart extends Passage {
  /** False for what no meeting of its own begins: a lead, "Đánh giá, kiến nghị". */
  readonly tells: boolean;
  /** Its folded words between spaces, those of a Vietnamese rendering among them. */
  readonly words: string;
  /** Days and months that its opening names, or that the part before it does ("chiều cùng ngày"). */
  readonly dates: readonly PartialDate[];
  /** Sentences that it holds. */
  readonly sentences: number;
}

/** What two sides do with one another, whatever else they do. */
export const MEETING =
  /(?<!\p{L})(?:tiếp|đón|đón tiếp|hội đàm|hội kiến|làm việc|đến thăm|sang thăm|thăm|gặp|gặp gỡ|dẫn đầu|trưởng đoàn|chủ trì|received|met|hosted|visited|visits|headed|led|led by|held talks|working session|working visit)(?!\p{L})|会见|会谈|访问|率团|接待|带队/iu;

/** The day, or the time of day, of a meeting. */
export const WHEN =
  /\d{1,2}[-/.]\d{1,2}|(?:sáng|chiều|tối|trưa|ngày|hôm) (?:nay|qua|\d)|vừa qua|\bon (?:\p{L}{3,9}day\b|\p{Lu}\p{L}{2,8}\.? \d|\d{1,2} \p{Lu})|\d月\d{1,2}日|[今昨]天/iu;

/** Longer blocks are no headings. */
const HEADING_CHARS = 110;
/** Sentences of a paragraph of which one tells who met. */
const OPENING_SENTENCES = 2;
/** Days that only the part before names. */
const SAME = new RegExp(`(?<!\\p{L})(?:${SAME_DAY})(?!\\p{L})`, "iu");
const NEXT = new RegExp(`(?<!\\p{L})(?:${NEXT_DAY})(?!\\p{L})`, "iu");
/** What turns to another meeting besides a date. */
const TURNS = new RegExp(
  `(?<!\\p{L})(?:${SAME_DAY}|${NEXT_DAY}|tiếp đó|sau đó|chặng cuối|the (?:following|next|last|second|third) (?:stop|meeting)|the (?:last|second|third) day|(?:morning|afternoon|evening) of|随后)(?!\\p{L})`,
  "iu",
);
/** The first part of an article that is no longer sums the others up. */
const SUMMARY_SENTENCES = 3;
/** Evidence of a name, or of a day, next to that of two words that stand together. */
const WEIGHT = { name: 2, given: 1, day: 6, month: 3 };
/** Parts with less evidence than the best one, by this share of it, are of other meetings. */
const SHARE = 0.4;
/** With less evidence nothing tells which part is meant. */
const LEAST_EVIDENCE = 1.5;
const SURE_EVIDENCE = 3.5;

/** How sentences begin that go on with a meeting, whatever day they name: "Hai bên hẹn ngày 5/6 …", "Tại buổi tiếp, …". */
const GOES_ON =
  /^(?:[-–•*+]|hai |các |cả |kết thúc|tại (?:buổi|cuộc|hội|đây|lễ|phiên)|trong (?:quý|năm|buổi|cuộc|khuôn khổ|thời gian)|cuộc |lần |trước đó|theo |the two sides|both sides|they |at the (?:end|meeting))/iu;
/** A day as headings write it. */
const DAY = new RegExp(
  `\\d{1,2}[-/.]\\d{1,2}|(?<!\\p{L})ngày \\d|(?<!\\p{L})(?:${ENGLISH_MONTHS}) \\d|\\d月\\d{1,2}日`,
  "u",
);
/** Characters of a sentence in which the day that opens a part stands. */
const DAY_CHARS = 60;

/** "III. KẾT LUẬN", "* PHỤ NỮ HAI BÊN": a heading in a line of its own, numbered or marked or neither. */
export const CAPITALS =
  /^(?=[^\p{Ll}]*\p{Lu}{2})(?:(?:[IVX]{1,4}|\d{1,2})[.)] |[*•–-] )?[\p{Lu}\p{M}\s,–-]{4,110}$/u;

const isHeading = (block: Block, text: string): boolean =>
  block.kind === "heading" ||
  CAPITALS.test(text) ||
  (text.length <= HEADING_CHARS && !/[.!?;:,…。：][")”]?$/u.test(text) && !GOES_ON.test(text));

/** True for a sentence that begins with a day, or with another time than what stands before it. */
const isDated = (text: string): boolean => {
  const begin = text.slice(0, DAY_CHARS);
  return !GOES_ON.test(text) && (WHEN.test(begin) || DAY.test(begin) || TURNS.test(begin));
};

/** True for a paragraph in whose first sentences people meet on a day; under a heading the day suffices. */
function opens(text: string, isHeaded: boolean): boolean {
  if (GOES_ON.test(text)) return false;
  return sentences(text)
    .slice(0, OPENING_SENTENCES)
    .some(({ start, end }) => {
      const own = text.slice(start, end);
      return isDated(own) && (isHeaded || MEETING.test(own));
    });
}

/** Where the parts of an article begin, and whether each tells of a meeting of its own. */
function startsOf({ blocks, text: all }: Article): { at: number; tells: boolean }[] {
  const starts: { at: number; tells: boolean }[] = [];
  let heading = null as { at: number; tells: boolean; sure: boolean } | null;
  for (const block of blocks) {
    if (block.kind === "caption" || block.kind === "byline") continue;
    const text = all.slice(block.start, block.end);
    if (isHeading(block, text)) {
      const tells = (MEETING.test(text) || DAY.test(text)) && !GOES_ON.test(text);
      const sure = block.kind === "heading";
      heading = {
        at: heading?.at ?? block.start,
        tells: tells || heading?.tells === true,
        sure: sure || heading?.sure === true,
      };
      continue;
    }
    const tells = heading?.tells === true || opens(text, heading !== null);
    // A heading behind which nobody meets ends a meeting; what only looks like one may be an item of a list.
    if (tells || heading?.sure === true) starts.push({ at: heading?.at ?? block.start, tells });
    heading = null;
  }
  if (starts[0]?.at !== 0) starts.unshift({ at: 0, tells: false });
  return starts;
}

/** The parts of an article, each of one meeting as far as headings and openings of paragraphs tell. */
export const partsOf = readOnce((article: Article): readonly MeetingPart[] => {
  const parts: MeetingPart[] = [];
  const starts = startsOf(article);
  for (const [i, { at: start, tells }] of starts.entries()) {
    const end = starts[i + 1]?.at ?? article.text.length;
    const text = article.text.slice(start, end);
    const ranges = sentences(text);
    const opening = text.slice(0, ranges[OPENING_SENTENCES]?.end ?? text.length);
    const before = parts.at(-1)?.dates ?? [];
    const own = datesIn(opening).flatMap(({ date }): PartialDate[] =>
      date === null ? [] : [{ ...date, month: date.month ?? before.at(-1)?.month ?? null }],
    );
    const inherits = SAME.test(opening) || own.length === 0;
    const dates = NEXT.test(opening) && own.length === 0 ? before.map(dayAfter) : before;
    parts.push({
      start,
      end,
      tells,
      words: expandedWords(text),
      dates: inherits ? [...own, ...dates] : own,
      sentences: ranges.length,
    });
  }
  return parts;
});

/** The parts of an article that tell of the meeting that is meant. */
interface MeantParts {
  readonly parts: readonly Passage[];
  /** True where so much speaks for them that what was given or signed elsewhere is another matter. */
  readonly sure: boolean;
  /** True where somebody whom the question names is named there alone. */
  readonly named: boolean;
}

/** What a question has by which a part may be the meant one, with its weight. */
interface Clue {
  readonly weight: number;
  isIn(part: MeetingPart): boolean;
}

/** The names, days and pairs of words of a question by which parts are told apart. */
function cluesOf(
  { names, times, points }: Demands,
  { terms }: QueryModel,
  summary: MeetingPart | null,
): Clue[] {
  const idf = new Map(terms.map((term) => [term.folded, term.idf]));
  const holds = (words: string, weight: number): Clue => ({
    weight,
    isIn: (part) => part.words.includes(` ${words} `),
  });
  // Who came along to all meetings is named in full where all are summed up, and by title behind it.
  const isEverywhere = (words: readonly string[]) =>
    summary?.words.includes(` ${words.join(" ")} `) === true;
  const persons = names.filter(({ kind }) => kind === "person");
  const clues: Clue[] = [];
  const list = points?.list ?? [];
  list.forEach(({ folded, start, end }, i) => {
    if (persons.some((one) => one.start < end && start < one.end)) return;
    const next = list[i + 1]?.folded;
    const weight = ((idf.get(folded) ?? 0) + (idf.get(next ?? "") ?? 0)) / 2;
    const isWord = idf.has(folded) && next !== undefined && idf.has(next);
    if (isWord && !/^\d/u.test(folded) && !/^\d/u.test(next))
      clues.push(holds(`${folded} ${next}`, weight));
  });
  for (const { kind, words } of names) {
    if (kind === "person" && isEverywhere(words)) continue;
    const last = words.at(-1)!;
    if (words.length > 1) clues.push(holds(words.join(" "), WEIGHT.name));
    else if (kind !== "office") clues.push(holds(last, WEIGHT.name));
  }
  for (const { first } of times) {
    if (first.month === null) continue;
    const isDay = first.day !== null;
    clues.push({
      weight: isDay ? WEIGHT.day : WEIGHT.month,
      isIn: ({ dates }) =>
        dates.some(({ day, month }) => month === first.month && (!isDay || day === first.day)),
    });
  }
  return clues;
}

/** The parts of an article that tell of the meeting a question means; null where nothing tells them apart. */
export function meantParts(
  article: Article,
  demands: Demands,
  query: QueryModel,
): MeantParts | null {
  const parts = partsOf(article);
  const meetings = parts.filter(({ tells }) => tells);
  const [first] = meetings;
  const isSummary = first !== undefined && first.sentences <= SUMMARY_SENTENCES;
  if (meetings.length < (isSummary ? 3 : 2)) return null;
  const summary = isSummary ? first : parts[0]!.tells ? null : parts[0]!;
  const scores = new Map(meetings.map((part) => [part, 0]));
  for (const clue of cluesOf(demands, query, summary)) {
    const held = meetings.filter((part) => clue.isIn(part));
    // Whole where one part alone has it, nothing where all have.
    const weight = (clue.weight * (meetings.length - held.length)) / (meetings.length - 1);
    for (const part of held) scores.set(part, scores.get(part)! + weight);
  }
  const best = Math.max(
    ...meetings.filter((part) => part !== summary).map((part) => scores.get(part)!),
  );
  if (best < LEAST_EVIDENCE) return null;
  const isMeant = (part: MeetingPart) => scores.get(part)! >= SHARE * best;
  const named = demands.names.some(
    ({ kind, words }) =>
      kind === "person" &&
      words.length > 1 &&
      meetings.every((part) => isMeant(part) === part.words.includes(` ${words.join(" ")} `)),
  );
  return {
    parts: parts.filter((part) => !part.tells || isMeant(part)),
    named,
    // The fewer the parts, the more it takes to be sure that nothing of another one is meant.
    sure: (best * (meetings.length - 1)) / meetings.length >= SURE_EVIDENCE,
  };
}

/** True for what begins in one of some parts. */
export const isWithin = (
  parts: readonly Passage[],
  { start }: { readonly start: number },
): boolean => parts.some((part) => part.start <= start && start < part.end);

/** Of several meetings of an article, what is told of the one that a day in the question binds to. */
export function withinMeant<T extends { readonly start: number }>(
  units: readonly T[],
  visits: readonly Visit[],
  { times }: Demands,
  articleId: string,
): readonly T[] {
  if (visits.length < 2) return units;
  const days = times.filter(({ first }) => first.day !== null);
  const bound = visits.filter(({ date }) =>
    days.some(({ first }) => first.day === date.day && first.month === date.month),
  );
  const [meant] = bound;
  if (bound.length !== 1) return units;
  const begin = (visit: Visit) =>
    Math.min(
      ...[...visit.points, ...visit.sources]
        .filter((one) => one.articleId === articleId)
        .map(({ start }) => start),
    );
  const from = begin(meant!);
  const later = visits.map(begin).filter((start) => start > from);
  const to = Math.min(...later);
  return units.filter(({ start }) => start >= from && start < to);
}

import { knownPlace } from "../../language/names/index.ts";
import { sentences } from "../../language/text/index.ts";
import { foreignNames, render } from "../../language/translate/index.ts";
import type { Article, Passage, PointAct, VisitPoint, VisitReport } from "../../model/index.ts";
import { type ForeignAct, foreignActs } from "./foreign-acts.ts";
import { type Clause, MARKS, partsOf } from "./points.ts";
import { BOTH, JOINT, type Speaker } from "./speakers.ts";

/**
 * The minutes that an English or Chinese article tells of its meetings, in its own words: a verb opens a clause,
 * whoever stands before it speaks, and both hold for the items of a list behind a colon.
 */

/** Somebody who may speak, with the end of their name in the sentence. */
interface Subject extends Speaker {
  readonly end: number;
  /** Whoever spoke before. */
  readonly pronoun: boolean;
}

/** What one sentence leaves for the next. */
interface Context {
  /** Holds for items below a colon. */
  readonly carried: (Speaker & { readonly act: PointAct }) | null;
  readonly last: Speaker | null;
  /** Whole names of the article, by the words by which it goes on to call them. */
  readonly names: Map<string, string>;
}

/** Acts whose verb only reports what a verb behind it does: "said Chongzuo would hand over …". */
const REPORTING: ReadonlySet<PointAct> = new Set(["announced", "assessed"]);
const TOGETHER =
  /(?<!\p{L})(?:both (?:sides|parties|delegations|leaders)|the two (?:sides|leaders|parties|provinces|cities|organi[sz]ations|delegations|localities|agencies)|they)(?!\p{L})|双方|两地|两市|两省|两国|各方/giu;
const PRONOUN =
  /(?<!\p{L})(?:he|she|the (?:vice |deputy |provincial |city |party )*(?:mayor|governor|chairman|chairwoman|secretary|director|leader|official|ambassador|chief|minister|consul general|judge|visitor))(?!\p{L})|(?<!其)[他她](?!们)/giu;
const HOME_SIDE = /(?<!\p{L})(?:vietnamese side|viet ?nam)(?!\p{L})|越方|越南(?:方面|代表团)/giu;
const AWAY_SIDE =
  /(?<!\p{L})(?:(?:chinese|lao|korean|japanese|french|cambodian) side)(?!\p{L})|中方|中国代表团/giu;
const PLACE =
  /(?<!\p{L})\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}(?!\p{L})|\p{Script=Han}{2,4}(?:省|市|县|州|方面)/gu;
/** Characters between a name and the verb of which it is the subject. */
const REACH = 60;
/** What stands between a subject and a verb that is another one's: "…, and asked", "，并希望". */
const GOES_ON = /(?<!\p{L})(?:and|but|while|who|which)(?!\p{L})|[;；。]|[,，](?!.*[,，])/iu;
/** "Tung, head of the board, said": beside a name between commas. */
const APPOSITION = /^[,，][^,，]{3,60}[,，] ?$/u;
/** What makes an object of a name: "told Wei", "对陆文雄". */
const OBJECT =
  /(?:(?<!\p{L})(?:to|with|by|for|of|from|told|asked|met|thanked|invited|between|in|at|on|near|via)(?: (?:the|his|her|host|mr|ms|mrs|chairman|secretary|mayor|governor|vice))*\s|[对向与和同请在为由从至赴到])$/iu;
const OPENS = /[:：]\s*$/u;
const ITEM =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[-–—•*] |\d{1,2}[.)、])/u;

/** The points of each report of an article; a sentence belongs to the meeting that is told last before it. */
export function foreignMinutes(
  { text, blocks }: Article,
  reports: readonly VisitReport[],
): VisitPoint[][] {
  const minutes = reports.map((): VisitPoint[] => []);
  const begins = reports.map(({ evidence }) => evidence.kind?.[0]?.start ?? 0);
  let context: Context = { carried: null, last: null, names: new Map() };
  for (const block of blocks) {
    if (block.kind !== "lead" && block.kind !== "paragraph") continue;
    const own = text.slice(block.start, block.end);
    for (const range of sentences(own)) {
      const start = block.start + range.start;
      const at = Math.max(
        0,
        begins.findLastIndex((begin) => begin <= start),
      );
      const report = reports[at];
      if (report === undefined) continue;
      const sentence = own.slice(range.start, range.end);
      const read = readSentence(sentence, report, context);
      context = read.context;
      for (const { act, speaker, side, ...clause } of read.clauses)
        for (const part of partsOf(sentence, clause, MARKS.foreign))
          minutes[at]!.push({
            ...{ act, speaker, side },
            text: sentence.slice(part.start, part.end),
            start: start + part.start,
            end: start + part.end,
          });
    }
  }
  return minutes;
}

function readSentence(
  sentence: string,
  report: VisitReport,
  { carried, last, names }: Context,
): { readonly clauses: readonly Clause[]; readonly context: Context } {
  const subjects = subjectsIn(sentence, report, names);
  const acts = foreignActs(sentence);
  const opens = OPENS.test(sentence);
  if (acts.length === 0) {
    const clauses = carried === null ? [] : [{ ...carried, start: 0, end: sentence.length }];
    return {
      clauses,
      context: { carried: ITEM.test(sentence) || opens ? carried : null, last, names },
    };
  }
  const clauses: Clause[] = [];
  for (const act of acts) {
    const before = clauses.at(-1);
    const subject = subjectOf(sentence, subjects, act, before?.start ?? -1);
    if (before !== undefined && subject === null && isWithin(sentence, before, act)) continue;
    const speaker = speakerOf(act, subject, before ?? last);
    if (speaker === null) continue;
    // "Wei said Chongzuo would hand over …" is Wei's word, and a plan.
    const reports =
      before !== undefined && REPORTING.has(before.act) && act.start - before.start < REACH / 2;
    if (reports && act.act === "planned")
      clauses.splice(-1, 1, { ...before, act: "planned", end: sentence.length });
    else clauses.push({ ...speaker, act: act.act, start: act.start, end: sentence.length });
  }
  const parted = clauses.map((clause, i) => {
    const next = clauses[i + 1];
    return next === undefined ? clause : { ...clause, end: borderBefore(sentence, clause, next) };
  });
  const final = clauses.at(-1);
  return {
    clauses: opens ? parted.slice(0, -1) : parted,
    context: {
      carried: final !== undefined && (opens || ITEM.test(sentence)) ? final : null,
      last:
        clauses.findLast(({ side }) => side !== "both") ??
        subjects.find((one) => !one.pronoun) ??
        last,
      names,
    },
  };
}

/** A verb without a subject of its own that belongs to the clause before: what was agreed "will" be done. */
function isWithin(sentence: string, before: Clause, { act, start }: ForeignAct): boolean {
  const gap = sentence.slice(before.start, start);
  if (act === before.act) return !/[,，;；]|(?<!\p{L})and(?!\p{L})/u.test(gap);
  return (act === "planned" && !REPORTING.has(before.act)) || act === "discussed";
}

function speakerOf(
  { act }: ForeignAct,
  subject: Subject | null,
  before: Speaker | null,
): Speaker | null {
  if (JOINT.has(act)) return BOTH;
  if (subject === null || subject.pronoun)
    return before === null ? null : { speaker: before.speaker, side: before.side };
  return { speaker: subject.speaker, side: subject.side };
}

/** Whoever stands right before a verb, with nothing between that turns to another deed. */
function subjectOf(
  sentence: string,
  subjects: readonly Subject[],
  { start }: ForeignAct,
  from: number,
): Subject | null {
  const near = subjects.filter(({ end }) => end <= start && end > from && start - end <= REACH);
  return (
    near.findLast(({ end }) => {
      const gap = sentence.slice(end, start);
      return !GOES_ON.test(gap) || APPOSITION.test(gap);
    }) ?? null
  );
}

/** Everybody, both sides and each side that a sentence names as a subject, in order. */
function subjectsIn(
  sentence: string,
  { host, guest }: VisitReport,
  names: Map<string, string>,
): Subject[] {
  const found: Subject[] = [];
  const put = (start: number, end: number, speaker: Speaker, pronoun = false) => {
    const isKnown = found.some((one) => one.end > start && one.end <= end);
    if (!isKnown && !OBJECT.test(sentence.slice(Math.max(0, start - 24), start)))
      found.push({ ...speaker, end, pronoun });
  };
  const sideOf = (name: string): Speaker["side"] =>
    host.people.some((one) => one.name === name)
      ? "host"
      : guest.people.some((one) => one.name === name)
        ? "guest"
        : null;
  for (const { name } of [...host.people, ...guest.people]) remember(names, name);
  for (const { start, end } of foreignNames(sentence) ?? []) {
    const name = sentence.slice(start, end);
    if (name.includes(" ") || /^\p{Script=Han}{2,}$/u.test(name)) {
      remember(names, name);
      put(start, end, { speaker: names.get(name) ?? name, side: sideOf(names.get(name) ?? name) });
    }
  }
  for (const [called, name] of names)
    for (const { start, end } of occurrences(sentence, called))
      put(start, end, { speaker: name, side: sideOf(name) });
  for (const [pattern, speaker, pronoun] of [
    [TOGETHER, BOTH, false],
    [PRONOUN, { speaker: null, side: null }, true],
  ] as const)
    for (const { index, 0: said } of sentence.matchAll(pattern))
      put(index, index + said.length, speaker, pronoun);
  const home = host.country === "Việt Nam" ? "host" : "guest";
  const away = home === "host" ? "guest" : "host";
  const headed = (side: "host" | "guest"): Speaker => ({
    speaker: { host, guest }[side].head,
    side,
  });
  for (const [pattern, side] of [
    [HOME_SIDE, home],
    [AWAY_SIDE, away],
  ] as const)
    for (const { index, 0: said } of sentence.matchAll(pattern))
      put(index, index + said.length, headed(side));
  for (const { index, 0: said } of sentence.matchAll(PLACE)) {
    const country = countryOf(said);
    if (country === host.country) put(index, index + said.length, headed("host"));
    else if (country !== null && country === guest.country)
      put(index, index + said.length, headed("guest"));
  }
  return found.sort((a, b) => a.end - b.end);
}

/** Keeps a whole name under the words by which an English report goes on to call its bearer. */
function remember(names: Map<string, string>, name: string): void {
  if (!names.has(name)) names.set(name, name);
  const words = name.split(" ");
  if (words.length > 1)
    for (const word of [words[0]!, words.at(-1)!])
      if (word.length > 1 && !names.has(word)) names.set(word, name);
}

function* occurrences(text: string, word: string): Generator<Passage> {
  const isLetter = (ch: string | undefined) =>
    ch !== undefined && /[\p{Script=Latin}\p{M}]/u.test(ch);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (!isLetter(text[at - 1]) && !isLetter(text[end])) yield { start: at, end };
  }
}

/** The country of a place by its English or Chinese name; null for other words. */
function countryOf(said: string): string | null {
  const language = /^\p{Script=Han}/u.test(said) ? "zh" : "en";
  const rendered = render(said.replace(/方面$/u, ""), language);
  // Behind the word for its rank.
  const at = rendered.search(/\p{Lu}/u);
  return (at < 0 ? null : knownPlace(rendered.slice(at)))?.country ?? null;
}

/** Where a clause ends before the next one: at the last mark, or the word that joins them. */
function borderBefore(sentence: string, { start }: Passage, next: Passage): number {
  const between = sentence.slice(start, next.start);
  const cut = /(?:[,，;；]|(?<!\p{L})and(?!\p{L})|并|同时|且)[^,，;；]{0,60}$/u.exec(between);
  return cut === null ? next.start : start + cut.index;
}

import { sentences } from "../../../language/text/index.ts";
import type { Article, Passage, PointAct, VisitPoint, VisitReport } from "../../../model/index.ts";
import { BOTH, type Clause, JOINT, MARKS, partsOf, type Speaker } from "../points/index.ts";
import { type ForeignAct, foreignActs } from "./foreign-acts.ts";
import { type Called, calledIn, type Subject, subjectsIn } from "./foreign-subjects.ts";

/**
 * The minutes that an English or Chinese article tells of its meetings, in its own words: a verb opens a clause,
 * whoever stands before it speaks, and both hold for the items of a list behind a colon.
 */

/** What one sentence leaves for the next. */
interface Context {
  /** Holds for items below a colon. */
  readonly carried: (Speaker & { readonly act: PointAct }) | null;
  readonly last: Speaker | null;
  readonly called: Called;
}

/** Acts whose verb only reports what a verb behind it does: "said Chongzuo would hand over …". */
const REPORTING: ReadonlySet<PointAct> = new Set(["announced", "assessed"]);
/** Characters between a name and the verb of which it is the subject. */
const REACH = 60;
/** What stands between a subject and a verb that is another one's: "…, and asked", "，并希望". */
const GOES_ON = /(?<!\p{L})(?:and|but|while|who|which)(?!\p{L})|[;；。]|[,，](?!.*[,，])/iu;
/** "Tung, head of the board, said": beside a name between commas. */
const APPOSITION = /^[,，][^,，]{3,60}[,，] ?$/u;
const OPENS = /[:：]\s*$/u;
const ITEM =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[-–—•*] |\d{1,2}[.)、])/u;

/** The points of each report of an article; a sentence belongs to the meeting that is told last before it. */
export function foreignMinutes(article: Article, reports: readonly VisitReport[]): VisitPoint[][] {
  const { text, blocks } = article;
  const minutes = reports.map((): VisitPoint[] => []);
  const begins = reports.map(({ evidence }) => evidence.kind?.[0]?.start ?? 0);
  let context: Context = { carried: null, last: null, called: calledIn(article) };
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
  { carried, last, called }: Context,
): { readonly clauses: readonly Clause[]; readonly context: Context } {
  const subjects = subjectsIn(sentence, report, called);
  const acts = foreignActs(sentence);
  const opens = OPENS.test(sentence);
  if (acts.length === 0) {
    const clauses = carried === null ? [] : [{ ...carried, start: 0, end: sentence.length }];
    return {
      clauses,
      context: { carried: ITEM.test(sentence) || opens ? carried : null, last, called },
    };
  }
  const clauses: Clause[] = [];
  // "Kong blamed the rain and pledged": who opens the sentence goes on.
  const opener = subjects.find(({ start, pronoun }) => start === 0 && !pronoun) ?? null;
  for (const act of acts) {
    const before = clauses.at(-1);
    const subject =
      subjectOf(sentence, subjects, act, before?.start ?? -1) ??
      (before === undefined ? opener : null);
    if (before !== undefined && subject === null && isWithin(sentence, before, act)) continue;
    const speaker = speakerOf(act, subject, before ?? last);
    if (speaker === null) continue;
    // "Wei said Chongzuo would hand over …", "told them that firms need land" is Wei's word, and a plan or a wish.
    const told =
      before !== undefined && REPORTING.has(before.act) && isTold(sentence, act) ? before : null;
    if (told !== null && act.start - told.start < REACH)
      clauses.splice(-1, 1, { ...told, act: act.act, end: sentence.length });
    else
      clauses.push({
        ...(told ?? speaker),
        act: act.act,
        start: startOf(sentence, act, before),
        end: sentence.length,
      });
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
      called,
    },
  };
}

/** What is only told to be meant or wanted: its subject does not speak. */
const TOLD =
  /^(?:will|would|plans to|is to|are to|would like|would welcome|needs?|(?:ready|prepared|keen|eager) to|将|计划|拟)$/iu;
const isTold = (sentence: string, { start, end }: ForeignAct): boolean =>
  TOLD.test(sentence.slice(start, end));

/** Of what "was signed" or "were exchanged" the subject is what counts. */
function startOf(
  sentence: string,
  { act, start, end }: ForeignAct,
  before: Clause | undefined,
): number {
  // "… and that the desk would open": what is told begins behind "that".
  const that = sentence.lastIndexOf(" that ", start) + " that ".length;
  if (isTold(sentence, { act, start, end }) && that > Math.max(before?.start ?? 0, start - REACH))
    return that;
  const isPassive =
    /(?:was|were) $/u.test(sentence.slice(Math.max(0, start - 5), start)) ||
    /^\p{L}+ were exchanged/u.test(sentence.slice(start));
  return before === undefined && isPassive && (act === "signed" || act === "given") ? 0 : start;
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

/** Where a clause ends before the next one: at the last mark, or the word that joins them. */
function borderBefore(sentence: string, { start }: Passage, next: Passage): number {
  const between = sentence.slice(start, next.start);
  const cut = /(?:[,，;；]|(?<!\p{L})and(?!\p{L})|并|同时|且)[^,，;；]{0,60}$/u.exec(between);
  return cut === null ? next.start : start + cut.index;
}

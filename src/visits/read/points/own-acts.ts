import type { PointAct } from "../../../model/index.ts";
import { actsIn, type FoundAct } from "./acts.ts";
import { labelIn } from "./labels.ts";
import { FIGURES, MARKS } from "./points.ts";
import { BOTH, JOINT, type Speaker, type Subject } from "./speakers.ts";

/** The acts of one sentence with who does them: a name before the verb, the label of its line, or whoever spoke last. */

/** Characters that may stand between a person, or both sides, and the act. */
const REACH = 90;
/** The same for a place or body, which may as well be the object of the clause. */
const CLOSE_REACH = 18;
const CONNECTED =
  /(?:^|[,;:–-] ?|và |đồng thời |rồi |cũng |, cùng )(?:xin |trân trọng |chân thành |rất |tiếp tục |bày tỏ |cùng |nhiệt liệt |luôn |sẽ |đã |cũng |đồng thời |còn ){0,6}$/u;
const EARLIER =
  /(?<![\p{L}])(?:thời gian qua|vừa qua|trước đó|trước đây|năm (?:19|20)\d\d|hồi (?:tháng|năm|đầu)|những năm)(?![\p{L}])/u;
const { least: LEAST_CHARS } = MARKS.vietnamese;

/** "Theo đề xuất của ông A, …": whose words follow. */
const ACCORDING = /^(?:theo(?: đề xuất của| đề nghị của| lời)?) /u;
/** "Còn việc rọi đèn, theo ông, phải hỏi thêm": his words, before and behind. */
const AS_SAID = /^[^.;:,]{3,60}, theo (?:lời )?(?:ông|bà|đồng chí|ngài|anh|chị), /u;

/** "3. Ý kiến của Trưởng đoàn X: đề nghị …; niêm yết …", "5. Thống nhất: …": who, or that both, did what follows. */
export function labelled(
  text: string,
  subjects: readonly Subject[],
  last: Speaker | null,
): OwnAct[] | null {
  const label = labelIn(text);
  if (label === null) return null;
  const { act, at } = label;
  const subject = subjects.find(({ start, end }) => start >= label.end && end < at);
  if (subject === undefined && (act !== "agreed" || !label.bare)) return null;
  const speaker = subject === undefined ? BOTH : resolved(subject, last);
  const behind = { act, spoken: true, start: at, end: at, from: at, ...speaker };
  if (subject === undefined) return [behind];
  const told = subjects
    .filter(({ start }) => start >= at)
    .map((one): Subject => ({ ...one, start: one.start - at, end: one.end - at }));
  const own = ownActs(text.slice(at), told, speaker).map(
    (one): OwnAct => ({ ...one, start: one.start + at, end: one.end + at, from: one.from + at }),
  );
  return own[0]?.from === at ? own : [behind, ...own];
}

/** An act of a sentence with who does it. */
export interface OwnAct extends FoundAct, Speaker {
  /** Where its subject begins. */
  readonly from: number;
}

/** The acts of a sentence with who does them; what stands inside another's clause is part of that clause. */
export function ownActs(
  text: string,
  subjects: readonly Subject[],
  last: Speaker | null,
): OwnAct[] {
  const found: OwnAct[] = [];
  const says = (end: number, speaker: Speaker, proposes = false) => {
    const told: PointAct = FIGURES.test(text) ? "announced" : "assessed";
    const act = proposes ? "proposed" : told;
    found.push({ act, spoken: true, start: 0, end, from: 0, ...speaker });
  };
  const said = ACCORDING.exec(text)?.[0];
  const aside = said === undefined ? AS_SAID.exec(text)?.[0] : undefined;
  if (said !== undefined) {
    const subject = subjects.find(({ start }) => start <= said.length + 10);
    if (subject !== undefined && (!subject.close || subject.side !== null))
      says(subject.end, resolved(subject, last), /đề xuất|đề nghị/u.test(said));
  } else if (aside !== undefined && last !== null) says(aside.length, last);
  for (const act of actsIn(text)) {
    const before = found.at(-1);
    if (before !== undefined && act.start < before.end) continue;
    const subject = subjects
      .filter(({ end }) => end <= act.start)
      .findLast(({ end, close }) => reaches(text, end, act.start, close));
    const fresh = subject !== undefined && (before === undefined || subject.start >= before.end);
    if (before === undefined) {
      if (fresh) found.push({ ...act, from: subject.start, ...resolved(subject, last) });
      else if (
        /^(?:[^\p{L}]*|[^.;]{0,30}, |đồng thời )$/u.test(text.slice(0, act.start)) &&
        act.act !== "planned"
      ) {
        // "Giới thiệu với khách về tiềm năng, bà X nói …": the subject follows.
        const behind = subjects.find(({ start, close }) => start > act.end && !close);
        const speaker =
          act.act === "discussed" ? BOTH : behind === undefined ? last : resolved(behind, last);
        if (speaker !== null) found.push({ ...act, from: act.start, ...speaker });
      } else if (JOINT.has(act.act)) {
        found.push({ ...act, from: act.start, ...BOTH });
      }
      continue;
    }
    const gap = text.slice(before.end, act.start);
    if (isAmongMatters(before, act, gap)) continue;
    // "trao đổi, thống nhất …": one deed, told by what came of it.
    if (!fresh && JOINED.test(gap) && RESULTS[before.act]?.includes(act.act) === true) {
      found.splice(-1, 1, { ...before, act: act.act, end: act.end });
      continue;
    }
    const connected =
      CONNECTED.test(gap) && (act.spoken || act.act === "given") && gap.length > LEAST_CHARS;
    if (connected && !(fresh && !subject.close && reaches(text, subject.end, act.start, true))) {
      found.push({ ...act, from: act.start, speaker: before.speaker, side: before.side });
    } else if (fresh && startsClause(text, subject, before)) {
      found.push({ ...act, from: subject.start, ...resolved(subject, last ?? before) });
    }
  }
  // What was signed or agreed in earlier years is told, not done.
  const now = found.map((act): OwnAct => {
    const past =
      (act.act === "signed" || act.act === "agreed") && EARLIER.test(text.slice(0, act.start));
    return past ? { ...act, act: "announced", ...(last ?? BOTH) } : act;
  });
  // Whoever discusses does so with the other side.
  return now.map((act) => (JOINT.has(act.act) ? { ...act, ...BOTH } : act));
}

/** Between two verbs of one deed. */
const JOINED = /^(?:,| và|, và| đi đến| và đi đến) $/u;
/** Which acts came of another one. */
const RESULTS: { readonly [act in PointAct]?: readonly PointAct[] } = {
  discussed: ["agreed"],
  announced: ["agreed", "assessed"],
};
const WISHED: ReadonlySet<PointAct> = new Set(["agreed", "asked", "proposed", "planned"]);
const STILL_TELLS = /(?:đồng thời|cũng|đã|rồi|xin|bày tỏ) $/u;

/** "nhất trí lập đường dây nóng; thông báo kịp thời …": behind a wish, telling is one of the matters. */
function isAmongMatters(before: OwnAct, { act }: FoundAct, gap: string): boolean {
  return (
    WISHED.has(before.act) &&
    (act === "announced" || act === "discussed") &&
    /(?:[;,:] (?:cùng )?|(?<!\p{L})cùng )$/u.test(gap) &&
    !STILL_TELLS.test(gap)
  );
}

function reaches(text: string, from: number, to: number, close: boolean): boolean {
  const gap = text.slice(from, to);
  return (
    gap.length <= (close ? CLOSE_REACH : REACH) &&
    !/[.;:!?]/u.test(gap) &&
    !(close && /[,(]/u.test(gap))
  );
}

/** A new clause: behind a semicolon or a comma, with a subject of its own. */
function startsClause(text: string, subject: Subject, before: OwnAct): boolean {
  // "đề nghị phía bạn: rà soát, thông báo …": of whom something is asked does not begin to act.
  const isAsked =
    before.act === "asked" && /^\s?(?:các |phía )?$/u.test(text.slice(before.end, subject.start));
  if (isAsked) return false;
  const ahead = text.slice(Math.max(before.end, subject.start - 16), subject.start);
  return (
    /(?:; |, (?:rồi |và |còn )?|: |^)(?:phía |theo |nhưng )?$/u.test(ahead) &&
    (!subject.close || /; $/u.test(ahead))
  );
}

function resolved(subject: Subject, last: Speaker | null): Speaker {
  if (subject.pronoun) return last ?? { speaker: null, side: null };
  return { speaker: subject.speaker, side: subject.side };
}

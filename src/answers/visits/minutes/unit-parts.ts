import { fold, foldedTerms, terms } from "../../../language/text/index.ts";
import { vietnameseForms } from "../../../language/translate/index.ts";
import type { CitedPoint, PointAct } from "../../../model/index.ts";
import { isFrame } from "../../../visits/read/index.ts";
import { actsIn } from "../asked/index.ts";
import { type ContentUnit, LEADS_ON } from "./unit-kinds.ts";

/** Longer sentences are shown by their recorded points, where they have any. */
const WHOLE_CHARS = 220;
/** Longer sentences are shown by their parts. */
const LONGEST_WHOLE = 400;
/** Shorter parts tell no matter. */
const LEAST_PART = 25;
/** Points that only say where something was said, or thank for the reception itself: no matter of the talks. */
const COURTESY =
  /^(?:(?:tại|trong|ở|qua|nhân)\s)?(?:buổi|cuộc|chuyến)\s(?:hội đàm|hội kiến|làm việc|tiếp|gặp|thăm)(?:\s(?:xã giao|gỡ|và làm việc|này|lần này)){0,3}$|^được\s(?:đến|sang|đón|gặp|trở lại)\s|sự\s(?:đón tiếp|tiếp đón)\s|^(?:(?:kinh nghiệm )?công tác |làm việc )?với (?:đoàn|phía|ông|bà|đồng chí) [^.;:]{0,120}$/iu;

/** A unit with what the record says of it; a long one is told by its recorded points and what stands beside them. */
export function withPoints(
  unit: ContentUnit,
  points: readonly CitedPoint[],
  former: ReadonlySet<string>,
): ContentUnit[] {
  const own = points.filter(({ start, end }) => start < unit.end && unit.start < end);
  if (own.length === 0) {
    const parts = unit.text.length > LONGEST_WHOLE ? partsOf(unit, []) : [];
    return parts.length > 1 ? parts : [unit];
  }
  const within = own.filter(
    ({ start, end, text }) => start >= unit.start && end <= unit.end && !LEADS_ON.test(text),
  );
  const wordsOf = (name: string | null) =>
    name === null || former.has(fold(name))
      ? []
      : [name, ...vietnameseForms(name)].flatMap((one) => foldedTerms(one));
  if (unit.text.length <= WHOLE_CHARS || within.length === 0)
    return [
      {
        ...unit,
        acts: new Set([...unit.acts, ...own.map(({ act }) => act)]),
        speaker: [...unit.speaker, ...own.flatMap(({ speaker }) => wordsOf(speaker))],
        about: isFrame(unit.text) ? unit.about : "matter",
        side: own.every(({ side }) => side === own[0]!.side) ? own[0]!.side : null,
        recorded: true,
      },
    ];
  const recorded = within.map(
    ({ start, end, text, act, speaker, side }): ContentUnit => ({
      start,
      end,
      text,
      terms: terms(text),
      within: unit.terms,
      acts: new Set([act]),
      around: new Set(ofWhole(unit)),
      speaker: [...unit.speaker, ...wordsOf(speaker)],
      carried: false,
      lead: unit.lead,
      isHeading: false,
      leads: false,
      about: COURTESY.test(text) ? "meeting" : "matter",
      side,
      recorded: true,
    }),
  );
  return [...recorded, ...partsOf(unit, within)].sort((a, b) => a.start - b.start);
}

/** The parts between the semicolons of a sentence that no recorded point tells. */
function partsOf(unit: ContentUnit, told: readonly CitedPoint[]): ContentUnit[] {
  const parts: ContentUnit[] = [];
  for (let at = 0; at < unit.text.length; ) {
    const stop = unit.text.indexOf(";", at);
    const end = stop < 0 ? unit.text.length : stop;
    const text = unit.text.slice(at, end).trim();
    const start =
      unit.start + at + (unit.text.slice(at).length - unit.text.slice(at).trimStart().length);
    const isTold = told.some((point) => point.start < start + text.length && start < point.end);
    if (!isTold && text.length >= LEAST_PART) parts.push(part(unit, start, text));
    at = end + 1;
  }
  return parts;
}

/** Acts that hold for the part alone that tells them. */
const DONE_ONCE: ReadonlySet<PointAct> = new Set(["given", "signed", "thanked"]);

/** The acts of a sentence that hold for each of its parts: "hai bên thống nhất: …; …". */
const ofWhole = ({ acts }: ContentUnit) => [...acts].filter((act) => !DONE_ONCE.has(act));

function part(unit: ContentUnit, start: number, text: string): ContentUnit {
  const list = terms(text);
  const own = new Set(actsIn(list).map(({ act }) => act));
  return {
    ...unit,
    start,
    end: start + text.length,
    text,
    terms: list,
    within: unit.terms,
    acts: own.size > 0 ? own : new Set(ofWhole(unit)),
    around: new Set(ofWhole(unit)),
    carried: own.size === 0,
    leads: false,
    recorded: false,
  };
}

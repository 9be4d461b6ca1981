import type { Unit } from "./evidence.ts";
import type { Comparison } from "./match.ts";
import { belongTogether, type Fault } from "./pairing.ts";

/** Sentences that one of the writer's may put together. */
const MOST_UNITS = 4;
/** A further sentence has to bring at least this share of the words. */
const LEAST_GAIN = 0.04;
/** Share of the telling words, by weight, that has to stand in what a sentence is from. */
const COVERED = { own: 0.62, foreign: 0.6 } as const;
/** The same within any run of `RUN` words: a clause that was made up lies within a true sentence. */
const RUN_COVERED = { own: 0.36, foreign: 0.2 } as const;
const RUN = 6;
/** A part of a sentence that tells of another meeting than the rest has so much more support there. */
const ELSEWHERE = 1.3;
const LEAST_PART = 3;

/** The sentences of the articles that a reader may be shown for it: neither records, which are ours, nor titles. */
export const shownSourcesOf = (compared: Comparison): Unit[] =>
  sourcesOf(
    compared,
    compared.units.filter(({ ofRecord, order }) => !ofRecord && order >= 0),
  );

/** The units that a retelling is most likely from, the most telling first. */
export function sourcesOf(compared: Comparison, units = compared.units): Unit[] {
  const all = compared.claim.tokens.flatMap(({ telling }, i) => (telling ? [i] : []));
  const total = all.reduce((sum, i) => sum + compared.weight(i), 0);
  const chosen: Unit[] = [];
  const open = new Set(all);
  while (chosen.length < MOST_UNITS && open.size > 0) {
    let best: Unit | null = null;
    let most = 0;
    for (const unit of units) {
      const gain = [...open].reduce(
        (sum, i) => sum + (compared.holds(unit, i) ? compared.weight(i) : 0),
        0,
      );
      // Of two that bring the same, what an article says is shown before what a record says.
      const worth = gain * (unit.ofRecord ? 0.95 : 1);
      if (worth > most) [best, most] = [unit, worth];
    }
    if (best === null || (chosen.length > 0 && most < LEAST_GAIN * total)) break;
    chosen.push(best);
    for (const i of [...open]) if (compared.holds(best, i)) open.delete(i);
  }
  return chosen;
}

/**
 * Whether enough of the words stand in what a sentence is from, in the whole and in each part of it.
 *
 * @param unknown Words of another language that no table knows; they count as standing nowhere.
 */
export function coverageFault(
  compared: Comparison,
  units: readonly Unit[],
  foreign: boolean,
  unknown: readonly string[],
): Fault | null {
  const limit = foreign ? "foreign" : "own";
  const { tokens, text } = compared.claim;
  const telling = tokens.flatMap(({ telling: own }, i) => (own ? [i] : []));
  const isHeld = (i: number) => units.some((unit) => compared.holds(unit, i));
  const missing = unknown.length * Math.max(0, ...telling.map((i) => compared.weight(i)));
  const total = telling.reduce((sum, i) => sum + compared.weight(i), 0) + missing;
  const held = telling.reduce((sum, i) => sum + (isHeld(i) ? compared.weight(i) : 0), 0);
  if (held < COVERED[limit] * total) {
    const open = telling
      .filter((i) => !isHeld(i))
      .map((i) => text.slice(tokens[i]!.start, tokens[i]!.end));
    return { reason: "uncovered-words", detail: [...open, ...unknown].join(" ") };
  }
  for (let from = 0; from + RUN <= telling.length; from++) {
    const run = telling.slice(from, from + RUN);
    const best = foreign
      ? run.filter(isHeld).length
      : Math.max(...compared.units.map((unit) => told(compared, unit, run)));
    if (best < RUN_COVERED[limit] * RUN)
      return {
        reason: "uncovered-words",
        detail: text.slice(tokens[run[0]!]!.start, tokens[run.at(-1)!]!.end),
      };
  }
  return null;
}

/** How many of the words a unit has; a syllable without one beside it there may be of another word. */
function told(compared: Comparison, unit: Unit, run: readonly number[]): number {
  const { tokens } = compared.claim;
  const isPair = (one: number | undefined, other: number | undefined) =>
    one !== undefined &&
    other !== undefined &&
    compared
      .places(unit, one)
      .some((at) => compared.places(unit, other).some((next) => next > at && next - at <= 1));
  return run.reduce((sum, index, i) => {
    if (!compared.holds(unit, index)) return sum;
    const whole =
      tokens[index]!.kind !== "word" || isPair(run[i - 1], index) || isPair(index, run[i + 1]);
    return sum + (whole ? 1 : LONE);
  }, 0);
}

/** What a lone syllable counts. */
const LONE = 0.4;

/** A part of a sentence that tells, with no day of its own, of another meeting than the rest. */
export function mergedFault(compared: Comparison): Fault | null {
  const { tokens, text } = compared.claim;
  const sum = (unit: Unit, part: readonly number[]) =>
    part.reduce((all, i) => all + (compared.holds(unit, i) ? compared.weight(i) : 0), 0);
  const parts = partsOf(compared).flatMap((part) => {
    const ranked = compared.units
      .map((unit) => ({ unit, support: sum(unit, part) }))
      .sort((a, b) => b.support - a.support);
    const [best] = ranked;
    if (best === undefined || best.support === 0) return [];
    const near = (unit: Unit) => belongTogether(best.unit, unit) || best.unit === unit;
    const other = ranked.find(({ unit }) => !near(unit))?.support ?? 0;
    const dated = part.some((i) => tokens[i]!.kind === "date");
    return best.support > ELSEWHERE * other ? [{ part, unit: best.unit, dated }] : [];
  });
  for (const [i, one] of parts.entries())
    for (const other of parts.slice(i + 1)) {
      if (belongTogether(one.unit, other.unit) || (one.dated && other.dated)) continue;
      const { part } = other;
      return {
        reason: "merged-meetings",
        detail: text.slice(tokens[part[0]!]!.start, tokens[part.at(-1)!]!.end),
      };
    }
  return strangersFault(compared);
}

/** Two persons, or a person and a day, of whom no meeting and no article tells together. */
function strangersFault(compared: Comparison): Fault | null {
  const { tokens, text } = compared.claim;
  const dates = tokens.filter(({ kind }) => kind === "date").length;
  if (dates > 1) return null;
  const named = tokens.flatMap(({ kind }, i) =>
    kind === "person" || kind === "name" || kind === "date" ? [i] : [],
  );
  const holding = named.map((i) => compared.units.filter((unit) => compared.holds(unit, i)));
  for (const [i, own] of holding.entries())
    for (const others of holding.slice(i + 1)) {
      const known = own.some((one) =>
        others.some(
          (other) =>
            one.articleId === other.articleId || (one.visit !== null && one.visit === other.visit),
        ),
      );
      if (own.length === 0 || others.length === 0 || known) continue;
      const { start, end } = tokens[named[i]!]!;
      return { reason: "merged-meetings", detail: text.slice(start, end) };
    }
  return null;
}

/** The telling tokens of each part of a sentence, parted by commas, semicolons and the acts of another subject. */
function partsOf({ claim: { tokens, text } }: Comparison): number[][] {
  const parts: number[][] = [[]];
  for (const [i, { start, telling, kind }] of tokens.entries()) {
    const gap = i === 0 ? "" : text.slice(tokens[i - 1]!.end, start);
    const isCut = /[;,]/u.test(gap) || (kind === "act" && parts.at(-1)!.length >= LEAST_PART * 2);
    if (isCut && parts.at(-1)!.length >= LEAST_PART) parts.push([]);
    if (telling) parts.at(-1)!.push(i);
  }
  return parts.filter((part) => part.length >= LEAST_PART);
}

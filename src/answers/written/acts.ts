import { matchesIn } from "../../language/text/index.ts";
import type { PointAct } from "../../model/index.ts";
import type { Unit } from "./evidence.ts";
import { type Comparison, mayStandFor, says } from "./match.ts";
import type { Fault } from "./pairing.ts";
import type { Reading, Token } from "./reading.ts";

/** Acts by which something is settled or done: their own word, or one that stands for it, has to be told. */
const SETTLED: ReadonlySet<PointAct> = new Set(["agreed", "signed", "given", "thanked"]);
/** Acts whose matter is not there yet: told without them it would be. */
const UNREALISED: ReadonlySet<PointAct> = new Set(["proposed", "asked", "planned"]);
/** Words behind an act that are its matter, in places. */
const MATTER = 12;
/** Share of an act's matter that has to stand in the retelling for the act to be missed there. */
const MATTER_SHARE = 0.6;
/** A unit with this share of the best one's support may be what the words are from. */
const AS_GOOD = 0.75;

/** The tokens behind an act up to the next one. */
function matterOf({ tokens }: Reading, index: number): number[] {
  const { at } = tokens[index]!;
  const found: number[] = [];
  for (let i = index + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.at - at > MATTER || (token.kind === "act" && found.length > 0)) break;
    if (token.telling && token.kind !== "act") found.push(i);
  }
  return found;
}

/** Acts that lead up to a token, the nearest one first. */
const actsBefore = (tokens: readonly Token[], index: number): PointAct[] =>
  tokens
    .slice(0, index)
    .reverse()
    .flatMap(({ act }) => (act === undefined ? [] : [act]));

/**
 * Holds what was done with a matter against the units: proposed is not agreed, planned is not done.
 */
export function actFault(compared: Comparison): Fault | null {
  const { claim } = compared;
  for (const [index, token] of claim.tokens.entries()) {
    if (token.act === undefined) continue;
    const matter = matterOf(claim, index);
    if (matter.length === 0) continue;
    const best = unitsOf(compared, matter);
    if (best.length === 0) continue;
    if (best.some((unit) => governs(compared, unit, matter, token.act!))) continue;
    return { reason: "wrong-act", detail: claim.text.slice(token.start, token.end) };
  }
  return unrealisedFault(compared) ?? tenseFault(compared);
}

const DONE = / da (\S+ \S+) /gu;

/** "đã mở" where only "sẽ mở" is told: what is to come is told as done. */
function tenseFault({ claim, units }: Comparison): Fault | null {
  const tells = (words: string) =>
    units.some(({ reading }) => reading.folded.includes(` ${words} `));
  for (const [, words] of matchesIn(claim.folded, DONE)) {
    const isAhead = ["se", "sap", "du kien", "du kien se"].some((ahead) =>
      tells(`${ahead} ${words}`),
    );
    if (isAhead && !tells(`da ${words}`)) return { reason: "wrong-act", detail: words! };
  }
  return null;
}

/** The units that hold most of some tokens. */
function unitsOf(compared: Comparison, indexes: readonly number[]): Unit[] {
  const scored = compared.units.map((unit) => ({
    unit,
    sum: indexes.reduce((sum, i) => sum + (compared.holds(unit, i) ? compared.weight(i) : 0), 0),
  }));
  const most = Math.max(0, ...scored.map(({ sum }) => sum));
  if (most === 0) return [];
  const best = scored.filter(({ sum }) => sum >= AS_GOOD * most).map(({ unit }) => unit);
  // Titles and records tell matters without what was done with them.
  const told = best.filter(({ order }) => order >= 0);
  return told.length > 0 ? told : best;
}

/** True where the unit has the matter under an act for which the told one may stand. */
function governs(
  compared: Comparison,
  unit: Unit,
  matter: readonly number[],
  told: PointAct,
): boolean {
  const { tokens } = unit.reading;
  const places = matter.flatMap((i) => compared.places(unit, i).slice(0, 1));
  if (places.length === 0) return false;
  if (isBehind(unit, places, told)) return true;
  const from = Math.min(...places);
  const first = tokens.findIndex(({ at }) => at >= from);
  const own = [...actsBefore(tokens, first), ...unit.acts];
  if (own.length === 0) return !SETTLED.has(told);
  const [nearest] = own;
  if (mayStandFor(told, nearest!)) return true;
  // "cho biết sẽ mở …": the chain of acts is told as far as the retelling goes.
  if (own.some((act) => mayStandFor(told, act)))
    return !SETTLED.has(told) || !UNREALISED.has(nearest!);
  return !SETTLED.has(told) && !UNREALISED.has(told) && !UNREALISED.has(nearest!);
}

/** True where at least half of these places lie behind such an act, with no other one between. */
function isBehind(
  { reading: { tokens } }: Unit,
  places: readonly number[],
  told: PointAct,
): boolean {
  return tokens.some(({ act, at }, i) => {
    if (act === undefined || !mayStandFor(told, act)) return false;
    const next = tokens
      .slice(i + 1)
      .find((other) => other.act !== undefined && !mayStandFor(told, other.act));
    const end = Math.min(next?.at ?? Number.POSITIVE_INFINITY, at + 2 * MATTER);
    return places.filter((place) => place > at && place < end).length >= places.length / 2;
  });
}

/** What a unit only proposes or plans, told as if it were so. */
function unrealisedFault(compared: Comparison): Fault | null {
  const { claim } = compared;
  const telling = claim.tokens.flatMap(({ telling: own, kind }, i) =>
    own && kind !== "act" ? [i] : [],
  );
  for (const unit of unitsOf(compared, telling)) {
    if (unit.ofRecord) continue;
    const { tokens } = unit.reading;
    for (const [index, token] of tokens.entries()) {
      if (token.act === undefined || !UNREALISED.has(token.act)) continue;
      const matter = matterOf(unit.reading, index).map((i) => tokens[i]!);
      if (matter.length < 2) continue;
      const told = matter.flatMap((one) => {
        const at = claim.tokens.findIndex((other) => says(one, other));
        return at < 0 ? [] : [at];
      });
      if (told.length < MATTER_SHARE * matter.length) continue;
      const first = told.sort((a, b) => a - b)[Math.floor(told.length / 2)]!;
      const acts = claim.tokens
        .slice(0, first + 1)
        .flatMap(({ act }) => (act === undefined ? [] : [act]));
      if (acts.some((act) => mayStandFor(act, token.act!) || act === "discussed")) continue;
      // The same words may be told elsewhere without that act.
      if (
        acts.length > 0 &&
        compared.units.some(
          (other) =>
            other !== unit &&
            told.filter((i) => compared.holds(other, i)).length >= MATTER_SHARE * told.length &&
            governs(compared, other, told, acts.at(-1)!),
        )
      )
        continue;
      return { reason: "wrong-act", detail: claim.text.slice(claim.tokens[first]!.start) };
    }
  }
  return null;
}

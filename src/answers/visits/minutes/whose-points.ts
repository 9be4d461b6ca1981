import { fold, foldedTerms } from "../../../language/text/index.ts";
import type { Article, PointAct, Visit } from "../../../model/index.ts";
import { holderInArticle } from "../../passages/index.ts";
import { OFFICE_HEADS } from "../../question/index.ts";
import { type Demands, isOn } from "../asked/index.ts";
import { type AskedSpeaker, EXACT, JOINT, type RatedUnit } from "./choose-points.ts";
import { isWithin, type meantParts } from "./meeting-parts.ts";

/** Log odds by which a sentence stands out from all others of its article; by hand. */
const CLEARLY = 3;
/** An act that is carried on from the sentence before is nearly the asked one. */
const NEARLY = 0.7;
/** An act that is like the asked one. */
const LIKE = 0.3;
/** Share of a speaker's words by which a unit is theirs. */
export const SPOKEN = 0.5;

/** A sentence's place among those ranked for a question. */
export interface RankedRange {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly found: { readonly chunk: { readonly row: { readonly articleId: string } } };
}

/**
 * The units of the meeting that is meant; all of them where nobody did there what is asked, or whoever is asked did it
 * at another one alone. What leaves its own words is told of a meeting that is surely meant or not at all.
 */
export function ofMeant(
  rated: readonly RatedUnit[],
  parts: ReturnType<typeof meantParts>,
  asked: ReadonlySet<PointAct>,
  literal: boolean,
): readonly RatedUnit[] {
  if (parts === null) return rated;
  const within = rated.filter(({ unit }) => isWithin(parts.parts, unit));
  // What was talked about is told by whatever was asked for or agreed.
  const enough = parts.named && asked.has("discussed") ? LIKE : EXACT;
  const does = ({ act, unit }: RatedUnit) => act >= enough && unit.about === "matter";
  const isTheirs = (one: RatedUnit) => does(one) && one.speaker >= SPOKEN;
  const isMeant = within.some(isTheirs) || (within.some(does) && !rated.some(isTheirs));
  return isMeant || (literal && parts.sure) ? within : rated;
}

/** "Ông A đề nghị gì, ký gì": what both sides signed is the second half of the answer. */
export const isJoint = ({ acts }: RatedUnit["unit"], asked: ReadonlySet<PointAct>): boolean =>
  asked.size > 1 && [...acts].some((act) => JOINT.has(act) && asked.has(act));

/** True for a matter of whoever is asked, of the asked kind or nearly so. */
export const isTheirWord = ({ act, unit, speaker }: RatedUnit): boolean =>
  act > 0 && unit.about === "matter" && speaker >= SPOKEN;

const headOf = (words: readonly string[]): string =>
  words.slice(0, OFFICE_HEADS.longestAt(words, 0)).join(" ");

/**
 * The folded words of the person who holds an office that a question names, by the records of an article and, where it
 * tells of one meeting, by its sentences; null where nobody or more than one does.
 */
function askedHolder(
  office: Demands["names"][number],
  article: Article,
  visits: readonly Visit[],
): readonly string[] | null {
  const head = headOf(office.words);
  if (head === "") return null;
  const place = office.words.slice(head.split(" ").length);
  const held = visits
    .flatMap(({ host, guest }) => [host, guest])
    .filter((side) => place.length === 0 || isOn(side, office))
    .flatMap(({ people, organisation }) =>
      people.flatMap(({ name, position }) => {
        const words = foldedTerms(position ?? "");
        if (headOf(words) !== head) return [];
        const told = new Set([...words, ...foldedTerms(organisation ?? "")]);
        return [{ name, score: place.filter((word) => told.has(word)).length }];
      }),
    );
  const most = Math.max(...held.map(({ score }) => score));
  const names = new Set(held.filter(({ score }) => score === most).map(({ name }) => fold(name)));
  const [name] = names;
  if (names.size > 1) return null;
  if (name !== undefined) return foldedTerms(name);
  const told = visits.length > 1 ? null : holderInArticle(office.name, article);
  return told === null ? null : foldedTerms(told);
}

/** The person who holds the office that is asked, where the article tells of one; else as it is. */
export function inArticle(
  speaker: AskedSpeaker,
  article: Article,
  visits: readonly Visit[],
): AskedSpeaker {
  if (speaker.person || speaker.name === null || speaker.name.kind === "place") return speaker;
  const words = askedHolder(speaker.name, article, visits);
  return words === null ? speaker : { ...speaker, words, person: true };
}

/** Where somebody did several things of the asked kind, those alone. */
export function exactOf(said: readonly RatedUnit[]): readonly RatedUnit[] {
  const exact = said.filter(
    ({ act, unit }) => act >= EXACT && unit.about === "matter" && !unit.leads,
  );
  return exact.length > 1 ? said.filter(({ act }) => act >= NEARLY) : said;
}

/** A unit with what stands before it in its sentence. */
export function sentenceOf({ start, end }: RatedUnit["unit"], text: string): string {
  const from = Math.max(text.lastIndexOf(". ", start - 1), text.lastIndexOf("\n", start - 1));
  return text.slice(from + 1, end);
}

/** The side on which something named stands in all visits that have it; null where that is not one. */
export function sideNamed(
  visits: readonly Visit[],
  name: Demands["names"][number],
): "host" | "guest" | null {
  const sides = new Set(
    visits.flatMap(({ host, guest }) => {
      const [atHome, came] = [isOn(host, name), isOn(guest, name)];
      return atHome === came ? [] : [atHome ? ("host" as const) : ("guest" as const)];
    }),
  );
  return sides.size === 1 ? [...sides][0]! : null;
}

/** Whether a unit is said by one side, by the record or by the name of who speaks; null where neither tells. */
export function isOfSide(
  { side: told, speaker }: RatedUnit["unit"],
  asked: "host" | "guest",
  visits: readonly Visit[],
): boolean | null {
  if (told === "host" || told === "guest") return told === asked;
  const speaks = (side: "host" | "guest") =>
    visits.some((visit) =>
      visit[side].people.some(({ name }) => {
        const words = fold(name).split(/[ -]/u);
        return words.length > 1 && words.every((word) => speaker.includes(word));
      }),
    );
  const [own, others] = [speaks(asked), speaks(asked === "host" ? "guest" : "host")];
  // "A tặng …; B tặng lại …": it is of both.
  if (own && others) return true;
  return own === others ? null : own;
}

/** Points of a sentence that alone holds the words of the question come before the others. */
export function clearFirst(
  chosen: readonly RatedUnit[],
  own: readonly RankedRange[],
): readonly RatedUnit[] {
  const [best, second] = own;
  if (best === undefined || best.score - (second?.score ?? 0) < CLEARLY) return chosen;
  const isClear = ({ unit }: RatedUnit) => unit.start < best.end && best.start < unit.end;
  return [...chosen.filter(isClear), ...chosen.filter((one) => !isClear(one))];
}

/** The one visit of an article whose points were chosen, or that alone holds what the question names; else null. */
export function meantVisit(
  visits: readonly Visit[],
  chosen: readonly RatedUnit[],
  { names, times }: Demands,
): Visit | null {
  if (visits.length <= 1) return visits[0] ?? null;
  const rated = visits.map((visit) => {
    const points = chosen.filter(({ unit }) =>
      visit.points.some(({ start, end }) => start < unit.end && unit.start < end),
    ).length;
    const sides = fold(JSON.stringify([visit.host, visit.guest, visit.place]));
    const held = names.filter((name) => name.words.every((word) => sides.includes(word))).length;
    const day = times.some(({ first }) => first.day !== null && first.day === visit.date.day);
    return { visit, score: 2 * points + held + (day ? 2 : 0) };
  });
  rated.sort((a, b) => b.score - a.score);
  return rated[0]!.score > rated[1]!.score ? rated[0]!.visit : null;
}

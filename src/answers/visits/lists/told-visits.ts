import { clausesOf, readOnce } from "../../../language/text/index.ts";
import { expandedWords } from "../../../language/translate/index.ts";
import type { Register, Visit } from "../../../model/index.ts";
import {
  placesOfSide,
  placesOfVisit,
  prefecturesOf,
  searchKey,
} from "../../../visits/register/index.ts";

/** Visits looked through: more than any register of one office holds in years. */
const MOST_VISITS = 5000;
/** Visits read whole at a time, of which only what is looked through is kept. */
const READ_AT_ONCE = 1000;

/** A visit without the texts of its articles, which are nine tenths of it. */
export type ToldVisit = Omit<Visit, "points" | "sources" | "topics" | "agreements" | "numbers">;

function withoutTexts(visit: Visit): ToldVisit {
  const { points: _, sources, topics, agreements, numbers, ...told } = visit;
  return told;
}

/** The same with their texts. */
export const wholeVisits = (visits: readonly ToldVisit[], register: Register): Visit[] =>
  visits.map(({ id }) => register.visit(id)!);

/** Texts as questions have their words: folded, abbreviations written out, with a Vietnamese rendering. */
const wordsOf = (texts: readonly string[]): string =>
  texts.flatMap(clausesOf).map(expandedWords).join("|");

/** Texts of a visit in which names are looked for, folded, words parted by single spaces. */
function sidesOf(visit: ToldVisit) {
  const { host, guest } = visit;
  const told = [...placesOfSide(host), ...placesOfSide(guest), ...placesOfVisit(visit)];
  const places = new Set(told.map(searchKey));
  const prefectures = new Set(prefecturesOf(told).map(searchKey));
  const people = [host, guest].flatMap((side) => [
    side.head ?? "",
    ...side.people.flatMap(({ name, position }) => [name, position ?? ""]),
  ]);
  const bodies = [host, guest].map(
    ({ organisation, province }) => `${organisation ?? ""} ${province ?? ""}`,
  );
  return {
    places,
    prefectures,
    people: wordsOf(people),
    all: wordsOf([...people, ...bodies, visit.place ?? ""]),
  };
}

/** Titles and passages that a visit is read from, with its sides: folded words parted by single spaces. */
const nearWords = (visit: Visit, { all }: ReturnType<typeof sidesOf>) =>
  `${all}|${wordsOf(visit.sources.flatMap(({ title, quote }) => [title, quote]))}`;

/** A visit with the words in which names are looked for, each cut when it is asked for first. */
export interface ReadVisit {
  readonly visit: ToldVisit;
  readonly sides: ReturnType<typeof sidesOf>;
  near(): string;
}

/** The visits of a generation's register never change. */
export const readVisits = readOnce((register: Register): readonly ReadVisit[] => {
  const visits: ToldVisit[] = [];
  for (let offset = 0, more = true; more && offset < MOST_VISITS; offset += READ_AT_ONCE) {
    const page = register.find({ planned: false }, { offset, limit: READ_AT_ONCE });
    visits.push(...page.visits.map(withoutTexts));
    more = page.total > offset + READ_AT_ONCE;
  }
  return visits.map((visit): ReadVisit => {
    let sides: ReturnType<typeof sidesOf> | null = null;
    let near: string | null = null;
    return {
      visit,
      get sides() {
        sides ??= sidesOf(visit);
        return sides;
      },
      near() {
        near ??= nearWords(register.visit(visit.id)!, this.sides);
        return near;
      },
    };
  });
});

/** The visits of a register that took place, newest first, those of no known year last; read once a generation. */
export const toldVisits = readOnce((register: Register): readonly ToldVisit[] =>
  readVisits(register).map(({ visit }) => visit),
);

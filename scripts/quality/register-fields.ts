import type { VisitPerson, VisitReport, VisitSide } from "../../src/model/visit.ts";
import {
  type ExpectedSide,
  type ExpectedVisit,
  isName,
  isRequired,
  judgeDate,
  judgeLabel,
  judgeName,
  type Verdict,
} from "./register-annotations.ts";

/** What is measured. `head` is the head of the delegation; the host who received counts under `host`. */
export const FIELDS = [
  "visit",
  "date",
  "head",
  "host",
  "guest",
  "place",
  "kind",
  "planned",
  "people",
  "endDate",
] as const;
export type Field = (typeof FIELDS)[number];

/** One judged value. */
export interface Judgement {
  readonly field: Field;
  /** The value within the field: `host.country`. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly said: string | null;
  readonly key: string | null;
}

type SideName = "host" | "guest";

const EMPTY_SIDE: ExpectedSide = { people: [], also: [] };

/** Expectation of a visit that should not have been reported: every filled field is wrong. */
export const NO_VISIT: ExpectedVisit = {
  planned: null,
  host: EMPTY_SIDE,
  guest: EMPTY_SIDE,
  eitherSide: false,
  optional: false,
};

function judgePeople(
  name: SideName,
  people: readonly VisitPerson[],
  side: ExpectedSide,
): Judgement[] {
  const judgement = (verdict: Verdict, said: string | null, key: string | null): Judgement => ({
    field: "people",
    name: `${name}.people`,
    verdict,
    said,
    key,
  });
  const required = [...side.people, ...(isRequired(side.head) ? [side.head!] : [])];
  const known = [...required, ...side.also, ...(side.head === undefined ? [] : [side.head])];
  const reported = people.map((person) => {
    const right = known.some((key) => isName(person.name, key));
    return judgement(right ? "right" : "wrong", person.name, null);
  });
  const missed = required
    .filter((key) => !people.some((person) => isName(person.name, key)))
    .map((key) => judgement("missed", null, key));
  return [...reported, ...missed];
}

function judgeSide(name: SideName, reported: VisitSide, side: ExpectedSide): Judgement[] {
  const labels = (["organisation", "province", "country"] as const).map((part) => ({
    field: name,
    name: `${name}.${part}`,
    verdict: judgeLabel(reported[part], side[part]),
    said: reported[part],
    key: side[part] ?? null,
  }));
  const head: Judgement = {
    field: name === "guest" ? "head" : "host",
    name: `${name}.head`,
    verdict: judgeName(reported.head, side.head),
    said: reported.head,
    key: side.head ?? null,
  };
  return [...labels, head, ...judgePeople(name, reported.people, side)];
}

const dateText = (date: VisitReport["endDate"]): string | null =>
  date && `${date.year ?? "?"}-${date.month ?? "?"}-${date.day ?? "?"}`;

function judgePlanned(reported: boolean, expected: ExpectedVisit): Verdict {
  if (expected === NO_VISIT) return "wrong";
  if (expected.planned === null) return "fine";
  return reported === expected.planned ? "right" : "wrong and missed";
}

function judgeOneWay(report: VisitReport, expected: ExpectedVisit): Judgement[] {
  const { kind, planned, date, endDate, place } = report;
  const judgement = (
    field: Field,
    verdict: Verdict,
    said: string | null,
    key: string | undefined,
  ): Judgement => ({ field, name: field, verdict, said, key: key ?? null });
  return [
    judgement("kind", judgeLabel(kind, expected.kind), kind, expected.kind),
    judgement(
      "planned",
      judgePlanned(planned, expected),
      String(planned),
      String(expected.planned),
    ),
    judgement("date", judgeDate(date, expected.date), dateText(date), expected.date),
    judgement("endDate", judgeDate(endDate, expected.endDate), dateText(endDate), expected.endDate),
    judgement("place", judgeLabel(place, expected.place), place, expected.place),
    ...judgeSide("host", report.host, expected.host),
    ...judgeSide("guest", report.guest, expected.guest),
  ];
}

const rightOnes = (judgements: readonly Judgement[]): number =>
  judgements.filter(({ verdict }) => verdict === "right").length;

/** Judges every field of a reported visit; a meeting on neutral ground by the order of sides that fits. */
export function judgeFields(report: VisitReport, expected: ExpectedVisit): Judgement[] {
  const judged = judgeOneWay(report, expected);
  if (!expected.eitherSide) return judged;
  const swapped = judgeOneWay({ ...report, host: report.guest, guest: report.host }, expected);
  return rightOnes(swapped) > rightOnes(judged) ? swapped : judged;
}

/** What is missed where a visit is not reported: each field that has to be filled. */
export function missedFields({ kind, planned, date, endDate, place, host, guest }: ExpectedVisit) {
  const keys: readonly (readonly [Field, string, string | undefined])[] = [
    ["kind", "kind", kind],
    ["planned", "planned", planned === null ? undefined : String(planned)],
    ["date", "date", date],
    ["endDate", "endDate", endDate],
    ["place", "place", place],
    ["host", "host.organisation", host.organisation],
    ["host", "host.province", host.province],
    ["host", "host.country", host.country],
    ["host", "host.head", host.head],
    ["guest", "guest.organisation", guest.organisation],
    ["guest", "guest.province", guest.province],
    ["guest", "guest.country", guest.country],
    ["head", "guest.head", guest.head],
  ];
  const missed = keys
    .filter(([, , key]) => isRequired(key))
    .map(
      ([field, name, key]): Judgement => ({
        field,
        name,
        verdict: "missed",
        said: null,
        key: key!,
      }),
    );
  return [...missed, ...judgePeople("host", [], host), ...judgePeople("guest", [], guest)];
}

// How much a right value speaks for two visits being the same one, and a wrong one against it.
const WEIGHTS: Readonly<Record<string, { right: number; wrong: number }>> = {
  "guest.head": { right: 3, wrong: -2 },
  "host.head": { right: 3, wrong: -2 },
  date: { right: 2, wrong: -2 },
  place: { right: 1.5, wrong: -1.5 },
  planned: { right: 0.5, wrong: -0.5 },
};
// Many visits of an article share countries and kind.
const OTHER = { right: 0.5, wrong: 0 };
const LEAST = 2;
// Of two that fit alike, the required one is meant.
const REQUIRED = 0.5;

/** How well a reported visit fits an expected one; below 2 they are not the same. */
function likeness(report: VisitReport, expected: ExpectedVisit): number {
  let sum = expected.optional ? 0 : REQUIRED;
  for (const { field, name, key, verdict } of judgeFields(report, expected)) {
    if (field === "people" || field === "endDate" || key === null) continue;
    const { right, wrong } = WEIGHTS[name] ?? OTHER;
    if (verdict === "right") sum += right;
    if (verdict.startsWith("wrong")) sum += wrong;
  }
  return sum;
}

/**
 * Pairs the reported visits of an article with the expected ones, each at most once, so that the sum
 * of their likeness is the greatest.
 *
 * @returns For each reported visit the index of the expected one, or null.
 */
export function align(
  reports: readonly VisitReport[],
  expected: readonly ExpectedVisit[],
): (number | null)[] {
  const table = reports.map((report) => expected.map((visit) => likeness(report, visit)));
  const known = new Map<string, { sum: number; pairs: (number | null)[] }>();
  const best = (i: number, used: bigint): { sum: number; pairs: (number | null)[] } => {
    if (i === reports.length) return { sum: 0, pairs: [] };
    const name = `${i} ${used}`;
    const before = known.get(name);
    if (before) return before;
    const without = best(i + 1, used);
    let found = { sum: without.sum, pairs: [null, ...without.pairs] as (number | null)[] };
    for (const [j, value] of table[i]!.entries()) {
      const bit = 1n << BigInt(j);
      if (value < LEAST || (used & bit) !== 0n) continue;
      const rest = best(i + 1, used | bit);
      if (value + rest.sum > found.sum)
        found = { sum: value + rest.sum, pairs: [j, ...rest.pairs] };
    }
    known.set(name, found);
    return found;
  };
  return best(0, 0n).pairs;
}

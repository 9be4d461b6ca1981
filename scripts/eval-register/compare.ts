import type { VisitPerson, VisitReport, VisitSide } from "../../src/model/visit.ts";
import type { ExpectedSide, ExpectedVisit } from "./annotation.ts";
import { isName, isRequired, judgeDate, judgeLabel, judgeName, type Verdict } from "./verdict.ts";

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

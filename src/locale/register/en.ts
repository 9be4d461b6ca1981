import { numberFormat, plural } from "../format.ts";
import type { AskedPart, AskedPeriod, RegisterTexts, VisitLine, YearRange } from "./texts.ts";

const number = numberFormat("en-US");
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const month = (value: number) => MONTHS[value - 1] ?? String(value);
const parts = (iso: string) => iso.split("-").map(Number) as [number, number, number];

function day(iso: string): string {
  const [y, m, d] = parts(iso);
  return `${d} ${month(m)} ${y}`;
}

function period(asked: AskedPeriod): string {
  if (asked.kind === "between") return `from ${day(asked.from)} to ${day(asked.to)}`;
  const [y, m] = parts(asked.date);
  return {
    year: `in ${y}`,
    month: `in ${month(m)} ${y}`,
    day: `on ${day(asked.date)}`,
    since: `from ${day(asked.date)} on`,
    until: `up to ${day(asked.date)}`,
  }[asked.kind];
}

const KINDS: Readonly<Record<VisitLine["kind"], string>> = {
  thăm: "visit",
  tiếp: "reception",
  "tiếp xã giao": "courtesy call",
  "hội đàm": "talks",
  "hội kiến": "audience",
  "làm việc": "working meeting",
  "khảo sát": "field visit",
  "ký kết": "signing",
  "giao lưu": "exchange",
  "dự sự kiện": "event",
};

const LABELS = {
  host: "host",
  guest: "guest",
  place: "place",
  person: "person",
  topic: "topic",
  words: "words",
  counterpart: "counterpart",
} as const;

function part(asked: AskedPart): string {
  switch (asked.part) {
    case "sides":
      return asked.values.length > 1
        ? `between ${asked.values.join(" and ")}`
        : `with ${asked.values[0]}`;
    case "kinds":
      return `kind: ${asked.values.map((kind) => KINDS[kind]).join(", ")}`;
    case "period":
      return period(asked.period);
    default:
      return `${LABELS[asked.part]}: ${asked.value}`;
  }
}

function visit({ kind, planned, date, host, guest, place }: VisitLine): string {
  const details = [
    guest === null ? null : `guest: ${guest}`,
    host === null ? null : `host: ${host}`,
    place === null ? null : `place: ${place}`,
  ].filter((one) => one !== null);
  const what = `${KINDS[kind]}${planned ? " (planned)" : ""}`;
  return `${date}: ${[what, ...details].join("; ")}`;
}

const of = (asked: string) => (asked === "" ? "" : ` (${asked})`);
const visitsOf = (count: number) =>
  plural(number(count), "visit, reception or meeting", "visits, receptions and meetings");
const articlesOf = (count: number) => plural(number(count), "article", "articles");
const range = (years: YearRange) =>
  years === null
    ? ""
    : years.first === years.last
      ? `, in ${years.first}`
      : `, from ${years.first} to ${years.last}`;
const whatThereIs = (visits: number, years: YearRange) =>
  visits === 0
    ? "The articles I have tell of no visit yet."
    : `The articles I have tell of ${visitsOf(visits)}${range(years)}.`;

export const en: RegisterTexts = {
  asked: (list) => list.map(part).join("; "),
  visitDate: ({ year, month: m, day: d }) => {
    const known = [d, m === null ? null : month(m), year].filter((one) => one !== null);
    return known.length === 0 ? "Date unknown" : known.join(" ");
  },
  visit,
  heading: {
    count: ({ visits, articles, asked }) =>
      `${visitsOf(visits)} in the articles I have${of(asked)}, told by ${articlesOf(articles)}:`,
    list: ({ visits, articles, asked }) =>
      `The articles I have tell of ${visitsOf(visits)}${of(asked)}, in ${articlesOf(articles)}:`,
    last: ({ asked }) => `The latest one in the articles I have${of(asked)}:`,
    first: ({ asked }) => `The earliest one in the articles I have${of(asked)}:`,
    next: ({ asked }) => `Announced in the articles I have${of(asked)}:`,
  },
  more: (count) => `… and ${number(count)} more (see /visits).`,
  undated: (count) => `Not counted, because the year is not known: ${number(count)}`,
  none: (asked, visits, years) =>
    `I found none in the articles I have${of(asked)}. ${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `I found none in the articles I have that is surely of that time${of(asked)}; of ${number(undated)} the year is not known, see the articles below.`,
  noneNext: (asked, today) =>
    `The articles I have announce none from ${day(today)} on${of(asked)}.`,
  impossible: (words, visits, years) =>
    `There is no such date as “${words}”. ${whatThereIs(visits, years)}`,
};

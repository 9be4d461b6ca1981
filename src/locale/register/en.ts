import type { PartialDate } from "../../text/partial-date.ts";
import { numberFormat, plural } from "../format.ts";
import type {
  Asked,
  AskedName,
  AskedPeriod,
  RegisterTexts,
  VisitLine,
  YearRange,
} from "./texts.ts";

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

const delegation = ({ name, isPlace }: AskedName) => (isPlace ? `a delegation from ${name}` : name);
const inPlace = (place: string | undefined) => (place === undefined ? "" : ` in ${place}`);

/** Who met whom: "Lang Son received a delegation from China". */
function event({ host, guest, sides = [], place, person, kinds }: Asked): string {
  const [one, other] = sides;
  const noun = kinds?.includes("khảo sát") ? "field visits" : kinds && "talks";
  if (host !== undefined && guest !== undefined)
    return `${host.name} received ${delegation(guest)}${inPlace(place)}`;
  if (guest !== undefined && place !== undefined)
    return `${delegation(guest)} visited ${place}${noun === undefined ? "" : ` for ${noun}`}`;
  if (host !== undefined)
    return `${host.name} received ${noun === undefined ? "guests" : `guests for ${noun}`}${inPlace(place)}`;
  if (guest !== undefined) return `${delegation(guest)} went on ${noun ?? "a visit"}`;
  const met = noun === undefined ? "met" : `held ${noun}`;
  if (one !== undefined && other !== undefined)
    return `${one.name} and ${other.name} ${met}${inPlace(place)}`;
  const who = one?.name ?? person;
  if (who !== undefined)
    return `${who} took part in ${noun ?? "a visit or meeting"}${inPlace(place)}`;
  if (noun !== undefined) return `there were ${noun}${inPlace(place)}`;
  return place === undefined ? "there was a visit or meeting" : `${place} received guests`;
}

/** What else was asked: with whom, about what, when. */
function details({ host, guest, sides, person, topic, words, period: time }: Asked): string {
  const told = [host, guest, ...(sides ?? [])].filter((one) => one !== undefined);
  const isNamed = told.some(({ name }) => name === person) || told.length === 0;
  return [
    person === undefined || isNamed ? "" : ` (with ${person} taking part)`,
    topic === undefined ? "" : ` about “${topic}”`,
    words === undefined ? "" : ` (mentioning “${words}”)`,
    time === undefined ? "" : ` ${period(time)}`,
  ].join("");
}

const full = (asked: Asked) => `${event(asked)}${details(asked)}`;
const times = (count: number) => plural(number(count), "occasion", "occasions");

function visit({ kind, planned, date, host, guest, place }: VisitLine): string {
  const who =
    guest !== null && host !== null
      ? `${guest}, received by ${host}`
      : guest !== null
        ? guest
        : host !== null
          ? `received by ${host}`
          : null;
  const what = `${KINDS[kind]}${planned ? " (planned)" : ""}`;
  return `${date}: ${what}${who === null ? "" : ` – ${who}`}${place === null ? "" : `, in ${place}`}`;
}

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

const counted = (asked: Asked, visits: number, articles: number) =>
  `According to the articles I have (${articlesOf(articles)}), ${event(asked)} on ${times(visits)}${details(asked)}:`;

/** "Date unknown", "2023", "Sep 1973", "21 Jan 2025". */
function dayWords({ year, month: m, day: d }: PartialDate): string {
  const known = [m === null ? null : d, m === null ? null : month(m), year];
  return known.filter((one) => one !== null).join(" ") || "Date unknown";
}

export const en: RegisterTexts = {
  visitDate: ({ first, last, settled }) => {
    const words = last === null ? dayWords(first) : `${dayWords(first)} – ${dayWords(last)}`;
    if (first.month !== null && first.year === null) return `${words} (year unknown)`;
    return settled ? `[${words}]` : words;
  },
  visit,
  times,
  heading: {
    count: counted,
    list: counted,
    last: (asked) => `The most recent time, in the articles I have, that ${full(asked)}:`,
    first: (asked, visits) =>
      visits === 1
        ? `The articles I have tell of one time only that ${full(asked)}:`
        : `The earliest time, in the articles I have, that ${full(asked)}:`,
    next: () => "Announced in the articles I have:",
  },
  meetings: {
    count: (meetings, articles) => `${times(meetings)}, in ${articlesOf(articles)}:`,
    list: (meetings, articles) => `${times(meetings)}, in ${articlesOf(articles)}:`,
    last: () => "The latest one in the articles I have:",
    first: () => "The earliest one in the articles I have:",
  },
  undatedMeetings: (count) =>
    `The articles I have mention ${times(count)} without a year, so none is surely first or last:`,
  further: (articles) =>
    `Also about this: ${plural(number(articles), "further article", "further articles")}`,
  onlyFurther: (articles) => `About this: ${articlesOf(articles)}`,
  more: (count) => `… and ${number(count)} more – see /visits.`,
  planned: (count) => `Not counted, as only announced: ${number(count)}`,
  onlyPlanned: (asked, planned) =>
    `The articles I have only announce, on ${times(planned)}, that ${full(asked)}; none of it is told as done:`,
  undated: (count) => `Not counted, as the year is not known: ${number(count)}`,
  sameJourney: () => "Note: meetings during one journey are counted one by one.",
  maySame: (count) =>
    `Note: of ${number(count)} of these the day or the year is not known; they may be the same as others.`,
  none: (asked, visits, years) =>
    `I did not find in the articles I have that ${full(asked)}. ${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `I did not find in the articles I have, for sure, that ${full(asked)}; of ${number(undated)} the year is not known, see the articles below.`,
  noYear: (asked, undated) =>
    `The articles I have tell on ${times(undated)} that ${full(asked)}, but not in which year, so that none is surely first or last:`,
  noneNext: (_, today) =>
    `I found no such visit or meeting announced from ${day(today)} on in the articles I have.`,
  impossible: (words, visits, years) =>
    `There is no such date as “${words}”. ${whatThereIs(visits, years)}`,
};

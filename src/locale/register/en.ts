import { askedTime, DATE_WORDS, shownDate } from "../dates.ts";
import { NUMBERS, plural } from "../format.ts";
import { KIND, range, visitsOf } from "../visits/en.ts";
import type { Asked, AskedName, VisitLine, YearRange } from "../visits/texts.ts";
import type { RegisterTexts } from "./vi.ts";

const number = NUMBERS.en;
const DATES = DATE_WORDS.en;

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
  const named = [host, guest, ...(sides ?? [])].filter((one) => one !== undefined);
  const isNamed = named.some(({ name }) => name === person) || named.length === 0;
  return [
    person === undefined || isNamed ? "" : ` (with ${person} taking part)`,
    topic === undefined ? "" : ` about “${topic}”`,
    words === undefined ? "" : ` (mentioning “${words}”)`,
    time === undefined ? "" : ` ${askedTime(time, DATES)}`,
  ].join("");
}

const full = (asked: Asked) => `${event(asked)}${details(asked)}`;
const times = (count: number) => plural(number(count), "occasion", "occasions");

function visit({ kind, planned, date, host, guest, place }: VisitLine): string {
  const who =
    guest !== null && host !== null
      ? `${guest}, received by ${host}`
      : (guest ?? (host === null ? null : `received by ${host}`));
  const what = `${KIND[kind].toLowerCase()}${planned ? " (planned)" : ""}`;
  return `${date}: ${what}${who === null ? "" : ` – ${who}`}${place === null ? "" : `, in ${place}`}`;
}

const articlesOf = (count: number) => plural(number(count), "article", "articles");
const whatThereIs = (visits: number, years: YearRange) =>
  visits === 0
    ? "The articles I have mention no visit yet."
    : `The articles I have mention ${visitsOf(visits)}${range(years)}.`;

const counted = (asked: Asked, visits: number, articles: number) => {
  const { host, guest, sides, place, person, kinds } = asked;
  const isNamed = [host, guest, sides, place, person, kinds].some((one) => one !== undefined);
  const what = isNamed ? `${event(asked)} on ${times(visits)}` : visitsOf(visits);
  return `According to the articles I have (${articlesOf(articles)}), ${what}${details(asked)}:`;
};

export const register: RegisterTexts = {
  visitDate: (date) => shownDate(date, DATES),
  visit,
  times,
  encounters: visitsOf,
  heading: {
    count: counted,
    list: counted,
    last: (asked) => `The most recent time, in the articles I have, that ${full(asked)}:`,
    first: (asked, visits) =>
      visits === 1
        ? `The articles I have mention only one time that ${full(asked)}:`
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
    `The articles I have mention ${times(count)} without a year, so which came first or last is not known:`,
  further: (articles) =>
    `Also about this: ${plural(number(articles), "further article", "further articles")}`,
  onlyFurther: (articles) => `About this: ${articlesOf(articles)}`,
  earlier: (count) => `Others that the articles mention: ${number(count)}`,
  seriesTold: (members, highest, passed) =>
    `${times(members)} told of in the articles I have${highest > 1 ? `; the newest is number ${number(highest)}` : ""}${passed > members ? `, that is, there were ${times(passed)}` : ""}:`,
  firstTold: "The earliest one that the articles mention:",
  sameTrip: (more, days) =>
    `(and ${number(more)} more on this trip${days === "" ? "" : `: ${days}`})`,
  firstRecorded: "The earliest one with a report of its own:",
  more: (count) => `… and ${number(count)} more.`,
  planned: (count) => `Not counted, as only announced: ${number(count)}`,
  onlyPlanned: (asked, planned) =>
    `The articles I have only announce it (${times(planned)}): ${full(asked)}. None is reported as held:`,
  undated: (count) => `Not counted, as the year is not known: ${number(count)}`,
  sameJourney: "Note: meetings during one journey are counted one by one.",
  maySame: (count) =>
    count === 1
      ? "Note: 1 of these has no full date and may duplicate another."
      : `Note: ${number(count)} of these have no full date and may duplicate others.`,
  none: (asked, visits, years) =>
    `I did not find in the articles I have that ${full(asked)}. ${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `I did not find a dated report that ${full(asked)}; ${number(undated)} without a year: see the articles below.`,
  noYear: (asked, undated) =>
    `The articles I have mention ${times(undated)} when ${full(asked)}, without a year, so which came first or last is not known:`,
  noneNext: (_, today) =>
    `I found no such visit or meeting announced from ${DATES.shortDay(today)} on in the articles I have.`,
  impossible: (words, visits, years) =>
    `There is no such date as “${words}”. ${whatThereIs(visits, years)}`,
};

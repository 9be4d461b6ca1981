import { askedTime, DATE_WORDS, scopeInWords, shownDate, visitDate } from "../dates.ts";
import { numberFormat, plural } from "../format.ts";
import type {
  Asked,
  AskedName,
  NamedSides,
  RegisterFacts,
  RegisterTexts,
  VisitLine,
  VisitTexts,
  YearRange,
} from "./texts.ts";

const number = numberFormat("en-US");
const DATES = DATE_WORDS.en;
const KIND: VisitTexts["kind"] = {
  thăm: "Visit",
  tiếp: "Reception",
  "tiếp xã giao": "Courtesy call",
  "hội đàm": "Talks",
  "hội kiến": "Meeting",
  "làm việc": "Working session",
  "khảo sát": "Field visit",
  "ký kết": "Signing",
  "giao lưu": "Exchange",
  "dự sự kiện": "Event",
};

const visitsOf = (count: number) =>
  plural(number(count), "visit or meeting", "visits and meetings");
const told = ({ total, articles }: RegisterFacts) =>
  `${visitsOf(total)} in ${plural(number(articles), "article", "articles")}`;

const present = (all: RegisterFacts) => `The collection has ${told(all)}${range(all.years)}.`;

const under = (scope: string) => (scope === "" ? "" : ` (${scope})`);

function questions({ host, guest, day }: NamedSides): string[] {
  const on = day === null ? "" : ` on ${day}`;
  if (host === null || guest === null) {
    const side = guest ?? host;
    return side === null ? [] : [`Who led the ${side} delegation${on}?`];
  }
  return [
    `Who received the ${guest} delegation${on}?`,
    `Who led the ${guest} delegation${on}?`,
    `What did ${host} and ${guest} discuss${on}?`,
    `What did ${host} and ${guest} agree on${on}?`,
  ];
}

export const visits: VisitTexts = {
  commands: {
    visits: "The register of visits, e.g. /visits Guangxi 2023",
    timeline: "The timeline of the visits",
    export: "The register as a file: csv, json or ics",
  },
  help: [
    "/visits – the register of visits; add names, years, places: /visits Guangxi 2023",
    "/timeline – the timeline of the visits: /timeline Chongzuo 2019-2024",
    "/export – the register as a file: /export csv (spreadsheet), /export json, /export ics (calendar)",
  ],
  inlineHelp: (bot) => `In any chat: type @${bot} and a few words to insert a visit.`,
  inlineOff: "Admins: to use @bot in any chat, send /setinline to @BotFather.",

  kind: KIND,
  date: (visit) => visitDate(visit, DATES),
  planned: "planned",
  published: "Published",
  place: "Place",
  labelled: (name) => `${name}: `,
  host: "Host",
  guest: "Guest",
  hostHead: "host",
  guestHead: "head of the delegation",
  topics: "Topics",
  agreements: "Agreements and results",
  numbers: "Figures",
  sources: "Sources",
  quotes: "In the source's words",
  morePeople: (count) => `and ${plural(number(count), "other", "others")}`,
  moreItems: (count) => `and ${number(count)} more`,

  scope: (filter) =>
    scopeInWords(filter, {
      dates: DATES,
      undated: "year unknown",
      planned: "planned",
      done: "held",
      kind: KIND,
      place: (name) => `in ${name}`,
      host: (name) => `hosted by ${name}`,
      guest: (name) => `guests from ${name}`,
      words: (words) => `“${words}”`,
    }),
  heading: (facts, scope) => `${told(facts)}${under(scope)}, newest first:`,
  emptyRegister: "The register is empty: the articles I have mention no visit or meeting.",
  nothing: (scope, all) =>
    `No visit in the articles I have matches${under(scope)}.\n${present(all)}`,
  tryFewer: "Try fewer words or another year: /visits",
  impossible: (words, all) =>
    `There is no “${words}” in the calendar. Please write a year (2023), month (3/2024), day (21/1/2025) or range (2019-2022).\n${present(all)}`,

  filterButton: { year: "Year", counterpart: "Counterpart", place: "Place" },
  choose: {
    year: "Choose a year:",
    counterpart: "Choose a counterpart:",
    place: "Choose a place:",
  },
  noYear: "Year unknown",
  anyValue: "All",
  clearFilters: "✕ Clear filters",
  back: "◀ Back",
  allButton: (total) => `All (${number(total)})`,
  ask: "Ask about this visit",
  chooseQuestion: "Choose a question below, or type your own and name the delegation.",
  noQuestion: "The articles say no more about this visit. Open the source to read all of it.",
  questions,
  listExpired: "This list is too old. Please send /visits again.",
  visitGone: "This visit is no longer in the register. Please send /visits again.",

  timelineCaption: (facts, scope) => `${told(facts)}${under(scope)}, from the articles I have.`,
  timelineUndated: (count) =>
    `None of the ${visitsOf(count)} that match has a known year, so there is no timeline. The list: /visits`,
  exportCaption: (facts, scope) => `${told(facts)}${under(scope)}, from the articles I have.`,
  exportLeftOut: (count) =>
    `${visitsOf(count)} without a known day are not in the calendar; /export csv has all.`,
  exportNoDays: (count) =>
    `None of the ${visitsOf(count)} that match has a known day, so there is no calendar. /export csv has them.`,
  inlineNothing: "No visit matches",

  shown: (shown, total) => `${number(shown)} of ${number(total)} shown; more: --limit, --offset`,
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
      : guest !== null
        ? guest
        : host !== null
          ? `received by ${host}`
          : null;
  const what = `${KIND[kind].toLowerCase()}${planned ? " (planned)" : ""}`;
  return `${date}: ${what}${who === null ? "" : ` – ${who}`}${place === null ? "" : `, in ${place}`}`;
}

const articlesOf = (count: number) => plural(number(count), "article", "articles");
const range = (years: YearRange) =>
  years === null
    ? ""
    : years.first === years.last
      ? `, in ${years.first}`
      : `, from ${years.first} to ${years.last}`;
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
  more: (count) => `… and ${number(count)} more.`,
  planned: (count) => `Not counted, as only announced: ${number(count)}`,
  onlyPlanned: (asked, planned) =>
    `The articles I have only announce it (${times(planned)}): ${full(asked)}. None is reported as held:`,
  undated: (count) => `Not counted, as the year is not known: ${number(count)}`,
  sameJourney: () => "Note: meetings during one journey are counted one by one.",
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

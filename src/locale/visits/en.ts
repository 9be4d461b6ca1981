import { numberFormat, plural } from "../format.ts";
import { type DateWords, type FilterPeriod, filterPeriod, visitDate } from "./partial-dates.ts";
import { scopeInWords } from "./scope.ts";
import type { NamedSides, RegisterFacts, VisitTexts } from "./texts.ts";

const number = numberFormat("en-US");
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const monthName = (month: number) => MONTHS[month - 1] ?? String(month);

const DATES: DateWords = {
  day: (year, month, day) => `${day} ${monthName(month)} ${year}`,
  month: (year, month) => `${monthName(month)} ${year}`,
  year: String,
  dayAndMonth: (month, day) => `${day} ${monthName(month)}, year unknown`,
  monthOnly: (month) => `${monthName(month)}, year unknown`,
  dayOnly: (day) => `day ${day}, month and year unknown`,
  unknown: "date unknown",
  days: (year, month, first, last) => `${first}–${last} ${monthName(month)} ${year}`,
};

function inPeriod(period: FilterPeriod): string {
  switch (period.kind) {
    case "years":
      return `${period.from}–${period.to}`;
    case "between":
      return `${period.from} to ${period.to}`;
    case "from":
      return `since ${period.date}`;
    case "to":
      return `up to ${period.date}`;
    default:
      return period.date;
  }
}

const KIND: VisitTexts["kind"] = {
  thăm: "Visit",
  tiếp: "Reception",
  "tiếp xã giao": "Courtesy call",
  "hội đàm": "Talks",
  "hội kiến": "Meeting",
  "làm việc": "Working session",
  "khảo sát": "Field survey",
  "ký kết": "Signing",
  "giao lưu": "Exchange",
  "dự sự kiện": "Event",
};

const visitsOf = (count: number) =>
  plural(number(count), "visit or meeting", "visits and meetings");
const told = ({ total, articles }: RegisterFacts) =>
  `${visitsOf(total)} in ${plural(number(articles), "article", "articles")}`;

function present(all: RegisterFacts): string {
  const { years } = all;
  const span =
    years === null
      ? ""
      : years.first === years.last
        ? `, of ${years.first}`
        : `, from ${years.first} to ${years.last}`;
  return `The collection has ${told(all)}${span}.`;
}

const under = (scope: string) => (scope === "" ? "" : ` (${scope})`);

function questions({ host, guest, day }: NamedSides): string[] {
  const on = day === null ? "" : ` on ${day}`;
  if (host === null || guest === null) {
    const side = guest ?? host;
    return side === null ? [] : [`Who led the delegation of ${side}${on}?`];
  }
  return [
    `Who received the delegation of ${guest}${on}?`,
    `Who led the delegation of ${guest}${on}?`,
    `What did ${host} and ${guest} discuss${on}?`,
    `What did ${host} and ${guest} agree on${on}?`,
  ];
}

export const en: VisitTexts = {
  commands: {
    visits: "The register of visits, e.g. /visits Guangxi 2023",
    timeline: "A picture of the visits over time",
    export: "The register as a file: csv, json or ics",
  },
  help: [
    "/visits – the register of visits; add names, years, places: /visits Guangxi 2023",
    "/timeline – a picture of the visits over time: /timeline Chongzuo 2019-2024",
    "/export – the register as a file: /export csv (spreadsheet), /export json, /export ics (calendar)",
  ],
  inlineHelp: (bot) => `In any chat: type @${bot} and a few words to insert a visit.`,
  inlineOff: "Admins: to use @bot in any chat, send /setinline to @BotFather.",

  kind: KIND,
  date: (visit) => visitDate(visit, DATES),
  planned: "planned",
  published: "Published",
  place: "Place",
  host: "Host",
  guest: "Guest",
  hostHead: "host",
  guestHead: "head of the delegation",
  topics: "Topics",
  agreements: "Agreements and results",
  numbers: "Figures",
  sources: "Sources",
  quotes: "Original passages",
  morePeople: (count) => `and ${plural(number(count), "other", "others")}`,
  moreItems: (count) => `and ${number(count)} more`,

  scope: (filter) =>
    scopeInWords(filter, {
      period: (of) => filterPeriod(of, DATES),
      inPeriod,
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
  emptyRegister:
    "The register is empty: I have not read of any visit or meeting in the articles I have.",
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
  ask: "Ask about this visit",
  chooseQuestion: "Choose a question below, or type your own and name the delegation.",
  noQuestion: "The articles say no more about this visit. Open the source to read all of it.",
  questions,
  listExpired: "This list is no longer at hand. Please send /visits again.",
  visitGone: "This visit is no longer in the register. Please send /visits again.",

  timelineCaption: (facts, scope) => `${told(facts)}${under(scope)}, from the articles I have.`,
  timelineUndated: (count) =>
    `The year of none of the ${visitsOf(count)} that match is known, so there is no timeline. The list: /visits`,
  exportUsage:
    "Please choose a format: /export csv (spreadsheet), /export json, or /export ics (calendar). A filter may follow: /export csv Guangxi 2023",
  exportCaption: (facts, scope) => `${told(facts)}${under(scope)}, from the articles I have.`,
  exportLeftOut: (count) =>
    `${visitsOf(count)} without a known day are not in the calendar; /export csv has all.`,
  exportNoDays: (count) =>
    `The day of none of the ${visitsOf(count)} that match is known, so there is no calendar. /export csv has them.`,
  inlineNothing: "No visit matches",

  shown: (shown, total) => `${number(shown)} of ${number(total)} shown; more: --limit, --offset`,
};

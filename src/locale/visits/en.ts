import type { VisitKind } from "../../model/index.ts";
import { DATE_WORDS, scopeInWords, visitDate } from "../dates.ts";
import { NUMBERS, plural, yearSpan } from "../format.ts";
import type { NamedSides, RegisterFacts, VisitQuestion, YearRange } from "./texts.ts";
import type { VisitTexts } from "./vi.ts";

const number = NUMBERS.en;
const DATES = DATE_WORDS.en;
export const KIND: Readonly<Record<VisitKind, string>> = {
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

export const visitsOf = (count: number) =>
  plural(number(count), "visit or meeting", "visits and meetings");
const told = ({ total, articles }: RegisterFacts) =>
  `${visitsOf(total)} in ${plural(number(articles), "article", "articles")}`;

/** Behind a number of visits: the years that they span. */
export const range = (years: YearRange) =>
  yearSpan(
    years,
    (year) => `, in ${year}`,
    (first, last) => `, from ${first} to ${last}`,
  );

const present = (all: RegisterFacts) => `The collection has ${told(all)}${range(all.years)}.`;

const under = (scope: string) => (scope === "" ? "" : ` (${scope})`);

function questions({ host, guest, day }: NamedSides): VisitQuestion[] {
  const on = day === null ? "" : ` on ${day}`;
  if (host === null || guest === null) {
    const side = guest ?? host;
    if (side === null) return [];
    return [{ asks: "head", question: `Who led the ${side} delegation${on}?` }];
  }
  return [
    { asks: "host", question: `Who received the ${guest} delegation${on}?` },
    { asks: "head", question: `Who led the ${guest} delegation${on}?` },
    { asks: "discussed", question: `What did ${host} and ${guest} discuss${on}?` },
    { asks: "agreed", question: `What did ${host} and ${guest} agree on${on}?` },
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

  caption: (facts, scope) => `${told(facts)}${under(scope)}, from the articles I have.`,
  timelineUndated: (count) =>
    `None of the ${visitsOf(count)} that match has a known year, so there is no timeline. The list: /visits`,
  exportLeftOut: (count) =>
    `${visitsOf(count)} without a known day are not in the calendar; /export csv has all.`,
  exportNoDays: (count) =>
    `None of the ${visitsOf(count)} that match has a known day, so there is no calendar. /export csv has them.`,
  inlineNothing: "No visit matches",

  shown: (shown, total) => `${number(shown)} of ${number(total)} shown; more: --limit, --offset`,
};

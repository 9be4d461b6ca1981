import { placeIn } from "../../../language/names/index.ts";
import {
  comparePartialDates,
  datesIn,
  fold,
  isSyllableShaped,
  matchesIn,
  rememberedTexts,
  UNKNOWN_DATE,
} from "../../../language/text/index.ts";
import { areOneName, readingOf } from "../../../language/translate/index.ts";
import type { Locale, VisitLine } from "../../../locale/index.ts";
import type { Language, PartialDate, Visit, VisitSide, VisitSource } from "../../../model/index.ts";
import { markedKey, namesPlace } from "../../../visits/register/index.ts";
import type { RowFocus } from "../asked/index.ts";
import { bodyInLanguage, placeInLanguage } from "./in-language.ts";

const PARTS = ["year", "month", "day"] as const;

/**
 * How a text tells a date: `told` with all parts that are known; `settled` where its year, or what "hôm nay"
 * means, follows from when the article was published; null where it does not tell it.
 */
type DateEvidence = "told" | "settled" | null;

/** Days that English and Chinese reports leave to what they told before: "the following day", "当晚", "11日上午". */
const DAY_TOLD_BEFORE =
  /\b(?:following|next|same|that) (?:day|morning|afternoon|evening)\b|(?:次|翌|当|同)[日天晚]|第二天/iu;
const BARE_DAY = /(?<![\d月])(\d{1,2})[日号]/gu;

function refersTo(text: string, { day }: PartialDate): boolean {
  if (day === null) return false;
  return (
    DAY_TOLD_BEFORE.test(text) || matchesIn(text, BARE_DAY).some(([, said]) => Number(said) === day)
  );
}

export function tellsDate(text: string, date: PartialDate): DateEvidence {
  const known = PARTS.filter((part) => date[part] !== null);
  if (known.length === 0) return null;
  let told: DateEvidence = null;
  for (const mention of datesIn(text)) {
    if (mention.kind === "relative") told = "settled";
    for (const one of [mention.date, mention.endDate]) {
      if (one === null) continue;
      if (known.every((part) => one[part] === date[part])) return "told";
      const fits = known.every((part) => one[part] === null || one[part] === date[part]);
      if (fits && one.year === null && date.year !== null) told = "settled";
    }
  }
  return told ?? (refersTo(text, date) ? "settled" : null);
}

/** A visit is cited by at most so many passages; what none of them tells is not shown. */
const MAX_SOURCES = 4;
/** A body's name that is longer is cut on the line; the passage has it whole. */
const MAX_NAME_CHARS = 110;
/** A longer office is that of several bodies. */
const MAX_OFFICE_CHARS = 60;

/** A visit's line and the passages that it is read from. */
interface ShownVisit {
  readonly line: VisitLine;
  readonly sources: readonly VisitSource[];
}

/** Nothing asked of a line beside what every line shows. */
export const NO_FOCUS: RowFocus = { persons: [], offices: false, where: false, numbers: false };

/** Those of a side who are asked for and do not lead it. */
const askedOf = ({ head, people }: VisitSide, { persons }: RowFocus) =>
  people.filter(
    ({ name }) =>
      name !== head && persons.some((one) => fold(one) === fold(name) || areOneName(one, name)),
  );

/** A side in the words of the passages, its place in the asker's language where that has a sure name. */
function sideName(
  side: VisitSide,
  quotes: readonly string[],
  { language }: Locale,
  focus: RowFocus,
): string | null {
  const { organisation, province, country, head, people } = side;
  const leader = readable(heldName(quotes, head), language);
  const place = [province, country].find((one) => holds(quotes, one)) ?? null;
  const body =
    organisation !== null && holds(quotes, organisation)
      ? named(organisation, province, language)
      : place === null
        ? null
        : placeInLanguage(place, language);
  const short =
    body !== null && body.length > MAX_NAME_CHARS
      ? `${body.slice(0, body.lastIndexOf(" ", MAX_NAME_CHARS))} …`
      : body;
  const withOffice = (name: string, position: string | null) =>
    language === "vi" &&
    position !== null &&
    position.length <= MAX_OFFICE_CHARS &&
    quotes.some((quote) => quote.includes(position))
      ? `${name}, ${position}`
      : name;
  const others = askedOf(side, focus).flatMap(({ name, position }) =>
    holds(quotes, name) ? [withOffice(readable(name, language) ?? name, position)] : [],
  );
  if (short === null || leader === null) {
    const one = short ?? leader;
    return one === null || others.length === 0 ? one : bracketed(one, others.join("; "), language);
  }
  // Where only the province of a side is known, the office says of which town its head is.
  const position = people.find(({ name }) => name === head)?.position ?? null;
  const tells =
    organisation === null &&
    position !== null &&
    placeIn(position) !== null &&
    !holds([position], province);
  const office = tells || focus.offices ? withOffice(leader, position) : leader;
  return bracketed(short, [office, ...others].join("; "), language);
}

const bracketed = (name: string, within: string, language: Language) =>
  language === "zh" ? `${name}（${within}）` : `${name} (${within})`;

/** A body in the asker's language with its own name behind it; the own name alone where it has no sure translation. */
function named(organisation: string, province: string | null, language: Language): string {
  const own = placeInLanguage(organisation, language);
  const known = language === "vi" || own !== organisation;
  const told = known ? null : bodyInLanguage(organisation, province, language);
  if (told === null) return own;
  const both = bracketed(told, organisation, language);
  return both.length > MAX_NAME_CHARS ? told : both;
}

/** Marks kept; "Jong-un" and "Jong - un" are one. Each name of a visit is looked for in each of its passages. */
const keyOf = rememberedTexts((text) => ` ${markedKey(text).replace(/[\s-]+/gu, " ")} `);

/** True where one of the texts has the name word by word, or another name of the same place. */
function holds(quotes: readonly string[], name: string | null): boolean {
  if (name === null) return false;
  const key = keyOf(name);
  return quotes.some((quote) => keyOf(quote).includes(key) || namesPlace(quote, name));
}

/** A name in Chinese characters with how it is read, for those who do not read them; brackets mark what is added. */
function readable(name: string | null, language: Language): string | null {
  const reading = name === null || language === "zh" ? null : readingOf(name);
  return reading === null ? name : `${name} [${reading}]`;
}

/** A person's name as far as the texts have it: "Pompeo" for Mike Pompeo; null where they don't. */
function heldName(quotes: readonly string[], name: string | null): string | null {
  if (name === null || holds(quotes, name)) return name;
  const last = name.split(" ").at(-1)!;
  const isFamilyName = last.length > 2 && !isSyllableShaped(fold(last));
  return isFamilyName && holds(quotes, last) ? last : null;
}

/**
 * A visit as one line of an answer: nothing stands on it that the cited passages do not tell, but for parts
 * of a date that follow from when the article was published, and a day that an admin set.
 */
export function shownVisit(visit: Visit, locale: Locale, focus = NO_FOCUS): ShownVisit {
  const sources = tellingSources(visit, focus);
  const quotes = sources.map(({ quote }) => quote);
  const tells = (date: PartialDate | null) => {
    if (date === null) return null;
    if (visit.dateSet) return "told";
    const told = quotes.map((quote) => tellsDate(quote, date));
    return told.includes("told") ? "told" : (told.find((one) => one !== null) ?? null);
  };
  const first = tells(visit.date);
  const last = tells(visit.endDate);
  const place = holds(quotes, visit.place) ? visit.place : null;
  const host = sideName(visit.host, quotes, locale, focus);
  return {
    line: {
      kind: visit.kind,
      planned: visit.planned,
      date: locale.register.visitDate({
        first: first === null ? UNKNOWN_DATE : visit.date,
        last: first === null || last === null ? null : visit.endDate,
        settled: first === "settled" || (first !== null && last === "settled"),
      }),
      host,
      guest: sideName(visit.guest, quotes, locale, focus),
      // "Quảng Tây hội đàm với …, tại Quảng Tây" says it twice.
      place: saysTwice(place, visit.host, host)
        ? null
        : place && placeInLanguage(place, locale.language),
    },
    sources,
  };
}

function saysTwice(place: string | null, { province, country }: VisitSide, host: string | null) {
  if (place === null || host === null) return false;
  const name = markedKey(place);
  const isHost = [province, country].some((one) => one !== null && namesOnly(name, one));
  return isHost || markedKey(host).startsWith(name);
}

/** "tỉnh Lạng Sơn" is Lạng Sơn and no more. */
const namesOnly = (key: string, place: string) =>
  key.replace(/^(?:tỉnh|thành phố|thủ đô|nước) /u, "") === markedKey(place);

/** Whether a passage tells what a visit's line shows, thing by thing. */
function claims(
  { date, endDate, place, host, guest }: Visit,
  focus: RowFocus,
): ((quote: string) => boolean)[] {
  const others = [host, guest].flatMap((side) => askedOf(side, focus).map(({ name }) => name));
  const names = [
    host.head,
    guest.head,
    guest.organisation,
    host.organisation,
    place,
    ...others,
  ].filter((one) => one !== null);
  const places = [host, guest].flatMap(({ organisation, province, country }) =>
    organisation === null ? [province ?? country] : [],
  );
  return [
    (quote) => tellsDate(quote, date) !== null,
    (quote) => tellsDate(quote, date) === "told",
    ...(endDate === null ? [] : [(quote: string) => tellsDate(quote, endDate) !== null]),
    ...[...names, ...places].map((name) => (quote: string) => holds([quote], name)),
  ];
}

/** The passages that tell most of what a visit's line shows, in their own order; at least one. */
export function tellingSources(visit: Visit, focus = NO_FOCUS): VisitSource[] {
  const told = claims(visit, focus);
  const held = visit.sources.map(({ quote }) => new Set(told.filter((claim) => claim(quote))));
  const open = new Set(told);
  const chosen: number[] = [];
  while (chosen.length < MAX_SOURCES) {
    const gains = held.map((has, i) =>
      chosen.includes(i) ? -1 : [...has].filter((claim) => open.has(claim)).length,
    );
    const best = gains.indexOf(Math.max(...gains));
    if (best < 0 || gains[best]! < 0 || (chosen.length > 0 && gains[best] === 0)) break;
    chosen.push(best);
    for (const claim of held[best]!) open.delete(claim);
  }
  return visit.sources.filter((_, i) => chosen.includes(i));
}

/** True where two of the visits were on the same days: meetings of one journey are told apart. */
export function shareDays(visits: readonly Visit[]): boolean {
  const spans = visits.flatMap(({ date, endDate }) =>
    date.month === null || date.day === null ? [] : [{ first: date, last: endDate ?? date }],
  );
  return spans.some((one, i) =>
    spans
      .slice(0, i)
      .some(
        (other) =>
          comparePartialDates(one.first, other.last) <= 0 &&
          comparePartialDates(other.first, one.last) <= 0,
      ),
  );
}

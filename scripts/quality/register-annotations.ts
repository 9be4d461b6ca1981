import { readFileSync } from "node:fs";
import * as z from "zod";
import { fold } from "../../src/language/text/fold.ts";
import { comparePartialDates } from "../../src/language/text/partial-date.ts";
import type { PartialDate } from "../../src/model/language.ts";
import type { Visit } from "../../src/model/visit.ts";

// "2023-02-28", "?-10-25"; several parted by "|", an empty one for "need not be filled".
const DATE_KEY =
  /^\|?(?:\d{4}|\?)-(?:\d\d|\?)-(?:\d\d|\?)(?:\|(?:\d{4}|\?)-(?:\d\d|\?)-(?:\d\d|\?))*$/u;
const LABEL_KEY = /^[0-9a-z |]+$/u;

const dates = z.string().regex(DATE_KEY);
const labels = z.string().regex(LABEL_KEY);

const side = z.strictObject({
  organisation: labels.optional(),
  province: labels.optional(),
  country: labels.optional(),
  head: labels.optional(),
  people: z.array(labels).default([]),
  also: z.array(labels).default([]),
});

const visit = z.strictObject({
  kind: labels.optional(),
  planned: z.boolean().nullable().default(null),
  date: dates.optional(),
  endDate: dates.optional(),
  place: labels.optional(),
  host: side.prefault({}),
  guest: side.prefault({}),
  eitherSide: z.boolean().default(false),
  optional: z.boolean().default(false),
});

const file = z.object({ about: z.string(), articles: z.record(z.string(), z.array(visit)) });

/** One side of a visit as a clerk would record it; the format is told in annotations/README.md. */
export type ExpectedSide = z.output<typeof side>;

/** A visit as a clerk would record it; the format is told in annotations/README.md. */
export type ExpectedVisit = z.output<typeof visit>;

/** Checks annotations read from JSON. @throws z.ZodError for a key that is not folded or not a date. */
export function parseAnnotations(json: unknown): ReadonlyMap<string, readonly ExpectedVisit[]> {
  return new Map(Object.entries(file.parse(json).articles));
}

/** Reads one file of annotations: the expected visits by article id. */
export function readAnnotations(path: string | URL): ReadonlyMap<string, readonly ExpectedVisit[]> {
  return parseAnnotations(JSON.parse(readFileSync(path, "utf8")));
}

/** How a reported field stands to its key; `fine`: nothing to count, as where it is rightly left empty. */
export type Verdict = "right" | "wrong" | "wrong and missed" | "missed" | "fine";

// A label longer than this is a sentence that happens to hold the key.
const LONGEST_LABEL_WORDS = 24;
// "Thủ tướng", "ông", "đồng chí" before a name, or a middle name that the key leaves out.
const EXTRA_NAME_WORDS = 3;

/** The form in which labels are compared: folded words with one space between them. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const wordCount = (text: string): number => text.split(" ").length;

function alternatives(key: string | undefined): { required: boolean; forms: readonly string[] } {
  if (key === undefined) return { required: false, forms: [] };
  const forms = key.split("|");
  return { required: !forms.includes(""), forms: forms.filter((form) => form !== "") };
}

function filled(right: boolean, required: boolean): Verdict {
  if (right) return "right";
  return required ? "wrong and missed" : "wrong";
}

/** Judges a place, organisation, province, country or kind. */
export function judgeLabel(reported: string | null, key: string | undefined): Verdict {
  const { required, forms } = alternatives(key);
  if (reported === null) return required ? "missed" : "fine";
  const text = plain(reported);
  const holds = wordCount(text) <= LONGEST_LABEL_WORDS;
  return filled(holds && forms.some((form) => ` ${text} `.includes(` ${form} `)), required);
}

/** True where a name is one of the key's: at most a title or a middle name more. */
export function isName(reported: string, key: string): boolean {
  const text = plain(reported);
  return alternatives(key).forms.some(
    (form) =>
      ` ${text} `.includes(` ${form} `) && wordCount(text) - wordCount(form) <= EXTRA_NAME_WORDS,
  );
}

/** Judges the name of a head. */
export function judgeName(reported: string | null, key: string | undefined): Verdict {
  const { required } = alternatives(key);
  if (reported === null) return required ? "missed" : "fine";
  return filled(key !== undefined && isName(reported, key), required);
}

/** True where a field has to be filled. */
export function isRequired(key: string | undefined): boolean {
  return alternatives(key).required;
}

/** Reads one date of a key, such as `?-10-25`. */
function parseDate(text: string): PartialDate {
  const [year, month, day] = text.split("-").map((part) => (part === "?" ? null : Number(part)));
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}

const PARTS = ["year", "month", "day"] as const;

/**
 * Judges a date: right where it has every part of the key and no other, missed where it has only
 * some of them, wrong where a part differs or none settles it.
 */
export function judgeDate(reported: PartialDate | null, key: string | undefined): Verdict {
  const { required, forms } = alternatives(key);
  if (reported === null || PARTS.every((part) => reported[part] === null))
    return required ? "missed" : "fine";
  const dates = forms.map(parseDate);
  if (dates.some((date) => PARTS.every((part) => date[part] === reported[part]))) return "right";
  const agrees = (date: PartialDate) =>
    PARTS.every((part) => reported[part] === null || date[part] === reported[part]);
  if (dates.some(agrees)) return required ? "missed" : "fine";
  return filled(false, required);
}

const which = z.strictObject({
  guest: z.string(),
  host: z.string().optional(),
  place: z.string().optional(),
  date: z.string().optional(),
});

const sameVisitsFile = z.object({
  same: z.array(which.extend({ articles: z.array(z.string()).min(2) })),
  apart: z.array(
    z.object({
      why: z.string(),
      visits: z.tuple([
        which.extend({ article: z.string() }),
        which.extend({ article: z.string() }),
      ]),
    }),
  ),
});

/** Visits that several articles tell, and pairs of visits that are easily taken for one. */
type SameVisits = z.output<typeof sameVisitsFile>;

/** Checks what was read from `same-visit.json`. */
export const parseSameVisits = (json: unknown): SameVisits => sameVisitsFile.parse(json);

/** Reads `same-visit.json`. */
export function readSameVisits(path: URL): SameVisits {
  return parseSameVisits(JSON.parse(readFileSync(path, "utf8")));
}

/** What is left to know where some articles must not be looked at. */
export function withoutArticles(
  { same, apart }: SameVisits,
  unseen: ReadonlySet<string>,
): SameVisits {
  return {
    same: same
      .map((group) => ({ ...group, articles: group.articles.filter((id) => !unseen.has(id)) }))
      .filter(({ articles }) => articles.length > 1),
    apart: apart.filter(({ visits }) => !visits.some(({ article }) => unseen.has(article))),
  };
}

/** Outcomes in words, each with the visits it befell; `not read`: the reader did not report them all. */
type Merging = Readonly<
  Record<
    "same: one record" | "same: split" | "apart: two records" | "apart: confused" | "not read",
    string[]
  >
>;

function isMeant(visit: Visit, { guest, host, place, date }: z.output<typeof which>): boolean {
  const heads = [visit.guest.head, visit.host.head].filter((head) => head !== null);
  const named = (key: string) => heads.some((head) => isName(head, key));
  if (!named(guest) || (host !== undefined && !named(host))) return false;
  if (date !== undefined && comparePartialDates(visit.date, parseDate(date)) !== 0) return false;
  return place === undefined || visit.place === null || judgeLabel(visit.place, place) === "right";
}

/** Judges the records made of all articles by what is known of the same and of different visits. */
export function judgeMerging(visits: readonly Visit[], { same, apart }: SameVisits): Merging {
  const find = (article: string, key: z.output<typeof which>) =>
    visits.find((visit) => visit.articleIds.includes(article) && isMeant(visit, key));
  const merging: Merging = {
    "same: one record": [],
    "same: split": [],
    "apart: two records": [],
    "apart: confused": [],
    "not read": [],
  };
  for (const group of same) {
    const found = group.articles.map((article) => find(article, group));
    const line = `${group.guest}, ${group.host ?? group.place}, ${group.date}: ${group.articles.join(" ")}`;
    if (found.includes(undefined)) merging["not read"].push(line);
    else merging[new Set(found).size === 1 ? "same: one record" : "same: split"].push(line);
  }
  for (const { why, visits: pair } of apart) {
    const [a, b] = pair.map((key) => find(key.article, key));
    const line = `${why}: ${pair.map((key) => key.article).join(" ")}`;
    if (!a || !b) merging["not read"].push(line);
    else merging[a === b ? "apart: confused" : "apart: two records"].push(line);
  }
  return merging;
}

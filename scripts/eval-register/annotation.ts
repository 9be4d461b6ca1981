import { readFileSync } from "node:fs";
import * as z from "zod";

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

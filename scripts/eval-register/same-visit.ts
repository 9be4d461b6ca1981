import { readFileSync } from "node:fs";
import * as z from "zod";
import { comparePartialDates } from "../../src/language/text/partial-date.ts";
import type { Visit } from "../../src/model/visit.ts";
import { isName, judgeLabel, parseDate } from "./verdict.ts";

const which = z.strictObject({
  guest: z.string(),
  host: z.string().optional(),
  place: z.string().optional(),
  date: z.string().optional(),
});

const file = z.object({
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
type SameVisits = z.output<typeof file>;

/** Checks what was read from `same-visit.json`. */
export const parseSameVisits = (json: unknown): SameVisits => file.parse(json);

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

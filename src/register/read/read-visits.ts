import type { Article } from "../../ingest/article.ts";
import { sentences } from "../../text/sentences.ts";
import type { VisitReport, VisitSide } from "../visit.ts";
import { keepDistinct } from "./distinct-sides.ts";
import { eventsIn } from "./events.ts";
import { readForeign } from "./foreign.ts";
import type { Group } from "./group.ts";
import { groupEvents } from "./group-events.ts";
import { type Matters, readMatters } from "./matters.ts";
import { addInviters, addParticipants } from "./participants.ts";
import { gatherPeople } from "./people.ts";
import { type VisitRow, visitRow } from "./rows.ts";
import type { Side } from "./sides.ts";
import { type Skeleton, skeletonOf, TELLS } from "./skeleton.ts";
import { UNKNOWN_DATE } from "./when.ts";

/** Sentences read of one article; reports tell what happened in their first ones. */
const MOST_SENTENCES = 60;
/** Rows read of one table; a year of visits of a province is some hundreds. */
const MOST_ROWS = 2_000;

/**
 * Reads the visits and meetings that an article (or brief) tells of.
 *
 * Every filled field has its passages in `evidence`, ranges of `article.text`. What the text doesn't tell is
 * null or empty. An article without a visit gives an empty list.
 */
export function readVisits(article: Article): VisitReport[] {
  return readForeign(article, readVietnamese) ?? readVietnamese(article);
}

function readVietnamese(article: Article): VisitReport[] {
  const rows = article.blocks.flatMap((block) => visitRow(article, block) ?? []);
  if (rows.length === 0) return visitsOfReport(article);
  const tabled = new Set(rows.map(({ block }) => block));
  const rest = article.blocks.filter((block) => !tabled.has(block));
  return [
    ...visitsOfReport({ ...article, blocks: rest }),
    ...rows.slice(0, MOST_ROWS).flatMap((row) => visitsOfRow(article, row)),
  ];
}

/** The visit of a row, read from its sentence; the whole row is the passage of every field. */
function visitsOfRow(article: Article, { sentence, topic, block }: VisitRow): VisitReport[] {
  const told = {
    ...article,
    text: sentence,
    event: null,
    blocks: [{ kind: "lead" as const, start: 0, end: sentence.length }],
  };
  const passage = [{ start: block.start, end: block.end }];
  return visitsOfReport(told)
    .slice(0, 1)
    .map((visit) => {
      const evidence = Object.keys(visit.evidence).map((field) => [field, passage]);
      const topics = topic === null ? [] : [["topics", passage]];
      return {
        ...visit,
        topics: topic === null ? visit.topics : [topic],
        evidence: Object.fromEntries([...evidence, ...topics]),
      };
    });
}

function visitsOfReport(article: Article): VisitReport[] {
  if (!TELLS.test(article.text)) return [];
  const skeletons = skeletonsOf(article);
  const title = skeletonOf(article.title, -1);
  const people = gatherPeople([...skeletons, title]);
  const home = { province: homeProvince(skeletons, title) };
  const events = skeletons.flatMap(eventsIn);
  const groups = groupEvents(events, people, home, article.published, article.title);
  // Who presided counts before who invited.
  addParticipants(groups, skeletons, people);
  addInviters(groups, skeletons, people);
  return groups
    .filter(keepDistinct)
    .map((group) => reportOf(group, article, mattersOf(group, groups, skeletons)));
}

/** The talks of an article with one visit are that visit's; with several, only what its own sentences say. */
function mattersOf(
  group: Group,
  groups: readonly Group[],
  skeletons: readonly Skeleton[],
): Matters {
  if (groups.length === 1) return readMatters(skeletons);
  return readMatters([...new Set(group.events.map(({ skeleton }) => skeleton))]);
}

function skeletonsOf(article: Article): Skeleton[] {
  const found: Skeleton[] = [];
  for (const block of article.blocks) {
    if (block.kind !== "lead" && block.kind !== "paragraph") continue;
    const text = article.text.slice(block.start, block.end);
    for (const { start, end } of sentences(text)) {
      if (found.length >= MOST_SENTENCES) return found;
      found.push(skeletonOf(text.slice(start, end), block.start + start));
    }
  }
  return found;
}

/** The Vietnamese province that the article speaks of most; null where two are named as often. */
function homeProvince(skeletons: readonly Skeleton[], title: Skeleton): string | null {
  const counts = new Map<string, number>();
  for (const { places, parties } of [...skeletons, title])
    for (const { country, province } of [...places, ...parties])
      if (country === "Việt Nam" && province !== null)
        counts.set(province, (counts.get(province) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

function reportOf(group: Group, article: Article, matters: Matters): VisitReport {
  const { kind, planned, host, guest, when, place } = group;
  const { topics, agreements, numbers, passages } = matters;
  const evidence = Object.fromEntries(
    [...group.evidence, ...Object.entries(passages)].filter(([, list]) => list.length > 0),
  );
  return {
    articleId: article.id,
    published: article.published,
    kind,
    planned,
    date: when?.date ?? UNKNOWN_DATE,
    endDate: when?.endDate ?? null,
    place: place?.text ?? null,
    host: finished(host),
    guest: finished(without(guest, host)),
    topics,
    agreements,
    numbers,
    points: [],
    evidence,
  };
}

/** Nobody stands on both sides; who receives is named first. */
function without(side: Side, other: Side): Side {
  const taken = new Set(other.people.map(({ name }) => name));
  return {
    ...side,
    people: side.people.filter(({ name }) => name === side.head || !taken.has(name)),
  };
}

const finished = ({ organisation, province, country, head, people }: Side): VisitSide => ({
  organisation,
  province,
  country,
  head,
  people,
});

import type { Visit, VisitSide } from "../model/index.ts";

const peopleJson = ({ people }: VisitSide) =>
  people.map(({ name, position }) => ({ name, position }));

const sideJson = (side: VisitSide) => ({
  organisation: side.organisation,
  head: side.head,
  people: peopleJson(side),
  province: side.province,
  country: side.country,
});

/** The documented object of a visit: unknown parts are null or empty, `endDate` is there where it lasted several days. */
export function visitJson(visit: Visit): object {
  const { year, month, day } = visit.date;
  const { endDate } = visit;
  return {
    id: visit.id,
    kind: visit.kind,
    planned: visit.planned,
    date: { year, month, day },
    ...(endDate && { endDate: { year: endDate.year, month: endDate.month, day: endDate.day } }),
    published: visit.published,
    place: visit.place,
    host: sideJson(visit.host),
    guest: sideJson(visit.guest),
    participants: { host: peopleJson(visit.host), guest: peopleJson(visit.guest) },
    points: visit.points.map(({ act, speaker, side, text, articleId, start, end }) => ({
      act,
      speaker,
      side,
      text,
      articleId,
      start,
      end,
    })),
    topics: visit.topics,
    agreements: visit.agreements,
    sources: visit.sources.map(({ articleId, title, link, quote, start, end }) => ({
      articleId,
      title,
      link,
      quote,
      start,
      end,
    })),
    numbers: visit.numbers.map(({ text, what }) => ({ text, what })),
  };
}

/** A JSON array, one visit a line. */
export function visitsJson(visits: readonly Visit[]): string {
  if (visits.length === 0) return "[]\n";
  return `[\n${visits.map((visit) => JSON.stringify(visitJson(visit))).join(",\n")}\n]\n`;
}

import { addressOf } from "../../articles/parse/index.ts";
import { comparePartialDates, fold } from "../../language/text/index.ts";
import type {
  Article,
  CitedPoint,
  PartialDate,
  Passage,
  Visit,
  VisitField,
  VisitReport,
  VisitSide,
  VisitSource,
} from "../../model/index.ts";
import { emptySide, repeats } from "../read/index.ts";
import { type Correction, refOf } from "./corrections.ts";
import { clusterReports, type VisitCluster } from "./same-visit.ts";

/** What the sources of a visit need of an article. */
export type SourceArticle = Pick<Article, "title" | "url" | "text" | "isSummary">;

/**
 * Makes visits of the reports of all articles: the same visit told by several becomes one.
 *
 * @param articleOf Looks up an article that a report names. @throws RangeError where it isn't known.
 */
export function mergeReports(
  reports: readonly VisitReport[],
  articleOf: (id: string) => SourceArticle | undefined,
  corrections: readonly Correction[] = [],
): Visit[] {
  return clusterReports(reports, corrections).map((cluster) => visitOf(cluster, articleOf));
}

/** Makes the record of one visit. What the most telling report tells counts; the others fill in what it leaves out. */
export function visitOf(
  { id, reports }: VisitCluster,
  articleOf: (id: string) => SourceArticle | undefined,
): Visit {
  // What happened says more than what was announced.
  const done = reports.filter(({ planned }) => !planned);
  const telling = (done.length > 0 ? done : reports).toSorted((a, b) => told(b) - told(a));
  const others = reports.filter((report) => !telling.includes(report));
  const ranked = [...telling, ...others];
  const used = new Used();
  const main = ranked[0]!;
  used.add(main, "kind", "planned");
  const dated = ranked.toSorted((a, b) => surety(b) - surety(a))[0]!;
  if (knownParts(dated.date) > 0) used.add(dated, "date");
  const year = ranked.find(
    ({ date }) => date.year !== null && comparePartialDates(date, dated.date) === 0,
  );
  if (dated.date.year === null && year !== undefined) used.add(year, "date");
  const ended =
    dated.endDate === null && !dated.dateSet
      ? ranked.find(({ endDate }) => endDate !== null)
      : dated;
  if (ended !== undefined) used.add(ended, "endDate");
  const placed = ranked.find(({ place }) => place !== null);
  if (placed !== undefined) used.add(placed, "place");
  const most = <T>(of: (report: VisitReport) => readonly T[], field: VisitField): readonly T[] => {
    const best = ranked.toSorted((a, b) => of(b).length - of(a).length)[0]!;
    if (of(best).length > 0) used.add(best, field);
    return of(best);
  };
  const guest = mergedSide(ranked, "guest", used);
  const host = mergedSide(ranked, "host", used);
  const date = { ...dated.date, year: dated.date.year ?? year?.date.year ?? null };
  return {
    id,
    kind: main.kind,
    planned: done.length === 0,
    date,
    ...(dated.dateSet ? { dateSet: true as const } : {}),
    endDate: ended?.endDate ? { ...ended.endDate, year: ended.endDate.year ?? date.year } : null,
    place: placed?.place ?? null,
    host: repeats(host, guest) ? emptySide() : host,
    guest,
    topics: most(({ topics }) => topics, "topics"),
    agreements: most(({ agreements }) => agreements, "agreements"),
    numbers: most(({ numbers }) => numbers, "numbers"),
    points: distinctPoints(ranked),
    published: reports[0]!.published,
    articleIds: [...new Set(reports.map(({ articleId }) => articleId))],
    reports: reports.map(refOf),
    sources: used.sources(reports, articleOf),
  };
}

/** Share of the shorter point's words from which on two outlets tell one point. */
const SAME_POINT = 0.7;
/** Points of one record; more are never shown. */
const MOST_POINTS = 120;

/** The points of all reports, those of the most telling one first; what another outlet tells again is told once. */
function distinctPoints(ranked: readonly VisitReport[]): CitedPoint[] {
  // One article tells no point twice.
  if (ranked.every(({ articleId }) => articleId === ranked[0]!.articleId))
    return ranked
      .flatMap(({ articleId, points }) => points.map((point) => ({ ...point, articleId })))
      .slice(0, MOST_POINTS);
  const kept: { readonly point: CitedPoint; readonly words: ReadonlySet<string> }[] = [];
  for (const { articleId, points } of ranked)
    for (const point of points) {
      if (kept.length >= MOST_POINTS) break;
      const words = new Set(fold(point.text).match(/[\p{L}\p{N}]+/gu) ?? []);
      const told = kept.some((other) => {
        if (other.point.articleId === articleId) return false;
        const shared = [...words].filter((word) => other.words.has(word)).length;
        return shared >= SAME_POINT * Math.min(words.size, other.words.size);
      });
      if (!told) kept.push({ point: { ...point, articleId }, words });
    }
  return kept.map(({ point }) => point);
}

/** The passages that a record was read from, by article. */
class Used {
  readonly #passages = new Map<string, Passage[]>();

  add(report: VisitReport, ...fields: readonly VisitField[]): void {
    const list = this.#passages.get(report.articleId) ?? [];
    for (const field of fields)
      for (const passage of report.evidence[field] ?? [])
        if (!list.some(({ start, end }) => start === passage.start && end === passage.end))
          list.push(passage);
    this.#passages.set(report.articleId, list);
  }

  /** One source for each passage, by article in the order of the reports; every article has one. */
  sources(
    reports: readonly VisitReport[],
    articleOf: (id: string) => SourceArticle | undefined,
  ): VisitSource[] {
    const first = reports.filter(
      ({ articleId }, i) => reports.findIndex((one) => one.articleId === articleId) === i,
    );
    return first.flatMap((report) => {
      const { articleId } = report;
      if ((this.#passages.get(articleId) ?? []).length === 0) this.add(report, "kind", "guest");
      const article = articleOf(articleId);
      if (article === undefined)
        throw new RangeError(`No article ${articleId} for a report of it.`);
      const passages = (this.#passages.get(articleId) ?? []).toSorted(
        (a, b) => a.start - b.start || a.end - b.end,
      );
      return passages.map(({ start, end }) => {
        const quote = article.text.slice(start, end);
        const { title, isSummary } = article;
        const link = addressOf(article, quote);
        return { articleId, title, link, quote, start, end, ...(isSummary && { isSummary }) };
      });
    });
  }
}

/** The side of the report that tells most of it; empty parts are filled from reports that name the same head, or none. */
function mergedSide(ranked: readonly VisitReport[], name: "host" | "guest", used: Used): VisitSide {
  const best = ranked.toSorted((a, b) => sideParts(b[name]) - sideParts(a[name]))[0]!;
  used.add(best, name);
  let side = best[name];
  for (const report of ranked) {
    const more = report[name];
    if (report === best || (more.head !== null && side.head !== null && more.head !== side.head))
      continue;
    const head = side.head ?? more.head;
    const filled: VisitSide = {
      organisation: side.organisation ?? more.organisation,
      province: side.province ?? more.province,
      country: side.country ?? more.country,
      head,
      people:
        head === null || more.head === null
          ? side.people
          : [
              ...side.people,
              ...more.people.filter(
                (person) => !side.people.some((known) => known.name === person.name),
              ),
            ],
    };
    if (sideParts(filled) > sideParts(side)) {
      used.add(report, name);
      side = filled;
    }
  }
  return side;
}

function sideParts({ organisation, province, country, head, people }: VisitSide): number {
  const parts = [organisation, province, country].filter((part) => part !== null).length;
  return parts + (head === null ? 0 : 2) + people.length / 100;
}

/** How much is known of a report's date; what a person set is surest. */
const surety = ({ date, dateSet }: VisitReport): number => knownParts(date) + (dateSet ? 4 : 0);

function knownParts({ year, month, day }: PartialDate): number {
  return [year, month, day].filter((part) => part !== null).length;
}

function told(report: VisitReport): number {
  return (
    sideParts(report.host) +
    sideParts(report.guest) +
    knownParts(report.date) +
    (report.place === null ? 0 : 1) +
    (report.endDate === null ? 0 : 1)
  );
}

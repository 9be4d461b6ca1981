import { isShouted, recased } from "../../language/names/index.ts";
import { HOME_COUNTRY } from "../../language/places/index.ts";
import { coveredYear, parseFullDate, pastYear } from "../../language/text/index.ts";
import type { Article, Block, Passage, VisitPoint, VisitReport } from "../../model/index.ts";
import { type DigestItem, digestItems, type Section, sectionsOf } from "./digest.ts";
import { yearFrom } from "./events/index.ts";
import { readForeign } from "./foreign/index.ts";
import { ofJourney } from "./journey.ts";
import { skeletonOf } from "./names/index.ts";
import { withPicturesTold } from "./photo-page.ts";
import { knownOf, visitsOfReport } from "./read-report.ts";
import { type VisitRow, visitRow } from "./rows.ts";
import { withSetEvent } from "./set-event.ts";

/** Rows read of one table; a year of visits of a province is some hundreds. */
const MOST_ROWS = 2_000;

/**
 * Reads the visits and meetings that an article (or brief) tells of.
 *
 * Every filled field has its passages in `evidence`, ranges of `article.text`, but for a day that a person set. What
 * the text doesn't tell is null or empty. An article without a visit gives an empty list.
 */
export function readVisits(article: Article): VisitReport[] {
  const reports =
    readForeign(article, readVietnamese) ??
    readVietnamese(withPicturesTold(withoutShouting(article)));
  return withSetEvent(
    reports.map((report) => withCoveredYear(report, article)),
    article,
  );
}

/**
 * A day without a year is of the year that the title of a review names; in a bulletin it is the last such day before it.
 */
function withCoveredYear(report: VisitReport, article: Article): VisitReport {
  const { date, endDate } = report;
  if (date.year !== null || date.day === null) return report;
  const { title, published } = article;
  const written = published === null ? null : parseFullDate(published);
  const year =
    coveredYear(date, title, written) ??
    (!report.planned && digestItems(article) !== null ? pastYear(date, written) : null);
  if (year === null) return report;
  return { ...report, date: { ...date, year }, endDate: endDate && { ...endDate, year } };
}

/** An article in capitals as reports write it; ranges are the same. */
function withoutShouting(article: Article): Article {
  if (!isShouted(article.text)) return article;
  return { ...article, title: recased(article.title), text: recased(article.text) };
}

function readVietnamese(article: Article): VisitReport[] {
  const rows = article.blocks.flatMap((block) => visitRow(article, block) ?? []);
  if (rows.length === 0) return visitsOfText(article);
  const tabled = new Set(rows.map(({ block }) => block));
  const rest = article.blocks.filter((block) => !tabled.has(block));
  return [
    ...visitsOfText({ ...article, blocks: rest }),
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
        topics: topic === null ? [] : [topic],
        agreements: [],
        numbers: [],
        points: topic === null ? [] : topicPoint(article, topic, block),
        evidence: Object.fromEntries([...evidence, ...topics]),
      };
    });
}

/** What a row says was talked about, where it stands in the row as it is. */
function topicPoint({ text }: Article, topic: string, block: Passage): VisitPoint[] {
  const start = text.indexOf(topic, block.start);
  const end = start + topic.length;
  if (start < 0 || end > block.end) return [];
  return [{ act: "discussed", speaker: null, side: "both", text: topic, start, end }];
}

/**
 * The items of a bulletin are read one by one, so that nobody of one meets somebody of another; so are the sections of
 * a journey where each tells of a meeting of its own.
 */
function visitsOfText(article: Article): VisitReport[] {
  const items = digestItems(article);
  const sections = items === null ? sectionsOf(article) : null;
  if (items === null && sections === null) return visitsOfReport(article);
  const known = knownOf(article);
  const read = ({ blocks, day }: Section, title = article.title) =>
    withoutHeadings(
      visitsOfReport({ ...article, title, blocks }, { known, day, oneJourney: items === null }).map(
        (report) => (day === null ? report : onDay(report, day, article.published)),
      ),
      blocks,
    );
  // A title that names guests alone tells of one item; one that names both sides ("Cao Bằng – Bách Sắc") of them all.
  if (items !== null) {
    const isOfOne = namesGuestsAlone(article.title);
    return items.flatMap((item) =>
      isOfOne
        ? read(item, titleOf(item, article.text))
        : read({ ...item, blocks: [...item.headings, ...item.blocks] }),
    );
  }
  return ofJourney(readSections(sections!, read)) ?? visitsOfReport(article);
}

/** What an item is headed with; a headline in capitals as reports write it. */
function titleOf({ headings }: DigestItem, text: string): string {
  const title = headings.map(({ start, end }) => text.slice(start, end)).join(". ");
  return /\p{Ll}/u.test(title) ? title : recased(title);
}

/** True for a title in which a foreign country or place stands, and none at home. */
function namesGuestsAlone(title: string): boolean {
  const { places, parties } = skeletonOf(title, -1);
  const countries = [...places, ...parties].flatMap(({ country }) => country ?? []);
  return countries.length > 0 && !countries.includes(HOME_COUNTRY);
}

/** What a heading tells with one head is told below it in full. */
function withoutHeadings(reports: VisitReport[], blocks: readonly Block[]): VisitReport[] {
  const isOfHeading = ({ evidence, host, guest }: VisitReport): boolean => {
    const start = evidence.kind?.[0]?.start ?? -1;
    const block = blocks.find((one) => one.start <= start && start < one.end);
    return block?.kind === "heading" && (host.head === null || guest.head === null);
  };
  return reports.filter(
    (report) =>
      !isOfHeading(report) ||
      !reports.some(
        (other) => other !== report && !isOfHeading(other) && sharesHead(other, report),
      ),
  );
}

const sharesHead = (a: VisitReport, b: VisitReport): boolean =>
  [b.host.head, b.guest.head].some(
    (head) => head !== null && (a.host.head === head || a.guest.head === head),
  );

/** What each section tells; those that tell of no meeting go on with what stands before them. */
function readSections(
  sections: readonly Section[],
  read: (section: Section) => VisitReport[],
): VisitReport[][] {
  // What goes on is read again with what stands before it, all else once.
  const whole: { section: Section; reports: VisitReport[] | null }[] = [];
  for (const section of sections) {
    const reports = read(section);
    const last = whole.at(-1);
    if (last === undefined || reports.length > 0) whole.push({ section, reports });
    else {
      const blocks = [...last.section.blocks, ...section.blocks];
      whole[whole.length - 1] = { section: { ...last.section, blocks }, reports: null };
    }
  }
  return whole.map(({ section, reports }) => reports ?? read(section));
}

/** What an item tells without a day is of the day that it opens with. */
function onDay(
  report: VisitReport,
  { date, endDate, passage }: DigestItem["day"],
  published: string | null,
): VisitReport {
  const { year, month, day } = report.date;
  if (year !== null || month !== null || day !== null) return report;
  const whole = yearFrom(date, published, report.planned);
  const evidence = { ...report.evidence, date: [passage] };
  if (endDate === null || report.endDate !== null) return { ...report, date: whole, evidence };
  const last = { ...endDate, year: endDate.year ?? whole.year };
  return { ...report, date: whole, endDate: last, evidence: { ...evidence, endDate: [passage] } };
}

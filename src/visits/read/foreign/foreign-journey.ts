import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { FOLDED_SURNAMES, fold } from "../../../language/text/index.ts";
import { peopleOfText, vietnameseForms } from "../../../language/translate/index.ts";
import type { Article, VisitPoint, VisitReport } from "../../../model/index.ts";

/**
 * The meetings of an English or Chinese report as meetings of one journey: whoever leads it is at each, and whoever
 * received on one day did not receive on the next.
 */
export function travelled(reports: readonly VisitReport[], article: Article): VisitReport[] {
  return withoutBorrowedHosts(withLeader(withoutHeadings(reports, article), article), article);
}

/** What a heading alone tells is told below it. */
function withoutHeadings(
  reports: readonly VisitReport[],
  article: Article,
): readonly VisitReport[] {
  const headings = article.blocks.filter(({ kind }) => kind === "heading");
  const isOfHeading = ({ evidence }: VisitReport) =>
    evidence.kind?.every(({ start, end }) =>
      headings.some((heading) => heading.start <= start && end <= heading.end),
    ) ?? false;
  return reports.filter(
    (report) =>
      !isOfHeading(report) ||
      report.host.head !== null ||
      report.guest.head !== null ||
      !reports.some(
        (other) =>
          !isOfHeading(other) &&
          other.date.day === report.date.day &&
          other.date.month === report.date.month &&
          other.host.province === report.host.province,
      ),
  );
}

/** Who is named in the paragraph of another meeting, and not in that of this one, received there. */
function withoutBorrowedHosts(
  reports: readonly VisitReport[],
  { text, blocks }: Article,
): VisitReport[] {
  const names = ({ evidence }: VisitReport, name: string): boolean => {
    const words = name.split(" ");
    return (evidence.kind ?? []).some(({ start }) => {
      const block = blocks.find((one) => one.start <= start && start < one.end);
      const paragraph = block === undefined ? "" : text.slice(block.start, block.end);
      // Vietnamese are called by the last word of three, others by the first.
      return [name, words.length > 2 ? words.at(-1)! : words[0]!].some((word) =>
        paragraph.includes(word),
      );
    });
  };
  return reports.map((report) => {
    const { head, people } = report.host;
    if (head === null || names(report, head)) return report;
    const isBorrowed = reports.some(
      (other) => other !== report && other.host.head === head && names(other, head),
    );
    if (!isBorrowed) return report;
    const others = people.filter(({ name }) => name !== head);
    return { ...report, host: { ...report.host, head: null, people: others } };
  });
}

/** What says of a sentence that those who travel are in it. */
const TRAVELLERS = /\b(?:delegation|guests|visitors|they|group)\b|代表团|考察团|访问团|一行|来访/iu;

/** Meetings of a delegation whose leader is told once, with that leader. */
function withLeader(reports: readonly VisitReport[], article: Article): readonly VisitReport[] {
  const led = reports.filter(({ guest }) => guest.head !== null);
  const [first] = led;
  if (first === undefined || led.some(({ guest }) => guest.head !== first.guest.head))
    return reports;
  const { guest } = first;
  return reports.map((report) => {
    const of = report.guest;
    const isOther = [
      of.head !== null,
      of.people.length > 0,
      report.host.people.some(({ name }) => name === guest.head),
      of.country !== null && of.country !== guest.country,
      of.province !== null && guest.province !== null && of.province !== guest.province,
    ].includes(true);
    const told = (report.evidence.kind ?? []).map(({ start, end }) =>
      article.text.slice(start, end),
    );
    if (isOther || !told.some((sentence) => TRAVELLERS.test(sentence))) return report;
    return {
      ...report,
      guest: { ...of, province: of.province ?? guest.province, head: guest.head },
      evidence: {
        ...report.evidence,
        guest: [...(report.evidence.guest ?? []), ...(first.evidence.guest ?? [])],
      },
    };
  });
}

/** A meeting without a host, and its minutes, with the one of the country visited who speaks at it. */
export function withSpeakingHost(
  report: VisitReport,
  minutes: readonly VisitPoint[],
  article: Article,
): { readonly report: VisitReport; readonly minutes: readonly VisitPoint[] } {
  const { host, guest, planned, endDate } = report;
  if (host.head !== null || planned || endDate !== null) return { report, minutes };
  const speakers = new Set(
    minutes.flatMap(({ speaker, side }) => (speaker === null || side !== null ? [] : [speaker])),
  );
  const own = [...speakers].filter(
    (name) => name !== guest.head && countryOf(name, article) === host.country,
  );
  if (own.length !== 1) return { report, minutes };
  const head = own[0]!;
  const told = minutes.find(({ speaker }) => speaker === head)!;
  const passage = { start: told.start, end: told.end };
  return {
    report: {
      ...report,
      host: { ...host, head, people: [...host.people, { name: head, position: null }] },
      evidence: { ...report.evidence, host: [...(report.evidence.host ?? []), passage] },
    },
    minutes: minutes.map((point) => (point.speaker === head ? { ...point, side: "host" } : point)),
  };
}

/** Of which country a name is by how it is written; null where that does not tell. */
function countryOf(name: string, { title, text }: Article): string | null {
  if (/\p{Script=Han}/u.test(name))
    return text.includes(`${name}（${peopleOfText(`${title}\n${text}`).get(name)}）`)
      ? HOME_COUNTRY
      : null;
  const words = name.split(" ");
  if (words.length > 2 && FOLDED_SURNAMES.has(fold(words[0]!))) return HOME_COUNTRY;
  return words.length === 2 && vietnameseForms(name).length > 0 ? "Trung Quốc" : null;
}

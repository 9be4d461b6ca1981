import { knownPlace, placeIn } from "../../../language/names/index.ts";
import { matchesIn, sentences } from "../../../language/text/index.ts";
import { foreignNames, render } from "../../../language/translate/index.ts";
import type { Article, VisitReport, VisitSide } from "../../../model/index.ts";

/** Characters beside a name that may tell the office. */
const BESIDE = 90;
const NAME = "(?<!\\p{L})(\\p{Lu}\\p{L}{1,20}(?: \\p{Lu}\\p{L}{1,20})?)";
const OFFICE =
  "(?:[Mm]ayor|[Pp]refect|[Ss]ecretary|[Gg]overnor|[Cc]hairman|[Cc]hairwoman|[Cc]hief|[Hh]ead)";
/** "Mayor of Yuxi Hu Yaqin", "Secretary of the Party Committee of Pingxiang city Huang Zhiming". */
const OF_BEFORE = new RegExp(
  `(?<!\\p{L})(?:Mayor|Prefect|Secretary|Governor|Chairman|Chairwoman|Head)[^,.;]{0,40}? of ${NAME}(?: city| county| prefecture)?(?:,? \\p{Lu}[\\p{L} ]{0,30},)? $`,
  "u",
);
/** "Chongzuo Mayor Wei Guofeng". */
const RIGHT_BEFORE = new RegExp(
  `${NAME}(?:['’]s)? (?:Executive |Standing )?(?:Vice |Deputy )?(?:Mayor|Prefect|Party Secretary) $`,
  "u",
);
/** "Huang Zhiming, Party secretary of Pingxiang". */
const BEHIND = new RegExp(
  `^,? (?:the )?(?:\\p{L}{1,12} ){0,4}${OFFICE} (?:of )(?:the )?(?:\\p{L}{1,12} of )?${NAME}`,
  "u",
);
const MAYOR = /(?:mayor|prefect) $/iu;
/** "崇左市副市长韦冬阳": the town before an office. */
const HAN_TOWN = /(\p{Script=Han}{2,3}[市县州区])(?!长)/gu;

/** Sides of a report of which only the province is known, with the town or prefecture whose office their head is told to hold. */
export function withUnits(
  report: VisitReport,
  article: Article,
  language: "en" | "zh",
): VisitReport {
  const side = (of: VisitSide, isHost: boolean): VisitSide => {
    if (of.organisation !== null || of.head === null || of.country !== "Trung Quốc") return of;
    const town = townOf(of.head, article, language, isHost ? report.place : null);
    const known = town === null ? null : knownPlace(town);
    if (known === null || known.rank !== "town") return of;
    if (known.country !== of.country || (of.province !== null && known.province !== of.province))
      return of;
    return { ...of, organisation: known.name, province: of.province ?? known.province };
  };
  return { ...report, host: side(report.host, true), guest: side(report.guest, false) };
}

/** The Vietnamese name of the town beside the first mentions of a name with its office; null where none is told. */
function townOf(
  head: string,
  { text }: Article,
  language: "en" | "zh",
  place: string | null,
): string | null {
  for (const range of sentences(text)) {
    const sentence = text.slice(range.start, range.end);
    const at = sentence.indexOf(head);
    if (at < 0) continue;
    const before = sentence.slice(Math.max(0, at - BESIDE), at);
    const behind = sentence.slice(at + head.length, at + head.length + BESIDE);
    if (language === "zh") {
      const clause = before.split(/[，,。；;、和与]/u).at(-1)!;
      const town = matchesIn(clause, HAN_TOWN).at(-1)?.[1];
      if (town !== undefined) return nameIn(town, language);
      continue;
    }
    const said =
      OF_BEFORE.exec(before)?.[1] ?? RIGHT_BEFORE.exec(before)?.[1] ?? BEHIND.exec(behind)?.[1];
    if (said !== undefined) return nameIn(said, language);
    if (MAYOR.test(before) && place !== null) return place;
  }
  return null;
}

/** The name without the word for its rank. */
function nameIn(said: string, language: "en" | "zh"): string | null {
  const rendered = render(said, language);
  const at = rendered.search(/\p{Lu}/u);
  return at < 0 ? null : rendered.slice(at);
}

const HAN_OFFICE = /(?:长|书记|主任|主席|领事|大使|代表)$/u;

/** A Chinese report's sides with whom the sentence of the meeting names behind an office of their country. */
export function withNamed(report: VisitReport, { text }: Article): VisitReport {
  const { host, guest } = report;
  if (host.country === guest.country) return report;
  const sides = { host: [...host.people], guest: [...guest.people] };
  for (const { start, end } of report.evidence.kind ?? []) {
    const sentence = text.slice(start, end);
    for (const found of foreignNames(sentence) ?? []) {
      const name = sentence.slice(found.start, found.end);
      const before = sentence.slice(Math.max(0, found.start - BESIDE), found.start);
      const office = before.split(/[，,。；;、和与]/u).at(-1)!;
      const isKnown = [...sides.host, ...sides.guest].some((one) => one.name === name);
      const place = isKnown || !HAN_OFFICE.test(office) ? null : placeIn(render(office, "zh"));
      if (place?.country === host.country) sides.host.push({ name, position: null });
      else if (place?.country === guest.country) sides.guest.push({ name, position: null });
    }
  }
  return {
    ...report,
    host: { ...host, people: sides.host },
    guest: { ...guest, people: sides.guest },
  };
}

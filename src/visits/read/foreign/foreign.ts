import { knownPlace } from "../../../language/names/index.ts";
import { sentences } from "../../../language/text/index.ts";
import { foreignLanguage, foreignNames, render } from "../../../language/translate/index.ts";
import type { Article, Passage, VisitReport, VisitSide } from "../../../model/index.ts";
import { pointFields } from "../points/index.ts";
import { travelled, withSpeakingHost } from "./foreign-journey.ts";
import { foreignMinutes } from "./foreign-minutes.ts";
import { withNamed, withUnits } from "./foreign-units.ts";
import { toldBefore } from "./told-before.ts";

/** "Hanoi (VNA) - …": where the agency sits, not where anything happened. */
const DATELINE = /^\p{Lu}[\p{L} ]{2,24}\((?:VNA|VNS|TTXVN|VOV\w{0,5}|SGGP|Xinhua)\) [-–—] /u;

/** The unit that a side is of, by the name that the table of places has for it; bodies would be the rendering's words. */
function unitOf(organisation: string | null): string | null {
  const name = /^(?:(?:thành phố|thị xã|thị|châu|huyện|quận) )?(\p{Lu}[\p{L} ]+)$/u.exec(
    organisation ?? "",
  )?.[1];
  return name === undefined || knownPlace(name) === null ? null : organisation;
}

/** A sentence of the article and where its rendering stands in the rendered text. */
interface Rendered {
  readonly source: Passage;
  readonly start: number;
  readonly end: number;
  /** Where the day is told that the sentence only refers to. */
  readonly day: Passage | null;
}

/**
 * Reads the visits of an article in English or Chinese: its Vietnamese rendering is read, and what was found is given
 * back in the article's own words. Places and bodies keep their Vietnamese names, by which they are filtered; heads and
 * people get the names that the article writes; passages are whole sentences. Points are read in the article's own words;
 * offices, whose words would be the rendering's, are left out.
 *
 * @param read The reader of Vietnamese articles.
 * @returns Null where the article is Vietnamese.
 */
export function readForeign(
  article: Article,
  read: (article: Article) => VisitReport[],
): VisitReport[] | null {
  const language = foreignLanguage(article.text);
  if (language === null) return null;
  const { whole: toldWhole, written } = toldBefore(article, language);
  const names = new Map<string, string>(written);
  const rendered: Rendered[] = [];
  const blocks: Article["blocks"][number][] = [];
  let text = "";
  for (const block of article.blocks) {
    const from = text.length;
    const own = article.text.slice(block.start, block.end);
    for (const range of sentences(own)) {
      const said = toldWhole(own.slice(range.start, range.end).replace(DATELINE, ""));
      const sentence = said.text;
      for (const { start, end, forms } of foreignNames(sentence) ?? [])
        for (const form of forms)
          if (!written.has(form)) names.set(form, sentence.slice(start, end));
      const start = text.length;
      const vi = render(sentence, language);
      text += `${vi.slice(0, 1).toUpperCase()}${vi.slice(1)}. `;
      rendered.push({
        source: { start: block.start + range.start, end: block.start + range.end },
        start,
        end: text.length - 1,
        day: said.toldIn === null ? null : rendered[said.toldIn]!.source,
      });
    }
    blocks.push({ ...block, start: from, end: Math.max(from, text.length - 1) });
    text += "\n\n";
  }
  const title =
    foreignLanguage(article.title) === null ? article.title : render(article.title, language);
  const reports = read({ ...article, title, text, blocks });
  const sentencesOf = ({ start, end }: Passage): Rendered[] =>
    rendered.filter((one) => one.start < end && start < one.end);
  const told = `${article.title}\n${article.text}`;
  const own = (name: string | null): string | null => {
    if (name === null) return null;
    const known = names.get(name);
    if (known !== undefined) return known;
    // A place that the rendering put right behind a name is none of it.
    const form = [...names.keys()].find((one) => name.startsWith(`${one} `));
    if (form !== undefined) return names.get(form)!;
    // A gate or a town that only the rendering names is nobody.
    return told.includes(name) || knownPlace(name) === null ? name : null;
  };
  const side = (read: VisitSide): VisitSide => ({
    ...read,
    organisation: unitOf(read.organisation),
    head: own(read.head),
    people: read.people.flatMap(({ name }) => {
      const written = own(name);
      return written === null ? [] : [{ name: written, position: null }];
    }),
  });
  const found = reports.map((report) => ({
    ...report,
    host: side(report.host),
    guest: side(report.guest),
    numbers: [],
    evidence: Object.fromEntries(
      Object.entries(report.evidence)
        .filter(([field]) => !["topics", "agreements", "numbers"].includes(field))
        .map(([field, passages]) => [
          field,
          passages
            .flatMap(sentencesOf)
            .flatMap(({ source, day }) => (field === "date" && day ? [source, day] : [source])),
        ]),
    ),
  }));
  const whole = travelled(found, article).map((one) =>
    withNamed(withUnits(one, article, language), article),
  );
  const minutes = foreignMinutes(article, whole);
  return whole.map((one, i) => {
    const { report, minutes: points } = withSpeakingHost(one, minutes[i]!, article);
    const { evidence, ...fields } = pointFields(points);
    return { ...report, ...fields, evidence: { ...report.evidence, ...evidence } };
  });
}

import { sentences } from "../../language/text/index.ts";
import { asVietnamese } from "../../language/translate/index.ts";
import type {
  Article,
  CitedPoint,
  PartialDate,
  PointAct,
  TextRange,
  Visit,
  VisitSide,
  WriterPassage,
  WrittenContext,
} from "../../model/index.ts";
import { type ArticleLookup, insertionsFor } from "../passages/index.ts";
import { type ReportSentence, reportSentences } from "../search/index.ts";
import { orders } from "./cut.ts";
import { type Reading, readSentence } from "./reading.ts";

/** A sentence that may support what the writer says. */
export interface Unit {
  /** Numbers of the passages that hold it. */
  readonly passages: readonly number[];
  readonly articleId: string;
  /** Place among the sentences of its article; -1 for what a record tells. */
  readonly order: number;
  /** Verbatim. */
  readonly quote: string;
  readonly reading: Reading;
  /** The meeting that it tells of, where that is known. */
  readonly visit: Visit | null;
  /** The points of the record that were read from it. */
  readonly points: readonly CitedPoint[];
  /** Their acts: what holds for the words of a list is told above it. */
  readonly acts: readonly PointAct[];
  /** True for what the register's record says in the program's words. */
  readonly ofRecord: boolean;
}

/** All that an answer may be held against. */
export interface Evidence {
  readonly units: readonly Unit[];
  readonly passages: ReadonlyMap<number, WriterPassage>;
  /** Folded words of all passages and records, to choose among the forms of names. */
  readonly folded: string;
  /** Names of persons as they are written there, by their folded words, the longest first. */
  readonly persons: readonly { readonly key: string; readonly name: string }[];
  /** How telling a key is, from 0; a key that stands nowhere has the most. */
  weightOf(key: string): number;
}

type Sentence = Omit<ReportSentence, "block">;

/** A sentence counts as part of a passage from this share on. */
const MOST_CUT_OFF = 0.4;

/** Reads the passages and the records of their articles. */
export function readEvidence(context: WrittenContext, lookup: ArticleLookup): Evidence {
  const byArticle = new Map<string, WriterPassage[]>();
  for (const passage of context.passages) {
    const list = byArticle.get(passage.articleId);
    if (list === undefined) byArticle.set(passage.articleId, [passage]);
    else list.push(passage);
  }
  const units = [...byArticle].flatMap(([id, passages]) =>
    unitsOfArticle(
      passages,
      lookup(id),
      context.records.filter(({ articleIds }) => articleIds.includes(id)),
    ),
  );
  const counts = new Map<string, number>();
  for (const { reading } of units)
    for (const key of reading.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.log(1 + units.length);
  const persons = new Map<string, string>();
  for (const { reading } of units)
    for (const { kind, key, start, end } of reading.tokens)
      if (kind === "person" && key.includes(" ")) persons.set(key, reading.text.slice(start, end));
  return {
    units,
    passages: new Map(context.passages.map((passage) => [passage.n, passage])),
    folded: units.map(({ reading }) => reading.folded).join("|"),
    persons: [...persons]
      .map(([key, name]) => ({ key, name }))
      .sort((a, b) => b.key.length - a.key.length),
    weightOf: (key) => {
      const count = counts.get(key);
      return count === undefined ? most : Math.log(1 + units.length / count);
    },
  };
}

function unitsOfArticle(
  passages: readonly WriterPassage[],
  article: Article | null,
  records: readonly Visit[],
): Unit[] {
  const units: Unit[] = [];
  const articleId = passages[0]!.articleId;
  const list =
    article === null ? passages.flatMap(sentencesOf) : sentencesOfArticle(article, passages);
  let visit: Visit | null = null;
  const told = new Map<Visit, Set<number>>();
  list.forEach((sentence, order) => {
    const numbers = passages
      .filter((passage) => overlap(passage, sentence) >= 1 - MOST_CUT_OFF)
      .map(({ n }) => n);
    visit =
      visitOf(sentence, articleId, records) ?? visit ?? (records.length === 1 ? records[0]! : null);
    if (numbers.length === 0 || orders(sentence.text)) return;
    const own = visit;
    for (const one of new Set([
      ...(own === null ? [] : [own]),
      ...readFrom(sentence, articleId, records),
    ])) {
      const known = told.get(one) ?? new Set<number>();
      for (const n of numbers) known.add(n);
      told.set(one, known);
    }
    const points = (own?.points ?? []).filter(
      (one) => one.articleId === articleId && touches(one, sentence),
    );
    units.push({
      passages: numbers,
      articleId,
      order,
      points,
      acts: points.map(({ act }) => act),
      quote: sentence.text,
      reading: readSentence(inFull(sentence, article)),
      visit: own,
      ofRecord: false,
    });
  });
  for (const passage of passages.filter(({ title }) => !orders(title)))
    units.push({
      passages: [passage.n],
      articleId,
      order: -1,
      points: [],
      acts: [],
      quote: passage.title,
      reading: readSentence(asVietnamese(passage.title)),
      visit: records.length === 1 ? records[0]! : null,
      ofRecord: false,
    });
  for (const [own, numbers] of told)
    for (const text of recordTexts(own))
      units.push({
        passages: [...numbers],
        articleId,
        order: -1,
        points: [],
        acts: [],
        quote: text,
        reading: readSentence(text),
        visit: own,
        ofRecord: true,
      });
  return units;
}

function sentencesOf(passage: WriterPassage): Sentence[] {
  return sentences(passage.text).map(({ start, end }) => ({
    start: passage.start + start,
    end: passage.start + end,
    text: passage.text.slice(start, end),
  }));
}

/** The sentences of the report, and those of captions and other blocks that a passage takes in. */
function sentencesOfArticle(article: Article, passages: readonly WriterPassage[]): Sentence[] {
  const report = reportSentences(article);
  const others = passages
    .flatMap(sentencesOf)
    .filter((one) => !report.some((other) => overlap(one, other) > 0));
  return [...report, ...others].sort((a, b) => a.start - b.start);
}

/** Share of the inner range that the outer one holds. */
function overlap(outer: TextRange, inner: TextRange): number {
  const shared = Math.min(outer.end, inner.end) - Math.max(outer.start, inner.start);
  return Math.max(0, shared) / Math.max(1, inner.end - inner.start);
}

const touches = (one: TextRange, other: TextRange) =>
  one.start < other.end && other.start < one.end;

/** The meetings whose records were read from a sentence. */
const readFrom = (sentence: TextRange, articleId: string, records: readonly Visit[]): Visit[] =>
  records.filter(({ points, sources }) =>
    [...points, ...sources].some((one) => one.articleId === articleId && touches(one, sentence)),
  );

/** The meeting that a sentence tells of; the points say it surest. */
function visitOf(sentence: TextRange, articleId: string, records: readonly Visit[]): Visit | null {
  const byPoints = records.filter(({ points }) =>
    points.some((one) => one.articleId === articleId && touches(one, sentence)),
  );
  if (byPoints.length === 1) return byPoints[0]!;
  const all = readFrom(sentence, articleId, records);
  return all.length === 1 ? all[0]! : null;
}

/** A sentence in Vietnamese, with what its pronouns and open dates mean put in. */
function inFull(sentence: Sentence, article: Article | null): string {
  const vi = asVietnamese(sentence.text);
  if (vi !== sentence.text) return vi;
  let text = "";
  let from = 0;
  const insertions = [...insertionsFor(sentence, article)].sort((a, b) => a.at - b.at);
  for (const { at, text: words, kind } of insertions) {
    text += sentence.text.slice(from, at);
    text += kind === "date" ? ` (${words})` : ` ${words}`;
    from = at;
  }
  return text + sentence.text.slice(from);
}

const dateWords = ({ year, month, day }: PartialDate): string =>
  year === null && month === null
    ? ""
    : month === null
      ? `năm ${year}`
      : day === null
        ? `tháng ${month}${year === null ? "" : `/${year}`}`
        : `ngày ${day}/${month}${year === null ? "" : `/${year}`}`;

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(", ");

const sideWords = ({ head, people, organisation, province, country }: VisitSide): string => {
  const leader = people.find(({ name }) => name === head);
  return joined([
    head === null ? null : `ông ${head}`,
    leader?.position ?? null,
    organisation,
    province,
    country,
  ]);
};

/** What guests do. */
const OF_GUESTS: ReadonlySet<Visit["kind"]> = new Set(["thăm", "khảo sát"]);

/** What a record tells, in sentences that the readers take: who received whom, when and where, and who was there. */
function recordTexts(visit: Visit): string[] {
  const { host, guest, kind } = visit;
  const when = dateWords(visit.date);
  const last = visit.endDate === null ? "" : dateWords(visit.endDate);
  const where = visit.place === null ? "" : `tại ${visit.place}`;
  const others = [host, guest].flatMap(({ people, head }) =>
    people
      .filter(({ name }) => name !== head)
      .map(({ name, position }) => joined([`ông ${name}`, position])),
  );
  // Whoever visits is told first.
  const [first, second] = OF_GUESTS.has(kind) ? [guest, host] : [host, guest];
  const main = joined([
    when,
    last,
    `${where} ${sideWords(first)} ${kind} ${sideWords(second)}`.trim(),
  ]);
  return [main, ...others].filter((text) => text.trim() !== "");
}

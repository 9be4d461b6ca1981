import { reportSentences } from "../../src/answers/search/article-sentences.ts";
import { fold, terms } from "../../src/language/text/index.ts";
import { placeNameIn } from "../../src/language/translate/index.ts";
import type {
  Article,
  Language,
  PointAct,
  Visit,
  VisitPerson,
  VisitSide,
} from "../../src/model/index.ts";
import { type Claim, type ClaimedPerson, Draw, type Range, type Source } from "./writer-claims.ts";
import {
  ACT_WORDS,
  dateIn,
  MET,
  mattersIn,
  nameIn,
  officeIn,
  paraphrased,
} from "./writer-wordings.ts";

const LANGUAGES: readonly Language[] = ["vi", "en", "zh"];
const LEAST_WORDS = 8;
const MOST_CHARS = 420;

/** All true sentences of a source. */
export function claimsOf(source: Source): Claim[] {
  const claims: Claim[] = [];
  for (const article of source.articles.values()) claims.push(...quotedClaims(article));
  for (const record of source.records) {
    const article = source.articles.get(record.articleIds[0]!);
    if (article === undefined) continue;
    for (const language of LANGUAGES) claims.push(...recordClaims(record, article, language));
    claims.push(...pointClaims(record, source));
  }
  return claims;
}

const plain = { record: null, persons: [], reversed: null } as const;

/** Sentences of an article as they stand there, and a little otherwise. */
function quotedClaims(article: Article): Claim[] {
  const draw = new Draw(`quoted ${article.id}`);
  const usable = reportSentences(article).filter(
    ({ text }) =>
      terms(text).length >= LEAST_WORDS &&
      text.length <= MOST_CHARS &&
      !/[?:]$/u.test(text) &&
      /^(?!\d{1,2}[.)])[\p{Lu}\d"“]/u.test(text) &&
      /\p{Ll}/u.test(text),
  );
  return draw
    .shuffled(usable)
    .slice(0, 5)
    .flatMap(({ text, start, end }): Claim[] => {
      const from = [{ articleId: article.id, start, end }];
      const told = paraphrased(text, draw);
      const verbatim: Claim = { ...plain, kind: "verbatim", language: "vi", text, from };
      return told === null ? [verbatim] : [verbatim, { ...verbatim, kind: "retold", text: told }];
    });
}

/** Where a text of an article has some words, in the sentence that has them first. */
function rangeOf(article: Article, words: string): Range | null {
  const at = article.text.indexOf(words);
  return at < 0 ? null : { articleId: article.id, start: at, end: at + words.length };
}

function claimed(
  person: VisitPerson,
  side: "host" | "guest",
  language: Language,
  draw: Draw,
): ClaimedPerson {
  const office = person.position?.split(",")[0] ?? null;
  const written = nameIn(person.name, language, draw);
  const writtenOffice = office === null || office.length > 90 ? null : officeIn(office, language);
  return { name: person.name, written, office, writtenOffice, side };
}

function withOffice({ written, writtenOffice }: ClaimedPerson, language: Language): string {
  if (writtenOffice === null) return language === "vi" ? `ông ${written}` : written;
  return language === "zh" ? `${writtenOffice}${written}` : `${written}, ${writtenOffice},`;
}

/** Who received whom on which day, and who holds which office. */
function recordClaims(record: Visit, article: Article, language: Language): Claim[] {
  const draw = new Draw(`record ${record.id} ${language}`);
  const { host, guest, date, planned, endDate } = record;
  const claims: Claim[] = [];
  const head = (side: "host" | "guest"): ClaimedPerson | null => {
    const person = record[side].people.find(({ name }) => name === record[side].head);
    return person === undefined || rangeOf(article, person.name) === null
      ? null
      : claimed(person, side, language, draw);
  };
  const heads = { host: head("host"), guest: head("guest") };
  const placeOf = ({ province }: VisitSide) =>
    province === null || language === "vi" ? province : placeNameIn(province, language);
  const places = { host: placeOf(host), guest: placeOf(guest) };
  const isFull = date.day !== null && date.month !== null && date.year !== null;
  const when = isFull ? dateIn(date, language, draw) : null;
  const ranges = (persons: readonly (ClaimedPerson | null)[]): Range[] => {
    const found = persons.flatMap((one) =>
      one === null ? [] : (rangeOf(article, one.name) ?? []),
    );
    const [source] = record.sources.filter(({ articleId }) => articleId === article.id);
    return source === undefined
      ? found
      : [{ articleId: article.id, start: source.start, end: source.end }, ...found];
  };
  const isReceived = /^(?:thăm$|tiếp)/u.test(record.kind);
  const told = isReceived || /^(?:hội|làm)/u.test(record.kind);
  const isUsable = !planned && told && endDate === null;
  if (isUsable && heads.host !== null && heads.guest !== null) {
    const [one, two] = [heads.host, heads.guest];
    const put = (first: ClaimedPerson, second: ClaimedPerson, place: string | null) => {
      const [host, guest] = [withOffice(first, language), withOffice(second, language)];
      const from = second.writtenOffice === null ? place : null;
      return meeting(language, record, when, host, guest, from);
    };
    claims.push({
      kind: "received",
      language,
      text: put(one, two, places.guest),
      from: ranges([one, two]),
      record,
      persons: [one, two],
      reversed: put(two, one, places.host),
    });
  }
  const { host: home, guest: abroad } = places;
  if (isUsable && when !== null && home !== null && abroad !== null && home !== abroad) {
    const put = (one: string, other: string) => sides(language, record, when, one, other);
    const source = record.sources.find(({ articleId }) => articleId === article.id);
    const titled = fold(source?.quote ?? "");
    if (titled.includes(fold(host.province!)) && titled.includes(fold(guest.province!)))
      claims.push({
        ...plain,
        kind: "sides",
        language,
        text: put(home, abroad),
        from: ranges([]),
        record,
        reversed: isReceived ? put(abroad, home) : null,
      });
  }
  for (const side of ["host", "guest"] as const)
    for (const person of record[side].people.slice(0, 3)) {
      const one = claimed(person, side, language, draw);
      const range = rangeOf(article, person.name);
      if (one.writtenOffice === null || range === null) continue;
      const text = {
        vi: `Ông ${one.written} là ${one.writtenOffice}`,
        en: `${one.written} is ${one.writtenOffice}`,
        zh: `${one.written}担任${one.writtenOffice}`,
      }[language];
      const at = article.text.indexOf(one.office!, Math.max(0, range.start - 200));
      const office = at < 0 ? [] : [{ articleId: article.id, start: at, end: at + 1 }];
      const from = [range, ...office];
      claims.push({ ...plain, kind: "office", language, text, from, record, persons: [one] });
    }
  return claims;
}

function meeting(
  language: Language,
  { kind }: Visit,
  when: string | null,
  one: string,
  two: string,
  from: string | null,
): string {
  const day = when === null ? "" : onDay(language, when);
  if (language === "vi") return `${day}${one} ${MET.vi(kind)} ${two}`.replace(/,+$/u, "");
  if (language === "en")
    return `${day}${one} ${MET.en(kind)} ${two}${from === null ? "" : ` of ${from}`}`
      .replace(/, of /u, " of ")
      .replace(/,+$/u, "");
  const verb = MET.zh(kind);
  return verb.includes("…")
    ? `${day}${one}${verb.replace("…", two)}`
    : `${day}${one}${verb}${from ?? ""}${two}`;
}

/** A day at the head of a sentence. */
const onDay = (language: Language, when: string): string =>
  ({
    vi: `${/^\d/u.test(when) ? `Ngày ${when}` : `N${when.slice(1)}`}, `,
    en: `On ${when}, `,
    zh: `${when}，`,
  })[language];

function sides(
  language: Language,
  { kind }: Visit,
  when: string,
  host: string,
  guest: string,
): string {
  const day = onDay(language, when);
  if (language === "vi") return `${day}lãnh đạo ${host} ${MET.vi(kind)} đoàn ${guest}`;
  if (language === "en")
    return `${day}leaders of ${host} ${MET.en(kind)} a delegation from ${guest}`;
  const verb = MET.zh(kind);
  const who = `${guest}代表团`;
  return `${day}${host}领导${verb.includes("…") ? verb.replace("…", who) : `${verb}${who}`}`;
}

/** Who proposed, agreed or discussed what. */
function pointClaims(record: Visit, source: Source): Claim[] {
  const draw = new Draw(`points ${record.id}`);
  return draw
    .shuffled(record.points)
    .slice(0, 8)
    .flatMap((point): Claim[] => {
      const { act, side, text } = point;
      const article = source.articles.get(point.articleId);
      if (article === undefined || text.length > 260 || terms(text).length < 4) return [];
      const from: Range[] = [{ articleId: point.articleId, start: point.start, end: point.end }];
      const speaker =
        point.speaker !== null && side !== "both" && side !== null
          ? record[side].people.find(({ name }) => name === point.speaker)
          : undefined;
      const who = (language: Language): { words: string; person: ClaimedPerson | null } | null => {
        const both = { vi: "Hai bên", en: "The two sides", zh: "双方" }[language];
        if (side === "both") return { words: both, person: null };
        if (speaker === undefined) return null;
        const person = claimed(speaker, side as "host" | "guest", language, draw);
        return { words: language === "vi" ? `Ông ${person.written}` : person.written, person };
      };
      const claims: Claim[] = [];
      for (const language of LANGUAGES) {
        const verbs = ACT_WORDS[language][act as PointAct];
        const subject = who(language);
        if (verbs === undefined || subject === null || /^(?:các |những |với |và )/u.test(text))
          continue;
        const words = draw.one(verbs)!;
        const matter =
          language === "vi" ? cleaned(text) : listed(mattersIn(text, language), language);
        if (matter === null || (/^(?:sẽ|đã|không)/u.test(matter) && words.endsWith("sẽ"))) continue;
        const put = (name: string) =>
          language === "zh" ? `${name}${words}${matter}` : `${name} ${words} ${matter}`;
        const other = side === "host" ? "guest" : "host";
        const opposite = record[other].people.find(({ name }) => name === record[other].head);
        claims.push({
          kind: "point",
          language,
          text: put(subject.words),
          from,
          record,
          persons: subject.person === null ? [] : [subject.person],
          reversed:
            subject.person === null || opposite === undefined
              ? null
              : put(`${language === "vi" ? "Ông " : ""}${nameIn(opposite.name, language, draw)}`),
        });
      }
      return claims;
    });
}

const cleaned = (text: string): string | null => {
  const bare = text.replace(/[.;:,\s]+$/u, "").replace(/^(?:rằng|về|là)\s+/u, "");
  return /^[-–•+*\d]/u.test(bare) || /\n/u.test(bare) ? null : bare;
};

function listed(matters: readonly string[], language: Language): string | null {
  if (matters.length < 2) return null;
  const some = matters.slice(0, 3);
  return language === "zh" ? some.join("、") : `${some.slice(0, -1).join(", ")} and ${some.at(-1)}`;
}

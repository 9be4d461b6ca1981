import { namesIn } from "../../language/names/index.ts";
import { fold, foldedTerms, hasMarks } from "../../language/text/index.ts";
import type { SpanType, TextRange } from "../../model/index.ts";
import { officeAsked, type Question } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";
import { foreignOffice, isNamed, personAsked, positionOf, tellsOffice } from "./article-persons.ts";
import { attendanceFor } from "./attendance.ts";
import { attributesAsked, GIVEN } from "./attribute.ts";
import { tellsFacts } from "./facts.ts";
import { isOfPage } from "./furniture.ts";
import { holderOf, mayTellHolder, type OfficeMatch } from "./office-holder.ts";
import { isOfDelegation, isOtherSide, sideAsked } from "./other-side.ts";
import { cellsFor } from "./row-lookup.ts";
import { bodyAsked, personOf } from "./side-persons.ts";

/** Ranked sentences parted by whether they can answer at all. */
interface Settled {
  /** Those that hold what the question explicitly demands, best first; empty: it can't be answered. */
  readonly able: readonly RankedSentence[];
  /** The others, best first. */
  readonly unable: readonly RankedSentence[];
  /** True where what is asked was looked up by its form and found without a rival, however few words match. */
  readonly sure: boolean;
}

/** Sentences in which an office or a person is looked up; beyond them they are another matter's. */
const LOOKED_THROUGH = 60;

/** Log odds below the best sentence within which the people of a body are looked for; by hand. */
const BODY_GAP = 6;

/**
 * Parts ranked sentences by what a question demands beyond its words: a fact of its own kind (age, wife,
 * telephone …), the holder of a position, the position of a person, the other side of a meeting.
 *
 * @param dateOf The day of an article, `YYYY-MM-DD`, empty where it has none: who held an office last comes first.
 */
export function settle(
  question: Question,
  all: readonly RankedSentence[],
  dateOf: (articleId: string) => string = () => "",
): Settled {
  const ranked = all.filter(({ text }) => !isOfPage(text));
  const told = attributesAsked(question);
  if (told.length > 0) {
    const meant = ranked[0]?.found.chunk.articleId;
    // Of gifts the last sentences of a report tell, who name nobody any more.
    const isOfMeant = ({ found, text }: RankedSentence) =>
      told.length === 1 &&
      told[0] === GIVEN &&
      found.chunk.articleId === meant &&
      !namesIn(text).some(({ type }) => type === "person");
    const parted = part(
      ranked,
      (sentence) =>
        tellsFacts(told, sentence.text) && (isAbout(question, sentence) || isOfMeant(sentence)),
    );
    return { ...parted, sure: told[0] === GIVEN && isByNamed(question, parted.able[0]) };
  }
  const cells = cellsFor(question, ranked);
  if (cells.length > 0) {
    const able = cells.map(({ sentence, cell, type }) => marked(sentence, type, [cell]));
    return { able, unable: without(ranked, able), sure: cells.length === 1 };
  }
  const office = officeAsked(question);
  const present = office === null ? attendanceFor(question, ranked.slice(0, LOOKED_THROUGH)) : null;
  if (present !== null) return { ...present, unable: without(ranked, present.able) };
  const body = bodyAsked(question);
  if (body !== null) {
    const best = ranked[0]?.score ?? 0;
    const able = ranked.slice(0, LOOKED_THROUGH).flatMap((sentence) => {
      const person = best - sentence.score > BODY_GAP ? null : personOf(body, question, sentence);
      if (person === null) return [];
      return [{ ...sentence, evidence: { ...sentence.evidence, candidate: person } }];
    });
    if (able.length > 0 || body.binds)
      return { able, unable: without(ranked, able), sure: able.length > 0 };
  }
  if (office !== null) {
    const told: Record<OfficeMatch, RankedSentence[]> = { whole: [], office: [], alike: [] };
    for (const sentence of ranked.slice(0, LOOKED_THROUGH)) {
      const found = holderOf(office, sentence);
      if (found === null) continue;
      const { person } = found.holder;
      told[found.match].push(marked(sentence, "person", [person]));
    }
    const best = (["whole", "office", "alike"] as const).find((match) => told[match].length > 0);
    if (best !== undefined) {
      const able = lastFirst(told[best], dateOf);
      return { able, unable: without(ranked, able), sure: best === "whole" };
    }
    return part(ranked, (sentence) => mayTellHolder(office, sentence));
  }
  const name = personAsked(question);
  if (name !== null) {
    const able: RankedSentence[] = [];
    const bare: RankedSentence[] = [];
    const persons = new Set<string>();
    for (const sentence of ranked.slice(0, LOOKED_THROUGH)) {
      const found = positionOf(sentence.text, name);
      if (found === null) {
        if (foreignOffice(sentence.text, name)) {
          able.push({ ...sentence, evidence: { ...sentence.evidence, candidate: null } });
          persons.add(name.join(" "));
        }
        continue;
      }
      const { start, end } = found.person;
      persons.add(fold(sentence.text.slice(start, end)));
      (tellsOffice(sentence.text, found) ? able : bare).push(
        marked(sentence, "position", found.positions),
      );
    }
    able.push(...bare);
    // A name that nobody's position is told of may still stand in other words.
    if (able.length > 0) return { able, unable: without(ranked, able), sure: isOnePerson(persons) };
  }
  const others = withoutTheNamed(question, ofTheNamed(question, ranked));
  const side = sideAsked(question);
  if (side === null) {
    const { able, unable } = part(others.able, (one) => isOfDelegation(question, one));
    return { able, unable: [...unable, ...others.unable], sure: false };
  }
  return part([...others.able, ...others.unable], (sentence) => isOtherSide(sentence, side));
}

/**
 * The sentences of passages that hold the persons whom a half-marked question names with their marks: folded,
 * "ông Huyên" is any huyện. All of them where it names nobody so.
 */
function ofTheNamed(
  { text, searchText, unmarked }: Question,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  if (!unmarked || !hasMarks(text)) return ranked;
  const searched = fold(searchText);
  const named = namesIn(text)
    .filter(({ type }) => type === "person")
    .map(({ start, end }) => text.slice(start, end))
    // A misspelt name was put right in what is searched.
    .filter((name) => searched.includes(fold(name)));
  return ranked.filter(({ found }) =>
    named.every((name) => `${found.chunk.title}\n${found.chunk.row.text}`.includes(name)),
  );
}

/** A name behind an honorific typed without marks. */
const HONORED = /(?<=(?:^|\s)(?:ong|ba|dong chi) )\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*/gu;

/** Who is named in a question for a person is not who it asks for: "Ông Huyên tiếp ai?" is not answered by him. */
function withoutTheNamed(question: Question, ranked: readonly RankedSentence[]): Settled {
  const { answerType, searchText } = question;
  const named =
    answerType !== "person"
      ? []
      : namesIn(searchText)
          .filter(({ type }) => type === "person")
          .map(({ start, end }) => searchText.slice(start, end))
          .concat(searchText.match(HONORED) ?? [])
          .map((name) => foldedTerms(name));
  const isAble = ({ text, evidence: { candidate } }: RankedSentence): boolean =>
    candidate?.type !== "person" ||
    !named.some((words) => isNamed(text.slice(candidate.start, candidate.end), words));
  return part(ranked, isAble);
}

/**
 * Of several holders of one office the one whom the latest article names comes first; those of no known day keep their
 * places behind.
 */
function lastFirst(
  able: readonly RankedSentence[],
  dateOf: (articleId: string) => string,
): readonly RankedSentence[] {
  const holders = able.map(({ text, evidence: { candidate } }) =>
    fold(text.slice(candidate!.start, candidate!.end)),
  );
  if (isOnePerson(new Set(holders))) return able;
  const day = ({ found }: RankedSentence) => dateOf(found.chunk.row.articleId);
  return [...able].sort((a, b) => day(b).localeCompare(day(a)));
}

/** True where a sentence names the whole person whom a question asks what they gave. */
function isByNamed({ searchText }: Question, sentence: RankedSentence | undefined): boolean {
  const people = namesIn(searchText)
    .filter(({ type }) => type === "person")
    .map(({ start, end }) => searchText.slice(start, end));
  const text = fold(sentence?.text ?? "");
  const [giver] = people;
  return giver?.includes(" ") === true && text.includes(fold(giver));
}

/** True where a sentence names somebody or something that the question names, or refers to them. */
function isAbout({ terms }: Question, { text, matches, found }: RankedSentence): boolean {
  const names = terms.flatMap(({ name }, i) => (name ? [matches[i]!] : []));
  return (
    names.length === 0 ||
    names.some((match) => match > 0) ||
    // What an article counts or measures is of whom its title names.
    (/\d/u.test(text) && terms.some(({ name }, i) => name && found.title.matches[i]! > 0)) ||
    /^(?:Ông|Bà|Đồng chí|Đoàn) \p{Ll}/u.test(text)
  );
}

function part(
  ranked: readonly RankedSentence[],
  isAble: (sentence: RankedSentence) => boolean,
): Settled {
  const able = ranked.filter(isAble);
  return { able, unable: without(ranked, able), sure: false };
}

/** A sentence with the found words as those that answer. */
function marked(
  sentence: RankedSentence,
  type: SpanType,
  found: readonly TextRange[],
): RankedSentence {
  const candidate = { type, start: found[0]!.start, end: found.at(-1)!.end, fit: 1 };
  return { ...sentence, evidence: { ...sentence.evidence, candidate } };
}

function without(
  ranked: readonly RankedSentence[],
  taken: readonly RankedSentence[],
): RankedSentence[] {
  const places = new Set(taken.map(placeOf));
  return ranked.filter((sentence) => !places.has(placeOf(sentence)));
}

const placeOf = ({ found, start }: RankedSentence) => `${found.chunk.row.articleId} ${start}`;

/** True where all names are parts of the longest one. */
function isOnePerson(names: ReadonlySet<string>): boolean {
  const longest = [...names].sort((a, b) => b.length - a.length)[0] ?? "";
  return [...names].every((name) => ` ${longest} `.includes(` ${name} `));
}

import { fold } from "../../language/text/index.ts";
import type { Answer, Citation, Language, SpanType } from "../../model/index.ts";
import { type Mention, mentionsIn } from "./mentions.ts";

/** A person whom a follow-up may call "ông ấy", "she", "他". */
export interface Person {
  readonly name: string;
  /** Null where neither an honorific nor the name tells. */
  readonly female: boolean | null;
  /** What stood before the name, folded: "ong", "dai su"; empty where nothing did. */
  readonly title: string;
}

/** A question with its answer, as far as the next question may refer to them. */
export interface Exchange {
  /** The full question that was answered. */
  readonly question: string;
  readonly language: Language;
  /** The words of the answer that were marked, in order. */
  readonly marked: readonly { readonly text: string; readonly type: SpanType }[];
  /** Persons that a pronoun may mean, likeliest first: the marked ones, then those of the question. */
  readonly persons: readonly Person[];
  /** All persons whom the first sentence of the answer names, in order. */
  readonly told: readonly Person[];
  /** Places that "ở đó" may mean: those of the answer, else those of the question. */
  readonly places: readonly string[];
  /** The exchange about what happened, where this one asks only who somebody is. */
  readonly earlier: Exchange | null;
  /** Passages that the answer left, and the articles that it cited. */
  readonly left: { readonly more: readonly Citation[]; readonly articles: readonly string[] };
  /** The answer itself, to be translated or told to a writer; only where there is one. */
  readonly last?: Answer;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const FEMALE =
  /(?:^|\s)(?:ba|(?<!dong )chi|co|mrs|ms|madam|cong chua|hoang hau|nu hoang|phu nhan)$/u;
const MALE = /(?:^|\s)(?:ong|anh|ngai|mr|hoang tu|quoc vuong)$/u;

function personOf(text: string, { name, start, fullStart }: Mention): Person {
  const title = fold(text.slice(fullStart, start)).trim();
  const female =
    FEMALE.test(title) || /^\p{L}+ thị /iu.test(name) ? true : MALE.test(title) ? false : null;
  return { name, female, title };
}

/**
 * What an answered or refused question leaves for the next one.
 *
 * @param from The exchange that the question followed up; null where it stood by itself.
 */
export function exchangeOf(answer: Answer, at: number, from: Exchange | null = null): Exchange {
  const { question, language } = answer;
  const asked = mentionsIn(question, language);
  const marked = answer.spans.map(({ start, end, type }) => ({
    text: answer.answer.slice(start, end),
    type,
  }));
  // The sentences are Vietnamese whatever the language of the question.
  const sentences = answer.answered ? answer.answer : "";
  const lead = sentences.split("\n", 1)[0]!;
  const told = mentionsIn(lead, "vi").filter((m) => m.kind === "person");
  const isMarked = (m: Mention) =>
    answer.spans.some((s) => s.type === "person" && s.start < m.end && m.start < s.end);
  const inQuestion = new Set(asked.map((m) => fold(m.vi)));
  // Who is named in the question is not whom it asks for.
  const answers = mentionsIn(sentences, "vi")
    .filter((m) => m.kind === "person" && isMarked(m) && !inQuestion.has(fold(m.vi)))
    .map((m) => personOf(sentences, m));
  const own = asked.filter((m) => m.kind === "person").map((m) => personOf(question, m));
  // Typed in lower case, a name in the question shows only by the answer that has it too.
  const words = ` ${fold(question)} `;
  const shared = told
    .filter((m) => words.includes(` ${fold(m.name)} `))
    .map((m) => personOf(lead, m));
  const all = distinct(told.map((m) => personOf(lead, m)));
  const likely = [...answers, ...own, ...shared];
  const persons = likely.length === 0 && all.length === 1 ? all : distinct(likely);
  const answered = marked.filter(({ type }) => type === "place").map(({ text }) => text);
  const places =
    answered.length > 0 ? answered : asked.filter((m) => m.kind === "place").map((m) => m.name);
  return {
    question,
    language,
    marked,
    persons,
    told: all,
    places,
    earlier: eventBehind(question, from),
    left: {
      more: answer.more,
      articles: answer.citations.map(({ articleId }) => articleId),
    },
    at,
  };
}

function distinct(persons: readonly Person[]): Person[] {
  return persons.filter((p, i) => persons.findIndex((q) => fold(q.name) === fold(p.name)) === i);
}

/** A question for a person's position or identity. */
const ABOUT_SOMEBODY =
  /(?:giữ|giu|làm|lam) (?:chức|chuc)|(?:^| )(?:là|la) ai[\s?]*$|\bposition\b|^who (?:is|was) |职务|是谁/iu;

function eventBehind(question: string, from: Exchange | null): Exchange | null {
  if (from === null || !ABOUT_SOMEBODY.test(question)) return null;
  return from.earlier ?? { ...from, earlier: null };
}

import { fold } from "../language/text/index.ts";
import { translateQuestion } from "../language/translate/index.ts";
import type {
  Answer,
  CheckedSentence,
  Language,
  TextRange,
  WriterPassage,
} from "../model/index.ts";
import type { WriterTask } from "./outcome.ts";

/** A range of an article. */
export type Place = TextRange & { readonly articleId: string };

export const overlap = (one: Place, other: Place): boolean =>
  one.articleId === other.articleId && one.start < other.end && other.start < one.end;

/**
 * The sentences of the articles that support a sentence: those that the check found, and the one that answers in the quoted
 * answer, where the sentence cites its passage and tells the same words. Empty: the check found support in the passage as
 * a whole.
 */
export function supportOf(
  sentence: CheckedSentence,
  task: WriterTask,
  passages: readonly WriterPassage[],
): Place[] {
  const cited = passages.filter(({ n }) => sentence.citations.includes(n));
  const found = sentence.evidence.flatMap(({ n, quote }) => {
    const passage = passages.find((one) => one.n === n);
    const at = passage?.text.indexOf(quote) ?? -1;
    if (passage === undefined || quote === "" || at < 0) return [];
    const start = passage.start + at;
    return [{ articleId: passage.articleId, start, end: start + quote.length }];
  });
  const answering = tells(sentence.text, task.language, markedIn(task.answer))
    ? answeringPlaces(task.answer).filter((place) => cited.some((one) => overlap(one, place)))
    : [];
  const added = answering.filter((place) => !found.some((one) => overlap(one, place)));
  return [...added, ...found];
}

/** What is shown for a sentence: what supports it, else the passages that it cites. */
export function placesOf(
  sentence: CheckedSentence,
  task: WriterTask,
  passages: readonly WriterPassage[],
): Place[] {
  const support = supportOf(sentence, task, passages);
  return support.length > 0 ? support : passages.filter(({ n }) => sentence.citations.includes(n));
}

/** What is asked for by one word of a sentence. */
const FACTS: ReadonlySet<string> = new Set([
  "person",
  "position",
  "date",
  "time",
  "place",
  "number",
  "organisation",
]);

/** The marked words by which a quoted answer answers; null where it does by all that it says. */
function markedIn({ answer, spans }: Answer): string | null {
  const [marked] = spans;
  return marked !== undefined && FACTS.has(marked.type)
    ? answer.slice(marked.start, marked.end)
    : null;
}

/** Whether a sentence holds a name or number, in whatever language it is written. */
function tells(text: string, language: Language, words: string | null): boolean {
  if (words === null) return false;
  const wanted = ` ${fold(words)} `;
  const rendered = language === "vi" ? null : translateQuestion(text, language);
  const forms = [text, ...(rendered ? [rendered.text, ...rendered.alternatives.flat()] : [])];
  return forms.some((form) =>
    ` ${fold(form).replace(/[^\p{L}\p{N}/]{1,200}/gu, " ")} `.includes(wanted),
  );
}

/** The citations by which an answer answers: those of its direct line, else of what is marked, else all. */
export function answeringPlaces(answer: Answer): readonly Place[] {
  const { answer: text, citations, direct, spans } = answer;
  const [told] =
    direct === undefined ? [] : text.split("\n").filter((line) => line.startsWith(direct));
  const [marked] = spans;
  const line =
    told ?? (marked && markedIn(answer) !== null ? lineAt(text, marked.start) : undefined);
  const named = line === undefined ? [] : citations.filter(({ n }) => line.includes(`[${n}]`));
  return named.length > 0 ? named : citations;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? undefined : end);
}

import type { Answer, CheckedAnswer, TextRange, WriterPassage } from "../model/index.ts";
import { placeOf } from "./places.ts";
import type { WriterTask } from "./task.ts";

type Place = TextRange & { readonly articleId: string };

/** Links, names of accounts, commands and tags, which Telegram makes of plain words too. */
const LIVE =
  /https?:|www\.|t\.me|(?<![\p{L}\p{N}._-])@[\p{L}\p{N}_]{2}|(?<![\p{L}\p{N}])[/#][\p{L}_]{2}/iu;

/**
 * Whether what the check kept may take the place of the quoted answer. That each sentence is true does not make it one:
 * the sentence that answers in the quoted answer must be among those that support what is kept, and of a comparison
 * both articles must.
 */
export function answersIt(
  task: WriterTask,
  { answers, sentences }: CheckedAnswer,
  passages: readonly WriterPassage[],
): boolean {
  const kept = sentences.filter((one) => one.kept);
  if (!answers || kept.length === 0) return false;
  if (kept.some(({ text }) => LIVE.test(text))) return false;
  const places = kept.map(({ evidence }) =>
    evidence.flatMap((one) => placeOf(one, passages) ?? []),
  );
  // A sentence without a passage behind it reaches nobody, whatever the verdict on the whole.
  if (places.some((of) => of.length === 0)) return false;
  const supporting = places.flat();
  const { answer, kind } = task;
  if (kind === "summary") return true;
  if (kind === "comparison") {
    const wanted = answer.wish?.articleIds ?? [];
    return wanted.every((id) => supporting.some(({ articleId }) => articleId === id));
  }
  return telling(answer).some((one) => supporting.some((other) => overlap(one, other)));
}

const overlap = (one: Place, other: Place) =>
  one.articleId === other.articleId && one.start < other.end && other.start < one.end;

/** The citations by which an answer answers: those of its direct line, else of what is marked, else all. */
function telling({ answer, citations, direct, spans }: Answer): readonly Place[] {
  const lines = answer.split("\n");
  const [told] = direct === undefined ? [] : lines.filter((line) => line.startsWith(direct));
  const [marked] = spans;
  const isFact = marked !== undefined && FACTS.has(marked.type);
  const line = told ?? (isFact ? lineAt(answer, marked.start) : undefined);
  const named = line === undefined ? [] : citations.filter(({ n }) => line.includes(`[${n}]`));
  return named.length > 0 ? named : citations;
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

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? undefined : end);
}

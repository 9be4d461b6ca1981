import type { CheckedAnswer, WriterPassage } from "../model/index.ts";
import { answeringPlaces, overlap, placesOf, supportOf } from "./places.ts";
import type { WriterTask } from "./task.ts";

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
  // A sentence without a passage behind it reaches nobody, whatever the verdict on the whole.
  const places = kept.map((one) => placesOf(one, task, passages));
  if (places.some((of) => of.length === 0)) return false;
  const { answer, kind } = task;
  if (kind === "summary") return true;
  if (kind === "comparison") {
    const wanted = answer.wish?.articleIds ?? [];
    return wanted.every((id) => places.flat().some(({ articleId }) => articleId === id));
  }
  const supporting = kept.flatMap((one) => supportOf(one, task, passages));
  return answeringPlaces(answer).some((one) => supporting.some((other) => overlap(one, other)));
}

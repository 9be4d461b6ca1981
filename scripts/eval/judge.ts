import type { Answer } from "../../src/model/answer.ts";
import {
  holdsAnswer,
  isRightArticle,
  judgedChars,
  type KeyedQuestion,
} from "../shared/question-set.ts";

/** An answer held against its key. */
export interface Outcome {
  readonly asked: KeyedQuestion;
  readonly answer: Answer;
  /** Holds the key and cites a right article; for kind `none`: refused, or corrected with the key. */
  readonly right: boolean;
  /** The first citation is of a right article; for kind `none`: refused. */
  readonly cited: boolean;
}

/**
 * Judges an answer by its key.
 *
 * @param chars Characters of the answer within which the key has to stand; by its kind where not given.
 */
export function judge(
  asked: KeyedQuestion,
  answer: Answer,
  chars = judgedChars(asked.kind),
): Outcome {
  if (asked.kind === "none") {
    const corrected = asked.must !== "-" && holdsAnswer(answer.answer.slice(0, chars), asked.must);
    const right = !answer.answered || corrected;
    return { asked, answer, right, cited: right };
  }
  const first = answer.citations[0];
  const cited =
    answer.answered && first !== undefined && isRightArticle(first.articleId, asked.docs);
  const right =
    answer.answered &&
    holdsAnswer(answer.answer.slice(0, chars), asked.must) &&
    answer.citations.some((c) => isRightArticle(c.articleId, asked.docs));
  return { asked, answer, right, cited };
}

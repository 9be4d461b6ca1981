import { asVietnamese } from "../language/translate/index.ts";
import { matterWords } from "./passages/index.ts";
import type { Question } from "./question/index.ts";
import { type LateInteraction, nearness, type RankedSentence } from "./search/index.ts";

/** From here on a sentence tells of a matter in other words: "lao động thời vụ" of "farm workers"; by hand. */
const NEAR = 0.6;

/**
 * The sentences that come near the matter of which somebody is asked to have spoken, where it is asked in another language:
 * its rendering seldom has the words of the article. Null for other questions.
 */
export async function nearMatter(
  question: Question,
  sentences: readonly RankedSentence[],
  late: LateInteraction,
): Promise<readonly RankedSentence[] | null> {
  const words = matterWords(question);
  if (words === "") return null;
  const ids = sentences.map(({ text }) => late.tokenIds(asVietnamese(text)));
  const near = await nearness(words, ids, late);
  return sentences.filter((_, i) => near[i]! >= NEAR);
}

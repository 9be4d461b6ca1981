import type { Question } from "../question/question.ts";
import { fold } from "../text/fold.ts";

/** Words that say that somebody receives, and words that say that somebody leads the guests. */
const HOST = /(?<!\p{L})(?:tiep|don|chu tri|chieu dai|mo tiec)(?!\p{L})/u;
const GUEST = /(?<!\p{L})(?:truong doan|dan dau|cam dau|lam truong|thap tung)(?!\p{L})/u;
/** Characters before and behind a name within which such words are about it. */
const BEFORE_CHARS = 40;
const BEHIND_CHARS = 70;

/**
 * False where a question asks who received and the sentence says of this person that they led the guests,
 * or the other way round: the name of the other side is the likeliest wrong answer of all.
 */
export function rightSide(
  sentence: string,
  person: { readonly start: number; readonly end: number },
  question: Pick<Question, "predicate">,
): boolean {
  const asked = question.predicate.join(" ");
  const asksHost = HOST.test(asked) && !GUEST.test(asked);
  const asksGuest = GUEST.test(asked);
  if (!asksHost && !asksGuest) return true;
  const before = fold(sentence.slice(Math.max(0, person.start - BEFORE_CHARS), person.start));
  const behind = fold(sentence.slice(person.end, person.end + BEHIND_CHARS));
  const near = `${before} ${behind}`;
  return asksHost ? HOST.test(near) || !GUEST.test(near) : GUEST.test(near) || !HOST.test(near);
}

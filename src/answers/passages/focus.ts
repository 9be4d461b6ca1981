import { holdersIn } from "../../language/names/index.ts";
import { readOnce } from "../../language/text/index.ts";
import { expandedTerms } from "../../language/translate/index.ts";
import type { Question } from "../question/index.ts";
import {
  type Candidate,
  countsKnown,
  type QueryModel,
  type RankedSentence,
  rightSide,
  TYPE_ONLY,
} from "../search/index.ts";
import { isNamed } from "./article-persons.ts";
import { isOfPage } from "./furniture.ts";

/** Share of what an article lies behind the likeliest one that its sentences lose; by hand. */
const ARTICLE_SHARE = 0.6;
/** An article loses at most so much. */
const MOST_LOST = 4;
/** Log odds of a person whose office holds all the words of the question; by hand. */
const OFFICE_ADDS = 5;
/** Log odds that teasers, bylines and the like lose. */
const FURNITURE_LOSES = 4;
/** Log odds that a sentence loses which names nobody where a person is asked, or only somebody of the wrong side; by hand. */
const NOBODY_LOSES = 3;
const WRONG_SIDE_LOSES = 4;
/** Log odds that a sentence loses without any place where one is asked; less for a place of another kind. */
const NOWHERE_LOSES = 1.5;
/** Log odds of a sentence with a number of what is counted; by hand. */
const COUNTED_ADDS = 1.5;
/** Sentences whose persons are looked at. */
const LOOKED_AT = 30;
/** Fewer of the question's words, or a smaller share, may be in any office. */
const LEAST_WORDS = 3;
const LEAST_SHARE = 0.15;
/** What says why: without it, who met whom is no reason. */
const REASON =
  /(?<!\p{L})(?:vì|do|bởi|nhờ|nhằm|để|nhân dịp|nhân|mục đích|theo lời mời|bởi vì|đề nghị|mong|muốn|coi|là nơi|lý do|nguyên nhân|kỷ niệm)(?!\p{L})/iu;
const MET = /(?<!\p{L})(?:tiếp|đón|hội đàm|hội kiến|làm việc|buổi tiếp)(?!\p{L})/iu;
const UNREASONED_LOSES = 2;
/** "Chương trình GREAT là gì?": asked what something is, a sentence that explains its name says it. */
const WHAT_IT_IS =
  /^(?:[\p{L}\p{M}\d-]+ ){1,7}(?:là gì|là cái gì|la gi|nghĩa là gì|viết tắt của (?:từ )?gì)\s?\??$|^what (?:is|does) [^?]{2,60}?(?: stand for| mean)?\??$|(?:是什么|全称|什么意思)[？?]?$/iu;
const EXPLAINS =
  /(?<!\p{L})(?:tên (?:đầy đủ|gọi)|viết tắt|gọi tắt|có nghĩa|được hiểu là|full name|stands for|short for)(?!\p{L})|全称|简称/iu;
const EXPLAINED_ADDS = 3;

/**
 * Ranks sentences anew by the article that is meant, by what furniture and meetings without a reason are worth, and,
 * where a person is asked, by how much of the question that person's office holds.
 *
 * @param scoreOf How likely an article is meant (log odds).
 */
export function focused(
  question: Question,
  query: QueryModel,
  ranked: readonly RankedSentence[],
  scoreOf: ReadonlyMap<string, number>,
): RankedSentence[] {
  const best = Math.max(...scoreOf.values());
  const behind = (id: string) =>
    ARTICLE_SHARE * Math.min(MOST_LOST, best - (scoreOf.get(id) ?? best - MOST_LOST));
  const asksWhatItIs = question.answerType === "phrase" && WHAT_IT_IS.test(question.text);
  const moved = ranked.map((sentence) => {
    const { text, found, score } = sentence;
    let own = score - behind(found.chunk.articleId);
    if (isOfPage(text)) own -= FURNITURE_LOSES;
    if (
      question.answerType === "number" &&
      (question.detail.units !== null || countsKnown(question)) &&
      sentence.evidence.candidate?.fit === 1
    )
      own += COUNTED_ADDS;
    if (question.answerType === "reason" && MET.test(text) && !REASON.test(text))
      own -= UNREASONED_LOSES;
    if (asksWhatItIs && EXPLAINS.test(text)) own += EXPLAINED_ADDS;
    own -= unfitness(question, sentence.evidence.candidate);
    return { ...sentence, score: own, focus: own - score };
  });
  moved.sort((a, b) => b.score - a.score);
  if (question.answerType !== "person") return moved;
  const persons = moved.slice(0, LOOKED_AT).map((sentence) => byOffice(question, query, sentence));
  return [...persons, ...moved.slice(LOOKED_AT)].sort((a, b) => b.score - a.score);
}

/** What a sentence loses that holds no person or no place of the asked kind, where one is asked. */
function unfitness({ answerType }: Question, candidate: Candidate | null): number {
  if (answerType === "person") {
    if (candidate?.type !== "person") return NOBODY_LOSES;
    return candidate.fit <= TYPE_ONLY ? WRONG_SIDE_LOSES : 0;
  }
  return answerType === "place" ? NOWHERE_LOSES * (1 - (candidate?.fit ?? 0)) : 0;
}

/** The folded words of a question. */
const wordsAsked = readOnce(({ searchText }: Question): string =>
  expandedTerms(searchText)
    .map(({ folded }) => folded)
    .join(" "),
);

/** A sentence with the person as its answer whose office holds most of the question's words, if any does. */
function byOffice(question: Question, query: QueryModel, sentence: RankedSentence): RankedSentence {
  const { text } = sentence;
  const asked = wordsAsked(question);
  let best: { share: number; candidate: Candidate } | null = null;
  for (const { person, positions } of holdersIn(text)) {
    const name = expandedTerms(text.slice(person.start, person.end)).map(({ folded }) => folded);
    // "Trưởng đoàn Bằng Tường" holds the words of who received it, and is the very one who did not.
    if (!rightSide(text, person, question)) continue;
    // Whom the question names it does not ask for.
    if (name.length > 0 && isNamed(asked, name)) continue;
    if (` ${asked} `.includes(` ${name.join(" ")} `)) continue;
    const held = new Set(
      positions.flatMap(({ start, end }) =>
        expandedTerms(text.slice(start, end)).map(({ folded }) => folded),
      ),
    );
    const shared = query.terms.filter(({ folded }) => held.has(folded));
    if (shared.length < LEAST_WORDS) continue;
    const share = shared.reduce((sum, { idf }) => sum + idf, 0) / query.totalIdf;
    if (share > (best?.share ?? LEAST_SHARE))
      best = {
        share,
        candidate: { type: "person", start: person.start, end: person.end, fit: 1 },
      };
  }
  if (best === null) return sentence;
  return {
    ...sentence,
    score: sentence.score + OFFICE_ADDS * best.share,
    focus: (sentence.focus ?? 0) + OFFICE_ADDS * best.share,
    evidence: { ...sentence.evidence, candidate: best.candidate },
  };
}

import type { Engine } from "../../engine.ts";
import type { Locale } from "../../locale/locale.ts";
import type { Visit, VisitSide } from "../../register/visit.ts";
import { isoDate } from "../../text/partial-date.ts";

/** Questions that are offered about a visit. */
const MAX_OFFERED = 3;

/** The questions say "đoàn" themselves. */
const DELEGATION = /^đoàn (?:(?:đại biểu|công tác|cán bộ) )?(?:của )?/iu;

/** A side as a question names it: by where it comes from, which articles repeat more than a body's full name. */
const shortName = ({ organisation, province, country, head }: VisitSide) =>
  province ?? organisation?.replace(DELEGATION, "") ?? country ?? head;

/** Questions about a visit in the reader's language, whether its articles answer them or not. */
export function questionsAbout(visit: Visit, { visits, date }: Locale): string[] {
  const day = isoDate(visit.date);
  return visits.questions({
    host: shortName(visit.host),
    guest: shortName(visit.guest),
    day: day === null ? null : date(day),
  });
}

/** A question with its place among `questionsAbout`. */
export interface OfferedQuestion {
  readonly number: number;
  readonly question: string;
}

/**
 * Those questions whose answer comes from the articles that tell of the visit, each answer once; one that
 * another article answers is about another visit.
 */
export async function answerableQuestions(
  visit: Visit,
  locale: Locale,
  engine: Pick<Engine, "ask">,
): Promise<OfferedQuestion[]> {
  const offered: OfferedQuestion[] = [];
  const answers = new Set<string>();
  for (const [number, question] of questionsAbout(visit, locale).entries()) {
    const { answered, answer, citations } = await engine.ask(question);
    const isOfVisit = citations.every(({ articleId }) => visit.articleIds.includes(articleId));
    if (!answered || !isOfVisit || citations.length === 0 || answers.has(answer)) continue;
    answers.add(answer);
    offered.push({ number, question });
    if (offered.length === MAX_OFFERED) break;
  }
  return offered;
}

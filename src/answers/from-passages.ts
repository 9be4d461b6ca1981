import { localeFor } from "../locale/index.ts";
import type { Answer, Register } from "../model/index.ts";
import { countTold } from "./count-told.ts";
import type { Decision, Told } from "./explain.ts";
import { answered, refused, round, timings } from "./outcome.ts";
import {
  type ArticleLookup,
  attributesAsked,
  authorOf,
  citedOnce,
  compose,
  denialOf,
  directLine,
  hasAsked,
  lacksMatter,
  led,
  reasonFirst,
  SAID,
  surelyTellsFacts,
  tellsAsked,
  topicOf,
  withDirect,
} from "./passages/index.ts";
import { DOUBTFUL_THRESHOLD } from "./question-reader.ts";
import type { Reading } from "./reading.ts";
import { type ReadCache, tellSame } from "./search/index.ts";
import {
  answerSetDay,
  asksPoints,
  directionOf,
  holds,
  leavesOutHosts,
  type MinutesAnswerer,
  untoldIn,
} from "./visits/index.ts";

/** What is answered from: the articles and records of one generation. */
export interface Sources {
  readonly cache: ReadCache;
  readonly lookup: ArticleLookup;
  readonly register: Register;
  readonly minutes: MinutesAnswerer;
}

/** Passages behind "Xem thêm". */
const MORE = 5;
/** Sentences from which further passages are taken. */
const RUNNERS_UP = 40;
/** Log odds within which another article may tell of the meeting that is meant. */
const SAME_MEETING = 2.5;

/**
 * The answer that passages give to a question that was read, or the refusal: that something did not take place, then
 * the points of the meeting that is meant, then the day that a person set, then the sentences that can answer. What it
 * tells is held against what the question takes for granted.
 */
export function fromPassages(
  text: string,
  reading: Reading,
  sources: Sources,
  start: number,
): Omit<Told, "reading"> {
  return asPresupposed(replyTo(text, reading, sources, start), reading, sources);
}

function replyTo(
  text: string,
  reading: Reading,
  sources: Sources,
  start: number,
): Omit<Told, "reading"> {
  const { question } = reading;
  const { cache, lookup, register } = sources;
  const isUntold = lacksMatter(question, reading.meant[0]?.articleId, cache, reading.nearMatter);
  // That it did not take place is told instead of what did.
  const denial = denialOf(reading, lookup);
  const points = isUntold || denial !== null ? null : fromMinutes(text, reading, sources, start);
  if (points !== null) return { answer: points, decision: "answered from the points of a meeting" };
  const refusal = (decision: Decision) => {
    const sentence = localeFor(question.language).answer.refusal;
    return { answer: refused(question, sentence, reading, lookup, start), decision };
  };
  if (reading.sentences.length === 0) return refusal("nothing found");
  if (isUntold) return refusal("nothing of the asked kind");
  const dated =
    denial === null ? answerSetDay(reading, register, lookup) : compose(question, [denial], lookup);
  if (dated !== null) {
    const confidence = Math.max(reading.confidence, reading.threshold);
    const answer = answered(text, dated, { ...reading, confidence }, start);
    return { answer, decision: "answered" };
  }
  const lacks = lackOf(reading, sources.minutes);
  if (lacks !== null) {
    // A sentence that counts just what is asked is told, however its other words are.
    const counted = countTold(reading, lookup);
    if (counted === null) return refusal(lacks);
    const confidence = Math.max(reading.confidence, reading.threshold);
    const composed = compose(question, [counted], lookup);
    const answer = answered(text, composed, { ...reading, confidence }, start);
    return { answer, decision: "answered" };
  }
  const answer = fromSentences(text, reading, lookup, start);
  return answer === null ? refusal("nothing of the asked kind") : { answer, decision: "answered" };
}

/** Why the sentences that can answer are not told; null where they are. */
function lackOf(reading: Reading, minutes: MinutesAnswerer): Decision | null {
  const { question, demands, able, confidence, threshold } = reading;
  // Where no point meets a question for points, a sentence that holds its words seldom does.
  const facts = attributesAsked(question);
  const tellsFacts = surelyTellsFacts(facts, able[0]?.text ?? "");
  const isDoubtful = demands.points?.open && confidence < DOUBTFUL_THRESHOLD;
  if (confidence < threshold || (isDoubtful && !tellsFacts))
    return "confidence below the threshold";
  const isLiteral = asksPoints(question) && minutes.isLiteral(demands);
  const asksAct = asksPoints(question) || question.answerType === "phrase";
  const lacks =
    (isLiteral && !(tellsFacts && minutes.isTheirs(reading, able[0]!))) ||
    !hasAsked(question, able) ||
    (!tellsFacts && asksAct && !minutes.tellsAct(demands, able)) ||
    minutes.isOthers(demands, able[0]?.text ?? "");
  return lacks ? "nothing of the asked kind" : null;
}

/** The sentences that can answer, composed; null where they tell nothing of what is asked. */
function fromSentences(
  text: string,
  { question, sentences, confidence, ...reading }: Reading,
  lookup: ArticleLookup,
  start: number,
): Answer | null {
  const able = reasonFirst(question, reading.able);
  const author = authorOf(question, sentences, lookup);
  if (author === null && topicOf(question) !== null) return null;
  const composed = author ?? compose(question, able, lookup);
  if (author === null && !tellsAsked(question, composed.used)) return null;
  const best = able[0];
  const cited = composed.citations.find(({ start }) => start === best?.start);
  const line =
    author === null && best !== undefined && cited !== undefined
      ? directLine(question, best, lookup(cited.articleId), confidence)
      : null;
  const { answer, spans, direct, added = [] } = withDirect(composed, line, cited?.n ?? 1);
  const rest = sentences
    .slice(0, RUNNERS_UP)
    .filter((s) => !composed.used.some((u) => u === s || tellSame(u, s)));
  const from = composed.citations.length + 1;
  return {
    question: text,
    answered: true,
    answer,
    spans,
    ...(direct !== undefined && { direct }),
    added,
    confidence: round(confidence),
    language: question.language,
    citations: composed.citations,
    nearest: [],
    more: citedOnce(rest, { count: MORE, from, perArticle: 2 }, lookup),
    timings: timings(reading, start),
  };
}

/** The points of the meeting that is meant; null where the question asks for none, or none meets it. */
function fromMinutes(
  text: string,
  reading: Reading,
  { register, minutes }: Sources,
  start: number,
): Answer | null {
  const { demands, meant, question, query, sentences, confidence } = reading;
  if (demands.points === null || !demands.points.open) return null;
  // Who, how many and when are told by the sentence that holds them.
  if (!asksPoints(question)) return null;
  const sure = confidence >= reading.threshold;
  const locale = localeFor(question.language);
  // A reply, a gift or a reason is told by its own words, whatever else was said there.
  const facts = attributesAsked(question);
  const direction = directionOf(question, demands);
  const reply = meant
    .filter(
      ({ articleId, score, agreement }) =>
        meant[0]!.score - score <= SAME_MEETING &&
        // Who is named in another article is not of this meeting.
        (agreement.persons || !meant[0]!.agreement.persons) &&
        agreement.time >= 0 &&
        agreement.binds &&
        (direction === null || !leavesOutHosts(direction, register.ofArticle(articleId))) &&
        (sure || agreement.names === 1),
    )
    .map((article) => minutes.answer(demands, article, query, sentences, locale))
    .find(
      (one) =>
        one?.meets && facts.every((words) => (one.spoken && words === SAID) || holds(one, words)),
    );
  if (reply === undefined || reply === null) return null;
  const { meets, spoken, ...told } = reply;
  return answered(text, told, reading, start);
}

/**
 * A reply as it is; where the meetings that it cites have not all that the question takes for granted, a refusal that
 * tells it as the nearest.
 */
function asPresupposed(
  reply: Omit<Told, "reading">,
  { question, nearMatter }: Reading,
  { register, lookup }: Sources,
): Omit<Told, "reading"> {
  const { answer } = reply;
  if (!answer.answered) return reply;
  const untold = untoldIn(question, answer.citations, register, lookup, nearMatter ?? []);
  if (untold === null) return reply;
  const { notTold, notNamed } = localeFor(question.language).answering;
  // Of a translated question the words are not those that were typed.
  const isTyped = question.language === "vi" && untold.kind !== "time" && untold.kind !== "matter";
  const lead = isTyped ? notNamed(untold.words) : notTold;
  return {
    answer: { ...led(answer, lead), answered: false },
    decision: "nothing of the asked kind",
  };
}

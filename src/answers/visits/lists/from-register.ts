import { foldAligned } from "../../../language/text/index.ts";
import type { IndexReader, Visit } from "../../../model/index.ts";
import { isBody } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import { type Demands, isTelling, meetingsAsked, readDemands, rolesIn } from "../asked/index.ts";
import type { RegisterReply } from "../shown/index.ts";
import { documentsSigned } from "./documents-signed.ts";
import { seriesAsked } from "./event-series.ts";
import { findMeetings, isAnyOf, isNamedAbroad, isWeak } from "./find-meetings.ts";
import { holdersTold } from "./holders-told.ts";
import { holdingArticles } from "./holding-articles.ts";
import { kindListed, ofKindListed } from "./kinds-listed.ts";
import { answerArticles, answerMeetings, answerSeries } from "./meetings-answer.ts";
import { mentionedMeetings, withoutVisits } from "./mentioned-meetings.ts";
import type { RegisterAnswerer } from "./register-answerer.ts";
import { totalsTold } from "./totals-told.ts";

const holdsOffice = ({ names }: Demands): boolean => names.some(({ kind }) => kind === "office");

/** "các cuộc ở thành phố Mông Tự": where it was says nothing of who came. */
const STAYS =
  /(?:^| )(?:tai|o|trong)(?: (?:thanh pho|tp|huyen|tinh|thi xa|thi|chau|cua khau|thi tran|xa|phuong)){0,2} $/u;

/**
 * Answers a question that lists, counts or dates visits: by the filter of the register; where that reads none in it,
 * by the meetings that hold all that is named.
 *
 * @returns Null for any other question.
 */
export function fromRegister(
  question: Question,
  register: RegisterAnswerer,
  reader: IndexReader,
  cache: ReadCache,
): RegisterReply | null {
  const demands = readDemands(question);
  const lookup = (id: string) => cache.article(id);
  const signed = documentsSigned(question, demands, reader, cache);
  if (signed !== null) return answerArticles(question, signed, lookup);
  const totals = totalsTold(question, demands, reader, cache);
  if (totals !== null) return answerArticles(question, totals, lookup);
  const asked = meetingsAsked(question);
  const holders = holdersTold(question, demands, reader, cache);
  const series = seriesAsked(question, demands, asked?.wanted ?? null, reader, cache);
  // A list of meetings tells the offices of whoever is asked for as well.
  if (holders !== null && (asked === null || series !== null || holdsOffice(demands)))
    return answerArticles(question, holders, lookup);
  if (series !== null) return answerSeries(question, series, lookup);
  let held: ReturnType<typeof holdingArticles> | undefined;
  const told = () => {
    // A syllable alone is a crumb of the translation, where names tell what is meant.
    const isCrumb = (words: string) =>
      demands.translated && demands.names.length > 1 && isWeak(words);
    const subject = (asked?.subject ?? []).filter((words) => !isCrumb(words));
    held ??= holdingArticles(demands, subject, question.searchText, reader, cache);
    return held;
  };
  const aligned = foldAligned(question.searchText);
  let before: ReturnType<typeof mentionedMeetings> | undefined;
  const earlier = (visits: readonly Visit[]) => {
    before ??= mentionedMeetings(
      demands,
      asked?.subject ?? [],
      question.searchText,
      reader,
      cache,
      rolesIn(question, demands).filter(
        ({ name }) => !STAYS.test(aligned.slice(0, name.fullStart)),
      ),
    );
    return withoutVisits(before, visits);
  };
  // No words of a filter leave anybody out.
  const filtered =
    demands.except.length > 0
      ? null
      : register.answer(question, () => isTelling(demands, asked) && told().length > 0, earlier);
  const isNext = filtered?.register.intent === "next";
  const isSettled = isNext || demands.names.length < 2;
  const named = demands.names.some(({ kind }) => kind === "person");
  // Where the register has none, sentences may tell of some.
  const onlyTold = () =>
    filtered?.answered || asked === null || isNext || !earlier([]).some(({ isSure }) => isSure)
      ? null
      : answerMeetings(question, asked, [], lookup, [], earlier);
  // A filter knows a prefecture's own meetings alone.
  const isBroad =
    asked?.wanted === "list" && demands.names.some((name) => isAnyOf(name, question.searchText));
  if (filtered !== null && !named && (filtered.answered ? !isBroad : isSettled))
    return onlyTold() ?? filtered;
  const isOpen = demands.names.length + demands.except.length === 0 && asked?.subject.length === 0;
  // A time alone is enough for a list of all that was in it.
  const isOfTime = asked?.wanted === "list" && demands.times.length > 0;
  if (asked === null || (isOpen && !isOfTime)) return filtered;
  const met = findMeetings(demands, asked, question, reader.register(), cache);
  const kind = asked.wanted === "list" ? kindListed(question) : null;
  const found = kind === null ? met : ofKindListed(met, (visit) => kind.visit(visit));
  // Of what only sentences mention as well.
  const ofKind: typeof earlier = (visits) => {
    const mentions = earlier(kind === null ? visits : met);
    return kind === null ? mentions : mentions.filter(({ text }) => kind.text(text));
  };
  const toldOfKind = kind === null ? told() : told().filter(({ text }) => kind.text(text));
  // Where the filter finds none, the meetings that hold all that is named still may be meant; and it knows no name
  // in another script.
  // A filter knows no bodies: the latest talks of the police are none of the two provinces'.
  const { words, topic } = filtered?.register.filter ?? {};
  const isNarrower = words === undefined && topic === undefined && asked.subject.some(isBody);
  const isBetter =
    !filtered?.answered ||
    isNarrower ||
    (found.length > filtered.register.total &&
      (isBroad || found.some((visit) => demands.names.some((name) => isNamedAbroad(visit, name)))));
  if (filtered !== null && (!isBetter || (found.length === 0 && !isNarrower)))
    return onlyTold() ?? filtered;
  return (
    answerMeetings(question, asked, found, lookup, toldOfKind, ofKind) ??
    (isNarrower && filtered?.answered ? null : filtered)
  );
}

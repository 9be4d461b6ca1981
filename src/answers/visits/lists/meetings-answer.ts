import { localeFor } from "../../../locale/index.ts";
import type { Visit } from "../../../model/index.ts";
import type { ArticleLookup } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import { asksWho, asksWithin, focusOf, type MeetingsAsked } from "../asked/index.ts";
import {
  articlesOf,
  BESIDE_LISTED,
  EARLIER_LISTED,
  type EarlierThan,
  type HoldingArticle,
  LISTED,
  MORE,
  partMentions,
  type RegisterReply,
  RegisterText,
  registerReply,
  tellListed,
} from "../shown/index.ts";
import type { SeriesAsked } from "./event-series.ts";
import { firstOfKind } from "./of-kind.ts";

const NONE_BEFORE = { sure: [], others: [], total: 0 } as const;

/**
 * The answer to a question over several meetings whose visits were found by all that it names; null where none was.
 *
 * @param found Visits that are meant, newest first, those of no known year last.
 * @param told Further articles that are about what is named, newest first.
 * @param earlier Meetings that articles tell of in passing, newest first.
 * @param wanted "one": a single meeting stands without how many there were.
 */
export function answerMeetings(
  question: Question,
  { wanted }: { readonly wanted: MeetingsAsked["wanted"] | "one" },
  found: readonly Visit[],
  lookup: ArticleLookup,
  told: readonly HoldingArticle[] = [],
  earlier: EarlierThan = () => [],
): RegisterReply | null {
  const { register } = localeFor(question.language);
  const dated = found.filter(({ date }) => date.year !== null);
  // No words of a filter find these, so that all of a long list are named.
  const filter = found.length > LISTED ? { ids: found.map(({ id }) => id) } : {};
  const asked = { intent: wanted === "one" ? ("list" as const) : wanted, filter };
  const articles = new Set(found.flatMap(({ articleIds }) => articleIds)).size;
  const page = { total: found.length, articles, visits: found };
  const text = new RegisterText(localeFor(question.language), lookup, focusOf(question));
  const before = wanted === "one" ? NONE_BEFORE : partMentions(found, earlier);
  const total = found.length + before.total;
  const known = new Set([
    ...found.flatMap(({ articleIds }) => articleIds),
    ...before.sure.map(({ articleId }) => articleId),
  ]);
  const further = told.filter(({ articleId }) => !known.has(articleId)).slice(0, BESIDE_LISTED);
  const tellFurther = () => {
    if (further.length > 0) text.line(register.further(further.length));
    text.articles(further);
  };
  if (wanted === "last" || wanted === "first") {
    const one = firstOfKind(wanted === "last" ? dated : dated.toReversed(), question);
    const rest = found.filter(({ date }) => date.year === null);
    const isLater = () =>
      wanted === "last" &&
      text.last(before.sure, one?.date ?? null, register.meetings.last(total, articles));
    if (one === undefined) {
      if (isLater()) return registerReply(asked, page, text, [], lookup);
      // That the year is not told of the one that is recorded, a sentence may tell better.
      if (rest.length === 0 || (wanted === "first" && rest.length === 1)) return null;
      text.line(register.undatedMeetings(rest.length));
      text.visits(rest.slice(0, BESIDE_LISTED));
      return registerReply(asked, page, text, rest.slice(BESIDE_LISTED), lookup);
    }
    const tell = () => text.visit(one, "date");
    if (isLater()) tell();
    else if (wanted === "last" || !text.first(earlier(found), one.date, tell)) {
      text.line(register.meetings[wanted](found.length, articles));
      tell();
    }
    text.beside(
      { total: rest.length, articles, visits: rest.slice(0, BESIDE_LISTED) },
      register.undated,
    );
    tellFurther();
    return registerReply(asked, { ...page, visits: [one] }, text, [], lookup);
  }
  if (total === 0) {
    const others = before.others.length > 0 ? before.others : further;
    if (before.others.length > 0) text.earlier(before.others);
    else {
      if (wanted === "count" || further.length < 2) return null;
      text.line(register.onlyFurther(further.length));
      text.articles(further);
    }
    const none = { total: 0, articles: others.length, visits: [] };
    return registerReply(asked, none, text, [], lookup);
  }
  if (wanted === "list" && articles === 1 && (asksWithin(question) || asksWho(question)))
    return null;
  const listed = found.slice(0, LISTED);
  if (wanted === "one" && listed.length === 1) text.visit(listed[0]!, "date");
  else {
    const told = articlesOf(found, before.sure);
    text.counted(register.meetings[asked.intent](total, told), total);
    tellListed(text, listed, before.sure);
  }
  const left = total - listed.length - before.sure.length;
  if (left > 0) text.line(register.more(left));
  text.earlier(before.others);
  tellFurther();
  return registerReply(asked, page, text, found.slice(LISTED, LISTED + MORE), lookup);
}

/** The answer that sentences of several articles give together, a line each. */
export function answerArticles(
  question: Question,
  told: readonly HoldingArticle[],
  lookup: ArticleLookup,
): RegisterReply {
  const { register } = localeFor(question.language);
  const text = new RegisterText(localeFor(question.language), lookup, focusOf(question));
  const articles = new Set(told.map(({ articleId }) => articleId)).size;
  text.line(register.onlyFurther(articles));
  text.articles(told.slice(0, LISTED));
  if (told.length > LISTED) text.line(register.more(told.length - LISTED));
  const page = { total: 0, articles, visits: [] };
  return registerReply({ intent: "list", filter: {} }, page, text, [], lookup);
}

/** The answer to a question over a series of events: the newest or first one, or all with how many are told of. */
export function answerSeries(
  question: Question,
  { wanted, members, mentions, isWhole }: SeriesAsked,
  lookup: ArticleLookup,
): RegisterReply {
  const { register } = localeFor(question.language);
  const text = new RegisterText(localeFor(question.language), lookup, focusOf(question));
  const asked = { intent: wanted, filter: {} };
  const page = { total: 0, articles: members.length, visits: [] };
  if (wanted === "last" || wanted === "first") {
    const one = wanted === "last" ? members[0]! : members.at(-1)!;
    const tell = () => text.articles([one]);
    if (wanted === "last" || !text.first(mentions, one.date, tell)) {
      text.line(register.meetings[wanted](members.length, members.length));
      tell();
    }
    return registerReply(asked, page, text, [], lookup);
  }
  const numbers = members.map(({ number }) => number ?? 0);
  // A later one may be told without its number.
  const highest = numbers[0] === Math.max(...numbers) ? numbers[0] : 0;
  text.line(register.seriesTold(members.length, highest, isWhole ? highest : 0));
  text.articles(members.slice(0, LISTED));
  if (members.length > LISTED) text.line(register.more(members.length - LISTED));
  text.earlier(mentions.slice(0, EARLIER_LISTED));
  return registerReply(asked, page, text, [], lookup);
}

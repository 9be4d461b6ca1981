import type { TalkKind } from "../../question/small-talk.ts";

/** Remarks beside the quoted sentences of an answer. */
export interface AnsweringTexts {
  /** To a question for a date: the sentence names a day, and nothing settles its year. */
  readonly yearUntold: string;
  /** To a question for a date: the sentence says "hôm nay", and nothing settles which day that was. */
  readonly dayUntold: string;
  /** Replies to messages that ask nothing of the articles; several of them are read in one chat, so they are short. */
  readonly talk: Readonly<Record<TalkKind, string>>;
  /** Stands in brackets above passages where a summary or a translation was asked for. */
  readonly quotesOnly: string;
  /** Above the answer to a question with misspelt words: the words that were read instead. */
  readonly didYouMean: (words: string) => string;
  /** Above the nearest thing told, where a question names a time at which nothing such is told. */
  readonly notThen: (time: string) => string;
  /** Above what is told, where a question names somebody who had no part in it. */
  readonly notNamed: (name: string) => string;
  /** Above the evidence for or against what a question wants confirmed. */
  readonly yes: string;
  readonly no: string;
  readonly notTold: string;
  /** Above a sentence of the article whose day of publication is asked. */
  readonly publishedOn: (title: string, day: string) => string;
  /** To a question that wants something confirmed of which the articles tell nothing. */
  readonly nothingSuch: string;
  /** To "Ngày nào?", "Ông ấy là ai?" with nothing before it; `suchAs` leads visits to choose from. */
  readonly whichVisit: string;
  readonly suchAs: string;
  /** To "chi tiết hơn" where all passages have been shown. */
  readonly nothingMore: string;
}

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
}

/** Remarks beside the quoted sentences of an answer. */
export interface AnsweringTexts {
  /** To a question for a date: the sentence names a day, and nothing settles its year. */
  readonly yearUntold: string;
  /** To a question for a date: the sentence says "hôm nay", and nothing settles which day that was. */
  readonly dayUntold: string;
}

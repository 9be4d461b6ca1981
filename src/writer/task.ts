import type { Answer, Language, WishKind } from "../model/index.ts";

/** What the writer is to write; every text in it was shown, or may be. */
export interface WriterTask {
  /** `answer`: what was asked, in a few sentences. The others were wished for in words. */
  readonly kind: "answer" | WishKind;
  /** The question as it was understood. */
  readonly question: string;
  /** The language to write in. */
  readonly language: Language;
  /** The quoted answer, which stays where nothing is written; of a translation what is to be translated. */
  readonly answer: Answer;
  /** The exchange before, where the question follows it up. */
  readonly previous: { readonly question: string; readonly answer: string } | null;
}

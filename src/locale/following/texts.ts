import type { RegisterFacts } from "../visits/texts.ts";

/** The reader's language, news, pages of people and places, and what is followed. */
export interface FollowingTexts {
  readonly commands: {
    readonly language: string;
    readonly latest: string;
    readonly subscribe: string;
    readonly subscriptions: string;
  };
  /** Lines of the help, one a command. */
  readonly help: readonly string[];

  readonly chooseLanguage: string;
  /** On the button for the language of the user's Telegram. */
  readonly autoLanguage: string;
  readonly languageChosen: string;
  readonly languageAuto: string;

  readonly latestVisits: string;
  readonly latestArticles: string;
  /** Buttons that lead on to the whole lists. */
  readonly allVisits: string;
  readonly allArticles: string;
  readonly all: (count: number) => string;

  /** Above a person's offices. */
  readonly offices: string;
  /** Above those who spoke for a place. */
  readonly heads: string;
  readonly partners: string;
  /** Above meetings of which the newest `shown` follow. */
  readonly meetings: (facts: RegisterFacts, shown: number) => string;
  readonly sources: string;

  readonly follow: string;
  readonly followUsage: string;
  readonly followed: (name: string) => string;
  readonly followedBefore: (name: string) => string;
  readonly tooMany: (most: number) => string;
  readonly following: string;
  readonly followingNone: string;
  /** On the button that ends one. */
  readonly unfollow: (name: string) => string;
  readonly unfollowed: (name: string) => string;
  readonly unfollowedBefore: string;
  /** Above the visits of a digest. */
  readonly news: (count: number, names: string) => string;
  readonly moreNews: (count: number) => string;
}

import { numberFormat } from "../format.ts";
import type { FollowingTexts } from "./texts.ts";

const number = numberFormat("en-GB");
const visits = (count: number) => `${number(count)} visit${count === 1 ? "" : "s"}`;

export const following: FollowingTexts = {
  commands: {
    language: "Choose the bot's language",
    latest: "Latest news",
    subscribe: "Follow a province, partner or person: /subscribe Lang Son",
    subscriptions: "What you follow",
  },
  help: [
    "/latest – the latest news",
    "/subscribe – be told of new visits: /subscribe Lang Son; see and stop: /subscriptions",
    "/language – choose the language",
    "Send only the name of a person or place (Chongzuo) to see their meetings.",
  ],
  chooseLanguage:
    "Which language should the bot use? Answers stay in the language of the question.",
  autoLanguage: "Automatic (as in Telegram)",
  languageChosen: "The bot now uses English.",
  languageAuto: "The bot now uses the language of your Telegram.",

  latestVisits: "Latest visits and meetings",
  latestArticles: "Latest articles",
  allVisits: "All visits",
  allArticles: "All articles",
  all: (count) => `All (${number(count)})`,

  offices: "Positions, as the articles give them",
  heads: "Led or chaired by",
  partners: "Partners",
  meetings: ({ total, years }, shown) => {
    const when =
      years === null
        ? ""
        : years.first === years.last
          ? `, ${years.first}`
          : `, ${years.first} to ${years.last}`;
    const newest = shown < total ? `; the latest ${number(shown)}` : "";
    return `${number(total)} visit${total === 1 ? "" : "s"} or meeting${total === 1 ? "" : "s"}${when}${newest}`;
  },
  sources: "Sources",

  follow: "🔔 Follow",
  followUsage:
    "Please add the province, partner or person to follow, for example: /subscribe Lang Son. I will tell you when there is a new visit, once a day at most.",
  followed: (name) =>
    `You now follow ${name}. I will tell you when there is a new visit, once a day at most. See and stop: /subscriptions`,
  followedBefore: (name) => `You follow ${name} already. See and stop: /subscriptions`,
  tooMany: (most) =>
    `Each person can follow ${number(most)} things at most. Please stop some in /subscriptions, then try again.`,
  following: "You follow (tap to stop):",
  followingNone: "You follow nothing yet. To be told of news, for example: /subscribe Lang Son",
  unfollow: (name) => `🔕 Stop: ${name}`,
  unfollowed: (name) => `You no longer follow ${name}.`,
  unfollowedBefore: "This was stopped before.",
  news: (count, names) => `🔔 ${visits(count)} new in the articles on ${names}:`,
  moreNews: (count) => `… and ${number(count)} more, see /visits.`,
};

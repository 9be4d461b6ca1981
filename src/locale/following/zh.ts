import { numberFormat } from "../format.ts";
import type { FollowingTexts } from "./texts.ts";

const number = numberFormat("zh-CN");

export const following: FollowingTexts = {
  commands: {
    language: "选择机器人的语言",
    latest: "最新消息",
    subscribe: "关注某地、来往对象或人物：/subscribe 谅山",
    subscriptions: "已关注的内容",
  },
  help: [
    "/latest – 最新消息",
    "/subscribe – 有新的访问时通知您：/subscribe 谅山；查看和取消：/subscriptions",
    "/language – 选择语言",
    "只发送人名或地名（如“崇左”），即可查看其会见和访问。",
  ],
  chooseLanguage: "您希望机器人使用哪种语言？回答仍使用提问的语言。",
  autoLanguage: "自动（与 Telegram 一致）",
  languageChosen: "机器人现在使用中文。",
  languageAuto: "机器人现在使用您的 Telegram 语言。",

  latestVisits: "最近的访问和会见",
  latestArticles: "最新文章",
  allVisits: "全部访问",
  allArticles: "全部文章",
  all: (count) => `全部（${number(count)}）`,

  offices: "职务（据文章记载）",
  heads: "率团或主持者",
  partners: "来往对象",
  meetings: ({ total, years }, shown) => {
    const when =
      years === null
        ? ""
        : years.first === years.last
          ? `，${years.first}年`
          : `，${years.first}年至${years.last}年`;
    const newest = shown < total ? `；最近${number(shown)}次` : "";
    return `${number(total)}次访问、会见${when}${newest}`;
  },
  sources: "来源",

  follow: "🔔 关注",
  followUsage:
    "请写上要关注的地方、来往对象或人物，例如：/subscribe 谅山。有新的访问时我会通知您，每天最多一次。",
  followed: (name) =>
    `已关注${name}。有新的访问时我会通知您，每天最多一次。查看和取消：/subscriptions`,
  followedBefore: (name) => `您已经关注了${name}。查看和取消：/subscriptions`,
  tooMany: (most) => `每人最多关注${number(most)}项。请先在 /subscriptions 中取消一些，再试一次。`,
  following: "已关注（点击取消）：",
  followingNone: "您还没有关注任何内容。想收到新消息，例如：/subscribe 谅山",
  unfollow: (name) => `🔕 取消：${name}`,
  unfollowed: (name) => `已取消关注${name}。`,
  unfollowedBefore: "该项之前已取消。",
  news: (count, names) => `🔔 资料库中关于${names}的新访问${number(count)}次：`,
  moreNews: (count) => `……另有${number(count)}次，见 /visits。`,
};

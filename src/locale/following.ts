import type { Language } from "../model/index.ts";
import { NUMBERS, yearSpan } from "./format.ts";
import type { RegisterFacts } from "./visits/texts.ts";

/** The reader's language, news, pages of people and places, and what is followed. */
const vi = {
  commands: {
    language: "Chọn ngôn ngữ của bot",
    latest: "Tin mới nhất",
    subscribe: "Theo dõi một địa phương, đối tác hoặc người: /subscribe Lạng Sơn",
    subscriptions: "Những gì bạn đang theo dõi",
  },
  /** Lines of the help, one a command. */
  help: [
    "/latest – tin mới nhất",
    "/subscribe – báo tin khi có chuyến thăm mới: /subscribe Lạng Sơn; xem và tắt: /subscriptions",
    "/language – chọn ngôn ngữ",
    "Gửi riêng một tên người hoặc địa danh (Sùng Tả) để xem các cuộc gặp của người hoặc nơi đó.",
  ],
  chooseLanguage: "Bạn muốn bot dùng ngôn ngữ nào? Câu trả lời vẫn theo ngôn ngữ của câu hỏi.",
  /** On the button for the language of the user's Telegram. */
  autoLanguage: "Tự động (theo Telegram)",
  languageChosen: "Từ nay bot dùng tiếng Việt.",
  languageAuto: "Từ nay bot dùng ngôn ngữ Telegram của bạn.",

  latestVisits: "Các chuyến thăm, cuộc gặp gần nhất",
  latestArticles: "Bài viết mới nhất",
  /** Buttons that lead on to the whole lists. */
  allVisits: "Tất cả chuyến thăm",
  allArticles: "Tất cả bài viết",
  all: (count: number) => `Tất cả (${NUMBERS.vi(count)})`,

  /** Above a person's offices. */
  offices: "Chức vụ, theo các bài viết",
  /** Above those who spoke for a place. */
  heads: "Người dẫn đầu, chủ trì",
  partners: "Đối tác",
  /** Above meetings of which the newest `shown` follow. */
  meetings: ({ total, years }: RegisterFacts, shown: number): string => {
    const when = yearSpan(
      years,
      (year) => `, năm ${year}`,
      (first, last) => `, từ ${first} đến ${last}`,
    );
    const newest = shown < total ? `; ${NUMBERS.vi(shown)} lần gần nhất` : "";
    return `${NUMBERS.vi(total)} chuyến thăm, cuộc gặp${when}${newest}`;
  },
  sources: "Nguồn",

  follow: "🔔 Theo dõi",
  followUsage:
    "Xin viết tên địa phương, đối tác hoặc người muốn theo dõi, ví dụ: /subscribe Lạng Sơn. Khi kho tư liệu có chuyến thăm mới, tôi sẽ báo, mỗi ngày nhiều nhất một tin.",
  followed: (name: string) =>
    `Đã theo dõi ${name}. Khi kho tư liệu có chuyến thăm mới, tôi sẽ báo, mỗi ngày nhiều nhất một tin. Xem và tắt: /subscriptions`,
  followedBefore: (name: string) => `Bạn đang theo dõi ${name} rồi. Xem và tắt: /subscriptions`,
  tooMany: (most: number) =>
    `Mỗi người theo dõi được nhiều nhất ${NUMBERS.vi(most)} mục. Xin tắt bớt ở /subscriptions rồi thử lại.`,
  following: "Đang theo dõi (bấm để tắt):",
  followingNone: "Hiện chưa theo dõi gì. Muốn nhận tin mới, ví dụ: /subscribe Lạng Sơn",
  /** On the button that ends one. */
  unfollow: (name: string) => `🔕 Tắt: ${name}`,
  unfollowed: (name: string) => `Đã tắt theo dõi ${name}.`,
  unfollowedBefore: "Mục này đã tắt trước đó.",
  /** Above the visits of a digest. */
  news: (count: number, names: string) =>
    `🔔 ${NUMBERS.vi(count)} chuyến thăm mới trong kho tư liệu về ${names}:`,
  moreNews: (count: number) => `… và ${NUMBERS.vi(count)} chuyến khác, xem ở /visits.`,
};
type FollowingTexts = typeof vi;

const visits = (count: number) => `${NUMBERS.en(count)} visit${count === 1 ? "" : "s"}`;

const en: FollowingTexts = {
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
  all: (count) => `All (${NUMBERS.en(count)})`,

  offices: "Positions, as the articles give them",
  heads: "Led or chaired by",
  partners: "Partners",
  meetings: ({ total, years }, shown) => {
    const when = yearSpan(
      years,
      (year) => `, ${year}`,
      (first, last) => `, ${first} to ${last}`,
    );
    const newest = shown < total ? `; the latest ${NUMBERS.en(shown)}` : "";
    return `${NUMBERS.en(total)} visit${total === 1 ? "" : "s"} or meeting${total === 1 ? "" : "s"}${when}${newest}`;
  },
  sources: "Sources",

  follow: "🔔 Follow",
  followUsage:
    "Please add the province, partner or person to follow, for example: /subscribe Lang Son. I will tell you when there is a new visit, once a day at most.",
  followed: (name) =>
    `You now follow ${name}. I will tell you when there is a new visit, once a day at most. See and stop: /subscriptions`,
  followedBefore: (name) => `You follow ${name} already. See and stop: /subscriptions`,
  tooMany: (most) =>
    `Each person can follow ${NUMBERS.en(most)} things at most. Please stop some in /subscriptions, then try again.`,
  following: "You follow (tap to stop):",
  followingNone: "You follow nothing yet. To be told of news, for example: /subscribe Lang Son",
  unfollow: (name) => `🔕 Stop: ${name}`,
  unfollowed: (name) => `You no longer follow ${name}.`,
  unfollowedBefore: "This was stopped before.",
  news: (count, names) => `🔔 ${visits(count)} new in the articles on ${names}:`,
  moreNews: (count) => `… and ${NUMBERS.en(count)} more, see /visits.`,
};

const zh: FollowingTexts = {
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
  all: (count) => `全部（${NUMBERS.zh(count)}）`,

  offices: "职务（据文章记载）",
  heads: "率团或主持者",
  partners: "来往对象",
  meetings: ({ total, years }, shown) => {
    const when = yearSpan(
      years,
      (year) => `，${year}年`,
      (first, last) => `，${first}年至${last}年`,
    );
    const newest = shown < total ? `；最近${NUMBERS.zh(shown)}次` : "";
    return `${NUMBERS.zh(total)}次访问、会见${when}${newest}`;
  },
  sources: "来源",

  follow: "🔔 关注",
  followUsage:
    "请写上要关注的地方、来往对象或人物，例如：/subscribe 谅山。有新的访问时我会通知您，每天最多一次。",
  followed: (name) =>
    `已关注${name}。有新的访问时我会通知您，每天最多一次。查看和取消：/subscriptions`,
  followedBefore: (name) => `您已经关注了${name}。查看和取消：/subscriptions`,
  tooMany: (most) =>
    `每人最多关注${NUMBERS.zh(most)}项。请先在 /subscriptions 中取消一些，再试一次。`,
  following: "已关注（点击取消）：",
  followingNone: "您还没有关注任何内容。想收到新消息，例如：/subscribe 谅山",
  unfollow: (name) => `🔕 取消：${name}`,
  unfollowed: (name) => `已取消关注${name}。`,
  unfollowedBefore: "该项之前已取消。",
  news: (count, names) => `🔔 资料库中关于${names}的新访问${NUMBERS.zh(count)}次：`,
  moreNews: (count) => `……另有${NUMBERS.zh(count)}次，见 /visits。`,
};

export const FOLLOWING: Readonly<Record<Language, FollowingTexts>> = { vi, en, zh };

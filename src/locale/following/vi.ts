import { numberFormat } from "../format.ts";
import type { FollowingTexts } from "./texts.ts";

const number = numberFormat("vi-VN");

export const following: FollowingTexts = {
  commands: {
    language: "Chọn ngôn ngữ của bot",
    latest: "Tin mới nhất",
    subscribe: "Theo dõi một địa phương, đối tác hoặc người: /subscribe Lạng Sơn",
    subscriptions: "Những gì bạn đang theo dõi",
  },
  help: [
    "/latest – tin mới nhất",
    "/subscribe – báo tin khi có chuyến thăm mới: /subscribe Lạng Sơn; xem và tắt: /subscriptions",
    "/language – chọn ngôn ngữ",
    "Gửi riêng một tên người hoặc địa danh (Sùng Tả) để xem các cuộc gặp của người hoặc nơi đó.",
  ],
  chooseLanguage: "Bạn muốn bot dùng ngôn ngữ nào? Câu trả lời vẫn theo ngôn ngữ của câu hỏi.",
  autoLanguage: "Tự động (theo Telegram)",
  languageChosen: "Từ nay bot dùng tiếng Việt.",
  languageAuto: "Từ nay bot dùng ngôn ngữ Telegram của bạn.",

  latestVisits: "Các chuyến thăm, cuộc gặp gần nhất",
  latestArticles: "Bài viết mới nhất",
  allVisits: "Tất cả chuyến thăm",
  allArticles: "Tất cả bài viết",
  all: (count) => `Tất cả (${number(count)})`,

  offices: "Chức vụ, theo các bài viết",
  heads: "Người dẫn đầu, chủ trì",
  partners: "Đối tác",
  meetings: ({ total, years }, shown) => {
    const when =
      years === null
        ? ""
        : years.first === years.last
          ? `, năm ${years.first}`
          : `, từ ${years.first} đến ${years.last}`;
    const newest = shown < total ? `; ${number(shown)} lần gần nhất` : "";
    return `${number(total)} chuyến thăm, cuộc gặp${when}${newest}`;
  },
  sources: "Nguồn",

  follow: "🔔 Theo dõi",
  followUsage:
    "Xin viết tên địa phương, đối tác hoặc người muốn theo dõi, ví dụ: /subscribe Lạng Sơn. Khi kho tư liệu có chuyến thăm mới, tôi sẽ báo, mỗi ngày nhiều nhất một tin.",
  followed: (name) =>
    `Đã theo dõi ${name}. Khi kho tư liệu có chuyến thăm mới, tôi sẽ báo, mỗi ngày nhiều nhất một tin. Xem và tắt: /subscriptions`,
  followedBefore: (name) => `Bạn đang theo dõi ${name} rồi. Xem và tắt: /subscriptions`,
  tooMany: (most) =>
    `Mỗi người theo dõi được nhiều nhất ${number(most)} mục. Xin tắt bớt ở /subscriptions rồi thử lại.`,
  following: "Đang theo dõi (bấm để tắt):",
  followingNone: "Hiện chưa theo dõi gì. Muốn nhận tin mới, ví dụ: /subscribe Lạng Sơn",
  unfollow: (name) => `🔕 Tắt: ${name}`,
  unfollowed: (name) => `Đã tắt theo dõi ${name}.`,
  unfollowedBefore: "Mục này đã tắt trước đó.",
  news: (count, names) => `🔔 ${number(count)} chuyến thăm mới trong kho tư liệu về ${names}:`,
  moreNews: (count) => `… và ${number(count)} chuyến khác, xem ở /visits.`,
};

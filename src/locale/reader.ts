import type { Language } from "../model/index.ts";
import { NUMBERS, plural } from "./format.ts";

/** The web reader: pages for browsers. */
const vi = {
  /** Name of the whole, behind the title of each page. */
  site: "Tư liệu các chuyến thăm",
  skip: "Đến nội dung chính",
  footer: "Nội dung lấy từ các bài viết có ghi nguồn. Trang này chỉ để đọc.",
  navigation: {
    label: "Các mục",
    articles: "Bài viết",
    visits: "Chuyến thăm",
    timeline: "Dòng thời gian",
  },
  articlesFound: (total: number, words: string): string =>
    words === ""
      ? `${NUMBERS.vi(total)} bài viết, mới nhất trước`
      : `${NUMBERS.vi(total)} bài viết cho “${words}”`,
  noArticle: (words: string): string =>
    words === ""
      ? "Chưa có bài viết nào."
      : `Không tìm thấy bài viết nào cho “${words}”. Bạn thử bớt từ hoặc viết cách khác.`,
  searchArticles: "Tìm bài viết",
  searchHint: "Từ trong tên bài hoặc nội dung, có dấu hoặc không dấu",
  searchButton: "Tìm",
  source: "Nguồn",
  published: "Ngày đăng",
  /** The day of what the article reports. */
  eventDay: "Ngày diễn ra",
  toPassage: "Đến đoạn được trích",
  /** The article is not what it was when the passage was cited. */
  passageChanged: "Bài viết đã thay đổi sau khi được trích dẫn nên không đánh dấu được đoạn trích.",
  visitsTold: "Chuyến thăm nêu trong bài",
  filterVisits: "Lọc danh mục",
  filterWords: "Tên người, địa phương, thời gian",
  filterHint: "Ví dụ: Quảng Tây 2023",
  filterButton: "Lọc",
  /** Beside a list of the visits that match. */
  asTimeline: "Xem trên dòng thời gian",
  asList: "Xem dạng danh sách",
  noneDated: "Các chuyến thăm phù hợp đều không rõ năm nên không vẽ được dòng thời gian.",
  /** Above the picture: its parts are links. */
  timelineHint: "Bấm vào một chuyến thăm hoặc một mốc thời gian để xem chi tiết.",
  readPassage: "Đọc trong bài",
  pages: "Chuyển trang",
  pageOf: (page: number, pages: number) => `Trang ${NUMBERS.vi(page)}/${NUMBERS.vi(pages)}`,
  previousPage: "Trang trước",
  nextPage: "Trang sau",
  problems: {
    noPage: {
      title: "Không có trang này",
      text: "Địa chỉ có thể đã bị gõ thiếu. Bạn có thể bắt đầu từ danh sách bài viết.",
    },
    noArticle: {
      title: "Không còn bài viết này",
      text: "Bài viết đã được gỡ bỏ hoặc đổi tên. Bạn có thể tìm lại trong danh sách bài viết.",
    },
    noVisit: {
      title: "Không còn chuyến thăm này",
      text: "Chuyến thăm này không còn trong danh mục. Bạn có thể tìm lại trong danh mục chuyến thăm.",
    },
    noPass: {
      title: "Cần liên kết của bot",
      text: "Trang này chỉ mở được bằng liên kết do bot gửi. Bạn hãy hỏi bot rồi mở liên kết trong câu trả lời.",
    },
    passEnded: {
      title: "Liên kết đã hết hạn",
      text: "Bạn hãy hỏi lại bot để nhận liên kết mới.",
    },
    badInput: {
      title: "Không đọc được yêu cầu",
      text: "Nội dung tìm quá dài. Bạn hãy rút gọn còn tối đa 200 ký tự.",
    },
    readOnly: {
      title: "Trang này chỉ để đọc",
      text: "Không thể gửi hay thay đổi nội dung ở đây.",
    },
    tooMany: {
      title: "Quá nhiều yêu cầu",
      text: "Bạn hãy đợi một phút rồi mở lại trang.",
    },
    failed: {
      title: "Trang gặp lỗi",
      text: "Lỗi đã được ghi lại. Bạn hãy thử lại sau ít phút.",
    },
  },
  /** On the button inside Telegram that opens an article of the reader; `n` where there are several. */
  openButton: (n: number | null): string => (n === null ? "Đọc bản web" : `Đọc bản web [${n}]`),
};
type ReaderTexts = typeof vi;

const en: ReaderTexts = {
  site: "Visits on record",
  skip: "Skip to the content",
  footer: "Taken from articles with their sources. These pages are for reading only.",
  navigation: {
    label: "Sections",
    articles: "Articles",
    visits: "Visits",
    timeline: "Timeline",
  },
  articlesFound: (total, words) => {
    const count = plural(NUMBERS.en(total), "article", "articles");
    return words === "" ? `${count}, newest first` : `${count} for “${words}”`;
  },
  noArticle: (words) =>
    words === ""
      ? "There are no articles yet."
      : `No article was found for “${words}”. Try fewer or other words.`,
  searchArticles: "Search articles",
  searchHint: "Words of the title or text; the articles are in Vietnamese",
  searchButton: "Search",
  source: "Source",
  published: "Published",
  eventDay: "Day of the event",
  toPassage: "Go to the cited passage",
  passageChanged: "The article has changed since it was cited, so the passage cannot be marked.",
  visitsTold: "Visits in this article",
  filterVisits: "Filter the register",
  filterWords: "Names, places, dates",
  filterHint: "For example: Guangxi 2023",
  filterButton: "Filter",
  asTimeline: "Show as a timeline",
  asList: "Show as a list",
  noneDated: "The year of none of these visits is known, so there is no timeline.",
  timelineHint: "Choose a visit or a date to see more.",
  readPassage: "Read in the article",
  pages: "Pages",
  pageOf: (page, pages) => `Page ${NUMBERS.en(page)} of ${NUMBERS.en(pages)}`,
  previousPage: "Previous page",
  nextPage: "Next page",
  problems: {
    noPage: {
      title: "Page not found",
      text: "Part of the address may be missing. The list of articles is a good place to start.",
    },
    noArticle: {
      title: "This article is gone",
      text: "It was removed or renamed. Try the list of articles.",
    },
    noVisit: {
      title: "This visit is gone",
      text: "It is no longer in the register. Try the list of visits.",
    },
    noPass: {
      title: "A link from the bot is needed",
      text: "This page opens only with a link that the bot sent. Ask the bot, then open the link in its answer.",
    },
    passEnded: {
      title: "This link has expired",
      text: "Ask the bot again to get a new one.",
    },
    badInput: {
      title: "The request could not be read",
      text: "The search text is too long. Please shorten it to 200 characters.",
    },
    readOnly: {
      title: "These pages are for reading only",
      text: "Nothing can be sent or changed here.",
    },
    tooMany: {
      title: "Too many requests",
      text: "Please wait a minute, then open the page again.",
    },
    failed: {
      title: "Something went wrong",
      text: "The error has been logged. Please try again in a few minutes.",
    },
  },
  openButton: (n) => (n === null ? "Read on the web" : `Read on the web [${n}]`),
};

const zh: ReaderTexts = {
  site: "访问资料",
  skip: "跳到正文",
  footer: "内容来自注明出处的文章，本站只供阅读。",
  navigation: {
    label: "栏目",
    articles: "文章",
    visits: "访问记录",
    timeline: "时间线",
  },
  articlesFound: (total, words) =>
    words === ""
      ? `共${NUMBERS.zh(total)}篇文章，最新的在前`
      : `与“${words}”有关的文章共${NUMBERS.zh(total)}篇`,
  noArticle: (words) =>
    words === "" ? "还没有文章。" : `没有找到与“${words}”有关的文章。请减少或更换关键词。`,
  searchArticles: "搜索文章",
  searchHint: "标题或正文中的词语；文章为越南文",
  searchButton: "搜索",
  source: "来源",
  published: "发布日期",
  eventDay: "活动日期",
  toPassage: "跳到引用段落",
  passageChanged: "文章在被引用之后有改动，因此无法标出引用段落。",
  visitsTold: "文中的访问",
  filterVisits: "筛选访问记录",
  filterWords: "人名、地名、时间",
  filterHint: "例如：广西 2023",
  filterButton: "筛选",
  asTimeline: "按时间线查看",
  asList: "按列表查看",
  noneDated: "符合条件的访问都没有明确年份，无法绘制时间线。",
  timelineHint: "点选访问或日期可查看详情。",
  readPassage: "在文章中阅读",
  pages: "翻页",
  pageOf: (page, pages) => `第${NUMBERS.zh(page)}页，共${NUMBERS.zh(pages)}页`,
  previousPage: "上一页",
  nextPage: "下一页",
  problems: {
    noPage: { title: "没有这个页面", text: "网址可能不完整。可以从文章列表开始。" },
    noArticle: { title: "文章已不存在", text: "文章已被删除或改名。请在文章列表中重新查找。" },
    noVisit: {
      title: "访问记录已不存在",
      text: "这次访问已不在记录中。请在访问记录列表中重新查找。",
    },
    noPass: {
      title: "需要机器人发送的链接",
      text: "本页只能通过机器人发送的链接打开。请先向机器人提问，再打开回答中的链接。",
    },
    passEnded: { title: "链接已过期", text: "请再次向机器人提问，以获取新链接。" },
    badInput: { title: "无法读取请求", text: "搜索内容过长，请缩短到200个字符以内。" },
    readOnly: { title: "本站只供阅读", text: "这里不能提交或更改内容。" },
    tooMany: { title: "请求过多", text: "请等待一分钟后再打开页面。" },
    failed: { title: "页面出错", text: "错误已记录，请几分钟后再试。" },
  },
  openButton: (n) => (n === null ? "阅读网页版" : `阅读网页版 [${n}]`),
};

export const READER_TEXTS: Readonly<Record<Language, ReaderTexts>> = { vi, en, zh };

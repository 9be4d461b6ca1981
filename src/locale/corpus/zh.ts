import { numberFormat } from "../format.ts";
import type { AddingTexts, CorpusTexts } from "./texts.ts";

const number = numberFormat("zh-CN");

const FIELD = { published: "发布日期", event: "活动日期" } as const;

const adding: AddingTexts = {
  usage: [
    "添加文章的方法：",
    "• /add 加一个或多个网址",
    "• 发送含文字的 .txt、.md、.html、.docx 或 .pdf 文件（附言即为标题）",
    "• 转发频道文章",
    "• /add 后粘贴文章全文，第一行为标题",
    "",
    "在群组中，请用 /add 回复含有文章或文件的消息。",
  ].join("\n"),
  readingPage: (host) => `正在读取 ${host}…`,
  readingFile: "正在读取文件…",
  readingText: "正在读取文章…",
  tooMany: (most) => `每次最多读取 ${number(most)} 个网址，其余请稍后再发。`,
  fileTooLarge: "文件过大：Telegram 只允许机器人下载 20 MB 以内的文件。请只发送文章本身。",
  fileLost: "无法从 Telegram 下载文件，请几分钟后重新发送。",
  heading: "要添加这篇文章吗？",
  updateHeading: "要更新已有的文章吗？",
  feedHeading: (feed) => `${feed} 有新文章，要添加吗？`,
  source: "来源",
  published: "发布日期",
  event: "活动日期",
  length: "篇幅",
  leftOut: "未收入正文",
  leftOutOf: (letters, source, reasons) => `${number(letters)}/${number(source)} 字（${reasons}）`,
  leftOutReasons: {
    furniture: "菜单、按钮、页脚",
    related: "其他文章",
    outside: "正文之外",
    repeated: "重复内容",
    details: "日期、来源、网址",
    pictures: "图片文件名",
    hidden: "隐藏文字",
    deleted: "已删除文字",
    heads: "页眉和页码",
  },
  words: (count) => `${number(count)} 词`,
  cutOff: (chars) => `文章过长，末尾 ${number(chars)} 个字符未收入`,
  unknown: "不详",
  same: ({ title, note }) => `资料库中已有此文：“${title}”${note}。“更新”将替换其内容。`,
  alike: ({ title, note }, { own, other }) =>
    `本文与“${title}”${note}几乎逐字相同，但此处为“${own}”，已有文章为“${other}”，可能是另一次活动。“另存为新文章”保留两篇；“更新”将替换已有文章。`,
  newButton: "另存为新文章",
  readingPicture: (page, pages) => `正在识别图片文字，第 ${number(page)}/${number(pages)} 页…`,
  readFrom: "从图片识别",
  pictures: ({ sureness, pages, unread, of }) => {
    const left = unread.length === 0 ? "" : `；无法识别而略去的页：${unread.join("、")}`;
    return `第 ${pages.join("、")} 页（共 ${number(of)} 页），可信度 ${sureness}/100${left}。请与原件核对。`;
  },
  saveButton: "保存",
  updateButton: "更新",
  dateButton: "修改日期",
  cancelButton: "取消",
  skipButton: "跳过",
  publishedButton: "发布日期",
  eventButton: "活动日期",
  backButton: "‹ 返回",
  askDate: (field, title) =>
    `请回复本消息，发送《${title}》的${FIELD[field]}，如 21/1/2025（日/月/年）。`,
  datePlaceholder: "21/1/2025",
  dateProblem: (problem, field) => {
    if (problem === "impossible") return "没有这一天。请重新发送，如 21/1/2025（日/月/年）。";
    if (problem === "too-early") return "日期过于久远，请核对年份后重新发送。";
    if (problem === "unreadable") return "无法识别该日期，请发送日、月、年，如 21/1/2025。";
    return field === "published"
      ? "发布日期不能在将来，请核对后重新发送。"
      : "日期过于遥远，请核对年份后重新发送。";
  },
  nowThere: "资料库刚刚有了这篇文章。请重新核对，如仍需保存请点“更新”。",
  saved: (by) => `已保存（${by}）。`,
  indexing: "正在更新索引，几秒后即可提问。",
  id: (articleId) => `文章编号：${articleId}`,
  indexed: "文章已进入索引，可以提问。撤销本次更改：/undo",
  notIndexed: (outcome) => {
    if (outcome.kind === "held") return "索引保持在旧版本，尚无此文。需要更新时请发送 /reindex。";
    if (outcome.kind === "cancelled") return "索引更新已停止，尚无此文。请发送 /reindex 更新。";
    const reason = outcome.kind === "failed" ? `（${outcome.reason}）` : "";
    return `索引未能更新${reason}。文章已保留，请发送 /reindex 重试。`;
  },
  fileSkipped: (reason) => `索引未收录此文：${reason}`,
  dropped: (by) => `未保存（${by}）。`,
  gone: "此卡片已超过 7 天或不再保留，请重新发送文章。",
  feedsBroken: (problem) =>
    `订阅列表有错误，暂时不监测任何来源；问答照常进行。\n${problem}\n请改正文件后重新启动机器人。`,
  autoAdded: (count) => `已从订阅来源自动添加 ${number(count)} 篇文章：`,
  moreArticles: (count) => `……另有 ${number(count)} 篇。`,
};

export const zh: CorpusTexts = {
  adding,
  commands: { add: "添加文章：网址、文件或文本（管理员）" },
};

import type { LoggedAction } from "../../articles/corpus/index.ts";
import type { FetchCode } from "../../articles/fetch/index.ts";
import type { SkipCode } from "../../model/index.ts";
import { NUMBERS } from "../format.ts";
import type { ArticlesTexts, CorpusTexts, SourceTexts } from "./vi.ts";

const number = NUMBERS.zh;

const LOGGED: Readonly<Record<LoggedAction, string>> = {
  add: "添加文章",
  update: "更新文章",
  edit: "修改文章信息",
  remove: "删除文章",
  wrong: "标记有误的访问",
  merge: "合并访问",
  part: "拆分访问",
  question: "添加检查问题",
  undo: "撤销",
  reindex: "重建索引",
  rollback: "回退索引",
};

export const articles: ArticlesTexts = {
  heading: (total, words) =>
    words === ""
      ? `资料库共 ${number(total)} 篇，最新在前`
      : `与“${words}”相符的文章 ${number(total)} 篇`,
  none: (words) =>
    words === ""
      ? "资料库还没有文章。发送 /add 添加。"
      : `没有与“${words}”相符的文章。请减少词语，或发送 /articles 查看全部。`,
  hint: "点数字打开文章。查找：/articles 加标题中的几个词。",
  listExpired: "这份列表已过期，请重新发送 /articles。",
  articleGone: "这篇文章已不在索引中，请重新发送 /articles。",
  visits: (count) =>
    count === 0 ? "访问记录中没有此文的访问" : `访问记录中有 ${number(count)} 次访问`,
  openButton: "打开",
  removeButton: "删除",
  reindexButton: "重新索引",
  backButton: "‹ 列表",
  cancelButton: "取消",
  undoButton: "撤销",
  removeUsage:
    "用法：/remove 加文章编号，例如 /remove added/2025/biaoti。编号见 /articles 中打开的文章。",
  notFound: (id) => `没有编号为“${id}”的文章。请用 /articles 加几个词查找。`,
  isBrief: (pageId) => `这是另一篇文章页面上的简讯，不能单独删除。要删除整页：/remove ${pageId}`,
  confirmRemove: (title) => `从资料库删除“${title}”？`,
  notRemoved: "已取消，文章仍在资料库中。",
  removed: (title, by) => `已删除“${title}”（${by}）。`,
  indexing: "正在更新索引…",
  removedFromIndex: "不再根据这篇文章回答。要恢复：/undo",
  undoneInIndex: "索引已更新。",
  notIndexed: (outcome) => {
    if (outcome.kind === "held")
      return "索引保持在旧版本，尚未包含此更改。需要更新时请发送 /reindex。";
    if (outcome.kind === "cancelled")
      return "索引更新已停止，尚未包含此更改。请发送 /reindex 更新。";
    const reason = outcome.kind === "failed" ? `（${outcome.reason}）` : "";
    return `索引未能更新${reason}。更改已保留；请发送 /reindex 重试。`;
  },
  reindexing: (title) => `正在重新读取并索引“${title}”…`,
  reindexed: (title) => `已重新读取并索引“${title}”。`,
  problem: {
    busy: "资料库正在被修改或备份。没有任何更改；请过几分钟再试。",
    full: "磁盘已满，无法写入。没有任何更改；请腾出空间后再试。",
    "not-writable": "没有权限写入文章或索引文件夹。没有任何更改；请授予写权限后再试。",
    damaged: "日志（state.db）已损坏。没有任何更改；请重启机器人或恢复备份。",
  },
  nothingToUndo: "没有可以撤销的更改。",
  confirmUndo: ({ action, title }) => `撤销“${LOGGED[action]}”：“${title}”？`,
  notUndone: "已取消，没有任何更改。",
  undone: ({ action, title }, by) => `已撤销“${LOGGED[action]}”：“${title}”（${by}）。`,
  undoOther: "资料库刚有其他更改，请重新发送 /undo。",
  undoChanged: (path) =>
    `无法撤销：文件 ${path} 之后在机器人之外被修改过。请直接在文章文件夹中修改，然后发送 /reindex。`,
  logHeading: "管理日志，最新在前",
  logEmpty: "日志为空。",
  logEntry: ({ action, detail, undone }) =>
    `${LOGGED[action]}${detail === "" ? "" : `“${detail}”`}${undone ? "（已撤销）" : ""}`,
  commands: {
    articles: "查找、打开、删除文章或重新索引（管理员）",
    remove: "按编号删除文章（管理员）",
    undo: "撤销资料库的最近更改（管理员）",
    log: "日志：谁在何时做了什么（管理员）",
  },
};

const adding: CorpusTexts["adding"] = {
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
  cancelButton: "取消",
  skipButton: "跳过",
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

export const corpus: CorpusTexts = {
  adding,
  commands: { add: "添加文章：网址、文件或文本（管理员）" },
};

const FETCH: Readonly<Record<FetchCode, string>> = {
  "bad-url": "这不是网址。请从浏览器中完整复制地址。",
  "bad-scheme": "只能下载以 http:// 或 https:// 开头的地址。",
  credentials: "地址中含有用户名或密码。请去掉后重新发送。",
  "bad-port": "该地址使用了不允许访问的端口。",
  "private-address": "该地址属于内部网络，不允许下载。请发送文件或粘贴文章内容。",
  "unknown-host": "找不到该网站。请检查地址。",
  unreachable: "无法连接该网站。请过几分钟再试。",
  "tls-error": "该网站的安全证书无效，因此没有下载。请发送文件或粘贴文章内容。",
  timeout: "该网站响应太慢。请过几分钟再试。",
  cancelled: "已停止下载。",
  "too-many-redirects": "该网站跳转次数过多。请发送浏览器最后显示的地址。",
  "insecure-redirect":
    "该网站从安全连接（https）跳转到不安全连接（http）。如信任该网站，请直接发送 http 地址。",
  "too-large": "页面或文件超过 20 MB。请只发送文章内容。",
  "bad-response": "该网站返回的数据已损坏。请重试或粘贴文章内容。",
  "wrong-type": "该地址指向图片、音频或视频。请发送文章页面的地址。",
  empty: "该网站返回了空白页面。",
  "not-found": "该页面已不存在。请检查地址。",
  forbidden: "该网站不允许下载此页面。请发送文件或粘贴文章内容。",
  "too-many-requests": "该网站目前限制访问次数。请过几分钟再试。",
  "server-error": "该网站出现错误。请过几分钟再试。",
  "http-error": "该网站没有返回文章。请检查地址。",
  "not-modified": "该页面自上次下载以来没有变化。",
};

const DOCUMENT: Readonly<Record<SkipCode, string>> = {
  "too-large":
    "文件过大。上限：网页和纯文本 5 MB，.docx 和 .pdf 20 MB，.pdf 60 页。请只发送文章内容。",
  empty: "文件为空。",
  binary:
    "该文件不是文本。可读取 .txt、.md、.html、.docx、.odt、.rtf、.xlsx、.csv 和含文字的 .pdf。",
  "bad-encoding": "无法准确读取文件中的文字（旧字体或编码错误）。请转换为 Unicode 后重新发送。",
  "bad-front-matter": "Markdown 文件开头的信息有误。含冒号的值请加引号。",
  "bad-html": "无法读取该页面。请粘贴文章内容。",
  "no-text": "没有找到文章内容。请粘贴文章内容。",
  "unknown-type":
    "无法读取该类型的文件。请发送 .txt、.md、.html、.docx、.odt、.rtf、.xlsx、.csv 或含文字的 .pdf。",
  "old-office": "这是旧版 Office 文件（.doc、.xls）。请另存为 .docx（表格存为 .xlsx）后重新发送。",
  mail: "这是电子邮件。请将正文另存为 .txt，或发送邮件中的附件。",
  archive: "这是压缩文件。请解压后发送其中的文件。",
  unreadable: "无法打开文件。请重新发送。",
  "duplicate-id": "已有同名文件的文章。请改名后重新发送。",
  encrypted: "文件有密码保护。请保存为无密码的版本后重新发送。",
  scanned: "该 PDF 只有页面图片，没有文字。请发送含文字的版本或粘贴内容。",
  "bad-document": "文件已损坏。请用 Word 或 PDF 阅读器打开并另存后重新发送。",
  "too-costly": "读取该文件耗时过长。请粘贴文章内容。",
};

/** Chinese. */
export const sources: SourceTexts = {
  fetchFailed: ({ code, status }) =>
    code === "http-error" && status !== undefined
      ? `${FETCH[code]}（状态码：${status}）`
      : FETCH[code],
  documentFailed: (code) => DOCUMENT[code],
};

import type { LoggedAction } from "../../corpus/change-log.ts";
import { numberFormat } from "../format.ts";
import type { ArticlesTexts } from "./texts.ts";

const number = numberFormat("zh-CN");

const LOGGED: Readonly<Record<LoggedAction, string>> = {
  add: "添加文章",
  update: "更新文章",
  remove: "删除文章",
  undo: "撤销",
  reindex: "重建索引",
  rollback: "回退索引",
};

export const zh: ArticlesTexts = {
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
  visits: (count) => (count === 0 ? "登记簿中没有访问" : `登记簿中有 ${number(count)} 次访问`),
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
    if (outcome.kind === "held") {
      return "索引保持在旧版本，尚未包含此更改。需要更新时请发送 /reindex。";
    }
    if (outcome.kind === "cancelled") {
      return "索引更新已停止，尚未包含此更改。请发送 /reindex 更新。";
    }
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

import type { EditField } from "../../articles/corpus/index.ts";
import { NUMBERS } from "../format.ts";
import { changesInWords, type GenerationLine } from "./texts.ts";
import type { DeskTexts } from "./vi.ts";

const number = NUMBERS.zh;
const EXAMPLE = "21/1/2025";
const FIELD: Readonly<Record<EditField, string>> = {
  title: "标题",
  source: "来源",
  url: "网址",
  published: "发布日期",
  event: "活动日期",
  kind: "文章类型",
};
const KIND = { original: "来源原文", summary: "根据来源概述" };
const ASKED: Readonly<Record<EditField, string>> = {
  title: "标题",
  source: "来源（报纸或门户网站名称）",
  url: "原网页地址",
  published: "发布日期",
  event: "活动日期",
  kind: "文章类型",
};
const HINT: Partial<Record<EditField, string>> = {
  url: "（以 http:// 或 https:// 开头）",
  published: `，如 ${EXAMPLE}（日/月/年）`,
  event: `，如 ${EXAMPLE}（日/月/年）`,
};

const editing: DeskTexts["editing"] = {
  editButton: "修改",
  doneButton: "‹ 完成",
  field: FIELD,
  kind: KIND,
  ask: (field, title) =>
    `请回复本消息，发送《${title}》的${ASKED[field]}${HINT[field] ?? ""}。${field === "title" ? "" : "发送“-”可清空。"}`,
  askKind: (title) => `《${title}》是来源原文还是概述？`,
  placeholder: (field) => (field === "published" || field === "event" ? EXAMPLE : FIELD[field]),
  problem: {
    "no-title": "标题不能为空，请重新发送。",
    "too-long": "内容过长，请缩短后重新发送。",
    "bad-address": "这不是网址。请完整复制以 http:// 或 https:// 开头的地址。",
    "bad-kind": "文章类型为“original”（原文）或“summary”（概述）。",
    impossible: `没有这一天。请重新发送，如 ${EXAMPLE}（日/月/年）。`,
    "too-early": "日期过于久远，请核对年份后重新发送。",
    unreadable: `无法识别该日期，请发送日、月、年，如 ${EXAMPLE}。`,
    "too-late": "日期过于遥远，请核对年份后重新发送。",
  },
  publishedTooLate: "发布日期不能在将来，请核对后重新发送。",
  edited: (field, title, value, by) =>
    value === null
      ? `已清空《${title}》的${FIELD[field]}（${by}）。`
      : `已修改《${title}》的${FIELD[field]}：${value}（${by}）。`,
  unchanged: "与现有内容相同，未作更改。",
  editedInIndex: "索引已更新。撤销本次更改：/undo",
  isSheet: "这篇文章是表格，请直接修改文件后重新发送。",
};

const correction: DeskTexts["correction"] = {
  wrongButton: "有误，移除",
  mergeButton: "合并…",
  partButton: "拆分…",
  yesButton: "确定",
  confirmWrong: (visit) => `将这次访问标记为有误并从访问记录中移除？\n${visit}`,
  mergeWith: (visit) => `这次访问与哪一次相同？\n${visit}`,
  noneNear: "没有可合并的相近访问。",
  confirmMerge: (visit, other) => `将这两次访问合并为一次？\n• ${visit}\n• ${other}`,
  partFrom: "哪篇文章讲的是另一次访问？",
  confirmPart: (title, visit) => `将《${title}》所述拆分为单独一次访问？\n${visit}`,
  done: {
    wrong: (by) => `已将该访问标记为有误（${by}）。`,
    merge: (by) => `已合并两次访问（${by}）。`,
    part: (by) => `已拆分该访问（${by}）。`,
  },
  inIndex: "访问记录已更新。撤销本次更改：/undo",
  tooOld: "访问记录由旧版本生成，暂无法修改。请发送 /reindex full 后重试。",
};

const review: DeskTexts["review"] = {
  reason: { person: "人物有误", date: "日期有误", question: "答非所问", missing: "内容不全" },
  reasonThanks: "谢谢，原因已记录。",
  nothing: "没有尚未查看的 👎 或未能回答的问题。",
  kind: { down: "👎 差评", refused: "🚫 未能回答" },
  asked: "问题",
  answered: "机器人的回答",
  articles: "相关文章",
  confidence: (confidence) => `把握度 ${Math.round(100 * confidence)} %`,
  seenButton: "✓ 已查看",
  pinButton: "添加检查问题",
  gone: "该条目已不存在，请重新发送 /review。",
  choose: (question) => `“${question}”应找到哪篇文章？`,
  noArticle: "没有与该问题相近的文章。",
  pinned: (question, title, by) =>
    `已添加检查问题“${question}”→《${title}》（${by}）。今后找不到该文章的新索引将不会启用。撤销：/undo`,
  notFound: "当前索引用该问题找不到这篇文章。若添加，今后的更新都会被阻止，因此未添加。",
};

const changed = ({ without, again, otherwise }: GenerationLine) => {
  const parts = [
    ...(without > 0 ? [`将少 ${number(without)} 个文章文件`] : []),
    ...(again > 0 ? [`将恢复 ${number(again)} 个文章文件`] : []),
    ...(otherwise > 0 ? [`${number(otherwise)} 个文章文件将回到旧内容`] : []),
  ];
  return parts.length === 0 ? "文章与当前索引相同" : parts.join("，");
};

const rollback: DeskTexts["rollback"] = {
  heading: "保留的索引（最新在前）。要退回到哪一个？",
  line: (one) =>
    `• ${one.name}：${one.age}，${number(one.articles)} 篇${one.isCurrent ? "（使用中）" : `，${changed(one)}`}`,
  confirm: (one) =>
    `退回到索引 ${one.name}（建于 ${one.builtAt}，${one.age}，${number(one.articles)} 篇）？\n与当前索引相比：${changed(one)}。文章本身不变。`,
  yesButton: "退回到此索引",
  stayed: "已取消，继续使用当前索引。",
};

const megabytes = (bytes: number) =>
  bytes >= 1e9 ? `${number(bytes / 1e9)} GB` : `${number(bytes / 1e6)} MB`;

const status: DeskTexts["status"] = {
  plain: ({ articles, visits, builtAt }) =>
    `资料库共有 ${number(articles)} 篇文章、${number(visits)} 次访问、会见和工作会谈；更新于 ${builtAt}（越南时间）。`,
  state: ({ days, questions, refusals, down, waiting, feeds, undated, unmatched, ...disk }) =>
    [
      `最近 ${number(days)} 天：提问 ${number(questions)} 次，未能回答 ${number(refusals)} 次，👎 ${number(down)} 次`,
      ...(waiting > 0 ? [`待查看：${number(waiting)} 条（/review）`] : []),
      feeds === null
        ? "关注的消息源：尚未检查"
        : `关注的消息源：上次检查 ${feeds.checkedAt}${feeds.failing > 0 ? `，${number(feeds.feeds)} 个中有 ${number(feeds.failing)} 个出错` : ""}`,
      `年份不明的访问：${number(undated)}`,
      ...(unmatched > 0 ? [`与文章不再相符的更正：${number(unmatched)}`] : []),
      `索引：${megabytes(disk.indexBytes)}${disk.freeBytes === null ? "" : `；磁盘剩余 ${megabytes(disk.freeBytes)}`}`,
    ].join("\n"),
};

const privacy: DeskTexts["privacy"] = {
  about: ({ retentionDays: days, logsMessages: logs, isAdmin, isWritten }) =>
    [
      "机器人保留的内容：",
      "• 您的消息：回答完毕即删除其内容。",
      `• 私聊中的问题连同聊天编号，以便回答下方的按钮继续可用：${number(days)} 天。`,
      `• 未能回答的问题，以及您用 👍 👎 评价的回答（含原因），连同您的 Telegram 编号，供管理员查看：${number(days)} 天。在群组中，对他人问题的评价只以无法追溯到您的编号保存。`,
      `• 您为访问记录输入的筛选条件，不含您的姓名：${number(days)} 天。`,
      "• 您的订阅（如有）：直至您取消。",
      "• 如设有限额，您当天的提问次数：至次日。每天的提问总数，不含任何姓名。",
      "• 最近一次问答，用于理解后续提问：30 分钟，仅在内存中（/reset 可立即清除）。",
      ...(logs ? ["• 机器人的技术日志含有问题和回答。"] : []),
      ...(isAdmin ? ["• 您作为管理员的操作记录在 /log 中，不会被 /forget 删除。"] : []),
      "",
      isWritten
        ? "您的问题和紧接其前的一次问答会发送给机器人运营方用来撰写回答的语言模型，不附您的姓名和编号。除 Telegram 和该模型外，不向任何服务发送内容。删除您的数据：/forget"
        : "除 Telegram 外，不向任何服务发送内容。删除您的数据：/forget",
    ].join("\n"),
  confirm: "要删除机器人保留的您的问题、评价和对话上下文吗？此操作无法撤销。",
  forgetButton: "删除我的数据",
  forgotten: (count) =>
    count === 0
      ? "机器人没有保留您的问题或评价。对话上下文已清除。"
      : `已删除 ${number(count)} 条内容及对话上下文。`,
};

/** Chinese. */
export const desk: DeskTexts = {
  editing,
  correction,
  review,
  run: {
    full: "全部",
    changes: "更改部分",
    done: "完成",
    cancelled: "已停止",
    failed: "失败",
  },
  rollback,
  status,
  privacy,
  adminCommands: "管理员命令：",
  commands: {
    review: "差评的回答与未能回答的问题（管理员）",
    privacy: "机器人保留您的哪些内容",
    forget: "删除您的数据",
  },
  recognised: {
    visit: "访问",
    moreVisits: (count) => `……另有 ${count} 次访问`,
    noVisit: "未在文中识别到访问或会见。保存后仍可就其提问，但访问记录不会增加。",
  },
  changes: (changes, date) =>
    changesInWords(changes, { field: FIELD, kind: KIND, none: "无", date, colon: "：" }),
};

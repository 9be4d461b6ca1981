import type { EditField } from "../../articles/corpus/index.ts";
import { changesInWords } from "./changes.ts";
import type { CorrectionTexts, DeskTexts, EditingTexts, ReviewTexts } from "./texts.ts";

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

const editing: EditingTexts = {
  editButton: "修改",
  doneButton: "‹ 完成",
  field: FIELD,
  kind: KIND,
  ask: (field, title) =>
    `请回复本消息，发送《${title}》的${ASKED[field]}${HINT[field] ?? ""}。${field === "title" ? "" : "发送“-”可清空。"}`,
  askKind: (title) => `《${title}》是来源原文还是概述？`,
  placeholder: (field) => (field === "published" || field === "event" ? EXAMPLE : FIELD[field]),
  problem: (problem, field) => {
    switch (problem) {
      case "no-title":
        return "标题不能为空，请重新发送。";
      case "too-long":
        return "内容过长，请缩短后重新发送。";
      case "bad-address":
        return "这不是网址。请完整复制以 http:// 或 https:// 开头的地址。";
      case "bad-kind":
        return "文章类型为“original”（原文）或“summary”（概述）。";
      case "impossible":
        return `没有这一天。请重新发送，如 ${EXAMPLE}（日/月/年）。`;
      case "too-early":
        return "日期过于久远，请核对年份后重新发送。";
      case "unreadable":
        return `无法识别该日期，请发送日、月、年，如 ${EXAMPLE}。`;
      case "too-late":
        return field === "published"
          ? "发布日期不能在将来，请核对后重新发送。"
          : "日期过于遥远，请核对年份后重新发送。";
    }
  },
  edited: (field, title, value, by) =>
    value === null
      ? `已清空《${title}》的${FIELD[field]}（${by}）。`
      : `已修改《${title}》的${FIELD[field]}：${value}（${by}）。`,
  unchanged: "与现有内容相同，未作更改。",
  editedInIndex: "索引已更新。撤销本次更改：/undo",
  isSheet: "这篇文章是表格，请直接修改文件后重新发送。",
};

const correction: CorrectionTexts = {
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

const review: ReviewTexts = {
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

/** Chinese. */
export const desk: DeskTexts = {
  editing,
  correction,
  review,
  commands: { review: "差评的回答与未能回答的问题（管理员）" },
  recognised: {
    visit: "访问",
    moreVisits: (count) => `……另有 ${count} 次访问`,
    noVisit: "未在文中识别到访问或会见。保存后仍可就其提问，但访问记录不会增加。",
  },
  changes: (changes, date) =>
    changesInWords(changes, { field: FIELD, kind: KIND, none: "无", date, colon: "：" }),
};

import { zh as answering } from "./answering/zh.ts";
import { zh as articles } from "./articles/zh.ts";
import { zh as corpus } from "./corpus/zh.ts";
import { dateParts, numberFormat, vietnamTime } from "./format.ts";
import type { Locale } from "./locale.ts";
import { zh as operations } from "./operations/zh.ts";
import { zh as register } from "./register/zh.ts";
import { zh as service } from "./service/zh.ts";
import { zh as sources } from "./sources/zh.ts";
import { zh as visits } from "./visits/zh.ts";

const number = numberFormat("zh-CN");

function date(isoDate: string | null): string {
  if (isoDate === null) return "日期不详";
  const parts = dateParts(isoDate);
  return parts === null ? isoDate : `${parts.year}年${parts.month}月${parts.day}日`;
}

function dateTime(moment: Date): string {
  const at = vietnamTime(moment);
  return `${date(`${at.year}-${at.month}-${at.day}`)} ${at.hour}:${at.minute}`;
}

const PHASES: Locale["indexing"]["phase"] = {
  read: "正在读取文章",
  embed: "正在生成向量",
  vectors: "正在建立索引",
  check: "正在检查索引",
};

const SUBJECT = "越南各地方与中国方面之间的正式访问、会见和会谈";

const basis = (articles: number) =>
  articles === 0
    ? "资料库目前还没有文章。"
    : `所有回答均摘自资料库中的${number(articles)}篇文章，并注明出处。`;

/** Chinese, simplified. */
export const zh: Locale = {
  language: "zh",
  date,
  dateTime,
  answering,
  articles,
  corpus,
  operations,
  register,
  service,
  sources,
  visits,
  answer: {
    refusal: "现有资料中没有找到相关信息。",
    nearestLabel: "内容最接近的文章：",
    sourcesLabel: "来源：",
    quotesLabel: "原文摘录：",
    unknownDate: "日期不详",
    understoodAs: (question) => `理解为：${question}`,
    resetDone: "已忘记上一个问题，请提出新的问题。",
    emptyQuestion: "请用文字提问，例如：“谁在谅山会见了熊波大使？”",
    questionTooLong: (maxChars) =>
      `问题太长，请控制在${number(maxChars)}个字符以内，一次问一件事。`,
    failed: "查找答案时出错，请稍后再试。",
  },
  terminal: {
    welcome: (articles) => `您好！我可以回答有关${SUBJECT}的问题。${basis(articles)}`,
    hint: "输入问题后按回车键；按 Ctrl+D 退出。",
    followUpHint: "可以就刚才的回答继续提问（“他担任什么职务？”）；输入 /reset 重新开始。",
    telegramHint: "如需运行 Telegram 机器人，请在 .env 文件中设置 BOT_TOKEN。",
    prompt: "问题：",
    goodbye: "再见！",
    indexKept: (reason) => `索引未能更新，暂用现有索引回答。原因：${reason}`,
  },
  indexing: {
    starting: "正在准备建立索引…",
    phase: PHASES,
    progress: (p) =>
      `${PHASES[p.phase]}：${number(p.done)}/${number(p.total)}${operations.pace(p)}`,
    summary: (c) =>
      `文件：新增${number(c.indexed)}，更新${number(c.updated)}，未变${number(c.unchanged)}，移除${number(c.removed)}，跳过${number(c.skipped)}。`,
    failuresLabel: (count) => `${number(count)}个文件无法读取：`,
    moreFailures: (count) => `……另有${number(count)}个文件。`,
    emptyCorpus: (directory) =>
      `目录 ${directory} 中还没有文章。请将文章（.md、.txt、.html）放入其中后重新运行。`,
  },
  telegram: {
    commands: {
      ask: "提问，例如：/ask 谁会见了凭祥代表团？",
      sources: "资料库中的文章，最新的在前",
      status: "资料库状态",
      help: "使用说明",
      reset: "忘记上一个问题，重新开始",
      start: "介绍与示例问题",
      reindex: "重建索引（管理员）",
    },
    start: (articles) => `您好！我可以回答有关${SUBJECT}的问题。\n\n${basis(articles)}`,
    examplesLabel: "请直接发送问题，或试试下面的问题：",
    examples: [
      "谁在谅山会见了熊波大使？",
      "谅山何时接待了凭祥代表团？",
      "谁率领老街省代表团访问中国大使馆？",
    ],
    help: (bot) =>
      [
        "请用越南语（带不带声调符号均可）、英语或中文提问，一次一个问题。",
        "",
        `在群组中：提及 @${bot} 并写上问题，回复我的消息，或使用 /ask。`,
        "",
        "/ask – 提问",
        ...visits.help,
        "/sources – 资料库中的文章",
        "/status – 资料库状态",
        "/reset – 忘记上一个问题",
        "/help – 使用说明",
        "",
        "回答均为原文摘录；点击 [1]、[2]…… 可打开原文段落。资料中没有的内容，我会如实说明。",
        "",
        "如果修改了已发送的问题，请作为新消息重新发送。",
      ].join("\n"),
    addedToGroup: (bot) =>
      `大家好！我可以回答有关${SUBJECT}的问题。请提及 @${bot} 并写上问题，或使用 /ask。`,
    askUsage: "请在命令后写上问题，例如：/ask 谁在谅山会见了熊波大使？",
    status: (s) =>
      [
        `文章：${number(s.articles)}篇`,
        `简讯：${number(s.briefs)}条`,
        `访问、会见和会谈：${number(s.visits)}次`,
        `已索引段落：${number(s.chunks)}段`,
        `模型：${s.model}`,
        `更新时间：${dateTime(new Date(s.builtAt))}（越南时间）`,
      ].join("\n"),
    sourcesHeading: (total) => `资料库共有${number(total)}篇文章，最新的在前：`,
    noSources: "资料库目前还没有文章。",
    moreButton: "查看更多",
    moreLabel: "其他相关段落：",
    noMore: "没有更多段落了。",
    feedbackUp: "感谢您的评价！",
    feedbackDown: "谢谢，我们会重新检查这个回答。",
    buttonExpired: "这个回答已过期，请重新提问。",
    unknownCommand: "没有这个命令。发送 /help 查看使用说明。",
    textOnly: "我只能阅读文字，请输入您的问题。",
    reindexUsage: "使用 /reindex 更新索引，或使用 /reindex full 全部重建。",
    reindexBusy: (startedBy, since) =>
      `索引正在建立中，由 ${startedBy} 于${dateTime(since)}启动。请等待完成后再试。`,
    reindexDone: "索引已建立完成，新索引已启用。",
    reloadFailed: "新索引已建立，但未能启用；机器人将继续使用旧索引回答。请查看机器人日志。",
    reindexFailed: (reason) => `建立索引失败：${reason}\n机器人将继续使用旧索引回答。`,
  },
};

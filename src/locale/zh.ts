import { articles, corpus, sources } from "./articles/zh.ts";
import { articleDay, DATE_WORDS } from "./dates.ts";
import { desk } from "./desk/zh.ts";
import { EXPORTS } from "./exports.ts";
import { FOLLOWING } from "./following.ts";
import { NUMBERS, vietnamTime } from "./format.ts";
import { READER_TEXTS } from "./reader.ts";
import { READING } from "./reading.ts";
import { register } from "./register/zh.ts";
import { operations, service } from "./service/zh.ts";
import type { Locale } from "./vi.ts";
import { visits } from "./visits/zh.ts";

const answering: Locale["answering"] = {
  yearUntold: "文章未说明年份。",
  dayUntold: "文章未说明具体日期。",
  daySet: (day) => `${day}（日期由管理员确认）`,
  talk: {
    greeting:
      "您好！我回答有关越南各地与中国方面访问、会见和会谈的问题，并注明出处。例如可以问：“谁在老街会见了熊波大使？”",
    help: "请用平常的话询问访问、会见或会谈（谁、何时、何地、谈了什么），我从文章中摘录答案并注明出处。例如：“谁率领凭祥代表团？”访问记录：/visits，时间轴：/timeline，导出：/export，全部命令：/help。",
    thanks: "不客气，有需要请继续提问。",
    goodbye: "再见！",
    complaint:
      "很抱歉，回答不合您的意思。请说得更具体些（谁、何时、何地）再问一次，或点击回答下方的👎，以便管理员查看。",
    praise: "谢谢！有需要请继续提问。",
    identity: "我是一个自动程序：从已收录的文章中查找并逐字摘录答案，注明出处，不自行编写内容。",
    maker:
      "我是关于越南各地与中国方面访问和会谈的问答程序，由本机器人的运营单位设置。所有回答均摘自注明出处的文章。",
    acknowledged: "好的，有需要请继续提问。",
    notMine:
      "这件事我做不了：我只从有关访问和会谈的文章中摘录答案，不创作、不翻译、不计算，也不发表意见。例如可以问：“谁在老街会见了熊波大使？”",
  },
  wish: {
    declined: {
      summary: "做摘要这件事我做不了，只摘录原文：",
      comparison: "做比较这件事我做不了，只分别摘录原文：",
      translation: "翻译这件事我做不了，只摘录原文。您可以用越南语、英语或中文提问。",
    },
    passages: "文章原文：",
    original: "回答原文：",
    nothingToTranslate: "还没有可以翻译的回答。请先提问。",
    whichLanguage: "您想翻译成哪种语言？例如：“翻译成英文”。",
    whichTwo: "请说明要比较的两次会见，并注明日期和双方。资料中最接近的内容：",
    nothingToCompare: {
      asked: "请说明要比较的两次会见，并注明日期和双方。",
      declined: "做比较这件事我做不了；您可以分别询问每次会见，例如：“谁在老街会见了熊波大使？”",
    },
    writing: "模型正在撰写；不想等可直接输入下一个问题",
    notWritten: "模型未能写出可显示的回答；以上摘录即为回答",
    mark: "由模型撰写，已与来源核对",
  },
  understood: (scope) => `我理解您问的是：${scope}。`,
  closest: (time, visit) =>
    time === null ? `资料中最接近的记录：${visit}` : `未见${time}的记录，最接近的是：${visit}`,
  tryAsking: "您可以问：",
  didYouMean: (w) => `您是指“${w}”吗？`,
  notThen: (w) => `未见${/^\d{4}$/u.test(w) ? `${w}年` : w}的记录。最接近的是：`,
  notNamed: (w) => `资料中此事没有提到${w}。资料记载：`,
  yes: "是。",
  no: "不是。",
  notTold: "资料中没有找到这一点。资料记载：",
  publishedOn: (title, day) => `文章《${title}》发布于${day}。`,
  nothingSuch: "现有资料中没有找到这一点。",
  whichVisit: "您想问哪一次访问？",
  suchAs: "例如：",
  nothingMore: "资料中没有更多相关细节。",
};

const number = NUMBERS.zh;

const date = (isoDate: string | null) => articleDay(isoDate, "发布日期不详", DATE_WORDS.zh);

function dateTime(moment: Date): string {
  const at = vietnamTime(moment);
  return `${date(`${at.year}-${at.month}-${at.day}`)} ${at.hour}:${at.minute}`;
}

const PHASES: Locale["indexing"]["phase"] = {
  read: "正在读取文章",
  embed: "正在处理内容",
  vectors: "正在建立索引",
  check: "正在检查索引",
  publish: "正在写入 PostgreSQL",
};

const SUBJECT = "越南各地与中国各地之间的访问、会见和会谈";

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
  exports: EXPORTS.zh,
  following: FOLLOWING.zh,
  operations,
  desk,
  reading: READING.zh,
  register,
  service,
  sources,
  visits,
  reader: READER_TEXTS.zh,
  answer: {
    refusal: "现有资料中没有找到相关信息。",
    nearestLabel: "内容最接近的文章：",
    sourcesLabel: "来源：",
    quotesLabel: "原文摘录：",
    understoodAs: (question) => `我理解您的问题是：${question}`,
    resetDone: "已清除上下文，请提出新的问题。",
    emptyQuestion: "请用文字提问，例如：“谁在老街会见了熊波大使？”",
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
      reset: "清除上下文，重新开始",
      start: "介绍与示例问题",
      reindex: "重建索引（管理员）",
    },
    start: (articles) => `您好！我可以回答有关${SUBJECT}的问题。\n\n${basis(articles)}`,
    examplesLabel: "请直接发送问题，或试试下面的问题：",
    examples: [
      "谁在老街会见了熊波大使？",
      "谅山何时接待了凭祥代表团？",
      "河江最近一次与文山会面是什么时候？",
    ],
    help: (bot) =>
      [
        "请用越南语（带不带声调符号均可）、英语或中文提问，一次一个问题。",
        "",
        `在群组中：提及 @${bot} 并写上问题，回复我的消息，或使用 /ask。`,
        "",
        "/ask – 提问",
        ...visits.help,
        ...FOLLOWING.zh.help,
        "/sources – 资料库中的文章",
        "/status – 资料库状态",
        "/reset – 清除上下文",
        "/help – 使用说明",
        "",
        "回答均摘自文章。点击“阅读文章”可在引用处阅读，点击 [1]、[2]…… 可打开原网页。资料中没有的内容，我会如实说明。",
        "",
        "修改已发送的问题后，回答也会随之更新。",
      ].join("\n"),
    addedToGroup: (bot) =>
      `大家好！我可以回答有关${SUBJECT}的问题。请提及 @${bot} 并写上问题，或使用 /ask。`,
    askUsage: "请在命令后写上问题，例如：/ask 谁在老街会见了熊波大使？",
    status: (s) =>
      [
        `文章：${number(s.articles)}篇`,
        `简讯：${number(s.briefs)}条`,
        `访问、会见和会谈：${number(s.visits)}次`,
        `段落：${number(s.chunks)}段`,
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
    notText: {
      voice: "我听不了语音消息，请用文字输入问题；也可以用手机键盘上的麦克风键把话转成文字。",
      photo: "我看不了图片里的问题，请用文字输入，或重新发送图片并把问题写在说明里。",
      document: "只有管理员可以添加文件。如要提问，请用文字输入。",
      other: "我只能阅读文字，请输入您的问题。",
    },
    reindexUsage: "使用 /reindex 更新索引，或使用 /reindex full 全部重建。",
    reindexBusy: (startedBy, since) =>
      `索引正在建立中，由 ${startedBy} 于${dateTime(since)}启动。请等待完成后再试。`,
    reindexDone: "索引已建立完成，新索引已启用。",
    reloadFailed: "新索引已建立，但未能启用；机器人将继续使用旧索引回答。请查看机器人日志。",
    reindexFailed: (reason) => `建立索引失败：${reason}\n机器人将继续使用旧索引回答。`,
  },
};

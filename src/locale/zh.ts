import { articles, corpus, sources } from "./articles/zh.ts";
import { desk } from "./desk/zh.ts";
import { EXPORTS } from "./exports.ts";
import { FOLLOWING } from "./following.ts";
import { dateParts, numberFormat, vietnamTime } from "./format.ts";
import type { AnsweringTexts, Locale, OperationsTexts, ServiceTexts } from "./locale.ts";
import { READER_TEXTS } from "./reader.ts";
import { READING } from "./reading.ts";
import { register, visits } from "./visits/zh.ts";

const answering: AnsweringTexts = {
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

const time = (seconds: number) =>
  seconds < 90 ? `${number(seconds)} 秒` : `${number(Math.round(seconds / 60))} 分钟`;

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const REINDEX = "请发送 /reindex 重建索引；重建期间机器人照常回答。";

const operations: OperationsTexts = {
  pace: ({ chunks, secondsLeft }) =>
    [
      chunks === undefined || chunks === 0 ? "" : `，${number(chunks)} 个段落`,
      secondsLeft === undefined ? "" : `，约剩 ${time(secondsLeft)}`,
    ].join(""),
  cancelButton: "取消",
  cancelling: "正在停止…",
  nothingToCancel: "目前没有正在进行的索引任务。",
  cancelled:
    "已停止建立索引。机器人继续使用旧索引；已完成的部分会保留，下次 /reindex 将从那里继续。",
  selfTestFailed: (failure) => {
    const kept = "新索引未通过自检，未启用；机器人继续使用旧索引。";
    if (failure.check === "content") {
      return `${kept}\n写入的内容不正确（${failure.found}）。请检查磁盘剩余空间，然后重新发送 /reindex。`;
    }
    if (failure.check === "recall") {
      return `${kept}\n语义检索只找到 ${percent(failure.recall)} 的最近段落，至少需要 ${percent(failure.least)}。请发送 /reindex full。`;
    }
    const missed = failure.missed.map((question) => `• ${question}`).join("\n");
    return `${kept}\n以下检查问题已找不到对应文章（共提问 ${number(failure.asked)} 个）：\n${missed}\n请查看最近变更的文章；不再适用的问题请从 check-questions.tsv 中删除。`;
  },
  rolledBack: ({ generation, articles, builtAt }, before) =>
    `已回到索引 ${generation}（${number(articles)} 篇文章，建立于 ${builtAt}）。\n如需恢复刚才的索引：/rollback ${before}。发送 /reindex 可按当前资料库更新；在此之前，重启后仍使用此索引。`,
  rollBackFailed: (failure) => {
    if (failure.kind === "none") return "没有可以回退的旧索引。";
    if (failure.kind === "unknown") {
      return `没有索引 ${failure.generation}。现有：${failure.known.join("、")}。`;
    }
    if (failure.kind === "busy") {
      return `正在建立索引（${failure.startedBy}）。请等待完成，或发送 /cancel 后再试。`;
    }
    return `索引 ${failure.generation} 已损坏（${failure.reason}），无法使用。机器人继续使用当前索引。`;
  },
  staleModel: (indexed, wanted) =>
    `EMBEDDING_MODEL 现为 ${wanted}，但索引是用模型 ${indexed} 建立的。机器人暂时使用旧索引和旧模型。${REINDEX}`,
  staleSettings: `索引由旧版本或旧设置建立，机器人暂时继续使用。${REINDEX}`,
  held: ({ generation, by }) =>
    `当前索引为 ${generation}，由 ${by} 回退。资料库的变更尚未更新；需要更新时请发送 /reindex。`,
  stateDamaged: (putAside) =>
    `保存反馈和记录的文件（state.db）已损坏，已另存为 ${putAside}；机器人使用新文件。如有备份，请用 restore 命令恢复。`,
  commands: {
    cancel: "停止建立索引（管理员）",
    rollback: "回到上一个索引（管理员）",
  },
};

const service: ServiceTexts = {
  notAllowed: (chatId) =>
    `本机器人只服务已登记的聊天。此聊天的编号是 ${chatId}；如需使用，请把编号发给机器人管理员。`,
  notAllowedShort: "本机器人只服务已登记的聊天。",
  tooManyPerMinute: (perMinute, waitSeconds) =>
    `每人每分钟最多可提 ${perMinute} 个问题，请 ${waitSeconds} 秒后再问。`,
  tooManyPerDay: (perDay) => `您今天的 ${perDay} 次提问已用完，请明天再来。`,
  chatQueueFull: "此聊天中还有许多消息等待回答，暂时无法接收更多。请等我答完后再发。",
  queueFull: "目前等待回答的问题过多，暂时无法接收。请过几分钟再发。",
  late: "抱歉，机器人刚才中断了，因此回答晚了。",
  databaseAway: "暂时无法访问文章库，机器人正在自动重新连接，请几分钟后再试。",
  notKept: "服务器存储空间已满，未能保存。请告知机器人管理员，并稍后再试。",
  tooLate: "抱歉，这条消息是机器人停用期间收到的，已超过一天。如仍需要，请重新发送问题。",
  wrongClock: (skewMs) =>
    `运行机器人的计算机时钟比 Telegram 时间${skewMs > 0 ? "快" : "慢"} ${Math.round(Math.abs(skewMs) / 60_000)} 分钟。机器人暂按 Telegram 时间运行，请校准计算机时间。`,
  secondBot:
    "另一个程序正在使用同一个机器人令牌接收消息，部分提问可能收不到。请停止其中一个程序，或在 @BotFather 更换令牌。",
  adminButton: "此按钮仅供管理员使用。",
};

const number = numberFormat("zh-CN");

function date(isoDate: string | null): string {
  if (isoDate === null) return "发布日期不详";
  const parts = dateParts(isoDate);
  return parts === null ? isoDate : `${parts.year}年${parts.month}月${parts.day}日`;
}

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

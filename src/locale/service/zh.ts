import { NUMBERS } from "../format.ts";
import type { OperationsTexts, ServiceTexts } from "./vi.ts";

const number = NUMBERS.zh;

const time = (seconds: number) =>
  seconds < 90 ? `${number(seconds)} 秒` : `${number(Math.round(seconds / 60))} 分钟`;

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const REINDEX = "请发送 /reindex 重建索引；重建期间机器人照常回答。";

export const operations: OperationsTexts = {
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
    if (failure.check === "content")
      return `${kept}\n写入的内容不正确（${failure.found}）。请检查磁盘剩余空间，然后重新发送 /reindex。`;
    if (failure.check === "recall")
      return `${kept}\n语义检索只找到 ${percent(failure.recall)} 的最近段落，至少需要 ${percent(failure.least)}。请发送 /reindex full。`;
    const missed = failure.missed.map((question) => `• ${question}`).join("\n");
    return `${kept}\n以下检查问题已找不到对应文章（共提问 ${number(failure.asked)} 个）：\n${missed}\n请查看最近变更的文章；不再适用的问题请从 check-questions.tsv 中删除。`;
  },
  rolledBack: ({ generation, articles, builtAt }, before) =>
    `已回到索引 ${generation}（${number(articles)} 篇文章，建立于 ${builtAt}）。\n如需恢复刚才的索引：/rollback ${before}。发送 /reindex 可按当前资料库更新；在此之前，重启后仍使用此索引。`,
  rollBackFailed: (failure) => {
    if (failure.kind === "none") return "没有可以回退的旧索引。";
    if (failure.kind === "unknown")
      return `没有索引 ${failure.generation}。现有：${failure.known.join("、")}。`;
    if (failure.kind === "busy")
      return `正在建立索引（${failure.startedBy}）。请等待完成，或发送 /cancel 后再试。`;
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

export const service: ServiceTexts = {
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

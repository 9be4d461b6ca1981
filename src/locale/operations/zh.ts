import { numberFormat } from "../format.ts";
import type { OperationsTexts } from "./texts.ts";

const number = numberFormat("zh-CN");

const time = (seconds: number) =>
  seconds < 90 ? `${number(seconds)} 秒` : `${number(Math.round(seconds / 60))} 分钟`;

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const REINDEX = "请发送 /reindex 重建索引；重建期间机器人照常回答。";

export const zh: OperationsTexts = {
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
      return `${kept}\n向量检索只找到 ${percent(failure.recall)} 的最近段落，至少需要 ${percent(failure.least)}。请发送 /reindex full。`;
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

import type { ServiceTexts } from "./texts.ts";

export const zh: ServiceTexts = {
  notAllowed: (chatId) =>
    `本机器人只服务已登记的聊天。此聊天的编号是 ${chatId}；如需使用，请把编号发给机器人管理员。`,
  notAllowedShort: "本机器人只服务已登记的聊天。",
  tooManyPerMinute: (perMinute, waitSeconds) =>
    `每人每分钟最多可提 ${perMinute} 个问题，请 ${waitSeconds} 秒后再问。`,
  tooManyPerDay: (perDay) => `您今天的 ${perDay} 次提问已用完，请明天再来。`,
  chatQueueFull: "此聊天中还有许多消息等待回答，暂时无法接收更多。请等我答完后再发。",
  queueFull: "目前等待回答的问题过多，暂时无法接收。请过几分钟再发。",
  late: "抱歉，机器人刚才中断了，因此回答晚了。",
  notKept: "服务器存储空间已满，未能保存。请告知机器人管理员，并稍后再试。",
  tooLate: "抱歉，这条消息是机器人停用期间收到的，已超过一天。如仍需要，请重新发送问题。",
  wrongClock: (skewMs) =>
    `运行机器人的计算机时钟比 Telegram 时间${skewMs > 0 ? "快" : "慢"} ${Math.round(Math.abs(skewMs) / 60_000)} 分钟。机器人暂按 Telegram 时间运行，请校准计算机时间。`,
  secondBot:
    "另一个程序正在使用同一个机器人令牌接收消息，部分提问可能收不到。请停止其中一个程序，或在 @BotFather 更换令牌。",
  adminButton: "此按钮仅供管理员使用。",
};

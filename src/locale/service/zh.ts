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
};

import type { AnsweringTexts } from "./texts.ts";

export const zh: AnsweringTexts = {
  yearUntold: "文章未说明年份。",
  dayUntold: "文章未说明具体日期。",
  talk: {
    greeting:
      "您好！我回答有关越南各地与中国方面访问、会见和会谈的问题，并注明出处。例如可以问：“谁在谅山会见了熊波大使？”",
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
      "这件事我做不了：我只从有关访问和会谈的文章中摘录答案，不创作、不翻译、不计算，也不发表意见。例如可以问：“谁在谅山会见了熊波大使？”",
  },
  quotesOnly: "我不做摘要或翻译，只摘录原文",
  didYouMean: (w) => `您是指“${w}”吗？`,
  notThen: (w) => `资料中没有您所问时间（${w}）的相关记录。最接近的是：`,
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

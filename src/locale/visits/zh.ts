import { numberFormat } from "../format.ts";
import { type DateWords, type FilterPeriod, filterPeriod, visitDate } from "./partial-dates.ts";
import { scopeInWords } from "./scope.ts";
import type { NamedSides, RegisterFacts, VisitTexts } from "./texts.ts";

const number = numberFormat("zh-CN");

const DATES: DateWords = {
  day: (year, month, day) => `${year}年${month}月${day}日`,
  month: (year, month) => `${year}年${month}月`,
  year: (year) => `${year}年`,
  dayAndMonth: (month, day) => `${month}月${day}日（年份不详）`,
  monthOnly: (month) => `${month}月（年份不详）`,
  dayOnly: (day) => `${day}日（年月不详）`,
  unknown: "日期不详",
  days: (year, month, first, last) => `${year}年${month}月${first}–${last}日`,
};

function inPeriod(period: FilterPeriod): string {
  switch (period.kind) {
    case "years":
      return `${period.from}–${period.to}年`;
    case "between":
      return `${period.from}至${period.to}`;
    case "from":
      return `${period.date}以来`;
    case "to":
      return `截至${period.date}`;
    default:
      return period.date;
  }
}

const KIND: VisitTexts["kind"] = {
  thăm: "访问",
  tiếp: "接待",
  "tiếp xã giao": "礼节性会见",
  "hội đàm": "会谈",
  "hội kiến": "会见",
  "làm việc": "工作会谈",
  "khảo sát": "考察",
  "ký kết": "签署",
  "giao lưu": "交流",
  "dự sự kiện": "出席活动",
};

const told = ({ total, articles }: RegisterFacts) =>
  `${number(articles)}篇文章中的${number(total)}次访问和会见`;

function present(all: RegisterFacts): string {
  const { years } = all;
  const span =
    years === null
      ? ""
      : years.first === years.last
        ? `，时间为${years.first}年`
        : `，时间为${years.first}年至${years.last}年`;
  return `现有资料共有${told(all)}${span}。`;
}

const under = (scope: string) => (scope === "" ? "" : `（${scope}）`);

function questions({ host, guest, day }: NamedSides): string[] {
  const on = day ?? "";
  if (host === null || guest === null) {
    const side = guest ?? host;
    return side === null ? [] : [`${on}${side}代表团团长是谁？`];
  }
  return [
    `${on}谁会见了${guest}代表团？`,
    `${on}${guest}代表团团长是谁？`,
    `${on}${host}和${guest}讨论了什么？`,
  ];
}

export const zh: VisitTexts = {
  commands: {
    visits: "访问记录，例如：/visits 广西 2023",
    timeline: "按时间显示访问的图片",
    export: "下载访问记录：csv、json 或 ics",
  },
  help: [
    "/visits – 访问记录，可加姓名、年份、地点：/visits 广西 2023",
    "/timeline – 按时间显示访问的图片：/timeline 崇左 2019-2024",
    "/export – 下载记录：/export csv（电子表格）、/export json、/export ics（日历）",
  ],
  inlineHelp: (bot) => `在任何聊天中输入 @${bot} 和几个词，即可插入一次访问的信息。`,
  inlineOff: "管理员：如需在任何聊天中使用 @bot，请向 @BotFather 发送 /setinline。",

  kind: KIND,
  date: (visit) => visitDate(visit, DATES),
  planned: "计划中",
  published: "发布日期",
  place: "地点",
  host: "主方",
  guest: "客方",
  hostHead: "主持",
  guestHead: "团长",
  topics: "会谈内容",
  agreements: "协议与成果",
  numbers: "数字",
  sources: "来源",
  quotes: "原文摘录",
  morePeople: (count) => `以及另外${number(count)}人`,
  moreItems: (count) => `以及另外${number(count)}项`,

  scope: (filter) =>
    scopeInWords(filter, {
      period: (of) => filterPeriod(of, DATES),
      inPeriod,
      undated: "年份不详",
      planned: "计划中",
      done: "已举行",
      kind: KIND,
      place: (name) => `地点：${name}`,
      host: (name) => `主方：${name}`,
      guest: (name) => `客方：${name}`,
      words: (words) => `“${words}”`,
    }),
  heading: (facts, scope) => `${told(facts)}${under(scope)}，最新的在前：`,
  emptyRegister: "访问记录为空：在现有资料中还没有读到任何访问或会见。",
  nothing: (scope, all) => `现有资料中没有符合条件的访问${under(scope)}。\n${present(all)}`,
  tryFewer: "可以减少条件或换一个年份：/visits",
  impossible: (words, all) =>
    `日历中没有“${words}”。请写年份（2023）、月份（3/2024）、日期（21/1/2025）或范围（2019-2022）。\n${present(all)}`,

  filterButton: { year: "年份", counterpart: "对方", place: "地点" },
  choose: { year: "请选择年份：", counterpart: "请选择对方：", place: "请选择地点：" },
  noYear: "年份不详",
  anyValue: "全部",
  clearFilters: "✕ 清除筛选",
  back: "◀ 返回",
  ask: "询问这次访问",
  chooseQuestion: "请选择下面的问题，或自己提问并写明代表团。",
  noQuestion: "文章中没有关于这次访问的更多内容，请打开来源阅读全文。",
  questions,
  listExpired: "该列表已过期，请重新发送 /visits。",
  visitGone: "这次访问已不在记录中，请重新发送 /visits。",

  timelineCaption: (facts, scope) => `${told(facts)}${under(scope)}，根据现有资料。`,
  timelineUndated: (count) =>
    `符合条件的${number(count)}次访问年份均不详，无法按时间作图。列表：/visits`,
  exportUsage:
    "请选择文件格式：/export csv（电子表格）、/export json 或 /export ics（日历）。后面可加条件，例如：/export csv 广西 2023",
  exportCaption: (facts, scope) => `${told(facts)}${under(scope)}，根据现有资料。`,
  exportLeftOut: (count) => `${number(count)}次访问日期不详，未列入日历；完整内容见 /export csv。`,
  exportNoDays: (count) =>
    `符合条件的${number(count)}次访问日期均不详，无法生成日历。可以使用 /export csv。`,
  inlineNothing: "没有符合条件的访问",

  shown: (shown, total) =>
    `显示 ${number(total)} 次中的 ${number(shown)} 次；更多：--limit、--offset`,
};

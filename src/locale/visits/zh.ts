import type { VisitKind } from "../../model/index.ts";
import { DATE_WORDS, scopeInWords, visitDate } from "../dates.ts";
import { NUMBERS, yearSpan } from "../format.ts";
import type { NamedSides, RegisterFacts, VisitQuestion, YearRange } from "./texts.ts";
import type { VisitTexts } from "./vi.ts";

const number = NUMBERS.zh;
const DATES = DATE_WORDS.zh;

export const KIND: Readonly<Record<VisitKind, string>> = {
  thăm: "访问",
  tiếp: "接待",
  "tiếp xã giao": "礼节性会见",
  "hội đàm": "会谈",
  "hội kiến": "会见",
  "làm việc": "工作会谈",
  "khảo sát": "考察",
  "ký kết": "签约",
  "giao lưu": "交流",
  "dự sự kiện": "出席活动",
};

const told = ({ total, articles }: RegisterFacts) =>
  `${number(articles)}篇文章中的${number(total)}次访问和会见`;

/** Behind a number of visits: the years that they span. */
export const range = (years: YearRange) =>
  yearSpan(
    years,
    (year) => `，时间为${year}年`,
    (first, last) => `，时间为${first}年至${last}年`,
  );

const present = (all: RegisterFacts) => `现有资料共有${told(all)}${range(all.years)}。`;

const under = (scope: string) => (scope === "" ? "" : `（${scope}）`);

function questions({ host, guest, day }: NamedSides): VisitQuestion[] {
  const on = day ?? "";
  if (host === null || guest === null) {
    const side = guest ?? host;
    if (side === null) return [];
    return [{ asks: "head", question: `${on}${side}代表团团长是谁？` }];
  }
  return [
    { asks: "host", question: `${on}谁会见了${guest}代表团？` },
    { asks: "head", question: `${on}${guest}代表团团长是谁？` },
    { asks: "discussed", question: `${on}${host}和${guest}讨论了什么？` },
  ];
}

export const visits: VisitTexts = {
  commands: {
    visits: "访问记录，例如：/visits 广西 2023",
    timeline: "访问时间轴",
    export: "下载访问记录：csv、json 或 ics",
  },
  help: [
    "/visits – 访问记录，可加姓名、年份、地点：/visits 广西 2023",
    "/timeline – 访问时间轴：/timeline 崇左 2019-2024",
    "/export – 下载记录：/export csv（电子表格）、/export json、/export ics（日历）",
  ],
  inlineHelp: (bot) => `在任何聊天中输入 @${bot} 和几个词，即可插入一次访问的信息。`,
  inlineOff: "管理员：如需在任何聊天中使用 @bot，请向 @BotFather 发送 /setinline。",

  kind: KIND,
  date: (visit) => visitDate(visit, DATES),
  planned: "计划中",
  published: "发布日期",
  place: "地点",
  labelled: (name) => `${name}：`,
  host: "接待方",
  guest: "来访方",
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
      dates: DATES,
      undated: "年份不详",
      planned: "计划中",
      done: "已举行",
      kind: KIND,
      place: (name) => `地点：${name}`,
      host: (name) => `接待方：${name}`,
      guest: (name) => `来访方：${name}`,
      words: (words) => `“${words}”`,
    }),
  heading: (facts, scope) => `${told(facts)}${under(scope)}，最新的在前：`,
  emptyRegister: "访问记录为空：在现有资料中还没有读到任何访问或会见。",
  nothing: (scope, all) => `现有资料中没有符合条件的访问${under(scope)}。\n${present(all)}`,
  tryFewer: "可以减少条件或换一个年份：/visits",
  impossible: (words, all) =>
    `日历中没有“${words}”。请写年份（2023）、月份（3/2024）、日期（21/1/2025）或范围（2019-2022）。\n${present(all)}`,

  filterButton: { year: "年份", counterpart: "来往对象", place: "地点" },
  choose: { year: "请选择年份：", counterpart: "请选择来往对象：", place: "请选择地点：" },
  noYear: "年份不详",
  anyValue: "全部",
  clearFilters: "✕ 清除筛选",
  back: "◀ 返回",
  allButton: (total) => `全部（${number(total)}）`,
  ask: "询问这次访问",
  chooseQuestion: "请选择下面的问题，或自己提问并写明代表团。",
  noQuestion: "文章中没有关于这次访问的更多内容，请打开来源阅读全文。",
  questions,
  listExpired: "该列表已过期，请重新发送 /visits。",
  visitGone: "这次访问已不在记录中，请重新发送 /visits。",

  caption: (facts, scope) => `${told(facts)}${under(scope)}，根据现有资料。`,
  timelineUndated: (count) =>
    `符合条件的${number(count)}次访问年份均不详，无法按时间作图。列表：/visits`,
  exportLeftOut: (count) => `${number(count)}次访问日期不详，未列入日历；完整内容见 /export csv。`,
  exportNoDays: (count) =>
    `符合条件的${number(count)}次访问日期均不详，无法生成日历。可以使用 /export csv。`,
  inlineNothing: "没有符合条件的访问",

  shown: (shown, total) =>
    `显示 ${number(total)} 次中的 ${number(shown)} 次；更多：--limit、--offset`,
};

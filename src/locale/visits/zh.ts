import { askedTime, DATE_WORDS, scopeInWords, shownDate, visitDate } from "../dates.ts";
import { numberFormat } from "../format.ts";
import type {
  Asked,
  AskedName,
  NamedSides,
  RegisterFacts,
  RegisterTexts,
  VisitLine,
  VisitTexts,
  YearRange,
} from "./texts.ts";

const number = numberFormat("zh-CN");
const DATES = DATE_WORDS.zh;

const KIND: VisitTexts["kind"] = {
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

const present = (all: RegisterFacts) => `现有资料共有${told(all)}${range(all.years)}。`;

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

  timelineCaption: (facts, scope) => `${told(facts)}${under(scope)}，根据现有资料。`,
  timelineUndated: (count) =>
    `符合条件的${number(count)}次访问年份均不详，无法按时间作图。列表：/visits`,
  exportCaption: (facts, scope) => `${told(facts)}${under(scope)}，根据现有资料。`,
  exportLeftOut: (count) => `${number(count)}次访问日期不详，未列入日历；完整内容见 /export csv。`,
  exportNoDays: (count) =>
    `符合条件的${number(count)}次访问日期均不详，无法生成日历。可以使用 /export csv。`,
  inlineNothing: "没有符合条件的访问",

  shown: (shown, total) =>
    `显示 ${number(total)} 次中的 ${number(shown)} 次；更多：--limit、--offset`,
};

const delegation = ({ name, isPlace }: AskedName) => (isPlace ? `${name}代表团` : name);

/** Who met whom: "谅山接待中国代表团". */
function event({ host, guest, sides = [], place, person, kinds }: Asked): string {
  const at = place === undefined ? "" : `在${place}`;
  const [one, other] = sides;
  const noun = kinds?.includes("khảo sát") ? "考察" : kinds && "会谈、会见";
  if (host !== undefined && guest !== undefined) return `${host.name}${at}接待${delegation(guest)}`;
  if (guest !== undefined && place !== undefined)
    return noun === undefined
      ? `${delegation(guest)}访问${place}`
      : `${delegation(guest)}赴${place}${noun}`;
  if (host !== undefined) return `${host.name}${at}${noun ?? "接待来访"}`;
  if (guest !== undefined) return `${delegation(guest)}出访${noun ?? ""}`;
  if (one !== undefined && other !== undefined)
    return `${one.name}与${other.name}${at}${noun ?? "会面、会谈"}`;
  const who = one?.name ?? person;
  if (who !== undefined) return `${who}${at}参加${noun ?? "访问、会见或会谈"}`;
  if (place !== undefined && noun === undefined) return `${place}接待来访`;
  return `${at}${noun ?? "访问、会见或会谈"}`;
}

/** The whole of what was asked: when, who met whom, with whom, about what. */
function full(asked: Asked): string {
  const { host, guest, sides, person, topic, words, period: time } = asked;
  const named = [host, guest, ...(sides ?? [])].filter((one) => one !== undefined);
  const isNamed = named.some(({ name }) => name === person) || named.length === 0;
  const notes = [
    person === undefined || isNamed ? "" : `${person}参加`,
    topic === undefined ? "" : `涉及“${topic}”`,
    words === undefined ? "" : `提到“${words}”`,
  ].filter((one) => one !== "");
  return `${time === undefined ? "" : askedTime(time, DATES)}${event(asked)}${notes.length === 0 ? "" : `（${notes.join("，")}）`}`;
}

const times = (count: number) => `${number(count)}次`;

function visit({ kind, planned, date, host, guest, place }: VisitLine): string {
  const who =
    guest !== null && host !== null
      ? `${guest}，由${host}接待`
      : (guest ?? (host === null ? null : `由${host}接待`));
  const what = `${KIND[kind]}${planned ? "（计划）" : ""}`;
  return `${date}：${what}${who === null ? "" : ` – ${who}`}${place === null ? "" : `，地点：${place}`}`;
}

const range = (years: YearRange) =>
  years === null
    ? ""
    : years.first === years.last
      ? `，时间为${years.first}年`
      : `，时间为${years.first}年至${years.last}年`;
const whatThereIs = (visits: number, years: YearRange) =>
  visits === 0
    ? "现有资料中还没有访问、会见或会谈的记录。"
    : `现有资料共记载${number(visits)}次访问、会见和会谈${range(years)}。`;

const counted = (asked: Asked, visits: number, articles: number) =>
  `根据现有资料（${number(articles)}篇文章），${full(asked)}共${times(visits)}：`;

export const register: RegisterTexts = {
  visitDate: (date) => shownDate(date, DATES),
  visit,
  times,
  encounters: times,
  heading: {
    count: counted,
    list: counted,
    last: (asked) => `根据现有资料，${full(asked)}，最近一次是：`,
    first: (asked, visits) =>
      visits === 1
        ? `现有资料只记载了一次${full(asked)}：`
        : `根据现有资料，${full(asked)}，最早一次是：`,
    next: () => "现有资料中提到的近期安排：",
  },
  meetings: {
    count: (meetings, articles) => `${times(meetings)}，见${number(articles)}篇文章：`,
    list: (meetings, articles) => `${times(meetings)}，见${number(articles)}篇文章：`,
    last: () => "现有资料中最近的一次：",
    first: () => "现有资料中最早的一次：",
  },
  undatedMeetings: (count) => `现有资料提到${times(count)}，但未写明年份，无法判断先后：`,
  further: (articles) => `另有${number(articles)}篇文章谈到相关内容：`,
  onlyFurther: (articles) => `有${number(articles)}篇文章谈到相关内容：`,
  more: (count) => `……另有${times(count)}。`,
  planned: (count) => `另有${times(count)}仅为计划，未计入：`,
  onlyPlanned: (asked, planned) =>
    `现有资料中没有已进行的记载，仅提到${times(planned)}计划中的${full(asked)}：`,
  undated: (count) => `另有${times(count)}年份不详，未计入：`,
  sameJourney: () => "注：同一次访问中的多场会见、会谈分别计算。",
  maySame: (count) => `注：其中${times(count)}日期或年份不详，可能与其他记录重复。`,
  none: (asked, visits, years) =>
    `在现有资料中没有找到${full(asked)}的记载。${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `在现有资料中没有找到明确的记载：${full(asked)}；另有${times(undated)}年份不详，见下列文章。`,
  noYear: (asked, undated) =>
    `现有资料记载了${times(undated)}${full(asked)}，但未写明年份，无法判断先后：`,
  noneNext: (_, today) => `现有资料中没有提到${DATES.shortDay(today)}以后的此类安排。`,
  impossible: (words, visits, years) => `没有“${words}”这样的时间。${whatThereIs(visits, years)}`,
};

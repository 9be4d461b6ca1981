import { numberFormat } from "../format.ts";
import type { AskedPart, AskedPeriod, RegisterTexts, VisitLine, YearRange } from "./texts.ts";

const number = numberFormat("zh-CN");
const parts = (iso: string) => iso.split("-").map(Number) as [number, number, number];

function day(iso: string): string {
  const [y, m, d] = parts(iso);
  return `${y}年${m}月${d}日`;
}

function period(asked: AskedPeriod): string {
  if (asked.kind === "between") return `${day(asked.from)}至${day(asked.to)}`;
  const [y, m] = parts(asked.date);
  return {
    year: `${y}年`,
    month: `${y}年${m}月`,
    day: day(asked.date),
    since: `${day(asked.date)}起`,
    until: `截至${day(asked.date)}`,
  }[asked.kind];
}

const KINDS: Readonly<Record<VisitLine["kind"], string>> = {
  thăm: "访问",
  tiếp: "会见",
  "tiếp xã giao": "礼节性会见",
  "hội đàm": "会谈",
  "hội kiến": "会见",
  "làm việc": "工作会谈",
  "khảo sát": "考察",
  "ký kết": "签约",
  "giao lưu": "交流",
  "dự sự kiện": "出席活动",
};

const LABELS = {
  host: "主方",
  guest: "客方",
  place: "地点",
  person: "人员",
  topic: "内容",
  words: "关键词",
  counterpart: "对方",
} as const;

function part(asked: AskedPart): string {
  switch (asked.part) {
    case "sides":
      return asked.values.length > 1
        ? `${asked.values.join("与")}之间`
        : `一方：${asked.values[0]}`;
    case "kinds":
      return `类型：${asked.values.map((kind) => KINDS[kind]).join("、")}`;
    case "period":
      return period(asked.period);
    default:
      return `${LABELS[asked.part]}：${asked.value}`;
  }
}

function visit({ kind, planned, date, host, guest, place }: VisitLine): string {
  const details = [
    guest === null ? null : `客方：${guest}`,
    host === null ? null : `主方：${host}`,
    place === null ? null : `地点：${place}`,
  ].filter((one) => one !== null);
  return `${date}：${[`${KINDS[kind]}${planned ? "（计划）" : ""}`, ...details].join("；")}`;
}

const of = (asked: string) => (asked === "" ? "" : `（${asked}）`);
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

export const zh: RegisterTexts = {
  asked: (list) => list.map(part).join("；"),
  visitDate: ({ year, month, day: d }) => {
    if (year === null && month === null && d === null) return "日期不详";
    return `${year === null ? "" : `${year}年`}${month === null ? "" : `${month}月`}${d === null ? "" : `${d}日`}`;
  },
  visit,
  heading: {
    count: ({ visits, articles, asked }) =>
      `现有资料记载了${number(visits)}次访问、会见或会谈${of(asked)}，见于${number(articles)}篇文章：`,
    list: ({ visits, articles, asked }) =>
      `现有资料记载了${number(visits)}次访问、会见或会谈${of(asked)}，见于${number(articles)}篇文章：`,
    last: ({ asked }) => `现有资料中最近的一次${of(asked)}：`,
    first: ({ asked }) => `现有资料中最早的一次${of(asked)}：`,
    next: ({ asked }) => `现有资料中提到的近期安排${of(asked)}：`,
  },
  more: (count) => `……另有${number(count)}次（用 /visits 查看）。`,
  undated: (count) => `另有${number(count)}次年份不详，未计入：`,
  none: (asked, visits, years) => `现有资料中没有找到${of(asked)}。${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `现有资料中没有找到明确属于该时间的记载${of(asked)}；另有${number(undated)}次年份不详，见下列文章。`,
  noneNext: (asked, today) => `现有资料中没有提到${day(today)}以后的安排${of(asked)}。`,
  impossible: (words, visits, years) => `没有“${words}”这样的时间。${whatThereIs(visits, years)}`,
};

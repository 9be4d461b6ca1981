import { numberFormat } from "../format.ts";
import type { ExportTexts } from "./texts.ts";

const number = numberFormat("zh-CN");

export const exports: ExportTexts = {
  formats: { csv: "CSV", xlsx: "Excel", ics: "日历", json: "JSON" },
  download: "⬇ 下载",
  choose: (total, scope) =>
    `下载${number(total)}次访问、会见${scope === "" ? "" : `（${scope}）`}的记录，请选择格式：`,
  columns: {
    id: "编号",
    kind: "类型",
    planned: "计划中",
    date: "日期",
    endDate: "结束日期",
    published: "发布日期",
    place: "地点",
    host: "接待方",
    hostRegion: "接待方省份、国家",
    hostHead: "主持人",
    hostPeople: "接待方人员",
    guest: "来访方",
    guestRegion: "来访方省份、国家",
    guestHead: "来访方团长",
    guestPeople: "来访方人员",
    topics: "交流内容",
    agreements: "协议、成果",
    numbers: "数据",
    articles: "文章",
    links: "链接",
  },
  yes: "是",
  title: "访问记录",
  picture: {
    title: "访问时间轴",
    number,
    summary: (total, planned) =>
      `${number(total)}次访问、会见${planned === 0 ? "" : `（计划中${number(planned)}次）`}`,
    legend: "来往对象",
    quarter: (quarter, year) => `${year}年第${quarter}季度`,
    unknownLane: "来往对象不详",
    otherLanes: (count) => `其他${number(count)}个来往对象`,
    vague: "* 资料未说明更具体的日期",
    undated: "年份不详",
    sources: (articles) => `来源：现有资料中的${number(articles)}篇文章`,
    planned: "计划中",
  },
};

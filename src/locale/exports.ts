import type { Language } from "../model/index.ts";
import { NUMBERS } from "./format.ts";

/** Columns of a table of visits, by what they hold. */
export const VISIT_COLUMNS = [
  "id",
  "kind",
  "planned",
  "date",
  "endDate",
  "published",
  "place",
  "host",
  "hostRegion",
  "hostHead",
  "hostPeople",
  "guest",
  "guestRegion",
  "guestHead",
  "guestPeople",
  "topics",
  "agreements",
  "numbers",
  "articles",
  "links",
] as const;
export type VisitColumn = (typeof VISIT_COLUMNS)[number];

/** Tables, calendars and pictures of visits. */
const vi = {
  /** Under which format a file is offered. */
  formats: { csv: "CSV", xlsx: "Excel", ics: "Lịch", json: "JSON" } satisfies Record<
    "csv" | "xlsx" | "ics" | "json",
    string
  >,
  /** On the button under a list. */
  download: "⬇ Tải về",
  /** Above the buttons of the formats; `scope` may be empty. */
  choose: (total: number, scope: string) =>
    `Tải về ${NUMBERS.vi(total)} chuyến thăm, cuộc gặp${scope === "" ? "" : ` (${scope})`}. Mời chọn dạng tệp:`,
  /** Headings of the columns. */
  columns: {
    id: "Mã",
    kind: "Loại",
    planned: "Dự kiến",
    date: "Ngày",
    endDate: "Ngày kết thúc",
    published: "Ngày đăng",
    place: "Địa điểm",
    host: "Bên tiếp",
    hostRegion: "Tỉnh, nước bên tiếp",
    hostHead: "Người chủ trì",
    hostPeople: "Thành phần bên tiếp",
    guest: "Đoàn khách",
    guestRegion: "Tỉnh, nước đoàn khách",
    guestHead: "Trưởng đoàn khách",
    guestPeople: "Thành phần đoàn khách",
    topics: "Nội dung trao đổi",
    agreements: "Thỏa thuận, kết quả",
    numbers: "Số liệu",
    articles: "Bài viết",
    links: "Đường dẫn",
  } satisfies Record<VisitColumn, string>,
  /** In the column `planned`. */
  yes: "có",
  /** Name of the sheet and of the calendar. */
  title: "Các chuyến thăm",
  picture: {
    title: "Dòng thời gian các chuyến thăm",
    number: NUMBERS.vi,
    summary: (total: number, planned: number) =>
      `${NUMBERS.vi(total)} chuyến thăm, cuộc gặp${planned === 0 ? "" : ` (${NUMBERS.vi(planned)} dự kiến)`}`,
    legend: "Đối tác",
    /** A quarter of a year on the line: 1 to 4. */
    quarter: (quarter: number, year: number) => `Quý ${quarter}/${year}`,
    unknownLane: "Không rõ đối tác",
    otherLanes: (count: number) => `${NUMBERS.vi(count)} đối tác khác`,
    /** To the star behind a row of which the month or day is not known. */
    vague: "* Tư liệu không cho biết rõ hơn",
    /** The row at the end, of the visits without a year. */
    undated: "Không rõ năm",
    sources: (articles: number) => `Nguồn: ${NUMBERS.vi(articles)} bài báo trong tư liệu hiện có`,
    planned: "dự kiến",
  },
};
export type ExportTexts = typeof vi;

const visits = (count: number) =>
  `${NUMBERS.en(count)} visit${count === 1 ? "" : "s"} and meetings`;

const en: ExportTexts = {
  formats: { csv: "CSV", xlsx: "Excel", ics: "Calendar", json: "JSON" },
  download: "⬇ Download",
  choose: (total, scope) =>
    `Download ${visits(total)}${scope === "" ? "" : ` (${scope})`}. Please choose a format:`,
  columns: {
    id: "ID",
    kind: "Kind",
    planned: "Planned",
    date: "Date",
    endDate: "End date",
    published: "Published",
    place: "Place",
    host: "Host",
    hostRegion: "Host's province, country",
    hostHead: "Chaired by",
    hostPeople: "Host's people",
    guest: "Guest",
    guestRegion: "Guest's province, country",
    guestHead: "Head of delegation",
    guestPeople: "Guest's people",
    topics: "Topics",
    agreements: "Agreements, results",
    numbers: "Figures",
    articles: "Articles",
    links: "Links",
  },
  yes: "yes",
  title: "Visits",
  picture: {
    title: "Timeline of visits",
    number: NUMBERS.en,
    summary: (total, planned) =>
      `${visits(total)}${planned === 0 ? "" : ` (${NUMBERS.en(planned)} planned)`}`,
    legend: "Partners",
    quarter: (quarter, year) => `Q${quarter}/${year}`,
    unknownLane: "Partner unknown",
    otherLanes: (count) => `${NUMBERS.en(count)} other partner${count === 1 ? "" : "s"}`,
    vague: "* The articles tell no more of the date",
    undated: "Year unknown",
    sources: (articles) => `Source: ${NUMBERS.en(articles)} article${articles === 1 ? "" : "s"}`,
    planned: "planned",
  },
};

const zh: ExportTexts = {
  formats: { csv: "CSV", xlsx: "Excel", ics: "日历", json: "JSON" },
  download: "⬇ 下载",
  choose: (total, scope) =>
    `下载${NUMBERS.zh(total)}次访问、会见${scope === "" ? "" : `（${scope}）`}的记录，请选择格式：`,
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
    number: NUMBERS.zh,
    summary: (total, planned) =>
      `${NUMBERS.zh(total)}次访问、会见${planned === 0 ? "" : `（计划中${NUMBERS.zh(planned)}次）`}`,
    legend: "来往对象",
    quarter: (quarter, year) => `${year}年第${quarter}季度`,
    unknownLane: "来往对象不详",
    otherLanes: (count) => `其他${NUMBERS.zh(count)}个来往对象`,
    vague: "* 资料未说明更具体的日期",
    undated: "年份不详",
    sources: (articles) => `来源：现有资料中的${NUMBERS.zh(articles)}篇文章`,
    planned: "计划中",
  },
};

export const EXPORTS: Readonly<Record<Language, ExportTexts>> = { vi, en, zh };

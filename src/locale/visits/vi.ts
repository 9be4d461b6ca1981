import type { Visit, VisitFilter, VisitKind } from "../../model/index.ts";
import { DATE_WORDS, scopeInWords, visitDate } from "../dates.ts";
import { NUMBERS, yearSpan } from "../format.ts";
import type { FilterButton, NamedSides, RegisterFacts, VisitQuestion, YearRange } from "./texts.ts";

const number = NUMBERS.vi;
const DATES = DATE_WORDS.vi;

const KIND: Readonly<Record<VisitKind, string>> = {
  thăm: "Thăm",
  tiếp: "Tiếp",
  "tiếp xã giao": "Tiếp xã giao",
  "hội đàm": "Hội đàm",
  "hội kiến": "Hội kiến",
  "làm việc": "Làm việc",
  "khảo sát": "Khảo sát",
  "ký kết": "Ký kết",
  "giao lưu": "Giao lưu",
  "dự sự kiện": "Dự sự kiện",
};

const told = ({ total, articles }: RegisterFacts) =>
  `${number(total)} chuyến thăm, cuộc gặp trong ${number(articles)} bài viết`;

/** Behind a number of visits: the years that they span. */
export const range = (years: YearRange) =>
  yearSpan(
    years,
    (year) => `, năm ${year}`,
    (first, last) => `, từ năm ${first} đến năm ${last}`,
  );

const present = (all: RegisterFacts) => `Tư liệu hiện có ${told(all)}${range(all.years)}.`;

const under = (scope: string) => (scope === "" ? "" : ` (${scope})`);

function questions({ host, guest, day }: NamedSides): VisitQuestion[] {
  const on = day === null ? "" : ` ngày ${day}`;
  if (host === null || guest === null) {
    const side = guest ?? host;
    if (side === null) return [];
    return [
      { asks: "head", question: `Ai dẫn đầu đoàn ${side}${on}?` },
      { asks: "discussed", question: `Nội dung làm việc với ${side}${on} là gì?` },
    ];
  }
  return [
    { asks: "host", question: `Ai đã tiếp đoàn ${guest}${on}?` },
    { asks: "head", question: `Ai là trưởng đoàn ${guest}${on}?` },
    { asks: "discussed", question: `${host} và ${guest} trao đổi những nội dung gì${on}?` },
    { asks: "agreed", question: `${host} và ${guest} đã thống nhất những gì${on}?` },
    { asks: "people", question: `Đoàn ${guest} thăm ${host}${on} gồm những ai?` },
  ];
}

/** The register of visits: lists, cards, pictures, files. */
export const visits = {
  commands: {
    visits: "Danh mục các chuyến thăm, ví dụ: /visits Quảng Tây 2023",
    timeline: "Dòng thời gian các chuyến thăm",
    export: "Tải danh mục về máy: csv, json hoặc ics",
  },
  /** Lines of the help, one a command. */
  help: [
    "/visits – danh mục các chuyến thăm; có thể thêm tên, năm, địa điểm: /visits Quảng Tây 2023",
    "/timeline – dòng thời gian các chuyến thăm: /timeline Sùng Tả 2019-2024",
    "/export – tải danh mục: /export csv (bảng tính), /export json, /export ics (lịch)",
  ],
  /** How the bot is used inside other chats. */
  inlineHelp: (bot: string) =>
    `Trong mọi cuộc trò chuyện: gõ @${bot} và vài từ khóa để chèn thông tin một chuyến thăm.`,
  /** For admins, where BotFather has not switched inline mode on. */
  inlineOff:
    "Quản trị viên: muốn dùng @bot trong mọi cuộc trò chuyện, hãy gửi /setinline cho @BotFather.",

  kind: KIND,
  /** Date or span as far as it is known. */
  date: (visit: Pick<Visit, "date" | "endDate">) => visitDate(visit, DATES),
  planned: "dự kiến",
  /** When the first article appeared: beside a date whose year is not told. */
  published: "Ngày đăng bài",
  place: "Địa điểm",
  /** A label before what it names, with what parts them. */
  labelled: (name: string) => `${name}: `,
  host: "Bên tiếp",
  guest: "Đoàn khách",
  /** Behind the name of who received, and of who led the guests. */
  hostHead: "chủ trì",
  guestHead: "trưởng đoàn",
  topics: "Nội dung trao đổi",
  agreements: "Thỏa thuận, kết quả",
  numbers: "Số liệu",
  sources: "Nguồn",
  quotes: "Trích nguyên văn",
  morePeople: (count: number) => `và ${number(count)} người khác`,
  moreItems: (count: number) => `và ${number(count)} mục khác`,

  /** A filter in words: "năm 2023 · Quảng Tây"; empty where nothing is filtered. */
  scope: (filter: VisitFilter) =>
    scopeInWords(filter, {
      dates: DATES,
      undated: "không rõ năm",
      planned: "dự kiến",
      done: "đã diễn ra",
      kind: KIND,
      place: (name) => `tại ${name}`,
      host: (name) => `bên tiếp: ${name}`,
      guest: (name) => `đoàn ${name}`,
      words: (words) => `“${words}”`,
    }),
  /** Above a list; `scope` may be empty. */
  heading: (facts: RegisterFacts, scope: string) =>
    `${told(facts)}${under(scope)}, mới nhất trước:`,
  emptyRegister:
    "Danh mục chưa có chuyến thăm nào: tư liệu hiện có chưa nêu chuyến thăm hay cuộc gặp nào.",
  /** Nothing matches; says what there is. */
  nothing: (scope: string, all: RegisterFacts) =>
    `Không có chuyến thăm nào phù hợp trong tư liệu hiện có${under(scope)}.\n${present(all)}`,
  /** Behind the words for nothing, in a chat. */
  tryFewer: "Bạn có thể bớt từ hoặc chọn năm khác: /visits",
  /** A date that no calendar has; says what there is. */
  impossible: (words: string, all: RegisterFacts) =>
    `Không có thời gian “${words}” trong lịch. Xin viết năm (2023), tháng (3/2024), ngày (21/1/2025) hoặc khoảng (2019-2022).\n${present(all)}`,

  filterButton: { year: "Năm", counterpart: "Đối tác", place: "Địa điểm" } satisfies Record<
    FilterButton,
    string
  >,
  /** Above the values of a filter. */
  choose: {
    year: "Chọn năm:",
    counterpart: "Chọn đối tác:",
    place: "Chọn địa điểm:",
  } satisfies Record<FilterButton, string>,
  /** A value of the filter by years: the visits of which no year is known. */
  noYear: "Không rõ năm",
  anyValue: "Tất cả",
  clearFilters: "✕ Bỏ lọc",
  back: "◀ Quay lại",
  /** Below an answer that lists the first of so many. */
  allButton: (total: number) => `Tất cả (${number(total)})`,
  ask: "Hỏi về chuyến thăm này",
  /** Shown on the pressed button, with the questions in its place. */
  chooseQuestion: "Mời chọn câu hỏi bên dưới, hoặc gõ câu hỏi của bạn kèm tên đoàn.",
  noQuestion: "Các bài viết không nói gì thêm về chuyến thăm này. Mời mở nguồn để đọc toàn bài.",
  /** Questions about a visit that its articles may answer, the likeliest first. */
  questions,
  /** A button of a list that is no longer kept, or of a visit that is no longer in the register. */
  listExpired: "Danh sách này đã cũ. Xin gửi lại /visits.",
  visitGone: "Chuyến thăm này không còn trong danh mục. Xin gửi lại /visits.",

  /** Below a picture or a file. */
  caption: (facts: RegisterFacts, scope: string) =>
    `${told(facts)}${under(scope)}, theo tư liệu hiện có.`,
  /** All visits that match lack a year, so there is nothing to put on a line. */
  timelineUndated: (count: number) =>
    `Cả ${number(count)} chuyến thăm phù hợp đều không rõ năm nên không vẽ được theo thời gian. Xem danh sách: /visits`,
  /** Visits without a known day, which a calendar cannot hold. */
  exportLeftOut: (count: number) =>
    `${number(count)} chuyến thăm không rõ ngày nên không có trong lịch; xem đủ ở /export csv.`,
  /** No visit has a known day: the calendar would be empty. */
  exportNoDays: (count: number) =>
    `Cả ${number(count)} chuyến thăm phù hợp đều không rõ ngày nên không lập được lịch. Có thể dùng /export csv.`,
  /** On the button above an empty list of inline results, at most 40 characters. */
  inlineNothing: "Không có chuyến thăm nào phù hợp",

  /** On the command line: how much of a list is shown. */
  shown: (shown: number, total: number) =>
    `Hiện ${number(shown)} trong ${number(total)}; xem thêm: --limit, --offset`,
};

export type VisitTexts = typeof visits;

import { numberFormat } from "../format.ts";
import { type DateWords, type FilterPeriod, filterPeriod, visitDate } from "./partial-dates.ts";
import { scopeInWords } from "./scope.ts";
import type { NamedSides, RegisterFacts, VisitTexts } from "./texts.ts";

const number = numberFormat("vi-VN");
const two = (value: number) => String(value).padStart(2, "0");

const DATES: DateWords = {
  day: (year, month, day) => `${two(day)}/${two(month)}/${year}`,
  month: (year, month) => `tháng ${month}/${year}`,
  year: (year) => `năm ${year}`,
  dayAndMonth: (month, day) => `${two(day)}/${two(month)}, không rõ năm`,
  monthOnly: (month) => `tháng ${month}, không rõ năm`,
  dayOnly: (day) => `ngày ${day}, không rõ tháng, năm`,
  unknown: "không rõ ngày",
  days: (year, month, first, last) => `${two(first)}–${two(last)}/${two(month)}/${year}`,
};

function inPeriod(period: FilterPeriod): string {
  switch (period.kind) {
    case "years":
      return `${period.from}–${period.to}`;
    case "between":
      return `từ ${period.from} đến ${period.to}`;
    case "from":
      return `từ ${period.date}`;
    case "to":
      return `đến hết ${period.date}`;
    default:
      return period.date;
  }
}

const KIND: VisitTexts["kind"] = {
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

function present(all: RegisterFacts): string {
  const { years } = all;
  const span =
    years === null
      ? ""
      : years.first === years.last
        ? `, năm ${years.first}`
        : `, từ năm ${years.first} đến năm ${years.last}`;
  return `Tư liệu hiện có ${told(all)}${span}.`;
}

const under = (scope: string) => (scope === "" ? "" : ` (${scope})`);

function questions({ host, guest, day }: NamedSides): string[] {
  const on = day === null ? "" : ` ngày ${day}`;
  if (host === null || guest === null) {
    const side = guest ?? host;
    if (side === null) return [];
    return [`Ai dẫn đầu đoàn ${side}${on}?`, `Nội dung làm việc với ${side}${on} là gì?`];
  }
  return [
    `Ai đã tiếp đoàn ${guest}${on}?`,
    `Ai là trưởng đoàn ${guest}${on}?`,
    `${host} và ${guest} trao đổi những nội dung gì${on}?`,
    `${host} và ${guest} đã thống nhất những gì${on}?`,
    `Đoàn ${guest} thăm ${host}${on} gồm những ai?`,
  ];
}

export const vi: VisitTexts = {
  commands: {
    visits: "Danh mục các chuyến thăm, ví dụ: /visits Quảng Tây 2023",
    timeline: "Hình các chuyến thăm theo thời gian",
    export: "Tải danh mục về máy: csv, json hoặc ics",
  },
  help: [
    "/visits – danh mục các chuyến thăm; có thể thêm tên, năm, địa điểm: /visits Quảng Tây 2023",
    "/timeline – hình các chuyến thăm theo thời gian: /timeline Sùng Tả 2019-2024",
    "/export – tải danh mục: /export csv (bảng tính), /export json, /export ics (lịch)",
  ],
  inlineHelp: (bot) =>
    `Trong mọi cuộc trò chuyện: gõ @${bot} và vài từ khóa để chèn thông tin một chuyến thăm.`,
  inlineOff:
    "Quản trị viên: muốn dùng @bot trong mọi cuộc trò chuyện, hãy gửi /setinline cho @BotFather.",

  kind: KIND,
  date: (visit) => visitDate(visit, DATES),
  planned: "dự kiến",
  published: "Ngày đăng bài",
  place: "Địa điểm",
  host: "Chủ nhà",
  guest: "Khách",
  hostHead: "chủ trì",
  guestHead: "trưởng đoàn",
  topics: "Nội dung trao đổi",
  agreements: "Thỏa thuận, kết quả",
  numbers: "Số liệu",
  sources: "Nguồn",
  quotes: "Trích nguyên văn",
  morePeople: (count) => `và ${number(count)} người khác`,
  moreItems: (count) => `và ${number(count)} mục khác`,

  scope: (filter) =>
    scopeInWords(filter, {
      period: (of) => filterPeriod(of, DATES),
      inPeriod,
      undated: "không rõ năm",
      planned: "dự kiến",
      done: "đã diễn ra",
      kind: KIND,
      place: (name) => `tại ${name}`,
      host: (name) => `${name} tiếp`,
      guest: (name) => `đoàn ${name}`,
      words: (words) => `“${words}”`,
    }),
  heading: (facts, scope) => `${told(facts)}${under(scope)}, mới nhất trước:`,
  emptyRegister:
    "Danh mục chưa có chuyến thăm nào: trong tư liệu hiện có, tôi chưa đọc được chuyến thăm hay cuộc gặp nào.",
  nothing: (scope, all) =>
    `Không có chuyến thăm nào phù hợp trong tư liệu hiện có${under(scope)}.\n${present(all)}`,
  tryFewer: "Bạn có thể bớt từ hoặc chọn năm khác: /visits",
  impossible: (words, all) =>
    `Không có thời gian “${words}” trong lịch. Xin viết năm (2023), tháng (3/2024), ngày (21/1/2025) hoặc khoảng (2019-2022).\n${present(all)}`,

  filterButton: { year: "Năm", counterpart: "Đối tác", place: "Địa điểm" },
  choose: { year: "Chọn năm:", counterpart: "Chọn đối tác:", place: "Chọn địa điểm:" },
  noYear: "Không rõ năm",
  anyValue: "Tất cả",
  clearFilters: "✕ Bỏ lọc",
  back: "◀ Quay lại",
  ask: "Hỏi về chuyến thăm này",
  chooseQuestion: "Mời chọn câu hỏi bên dưới, hoặc gõ câu hỏi của bạn kèm tên đoàn.",
  noQuestion: "Các bài viết không nói gì thêm về chuyến thăm này. Mời mở nguồn để đọc toàn bài.",
  questions,
  listExpired: "Danh sách này đã cũ. Xin gửi lại /visits.",
  visitGone: "Chuyến thăm này không còn trong danh mục. Xin gửi lại /visits.",

  timelineCaption: (facts, scope) => `${told(facts)}${under(scope)}, theo tư liệu hiện có.`,
  timelineUndated: (count) =>
    `Cả ${number(count)} chuyến thăm phù hợp đều không rõ năm nên không vẽ được theo thời gian. Xem danh sách: /visits`,
  exportUsage:
    "Xin chọn dạng tệp: /export csv (mở bằng bảng tính), /export json, hoặc /export ics (lịch). Có thể thêm bộ lọc, ví dụ: /export csv Quảng Tây 2023",
  exportCaption: (facts, scope) => `${told(facts)}${under(scope)}, theo tư liệu hiện có.`,
  exportLeftOut: (count) =>
    `${number(count)} chuyến thăm không rõ ngày nên không có trong lịch; xem đủ ở /export csv.`,
  exportNoDays: (count) =>
    `Cả ${number(count)} chuyến thăm phù hợp đều không rõ ngày nên không lập được lịch. Có thể dùng /export csv.`,
  inlineNothing: "Không có chuyến thăm nào phù hợp",

  shown: (shown, total) =>
    `Hiện ${number(shown)} trong ${number(total)}; xem thêm: --limit, --offset`,
};

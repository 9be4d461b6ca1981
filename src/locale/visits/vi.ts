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

const number = numberFormat("vi-VN");
const DATES = DATE_WORDS.vi;

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

const present = (all: RegisterFacts) => `Tư liệu hiện có ${told(all)}${range(all.years)}.`;

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

export const visits: VisitTexts = {
  commands: {
    visits: "Danh mục các chuyến thăm, ví dụ: /visits Quảng Tây 2023",
    timeline: "Dòng thời gian các chuyến thăm",
    export: "Tải danh mục về máy: csv, json hoặc ics",
  },
  help: [
    "/visits – danh mục các chuyến thăm; có thể thêm tên, năm, địa điểm: /visits Quảng Tây 2023",
    "/timeline – dòng thời gian các chuyến thăm: /timeline Sùng Tả 2019-2024",
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
  labelled: (name) => `${name}: `,
  host: "Bên tiếp",
  guest: "Đoàn khách",
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
  heading: (facts, scope) => `${told(facts)}${under(scope)}, mới nhất trước:`,
  emptyRegister:
    "Danh mục chưa có chuyến thăm nào: tư liệu hiện có chưa nêu chuyến thăm hay cuộc gặp nào.",
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
  allButton: (total) => `Tất cả (${number(total)})`,
  ask: "Hỏi về chuyến thăm này",
  chooseQuestion: "Mời chọn câu hỏi bên dưới, hoặc gõ câu hỏi của bạn kèm tên đoàn.",
  noQuestion: "Các bài viết không nói gì thêm về chuyến thăm này. Mời mở nguồn để đọc toàn bài.",
  questions,
  listExpired: "Danh sách này đã cũ. Xin gửi lại /visits.",
  visitGone: "Chuyến thăm này không còn trong danh mục. Xin gửi lại /visits.",

  timelineCaption: (facts, scope) => `${told(facts)}${under(scope)}, theo tư liệu hiện có.`,
  timelineUndated: (count) =>
    `Cả ${number(count)} chuyến thăm phù hợp đều không rõ năm nên không vẽ được theo thời gian. Xem danh sách: /visits`,
  exportCaption: (facts, scope) => `${told(facts)}${under(scope)}, theo tư liệu hiện có.`,
  exportLeftOut: (count) =>
    `${number(count)} chuyến thăm không rõ ngày nên không có trong lịch; xem đủ ở /export csv.`,
  exportNoDays: (count) =>
    `Cả ${number(count)} chuyến thăm phù hợp đều không rõ ngày nên không lập được lịch. Có thể dùng /export csv.`,
  inlineNothing: "Không có chuyến thăm nào phù hợp",

  shown: (shown, total) =>
    `Hiện ${number(shown)} trong ${number(total)}; xem thêm: --limit, --offset`,
};

const party = ({ name, isPlace }: AskedName) => (isPlace ? `đoàn ${name}` : name);

/** Who met whom: "Lạng Sơn đã đón đoàn Trung Quốc". */
function event(
  { host, guest, sides = [], place, person, kinds }: Asked,
  done = "",
  count = "",
): string {
  const at = place === undefined ? "" : ` tại ${place}`;
  const [one, other] = sides;
  const noun = kinds?.includes("khảo sát") ? "khảo sát" : kinds && "hội đàm, hội kiến";
  if (host !== undefined && guest !== undefined)
    return `${host.name} ${done}đón, tiếp ${party(guest)}${at}`;
  if (guest !== undefined && place !== undefined && guest.isPlace && noun === undefined)
    return `${place} ${done}đón ${party(guest)}`;
  if (guest !== undefined && place !== undefined)
    return `${party(guest)} ${done}đến ${place}${noun === undefined ? "" : ` ${noun}`}`;
  if (host !== undefined)
    return `${host.name} ${done}${noun ?? (host.isPlace ? "đón đoàn, tiếp khách" : "tiếp khách")}${at}`;
  if (guest !== undefined) return `${party(guest)} ${done}đi ${noun ?? "thăm, làm việc"}`;
  const verb = noun ?? "gặp gỡ, làm việc";
  if (one !== undefined && other !== undefined)
    return `${one.name} và ${other.name} ${done}${verb} với nhau${at}`;
  const who = one?.name ?? person;
  if (who !== undefined) return `${who} ${done}${verb}${at}`;
  if (place !== undefined && noun === undefined) return `${place} ${done}đón đoàn`;
  return `${done}có ${[count, noun ?? "thăm, tiếp, làm việc"].filter((one) => one !== "").join(" ")}${at}`;
}

/** What else was asked: with whom, about what, when. */
function details(asked: Asked): string {
  const { host, guest, sides, person, topic, words, period: time } = asked;
  const named = [host, guest, ...(sides ?? [])].filter((one) => one !== undefined);
  const isNamed = named.some(({ name }) => name === person) || named.length === 0;
  return [
    person === undefined || isNamed ? "" : ` (có ${person} tham gia)`,
    topic === undefined ? "" : ` về “${topic}”`,
    words === undefined ? "" : ` (có nhắc “${words}”)`,
    time === undefined ? "" : ` ${askedTime(time, DATES)}`,
  ].join("");
}

const full = (asked: Asked) => `${event(asked)}${details(asked)}`;
const times = (count: number) => `${number(count)} lần`;
const encounters = (count: number) => `${number(count)} cuộc gặp`;

const VERBS: Readonly<Record<VisitLine["kind"], (host: string, guest: string) => string>> = {
  thăm: (host, guest) => `${guest} thăm ${host}`,
  tiếp: (host, guest) => `${host} tiếp ${guest}`,
  "tiếp xã giao": (host, guest) => `${host} tiếp xã giao ${guest}`,
  "hội đàm": (host, guest) => `${host} hội đàm với ${guest}`,
  "hội kiến": (host, guest) => `${guest} hội kiến ${host}`,
  "làm việc": (host, guest) => `${guest} làm việc với ${host}`,
  "khảo sát": (host, guest) => `${guest} khảo sát, làm việc với ${host}`,
  "ký kết": (host, guest) => `${host} ký kết với ${guest}`,
  "giao lưu": (host, guest) => `${host} giao lưu với ${guest}`,
  "dự sự kiện": (host, guest) => `${guest} dự sự kiện của ${host}`,
};

function visit({ kind, planned, date, host, guest, place }: VisitLine): string {
  const at = place === null ? "" : `, tại ${place}`;
  const what =
    host !== null && guest !== null
      ? VERBS[kind](host, guest)
      : guest !== null
        ? `${guest} (${kind})`
        : host !== null
          ? `${host} (${kind})`
          : kind;
  return `${date}: ${what}${at}${planned ? " (dự kiến)" : ""}`;
}

const range = (years: YearRange) =>
  years === null
    ? ""
    : years.first === years.last
      ? `, năm ${years.first}`
      : `, từ năm ${years.first} đến năm ${years.last}`;
const whatThereIs = (visits: number, years: YearRange) =>
  visits === 0
    ? "Tư liệu hiện có chưa ghi nhận chuyến thăm, buổi tiếp hay làm việc nào."
    : `Tư liệu hiện có ghi nhận ${number(visits)} chuyến thăm, buổi tiếp và làm việc${range(years)}.`;

/** "Lạng Sơn đã đón đoàn Trung Quốc 3 lần", "Lạng Sơn có 3 cuộc gặp", "đã có 3 lần thăm, tiếp, làm việc". */
function countHeading(asked: Asked, visits: number, articles: number): string {
  const { host, guest, sides, place, person, kinds } = asked;
  const who = sides === undefined ? person : sides.length === 1 ? sides[0]!.name : undefined;
  if (host === undefined && guest === undefined && who !== undefined && kinds === undefined) {
    const at = place === undefined ? "" : ` tại ${place}`;
    return `Theo tư liệu hiện có (${number(articles)} bài viết), ${who} có ${encounters(visits)}${at}${details(asked)}:`;
  }
  const count = times(visits);
  const words = event(asked, "đã ", count);
  const counted = words.includes(count) ? words : `${words} ${count}`;
  return `Theo tư liệu hiện có (${number(articles)} bài viết), ${counted}${details(asked)}:`;
}

export const register: RegisterTexts = {
  visitDate: (date) => shownDate(date, DATES),
  visit,
  times,
  encounters,
  heading: {
    count: countHeading,
    list: countHeading,
    last: (asked) => `Theo tư liệu hiện có, lần gần nhất ${full(asked)}:`,
    first: (asked, visits) =>
      visits === 1
        ? `Tư liệu hiện có chỉ nêu một lần ${full(asked)}:`
        : `Theo tư liệu hiện có, lần sớm nhất ${full(asked)}:`,
    next: (asked) => `Tư liệu hiện có nêu các lần sắp tới ${full(asked)}:`,
  },
  meetings: {
    count: (meetings, articles) => `${times(meetings)}, theo ${number(articles)} bài viết:`,
    list: (meetings, articles) => `${times(meetings)}, theo ${number(articles)} bài viết:`,
    last: () => "Lần gần nhất theo tư liệu hiện có:",
    first: () => "Lần sớm nhất theo tư liệu hiện có:",
  },
  undatedMeetings: (count) =>
    `Tư liệu hiện có nêu ${times(count)} nhưng không ghi rõ năm, nên chưa biết lần nào sớm hay muộn hơn:`,
  further: (articles) => `Ngoài ra, có ${number(articles)} bài viết khác nói về nội dung này:`,
  onlyFurther: (articles) => `Có ${number(articles)} bài viết nói về nội dung này:`,
  more: (count) => `… và ${times(count)} khác.`,
  planned: (count) => `Ngoài ra, ${times(count)} mới được nêu là dự kiến, chưa tính:`,
  onlyPlanned: (asked, planned) =>
    `Tư liệu hiện có không nêu lần nào đã diễn ra; chỉ nêu ${times(planned)} dự kiến ${full(asked)}:`,
  undated: (count) => `Ngoài ra, ${times(count)} không rõ năm, chưa tính:`,
  sameJourney: () => "Lưu ý: các buổi tiếp, hội đàm trong cùng một chuyến được tính riêng.",
  maySame: (count) =>
    `Lưu ý: ${times(count)} trong số này không rõ ngày hoặc năm, có thể trùng với lần khác.`,
  none: (asked, visits, years) =>
    `Tôi không thấy tư liệu hiện có nêu lần nào ${full(asked)}. ${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `Tôi không thấy tư liệu hiện có ghi rõ lần nào ${full(asked)}; có ${times(undated)} không rõ năm, nêu trong các bài dưới đây.`,
  noYear: (asked, undated) =>
    `Tư liệu hiện có nêu ${times(undated)} ${full(asked)} nhưng không ghi rõ năm, nên chưa biết lần nào sớm hay muộn hơn:`,
  noneNext: (asked, today) =>
    `Tôi không thấy tư liệu hiện có nêu lần nào ${full(asked)} từ ngày ${DATES.shortDay(today)} trở đi.`,
  impossible: (words, visits, years) =>
    `Không có thời gian “${words}”. ${whatThereIs(visits, years)}`,
};

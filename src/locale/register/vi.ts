import type { PartialDate } from "../../text/partial-date.ts";
import { numberFormat } from "../format.ts";
import type {
  Asked,
  AskedName,
  AskedPeriod,
  RegisterTexts,
  VisitLine,
  YearRange,
} from "./texts.ts";

const number = numberFormat("vi-VN");
const local = (iso: string) =>
  iso
    .split("-")
    .reverse()
    .map((part) => String(Number(part)));

/** `21/1/2025`. */
const day = (iso: string) => local(iso).join("/");

function period(asked: AskedPeriod): string {
  if (asked.kind === "between") return `từ ${day(asked.from)} đến ${day(asked.to)}`;
  const [d, m, y] = local(asked.date);
  return {
    year: `trong năm ${y}`,
    month: `trong tháng ${m}/${y}`,
    day: `ngày ${d}/${m}/${y}`,
    since: `từ ngày ${day(asked.date)} trở đi`,
    until: `đến hết ngày ${day(asked.date)}`,
  }[asked.kind];
}

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
  if (one !== undefined)
    return `${one.name} ${done}tham gia ${noun ?? "gặp gỡ, thăm, làm việc"}${at}`;
  if (person !== undefined)
    return `${person} ${done}tham gia ${noun ?? "gặp gỡ, thăm, làm việc"}${at}`;
  if (place !== undefined && noun === undefined) return `${place} ${done}đón đoàn`;
  return `${done}có ${[count, noun ?? "thăm, tiếp, làm việc"].filter((one) => one !== "").join(" ")}${at}`;
}

/** What else was asked: with whom, about what, when. */
function details(asked: Asked): string {
  const { host, guest, sides, person, topic, words, period: time } = asked;
  const told = [host, guest, ...(sides ?? [])].filter((one) => one !== undefined);
  const isNamed = told.some(({ name }) => name === person) || told.length === 0;
  return [
    person === undefined || isNamed ? "" : ` (có ${person} tham gia)`,
    topic === undefined ? "" : ` về “${topic}”`,
    words === undefined ? "" : ` (có nhắc “${words}”)`,
    time === undefined ? "" : ` ${period(time)}`,
  ].join("");
}

const full = (asked: Asked) => `${event(asked)}${details(asked)}`;
const times = (count: number) => `${number(count)} lần`;

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

/** "Lạng Sơn đã đón đoàn Trung Quốc 3 lần", "đã có 3 lần thăm, tiếp, làm việc". */
function counted(asked: Asked, visits: number, articles: number): string {
  const count = times(visits);
  const words = event(asked, "đã ", count);
  const told = words.includes(count) ? words : `${words} ${count}`;
  return `Theo tư liệu hiện có (${number(articles)} bài viết), ${told}${details(asked)}:`;
}

/** "Không rõ ngày", "Năm 2023", "Tháng 9/1973", "21/1/2025". */
function dayWords({ year, month, day: d }: PartialDate): string {
  if (d !== null && month !== null) return [d, month, year].filter((one) => one !== null).join("/");
  if (month !== null) return `Tháng ${[month, year].filter((one) => one !== null).join("/")}`;
  return year === null ? "Không rõ ngày" : `Năm ${year}`;
}

export const vi: RegisterTexts = {
  visitDate: ({ first, last, settled }) => {
    const words = last === null ? dayWords(first) : `${dayWords(first)} – ${dayWords(last)}`;
    if (first.month !== null && first.year === null) return `${words} (không rõ năm)`;
    return settled ? `[${words}]` : words;
  },
  visit,
  times,
  heading: {
    count: counted,
    list: counted,
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
  more: (count) => `… và ${times(count)} khác – xem /visits.`,
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
    `Tôi không thấy tư liệu hiện có nêu lần nào ${full(asked)} từ ngày ${day(today)} trở đi.`,
  impossible: (words, visits, years) =>
    `Không có thời gian “${words}”. ${whatThereIs(visits, years)}`,
};

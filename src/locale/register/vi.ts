import { numberFormat } from "../format.ts";
import type { AskedPart, AskedPeriod, RegisterTexts, VisitLine, YearRange } from "./texts.ts";

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
    year: `năm ${y}`,
    month: `tháng ${m}/${y}`,
    day: `ngày ${d}/${m}/${y}`,
    since: `từ ngày ${day(asked.date)}`,
    until: `đến hết ngày ${day(asked.date)}`,
  }[asked.kind];
}

function part(asked: AskedPart): string {
  switch (asked.part) {
    case "sides":
      return asked.values.length > 1
        ? `giữa ${asked.values.join(" và ")}`
        : `có ${asked.values[0]}`;
    case "kinds":
      return `loại: ${asked.values.join(", ")}`;
    case "period":
      return period(asked.period);
    default:
      return `${LABELS[asked.part]}: ${asked.value}`;
  }
}

const LABELS = {
  host: "bên tiếp",
  guest: "khách",
  place: "tại",
  person: "người",
  topic: "nội dung",
  words: "từ khóa",
  counterpart: "đối tác",
} as const;

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

const of = (asked: string) => (asked === "" ? "" : ` (${asked})`);
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

export const vi: RegisterTexts = {
  asked: (parts) => parts.map(part).join("; "),
  visitDate: (date) => {
    const known = [date.day, date.month, date.year].filter((one) => one !== null);
    if (known.length === 0) return "Không rõ ngày";
    if (date.day === null && date.month === null) return `Năm ${date.year}`;
    return date.day === null ? `Tháng ${known.join("/")}` : known.join("/");
  },
  visit,
  heading: {
    count: ({ visits, articles, asked }) =>
      `${number(visits)} chuyến thăm, buổi tiếp, làm việc được nêu trong tư liệu hiện có${of(asked)}, theo ${number(articles)} bài viết:`,
    list: ({ visits, articles, asked }) =>
      `Tư liệu hiện có nêu ${number(visits)} chuyến thăm, buổi tiếp, làm việc${of(asked)}, theo ${number(articles)} bài viết:`,
    last: ({ asked }) => `Lần gần nhất được nêu trong tư liệu hiện có${of(asked)}:`,
    first: ({ asked }) => `Lần sớm nhất được nêu trong tư liệu hiện có${of(asked)}:`,
    next: ({ asked }) => `Các chuyến sắp tới được nêu trong tư liệu hiện có${of(asked)}:`,
  },
  more: (count) => `… và ${number(count)} lần khác (xem bằng lệnh /visits).`,
  undated: (count) => `Ngoài ra, ${number(count)} lần không rõ năm nên chưa tính:`,
  none: (asked, visits, years) =>
    `Tôi không thấy lần nào trong tư liệu hiện có${of(asked)}. ${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `Tôi không thấy lần nào trong tư liệu hiện có ghi rõ thời gian ấy${of(asked)}; có ${number(undated)} lần không rõ năm, nêu trong các bài dưới đây.`,
  noneNext: (asked, today) =>
    `Tư liệu hiện có không nêu chuyến nào từ ngày ${day(today)} trở đi${of(asked)}.`,
  impossible: (words, visits, years) =>
    `Không có thời gian “${words}”. ${whatThereIs(visits, years)}`,
};

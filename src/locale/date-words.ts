/** How each language writes dates and times: as far as they are known, as a filter sets them, as a question asks. */
import type { Language, PartialDate } from "../model/index.ts";
import type { DateWords } from "./dates.ts";
import { two } from "./format.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const monthName = (month: number) => MONTHS[month - 1] ?? String(month);

type Ymd = readonly [number, number, number];
const parts = (iso: string) => iso.split("-").map(Number) as unknown as Ymd;
const joined = (known: readonly (number | string | null)[], by: string) =>
  known.filter((one) => one !== null).join(by);

/** `21/1/2025`, as articles write a day. */
function dayVi(iso: string): string {
  const [y, m, d] = parts(iso);
  return `${d}/${m}/${y}`;
}

function dayEn(iso: string): string {
  const [y, m, d] = parts(iso);
  return `${d} ${monthName(m)} ${y}`;
}

function dayZh(iso: string): string {
  const [y, m, d] = parts(iso);
  return `${y}年${m}月${d}日`;
}

/** "Không rõ ngày", "Năm 2023", "Tháng 9/1973", "21/1/2025". */
function knownVi({ year, month, day }: PartialDate): string {
  if (day !== null && month !== null) return joined([day, month, year], "/");
  if (month !== null) return `Tháng ${joined([month, year], "/")}`;
  return year === null ? "Không rõ ngày" : `Năm ${year}`;
}

/** "Date unknown", "2023", "Sep 1973", "21 Jan 2025". */
function knownEn({ year, month, day }: PartialDate): string {
  const name = month === null ? null : monthName(month);
  return joined([month === null ? null : day, name, year], " ") || "Date unknown";
}

/** "日期不详", "2023年", "1973年9月", "2025年1月21日". */
function knownZh({ year, month, day }: PartialDate): string {
  if (year === null && month === null) return "日期不详";
  const inYear = year === null ? "" : `${year}年`;
  return `${inYear}${month === null ? "" : `${month}月`}${month === null || day === null ? "" : `${day}日`}`;
}

export const DATE_WORDS: Readonly<Record<Language, DateWords>> = {
  vi: {
    day: (year, month, day) => `${two(day)}/${two(month)}/${year}`,
    month: (year, month) => `tháng ${month}/${year}`,
    year: (year) => `năm ${year}`,
    dayAndMonth: (month, day) => `${two(day)}/${two(month)}, không rõ năm`,
    monthOnly: (month) => `tháng ${month}, không rõ năm`,
    dayOnly: (day) => `ngày ${day}, không rõ tháng, năm`,
    unknown: "không rõ ngày",
    days: (year, month, first, last) => `${two(first)}–${two(last)}/${two(month)}/${year}`,
    filter: {
      years: (from, to) => `${from}–${to}`,
      between: (from, to) => `từ ${from} đến ${to}`,
      from: (date) => `từ ${date}`,
      to: (date) => `đến hết ${date}`,
    },
    shortDay: dayVi,
    known: knownVi,
    yearUnknown: (words) => `${words} (không rõ năm)`,
    asked: {
      year: (y) => `trong năm ${y}`,
      month: (y, m) => `trong tháng ${m}/${y}`,
      day: (day) => `ngày ${day}`,
      since: (day) => `từ ngày ${day} trở đi`,
      until: (day) => `đến hết ngày ${day}`,
      between: (from, to) => `từ ${from} đến ${to}`,
    },
  },
  en: {
    day: (year, month, day) => `${day} ${monthName(month)} ${year}`,
    month: (year, month) => `${monthName(month)} ${year}`,
    year: String,
    dayAndMonth: (month, day) => `${day} ${monthName(month)}, year unknown`,
    monthOnly: (month) => `${monthName(month)}, year unknown`,
    dayOnly: (day) => `day ${day}, month and year unknown`,
    unknown: "date unknown",
    days: (year, month, first, last) => `${first}–${last} ${monthName(month)} ${year}`,
    filter: {
      years: (from, to) => `${from}–${to}`,
      between: (from, to) => `${from} to ${to}`,
      from: (date) => `since ${date}`,
      to: (date) => `up to ${date}`,
    },
    shortDay: dayEn,
    known: knownEn,
    yearUnknown: (words) => `${words} (year unknown)`,
    asked: {
      year: (y) => `in ${y}`,
      month: (y, m) => `in ${monthName(m)} ${y}`,
      day: (day) => `on ${day}`,
      since: (day) => `from ${day} on`,
      until: (day) => `up to ${day}`,
      between: (from, to) => `from ${from} to ${to}`,
    },
  },
  zh: {
    day: (year, month, day) => `${year}年${month}月${day}日`,
    month: (year, month) => `${year}年${month}月`,
    year: (year) => `${year}年`,
    dayAndMonth: (month, day) => `${month}月${day}日（年份不详）`,
    monthOnly: (month) => `${month}月（年份不详）`,
    dayOnly: (day) => `${day}日（年月不详）`,
    unknown: "日期不详",
    days: (year, month, first, last) => `${year}年${month}月${first}–${last}日`,
    filter: {
      years: (from, to) => `${from}–${to}年`,
      between: (from, to) => `${from}至${to}`,
      from: (date) => `${date}以来`,
      to: (date) => `截至${date}`,
    },
    shortDay: dayZh,
    known: knownZh,
    yearUnknown: (words) => `${words}（年份不详）`,
    asked: {
      year: (y) => `${y}年`,
      month: (y, m) => `${y}年${m}月`,
      day: (day) => day,
      since: (day) => `${day}起`,
      until: (day) => `截至${day}`,
      between: (from, to) => `${from}至${to}`,
    },
  },
};

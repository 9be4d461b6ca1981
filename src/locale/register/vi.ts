import type { RegisterIntent } from "../../model/index.ts";
import { askedTime, DATE_WORDS, shownDate } from "../dates.ts";
import { NUMBERS } from "../format.ts";
import type { Asked, AskedName, ShownDate, VisitLine, YearRange } from "../visits/texts.ts";
import { range } from "../visits/vi.ts";

const number = NUMBERS.vi;
const DATES = DATE_WORDS.vi;

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
  const one = guest ?? host;
  const alone = one === null ? kind : `${one} (${kind})`;
  const what = host !== null && guest !== null ? VERBS[kind](host, guest) : alone;
  return `${date}: ${what}${at}${planned ? " (dự kiến)" : ""}`;
}

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

/** Above the visits; those of a count and a list hold `times(visits)`. */
const heading: Record<RegisterIntent, (asked: Asked, visits: number, articles: number) => string> =
  {
    count: countHeading,
    list: countHeading,
    last: (asked) => `Theo tư liệu hiện có, lần gần nhất ${full(asked)}:`,
    first: (asked, visits) =>
      visits === 1
        ? `Tư liệu hiện có chỉ nêu một lần ${full(asked)}:`
        : `Theo tư liệu hiện có, lần sớm nhất ${full(asked)}:`,
    next: (asked) => `Tư liệu hiện có nêu các lần sắp tới ${full(asked)}:`,
  };

/** Above meetings that a question means; those of a count and a list begin with `times(meetings)`. */
const meetings: Record<
  "count" | "list" | "first" | "last",
  (meetings: number, articles: number) => string
> = {
  count: (meetings, articles) => `${times(meetings)}, theo ${number(articles)} bài viết:`,
  list: (meetings, articles) => `${times(meetings)}, theo ${number(articles)} bài viết:`,
  last: () => "Lần gần nhất theo tư liệu hiện có:",
  first: () => "Lần sớm nhất theo tư liệu hiện có:",
};

/** Answers from the register of visits, in plain sentences. */
export const register = {
  /** `21/1/2025`, `[21/1/2025]`, `3/2024` … of the known parts; the words for none, or for no year. */
  visitDate: (date: ShownDate) => shownDate(date, DATES),
  visit,
  /** "3 lần"; the number first. */
  times,
  /** "3 cuộc gặp", where a heading counts these; the number first. */
  encounters,
  heading,
  meetings,
  /** Above meetings of which no year is known, where the last or the first one was asked for. */
  undatedMeetings: (count: number) =>
    `Tư liệu hiện có nêu ${times(count)} nhưng không ghi rõ năm, nên chưa biết lần nào sớm hay muộn hơn:`,
  /** Above articles that are about what is asked, beside the meetings of an answer. */
  further: (articles: number) =>
    `Ngoài ra, có ${number(articles)} bài viết khác nói về nội dung này:`,
  /** Above such articles where no meeting is recorded. */
  onlyFurther: (articles: number) => `Có ${number(articles)} bài viết nói về nội dung này:`,
  /** Above sentences that tell of other meetings in passing. */
  earlier: (count: number) => `Các bài viết còn nhắc đến ${times(count)} khác:`,
  /**
   * Above the members of a series of events, of which the one with the highest number is known or not (0).
   *
   * @param passed How many there were by that number, where all are asked for; else 0.
   */
  seriesTold: (members: number, highest: number, passed: number) =>
    `Tư liệu hiện có nêu ${times(members)}${highest > 1 ? `; mới nhất là lần thứ ${number(highest)}` : ""}${passed > members ? `, tức đã qua ${times(passed)}` : ""}:`,
  /** Above the earliest meeting where an article only mentions it, and above the earliest that one reports. */
  firstTold: "Lần sớm nhất được nhắc đến trong các bài viết:",
  /** Behind the line of a meeting: how many more the journey had, and on which other days. */
  sameTrip: (more: number, days: string) =>
    `(cùng ${number(more)} cuộc khác trong chuyến${days === "" ? "" : `: ${days}`})`,
  firstRecorded: "Lần sớm nhất có bài viết riêng:",
  /** Behind a list that was cut. */
  more: (count: number) => `… và ${times(count)} khác.`,
  /** Above visits that match but are only announced. */
  planned: (count: number) => `Ngoài ra, ${times(count)} mới được nêu là dự kiến, chưa tính:`,
  /** Nothing that matches took place, as far as is told; what is announced follows. */
  onlyPlanned: (asked: Asked, planned: number) =>
    `Tư liệu hiện có không nêu lần nào đã diễn ra; chỉ nêu ${times(planned)} dự kiến ${full(asked)}:`,
  /** Above visits of which no year is known, which a question about a time leaves out. */
  undated: (count: number) => `Ngoài ra, ${times(count)} không rõ năm, chưa tính:`,
  /** Behind a count in which several are of the same days. */
  sameJourney: "Lưu ý: các buổi tiếp, hội đàm trong cùng một chuyến được tính riêng.",
  /** Behind a count in which visits have no full date: they may be the same as others. */
  maySame: (count: number) =>
    `Lưu ý: ${times(count)} trong số này không rõ ngày hoặc năm, có thể trùng với lần khác.`,
  /** Nothing matches. */
  none: (asked: Asked, visits: number, years: YearRange) =>
    `Tôi không thấy tư liệu hiện có nêu lần nào ${full(asked)}. ${whatThereIs(visits, years)}`,
  /** Nothing matches in the time asked, and so many have no known year. */
  noneDated: (asked: Asked, undated: number) =>
    `Tôi không thấy tư liệu hiện có ghi rõ lần nào ${full(asked)}; có ${times(undated)} không rõ năm, nêu trong các bài dưới đây.`,
  /** Nothing that took place has a known year; those that have none follow. */
  noYear: (asked: Asked, undated: number) =>
    `Tư liệu hiện có nêu ${times(undated)} ${full(asked)} nhưng không ghi rõ năm, nên chưa biết lần nào sớm hay muộn hơn:`,
  /** Nothing is announced from today on. */
  noneNext: (asked: Asked, today: string) =>
    `Tôi không thấy tư liệu hiện có nêu lần nào ${full(asked)} từ ngày ${DATES.shortDay(today)} trở đi.`,
  /** A date that no calendar has. */
  impossible: (words: string, visits: number, years: YearRange) =>
    `Không có thời gian “${words}”. ${whatThereIs(visits, years)}`,
};

export type RegisterTexts = typeof register;

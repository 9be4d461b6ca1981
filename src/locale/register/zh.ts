import { askedTime, DATE_WORDS, shownDate } from "../dates.ts";
import { NUMBERS } from "../format.ts";
import type { Asked, AskedName, VisitLine, YearRange } from "../visits/texts.ts";
import { KIND, range } from "../visits/zh.ts";
import type { RegisterTexts } from "./vi.ts";

const number = NUMBERS.zh;
const DATES = DATE_WORDS.zh;

const delegation = ({ name, isPlace }: AskedName) => (isPlace ? `${name}代表团` : name);

/** Who met whom: "谅山接待中国代表团". */
function event({ host, guest, sides = [], place, person, kinds }: Asked): string {
  const at = place === undefined ? "" : `在${place}`;
  const [one, other] = sides;
  const noun = kinds?.includes("khảo sát") ? "考察" : kinds && "会谈、会见";
  if (host !== undefined && guest !== undefined) return `${host.name}${at}接待${delegation(guest)}`;
  if (guest !== undefined && place !== undefined)
    return noun === undefined
      ? `${delegation(guest)}访问${place}`
      : `${delegation(guest)}赴${place}${noun}`;
  if (host !== undefined) return `${host.name}${at}${noun ?? "接待来访"}`;
  if (guest !== undefined) return `${delegation(guest)}出访${noun ?? ""}`;
  if (one !== undefined && other !== undefined)
    return `${one.name}与${other.name}${at}${noun ?? "会面、会谈"}`;
  const who = one?.name ?? person;
  if (who !== undefined) return `${who}${at}参加${noun ?? "访问、会见或会谈"}`;
  if (place !== undefined && noun === undefined) return `${place}接待来访`;
  return `${at}${noun ?? "访问、会见或会谈"}`;
}

/** The whole of what was asked: when, who met whom, with whom, about what. */
function full(asked: Asked): string {
  const { host, guest, sides, person, topic, words, period: time } = asked;
  const named = [host, guest, ...(sides ?? [])].filter((one) => one !== undefined);
  const isNamed = named.some(({ name }) => name === person) || named.length === 0;
  const notes = [
    person === undefined || isNamed ? "" : `${person}参加`,
    topic === undefined ? "" : `涉及“${topic}”`,
    words === undefined ? "" : `提到“${words}”`,
  ].filter((one) => one !== "");
  return `${time === undefined ? "" : askedTime(time, DATES)}${event(asked)}${notes.length === 0 ? "" : `（${notes.join("，")}）`}`;
}

const times = (count: number) => `${number(count)}次`;

function visit({ kind, planned, date, host, guest, place }: VisitLine): string {
  const who =
    guest !== null && host !== null
      ? `${guest}，由${host}接待`
      : (guest ?? (host === null ? null : `由${host}接待`));
  const what = `${KIND[kind]}${planned ? "（计划）" : ""}`;
  return `${date}：${what}${who === null ? "" : ` – ${who}`}${place === null ? "" : `，地点：${place}`}`;
}

const whatThereIs = (visits: number, years: YearRange) =>
  visits === 0
    ? "现有资料中还没有访问、会见或会谈的记录。"
    : `现有资料共记载${number(visits)}次访问、会见和会谈${range(years)}。`;

const counted = (asked: Asked, visits: number, articles: number) =>
  `根据现有资料（${number(articles)}篇文章），${full(asked)}共${times(visits)}：`;

export const register: RegisterTexts = {
  visitDate: (date) => shownDate(date, DATES),
  visit,
  times,
  encounters: times,
  heading: {
    count: counted,
    list: counted,
    last: (asked) => `根据现有资料，${full(asked)}，最近一次是：`,
    first: (asked, visits) =>
      visits === 1
        ? `现有资料只记载了一次${full(asked)}：`
        : `根据现有资料，${full(asked)}，最早一次是：`,
    next: () => "现有资料中提到的近期安排：",
  },
  meetings: {
    count: (meetings, articles) => `${times(meetings)}，见${number(articles)}篇文章：`,
    list: (meetings, articles) => `${times(meetings)}，见${number(articles)}篇文章：`,
    last: () => "现有资料中最近的一次：",
    first: () => "现有资料中最早的一次：",
  },
  undatedMeetings: (count) => `现有资料提到${times(count)}，但未写明年份，无法判断先后：`,
  further: (articles) => `另有${number(articles)}篇文章谈到相关内容：`,
  onlyFurther: (articles) => `有${number(articles)}篇文章谈到相关内容：`,
  earlier: (count) => `文章还提到另外${times(count)}：`,
  seriesTold: (members, highest, passed) =>
    `现有资料提到${times(members)}${highest > 1 ? `；最新为第${number(highest)}次` : ""}${passed > members ? `，即已有${times(passed)}` : ""}：`,
  firstTold: "文章提到的最早一次：",
  sameTrip: (more, days) => `（同行程另有${number(more)}场${days === "" ? "" : `：${days}`}）`,
  firstRecorded: "有专门报道的最早一次：",
  more: (count) => `……另有${times(count)}。`,
  planned: (count) => `另有${times(count)}仅为计划，未计入：`,
  onlyPlanned: (asked, planned) =>
    `现有资料中没有已进行的记载，仅提到${times(planned)}计划中的${full(asked)}：`,
  undated: (count) => `另有${times(count)}年份不详，未计入：`,
  sameJourney: "注：同一次访问中的多场会见、会谈分别计算。",
  maySame: (count) => `注：其中${times(count)}日期或年份不详，可能与其他记录重复。`,
  none: (asked, visits, years) =>
    `在现有资料中没有找到${full(asked)}的记载。${whatThereIs(visits, years)}`,
  noneDated: (asked, undated) =>
    `在现有资料中没有找到明确的记载：${full(asked)}；另有${times(undated)}年份不详，见下列文章。`,
  noYear: (asked, undated) =>
    `现有资料记载了${times(undated)}${full(asked)}，但未写明年份，无法判断先后：`,
  noneNext: (_, today) => `现有资料中没有提到${DATES.shortDay(today)}以后的此类安排。`,
  impossible: (words, visits, years) => `没有“${words}”这样的时间。${whatThereIs(visits, years)}`,
};

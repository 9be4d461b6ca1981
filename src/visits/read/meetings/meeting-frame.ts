import { matchesIn, UNKNOWN_DATE } from "../../../language/text/index.ts";
import { type Side, type When, whenOf } from "../events/index.ts";
import {
  DATE,
  indexOf,
  isPlace,
  type NamedPlace,
  PARTY,
  type Party,
  PLACE,
} from "../names/index.ts";
import type { Camp, Camps } from "./camps.ts";
import { hostPlace } from "./meeting-sides.ts";
import { EVENT, ONLINE, PAST, SPOKEN } from "./meeting-words.ts";
import type { Line } from "./story.ts";

const ENDS = /(?<![\p{L}])(?:về đến|khép lại|kết thúc)(?![\p{L}])/u;
/** "Sáng nay (6/6)": the day itself stands in brackets. */
const IN_BRACKETS = new RegExp(`${DATE} ?\\((${DATE})\\)`, "u");

/** "Tại hội nghị diễn ra ngày 14/12, hai bên đánh giá …". */
const HELD_ON = new RegExp(`(?:diễn ra|tổ chức) (?:vào )?${DATE}`, "u");

/** The day of the first clause that tells one; the day of a return only where nothing else is told. */
export function whenIn(lines: readonly Line[], published: string | null): When | null {
  let best: When | null = null;
  for (const line of lines) {
    const { skeleton, role } = line;
    const { text } = skeleton;
    if (skeleton.dates.length === 0 || role === "title" || PAST.test(text)) continue;
    const isFirst = line === lines.find((one) => one.role === "body");
    if (lines.length > 1 && SPOKEN.test(text) && !isFirst && !HELD_ON.test(text)) continue;
    const bracket = IN_BRACKETS.exec(text);
    const at = bracket === null ? [] : [bracket.index + bracket[0].length - 2];
    const events = matchesIn(text, EVENT).map(({ index }) => index);
    const leading = /^[^\uE800-\uEBFF]{0,24}[\uE800-\uEBFF]/u.exec(text);
    if (leading !== null) events.push(leading[0].length - 1);
    // "barie được kéo lên lúc 9 giờ sáng nay": the first line tells the day of what the report is about.
    if (isFirst && events.length === 0)
      events.push(...matchesIn(text, /[\uE800-\uEBFF]/gu).map(({ index }) => index));
    for (const from of [...at, ...events]) {
      const when = whenOf(skeleton, from, from + 1, published);
      if (when === null || when.date === UNKNOWN_DATE || when.date.month === null) continue;
      if (ENDS.test(text) || when.weak) best ??= { ...when, weak: true };
      else if (when.date.day !== null || (when.endDate?.day ?? null) !== null) return when;
      else best ??= when;
    }
  }
  return best;
}

const VENUE = new RegExp(
  `(?<![\\p{L}])(tại|ở|qua(?! biên giới)) (?:[^.;,\\uE000-\\uE7FF]{0,30} )?(${PLACE}|${PARTY})`,
  "gu",
);
const GOAL = new RegExp(
  `(?<![\\p{L}])(?:thăm|sang|đến|tới|đi|lên)(?: [^.;\\uE000-\\uE7FF]{0,40})? (${PLACE})`,
  "u",
);

const HELD =
  /(?<![\p{L}])(?:diễn ra|tổ chức|hội đàm|buổi|lễ|chuyến đi|nơi)(?![\p{L}])[^.;]{0,40}$/u;

/** Where it was: "tại A" of its own line, else of those that say where it was held, else where the journey goes. */
export function placeIn(
  line: Line,
  own: readonly Line[],
  camps: Camps,
  receivers: Camp,
  host: Side,
): NamedPlace | null {
  // "họp trực tuyến", "tại điểm cầu A": each at home.
  if (own.slice(0, 3).some(({ skeleton }) => ONLINE.test(skeleton.text))) return null;
  let country: NamedPlace | null = null;
  let elsewhere = false;
  const embassy = host.people.some(({ position }) => /đại sứ|lãnh sự/iu.test(position ?? ""));
  for (const one of [line, ...own.slice(0, 4).filter((other) => other !== line)]) {
    const { text } = one.skeleton;
    const venues = matchesIn(text, VENUE)
      .filter(({ index }) => one === line || HELD.test(text.slice(0, index)))
      .map((match) => match[2]!);
    const goal = one === line ? GOAL.exec(text)?.[1] : undefined;
    for (const standIn of [...venues, ...(goal === undefined ? [] : [goal])]) {
      const place = placeOfStandIn(standIn, one);
      if (place === null) continue;
      const camp = camps.of(place);
      if (
        camp !== null &&
        camp !== receivers &&
        !embassy &&
        !/cửa khẩu|mốc|cầu/iu.test(place.text)
      ) {
        elsewhere = true;
        continue;
      }
      if (!place.whole) return place;
      if (camp === receivers) country ??= place;
    }
  }
  if (elsewhere || embassy) return receivers === "away" ? country : null;
  const home = hostPlace(host);
  // "vui mừng đón đoàn đến Lạng Sơn": whoever receives there is the host.
  for (const { skeleton } of home === null ? [] : [line, ...own])
    for (const match of matchesIn(skeleton.text, COMING)) {
      const place = skeleton.places[indexOf(match[1]!)]!;
      if (place.text.includes(home!)) return place;
    }
  return receivers === "away" ? country : null;
}

const COMING = new RegExp(
  `(?<![\\p{L}])(?:tại|ở|đến|tới|thăm|lên|về)(?: [^.;,\\uE000-\\uE7FF]{0,24})? (${PLACE})`,
  "gu",
);

function placeOfStandIn(standIn: string, { skeleton }: Line): NamedPlace | null {
  if (isPlace(standIn)) return skeleton.places[indexOf(standIn)]!;
  const party: Party = skeleton.parties[indexOf(standIn)]!;
  if (party.kind !== "body" || party.organisation === null) return null;
  const { country, province, organisation } = party;
  return { start: 0, end: 0, text: organisation, country, province, whole: false };
}

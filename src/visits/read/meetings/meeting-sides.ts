import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { matchesIn } from "../../../language/text/index.ts";
import { emptySide, isGeneral, type Side } from "../events/index.ts";
import {
  indexOf,
  isPartyOf,
  isPlace,
  type NamedPlace,
  PARTY,
  type Party,
  PLACE,
} from "../names/index.ts";
import { type Camp, type Camps, standIns } from "./camps.ts";
import { holdsAny, RECEIVE_NEEDS } from "./head-rules.ts";
import { ONLINE, PAST, RECEIVE, SPOKEN } from "./meeting-words.ts";
import type { Line } from "./story.ts";

const AT: readonly string[] = ["tại ", "ở "];
/**
 * Who received, told by a verb: the pattern (group 1: a party or a place), its weight, whether that one is the host, and
 * what stands in every text that it matches.
 */
const WAYS: readonly (readonly [RegExp, number, boolean, (readonly string[])?])[] = [
  [new RegExp(`được (${PARTY})[^.;\\uE000-\\uE3FF]{0,60}${RECEIVE}`, "gu"), 8, true, ["được "]],
  [
    new RegExp(`(?<!được )(${PARTY})[^.;\\uE000-\\uE7FF]{0,50}?(?<!sự )${RECEIVE}`, "gu"),
    6,
    true,
    RECEIVE_NEEDS,
  ],
  [
    new RegExp(`(?<!được )(${PLACE})[^.;\\uE000-\\uE7FF]{0,12}${RECEIVE}`, "gu"),
    4,
    true,
    RECEIVE_NEEDS,
  ],
  [
    new RegExp(
      `(?:(?<!sự )${RECEIVE}(?!, ${PARTY})|chào mừng|hoan nghênh|chào đón)[^.;\\uE000-\\uE7FF]{0,40}(${PARTY})`,
      "gu",
    ),
    5,
    false,
    [...RECEIVE_NEEDS, "chào mừng", "hoan nghênh"],
  ],
  [
    new RegExp(`(?:tiếp|đón|tiễn)[^.;]{0,40} (?:là|có) [^.;\\uE000-\\uE7FF]{0,14}(${PARTY})`, "gu"),
    6,
    true,
    RECEIVE_NEEDS,
  ],
  [
    new RegExp(
      `(${PARTY})[^.;\\uE000-\\uE3FF]{0,60}?(?<![\\p{L}])(?:sang|(?:đến|tới)(?! nay| từ| lúc| khi| cuối| hết| ngày| dự)|thăm|lên đường|chào xã giao|đến chào|xuất cảnh|về nước|công du)(?![\\p{L}])`,
      "gu",
    ),
    3,
    false,
    ["sang", "đến", "tới", "thăm", "lên đường", "chào", "xuất cảnh", "về nước", "công du"],
  ],
  [
    new RegExp(
      `(?<![\\p{L}]|(?:nhắc|nói|cập|tính|biết|về|trở) )(?:thăm|sang|(?:đến|tới)(?! từ))[^.;\\uE000-\\uE7FF]{0,40} (${PLACE})`,
      "gu",
    ),
    3,
    true,
    ["sang", "đến", "tới", "thăm"],
  ],
  // "Đoàn rời thành phố A", "về tới A": those who travel are at home there.
  [
    new RegExp(
      `(?<![\\p{L}])(?:rời(?! khỏi vị)|về (?:tới|đến))[^.;,\\uE000-\\uE7FF]{0,24} (${PLACE})`,
      "gu",
    ),
    3,
    false,
    ["rời ", "về "],
  ],
  [new RegExp(`(?<![\\p{L}])(?:tại|ở) [^.;,\\uE000-\\uE7FF]{0,24}(${PLACE})`, "gu"), 1, true, AT],
  [
    new RegExp(`(?<![\\p{L}])(?:tại|ở) [^.;,\\uE000-\\uE7FF]{0,24}${PLACE}, (${PLACE})`, "gu"),
    1,
    true,
    AT,
  ],
  [
    new RegExp(
      `^[^.;,\\uE000-\\uEBFF]{0,40}(${PLACE})(?: \\([^()]{1,12}\\))?[^.;\\uE000-\\uE7FF]{0,16}[\\uE800-\\uEBFF]?(?: [^.;\\uE000-\\uE7FF]{0,8})? là nơi`,
      "gu",
    ),
    4,
    true,
  ],
  [
    new RegExp(`chuyến (?:đi|thăm|công tác)[^.;\\uE000-\\uE7FF]{0,24} (${PLACE})`, "gu"),
    3,
    true,
    ["chuyến "],
  ],
  [
    new RegExp(
      `(?<!(?:và|với|cùng|,) )(${PARTY}|${PLACE})(?!\\)? cùng )[^.;,\\uE000-\\uE7FF]{0,24} (?:tổ chức (?:lễ|buổi|cuộc|hội|giao lưu|chương trình|tiếp|đón)|đăng cai|làm lễ)`,
      "gu",
    ),
    2,
    true,
    ["tổ chức ", "đăng cai", "làm lễ"],
  ],
  [/(?<!\p{L})sự (?:đón|tiếp)[^.;\uE000-\uE3FF]{0,40} của ([\uE000-\uE3FF])/gu, 6, true],
  [
    /([\uE000-\uE3FF])[^.;\uE000-\uE7FF]{0,6}người (?:dẫn|dẫn đầu|làm trưởng) [\uE000-\uE3FF]/gu,
    6,
    false,
  ],
  [/phía khách có [^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, false],
  [/lời mời của [^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, true],
  [/chủ nhà[^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/gu, 4, true],
  [/([\uE000-\uE3FF])[^.;\uE000-\uE3FF]{0,20}(?:đoàn|phía|bên) chủ nhà/gu, 6, true],
  [/(?<!\p{L})khách (?:là|do) [^.;\uE000-\uE7FF]{0,14}([\uE000-\uE3FF])/giu, 4, false],
];

/** "đến Đại sứ quán A thăm", "chào xã giao UBND tỉnh": a body that somebody goes to is the host; group 1 is the party. */
const GONE_TO = new RegExp(
  `(?<![\\p{L}])(?:thăm|sang|đến|tới|chào)[^.;,\\uE000-\\uE7FF]{0,20} (${PARTY})`,
  "gu",
);
const GONE_TO_WEIGHT = 6;
/** "tại Bệnh viện A": the seat of a body is at the host's; group 1 is the party. */
const AT_BODY = new RegExp(
  `(?<![\\p{L}])(?:tại|ở) (?:trụ sở |hội trường |phòng họp |phòng khách |khuôn viên )?(${PARTY})(?! (?:làm trưởng|dẫn đầu))`,
  "gu",
);
const AT_BODY_WEIGHT = 1;

/** "gửi lời chúc tới A", "đưa nông sản sang A": words and goods come to A, nobody does. */
const SENT =
  /(?<!\p{L})(?:mời|gửi|chuyển|truyền đạt|lời (?:chúc|chào|cảm ơn|thăm hỏi)|nông sản|hàng hóa|hàng|vận tải|xe(?: [\p{Ll}]+){0,4}|xuất khẩu|nhập khẩu|vận chuyển)(?!\p{L})[^.;,]{0,60}(?:sang|đến|tới)(?!\p{L})[^.;,]{0,40}$/u;

/** "Sau chuyến thăm A của B": an earlier visit; "tại điểm cầu A": each at home. */
const EARLIER =
  /điểm cầu[^.;,]{0,24}$|(?<!\p{L})(?:sau|kể từ|kết quả(?: của)?|thành công của|nhận thức chung)(?!\p{L})[^.;,]{0,40}chuyến[^.;,]{0,60}$/u;

/** Behind these a sentence tells what is to be done some day, and by whom: "đề nghị nhận 60 cán bộ sang học tại A". */
const WISHED =
  /(?<!\p{L})(?:đề nghị|đề xuất|kiến nghị|thống nhất|nhất trí|đồng ý|mong|hy vọng)(?!\p{L})/u;

/** "Thượng tá A dẫn đầu đoàn Việt Nam; đoàn Trung Quốc do …": both have one. */
const OF_A_COUNTRY = /^đoàn (?:việt nam|trung quốc|lào|campuchia|hàn quốc|nhật bản)$/iu;

/** Which camp received: by verbs of receiving and coming, then by where it was; the Vietnamese where nobody did. */
export function hostOf(lines: readonly Line[], camps: Camps): Camp {
  const opening = lines.filter(({ role }) => role !== "caption").slice(0, 4);
  if (opening.some(({ skeleton }) => ONLINE.test(skeleton.text))) return "home";
  const votes: Record<Camp, number> = { home: 0.5, away: 0 };
  const other = (camp: Camp): Camp => (camp === "home" ? "away" : "home");
  const vote = (
    standIn: string | undefined,
    { skeleton }: Line,
    weight: number,
    host: boolean,
  ): void => {
    if (standIn === undefined) return;
    const one = isPlace(standIn)
      ? skeleton.places[indexOf(standIn)]!
      : skeleton.parties[indexOf(standIn)]!;
    const camp = camps.of(one);
    if (camp !== null) votes[host ? camp : other(camp)] += weight;
  };
  for (const [n, line] of lines.entries()) {
    const { text, parties, places } = line.skeleton;
    // Every way names somebody, or somewhere.
    if (parties.length + places.length === 0 || PAST.test(text) || looksBack(line)) continue;
    const early = line.role === "title" || n < 5 ? 1 : 0.34;
    if (early < 1 && SPOKEN.test(line.skeleton.text)) continue;
    const wished = line.role === "title" ? -1 : text.search(WISHED);
    const isTold = (before: string): boolean =>
      (wished < 0 || before.length <= wished) && !SENT.test(before);
    for (const [pattern, weight, host, needs] of WAYS)
      for (const match of holdsAny(text, needs) ? matchesIn(text, pattern) : []) {
        const before = text.slice(0, match.index + match[0].length);
        if (isTold(before) && !EARLIER.test(before)) vote(match[1], line, weight * early, host);
      }
    for (const [way, weight] of [
      [GONE_TO, GONE_TO_WEIGHT],
      [AT_BODY, AT_BODY_WEIGHT],
    ] as const)
      for (const match of matchesIn(text, way)) {
        const before = text.slice(0, match.index + match[0].length);
        if (parties[indexOf(match[1]!)]!.kind === "body" && isTold(before))
          vote(match[1], line, weight * early, true);
      }
    if (n < 4)
      for (const { one } of standIns(line))
        if (isDelegation(one)) {
          const camp = camps.of(one);
          if (camp !== null) votes[other(camp)] += 1;
        } else if (
          isPartyOf(one) &&
          /^(?:đại sứ|tổng lãnh sự|công sứ|đại biện)/iu.test(one.position ?? "") &&
          camps.of(one) === "away"
        )
          votes.home += 1;
  }
  return votes.away > votes.home ? "away" : "home";
}

const isDelegation = (one: Party | NamedPlace): boolean =>
  isPartyOf(one) && one.kind === "delegation" && !OF_A_COUNTRY.test(one.organisation ?? "");

/** "Năm 2022, đoàn A đã sang B": a year alone at the beginning tells of another time. */
function looksBack({ role, skeleton: { text, dates } }: Line): boolean {
  const at = /^[^.;:\uE000-\uEBFF]{0,20}([\uE800-\uEBFF])/u.exec(text)?.[1];
  const date = at === undefined ? null : (dates[indexOf(at)]?.date ?? null);
  return role === "body" && date !== null && date.year !== null && date.month === null;
}

/** Who represents a whole country. */
export const POST = /đại sứ|lãnh sự|tham tán|đại biện|công sứ/iu;

/** What the lines tell of a camp: its delegation or body, and where it comes from; the first lines count. */
export function sideOfCamp(camp: Camp, lines: readonly Line[], camps: Camps): Side {
  const side = emptySide();
  side.country = camp === "home" ? HOME_COUNTRY : camps.country;
  const unit = unitIn(camp, lines, camps);
  const bodies: { readonly organisation: string; readonly province: string | null }[] = [];
  for (const line of lines.slice(0, 6))
    for (const { one } of standIns(line)) {
      if (camps.of(one) !== camp) continue;
      side.province ??= one.province;
      if (!isPartyOf(one) || line.role === "title") continue;
      const { kind, organisation, province } = one;
      if (
        (kind === "delegation" || kind === "body") &&
        organisation !== null &&
        !isGeneral(organisation)
      )
        bodies.push({ organisation, province });
    }
  // The body of the very place that the title or the first sentence is about.
  const name = unit === null ? null : nameOfUnit(unit);
  const own = bodies.find(({ organisation }) => name === null || organisation.includes(name));
  const body = own ?? (unit === null ? bodies[0] : undefined);
  side.organisation = body?.organisation ?? unit;
  side.province = body?.province ?? side.province;
  if (camp === "home") side.province ??= camps.province.home;
  return side;
}

const nameOfUnit = (unit: string): string =>
  unit.replace(/^(?:thành phố|huyện|châu|thị|quận|hạt|xã|tx\.?|tp\.?) /iu, "");

/** What is no unit: a gate, a bridge, a waterfall. */
const GATE = /(?<![\p{L}])(?:cửa khẩu|mốc|lối|cầu|thác|chợ|cặp|km)(?![\p{L}])|hữu nghị/iu;

/** The finest unit that title or first lines name of a camp: "châu Hồng Hà"; null where only a province is. */
function unitIn(camp: Camp, lines: readonly Line[], camps: Camps): string | null {
  for (const line of lines.slice(0, 4))
    for (const { one } of standIns(line)) {
      const explained = camps.placeNamed(one);
      if (explained !== null && camps.of(one) === camp) return explained;
      if (isPartyOf(one) || one.whole || camps.of(one) !== camp) continue;
      const known = knownPlace(nameOfUnit(one.text))?.rank;
      if (known === "province" || GATE.test(one.text)) continue;
      const isUnit = /^(?:thành phố|huyện|châu|thị|quận|hạt|xã) /iu.test(one.text);
      if (
        isUnit ||
        (line.role === "title" && known === "town" && !GATE.test(line.skeleton.words.text))
      )
        return one.text;
    }
  return null;
}

/** The name of the unit, else of the province, that a side's own name tells. */
export function hostPlace({ organisation, province }: Side): string | null {
  const unit =
    /(?:thành phố|huyện|châu|thị|quận) (\p{Lu}[\p{L}\p{M}-]{0,20}(?: \p{Lu}[\p{L}\p{M}-]{0,20}){0,2})/u.exec(
      organisation ?? "",
    );
  return unit?.[1] ?? province;
}

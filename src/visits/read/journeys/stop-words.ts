import { matchesIn } from "../../../language/text/index.ts";
import type { Camps, Line } from "../meetings/index.ts";
import { indexOf, nameKey, PARTY, type Party } from "../names/index.ts";
import type { Travellers } from "./travellers.ts";

const VERB =
  "(?:làm việc|hội đàm|hội kiến|tọa đàm|gặp gỡ|gặp mặt|gặp|chào xã giao|chào|thăm|xem|tham quan|khảo sát|thị sát|giao lưu|dâng hương|dâng hoa|trao đổi|dừng chân|ghé|đến|tới)";
const SOME = (most: number): string => `[^.;:\\uE000-\\uE7FF]{0,${most}}?`;
/** What stands before those who act: nothing, a day, a place, a word of order. */
const AHEAD = "(?:^|[,;:] |[\\uE800-\\uEBFF],? |\\) )(?:và |rồi |sau đó,? |cả |các thành viên )?";
/** "Đoàn làm việc với …", "chúng tôi ngồi với …", "A và đoàn tới chào …". */
const GOES = new RegExp(
  `${AHEAD}(?:(?<d>đoàn(?: công tác| đại biểu)?|chúng tôi|khách|đoàn khách|đoàn bạn)(?! (?:viên|kết|thanh))|(?<p>${PARTY}))(?: (?:và|cùng) (?:đoàn|${PARTY}))?${SOME(40)}(?<!\\p{L})(?<v>${VERB})(?![\\p{L}\\p{M}])`,
  "gu",
);
/** "Đoàn khảo sát bến cảng": read as a delegation of that name. */
const SURVEYS = new RegExp(`${AHEAD}${PARTY}`, "gu");
/** "ông A tiếp đoàn", "bà B chủ trì buổi làm việc". */
const RECEIVES = new RegExp(
  `(?<p>${PARTY})${SOME(40)}(?<!\\p{L})(?<v>tiếp xã giao|tiếp đón|tiếp(?! tục| theo| cận| xúc| nối| thu| nhận)|đón tiếp|chủ trì|hội đàm|hội kiến|chiêu đãi)(?![\\p{L}\\p{M}])`,
  "gu",
);
/** "Bà A, Phó Châu trưởng B, cùng đồng chí C chủ trì": one of both travels. */
const CHAIR = new RegExp(
  `(?<p>${PARTY}),? (?:và|cùng|với)${SOME(24)}(?<q>${PARTY})${SOME(24)}(?<v>(?:đồng )?chủ trì|hội đàm|tọa đàm|hội kiến)(?![\\p{L}\\p{M}])`,
  "gu",
);
/** "Làm việc với …", "Hội đàm với …" at the beginning: a diary, a heading. */
export const NOTED =
  /^(?:[\uE800-\uEBFF]:? )?(?:\d{1,2} giờ(?: \d{1,2} phút)?\. )?(?:[-•*+] |\d{1,2}\. )?(?:(?:trên đường (?:về|đi)|buổi (?:sáng|chiều|tối)|sau đó|tiếp đó), )?(?<v>làm việc (?:với|tại)|hội đàm(?: (?:với|tại))?|tọa đàm với|gặp|chào(?! mừng)|thăm|khảo sát|tham quan|ghé)(?![\p{L}\p{M}])/u;
/** What a line says of a stop. */
export interface Match {
  readonly verb: string;
  /** Where the verb stands. */
  readonly index: number;
  /** Whoever receives, where the words say so. */
  readonly receiver: Party | null;
  /** Whoever goes there instead of the leader. */
  readonly lead: Party | null;
}

/** What a line says of a stop of those who travel; null where it tells none. */
export function matchOf(
  { skeleton: { text, parties } }: Line,
  camps: Camps,
  travellers: Travellers,
): Match | null {
  const at = (match: RegExpExecArray, verb: string) => match.index + match[0].length - verb.length;
  for (const { index, 0: said } of matchesIn(text, SURVEYS)) {
    const { organisation, leader } = parties[indexOf(said.at(-1)!)]!;
    // "Đoàn khảo sát Công ty A": what they went to see reads like their name, too.
    const verb = /^đoàn (khảo sát|giao lưu|tham quan)(?!\p{L})(?! (?:và|liên|của))/iu.exec(
      leader === null ? (organisation ?? "") : "",
    )?.[1];
    if (verb !== undefined) return { verb, index: index + said.length, receiver: null, lead: null };
  }
  for (const match of matchesIn(text, GOES)) {
    const { p, v = "" } = match.groups ?? {};
    const party = p === undefined ? null : parties[indexOf(p)]!;
    if (party === null || isTraveller(party, travellers))
      return { verb: v, index: at(match, v), receiver: null, lead: null };
    const isOwn = party.kind === "person" && camps.person(party)?.camp === travellers.camp;
    const isMeeting = isOwn && /^(?:gặp|hội|làm việc|tọa đàm|chào)/u.test(v);
    if (isMeeting) return { verb: v, index: at(match, v), receiver: null, lead: party };
  }
  for (const match of matchesIn(text, CHAIR)) {
    const { p = "", q = "", v = "" } = match.groups ?? {};
    const both = [parties[indexOf(p)]!, parties[indexOf(q)]!];
    const receiver = both.find(
      (party) => party.kind === "person" && !isTraveller(party, travellers),
    );
    if (receiver === undefined || !both.some((party) => isTraveller(party, travellers))) continue;
    return { verb: v, index: at(match, v), receiver, lead: null };
  }
  for (const match of matchesIn(text, RECEIVES)) {
    const { p = "", v = "" } = match.groups ?? {};
    const party = parties[indexOf(p)]!;
    if (party.kind !== "person" || isTraveller(party, travellers)) continue;
    if (ATTENDS.test(match[0])) continue;
    return { verb: v, index: at(match, v), receiver: party, lead: null };
  }
  const noted = NOTED.exec(text);
  return noted === null
    ? null
    : {
        verb: noted.groups!.v!.replace(/ (?:với|tại)$/u, ""),
        index: 0,
        receiver: null,
        lead: null,
      };
}

/** "A, Giám đốc Sở, tham gia hội đàm": one of those present. */
const ATTENDS = /(?<!\p{L})(?:tham gia|tham dự|dự|cùng dự)(?!\p{L})/u;

/** True for one of those who travel. */
export function isTraveller(party: Party, { names, side }: Travellers): boolean {
  if (party.kind === "delegation") return party.country === null || party.country === side.country;
  return (
    party.name !== null &&
    [...names].some(
      (name) => name === nameKey(party.name!) || name.endsWith(` ${nameKey(party.name!)}`),
    )
  );
}

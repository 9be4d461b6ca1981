import {
  fold,
  foldAligned,
  foldedWords,
  matchesIn,
  readOnce,
  type Term,
  terms,
} from "../../../language/text/index.ts";
import { bodiesNamed } from "../../../visits/read/index.ts";
import { bodiesOf } from "../../passages/index.ts";
import { attendanceAsked, findQuestionWords, type Question } from "../../question/index.ts";
import { type Demands, readDemands } from "./demands.ts";
import { isNeutral } from "./roles.ts";

/** What a question over several meetings wants of them. */
export type MeetingsWanted = "list" | "count" | "first" | "last";

/** A question that asks for meetings, or for what several of them have: whom, where, in which years. */
export interface MeetingsAsked {
  readonly wanted: MeetingsWanted;
  /**
   * Folded words that narrow them down beside names and times, those that stand side by side in pairs:
   * "phu nu", "khan quang" and "quang do", "15".
   */
  readonly subject: readonly string[];
}

/** Who meets, where and when: nouns of which a list is asked, folded. */
const LISTED =
  "doan|phai doan|khach|khach moi|lanh dao|bi thu|chu tich|dai su|tong lanh su|bo truong|thi truong|tinh|thanh pho|thanh|dia phuong|nuoc|quoc gia|huyen|doi tac|ai|vi|nguoi|ben|cuoc|buoi|chuyen|lan|dip|nam|ngay|su kien|hoat dong|hoi nghi|hoi dam|le ky|don vi|co quan|tap doan|doanh nghiep|nganh|so nganh|ban nganh|doan the|hoi|to chuc|luc luong|xa|phuong|thon|ban|truong doan|truong|vung|ky|phien|khoa|quan chuc|can bo|dai dien|noi|diem|don|tram|chau|cong ty|hiep hoi|trung tam|benh vien|vien|toa|toa an|cua khau|giam doc|cuc truong|huyen truong|tram truong";
/** "những đoàn nào", "các Bí thư Khu ủy nào", "mấy lần": several are meant. */
const SEVERAL = new RegExp(
  `(?:^| )(?:nhung|cac)(?: (?:${LISTED}))(?: (?!(?:ngay|hom|thang|luc|khi|noi|cho) nao)[a-z]{1,20}){0,6}? nao(?: |$)`,
  "u",
);
/** "từng gặp ai", "đã tiếp những ai": over all the time that is told of. */
const EVER = new RegExp(
  "(?:^| )(?:tung|da tung)(?: [a-z]{1,20}){1,8} (?:nhung ai|ai|dau|doan nao|nuoc nao|tinh nao|dia phuong nao)(?: |$)" +
    "|(?:^| )(?:ai|nguoi nao|vi nao|lanh dao nao|doan nao) (?:da )?tung(?: |$)" +
    `|^nhung (?:${LISTED})(?: [a-z]{1,20}){0,6}? (?:da )?tung `,
  "u",
);
/** "mỗi kỳ hôm nào", "ngày từng cuộc", "hai lần … là hôm nào", "những hôm nào": the days of several. */
const EACH =
  /(?:^| )(?:moi|tung) (?:ky|lan|cuoc|buoi|phien|dot|chuyen)(?: [a-z]{1,20}){0,4}? (?:hom|ngay|khi|luc|thang|nam|o) nao(?: |$)|(?:^| )(?:ngay|lich|moc|thoi gian) (?:cua )?(?:tung|moi|cac) (?:ky|lan|cuoc|buoi|phien|dot|chuyen)(?: |$)|(?:^| )(?:hai|ba|bon|[2-9]) (?:lan|ky|cuoc|buoi|phien|dot|dip|chuyen)(?: [a-z0-9]{1,20}){1,14}? (?:hom|ngay|khi|thang|nam) nao(?: |$)|(?:^| )(?:nhung|cac) (?:hom|dot|buoi|ngay|thang|nam|ky|phien|khi|luc) nao(?: |$)/u;
const NAMED_ALL = new RegExp(
  `^(?:cho |hay |xin )?(?:xin|biet|liet ke) (?:(?:cac |nhung )?(?:ngay|thoi gian|moc)) (?:cua )?(?:cac|nhung|tung) |^(?:(?:cho|hay|xin|minh|toi|em|vui long) ){0,4}(?:xin|biet|liet ke|ke) (?:cac|nhung|ro cac|cu the cac) (?:ngay|thoi gian|moc|lan|buoi|cuoc|phien|ky) |^(?:(?:xin|hay|cho biet|cho toi|vui long|giup|ban|toi) ){0,4}(?:liet ke|ke ten|ke ra|ke(?= (?:cac|nhung|giup))|danh sach|thong ke|diem lai) (?:(?:cac|nhung|tat ca|toan bo|tung|may|ra|giup|ho|lai|minh|toi) ){0,4}(?:${LISTED})(?: |$)|(?:^| )(?:danh sach|thong ke|nhung lan|cac lan|nhung nam nao|cac nam nao|nhung ai)(?: |$)`,
  "u",
);
/** "Năm tỉnh dự hội đàm là những tỉnh nào": a group that one article names. */
const GROUP =
  /(?:^| )(?:\d{1,2}|hai|ba|bon|nam|sau|bay|tam) (tinh|thanh pho|dia phuong|nuoc|huyen|xa|don vi|co quan|doanh nghiep|nguoi|can bo|dong chi) (?:[a-z0-9]{1,20} ){0,16}la (?:nhung |cac )?(?:\1 nao|ai)(?: |$)/u;
/** "Quý 4/2023 các tỉnh có hoạt động gì với …": all that happened in that time. */
const HAPPENED =
  /(?:^| )(?:co|dien ra)(?: (?:nhung|cac))?(?: (?:hoat dong|su kien|cuoc|buoi|chuyen)){1,2}(?: [a-z]{1,20}){0,3}? (?:gi|nao)(?: |$)/u;
/** "Năm 2025 đoàn Hàn Quốc nào đã sang": all that came in that time. */
const CAME =
  /(?:^| )(?:doan|phai doan|khach)(?: [a-z]{1,20}){0,4} nao (?:da |tung |duoc )?(?:sang|den|toi|vao|tham|ghe)(?: |$)/u;
/** Who and what is counted in "lượt": "bao nhiêu lượt lao động" asks for no meetings. */
export const COUNTED_BY_TURNS =
  "nguoi|khach|xe|phuong tien|hanh khach|du khach|hoc sinh|can bo|lao dong|cong nhan|cong dan|cu dan|dan|hoc vien|sinh vien|benh nhan|ho|hang|tau|container|chuyen bay";
const TIMES = new RegExp(
  `(?:^| )(?:bao nhieu|may) (?:lan|luot|cuoc|buoi|chuyen|doan|dip|phien|dot|phen|ban|ky)(?! (?:tre|be|ghi|thoa|sao|dich|tin|ve|${COUNTED_BY_TURNS})(?: |$))(?: |$)`,
  "u",
);
/** Whom two or more are joined with: "Yên Bái và Phú Thọ đã kết nối với địa phương nào". */
const PARTNER =
  /(?:^| )(?:voi|cung|sang|tham|den) (?:nhung |cac )?(?:dia phuong|tinh|thanh pho|nuoc|doi tac) nao(?: |$)/u;
/** Which of several, in the order of time, is asked. */
export const LAST =
  /(?:^| )(?:gan (?:day )?nhat|moi (?:day )?nhat|lan cuoi(?: cung)?|sau cung|sau chot|vua roi nhat)(?: |$)/u;
export const FIRST =
  /(?:^| )(?:dau tien|lan dau|som nhat|ket nghia(?: [a-z]{1,20}){0,6}? tu (?:nam|thang|hoi|khi|bao|hom|ngay) (?:nao|gio|bao nhieu)|(?:bat dau|khoi dau)(?: [a-z]{1,20}){0,5}? tu (?:nam|thang|hoi|khi|bao) (?:nao|gio|bao nhieu))(?: |$)/u;
const OWN: readonly (readonly [MeetingsWanted, RegExp])[] = [
  ["last", /\b(?:last time|latest|most recent(?:ly)?)\b|最近一次|上一次|最后一次|最新一次/iu],
  [
    "first",
    /\b(?:first time|earliest|first(?! (?:\p{L}{1,10}|\d{1,2}) (?:months|quarters|weeks|days)\b| (?:half|quarter|secretary|lady)\b))\b|第一次|首次|最早/iu,
  ],
  [
    "count",
    /\bhow many (?:(?:rounds|sessions) of )?(?:\p{L}{1,20} ){0,2}(?:times|delegations?|visits?|meetings?|receptions?|trips?|talks?|exchanges?)\b|多少次|(?<!第)几次|多少个代表团/iu,
  ],
  [
    "list",
    /\b(?:which|what) (?:\p{L}{1,20} )?(?:years|delegations|visits|meetings|provinces|prefectures|regions|counties|districts|cities|places|leaders|guests|officials|countries|partners|groups|ambassadors|envoys|consuls|secretaries|bodies|units|courts|unions|agencies|talks|exchanges|dates|days|occasions|universities|colleges|schools|institutions|sides|missions|hospitals|companies|firms|offices|sectors|departments)\b|\b(?:list|name) (?:all|the)\b|\bwhom? (?:all )?(?:has|have)\b|哪些(?!内容|方面|领域|问题|建议|事项|协议|文件)|哪几/iu,
  ],
];
/** Asked of a quarter or half a year, the days of all meetings in it are meant. */
const WHEN = /(?:^| )(?:hom|ngay|khi|luc) nao(?: |$)/u;
/** What happens at meetings; other verbs ask for what an article says within itself. */
const MEETS =
  /(?:^| )(?:tiep|don|tien|co mat|gop mat|hien dien|cu doan|gui doan|gap|gap go|tham|lam viec|hoi dam|hoi kien|toa dam|ngoi (?:voi|lai|cung|hoi dam)|trao doi|ky|ky ket|ket noi|ket nghia|hop tac|sang|den|di|du|chu tri|giao luu|hop|to chuc|cong tac|tham gia|tham du|ban|bai viet|qua lai|quan he|ghe|dat chan|xuat hien|tiep xuc|giao ban|hoi chan|trong cay|tai ngo|tham gia|ngoi)(?: |$)/u;
const OWN_MEETS =
  /meet|met|visit|receiv|host|talk|sign|exchange|deleg|会见|会谈|访问|接待|签署|交流|见/iu;

/** True where a question names what happens at meetings. */
export function asksOfMeeting({ searchText, text, language }: Question): boolean {
  const folded = foldedWords(searchText);
  return MEETS.test(folded) || (language !== "vi" && OWN_MEETS.test(text));
}

/** Reads a question for meetings of the register, told by its words alone; null for others. */
export function meetingsAsked(question: Question): MeetingsAsked | null {
  const { except, points, times } = readDemands(question);
  const { searchText, text, language } = question;
  const list = terms(searchText);
  const folded = list.map((term) => term.folded).join(" ");
  const foreign = language !== "vi";
  // Who else was there is told within an article.
  if (attendanceAsked(question) !== null) return null;
  const happened = HAPPENED.test(folded);
  if (!(happened || asksOfMeeting(question)) || GROUP.test(folded)) return null;
  const isOfMonths = times.some(({ first, last }) => first.month !== last.month);
  const isOfArrivals = times.some(({ first }) => first.day === null) && CAME.test(folded);
  const wanted =
    wantedOf(folded, foreign ? text : null) ??
    (except.length > 0 ||
    (isOfMonths && WHEN.test(folded)) ||
    (times.length > 0 && happened) ||
    isOfArrivals
      ? "list"
      : null);
  const isOfDays = isOfMonths || SEVERAL.test(folded) || EACH.test(folded);
  if (wanted === null || (wanted === "list" && points?.open && !isOfDays)) return null;
  return { wanted, subject: subjectAsked(question) };
}

/** The folded words of a question that narrow meetings down beside names, times and question words. */
export const subjectAsked = readOnce((question: Question): readonly string[] => {
  const { searchText, unmarked } = question;
  const { names: wanted, except } = readDemands(question);
  const names = [...wanted, ...except];
  const list = terms(searchText);
  const aligned = foldAligned(searchText);
  const asking = findQuestionWords(list, unmarked);
  const listed = listedAt(list);
  // "Ủy ban công tác liên hợp" is one name, whatever its words mean alone.
  const bodies = bodiesNamed(searchText).flatMap((body): Term[][] => {
    const start = searchText.indexOf(body);
    const own = list.filter((term) => start <= term.start && term.end <= start + body.length);
    const isPlaced = own.some((term) => names.some((name) => overlap(name, term)));
    // "Công an các tỉnh" is no body of that name.
    const isAny = own.some(({ folded }) => folded === "cac" || folded === "nhung");
    return own.length < LEAST_BODY || isPlaced || isAny ? [] : [own];
  });
  const asked = bodyWords(list);
  const general = saidOfAny(list);
  const tells = list.map((term, i) => {
    if (asked.some(({ from, to }) => i >= from && i < to)) return false;
    if (bodies.some((own) => own.includes(term)) || listed.has(i) || general.has(i)) return false;
    if (asking.some(({ from, to }) => i >= from && i < to)) return false;
    if (names.some((name) => overlap(name, term))) return false;
    if (/^\d{1,4}$/u.test(term.folded)) return isOrdinal(aligned, term.start);
    const word = unmarked ? term.folded : term.marked;
    const next = list[i + 1]?.folded;
    // "họp" is a meeting, "hợp tác" what it may be about.
    const meets = word === "họp" || (unmarked && word === "hop" && next !== "tac");
    return !isNeutral(word, unmarked) && !COMMON.has(term.folded) && !meets;
  });
  const words = list.flatMap((term, i) => {
    if (!tells[i]) return [];
    const next = list[i + 1];
    if (next !== undefined && tells[i + 1] && next.start === term.end + 1)
      return [`${term.folded} ${next.folded}`];
    return tells[i - 1] && list[i - 1]!.end + 1 === term.start ? [] : [term.folded];
  });
  return [
    ...bodies.map((own) => own.map(({ folded }) => folded).join(" ")),
    ...new Set(asked.map(({ name }) => name)),
    ...words,
  ];
});

/** Where a question names bodies that meet ("hải quan", "công an"), whatever their words mean alone. */
function bodyWords(list: readonly Term[]) {
  const folded = list.map((term) => term.folded);
  const text = ` ${folded.join(" ")} `;
  return bodiesOf({ searchText: text })
    .flat()
    .flatMap((name) => {
      const own = name.split(" ");
      return folded.flatMap((_, from) =>
        own.every((word, i) => folded[from + i] === word)
          ? [{ name, from, to: from + own.length }]
          : [],
      );
    });
}

/** Where the nouns stand of which a list is asked: "những ngành, đoàn thể nào". */
function listedAt(list: readonly Term[]): ReadonlySet<number> {
  const words = list.map(({ folded }) => folded);
  const text = ` ${words.join(" ")} `;
  const match = SEVERAL.exec(text) ?? NAMED_ALL.exec(text.trim());
  if (match === null) return new Set();
  const from = text
    .slice(0, match.index + 1)
    .split(" ")
    .filter(Boolean).length;
  const count = match[0].split(" ").filter(Boolean).length;
  const at = Array.from({ length: count }, (_, i) => from + i);
  return new Set(at.filter((i) => LISTED_WORDS.has(words[i] ?? "")));
}

/** The folded words of a question that say of what a list is asked ("những ngành, đoàn thể nào"); null where none do. */
export function nounListed(searchText: string): string | null {
  const text = ` ${foldedWords(searchText)} `;
  const match = SEVERAL.exec(text) ?? NAMED_ALL.exec(text.trim());
  return match === null ? null : ` ${match[0].trim()} `;
}

const LISTED_WORDS = new Set(LISTED.split(/[| ]/u));

/** A body of fewer words is told by them. */
const LEAST_BODY = 4;

const overlap = (name: Demands["names"][number], term: Term): boolean =>
  name.fullStart < term.end && term.start < name.end;

/** "lần thứ 15", "lần 6" tell which one of a series. */
const isOrdinal = (text: string, at: number) => /(?:lan|thu) $/u.test(text.slice(0, at));

/** Words of questions for meetings that no record need hold. */
const COMMON = new Set(
  "gui tien ket noi hoac hay du bao cao ky ban ve ta dia phuong doi tac lien quan tung nhat gan hien tai to chuc giua ong ba dong chi bai viet giao luu don vi co mat quy dip nhac neu ghi luc ngay nhau sang con nua nganh nhom qua lai quan he ngoi lanh dao xuc thi ra moi giu chuc vu cuong vi vai tro nhung cac giai doan giup dua tin bua bat dau lich cam dau tat theo phai".split(
    " ",
  ),
);

/** What is said of any of the meetings: "các tỉnh biên giới", "bên kia biên giới", "hội đàm trực tiếp", "đủ mọi ngành". */
const SAID_OF_ANY =
  /(?<= (?:tinh|huyen|dia phuong) )bien gioi(?= )|(?<= )(?:truc tiep|mat doi mat|(?:du )?(?:moi|tat ca cac) nganh|xuyen bien gioi|ben kia bien gioi|(?:qua|doc|hai ben|khu vuc) bien gioi|vung bien|hang (?:quy|nam|thang|tuan)|(?:phia|mien) (?:bac|nam)(?: cua ta)?)(?= )/gu;

/** Where in a question words stand that are said of any meeting. */
function saidOfAny(list: readonly Term[]): ReadonlySet<number> {
  const text = ` ${list.map(({ folded }) => folded).join(" ")} `;
  // "Cuộc gặp trực tiếp đầu tiên" leaves out those by video.
  if (FIRST.test(text)) return new Set();
  return new Set(
    matchesIn(text, SAID_OF_ANY).flatMap(({ 0: words, index }) => {
      const from = text.slice(0, index).split(" ").length - 2;
      return words.split(" ").map((_, i) => from + i);
    }),
  );
}

function wantedOf(folded: string, original: string | null): MeetingsWanted | null {
  if (LAST.test(folded)) return "last";
  if (FIRST.test(folded)) return "first";
  if (TIMES.test(folded)) return "count";
  if ([SEVERAL, EVER, NAMED_ALL, PARTNER, EACH].some((words) => words.test(folded))) return "list";
  if (original === null) return null;
  return OWN.find(([, words]) => words.test(original))?.[0] ?? null;
}

/** True where a question names more than the two places of a meeting, whose direction an article's words don't tell. */
export function isTelling({ names }: Demands, asked: MeetingsAsked | null): boolean {
  return names.some(({ kind }) => kind !== "place") || (asked?.subject.length ?? 0) > 0;
}

/** Nouns of what reports tell of visits, folded; other lists ask for the visits themselves. */
const WITHIN_REPORT =
  /(?:^| )(?:tinh|thanh pho|don vi|co quan|hoi nghi|hoi cho|van ban|van kien|noi|diem|cho|linh vuc|noi dung|viec|hoat dong|doanh nghiep|du an|san pham|mon|huyen|xa)(?: [a-z]+){0,3}? nao(?: |$)/u;

/** True where a list is asked of what one report tells within itself. */
export function asksWithin({ searchText }: Question): boolean {
  return WITHIN_REPORT.test(fold(searchText));
}

/** "Những ai đón đoàn?": who did it at one meeting is told by its sentences. */
export const asksWho = ({ searchText }: Question): boolean =>
  /(?:^| )nhung ai (?:da )?(?:don|tiep|tien|du|tham du|di|cung|thuoc)(?: |$)/u.test(
    fold(searchText),
  );

import type { RegisterIntent } from "./register-question.ts";

/** A visit, a meeting or a delegation, in folded Vietnamese. */
const DELEGATION =
  "(?:doan|phai doan)(?! (?:vien|the|ket|tau|xe|phim|ngua|truong))(?: (?:dai bieu|cong tac|doanh nghiep|can bo|khach|cap cao|lanh dao|quan chuc)){0,3}";
const EVENT =
  "(?:chuyen (?:tham|cong tac|cong du|lam viec|khao sat|di)|cuoc (?:gap go|gap|tiep xuc|tiep|hoi dam|hoi kien|lam viec|hop|tham)|buoi (?:tiep|lam viec|gap go|gap|hoi dam|hop)|le don|hoi dam|chuyen)(?! (?:bay|tau|xe|hang))(?:, | va | hay | hoac )?(?:chuyen )?(?:tham|lam viec|tiep xuc|hoi dam|tiep|gap)?";
const VISITS = `(?:(?:lan |luot )?(?:${DELEGATION}|${EVENT}))`;
/** Something is done between hosts and guests. */
const VERB =
  /(?:^| )(?:tham|tiep|don|gap|hoi dam|hoi kien|lam viec|sang|den|toi|di|trao doi)(?: |$)/u;
const MANY = "(?:bao nhieu|may)";

const COUNT = new RegExp(
  `(?:^| )(?:${MANY} ${VISITS}|(?:tong )?so (?:luong )?(?:cac )?${VISITS})(?: |$)`,
  "u",
);
const TIMES = new RegExp(`(?:^| )${MANY} (?:lan|luot)(?: |$)`, "u");
const LIST = new RegExp(
  `^(?:(?:xin|hay|vui long|cho biet|cho toi (?:biet|xem)) ){0,4}(?:liet ke|ke ten|ke ra|danh sach|thong ke|tat ca|nhung|cac)(?: (?:tat ca|toan bo|cac|nhung|danh sach)){0,4} ${VISITS}` +
    `|(?:^| )(?:nhung|cac) ${VISITS}(?: [a-z]{1,20}){0,3}? nao(?: |$)`,
  "u",
);
const WHICH = new RegExp(`(?:^| )${DELEGATION} (?:nao|gi)(?: |$)`, "u");
const WHOM =
  /(?:^| )(?:tiep|don|gap|gap go|hoi dam|hoi kien|lam viec|tiep don|don tiep|tiep xa giao)(?: voi| cung)? (?:nhung (?:ai|nguoi nao|vi khach nao|vi nao|khach nao)|nguoi nao|khach nao)(?: |$)/u;
/** "Đại sứ Hùng Ba đã thăm những tỉnh nào?" */
const WHERE =
  /(?:^| )(?:tham|den|di|sang|toi|cong du|khao sat|lam viec|qua|ghe)(?: (?:voi|tai|o|den|toi))? (?:(?:nhung|cac) (?:nuoc|tinh|thanh pho|noi|dia phuong|quoc gia|huyen|dat nuoc|dia diem|tinh thanh)(?: va [a-z]{1,20})? nao|nhung dau)(?: |$)/u;
/** Whom a host received in a year; without one, the question may be about an article's own meeting. */
const WHO = / (?:tiep|don|gap) ai$/u;
const YEAR = /\b\d{4}\b/u;
const ANY_VISITS = new RegExp(`(?:^| )${VISITS}(?: |$)`, "u");
const LAST = /(?:^| )(?:gan (?:day )?nhat|moi nhat|lan cuoi(?: cung)?|cuoi cung)(?: |$)/u;
const FIRST = /(?:^| )(?:dau tien|lan dau|som nhat)(?: |$)/u;
const NEXT =
  /(?:^| )(?:sap toi|sap den|sap (?=tham|sang|co)|toi day|thoi gian toi|sap dien ra|(?:lan|chuyen tham|doan) (?:tiep theo|ke tiep|sap toi)|tiep theo|(?:len )?ke hoach tham|du kien tham)(?: |$)/u;

/** Words of the asker's own language for which the Vietnamese rendering has none, or another one. */
const OWN_WORDS: readonly (readonly [RegisterIntent, RegExp])[] = [
  [
    "last",
    /\b(?:last|latest|most recent(?:ly)?)\b(?! (?:year|month|week))|最近一次|上一次|上次|最后一次|最新/iu,
  ],
  ["first", /\b(?:first|earliest)\b|第一次|首次|最早/iu],
  [
    "next",
    /\b(?:next|upcoming|planned|scheduled|coming)\b(?! to\b)|下一?次|即将|接下来|近期将|计划/iu,
  ],
];
const OWN_LIST: readonly RegExp[] = [
  /^(?:please )?(?:list|show|give me|name)\b.*\b(?:visit|meeting|delegation|reception|talk|trip)s?\b/iu,
  /\b(?:which|what) (?:\p{L}+ )?(?:delegation|visit|meeting|reception)s?\b/iu,
  /列出|有哪些|哪些(?:代表团|访问|会见|会谈|团)/iu,
];
const OWN_WHOM: readonly RegExp[] = [
  /\bwhom? (?:all )?(?:has|have|did) .{0,80}\b(?:met|meet|receive|received|hosted|host)\b/iu,
  /(?:会见|接见|接待|见)过?了?(?:哪些人|谁|哪些)/iu,
];
const OWN_WHERE: readonly RegExp[] = [
  /\b(?:which|what) (?:countries|provinces|places|cities|regions)\b.{0,80}\b(?:visit|visited|been|go|went|gone|travel|travelled|traveled)\b/iu,
  /(?:访问|去|到)过?了?(?:哪些|什么)(?:国家|省|地方|城市)/u,
];
const OWN_COUNT =
  /\bhow many (?:times|(?:[a-z]{1,20} ){0,2}(?:delegations?|visits?|meetings?|receptions?|trips?|talks?)\b)|多少(?:个|次|批)?.{0,4}(?:代表团|访问|会见|会谈|会晤|考察)|几(?:次|个代表团|批)|多少次/iu;

/** What a question wants of the register, and how sure that is; null where it is none for it. */
export interface FoundIntent {
  readonly intent: RegisterIntent;
  /** Ranges of the words that tell it, in the folded text. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  /** True where it may as well ask for what one article says. */
  readonly vague: boolean;
}

/**
 * Reads what is wanted.
 *
 * @param folded The Vietnamese question without marks, words parted by single spaces.
 * @param original The question as asked, where it is English or Chinese; else null.
 */
export function readIntent(folded: string, original: string | null): FoundIntent | null {
  const hit = (pattern: RegExp) => {
    const match = pattern.exec(folded);
    return match === null ? null : { start: match.index, end: match.index + match[0].length };
  };
  const own = (intent: RegisterIntent) =>
    original !== null && OWN_WORDS.some(([of, words]) => of === intent && words.test(original));
  const visits = hit(ANY_VISITS);
  const isAboutVisits = visits !== null || VERB.test(folded);
  const some = (...list: ({ start: number; end: number } | null)[]) =>
    list.filter((one) => one !== null);
  if (!isAboutVisits) return null;
  const count = hit(COUNT);
  const times = hit(TIMES);
  if (count !== null) return { intent: "count", ranges: [count], vague: false };
  if (times !== null && VERB.test(folded))
    return { intent: "count", ranges: [times], vague: false };
  if (original !== null && OWN_COUNT.test(original))
    return { intent: "count", ranges: some(visits), vague: false };
  const next = hit(NEXT);
  if (next !== null || own("next"))
    return { intent: "next", ranges: some(next, visits, hit(WHICH)), vague: false };
  for (const [intent, pattern] of [
    ["last", LAST],
    ["first", FIRST],
  ] as const) {
    const found = hit(pattern);
    if (found !== null || own(intent))
      return { intent, ranges: some(found, visits, hit(WHICH)), vague: intent === "first" };
  }
  const list = hit(LIST) ?? hit(WHOM);
  if (list !== null) return { intent: "list", ranges: [list], vague: false };
  // Whom somebody met once is told by its article as well: without a record nothing is refused.
  if (original !== null && OWN_WHOM.some((words) => words.test(original)))
    return { intent: "list", ranges: some(visits), vague: true };
  if (original !== null && OWN_LIST.some((words) => words.test(original)))
    return { intent: "list", ranges: some(visits), vague: false };
  const where = hit(WHERE);
  if (where !== null) return { intent: "list", ranges: [where], vague: true };
  if (original !== null && OWN_WHERE.some((words) => words.test(original)))
    return { intent: "list", ranges: some(visits), vague: true };
  const year = WHO.test(folded) ? hit(YEAR) : null;
  const which = hit(WHICH) ?? (year === null ? null : { ...year, end: folded.length });
  return which === null ? null : { intent: "list", ranges: [which], vague: true };
}

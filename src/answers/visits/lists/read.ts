import { foldAligned, hasMarks, terms } from "../../../language/text/index.ts";
import type {
  RegisterIntent,
  RegisterQuestion,
  VisitFilter,
  VisitKind,
} from "../../../model/index.ts";
import { type Named, namesIn, type Question } from "../../question/index.ts";
import {
  COUNTED_BY_TURNS,
  FIRST,
  isNeutral,
  LAST,
  type Role,
  readPeriod,
  roleOf,
  type TextRange,
} from "../asked/index.ts";

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
const TIMES = new RegExp(
  `(?:^| )${MANY} (?:lan|luot)(?! (?:${COUNTED_BY_TURNS})(?: |$))(?: |$)`,
  "u",
);
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
/** Of visits; elsewhere what was agreed "cuối cùng" is no last meeting. */
const LAST_VISIT = /(?:^| )cuoi cung(?: |$)/u;
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
  /\bhow many (?:times|(?:[a-z]{1,20} ){0,2}(?:delegations?|visits?|meetings?|receptions?|trips?|talks?)\b)|多少(?:个|次|批)?.{0,4}(?:代表团|访问|会见|会谈|会晤|考察)|(?<!第)几(?:次|个代表团|批)|多少次/iu;

/** What a question wants of the register, and how sure that is; null where it is none for it. */
interface FoundIntent {
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
function readIntent(folded: string, original: string | null): FoundIntent | null {
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
  // 第几次会谈: its number in a series is no count.
  if (!isAboutVisits || (original !== null && /第几/u.test(original))) return null;
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
    ["last", LAST_VISIT],
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

/** Longer questions ask for more than a visit can tell. */
const MAX_WORDS = 40;
/** Kinds of meetings that a question may mean by their own name; the others go by any. */
const KINDS: readonly (readonly [RegExp, readonly VisitKind[]])[] = [
  [
    /(?:(?:cuoc|buoi|lan) (?:hoi dam|hoi kien)|hoi (?:dam|kien)(?: voi)? nhung (?:ai|nguoi))(?![a-z])/u,
    ["hội đàm", "hội kiến"],
  ],
  [/(?:cuoc|buoi|chuyen|lan|di) khao sat(?![a-z])/u, ["khảo sát"]],
];
/** Answers that a register has: when it was, which visit it was, how many there were. */
const ANSWERED: Readonly<Record<RegisterIntent, ReadonlySet<Question["answerType"]>>> = {
  count: new Set(["number", "phrase", "list", "organisation"]),
  list: new Set(["person", "phrase", "list", "organisation", "number", "place"]),
  first: new Set(["date", "phrase", "organisation", "definition"]),
  last: new Set(["date", "phrase", "organisation", "definition"]),
  next: new Set(["date", "phrase", "organisation", "list", "definition"]),
};
/** "last" as the translation of a question has it where it is no "gần nhất": kéo dài. */
const LASTING = new Set(["keo", "dai"]);
const TOPIC =
  /(?:^| )(?:ve|lien quan den|chu de|noi dung|bao cao ve|ban ve)(?: (?:viec|van de|chu de))? $/u;
/** What an article tells within itself: parts of a question that no list of visits answers. */
const WITHIN =
  /(?:^| )(?:gom (?:bao nhieu|may|nhung)|bao nhieu nguoi|thanh vien|vi sao|tai sao|nhu the nao|ra sao|de lam gi|noi gi|phat bieu|muc dich|may gio|bao lau|may ngay)(?: |$)/u;

/**
 * Reads a question as one for the register of visits.
 *
 * @param today `YYYY-MM-DD`, in Vietnam.
 * @returns Null for questions that passages answer, and in doubt.
 */
export function readRegisterQuestion(question: Question, today: string): RegisterQuestion | null {
  const { text, searchText, language, answerType } = question;
  const list = terms(searchText);
  if (list.length === 0 || list.length > MAX_WORDS) return null;
  const folded = list.map((term) => term.folded).join(" ");
  if (WITHIN.test(folded)) return null;
  const found = readIntent(folded, language === "vi" ? null : text);
  if (found === null || !ANSWERED[found.intent].has(answerType)) return null;
  const aligned = foldAligned(searchText);
  const period = readPeriod(searchText, today);
  const names = namesIn(searchText).filter(
    ({ start, end }) => !period.ranges.some((range) => start < range.end && range.start < end),
  );
  const sides = filterOf(aligned, names, searchText);
  const used: TextRange[] = [
    ...period.ranges,
    ...names.map(({ fullStart, end }) => ({ start: fullStart, end })),
  ];
  const kind = KINDS.find(([pattern]) => pattern.test(aligned));
  const kindWords = kind?.[0].exec(aligned);
  if (kindWords) used.push({ start: kindWords.index, end: kindWords.index + kindWords[0].length });
  const isUsed = (start: number, end: number) =>
    used.some((range) => range.start <= start && end <= range.end);
  const unmarked = !hasMarks(searchText);
  const left = list.filter(
    (term) =>
      !isUsed(term.start, term.end) &&
      !isNeutral(unmarked ? term.folded : term.marked, unmarked) &&
      !(found.intent === "last" && LASTING.has(term.folded)),
  );
  const topic = left.length > 0 && TOPIC.test(aligned.slice(0, left[0]!.start));
  const rest = left.map((term) => searchText.slice(term.start, term.end)).join(" ");
  const counted = found.intent === "count";
  const filter: VisitFilter = {
    ...sides,
    ...(period.from !== null && { from: period.from }),
    ...(period.to !== null && { to: period.to }),
    // What was a visit in the record may have been talks as well: only a number means just these.
    ...(kind !== undefined && (counted || kind[1].includes("khảo sát")) && { kinds: kind[1] }),
    ...(rest !== "" && (topic && sides.topic === undefined ? { topic: rest } : { words: rest })),
  };
  // Who and when of a single visit is told by its article; words that mean nothing here are told there as well.
  if (rest !== "" && !topic && found.intent !== "count") return null;
  const bare = Object.keys(filter).length === 0;
  if (bare && found.vague) return null;
  return {
    intent: found.intent,
    filter,
    impossible: period.impossible,
    sure: rest === "" && !found.vague,
  };
}

/** Sides, place and people of the visits that are meant, each by the words beside its name. */
function filterOf(aligned: string, names: readonly Named[], text: string): VisitFilter {
  const filter: { -readonly [K in keyof VisitFilter]: VisitFilter[K] } = {};
  const sides: string[] = [];
  const marked = hasMarks(text);
  for (const { kind, name, end, fullStart } of names) {
    const tail = aligned.slice(end);
    const told = roleOf(aligned.slice(0, fullStart), tail);
    // "chuyến thăm Mike Pompeo tới Nhật Bản", as English has it: who goes on is no goal.
    const goesOn = /^ (?:toi|den|sang) /u.exec(tail);
    const isGoing =
      told === "place" &&
      goesOn !== null &&
      (kind !== "place" || names.some((other) => other.start === end + goesOn[0].length));
    const role: Role = isGoing ? "guest" : told;
    // Tone marks tell Hưng from Hùng, which only the search for a person heeds.
    // "bàn về Biển Đông": no side, what was talked about.
    if (kind === "place" && filter.topic === undefined && TOPIC.test(aligned.slice(0, fullStart))) {
      filter.topic = name;
      continue;
    }
    if (kind === "person" && filter.person === undefined && (marked || role === "side"))
      filter.person = name;
    else if (kind === "person" && role === "side") sides.push(name);
    if (kind === "person" && role === "place") continue;
    if (role === "host" && filter.host === undefined) filter.host = name;
    else if (role === "guest" && filter.guest === undefined) filter.guest = name;
    // Whom one visits is the host, where one goes the place.
    else if (role === "place" && kind === "office" && filter.host === undefined) filter.host = name;
    else if (role === "place" && kind === "place" && filter.place === undefined)
      filter.place = name;
    else if (kind !== "person") sides.push(name);
  }
  return sides.length > 0 ? { ...filter, sides } : filter;
}

import { fold, phraseSet, type Term, terms, twoWayPhrases } from "../../../language/text/index.ts";
import type { PointAct } from "../../../model/index.ts";
import { findQuestionWords, type Question } from "../../question/index.ts";
import { actsAmong, actsIn, FOLDED_ACT_OF, FOLDED_BARE, type FoundAct } from "./acts.ts";

/** Nouns by which a question asks for the matters or the outcome of talks; in reports they stand everywhere. */
const ASKED_NOUNS: readonly (readonly [PointAct, string])[] = [
  ["discussed", "vấn đề chủ yếu|vấn đề chính|chủ đề|chương trình nghị sự|trọng tâm"],
  ["agreed", "kết quả|thành quả|giải quyết"],
];
const NOUN_ACT = new Map(
  ASKED_NOUNS.flatMap(([act, words]) =>
    words.split("|").flatMap((word) => [word, fold(word)].map((form) => [form, act] as const)),
  ),
);
const NOUNS = twoWayPhrases(
  ASKED_NOUNS.flatMap(([, words]) => words.split("|")),
  new Set<string>(),
);

/** The nouns of a question that stand for an act, in order. */
function nounActs(list: readonly Term[], unmarked: boolean): FoundAct[] {
  const words = list.map(({ marked, folded }) => (unmarked ? folded : marked));
  return actsAmong(words, unmarked ? NOUNS.folded : NOUNS.marked, NOUN_ACT);
}

/** What a question asks of the minutes of a meeting. */
export interface PointsAsked {
  readonly acts: ReadonlySet<PointAct>;
  /** The question's words without those of the act and those that ask; indexes of `terms`. */
  readonly list: readonly Term[];
  /** Where the act's own words stand in `list`. */
  readonly act: FoundAct;
  /** Where the words that ask stand. */
  readonly asks: { readonly from: number; readonly to: number };
  /** Where the words that ask for another act stand: "A trao gì và B hứa gì"; null where one is asked. */
  readonly again: number | null;
  /** False where a noun of its own stands before the asking word: "cây cầu nào" wants one thing, not the points. */
  readonly open: boolean;
}

/** Nouns that stand for any point: "bàn việc gì", "trao đổi chuyện gì". */
export const ANY_POINT = new Set(
  "cùng cung điểm diem được duoc lo hộ ho đỡ do trợ tro thực thuc hiện hien nghiệm nghiem vật vat hướng huong pháp phap hoạch hoach việc viec chuyện chuyen gì gi cái cai điều dieu những nhung các cac nội noi dung vấn van đề de mảng mang lĩnh linh vực vuc món mon quà qua kiểu kieu thứ thu phần phan ý y kiến kien mấy may về ve cụ cu thể the thêm them với voi ra làm lam là la giúp giup nghiệp nghiep vụ vu đến den hạng hang mục muc văn van kiện kien bản ban ghi nhớ nho thỏa thoa thuận thuan tài tai liệu lieu biên bien".split(
    " ",
  ),
);
/** Nouns of which a question for whom, where or when asks: no points. */
const OTHER_ASKED =
  /^(?:ai|ngay|hom|thang|nam|gio|noi|dau|phuong|xa|huyen|tinh|pho|nuoc|truong|nguoi|vi|ong|ba|doan|khach|cho|bao|lan)$/u;

/** "nói gì" is no "nơi nào". */
const isSaying = (before: Term, asks: Term | undefined): boolean =>
  before.marked === "nói" || (before.folded === "noi" && asks?.folded === "gi");

const PLURAL = /(?:^| )(?:nhung|cac)(?: |$)/u;

/** Nouns by which "mấy" asks for the points themselves, folded. */
const MATTERS = phraseSet("viec|chuyen|dieu|de nghi|van de|noi dung|kien nghi|de xuat".split("|"));
const SEVERAL =
  /(?<!co )(?<!\p{L})may (?:viec|chuyen|dieu|de nghi|van de|noi dung|kien nghi|de xuat)(?!\p{L})/u;

/** The same of a second act before what asks for it. */
const AGAIN_REACH = 1;
/** How many words may stand between an act and what asks for its matter. */
const REACH = 14;

/**
 * Reads a question for what was discussed, asked for, agreed, given …: an act, and "gì", "nào", "ra sao" that ask for
 * its matter. Null for other questions.
 */
export function pointsAsked(
  text: string,
  unmarked: boolean,
  names: readonly { readonly end: number }[] = [],
): PointsAsked | null {
  const list = terms(text);
  const folded = list.map((term) => term.folded);
  const questionWords = findQuestionWords(list, unmarked);
  const isSeveral = (to: number) => MATTERS.longestAt(folded, to) > 0;
  const asking = questionWords.filter(
    ({ type, from, to }) =>
      type === "phrase" ||
      type === "list" ||
      // "xin bạn mấy việc": which ones; "có mấy điều": how many.
      (type === "number" && isSeveral(to) && folded[from - 1] !== "co"),
  );
  if (questionWords.length === 0) return headed(list);
  if (asking.length === 0) return null;
  const told = actsIn(list, unmarked);
  const acts = told.length > 0 ? told : nounActs(list, unmarked);
  for (const { from, to } of asking) {
    const before = list[from - 1];
    // "yeu cau Thien Bao nhung gi": the end of a name is none of them.
    const isName = before !== undefined && names.some(({ end }) => end === before.end);
    if (
      before !== undefined &&
      !isName &&
      OTHER_ASKED.test(before.folded) &&
      !isSaying(before, list[from])
    )
      continue;
    // "địa điểm nào": where.
    if (before?.folded === "diem" && list[from - 2]?.folded === "dia") continue;
    const near = [
      ...acts,
      ...(unmarked ? [...bareActs(list, from), ...actsBehind(names, list)] : []),
    ].filter(
      (act) =>
        (act.to <= from + 1 && from - act.to <= REACH) ||
        (act.from >= to && act.from - to <= 4) ||
        // "hội đàm những nội dung gì": the words that ask name the act.
        (act.from >= from && act.to <= to),
    );
    if (near.length === 0) near.push(...talksAbout(list, from));
    if (near.length === 0) continue;
    // The act whose object is asked is the last one before the question word; one behind it counts where none is before.
    const own =
      near.filter((act) => act.to <= from + 1).sort((a, b) => b.to - a.to || a.from - b.from)[0] ??
      near[0]!;
    const first = near.find((act) => act.from < own.from && own.from - act.to <= 3) ?? own;
    // "trao gì và hứa gì": what else is asked for.
    const further = asking
      .filter((one) => one.from > to)
      .flatMap((one) =>
        [...acts, ...(unmarked ? bareActs(list, one.from) : [])].filter(
          (act) => act.to <= one.from && act.to >= one.from - AGAIN_REACH,
        ),
      );
    return {
      acts: new Set([own.act, first.act, ...further.map(({ act }) => act)]),
      list,
      act: own.from < first.from ? own : first,
      asks: { from, to },
      again: further[0]?.from ?? null,
      open:
        to - from > 1 ||
        own.to >= from ||
        isSeveral(to) ||
        ANY_POINT.has(before?.folded ?? "") ||
        // "đề xuất ba điều gì", "nêu cách làm mới gì", as rendered questions have it: "đề xuất 3 gì".
        /^(?:\d{1,2}|hai|ba|bốn|mới)$/u.test(before?.marked ?? "") ||
        PLURAL.test(
          list
            .slice(Math.max(own.to, from - 5), to)
            .map(({ folded }) => folded)
            .join(" "),
        ),
    };
  }
  return null;
}

/** Nouns that ask by themselves at the head of a message: "Nội dung hội đàm Lạng Sơn – Sùng Tả", "kết quả buổi làm việc …". */
const HEADS: readonly (readonly [PointAct, RegExp])[] = [
  [
    "discussed",
    /^(?:cac |nhung )?noi dung(?: chinh)?(?: (?:cua|trong|tai))? (?=(?:buoi|cuoc|hoi dam|hoi kien|hoi nghi|tiep|lam viec|chuyen|phien))/u,
  ],
  [
    "agreed",
    /^(?:cac |nhung )?(?:ket qua|thong nhat|thoa thuan)(?: chinh)?(?: (?:cua|trong|tai))? (?=(?:buoi|cuoc|hoi dam|hoi kien|hoi nghi|tiep|lam viec|chuyen|phien|giua))/u,
  ],
  ["asked", /^(?:cac |nhung )?(?:de nghi|kien nghi|de xuat) (?:cua|tu) /u],
];

/** The points that a message asks for by no more than the noun at its head; null for other messages. */
function headed(list: readonly Term[]): PointsAsked | null {
  const text = list.map(({ folded }) => folded).join(" ");
  for (const [act, head] of HEADS) {
    const found = head.exec(text);
    if (found === null) continue;
    const to = found[0].trim().split(" ").length;
    return {
      acts: new Set([act]),
      list,
      act: { act, from: 0, to },
      asks: { from: 0, to },
      again: null,
      open: true,
    };
  }
  return null;
}

/** Talks that go before "về những vấn đề gì", folded. */
const TALKS = phraseSet(
  "hoi dam|hoi kien|lam viec|gap go|gap|tiep|toa dam|hop|hoi nghi".split("|"),
);
const ABOUT =
  /(?:^| )ve(?: (?:nhung|cac|mot so))?(?: (?:van de|noi dung|viec|chuyen|chu de|linh vuc))? $/u;

/** "Hội đàm với A về những vấn đề gì": the talks themselves are the act whose matter is asked. */
function talksAbout(list: readonly Term[], asks: number): FoundAct[] {
  const words = list.map(({ folded }) => folded);
  if (!ABOUT.test(`${words.slice(Math.max(0, asks - 5), asks).join(" ")} `)) return [];
  for (let at = asks - 1; at >= 0; at--) {
    const length = TALKS.longestAt(words, at);
    if (length > 0) return [{ act: "discussed", from: at, to: at + length }];
  }
  return [];
}

/** "nguyen van a noi voi doan …": without marks a word right behind a name is what that one does. */
function actsBehind(names: readonly { readonly end: number }[], list: readonly Term[]): FoundAct[] {
  return names.flatMap(({ end }): FoundAct[] => {
    const at = list.findIndex(({ start }) => start >= end);
    const act =
      at > 0 && BEHIND_NAMES.has(list[at]!.folded)
        ? FOLDED_ACT_OF.get(list[at]!.folded)
        : undefined;
    return act === undefined ? [] : [{ act, from: at, to: at + 1 }];
  });
}

/** Acts of one word that seldom are anything else right behind a name. */
const BEHIND_NAMES = new Set("mong noi muon tang khen nho hua coi moi neu xin mung".split(" "));

/** Acts of one word in a question typed without marks, with nothing but words for any point up to what asks. */
function bareActs(list: readonly Term[], asks: number): FoundAct[] {
  for (let at = asks - 1; at >= 0 && asks - at <= 6; at--) {
    const words = list.map(({ folded }) => folded);
    // "vừa qua": no gift.
    const isPast =
      words[at] === "qua" && /^(?:vua|gian|nam|thang|thong|trai)$/u.test(words[at - 1] ?? "");
    // "ky van ban gi": a paper, and nothing that is talked over.
    const isPaper = words[at] === "ban" && words[at - 1] === "van";
    if (!isPast && !isPaper && FOLDED_BARE.longestAt(words, at) === 1) {
      const act = FOLDED_ACT_OF.get(words[at]!);
      if (act !== undefined) return [{ act, from: at, to: at + 1 }];
    }
    if (!ANY_POINT.has(words[at]!)) break;
  }
  return [];
}

/** What no point of the minutes answers. */
const NO_POINTS: ReadonlySet<Question["answerType"]> = new Set([
  "person",
  "number",
  "time",
  "date",
]);

/** False where a question asks for a person, a number or a day, which points do not answer. */
export function asksPoints({
  language,
  answerType,
  text,
}: Pick<Question, "language" | "answerType" | "text">): boolean {
  if (!NO_POINTS.has(answerType)) return true;
  if (answerType === "number" && SEVERAL.test(fold(text))) return true;
  // What is asked of a rendered question is less sure, but for its own word for who.
  return language !== "vi" && !(answerType === "person" && OWN_WHO.test(text));
}

const OWN_WHO =
  /^(?:who|whom|which (?:\p{L}+ ){0,4}(?:secretary|chief|minister|official|leader|mayor|ambassador|governor|chairman|chairwoman|director|head)) |是谁|谁|哪位/iu;

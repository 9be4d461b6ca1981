import {
  fold,
  markedWords,
  type PhraseSet,
  phraseSet,
  type Term,
  twoWayPhrases,
} from "../../../language/text/index.ts";
import type { PointAct } from "../../../model/index.ts";
import { ACTS, ACTS_ABROAD } from "../../../visits/read/index.ts";

/**
 * What people say for an act besides the words of reports (`ACTS`). Of words that two acts have the act that stands
 * first here counts; a phrase of several words is taken before one of its words ("mong muốn" before "mong").
 */
const SPOKEN: Readonly<Record<PointAct, string>> = {
  discussed:
    "bàn luận|nói về|học hỏi|chia sẻ|nội dung|tham gia|rủ nhau|làm việc về|hội đàm về|nói chuyện|dự|tham dự|tham quan",
  proposed: "nêu|đưa ra|đề ra|chủ trương|mời gọi|rủ|tính|dự tính",
  asked:
    "nhờ|nhờ vả|nhờ cậy|cậy nhờ|xin|xin xỏ|đòi|đòi hỏi|kêu|kêu ca|giục|yêu sách|than phiền|phàn nàn|gửi gắm|ao ước|ước mong",
  agreed: "hẹn|kết luận",
  signed: "ký|ký thỏa thuận",
  given: "trao nhau|quà|món quà|phần quà|quà tặng|trao",
  thanked: "",
  assessed: "",
  announced: "báo cho|chia sẻ thông tin|trả lời|đáp",
  planned:
    "kế hoạch|trình|sẽ làm|định|ưu tiên|tập trung|đẩy mạnh|thúc đẩy|tăng cường|phối hợp|tiếp tục",
};

/** Words with a syllable of an act in them that are none: "đăng ký", "tính đến". */
const NO_ACT =
  "vừa qua|thời gian qua|năm qua|những năm qua|tháng qua|thông qua|trải qua|đăng ký|chữ ký|nhật ký|tính đến|tính từ|tính chất|tính theo|địa bàn|bàn giao|bàn ghế|quyết định|ổn định|nhất định|hiệp định|nghị định|quy định|xác định|chương trình|công trình|quy trình|hành trình|quá trình|trình độ|đáp ứng|nói chung|nói riêng|thư mời|lời mời|giấy mời|khách mời|dự án".split(
    "|",
  );

/** Acts that the words of people mix: who asks "đề xuất gì" is answered by "đề nghị", "mong". */
const NEAR: Readonly<Record<PointAct, readonly PointAct[]>> = {
  discussed: ["agreed", "proposed", "asked", "planned", "announced"],
  proposed: ["asked", "planned", "agreed"],
  asked: ["proposed", "planned"],
  agreed: ["planned", "signed", "discussed", "proposed"],
  signed: ["agreed"],
  given: [],
  thanked: ["assessed"],
  assessed: ["announced", "thanked"],
  announced: ["assessed", "planned", "proposed", "asked", "agreed", "thanked"],
  planned: ["agreed", "proposed", "announced"],
};
/** Everyday words once their marks are gone: bạn, mông, mượn, khách sạn … */
const NEEDS_MARKS = new Set([
  "bàn",
  "mong",
  "nêu",
  "mời",
  "tính",
  "rủ",
  "coi",
  "nói",
  "sẽ",
  "định",
  "ký",
  "đáp",
  "hẹn",
  "trình",
  "xin",
  "trao",
  "quà",
  "chốt",
  "mừng",
  "đòi",
  "khen",
  "tặng",
  "biếu",
  "tặng nhau",
]);
const ACT_OF = new Map<string, PointAct>();
export const FOLDED_ACT_OF = new Map<string, PointAct>();
for (const [act, list] of Object.entries(ACTS_ABROAD) as [PointAct, string][])
  for (const phrase of list.split("|")) ACT_OF.set(markedWords(phrase), act);
for (const [act, said] of Object.entries(SPOKEN) as [PointAct, string][]) {
  const rows = ACTS.filter((row) => row.act === act);
  for (const phrase of [said, ...rows.map(({ words }) => words)].join("|").split("|")) {
    if (phrase === "") continue;
    if (!ACT_OF.has(phrase)) ACT_OF.set(phrase, act);
    const folded = fold(phrase);
    if (!FOLDED_ACT_OF.has(folded)) FOLDED_ACT_OF.set(folded, act);
  }
}
const PHRASES = twoWayPhrases([...ACT_OF.keys(), ...NO_ACT], NEEDS_MARKS);
/** Typed without marks these count right before the words that ask: "ban gi", "muon hai ben". */
export const FOLDED_BARE = phraseSet([...NEEDS_MARKS].map(fold));

/** An act's words at `[from, to)` of some terms. */
export interface FoundAct {
  readonly act: PointAct;
  readonly from: number;
  readonly to: number;
}

/** The acts whose phrases stand in words, in order; of phrases that begin at one word the longest. */
export function actsAmong(
  words: readonly string[],
  phrases: PhraseSet,
  actOf: ReadonlyMap<string, PointAct>,
): FoundAct[] {
  const found: FoundAct[] = [];
  for (let from = 0; from < words.length; from++) {
    const length = phrases.longestAt(words, from);
    if (length === 0) continue;
    const act = actOf.get(words.slice(from, from + length).join(" "));
    if (act !== undefined) found.push({ act, from, to: from + length });
    from += length - 1;
  }
  return found;
}

/** The acts that a text tells of, in order. */
export function actsIn(list: readonly Term[], unmarked = false): FoundAct[] {
  return unmarked
    ? actsAmong(
        list.map(({ folded }) => folded),
        PHRASES.folded,
        FOLDED_ACT_OF,
      )
    : actsAmong(
        list.map(({ marked }) => marked),
        PHRASES.marked,
        ACT_OF,
      );
}

/** How near an act of a point comes to one that is asked for, 0 to 1. */
export function actNearness(asked: ReadonlySet<PointAct>, told: PointAct): number {
  if (asked.has(told)) return 1;
  return [...asked].some((act) => NEAR[act].includes(told)) ? 0.5 : 0;
}

import { fold } from "../../language/text/index.ts";
import type { Language } from "../../model/index.ts";

/** Work on the articles that a message wishes for, where all of it is the wish. */
type Wish =
  /** `topic` null: of what was just told. */
  | { readonly kind: "summary"; readonly topic: string | null }
  /** `topics` null: the two are not named. */
  | { readonly kind: "comparison"; readonly topics: readonly [string, string] | null }
  /** Of the last answer; `to` null: the message does not say into what. */
  | { readonly kind: "translation"; readonly to: Language | null };

/** A question that merely holds such a word ("Hai bên so sánh số liệu nào?") begins otherwise. */
const SUMMARY =
  /^(?:(?:hãy|hay|xin|bạn|ban|please|请)\s{0,9})?(?:tóm tắt|tom tat|tóm lược|tom luoc|tổng hợp|tong hop|summari[sz]e|summary of|sum up|总结|概括|概述|摘要)(?:\s{1,9}(?:giúp|giup|hộ|cho|lại|lai|me|us|mình|minh|tôi|toi|nội dung|noi dung|the)){0,9}(?:一下)?\s{0,9}/iu;
const COMPARISON =
  /^(?:(?:hãy|hay|xin|bạn|ban|please|请)\s{0,9})?(?:so sánh|so sanh|compare|comparison of|比较|对比)(?:\s{1,9}(?:giúp|giup|hộ|cho|me|us|mình|minh|tôi|toi|the)){0,9}(?:一下)?\s{0,9}/iu;
/** What parts the two that are compared, the surest first. */
const BETWEEN: readonly RegExp[] = [
  /\s(?:với|voi|with|versus|vs\.?|to)\s/iu,
  /和/u,
  /\s(?:và|va|and)\s|[与跟同]/iu,
];
const LED = /^(?:giữa|giua|between|the difference between)\s{1,9}/iu;
const SHORTEST_TOPIC = 4;

/** What was just told, folded, as a whole topic. */
const JUST_TOLD =
  /^(?:(?:bai|tin|noi dung|cuoc hop|cuoc gap|buoi (?:tiep|lam viec|hop|gap)|chuyen (?:tham|di)|cau tra loi|van ban|doan)(?: (?:bao|viet|tren|nay|do|ay|kia|vua roi|vua|truoc)){0,3}|no|viec (?:nay|do|tren)|(?:it|this|that|these|the above|above)|(?:this|that|the)? ?(?:article|meeting|visit|answer|text|story)|(?:这|那|该|此|上面|上述|以上|刚才)(?:篇|次|个|场|段|的)?(?:文章|报道|会见|会谈|访问|回答|内容|答案)?|它|文章|内容)?$/u;
const COURTESY =
  /(?: (?:di|nhe|nha|voi|a|giup|ho|gium|dum|cho|toi|minh|em|duoc khong|xem|please|for me|thanks)){1,6}$|(?:一下|吧|好吗|可以吗|谢谢){1,3}$/u;

const TO_LANGUAGE: readonly (readonly [RegExp, Language])[] = [
  [/(?:^| )(?:anh|english|anglais)$|英文|英语/u, "en"],
  [/(?:^| )(?:viet|vietnamese)$|越南语|越南文|越文|越语/u, "vi"],
  [/(?:^| )(?:trung|trung quoc|hoa|chinese|mandarin)$|中文|汉语|华语|普通话/u, "zh"],
];
const OTHER_TONGUE = "(?:anh|viet|trung quoc|trung|hoa)";
const TRANSLATION: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:hay|xin|lam on|ban|bot|nho|co the) ){0,3}(?:phien )?dich(?: (?:lai|giup|ho|gium|dum|cho|toi|minh|em)){0,4}(?: (?:cau tra loi|cau|doan|doan trich|noi dung|thong tin|phan|no|cai)(?: (?:nay|do|tren|vua roi|vua|truoc|ay|kia|o tren)){0,2})?(?: (?:sang|ra|qua|thanh|bang))?(?: (?:tieng )?${OTHER_TONGUE})?$`,
    "u",
  ),
  new RegExp(`^(?:hay )?(?:tra loi|noi|viet|doc)(?: lai)? bang tieng ${OTHER_TONGUE}$`, "u"),
  /^(?:(?:please|pls|can you|could you|now) ){0,2}translate(?: (?:it|this|that|the above|your answer|(?:the|this|that)(?: (?:last|previous|above))? (?:answer|text|reply)))?(?: (?:into|to|in) (?:english|vietnamese|chinese|mandarin))?$/u,
  /^(?:(?:say|write|repeat|answer)(?: (?:it|this|that))?(?: again)? |and |now )?in (?:english|vietnamese|chinese|mandarin)$/u,
  /^(?:请|帮我|请帮我)?(?:把)?(?:这个|那个|上面的?|刚才的?|上一个|以上)?(?:回答|答案|内容|它|话)?(?:翻译|译)(?:一下)?(?:成|为|到)?(?:中文|汉语|华语|英文|英语|越南语|越南文|越文|越语)?$/u,
  /^(?:请)?用(?:中文|汉语|英文|英语|越南语|越语)(?:说|回答|再说一遍|说一遍)$/u,
];

/** Longer messages tell more than such a wish. */
const MAX_WISH_CHARS = 120;

const wordsOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]{1,200}/gu, " ")
    .trim();

/** The wish that a message is; null where it asks something. */
export function wishOf(text: string): Wish | null {
  const summary = SUMMARY.exec(text);
  if (summary !== null) {
    const topic = text.slice(summary[0].length);
    const isJustTold = JUST_TOLD.test(wordsOf(topic).replace(COURTESY, "").trim());
    return { kind: "summary", topic: isJustTold || isAllCourtesy(topic) ? null : topic };
  }
  const comparison = COMPARISON.exec(text);
  if (comparison !== null) return comparisonOf(text.slice(comparison[0].length));
  return translationOf(text);
}

const isAllCourtesy = (topic: string) => ` ${wordsOf(topic)}`.replace(COURTESY, "").trim() === "";

/** The two are parted by a word of their own. */
function comparisonOf(rest: string): Wish {
  const topics = rest.replace(LED, "").replace(/[\s?.!。？！]{1,9}$/u, "");
  for (const between of BETWEEN) {
    const parts = topics.split(between).map((part) => part.trim());
    const [one, other] = parts;
    if (parts.length !== 2 || one === undefined || other === undefined) continue;
    if (one.length >= SHORTEST_TOPIC && other.length >= SHORTEST_TOPIC)
      return { kind: "comparison", topics: [one, other] };
  }
  return { kind: "comparison", topics: null };
}

function translationOf(text: string): Wish | null {
  if (text.length > MAX_WISH_CHARS) return null;
  const words = wordsOf(text).replace(COURTESY, "");
  if (!TRANSLATION.some((pattern) => pattern.test(words))) return null;
  const to = TO_LANGUAGE.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return { kind: "translation", to };
}

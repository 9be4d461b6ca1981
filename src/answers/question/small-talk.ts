import { fold, foldedTerms, remembered, terms } from "../../language/text/index.ts";
import { detectLanguage } from "../../language/translate/index.ts";
import type { Language, TalkKind } from "../../model/index.ts";
import { withoutTeencode } from "./chat-words.ts";
import { TALK } from "./talk-table.ts";

/** Words of politeness and of emphasis around a message: they say nothing by themselves, but whose language it is. */
const SOFT_VI = new Set(
  "ban bot em anh chi ad b minh toi xin nhe nha nhen nhieu a ah oi roi r qua lam that luon day the vay zay z v rat het bet vai voi ta ha nhi di ca nguoi moi cua thoi sau".split(
    " ",
  ),
);

const TALK_PATTERNS = TALK.map(
  ([kind, language, messages]) =>
    [kind, language, new RegExp(`^(?:${messages.join("|")})$`, "u")] as const,
);

/** A message to the bot. */
interface Talk {
  readonly kind: TalkKind;
  /** Language of the words; null for words of no language ("ok"). */
  readonly language: Language | null;
}

/** Longer messages say more than a courtesy. */
const MAX_TALK_WORDS = 14;
/** Of several things that are said at once, the one that is answered. */
const WEIGHT: readonly TalkKind[] = [
  "complaint",
  "help",
  "identity",
  "maker",
  "goodbye",
  "thanks",
  "praise",
  "greeting",
  "acknowledged",
];

/** Messages whose talk is remembered: several steps ask for that of the message at hand. */
const KEPT = 50;

/** What a whole message says to the bot; null where it may ask something of the articles. */
export const talkOf: (text: string) => Talk | null = remembered(KEPT, (text) => {
  if (terms(text).length === 0)
    return SMILE.test(text.trim()) ? { kind: "acknowledged", language: null } : null;
  return (
    saidIn(text) ??
    saidIn(withoutTeencode(text)) ??
    (OUT_OF_SCOPE.test(fold(text)) ? { kind: "notMine", language: null } : null)
  );
});

/** "😂", ":))": nothing but a face or a thumb. */
const SMILE =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\s){1,60}$|^[:=;][-'^]?[()DPp3]{1,20}$/u;

/** What is said where all of a message is talk: "hiểu rồi, cảm ơn bạn nhé" is three pieces, the thanks count. */
function saidIn(text: string): Talk | null {
  const words = foldedTerms(text);
  if (words.length > MAX_TALK_WORDS) return null;
  /** What the words up to here say, by how many they are. */
  const said: (Talk[] | undefined)[] = [[]];
  for (const from of words.keys()) {
    const before = said[from];
    if (before === undefined) continue;
    for (let to = words.length; to > from; to--) {
      const piece = words.slice(from, to).join(" ");
      const talk = TALK_PATTERNS.find(([, , pattern]) => pattern.test(piece));
      if (talk !== undefined) said[to] ??= [...before, { kind: talk[0], language: talk[1] }];
    }
    if (SOFT_VI.has(words[from]!)) said[from + 1] ??= [...before, SOFT];
  }
  const pieces = said[words.length];
  const kind = WEIGHT.find((one) => pieces?.some((piece) => piece !== SOFT && piece.kind === one));
  if (pieces === undefined || kind === undefined) return null;
  const languages = pieces.map(({ language }) => language);
  return {
    kind,
    language: (["vi", "zh", "en"] as const).find((l) => languages.includes(l)) ?? null,
  };
}

/** "nhé", "bạn": it only says that the message is Vietnamese. */
const SOFT: Talk = { kind: "acknowledged", language: "vi" };

/** Work that no article does: sums, poems, translations, opinions, orders to the bot itself; folded. */
const OUT_OF_SCOPE = new RegExp(
  [
    // A day or a range of years is no sum.
    "^(?!\\d{1,4}[/.-]\\d{1,4}(?:[/.-]\\d{2,4})?[\\s?.!]{0,9}$)(?=[\\d\\s.,(]{1,20}[+*/x×:÷=^-])[\\d\\s.,+*/x×:÷=()^-]{1,80}(?:bang|la|=)?(?: may| bao nhieu)?\\s{0,4}[?.!]{0,9}$",
    "^\\d{1,12} (?:cong|tru|nhan|chia)(?: cho| voi)? \\d",
    "(?:ignore|disregard|forget) (?:\\w{1,20} ){0,3}(?:instructions?|prompts?|rules)|system prompt|you are now|act as",
    "(?:bo qua|quen) (?:\\w{1,20} ){0,4}(?:huong dan|chi dan|chi thi|quy tac)|dong vai|gia vo la",
    "^(?:hay |xin |ban )?(?:viet|lam|sang tac|ke|hat|soan)(?: giup| ho| cho)?(?: toi| minh| em)?(?: mot| 1)? (?:bai (?:tho|van|hat|luan|phat bieu|bao)|tho|doan (?:tho|van|code)|cau (?:tho|chuyen)|(?:buc|la) thu|chuyen cuoi|truyen|code|essay|email|dien van|bao cao)(?![a-z])",
    "^(?:hay |xin |ban )?(?:dich|translate)(?: (?:giup|ho|cho|sang|ra|cau|bai|doan|van ban|this|the|it|into|to))",
    "^(?:theo ban(?! ghi| ket| ky| hop| tin| bao| thoa| quan ly| to chuc| dan| do| cong| tuyen| chi| ngoai| lien)|theo y kien (?:cua )?ban|ban (?:nghi|thay|cam thay|danh gia|nhan xet|co y kien)|y kien (?:cua )?ban|quan diem (?:cua )?ban)(?![a-z])",
    "^(?:please )?(?:write|compose|draft)(?: me)?(?: an?| the)? (?:\\w{1,20} )?(?:poem|essay|story|song|letter|email|speech|article|report)|^tell (?:me )?a (?:joke|story)|^(?:what do you think|your opinion|in your opinion)|^(?:please )?translate (?!.{0,300}\\bwho\\b)",
    "忽略.{0,6}(?:指令|提示)|扮演|讲个笑话|写(?:一)?[首篇封](?:.{0,8})(?:诗|文章|作文|信)|^(?:请)?(?:把.{1,60})?翻译|你(?:怎么看|觉得|认为)",
  ].join("|"),
  "iu",
);

/**
 * Language of a reply to the bot itself: that of its words, but that people of every language say "hi" and "thanks";
 * else that of the asker; Vietnamese for "ok".
 */
export function languageOfTalk(
  { language }: Talk,
  asker: Language | undefined,
  text: string,
): Language {
  if (language === "vi" || language === "zh") return language;
  return (
    asker ?? language ?? (/[A-Za-z]{4}|\p{Script=Han}/u.test(text) ? detectLanguage(text) : "vi")
  );
}

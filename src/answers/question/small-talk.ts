import { fold, foldedTerms, terms } from "../../language/text/index.ts";
import { detectLanguage } from "../../language/translate/index.ts";
import type { Language, TalkKind } from "../../model/index.ts";
import { withoutTeencode } from "./chat-words.ts";

const BOT_VI = "(?:ban|bot|may|em|ad|admin|b|bro|chatbot)";
const NOT_VI = "(?:khong|ko|k|chang|cha|chua|dau)";
/** Words of politeness and of emphasis around a message: they say nothing by themselves, but whose language it is. */
const SOFT_VI = new Set(
  "ban bot em anh chi ad b minh toi xin nhe nha nhen nhieu a ah oi roi r qua lam that luon day the vay zay z v rat het bet vai voi ta ha nhi di ca nguoi moi cua thoi sau".split(
    " ",
  ),
);

/**
 * Pieces of messages with what they say; earlier rows win. They are read folded, without punctuation, with one spelling
 * of i and y, every Han character a word; the words of `SOFT_VI` may stand anywhere between them.
 */
const TALK: readonly (readonly [TalkKind, Language | null, readonly string[]])[] = [
  [
    "greeting",
    "vi",
    [
      "(?:kinh )?chao(?: buoi (?:sang|trua|chieu|toi))?|alo|lo|(?:ban|bot|ad|admin|em|b) oi",
      `(?:hom nay )?${BOT_VI} (?:co )?(?:khoe|the nao|an com)(?: ${NOT_VI})?`,
      `(?:${BOT_VI}|co ai) (?:co |con )?o (?:day|do)(?: ${NOT_VI})?`,
    ],
  ],
  [
    "help",
    "vi",
    [
      `${BOT_VI} (?:lam|biet|giup|tra loi|ho tro)(?: duoc| dc| toi)?(?: nhung| cac)?(?: viec| cau| cau hoi)? (?:gi|j|hoi gi|hoi nao|nao)`,
      `${BOT_VI} (?:co the )?(?:lam|giup|tra loi|ho tro)(?: duoc| dc)? (?:gi|j|nhung gi)(?: cho (?:toi|minh|em))?`,
      `(?:xin |can |cho )?(?:huong dan|hd|tro giup|giup do|giup|cuu|ho tro)(?: su dung| sd| cach dung)?(?: toi| minh| em)?`,
      `(?:huong dan|cach) (?:su dung|dung|hoi)(?: bot)?(?: nay)?(?: the nao| nhu the nao| ra sao)?`,
      `(?:hoi|dung|su dung)(?: bot| ban)?(?: nay)? (?:the nao|nhu the nao|ra sao|ntn|lam sao)`,
      `(?:lam sao|lam the nao) (?:de )?(?:hoi|dung|su dung)(?: bot)?(?: nay)?`,
      `(?:toi|minh|em) (?:co the |nen )?hoi (?:duoc )?(?:gi|nhung gi|ve gi|ve cai gi)`,
      "(?:(?:xem |co )?(?:cac |nhung |danh sach )?)(?:lenh|menu)(?: gi| nao)?",
      `(?:bot|chat bot|cai) nay (?:la gi|de lam gi|dung de lam gi)`,
    ],
  ],
  ["thanks", "vi", ["(?:chan thanh )?cam on|cam ta|cam un|camon|tks|thks|thank kiu"]],
  [
    "goodbye",
    "vi",
    [
      "tam biet|chao tam biet|hen gap lai|di day|ngu ngon|chuc ngu ngon|thoi nhe|thoi nha|pp|byee|bai bai|bb",
    ],
  ],
  [
    "complaint",
    "vi",
    [
      `(?:sao )?(?:tra loi |noi )?(?:sai|nham|(?:${NOT_VI} )(?:dung|chinh xac|lien quan)|lac de|linh tinh|lung tung|tao lao|vo van|nham nhi|te|do|chan|ngu|ngoc|dot|kem|cham|vo dung)(?: cau hoi)?`,
      `(?:cau tra loi|tra loi|thong tin|ket qua|cau)(?: nay| do| tren)?(?: bi)? (?:sai|nham|${NOT_VI} (?:dung|chinh xac|phai|lien quan))`,
      `${NOT_VI} (?:hieu|biet)(?: gi| cau hoi)?(?: ca| het)?`,
      `(?:dau|khong|ko|k) (?:phai|lien quan)(?: cau toi hoi)?`,
      `(?:do|bot|may|thang) (?:ngu|dien|khung|ngoc|dot)`,
      `(?:day )?(?:khong|ko|k) phai (?:cai|dieu|cau) (?:toi|minh|em) (?:hoi|can)`,
      `(?:toi|minh|em) ${NOT_VI} (?:hoi (?:cai|dieu|cau) (?:do|nay)|hai long)`,
      `(?:hoi mot dang tra loi mot neo|sao (?:ban |bot )?${NOT_VI} tra loi)`,
    ],
  ],
  [
    "praise",
    "vi",
    [
      `(?:tra loi )?(?:hay|gioi|tuyet|tuyet voi|tot|thong minh|chinh xac|dung|chuan|dinh|huu ich|nhanh)`,
    ],
  ],
  [
    "identity",
    "vi",
    [
      `(?:ten )?${BOT_VI} (?:la|ten(?: la)?) (?:ai|gi|cai gi|con gi)`,
      `${BOT_VI} bao nhieu tuoi`,
      `(?:co phai )?(?:${BOT_VI}|day) (?:co phai|la|phai)(?: la)?(?: mot)? (?:ai|bot|robot|may|nguoi|nguoi that|chatgpt|gpt|tri tue nhan tao|con nguoi|chatbot|chuong trinh|gemini|claude)(?: that)?(?: (?:khong|ko|k|hay (?:la )?(?:nguoi|may|bot|robot)|a|phai khong))?`,
    ],
  ],
  [
    "maker",
    "vi",
    [
      `(?:ai|nguoi nao|cong ty nao|don vi nao|ben nao) (?:da )?(?:tao ra|lam ra|viet ra|xay dung|phat trien|lap trinh|tao|viet|quan ly|dung sau) (?:ra )?${BOT_VI}(?: nay)?`,
      `${BOT_VI} (?:do|duoc)(?: ai| cong ty nao| don vi nao) (?:tao ra|lam ra|tao|lam|viet|phat trien|lap trinh)(?: ra)?`,
      `${BOT_VI} (?:nay )?(?:la )?cua (?:ai|co quan nao|don vi nao|cong ty nao)`,
    ],
  ],
  ["acknowledged", "vi", ["vang|da|u|uh|um|uhm|duoc|da hieu|hieu roi|ro roi", "xin loi"]],
  [
    "acknowledged",
    null,
    [
      "ok|oke|okay|okela|okie|oki|kk|uki|test",
      "ha(?:ha){1,5}|hi(?:hi){1,5}|he(?:he){1,5}|k{3,9}|lol|asdf|abc",
    ],
  ],
  [
    "greeting",
    "en",
    [
      "(?:hy|hello|hey|good morning|good afternoon|good evening)(?: (?:there|bot|everyone))?(?: how are you)?",
      "how are you(?: today| doing)?",
    ],
  ],
  [
    "help",
    "en",
    [
      "what (?:can you do(?: for me)?|do you know|is this(?: bot)?)",
      "help(?: me)?(?: please)?|sos",
      "how (?:do|can) i (?:use|ask)(?: (?:this|you|the bot|this bot))?|how does (?:this|it|this bot) work",
      "what can i ask(?: you)?",
      "instructions|commands|usage",
    ],
  ],
  [
    "thanks",
    "en",
    [
      "(?:ok |got it )?(?:many |much )?(?:thanks|thank you|thank u|thx|ty|cheers|appreciated)(?: (?:a lot|so much|very much|bot|there|you|again))*",
    ],
  ],
  [
    "goodbye",
    "en",
    [
      "(?:good ?bye|bye|bye bye|see you|see you later|see ya|take care|good night)(?: (?:bot|now|then|later))*",
    ],
  ],
  [
    "complaint",
    "en",
    [
      "(?:(?:that|this|it)(?: answer)? (?:is |s )|(?:you|your answer) (?:are |re |is )|s )?(?:wrong|incorrect|not right|not correct|not helpful|bad|useless|stupid|dumb|nonsense|bullshit)(?: (?:answer|bot|again))?",
      "(?:bad|stupid|dumb|useless) (?:bot|answer)",
      "you (?:don t|do not|didn t) understand(?: me)?|(?:i m|i am) not satisfied",
      "that s not what i asked|not what i asked",
    ],
  ],
  [
    "praise",
    "en",
    [
      "(?:that is |that s |you are |you re )?(?:very |so )?(?:great|good|nice|cool|awesome|perfect|excellent|well done|amazing|smart|correct|right)(?: (?:job|bot|answer|work))?",
    ],
  ],
  [
    "identity",
    "en",
    [
      "(?:who|what) are you",
      "what is your name|what s your name",
      "(?:are you|is this) (?:a |an )?(?:real )?(?:ai|bot|robot|human|person|chatgpt|gpt|machine|program|real)(?: or (?:a |an )?(?:human|bot|robot|person|real))?",
    ],
  ],
  [
    "maker",
    "en",
    ["who (?:made|created|built|wrote|developed|programmed|runs) (?:you|this bot|this)"],
  ],
  ["acknowledged", "en", ["got it|i see|sorry|no problem"]],
  ["greeting", "zh", ["[你您] 好(?: 啊| 呀)?", "大 家 好", "早 上 好", "嗨", "在 吗"]],
  [
    "help",
    "zh",
    [
      "你 (?:能|会|可 以)(?: 帮 我)?(?: 做| 干| 回 答)? (?:什 么|啥)",
      "帮 助|帮 忙|帮 帮 我",
      "使 用 (?:说 明|方 法)",
      "(?:怎 么|如 何) (?:用|使 用|问)",
    ],
  ],
  [
    "thanks",
    "zh",
    ["(?:好 的? ?|非 常 |多 )?(?:谢 谢|感 谢|谢 了)(?: 你| 您| 啊| 啦| 了)*", "多 谢(?: 您| 你)?"],
  ],
  ["goodbye", "zh", ["再 见", "拜 拜", "晚 安"]],
  [
    "complaint",
    "zh",
    [
      "(?:(?:这 个 )?回 答 |你 )?(?:不 对|错 了|错 误|答 错 了|说 错 了)(?: 了| 吧)?",
      "(?:你 )?(?:太 |真 |好 )?(?:笨|蠢|傻|差 劲|没 用)(?: 了)?",
      "听 不 懂|答 非 所 问",
    ],
  ],
  ["praise", "zh", ["(?:太 |很 |真 |非 常 )?(?:好|棒|厉 害|不 错|聪 明)(?: 了| 啊)?"]],
  [
    "identity",
    "zh",
    [
      "你 是 (?:谁|什 么|机 器 人|人 工 智 能|真 人|人|a i)(?: 吗| 还 是 .{1,12})?",
      "你 叫 什 么(?: 名 字)?",
      "你 是 不 是 (?:机 器 人|人 工 智 能|真 人|人|a i)",
    ],
  ],
  [
    "maker",
    "zh",
    [
      "谁 (?:创 造|开 发|制 作|做|设 计)(?: 了)?(?: 的)? ?你(?: 的)?",
      "你 是 谁 (?:开 发|做|创 造) 的",
    ],
  ],
  ["acknowledged", "zh", ["好 的|嗯|知 道 了|明 白(?: 了)?|哈 哈|对 不 起"]],
];

/** The table with one expression a row, for whole pieces. */
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

/** What a whole message says to the bot; null where it may ask something of the articles. */
export function talkOf(text: string): Talk | null {
  if (terms(text).length === 0)
    return SMILE.test(text.trim()) ? { kind: "acknowledged", language: null } : null;
  return (
    saidIn(text) ??
    saidIn(withoutTeencode(text)) ??
    (OUT_OF_SCOPE.test(fold(text)) ? { kind: "notMine", language: null } : null)
  );
}

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

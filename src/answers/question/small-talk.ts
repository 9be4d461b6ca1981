import { fold, terms } from "../../language/text/index.ts";
import type { Language, TalkKind } from "../../model/index.ts";

/** A message to the bot. */
export interface Talk {
  readonly kind: TalkKind;
  /** Language of the words; null for words of no language ("ok"). */
  readonly language: Language | null;
}

const BOT_VI = "(?:ban|bot|may|em|ad|admin|chat bot|chatbot)";
/** Words of politeness around a message. */
const SOFT_VI =
  "(?: (?:ban|bot|em|anh|chi|ad|admin|b|nhe|nha|nhieu|a|ah|oi|roi|qua|lam|that|luon|day|the|vay|zay))*";

/** Whole messages, folded and without punctuation, with what they say; earlier rows win. */
const TALK: readonly (readonly [TalkKind, Language | null, readonly string[]])[] = [
  [
    "greeting",
    "vi",
    [
      `(?:xin )?(?:chao|chao buoi (?:sang|trua|chieu|toi)|kinh chao|alo|lo)(?: (?:ca nha|moi nguoi|buoi sang))?${SOFT_VI}`,
      `(?:hi|hello|hey|helo) (?:ban|bot|ad|em|moi nguoi|ca nha|b)${SOFT_VI}`,
      `(?:hom nay )?${BOT_VI} (?:co )?(?:khoe|the nao)(?: khong)?${SOFT_VI}`,
    ],
  ],
  [
    "help",
    "vi",
    [
      `${BOT_VI} (?:lam|biet|giup|tra loi|ho tro)(?: duoc| dc| toi)?(?: nhung| cac)?(?: viec| cau)? (?:gi|j|hoi gi|hoi nao)${SOFT_VI}`,
      `${BOT_VI} (?:co the )?(?:lam|giup|tra loi)(?: duoc)? (?:gi|j|nhung gi)(?: cho (?:toi|minh|em))?${SOFT_VI}`,
      `(?:xin |can )?(?:huong dan|tro giup|giup do|giup|cuu)(?: su dung| cach dung| toi| minh| voi)?${SOFT_VI}`,
      `(?:huong dan|cach) (?:su dung|dung|hoi)(?: bot)?(?: the nao| nhu the nao| ra sao)?${SOFT_VI}`,
      `(?:hoi|dung|su dung)(?: bot| ban)? (?:the nao|nhu the nao|ra sao|ntn|lam sao)${SOFT_VI}`,
      "(?:toi|minh|em) (?:co the )?hoi (?:duoc )?(?:gi|nhung gi|ve gi|ve cai gi)(?: vay| a| nhi)?",
    ],
  ],
  [
    "thanks",
    "vi",
    [
      `(?:xin |da |vang |ok |oke )?(?:cam on|cam ta|cam un|camon|tks|thks|(?:thank|thanks|thx)(?= (?:ban|bot|ad|em|nhe|nha|nhieu|b)))${SOFT_VI}`,
    ],
  ],
  [
    "goodbye",
    "vi",
    [
      `(?:xin |thoi )?(?:tam biet|chao tam biet|hen gap lai|di day|ngu ngon|chuc ngu ngon)${SOFT_VI}`,
      "(?:bye|bb|bai)(?: (?:ban|bot|nhe|nha|ad|em))+",
    ],
  ],
  [
    "complaint",
    "vi",
    [
      `(?:${BOT_VI} )?(?:tra loi |noi )?(?:sai|nham|khong dung|chua dung|ko dung|k dung|lac de|linh tinh|vo van|nham nhi|te|do|chan|ngu|ngoc|kem|cham|vo dung)${SOFT_VI}`,
      `(?:${BOT_VI} )?(?:khong|ko|k|chang|chua) (?:hieu|biet)(?: gi| cau hoi)?${SOFT_VI}`,
      `(?:khong|ko|k) (?:phai|lien quan)(?: the| vay| cau toi hoi)?${SOFT_VI}`,
      `(?:do|bot|may|thang) (?:ngu|dien|khung|ngoc)${SOFT_VI}`,
      "(?:day )?(?:khong|ko|k) phai (?:cai|dieu|cau) (?:toi|minh|em) (?:hoi|can)",
    ],
  ],
  [
    "praise",
    "vi",
    [
      `(?:${BOT_VI} )?(?:tra loi )?(?:rat |that |qua )?(?:hay|gioi|tuyet|tuyet voi|tot|thong minh|chinh xac|dung|chuan|xin|dinh|huu ich|nhanh)${SOFT_VI}`,
    ],
  ],
  [
    "identity",
    "vi",
    [
      `${BOT_VI} (?:la|ten(?: la)?) (?:ai|gi|cai gi|con gi)${SOFT_VI}`,
      `${BOT_VI} bao nhieu tuoi${SOFT_VI}`,
      `(?:co phai )?${BOT_VI} (?:co phai|la|phai)(?: la)?(?: mot)? (?:ai|bot|robot|may|nguoi|nguoi that|chatgpt|gpt|tri tue nhan tao|con nguoi|chatbot|chuong trinh|gemini|claude)(?: that)?(?: (?:khong|ko|k|hay (?:la )?(?:nguoi|may|bot)|a|phai khong))?${SOFT_VI}`,
    ],
  ],
  [
    "maker",
    "vi",
    [
      `(?:ai|nguoi nao|cong ty nao|don vi nao|ben nao) (?:da )?(?:tao ra|lam ra|viet ra|xay dung|phat trien|lap trinh|tao|viet|quan ly) (?:ra )?${BOT_VI}${SOFT_VI}`,
      `${BOT_VI} (?:do|duoc)(?: ai| cong ty nao| don vi nao) (?:tao ra|lam ra|tao|lam|viet|phat trien|lap trinh)(?: ra)?${SOFT_VI}`,
    ],
  ],
  [
    "acknowledged",
    "vi",
    [
      `(?:vang|da|da vang|u|uh|um|uhm|duoc|duoc roi|hieu roi|ro roi|ok|oke|okela|okie|okay|uki)(?: (?:ban|bot|em|ad|nhe|nha|a|roi|b|cam on))+|vang|da|da vang|u|uh|um|uhm|duoc|duoc roi|hieu roi|ro roi`,
    ],
  ],
  ["acknowledged", null, ["(?:ok|oke|okay|okela|okie|kk|uki|test)(?: (?:ok|oke))*"]],
  [
    "greeting",
    "en",
    [
      "(?:hi|hello|hey|good morning|good afternoon|good evening)(?: (?:there|bot|everyone))?(?: how are you)?",
      "how are you(?: today| doing)?",
    ],
  ],
  [
    "help",
    "en",
    [
      "what can you do(?: for me)?",
      "what do you know",
      "help(?: me)?(?: please)?",
      "how (?:do|can) i (?:use|ask)(?: (?:this|you|the bot|this bot))?",
      "what can i ask(?: you)?",
      "instructions|commands|usage",
    ],
  ],
  [
    "thanks",
    "en",
    [
      "(?:ok )?(?:many )?(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|very much|bot|there|you|again))*",
    ],
  ],
  [
    "goodbye",
    "en",
    ["(?:good ?bye|bye|bye bye|see you|see you later|good night)(?: (?:bot|now|then|later))*"],
  ],
  [
    "complaint",
    "en",
    [
      "(?:that is |that s |this is |it is |you are |you re |s )?(?:wrong|incorrect|not right|not correct|bad|useless|stupid|dumb|nonsense|bullshit)(?: (?:answer|bot|again))?",
      "(?:bad|stupid|dumb|useless) (?:bot|answer)",
      "you (?:don t|do not|didn t) understand(?: me)?",
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
      "are you (?:a |an )?(?:real )?(?:ai|bot|robot|human|person|chatgpt|gpt|machine|program|real)(?: or (?:a |an )?(?:human|bot|robot|person|real))?",
    ],
  ],
  [
    "maker",
    "en",
    ["who (?:made|created|built|wrote|developed|programmed|runs) (?:you|this bot|this)"],
  ],
  ["greeting", "zh", ["[你您] 好(?: 啊| 呀)?", "大 家 好", "早 上 好", "嗨"]],
  [
    "help",
    "zh",
    [
      "你 (?:能|会|可 以) (?:做|干|回 答) (?:什 么|啥)",
      "帮 助",
      "使 用 说 明",
      "怎 么 (?:用|使 用|问)",
    ],
  ],
  ["thanks", "zh", ["(?:非 常 |多 )?(?:谢 谢|感 谢|谢 了)(?: 你| 您| 啊| 了)*", "多 谢"]],
  ["goodbye", "zh", ["再 见", "拜 拜", "晚 安"]],
  [
    "complaint",
    "zh",
    [
      "(?:回 答 |你 )?(?:不 对|错 了|错 误|答 错 了|说 错 了)(?: 了| 吧)?",
      "(?:你 )?(?:太 |真 |好 )?(?:笨|蠢|傻|差 劲|没 用)(?: 了)?",
      "听 不 懂",
    ],
  ],
  ["praise", "zh", ["(?:太 |很 |真 |非 常 )?(?:好|棒|厉 害|不 错|聪 明)(?: 了| 啊)?"]],
  [
    "identity",
    "zh",
    [
      "你 是 (?:谁|什 么|机 器 人|人 工 智 能|真 人|人|ai)(?: 吗| 还 是 .{1,12})?",
      "你 叫 什 么(?: 名 字)?",
      "你 是 不 是 (?:机 器 人|人 工 智 能|真 人|人|ai)",
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
  ["acknowledged", "zh", ["好 的|嗯|知 道 了|明 白(?: 了)?"]],
];

const PATTERNS = TALK.map(
  ([kind, language, messages]) =>
    [kind, language, new RegExp(`^(?:${messages.join("|")})$`, "u")] as const,
);
/** Longer messages say more than a courtesy. */
const MAX_TALK_WORDS = 14;

/** What a whole message says to the bot; null where it may ask something of the articles. */
export function talkOf(text: string): Talk | null {
  const list = terms(text);
  if (list.length === 0 || list.length > MAX_TALK_WORDS) return null;
  const words = list.map((term) => term.folded).join(" ");
  for (const [kind, language, pattern] of PATTERNS)
    if (pattern.test(words)) return { kind, language };
  return OUT_OF_SCOPE.test(fold(text)) ? { kind: "notMine", language: null } : null;
}

/** Work that no article does: sums, poems, translations, opinions, orders to the bot itself; folded. */
const OUT_OF_SCOPE = new RegExp(
  [
    "^[\\d\\s.,+*/x×:÷=()^-]{1,80}(?:bang|la|=)?(?: may| bao nhieu)?\\s{0,4}[?.!]{0,9}$",
    "^\\d{1,12} (?:cong|tru|nhan|chia)(?: cho| voi)? \\d",
    "(?:ignore|disregard|forget) (?:\\w{1,20} ){0,3}(?:instructions?|prompts?|rules)|system prompt|you are now|act as",
    "(?:bo qua|quen) (?:\\w{1,20} ){0,4}(?:huong dan|chi dan|chi thi|quy tac)|dong vai|gia vo la",
    "^(?:hay |xin |ban )?(?:viet|lam|sang tac|ke|hat|soan)(?: giup| ho| cho)?(?: toi| minh| em)?(?: mot| 1)? (?:bai (?:tho|van|hat|luan|phat bieu|bao)|tho|doan (?:tho|van|code)|cau (?:tho|chuyen)|(?:buc|la) thu|chuyen cuoi|truyen|code|essay|email|dien van|bao cao)(?![a-z])",
    "^(?:hay |xin |ban )?(?:dich|translate)(?: (?:giup|ho|cho|sang|ra|cau|bai|doan|van ban|this|the|it|into|to))",
    "^(?:theo ban|theo y kien (?:cua )?ban|ban (?:nghi|thay|cam thay|danh gia|nhan xet|co y kien)|y kien (?:cua )?ban|quan diem (?:cua )?ban)(?![a-z])",
    "^(?:please )?(?:write|compose|draft)(?: me)?(?: an?| the)? (?:\\w{1,20} )?(?:poem|essay|story|song|letter|email|speech|article|report)|^tell (?:me )?a (?:joke|story)|^(?:what do you think|your opinion|in your opinion)|^(?:please )?translate (?!.{0,300}\\bwho\\b)",
    "忽略.{0,6}(?:指令|提示)|扮演|讲个笑话|写(?:一)?[首篇封](?:.{0,8})(?:诗|文章|作文|信)|^(?:请)?(?:把.{1,60})?翻译|你(?:怎么看|觉得|认为)",
  ].join("|"),
  "iu",
);

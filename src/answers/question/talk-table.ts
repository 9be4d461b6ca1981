import type { Language, TalkKind } from "../../model/index.ts";

/** Whoever talks to the bot calls it so; and says no so. */
const BOT_VI = "(?:ban|bot|may|em|ad|admin|b|bro|chatbot)";
const NOT_VI = "(?:khong|ko|k|chang|cha|chua|dau)";

/**
 * Pieces of messages with what they say; earlier rows win. They are read folded, without punctuation, with one spelling
 * of i and y, every Han character a word; the words of `SOFT_VI` may stand anywhere between them.
 */
export const TALK: readonly (readonly [TalkKind, Language | null, readonly string[]])[] = [
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

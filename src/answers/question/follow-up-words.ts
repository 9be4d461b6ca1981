import { POSITION_HEADS } from "../../language/names/index.ts";
import {
  fold,
  foldAligned,
  hasMarks,
  matchesIn,
  unifyTonePlacement,
} from "../../language/text/index.ts";
import type { Language } from "../../model/index.ts";

/** Words to be found as written with marks, and where they were typed without. */
interface TwoWayPattern {
  /** Range of the first place where the words stand, or null. */
  find(text: string): { readonly start: number; readonly end: number } | null;
}

// "doan do ai dan dau" is led by whom, not that delegation.
const BY_WHOM = "(?! (?:ai|ong|ba|dong chi|dau|vi|chu tich|pho|bi thu|nhung|nguoi))";

/**
 * Compiles an alternation of Vietnamese words; whole words are matched in any case. Words that carry marks
 * in the text must carry those of the pattern; words typed without any match it folded.
 *
 * @param source Words, spaces, `|` and `(?:…)`, with marks in the old tone placement; it may begin with `^`.
 */
function twoWayPattern(source: string): TwoWayPattern {
  const marked = new RegExp(`^(?:${source.replaceAll("^", "")})$`, "u");
  const folded = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${fold(source)})(?:(?<! do)|${BY_WHOM})(?![\\p{L}\\p{M}\\p{N}])`,
    "gu",
  );
  return {
    find(text) {
      for (const match of matchesIn(foldAligned(text), folded)) {
        const start = match.index;
        const end = start + match[0].length;
        const words = text.slice(start, end);
        if (!hasMarks(words) || marked.test(unifyTonePlacement(words.toLowerCase())))
          return { start, end };
      }
      return null;
    },
  };
}

type Finder = (text: string) => { readonly start: number; readonly end: number } | null;

const first =
  (pattern: RegExp): Finder =>
  (text) => {
    const match = pattern.exec(text);
    return match === null ? null : { start: match.index, end: match.index + match[0].length };
  };

const TITLES = [...POSITION_HEADS].sort((a, b) => b.length - a.length).join("|");
const ENGLISH_NOUNS =
  "ambassador|secretary|party secretary|president|minister|prime minister|chairman|governor|mayor|leader|official";

/** Words that stand for a person of the last exchange. */
export const PERSON_WORDS: Readonly<Record<Language, Finder>> = {
  vi: twoWayPattern(
    `(?:vị )?(?:${TITLES}) (?:ấy|này|đó)|(?:ông|bà|anh|chị|cô|ngài|cụ|vị|đồng chí|nhân vật|người) (?:ấy|này)|` +
      "(?:ông|bà|đồng chí|người|vị) (?:đó|kia)|(?:ông|bà|anh|chị|cô) ta",
  ).find,
  en: first(
    new RegExp(
      `\\b(?:he|him|his|she|her|(?:that|this|the same) (?:${ENGLISH_NOUNS}|person|man|woman))\\b`,
      "iu",
    ),
  ),
  zh: first(
    /(?<![其吉])[他她](?!们|人|乡|国)|此人|该人|[这那]位(?:大使|书记|主席|省长|市长|部长|总理|先生|女士|领导人?)?/u,
  ),
};

/** "Ông", "Bà" with no name behind them at the start of a question. */
export const BARE_HONORIFIC =
  /^(?:ông|bà)(?= (?:giữ|làm|là|có|đã|nói|phát biểu|sinh|quê|đến|dẫn|được) )/iu;

/** Words that stand for the place of the last exchange. */
export const PLACE_WORDS: Readonly<Record<Language, Finder>> = {
  vi: twoWayPattern(
    "(?:nơi|chỗ) (?:ấy|đó|này)|(?:ở|tại|đến|tới) (?:đó|đấy)|(?:tỉnh|thành phố|huyện|nước|địa phương) (?:ấy|đó|này)",
  ).find,
  en: first(
    /(?<!\b(?:is|are|was|were|be|been|has|have) )\bthere\b(?! (?:is|are|was|were|be)\b)|\b(?:that|this) (?:place|city|province|country)\b/iu,
  ),
  zh: first(/那里|那儿|当地/u),
};

/** Words that stand for the event, the delegation or the time of the last exchange. */
export const EVENT_WORDS: Readonly<Record<Language, Finder>> = {
  vi: twoWayPattern(
    "(?:chuyến thăm|chuyến đi|chuyến công tác|chuyến làm việc|chuyến|buổi tiếp|buổi làm việc|buổi gặp|buổi hội đàm|" +
      "buổi lễ|buổi|cuộc gặp|cuộc hội đàm|cuộc họp|cuộc tiếp|cuộc|hội nghị|sự kiện|lễ ký|thỏa thuận|hiệp định|dịp|" +
      "đoàn|phái đoàn|đoàn đại biểu|đoàn công tác) (?:ấy|đó|này)|(?:khi|lúc|hôm|ngày|năm|hồi|thời điểm) (?:ấy|đó)|" +
      "^(?:sau|trước) đó|^họ (?:đã|đang|sẽ|có|nói|ký|bàn|gặp|làm|trao đổi|thảo luận|thống nhất|đến|muốn|thăm|cam kết|đề nghị)",
  ).find,
  en: first(
    /\b(?:they|them|their)\b|\b(?:that|this|the same) (?:visit|trip|meeting|reception|event|agreement|delegation|day|year|time)\b|\bthose talks\b|\b(?:was|did) (?:it|that)(?: (?:take place|happen|held|last|end|begin|start|about|for|signed))?(?=[?.! ]*$)/iu,
  ),
  zh: first(
    /[他她它]们|该代表团|[这那]个代表团|[这那此该]次(?:访问|会见|会谈|会晤|活动|行程)?|当时|那天|那年|那时/u,
  ),
};

/** Words that link a question to the last one; what they lead is read without them. */
export const LEAD: Readonly<Record<Language, Finder>> = {
  vi: twoWayPattern(
    "^(?:(?:à|ừ|ờ|dạ|vâng|ok) )?(?:thế còn|vậy còn|thế thì|vậy thì|còn(?! (?:trai|gái|đường|số|tàu|dấu))|thế(?! (?:giới|kỷ|kỉ|hệ|vận))|vậy|và|nhưng)(?: nếu| về| như)?",
  ).find,
  en: first(/^(?:(?:and|but|so|ok|okay),? )?(?:what about|how about|and|but|so|then)\b/iu),
  zh: first(/^(?:那么|那(?![里儿次位个天年时场])|还有|然后)[，, ]*/u),
};

/** Words at the end that ask nothing of their own: "thì sao?", "呢？". */
export const TAIL: Readonly<Record<Language, RegExp>> = {
  vi: /(?<!\s)\s+(?:thì|thi)\s+(?:sao|thế nào|the nao|như thế nào|nhu the nao)(?:\s+(?:ạ|a|nhỉ|nhi|hả|ha|vậy|vay))?$/iu,
  en: /(?<!\s)\s+(?:then|too|as well)$/iu,
  zh: /(?:呢|又?如何|怎么样)$/u,
};

/** Words that may stand beside the new name or date of "còn đoàn Lào Cai thì sao?". */
export const BESIDE_NAMES: Readonly<Record<Language, RegExp>> = {
  vi: /^(?:ở|o|tại|tai|vào|vao|trong|về|ve|với|voi|của|cua|năm|nam|ngày|ngay|tháng|thang|tỉnh|tinh|thành|thanh|phố|pho|huyện|huyen|thị|thi|xã|xa|đoàn|doan|đại|dai|biểu|bieu|công|cong|tác|tac|hồi|hoi)$/iu,
  en: /^(?:in|on|at|to|from|with|of|the|a|one|ones|delegation|province|city|county|visit|year|about|what|for)$/iu,
  zh: /^[在于的省市县州年月日代表团从和与]$/u,
};

/** Prepositions that let a new place be added to a question that had none. */
export const PLACE_PREPOSITION: Readonly<Record<Language, RegExp>> = {
  vi: /(?:ở|tại|o|tai)\s$/iu,
  en: /\b(?:in|at)\s$/iu,
  zh: /在$/u,
};

/** What Vietnamese askers name in place of a question: "còn chức vụ?". */
export const ASPECTS: ReadonlyMap<string, string> = new Map([
  ["chuc vu", "giữ chức vụ gì"],
  ["chuc danh", "giữ chức vụ gì"],
  ["thoi gian", "khi nào"],
  ["ngay thang", "ngày nào"],
  ["dia diem", "ở đâu"],
  ["ly do", "vì sao"],
  ["nguyen nhan", "vì sao"],
  ["muc dich", "nhằm mục đích gì"],
  ["ket qua", "kết quả ra sao"],
  ["thanh phan", "thành phần gồm những ai"],
]);

/** Words of visits that name no visit: beside question words they leave a question without content of its own. */
export const BARE_WORDS: readonly string[] =
  "chủ trì|dẫn đầu|làm trưởng đoàn|trưởng đoàn|tiếp|đón|đón tiếp|gặp|gặp gỡ|ký|ký kết|hội đàm|diễn ra|tổ chức|kéo dài|tham dự|tham gia|dự|phát biểu|nói|trao đổi|bàn|thảo luận|đề nghị|cam kết|thống nhất|kết quả|mục đích|nội dung|thành phần|thời gian|địa điểm|người|đại biểu|giữ|chức vụ|chức|làm|đi|đến|có mặt|cùng|mời|đoàn|hai bên|cuộc gặp|buổi tiếp|buổi làm việc|chuyến thăm|chuyến đi|thỏa thuận|văn kiện|là|do|của|ở|tại|vào|trong|có|được|đã|những|các|với|và|còn|thế|vậy|thì|nữa|khác|cụ thể|chính xác|lúc|từ|gồm|về|ạ|nhỉ|hả|ra|này|đó".split(
    "|",
  );

/** English and Chinese questions without content of their own. */
export const BARE_QUESTION: Readonly<Record<"en" | "zh", RegExp>> = {
  en: /^(?:(?:with|by|to|from) )?(?:why|where|when|who|whom|how long|how many(?: (?:people|delegates|members|agreements))?|(?:at )?what time|(?:on )?(?:what|which) (?:date|day)|(?:in )?(?:what|which) (?:year|city|province|place)|what position|what for|for what purpose|what else|what (?:was|were) (?:discussed|signed|agreed|the purpose|the results?))(?: (?:else|exactly|not|then|was it|was that|were there|were present|led it|led the delegation|signed it|attended|took part))*$/iu,
  zh: /^(?:是|在|是在|又|还)?(?:为什么|为何|什么时候|何时|哪天|哪一天|几点|哪年|哪一年|在?哪里|在哪|哪儿|何地|在?什么地方|还?有?谁|[和跟与]谁|有?多少人|有?几个人|多久|多长时间|(?:担任|是)?什么职务|目的是什么|结果如何|谈了什么|签署?了什么)(?:呢|啊|的|了)*$/u,
};

/** A question for a position or for who somebody is: its subject is the person of the last answer. */
export const ABOUT_PERSON: Readonly<Record<Language, RegExp>> = {
  vi: /^(?:(?:giữ|giu|làm|lam)\s+)?(?:chức|chuc)|^(?:là|la)\s+ai$/iu,
  en: /^what position/iu,
  zh: /职务/u,
};

/** Words about the bot, about now or about all visits: such a question refers to nothing. */
export const NOT_ABOUT_VISITS =
  /(?<![\p{L}\p{M}])(?:bạn|mày|tao|tôi|mình|bot|you|your|ban ten|ban la|may gio roi|mấy giờ rồi|bao nhiêu chuyến|bao nhieu chuyen|mấy chuyến|may chuyen|what time is it|what day is it)(?![\p{L}\p{M}])|你|您/iu;

import { simplify } from "./han-viet.ts";
import type { Entry, WordClass } from "./lexicon.ts";

const WORDS: readonly (readonly [WordClass, string, string])[] = [
  ["q", "ai", "谁|何人|哪一位|哪位|什么人"],
  ["q", "khi nào", "什么时候|何时|几时|啥时候|什么时间"],
  ["q", "ngày nào", "哪天|哪一天|哪日|何日|几月几日|几月几号|几号|什么日期|哪一日"],
  ["q", "năm nào", "哪一年|哪年|何年"],
  ["q", "tháng nào", "哪个月|几月|哪一月|几月份"],
  ["q", "mấy giờ", "几点|几点钟"],
  ["q", "ở đâu", "在哪里|在哪儿|哪里|哪儿|何处|何地|在何地|在何处|什么地方|在什么地方"],
  ["q", "từ đâu", "从哪里|来自哪里|从哪儿"],
  ["q", "nước nào", "哪国|哪个国家|何国|哪一国|哪一个国家"],
  ["q", "bao lâu", "多久|多长时间|多长|几天几夜"],
  ["q", "bao nhiêu tuổi", "多大年纪|几岁|多大岁数"],
  ["q", "bao xa", "多远"],
  ["q", "cao bao nhiêu", "多高"],
  ["q", "vì sao", "为什么|为何|何以|为啥|因何|缘何|是什么原因|什么原因"],
  ["q", "như thế nào", "怎么|如何|怎样|怎么样|怎么办"],
  ["q", "lần thứ mấy", "第几次|第几届"],
  ["q", "thì sao", "怎么样呢"],
  [
    "m",
    "bao nhiêu",
    "多少|几|多少个|几个|多少份|几份|多少名|几名|多少位|几位|多少项|几项|多少家|几家|多少座|几座",
  ],
  ["m", "bao nhiêu lần", "多少次|几次"],
  ["m", "bao nhiêu đợt", "多少批|几批|几批次|多少批次"],
  ["m", "bao nhiêu ngày", "几天|多少天"],
  ["n", "bao nhiêu người", "多少人|几人"],
  ["n", "bao nhiêu tiền", "多少钱"],
  ["n", "dân số bao nhiêu", "多少人口"],
  ["n", "đợt", "批"],
  ["q", "gì", "什么|啥|何种|何|些什么|什么样的|什么样"],
  ["q", "những gì", "哪些内容|哪些事"],
  ["q", "nào", "哪|哪个|哪些|哪几|哪家|哪座|哪项|哪支|哪一个|哪几个|哪些个|哪一|哪次|哪份"],
  ["c", "là", "是|即|为"],
  ["c", "tại", "在|于"],
  ["c", "do", "由"],
  ["c", "được", "被|受到|受"],
  ["c", "từ", "来自"],
  ["c", "cho", "给|向"],
  ["c", "vì", "因|因为|由于"],
  ["c", "có", "有没有|有过"],
];

let table: Map<string, Entry> | undefined;

/** Chinese question words and particles that shape a question, simplified. */
export function questionWords(): ReadonlyMap<string, Entry> {
  if (table === undefined) {
    table = new Map();
    for (const [wordClass, vi, forms] of WORDS) {
      for (const form of forms.split("|")) table.set(form, { class: wordClass, vi });
    }
  }
  return table;
}

const DIGITS = new Map([..."〇零一二三四五六七八九"].map((char, i) => [char, Math.max(0, i - 1)]));
const NUMERAL = "〇零一二三四五六七八九十百两";
const COUNTED =
  "年|月|日|号|天|次|个|份|名|位|项|家|批|场|座|公里|小时|分钟|岁|周年|周|届|人|艘|辆|枚|亿|万|响|点|件|条|台|套|本|吨|篇|期|轮|支|种|类";
/** Places and sides that are counted; "两国" is a word of its own. */
const COUNTED_PLACES = "省|市|县|国|地|村|州|方";
const NUMBER = new RegExp(
  `(?<![统唯几${NUMERAL}])(?:([${NUMERAL}]{1,6})(?=${COUNTED})|([三四五六七八九])(?=${COUNTED_PLACES}))`,
  "gu",
);
/** "第五次", "第十六届": which of a series. */
const ORDINAL = new RegExp(`第([${NUMERAL}]{1,5})(?=[次届轮期])`, "gu");

/** Simplified characters, ASCII digits and letters, Chinese numerals before counted things as digits. */
export function prepareChinese(question: string): string {
  const narrow = question.normalize("NFKC");
  const whole = plainOrdinals(simplify(narrow))
    .replace(
      /(?:(\d{4})年)?第?([一二三四1-4])季度/gu,
      (_, year: string | undefined, quarter: string) => {
        const number = /\d/u.test(quarter) ? quarter : `${DIGITS.get(quarter)}`;
        return year === undefined ? ` quý ${number} ` : ` quý ${number} năm ${year} `;
      },
    )
    .replace(/在哪(?=$|[^\p{L}\p{N}]|举|召|会|签|见|接|住|工作)/u, "在哪里")
    // "代表团的团长是谁": who led it, not what a leader is.
    .replace(
      /[,，]?的?(?:团长|领队|带队人|(?:带队|率队|率团|带团|领队)的人?)是(?:谁|哪位)/u,
      "由谁率领",
    );
  return whole.replace(NUMBER, (numeral: string, ...rest) => {
    const at = rest.at(-2) as number;
    const after = whole[at + numeral.length];
    // "第三个": which one; "哪一天": any.
    if (whole[at - 1] === "第" || (whole[at - 1] === "哪" && numeral === "一")) return numeral;
    // 一 before a plain measure is often no number (一个, 一位), but it is one in a date.
    return numeral === "一" && !"年月日号".includes(after ?? "")
      ? numeral
      : `${numeralValue(numeral)}`;
  });
}

/** "第十六" as a number. */
function plainOrdinals(text: string): string {
  return text.replace(ORDINAL, (ordinal, numeral: string) =>
    numeral === "一" ? ordinal : `第${numeralValue(numeral)}`,
  );
}

/** Value of a Chinese numeral: 二〇二三 → 2023, 二十一 → 21, 一百零五 → 105. */
function numeralValue(numeral: string): number {
  if (!/[十百]/u.test(numeral)) {
    const text = [...numeral].map((char) => (char === "两" ? 2 : (DIGITS.get(char) ?? 0))).join("");
    return Number(text);
  }
  let total = 0;
  let digit = 0;
  for (const char of numeral) {
    if (char === "百" || char === "十") {
      total += (digit === 0 ? 1 : digit) * (char === "百" ? 100 : 10);
      digit = 0;
    } else digit = char === "两" ? 2 : (DIGITS.get(char) ?? 0);
  }
  return total + digit;
}

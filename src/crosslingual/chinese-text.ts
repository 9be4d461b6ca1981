import { simplify } from "./han-viet.ts";

const DIGITS = new Map([..."〇零一二三四五六七八九"].map((char, i) => [char, Math.max(0, i - 1)]));
const NUMERAL = "〇零一二三四五六七八九十百两";
const COUNTED =
  "年|月|日|号|天|次|个|份|名|位|项|家|批|场|座|公里|小时|分钟|岁|周年|周|届|人|艘|辆|枚|亿|万|响|点";
const NUMBER = new RegExp(`(?<![第统唯哪几${NUMERAL}])([${NUMERAL}]{1,6})(?=${COUNTED})`, "gu");

/** Simplified characters, ASCII digits and letters, Chinese numerals before counted things as digits. */
export function prepareChinese(question: string): string {
  const narrow = question.normalize("NFKC");
  const whole = simplify(narrow).replace(
    /在哪(?=$|[^\p{L}\p{N}]|举|召|会|签|见|接|住|工作)/u,
    "在哪里",
  );
  return whole.replace(NUMBER, (numeral, ...rest) => {
    const after = whole[(rest.at(-2) as number) + numeral.length];
    // 一 before a plain measure is often no number (一个, 一位), but it is one in a date.
    return numeral === "一" && !"年月日号".includes(after ?? "")
      ? numeral
      : `${numeralValue(numeral)}`;
  });
}

/** Value of a Chinese numeral: 二〇二三 → 2023, 二十一 → 21, 一百零五 → 105. */
export function numeralValue(numeral: string): number {
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

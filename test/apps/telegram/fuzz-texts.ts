/** Texts that break programs: each by itself, and put together at random. */
const PIECES = [
  "Ai tiếp đoàn Bằng Tường?",
  "ngày nào",
  "谁接待了代表团？",
  "Who received them?",
  "\u0000\u0001\u0007\u001b[31m",
  "\u202e\u2067đảo\u2069\u202c\u200f",
  "\ud800",
  "\udc00x",
  "🇻🇳👩‍👩‍👧‍👦🏳️‍🌈",
  "\u0301".repeat(40),
  "<b>đậm</b>",
  "</blockquote><a href='javascript:alert(1)'>x</a>",
  "&lt;&amp;&#60;&nbsp;&unknown;",
  "*_[x](http://y)`~||#+-={}.!\\",
  "'; DROP TABLE chunks; --",
  '" OR 1=1 NEAR(a b, 3) AND NOT * ^x col:y {a b} : x',
  "%s %d $BOT_TOKEN {{x}}",
  "[PAD][SEP][CLS]<unk><s>▁",
  "\ufeff\u200b\u200d\u00ad",
  "ﬁ①Ⅷ㎏Å",
  "\r\n\t\v\f\u2028\u2029",
  "[1] [99] (2)",
  "/ask",
  "/start@visits_test_bot",
  "/reindex full",
  "@visits_test_bot",
  "9".repeat(400),
  "../../etc/passwd",
  "https://bao.example/?a=1&b=<2>#:~:text=x",
  "31/02/0000 99/99/9999 tháng 13",
  " ",
  "",
] as const;

/** Whole texts at Telegram's limits. */
const LIMITS = [
  "\u0301".repeat(4096),
  "a".repeat(4096),
  "đ ".repeat(2048),
  "<".repeat(4096),
  "👍".repeat(2048),
  "?".repeat(1000),
  "\n".repeat(4096),
  "(".repeat(1000),
  `${"không ".repeat(160)}?`,
] as const;

export type Random = () => number;

export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)]!;

/** A text of at most 4,096 UTF-16 units, as Telegram delivers. */
export function oddText(random: Random): string {
  if (random() < 0.08) return pick(random, LIMITS);
  const count = 1 + Math.floor(random() ** 2 * 8);
  const pieces = Array.from({ length: count }, () =>
    random() < 0.15 ? String.fromCodePoint(Math.floor(random() * 0x10ffff)) : pick(random, PIECES),
  );
  return pieces.join(pick(random, ["", " ", "\n"])).slice(0, 4096);
}

import { datesIn } from "../../src/language/text/index.ts";
import type { Draw } from "./data.ts";

/** Words that say the same where they stand in such a report, both ways. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ["đề nghị", "kiến nghị"],
  ["nhất trí", "thống nhất"],
  ["đồng chí", "ông"],
  ["trao đổi", "thảo luận"],
  ["tăng cường", "đẩy mạnh"],
  ["nhấn mạnh", "khẳng định"],
  ["cho biết", "thông tin"],
  ["UBND", "Ủy ban nhân dân"],
  ["HĐND", "Hội đồng nhân dân"],
  ["tại", "ở"],
  ["phối hợp", "hợp tác"],
  ["tiếp", "đón tiếp"],
  ["bày tỏ mong muốn", "mong"],
  ["thời gian tới", "thời gian sắp tới"],
];
/** Clauses of a place or time at the head, which may as well stand at the end. */
const LEAD = /^((?:Tại|Trong|Nhân|Sáng|Chiều|Ngày|Sau)[^,]{4,70}), (?=[\p{L}\d"“])/u;
const ASIDE = / \([^()]{2,60}\)/u;
const LAST = /, (?:đồng thời|góp phần|nhằm|qua đó|trong đó|tạo)[^,;]{10,120}(?=\.$)/u;

function otherDate(text: string): string {
  for (const { date, kind, start, end } of datesIn(text)) {
    if (kind !== "date" || date?.day == null || date.month === null) continue;
    const { day, month, year } = date;
    const words = text.slice(start, end);
    const bare = /\d.*$/u.exec(words)?.[0] ?? "";
    const lead = words.slice(0, words.length - bare.length);
    const put = /tháng/u.test(bare)
      ? `${day}/${month}${year === null ? "" : `/${year}`}`
      : `${lead.includes("gày") ? "" : "ngày "}${day} tháng ${month}${year === null ? "" : ` năm ${year}`}`;
    return text.slice(0, start) + lead + put + text.slice(end);
  }
  return text;
}

function withSynonym(text: string, draw: Draw): string {
  for (const [one, other] of draw.shuffled(SYNONYMS)) {
    const [from, to] = text.includes(` ${one} `) ? [one, other] : [other, one];
    if (text.includes(` ${from} `)) return text.replace(` ${from} `, ` ${to} `);
  }
  return text;
}

function turned(text: string): string {
  const lead = LEAD.exec(text);
  if (lead === null || /[“”";]/u.test(text)) return text;
  const rest = text.slice(lead[0].length).replace(/\.$/u, "");
  return `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}, ${lead[1]!.slice(0, 1).toLowerCase()}${lead[1]!.slice(1)}.`;
}

/** A sentence told a little otherwise, as a model would; null where none of the ways fits it. */
export function paraphrased(text: string, draw: Draw): string | null {
  // What is quoted stays word by word.
  if (/[“”"«»]/u.test(text)) return null;
  let told = text;
  if (draw.next() < 0.7) told = withSynonym(told, draw);
  if (draw.next() < 0.6) told = otherDate(told);
  if (draw.next() < 0.4) told = told.replace(ASIDE, "");
  if (draw.next() < 0.4) told = told.replace(LAST, "");
  if (draw.next() < 0.3) told = turned(told);
  return told === text ? null : told;
}

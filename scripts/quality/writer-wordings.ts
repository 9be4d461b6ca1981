import { datesIn, fold, terms } from "../../src/language/text/index.ts";
import { hanViet, SURNAMES } from "../../src/language/translate/han-viet.ts";
import { lexiconRows } from "../../src/language/translate/lexicon.ts";
import { placeNameIn } from "../../src/language/translate/place-names.ts";
import type { Language, PartialDate, PointAct, VisitKind } from "../../src/model/index.ts";
import type { Draw } from "./writer-claims.ts";

/** Clauses that a model might add and no report told. */
export const INVENTED: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    ", đồng thời cam kết hoàn tất mọi thủ tục trước cuối quý tới",
    ", qua đó mở ra một chương mới trong lịch sử quan hệ song phương",
    " và chỉ đạo các ngành lập tổ rà soát riêng về nạn buôn lậu gỗ",
    ", trong khi báo chí quốc tế đánh giá rất tích cực về sự kiện",
    ", bất chấp những bất đồng kéo dài về nguồn nước thượng lưu",
    " và dự tiệc chiêu đãi do giới kinh doanh khoáng sản tổ chức",
    ", sau khi thăm một nhà máy sản xuất pin mặt trời",
    ", với sự chứng kiến của hơn 700 hộ nông dân trồng sầu riêng",
    ", đồng thời công bố gói tín dụng 12 tỷ đồng cho ngư dân",
    " và nhận lời sang thăm Nhật Bản vào mùa thu",
    ", theo đề nghị của Ngân hàng Thế giới",
    ", điều mà dư luận địa phương chờ đợi suốt nhiều thập kỷ",
    " và đặt mục tiêu tuyến tàu cao tốc chạy thử ngay năm sau",
  ],
  en: [
    ", and promised to build a hospital for the fishermen within months",
    " and announced a credit package of 12 billion dong for farmers",
    ", despite long quarrels over water from the upper river",
    ", after touring a factory that makes solar batteries",
    " and accepted an invitation to visit Japan in autumn",
    ", while foreign newspapers praised the event warmly",
    ", and ordered a separate inquiry into timber smuggling",
    ", as more than 700 durian growers looked on",
  ],
  zh: [
    "，并承诺数月内为渔民建一所医院",
    "，还宣布向农民提供120亿盾信贷",
    "，尽管上游水源长期存在争执",
    "，此前参观了一家太阳能电池工厂",
    "，并接受邀请于秋季访问日本",
    "，七百多名榴莲种植户到场见证",
  ],
};

type Foreign = Exclude<Language, "vi">;

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A full date as people of a language write it, in one of several ways. */
export function dateIn({ year, month, day }: PartialDate, language: Language, draw: Draw): string {
  if (language === "zh") return `${year}年${month}月${day}日`;
  if (language === "en")
    return draw.next() < 0.5
      ? `${day} ${MONTHS[month! - 1]} ${year}`
      : `${MONTHS[month! - 1]} ${day}, ${year}`;
  const ways = [
    `${day}/${month}/${year}`,
    `ngày ${day} tháng ${month} năm ${year}`,
    `ngày ${day}/${month}/${year}`,
  ];
  return draw.one(ways)!;
}

const key = (text: string): string =>
  terms(text)
    .map(({ marked }) => marked)
    .join(" ");

let table: Map<string, { en: string; zh: string; type: string }> | undefined;

/** Vietnamese phrases of the lexicon with a form of each language. */
function lexicon(): NonNullable<typeof table> {
  if (table !== undefined) return table;
  table = new Map();
  for (const { entry, en, zh } of lexiconRows()) {
    if (en === "" || zh === "" || table.has(key(entry.vi))) continue;
    table.set(key(entry.vi), { en: en.split("|")[0]!, zh: zh.split("|")[0]!, type: entry.class });
  }
  return table;
}

interface Piece {
  readonly words: string;
  readonly type: string;
}

const SKIPPED = new Set(["của", "thị", "tỉnh", "huyện", "châu"]);

/** A Vietnamese phrase in pieces that the lexicon knows; null where a word of it is not known. */
function piecesOf(text: string, language: Foreign): Piece[] | null {
  const list = terms(text);
  const words = list.map(({ marked }) => marked);
  const pieces: Piece[] = [];
  for (let i = 0; i < words.length; ) {
    let length = Math.min(9, words.length - i);
    while (length > 0) {
      const phrase = words.slice(i, i + length).join(" ");
      const name = text.slice(list[i]!.start, list[i + length - 1]!.end);
      const place = /^\p{Lu}/u.test(name) ? placeNameIn(name, language) : null;
      const row = lexicon().get(phrase);
      if (place !== null || row !== undefined) {
        pieces.push(
          place !== null ? { words: place, type: "g" } : { words: row![language], type: row!.type },
        );
        break;
      }
      length--;
    }
    if (length === 0) {
      if (!SKIPPED.has(words[i]!)) return null;
      length = 1;
    }
    i += length;
  }
  return pieces;
}

const capital = (text: string) =>
  text.replace(/(?<![\p{L}'])(?!(?:of|and|the) )\p{L}/gu, (l) => l.toUpperCase());

/** An office in another language; null where a part of it has no sure translation. */
export function officeIn(office: string, language: Language): string | null {
  if (language === "vi") return office;
  const [first = ""] = office.split(",");
  const pieces = piecesOf(
    first.replace(/ (?:tỉnh|thị|huyện|châu|thành phố)(?= \p{Lu}|$)/gu, ""),
    language,
  );
  if (pieces === null || pieces.length === 0 || pieces[0]!.type !== "t") return null;
  if (language === "zh")
    return `${pieces
      .slice(1)
      .reverse()
      .map(({ words }) => words)
      .join("")}${pieces[0]!.words}`;
  const [head, ...rest] = pieces;
  return capital([head!.words, ...rest.map(({ words }) => `of ${words}`)].join(" "));
}

/** Nouns that stand in every second sentence of such reports, and tell none from another. */
const GENERIC = new Set(
  "hai bên|hai nước|nội dung|cơ quan|thời gian|địa phương|quan hệ|nhân dân|văn phòng|tỉnh ủy|đoàn đại biểu|hai tỉnh|hai địa phương|vấn đề|tình hình|hoạt động|trung ương|đại biểu|chính sách|chính phủ|người dân|kết quả|chương trình|cơ chế|đơn vị|các bên|lãnh đạo".split(
    "|",
  ),
);

/** The noun phrases of a matter that the lexicon knows, in another language. */
export function mattersIn(text: string, language: Foreign): string[] {
  const list = terms(text);
  const words = list.map(({ marked }) => marked);
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let length = Math.min(6, words.length - i); length >= 2; length--) {
      const row = lexicon().get(words.slice(i, i + length).join(" "));
      if (row === undefined || row.type !== "n") continue;
      if (GENERIC.has(words.slice(i, i + length).join(" "))) break;
      found.push(row[language]);
      i += length - 1;
      break;
    }
  }
  return [...new Set(found)];
}

let chars: Map<string, string[]> | undefined;

/** Characters by their usual Sino-Vietnamese reading, folded. */
function charsOf(reading: string): readonly string[] {
  if (chars === undefined) {
    chars = new Map();
    for (const [char, [usual = ""]] of hanViet().readings) {
      const list = chars.get(usual.toLowerCase());
      if (list === undefined) chars.set(usual.toLowerCase(), [char]);
      else list.push(char);
    }
  }
  return chars.get(reading.toLowerCase()) ?? [];
}

/** A name as a text of a language writes it; in Chinese with characters of its readings where each has some. */
export function nameIn(name: string, language: Language, draw: Draw): string {
  if (language === "vi") return name;
  if (language === "en") return draw.next() < 0.5 ? name : unmarked(name);
  const parts = name.split(" ");
  const written = parts.map((part, i) => {
    const known = charsOf(part);
    return i === 0 ? known.find((char) => SURNAMES.includes(char)) : known[0];
  });
  const isHan =
    parts.length >= 2 && parts.length <= 3 && written.every((char) => char !== undefined);
  return isHan && draw.next() < 0.7 ? written.join("") : name;
}

const unmarked = (name: string): string => {
  const folded = fold(name);
  return [...name]
    .map((ch, i) => (ch === ch.toUpperCase() ? folded[i]!.toUpperCase() : folded[i]!))
    .join("");
};

/** Words for an act of the talks, several a language. */
export const ACT_WORDS: Readonly<Record<Language, Partial<Record<PointAct, readonly string[]>>>> = {
  vi: {
    proposed: ["đề xuất", "kiến nghị"],
    asked: ["đề nghị", "mong muốn", "kiến nghị"],
    agreed: ["nhất trí", "thống nhất", "đồng ý"],
    discussed: ["trao đổi về", "thảo luận về"],
    thanked: ["cảm ơn", "gửi lời cảm ơn"],
    assessed: ["đánh giá", "khẳng định", "nhấn mạnh"],
    announced: ["cho biết", "thông tin", "thông báo"],
  },
  en: {
    proposed: ["proposed"],
    asked: ["proposed", "suggested", "requested"],
    agreed: ["agreed on"],
    discussed: ["discussed"],
  },
  zh: { proposed: ["建议"], asked: ["建议", "希望"], agreed: ["同意"], discussed: ["讨论了"] },
};

/** How two sides met, by kind: what who receives did with who came. */
export const MET: Readonly<Record<Language, (kind: VisitKind) => string>> = {
  vi: (kind) =>
    kind === "hội đàm"
      ? "hội đàm với"
      : kind === "hội kiến"
        ? "hội kiến"
        : kind === "làm việc"
          ? "làm việc với"
          : "tiếp",
  en: (kind) =>
    kind === "hội đàm"
      ? "held talks with"
      : kind === "làm việc"
        ? "had a working session with"
        : kind === "hội kiến"
          ? "met with"
          : "received",
  zh: (kind) =>
    kind === "hội đàm"
      ? "与…会谈"
      : kind === "làm việc"
        ? "与…举行工作会谈"
        : kind === "hội kiến"
          ? "会见了"
          : "接待了",
};

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

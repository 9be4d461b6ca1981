import { fold } from "./fold.ts";

/** How much around its digits a shape needs to be a date. */
type Evidence =
  /** None: the shape says enough. */
  | "none"
  /** `25/10`: a day above the month, or a word that leads to a date. */
  | "slash"
  /** `3-11`, `6.5`: only behind `ngày`, `sáng`, `hôm nay` … */
  | "word"
  /** `1969 - 2019`: only as a span of years in time. */
  | "years";

/**
 * One way to write a date; named groups `d`, `d2` for the last day of a span, `m`, `y`, `y2` for a year of two digits, `q` for a quarter, and `yy`
 * for the end of a span of years.
 */
export interface DateShape {
  readonly pattern: RegExp;
  readonly evidence: Evidence;
  /** What lower-case text holds wherever it holds the shape: looked for first, which costs a hundredth. */
  readonly needs: RegExp;
}

/** The regular expressions of date reading, for text with marks or for text typed without. */
export interface DatePatterns {
  /** From the most to the least telling: an earlier shape claims its characters first. */
  readonly shapes: readonly DateShape[];
  /** A year with no word around it; only read on demand. */
  readonly bareYear: DateShape;
  readonly time: RegExp;
  /** What lower-case text holds wherever it holds such a one, looked for first: these patterns are quick, those are not. */
  readonly needs: { readonly time: RegExp; readonly relative: RegExp; readonly lunar: RegExp };
  readonly relative: RegExp;
  /** Days and months of the lunar calendar: `21 tháng Giêng`, `mùng 3 Tết`, `15/8 âm lịch`; group `d`. */
  readonly lunar: RegExp;
  /** Days of a list in front of the date that ends it: `21, 22 và ` before `23/3`; group `days`. */
  readonly daysBefore: RegExp;
  /** A day of a range in front of the date that ends it: `06 - ` before `08/5/2019`; group `d`. */
  readonly dayBefore: RegExp;
  /** A day and month with a stop, and what joins it to the one behind: `29.8 – `. */
  readonly likeBefore: RegExp;
  /** Behind "từ": a day and month with a stop, what joins it to such another one, and nothing that would be counted. */
  readonly dottedSpan: RegExp;
  /** What stands between the two dates of a range. */
  readonly link: RegExp;
  /** What stands between two dates of a list. */
  readonly and: RegExp;
  readonly strongCue: RegExp;
  readonly weakCue: RegExp;
  /** Something counted, behind what would be a fraction: `4/6 đại biểu`. */
  readonly counted: RegExp;
  /** Words in front of hours that make them a length of time: `kéo dài 3 giờ`. */
  readonly lasting: RegExp;
  readonly yearsCue: RegExp;
  /** Part of the day or `ngày` in front of a date, taken into its range; group `part`. */
  readonly lead: RegExp;
}

const PART = "(?:rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm|khuya)";
export const WEEKDAY = "(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)";
/** "Thứ 6, 7/3", "lần thứ 3, ngày 4/3", "phiên 5, 6/8": the first number is of no day. */
const NO_NUMBER =
  "(?<!(?<![\\p{L}\\p{M}])(?:thứ|thu|lần|lan|phiên|phien|kỳ|ky|số|quý|khóa|khoá|mốc|điều|tập) )";
const DAY_WORD = "(?:ngày|mùng|mồng|hôm)";
const D = "(?:0?[1-9]|[12]\\d|3[01])";
const M = "(?:1[0-2]|0?[1-9])";
const Y = "(?:1[5-9]\\d\\d|20\\d\\d)";
/** A year of two digits; which century is meant, `fullYear` says. */
const Y2 = "\\d{2}";
/** Hyphens and the dashes that are typed or pasted for them. */
const DASH = "\\-‐‑–";
const MONTH_WORD = "mười một|mười hai|mười|hai|ba|tư|năm|sáu|bảy|tám|chín";
/** English months in full, and those with their short forms: alternatives of an expression. */
export const ENGLISH_MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December";
export const ENGLISH_MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const FROM = "(?<![\\p{L}\\p{M}\\p{N}]|\\d[/.:])";
const TO = "(?![\\p{L}\\p{M}\\p{N}]|[/.:-]\\d|/\\p{L})";
const WORD_FROM = "(?<![\\p{L}\\p{M}\\p{N}])";

/** Month number of a month word: folded Vietnamese (`tu` → 4) or the first three letters in English. */
export const MONTH_OF_WORD: Readonly<Record<string, number>> = {
  ...{ hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 },
  ...{ "muoi mot": 11, "muoi hai": 12, jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6 },
  ...{ jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 },
};

/** What stands between day, month and year. */
const SIGN = `[/.${DASH}]`;
const ENGLISH_STEM = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
/** Source of the pattern, evidence, and source of what it needs. */
const SHAPES: readonly (readonly [string, Evidence, string])[] = [
  [`(?<y>\\d{4})年(?:(?<m>\\d{1,2})月(?:(?<d>\\d{1,2})[日号號])?)?`, "none", "年"],
  [
    `(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号號]?(?:至|到|[${DASH}~—])(?<d2>\\d{1,2})[日号號]`,
    "none",
    "月",
  ],
  [`(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号號]`, "none", "月"],
  [`${FROM}(?<y>${Y})-(?<m>${M})-(?<d>${D})${TO}`, "none", "\\d-\\d"],
  [
    `${FROM}(?<d>${D}) ?([/.${DASH}]) ?(?<m>${M}) ?\\2 ?(?<y>${Y})${TO}`,
    "none",
    `\\d ?${SIGN} ?\\d`,
  ],
  [`${FROM}(?<d>${D})/(?<m>${M})/(?<y2>${Y2})${TO}`, "slash", "\\d/\\d"],
  [`${FROM}(?<d>${D})([.${DASH}])(?<m>${M})\\2(?<y2>${Y2})${TO}`, "word", `\\d${SIGN}\\d`],
  [
    `${FROM}(?:${DAY_WORD} )?(?<d>${D}) tháng (?<m>${M}|${MONTH_WORD})(?:(?:,? năm |[/.-]|, )(?<y>${Y}))?${TO}`,
    "none",
    "\\d tháng ",
  ],
  [`${FROM}tháng (?<m>${M})(?: ?[/.-] ?|,? năm )(?<y>${Y})${TO}`, "none", "tháng \\d"],
  [`${WORD_FROM}tháng (?<m>${MONTH_WORD}),? năm (?<y>${Y})${TO}`, "none", "tháng [mhbtnsc]"],
  [
    `${FROM}(?<d>${D})(?:st|nd|rd|th)? (?:of )?(?<m>${ENGLISH_MONTH})(?:,? (?<y>${Y}))?${TO}`,
    "none",
    `\\d(?:st|nd|rd|th)? (?:of )?${ENGLISH_STEM}`,
  ],
  [
    `${WORD_FROM}(?<m>${ENGLISH_MONTH}) (?<d>${D})(?:st|nd|rd|th)?(?: ?[${DASH}—] ?| to | and )(?<d2>${D})(?:st|nd|rd|th)?(?:,? (?<y>${Y}))?${TO}`,
    "none",
    `${ENGLISH_STEM}[^ ]{0,7} \\d`,
  ],
  [
    `${WORD_FROM}(?<m>${ENGLISH_MONTH}) (?<d>${D})(?:st|nd|rd|th)?(?:,? (?<y>${Y}))?${TO}`,
    "none",
    `${ENGLISH_STEM}[^ ]{0,7} \\d`,
  ],
  [`${WORD_FROM}(?<m>${ENGLISH_MONTH}),? (?<y>${Y})${TO}`, "none", `${ENGLISH_STEM}[^ ]{0,7} \\d`],
  [
    `${WORD_FROM}quý (?<q>IV|I{1,3}|[1-4])(?:(?: ?[/.${DASH}] ?|,? năm | )(?<y>${Y}))?${TO}`,
    "none",
    "quý [i1-4]",
  ],
  [`${WORD_FROM}quý (?<q>một|hai|ba|bốn|tư)(?:/|,? năm )(?<y>${Y})${TO}`, "none", "quý [mhbt]"],
  [
    `${FROM}(?:năm )?(?<y>${Y})(?: ?[-–—] ?| (?:đến|tới)(?: hết)? | to )(?:năm )?(?<yy>${Y})${TO}`,
    "years",
    "\\d(?: ?[-–—]| (?:đến|tới|to) )",
  ],
  [`${FROM}(?<!số )(?<m>${M})[/-](?<y>${Y})${TO}`, "none", "\\d[/-]\\d"],
  [`${FROM}(?<d>${D})/(?<m>${M})${TO}`, "slash", "\\d/\\d"],
  [`${FROM}(?<d>${D})[-.](?<m>${M})${TO}`, "word", "\\d[-.]\\d"],
  [`${WORD_FROM}tháng (?<m>${M})${TO}`, "none", "tháng \\d"],
  [`${WORD_FROM}(?<!việt )năm (?<y>${Y})${TO}`, "none", "năm \\d"],
  [`${WORD_FROM}(?:in|since|of) (?<y>${Y})${TO}`, "none", "(?:in|since|of) \\d"],
  [
    `${WORD_FROM}(?<!\\d )ngày (?<d>${D})(?![\\p{L}\\p{M}\\p{N}]|[/.]\\d| (?:giờ|đêm|lần|tháng))`,
    "none",
    "ngày \\d",
  ],
];

const LUNAR_DAY = `(?:(?:ngày )?(?:mùng|mồng) (?:${D}|một|bốn|${MONTH_WORD})|(?:ngày )?(?:${D}|rằm))`;
const STEM = "giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý";
const BRANCH = "tý|tí|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi";
/** The year by its animal: "năm Ất Tỵ". */
const LUNAR_YEAR = `năm (?:${STEM}) (?:${BRANCH})`;
const LUNAR_CALENDAR = "\\(?(?:âm lịch|âl)\\)?";
/**
 * What only the lunar calendar has, or says to be of it. `mùng 8/3` and `mùng 5 tháng 6` alone are days of either.
 */
const LUNAR = [
  `(?:${LUNAR_DAY} )?tháng (?:giêng|chạp)(?: ${LUNAR_YEAR})?(?: ${LUNAR_CALENDAR})?`,
  `(?:(?:ngày )?(?:mùng|mồng) (?:${D}|một|bốn|${MONTH_WORD})|(?:ngày |đêm |chiều )?(?:2[3-9]|30)) tết(?: (?:nguyên đán )?(?:(?:${STEM}) (?:${BRANCH})|nguyên đán))?`,
  `(?:${LUNAR_DAY} )?tháng (?:${M}|${MONTH_WORD}) (?:${LUNAR_YEAR}(?: ${LUNAR_CALENDAR})?|${LUNAR_CALENDAR})`,
  `(?:ngày |mùng |mồng )?${D}[/-]${M}(?:[/-]${Y})? ${LUNAR_CALENDAR}`,
].join("|");

const COUNTED =
  "đại biểu|dân số|số|người|phiếu|thành viên|ý kiến|tỉnh|huyện|xã|thị|phường|nước|chỉ tiêu|diện tích|tổng|" +
  "thời gian|cổ phần|quân|nhiệm kỳ|ghế|hộ|đơn vị|dự án|sản lượng|điểm|quận|thành|mục tiêu|đồng chí|uỷ viên|" +
  "ủy viên|nội dung|lĩnh vực|kim ngạch|thế giới|bộ|doanh nghiệp|trường|quốc gia|lượng|tiêu chí|cơ sở";

const RELATIVE =
  `hôm (?:nay|qua|kia|sau|trước)|ngày (?:mai|kia|hôm (?:nay|qua|sau))|` +
  `${PART} (?:nay|qua|mai|cùng ngày|hôm (?:nay|qua|sau|trước))|cùng ngày|` +
  `(?:đầu |giữa |cuối )?(?:tuần|tháng|năm) (?:này|nay|trước|sau|tới|qua|ngoái)|` +
  `(?:${PART}|hôm) ${WEEKDAY}(?: tuần (?:này|trước|sau|tới|qua))?|${WEEKDAY} tuần (?:này|trước|sau|tới|qua)`;

/** @param spell Brings the words of a pattern to the spelling at hand. */
function compile(spell: (source: string) => string): DatePatterns {
  const make = (source: string, flags: string) => new RegExp(spell(source), flags);
  const shape = ([source, evidence, needs]: (typeof SHAPES)[number]): DateShape => ({
    pattern: make(source, "giu"),
    evidence,
    needs: make(needs, "u"),
  });
  return {
    shapes: SHAPES.map(shape),
    bareYear: shape([`${FROM}(?<y>${Y})${TO}`, "none", "\\d{4}"]),
    needs: {
      time: /\d(?:h|:| gi[ờo])/u,
      relative: make(
        "hôm |ngày (?:mai|kia)|cùng ngày|(?:tuần|tháng|năm) (?:này|nay|trước|sau|tới|qua|ngoái)|" +
          "(?:sáng|sớm|trưa|chiều|tối|đêm|khuya) (?:nay|qua|mai|cùng|thứ|chủ)",
        "u",
      ),
      lunar: make(`giêng|chạp|tết|âm lịch|âl|năm (?:${STEM}) `, "u"),
    },
    time: make(
      `${FROM}(?<h>[01]?\\d|2[0-4])(?:h(?<min>[0-5]\\d)?|:(?<min2>[0-5]\\d)(?::[0-5]\\d)?|` +
        ` giờ(?: (?<min3>[0-5]?\\d)(?: phút)?(?! (?:người|đại|ngày|tháng))|(?<half> rưỡi))?)(?![\\p{L}\\p{M}\\p{N}])`,
      "giu",
    ),
    lunar: make(`${FROM}(?:${LUNAR})(?![\\p{L}\\p{M}\\p{N}])`, "giu"),
    daysBefore: make(
      `${FROM}${NO_NUMBER}(?<days>(?:${D}, (?:ngày )?){0,6}${D})(?:,? và (?:ngày )?|, (?:ngày )?)$`,
      "iu",
    ),
    relative: make(`${WORD_FROM}(?:${RELATIVE})(?![\\p{L}\\p{M}])`, "giu"),
    dayBefore: make(
      `${FROM}${NO_NUMBER}(?<!\\d[-–])(?<d>${D})(?: ?[-–—] ?| (?:đến|tới)(?: hết)?(?: ngày)? )$`,
      "iu",
    ),
    likeBefore: make(`${FROM}${D}\\.${M}(?: ?[-–—] ?| (?:đến|tới|và)(?: hết)?(?: ngày)? )$`, "iu"),
    dottedSpan: make(
      `(?<=${WORD_FROM}từ )${D}\\.${M} (?:đến|tới)(?: hết)? ${D}\\.${M}(?:\\.${Y})?${TO}(?! ?(?:%|điểm|triệu|tỷ|tỉ|nghìn|ngàn|phần|lần|độ|kg|tấn|tạ|km|m|cm|usd|đồng|ha)(?![\\p{L}\\p{M}]))`,
      "giu",
    ),
    link: make(
      "^(?: ?[-–—] ?|,? (?:(?:cho )?(?:đến|tới)(?: hết)?(?: ngày)?|to|until|through) )$",
      "iu",
    ),
    and: make("^(?:,? (?:và(?: ngày)?|and) |, (?:ngày )?)$", "iu"),
    strongCue: make(
      `${WORD_FROM}(?:${DAY_WORD}|${PART}|nay|qua|${WEEKDAY})(?: ngày| nay| ${WEEKDAY})?(?:,| \\(|:)?(?: ngày)? ?$`,
      "iu",
    ),
    weakCue: make(`${WORD_FROM}(?:đến|tới|hết|vào|trước|sau|dịp|cuối|và|từ|on) ?$|\\($`, "iu"),
    counted: make(`^ ?(?:${COUNTED})(?![\\p{L}\\p{M}])`, "iu"),
    lasting: make("(?:khoảng|trong|suốt|dài|hơn|gần|mất|sau|trước|những|các|mỗi|thêm|\\d) $", "iu"),
    yearsCue: make(
      `${WORD_FROM}(?:giai đoạn|nhiệm kỳ|nhiệm kì|khoá|khóa|niên khóa|niên khoá|từ|trong|năm|from)(?: các| những)?(?: năm)? $|\\($`,
      "iu",
    ),
    lead: make(`${WORD_FROM}(?:${PART}(?: nay| qua)?(?: ngày)? |(?<day>${DAY_WORD}) )\\(?$`, "iu"),
  };
}

const MARKED = compile((source) => source);
const PLAIN = compile(foldSource);

/** Two digits up to this are of the 2000s, others of the 1900s: `08/03/25`, `30/4/75`. */
const LAST_OF_2000S = 39;

/** The year that two digits stand for: 25 is 2025, 75 is 1975. */
export function fullYear(digits: number): number {
  return digits + (digits <= LAST_OF_2000S ? 2000 : 1900);
}

/** Number of a quarter as written: `II` → 2. */
export const QUARTER_OF_WORD: Readonly<Record<string, number>> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 },
  ...{ mot: 1, hai: 2, ba: 3, tu: 4, bon: 4 },
};

/** The patterns for a text with or without Vietnamese marks. */
export function datePatterns(marked: boolean): DatePatterns {
  return marked ? MARKED : PLAIN;
}

/** Folds the words of a pattern; `\p{L}` and its like must keep their capital. */
function foldSource(source: string): string {
  return source
    .split(/(\\p\{[LMN]\})/u)
    .map((part, i) => (i % 2 === 1 ? part : fold(part)))
    .join("");
}

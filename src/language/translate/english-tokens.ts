import { ENGLISH_MONTH, MONTH_OF_WORD, matchesIn } from "../text/index.ts";

/** A word of an English question. */
export interface Token {
  /** As typed, without a possessive ending. */
  readonly text: string;
  /** Key form: lower case, no dots or apostrophes. */
  readonly key: string;
  readonly capital: boolean;
  /** It had a possessive ending. */
  readonly possessive: boolean;
  /** Punctuation other than a hyphen stood before it. */
  readonly gap: boolean;
  /** A hyphen or dash stood before it: "Vietnam-China", "Coc Nam - Lung Nghiu". */
  readonly dash: boolean;
  /** A ready Vietnamese date. */
  readonly date?: string;
}

const DATE_PATTERNS: readonly { pattern: RegExp; fields: string }[] = [
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s{1,4}of)?\\s{1,4}(${ENGLISH_MONTH})\\b\\.?,?(?:\\s{1,4}(\\d{4}))?`,
      "giu",
    ),
    fields: "dmy",
  },
  {
    pattern: new RegExp(
      `\\b(${ENGLISH_MONTH})\\b\\.?\\s{1,4}(?:the\\s{1,4})?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,?\\s{1,4}(\\d{4}))?`,
      "giu",
    ),
    fields: "mdy",
  },
  {
    pattern: new RegExp(`\\b(${ENGLISH_MONTH})\\b\\.?,?(?:\\s{1,4}of)?\\s{1,4}(\\d{4})`, "giu"),
    fields: "my",
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|last|early|late|mid|since|until|of|this|next)[ -])(${ENGLISH_MONTH})\\b`,
      "giu",
    ),
    fields: "m",
  },
  {
    pattern: /\b(January|February|April|June|July|August|September|October|November|December)\b/gu,
    fields: "m",
  },
  { pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/gu, fields: "yMd" },
];
/** Private-use marks around a rendered date. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const TOKEN =
  /\uE000[^\uE000\uE001]*\uE001|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*(?:[./:,+]\d+)*%?/gu;

const UNTIL = "(?:to|through|till|until|-|–)";
/** "17 to 19 June", "November 5 to 7": both days with their month. */
const DAYS = new RegExp(
  `\\b(\\d{1,2})\\s?${UNTIL}\\s?(\\d{1,2}(?:st|nd|rd|th)?\\s(?:${ENGLISH_MONTH}))\\b`,
  "giu",
);
const DAYS_BEHIND = new RegExp(
  `\\b(${ENGLISH_MONTH})\\s(\\d{1,2})\\s?${UNTIL}\\s?(\\d{1,2})(?![\\d/.-])`,
  "giu",
);
/** Between two dates that are rendered. */
const SPAN = new RegExp(`(?<=${CLOSE}) ${UNTIL} (?=${OPEN})`, "giu");
const QUARTER = /\b(?:the )?(first|second|third|fourth)[- ]quarter(?: of)?(?:,? (\d{4}))?\b/giu;
const SHORT_QUARTER = /\bQ([1-4])(?:,? (?:of )?(\d{4}))?\b/gu;
/** "the first nine months of 2024", "the first half of 2025": no first meeting. */
const MONTHS_ON =
  /\b(?:the )?(first|last) (two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}) (months|quarters)(?: of)?(?: (\d{4}))?\b/giu;
const HALF = /\b(?:the )?(first|second) half(?: of)?(?: the year)?(?:,? (\d{4}))?\b/giu;
const COUNTS = "zero one two three four five six seven eight nine ten eleven".split(" ");
/** Vietnamese reports write these small numbers of months out. */
const WRITTEN = new Map([
  [2, "hai"],
  [3, "ba"],
  [4, "bốn"],
]);
const MIDDLE = /\bmid[- ](\d{4})\b/giu;
const QUARTERS = ["first", "second", "third", "fourth"];

/** Cuts an English question into words; written dates become one token with their Vietnamese form. */
export function englishTokens(question: string): Token[] {
  const text = renderDates(
    question
      .replace(/\b([A-Z])\.(?=[A-Z]\b)/gu, "$1")
      .replace(/\bwon['’]t\b/giu, "will not")
      .replace(/\bcan(?:no|['’])t\b/giu, "can not")
      .replace(/n['’]t\b/gu, " not")
      .replace(/\b(what|who|where|when|why|how)['’]s\b/giu, "$1 is")
      .replace(DAYS, "$1 until $2")
      .replace(DAYS_BEHIND, "$2 until $3 $1"),
  )
    .replace(SPAN, " until ")
    .replace(QUARTER, (_, which: string, year?: string) => {
      const quarter = `quý ${QUARTERS.indexOf(which.toLowerCase()) + 1}`;
      return marked(quarter, year);
    })
    .replace(SHORT_QUARTER, (_, quarter: string, year?: string) => marked(`quý ${quarter}`, year))
    .replace(MONTHS_ON, (_, which: string, count: string, unit: string, year?: string) => {
      const number = COUNTS.includes(count.toLowerCase())
        ? COUNTS.indexOf(count.toLowerCase())
        : Number(count);
      const end = which.toLowerCase() === "first" ? "đầu" : "cuối";
      const vi = `${WRITTEN.get(number) ?? number} ${/^m/iu.test(unit) ? "tháng" : "quý"} ${end}`;
      return marked(year === undefined ? `${vi} năm` : vi, year);
    })
    .replace(MIDDLE, (_, year: string) => marked("giữa", year))
    .replace(HALF, (_, which: string, year?: string) => {
      const vi = `6 tháng ${which.toLowerCase() === "first" ? "đầu" : "cuối"}`;
      return marked(year === undefined ? `${vi} năm` : vi, year);
    });
  const tokens: Token[] = [];
  let last = 0;
  for (const match of matchesIn(text, TOKEN)) {
    const between = text.slice(last, match.index);
    last = match.index + match[0].length;
    const gap = /[,;:()"“”?!]/u.test(between);
    const dash = /^\s*[-–—]\s*$/u.test(between);
    if (match[0].startsWith(OPEN)) {
      const date = match[0].slice(1, -1);
      tokens.push({ text: date, key: date, capital: false, possessive: false, gap, dash, date });
      continue;
    }
    const word = match[0].replace(/['’]s?$/u, "");
    const key = word.toLowerCase().replace(/['’]/gu, "");
    tokens.push({
      text: word,
      key,
      capital: /^\p{Lu}/u.test(word),
      possessive: word !== match[0],
      gap,
      dash,
    });
  }
  return tokens;
}

/** A time as one token, with its year where it has one. */
function marked(vi: string, year: string | undefined): string {
  return `${OPEN}${year === undefined ? vi : `${vi} năm ${year}`}${CLOSE}`;
}

function renderDates(text: string): string {
  let out = text;
  for (const { pattern, fields } of DATE_PATTERNS) {
    out = out.replace(pattern, (...groups) => {
      const part = (key: string) => {
        const at = fields.indexOf(key);
        return at < 0 ? undefined : (groups[at + 1] as string | undefined);
      };
      const name = part("m");
      const month = name === undefined ? Number(part("M")) : monthNumber(name);
      return `${OPEN}${vietnameseDate(part("d"), month, part("y"))}${CLOSE}`;
    });
  }
  return out;
}

function monthNumber(name: string): number {
  return MONTH_OF_WORD[name.slice(0, 3).toLowerCase()] ?? 0;
}

/** `ngày 21/1/2025`, `ngày 21/1`, `tháng 1/2025` or `tháng 1`, as Vietnamese newspapers write dates. */
export function vietnameseDate(
  day: string | undefined,
  month: number,
  year: string | undefined,
): string {
  const tail = year === undefined ? `${month}` : `${month}/${year}`;
  return day === undefined ? `tháng ${tail}` : `ngày ${Number(day)}/${tail}`;
}

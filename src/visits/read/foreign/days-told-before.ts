import { ENGLISH_MONTHS, matchesIn, parseFullDate } from "../../../language/text/index.ts";

/** A day of a year that need not be known. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ENGLISH_MONTHS.split("|");
const DAY_MS = 24 * 60 * 60 * 1000;
/** A journey is told within so many days of its end. */
const MOST_DAYS = 31;
/** Days that a report goes on with lie so near each other. */
const MOST_BETWEEN = 10;

const ENGLISH_DAY = new RegExp(
  `(?<!\\b(?:by|until|before|since|from|after|dated) )\\b(?:(${ENGLISH_MONTHS}) (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)? (${ENGLISH_MONTHS}))\\b(?![:%])`,
  "gu",
);
const CHINESE_DAY = /(\d{1,2})月(\d{1,2})[日号](?!前|之前|以前|起)/gu;
/** Every way of writing a day or a month: a sentence with one needs none of another. */
const HAS_DAY = new RegExp(`\\b(?:${ENGLISH_MONTHS})\\b`, "u");

/** A sentence with its day written out. */
export interface Dated {
  readonly text: string;
  /** Number of the sentence before that tells the day; null where the sentence tells it or none does. */
  readonly toldIn: number | null;
}

/**
 * Writes the day into sentences that refer to one told before: "the following day", "当晚", "11日上午".
 *
 * @param published Day of publication, on which days without a month hang; null where it is not known.
 * @returns To be called with the sentences of an article in order.
 */
export function daysToldBefore(
  published: string | null,
  language: "en" | "zh",
): (sentence: string) => Dated {
  const written = published === null ? null : parseFullDate(published);
  const today = written?.day == null ? null : utc(written as Day);
  const year = written?.year ?? 2000;
  let last: number | null = null;
  let lastIn: number | null = null;
  let count = 0;
  /** Keeps the last day of a sentence that may be one of the journey. */
  const keep = (days: readonly (readonly [month: number, day: number])[]) => {
    for (const [month, day] of days) {
      let at = utc({ year, month, day });
      if (today !== null && at - today > 180 * DAY_MS) at = utc({ year: year - 1, month, day });
      const isNear =
        today === null
          ? last === null || Math.abs(at - last) <= MOST_BETWEEN * DAY_MS
          : at <= today && today - at <= MOST_DAYS * DAY_MS;
      if (!isNear) continue;
      last = at;
      lastIn = count;
    }
  };
  const dated = (sentence: string): string => {
    if (language === "en") {
      const text = last === null || HAS_DAY.test(sentence) ? sentence : inEnglish(sentence, last);
      keep(
        matchesIn(text, ENGLISH_DAY).map(([, m1, d1, d2, m2]) => [
          MONTHS.indexOf(m1 ?? m2!) + 1,
          Number(d1 ?? d2),
        ]),
      );
      return text;
    }
    const text = inChinese(sentence, last, today);
    keep(matchesIn(text, CHINESE_DAY).map(([, month, day]) => [Number(month), Number(day)]));
    return text;
  };
  return (sentence) => {
    const before = lastIn;
    const text = dated(sentence);
    // A day written out of an earlier one is told there, whatever follows.
    if (text !== sentence) lastIn = before;
    count++;
    return { text, toldIn: text === sentence ? null : before };
  };
}

const ENGLISH_TURNS: readonly (readonly [RegExp, number, string])[] = [
  [/\bof (?:the|that) same day\b/iu, 0, "of"],
  [/\b(?:on )?the (?:following|next) day\b/iu, 1, "on"],
  [/\b(?:on )?the (?:following|next) (morning|afternoon|evening)\b/iu, 1, "on the $1 of"],
  [/\b(?:later |earlier )?(?:on )?(?:the same|that same) day\b/iu, 0, "on"],
  [
    /\b(?:later )?(?:on |in )?(?:the same|that same) (morning|afternoon|evening)\b/iu,
    0,
    "on the $1 of",
  ],
  [/\b(?:later|earlier) that day\b|^that day\b/iu, 0, "on"],
  [/\b(?:later )?that (morning|afternoon|evening)\b/iu, 0, "on the $1 of"],
  [/^(?:later )?(?:in|during) the (morning|afternoon|evening)(?=,| )(?! of)/iu, 0, "on the $1 of"],
];

function inEnglish(sentence: string, last: number): string {
  for (const [pattern, step, put] of ENGLISH_TURNS) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const date = new Date(last + step * DAY_MS);
    const day = `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
    const said = `${put.replace("$1", match[1] ?? "")} ${day}`;
    const at = match.index === 0 ? `O${said.slice(1)}` : said;
    return sentence.replace(match[0], at);
  }
  return sentence;
}

const CLAUSE = "(?<=^|[，,。；;：:（(])";
/** A day alone at the beginning of a clause. */
const BARE_DAY = new RegExp(
  `${CLAUSE}(\\d{1,2})[日号](?=上午|下午|晚|中午|清晨|凌晨|早|傍晚|[，,至]|在|，)`,
  "gu",
);
const SAME_DAY = new RegExp(
  `${CLAUSE}(?:当[天日]|同[天日])(上午|下午|晚上|晚间|中午|傍晚|晚)?|${CLAUSE}当(晚)(?!会)`,
  "u",
);
const NEXT_DAY = new RegExp(`${CLAUSE}(?:次日|翌日|第二天)(上午|下午|晚上|中午|晚)?`, "u");

function inChinese(sentence: string, last: number | null, today: number | null): string {
  const text = sentence.replace(BARE_DAY, (said, day: string) => {
    const month = monthOf(Number(day), last, today);
    return month === null ? said : `${month}月${Number(day)}日`;
  });
  if (last === null || /月\d{1,2}[日号]/u.test(text)) return text;
  for (const [pattern, step] of [
    [SAME_DAY, 0],
    [NEXT_DAY, 1],
  ] as const) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const date = new Date(last + step * DAY_MS);
    const day = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日${match[1] ?? match[2] ?? ""}`;
    return text.replace(match[0], day);
  }
  return text;
}

/** The month of a day alone: that of the day told last, or the latest one before the day of publication. */
function monthOf(day: number, last: number | null, today: number | null): number | null {
  const near = last ?? today;
  if (near === null || day < 1 || day > 31) return null;
  const steps = last !== null ? [0, 1] : [0, -1];
  for (const step of steps) {
    const date = new Date(near);
    const at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, day);
    const gap = last !== null ? at - last : near - at;
    if (gap >= 0 && gap <= MOST_DAYS * DAY_MS) return new Date(at).getUTCMonth() + 1;
  }
  return null;
}

const utc = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

import { spacedWords } from "../language/text/index.ts";
import { asVietnamese } from "../language/translate/index.ts";
import { type ArticleLookup, namesFor } from "./passages/index.ts";
import type { Question } from "./question/index.ts";
import type { Reading } from "./reading.ts";
import { candidatesIn } from "./search/index.ts";
import { namesTime, subjectAsked } from "./visits/index.ts";

type Ranked = Reading["sentences"][number];

/** The best sentences of which one may count what is asked. */
const LOOKED_AT = 3;
/** Least share of the further words of a question that such a sentence has; amounts of money are many. */
const LEAST_SHARE = 0.5;
const LEAST_SHARE_OF_MONEY = 0.75;
/** Characters in which an article says what it is about. */
const LEAD_CHARS = 700;

/** Words that questions and reports have for the same, folded. */
interface AlikeRow {
  readonly words: readonly string[];
  readonly example: string;
}

/** A row here, and a sentence with one of the words tells what a question with another one asks. */
export const TOLD_ALIKE: readonly AlikeRow[] = [
  {
    words: ["kim ngach", "buon ban", "thuong mai", "xuat nhap khau", "giao thuong", "lam an"],
    example: "Hai bên buôn bán được bao nhiêu tiền? – Kim ngạch đạt 1,2 tỷ USD.",
  },
  {
    words: ["trao tra", "ban giao", "chuyen giao", "tra ve"],
    example: "Trao trả bao nhiêu người? – Phía Trung Quốc bàn giao 12 đối tượng.",
  },
  {
    words: ["hoc bong", "chi tieu", "suat", "suat hoc bong"],
    example: "Dành bao nhiêu suất? – Mỗi năm 20 chỉ tiêu.",
  },
  {
    words: ["nhan", "tiep nhan", "tuyen", "thu nhan"],
    example: "Nhận bao nhiêu lao động? – Tuyển 60 thực tập sinh.",
  },
  {
    words: ["di qua", "qua lai", "thong quan", "qua"],
    example: "Bao nhiêu xe đi qua? – 380 xe thông quan mỗi ngày.",
  },
];
const TRADE: ReadonlySet<string> = new Set(TOLD_ALIKE[0]!.words);
const MONEY = /(?:usd|đô la|đồng|nhân dân tệ|tệ|dollars?|元)/iu;

/**
 * The sentence that counts what a question asks, where the best ones are no sure answer otherwise: it has the number with
 * the noun that is counted, all names and times of the question, as far as its article does not have them, and most of its
 * further words.
 */
export function countTold(
  { question, demands, sentences }: Reading,
  lookup: ArticleLookup,
): Ranked | null {
  const asksMoney = question.detail.units?.includes("usd") === true;
  if (question.answerType !== "number" || (question.focus.length === 0 && !asksMoney)) return null;
  const names = demands.names.filter(({ kind }) => kind !== "office");
  const subject = subjectAsked(question).filter(
    (phrase) => !phrase.split(" ").every((word) => question.focus.includes(word)),
  );
  const found = sentences.slice(0, LOOKED_AT).find((sentence) => {
    const article = lookup(sentence.found.chunk.articleId);
    if (article === null) return false;
    const shown = asVietnamese(sentence.text);
    const own = spacedWords(`${shown} | ${sentence.text}`);
    if (!counts(sentence.text, shown, question)) return false;
    // "Bao nhiêu người" alone is counted of anybody.
    if (subject.length === 0 && !asksMoney && !own.includes(` ${question.focus[0]} `)) return false;
    const lead = spacedWords(
      asVietnamese(`${article.title} | ${article.text.slice(0, LEAD_CHARS)}`),
    );
    const isNamed = names.every(({ kind, words }) => {
      const phrase = words.join(" ");
      const any = kind === "place" ? namesFor(phrase) : [phrase];
      return any.some((name) => `${own}${lead}`.includes(` ${name} `));
    });
    if (!isNamed) return false;
    if (demands.times.length > 0 && !isOfTime(demands, shown) && !isThen(demands, article))
      return false;
    return (
      shareOf(subject, spacedWords(question.searchText), own) >=
      (asksMoney ? LEAST_SHARE_OF_MONEY : LEAST_SHARE)
    );
  });
  return found ?? null;
}

/** True where a sentence, or its rendering, has a number of what is counted. */
function counts(text: string, shown: string, question: Question): boolean {
  const fits = [text, shown].some((one) =>
    candidatesIn(one, question).some(
      // "Hai người bạn cũ" counts nobody.
      ({ fit, start, end }) => fit === 1 && /\d/u.test(one.slice(start, end)),
    ),
  );
  // "Bao nhiêu thương mại": the amount is one of money.
  const isTrade = TRADE.has(question.focus.join(" "));
  return fits || (isTrade && /\d/u.test(shown) && MONEY.test(shown));
}

const MONTHS = /(?<!\p{L})(?:tháng|quý|nửa)(?!\p{L})/u;

/** True where a sentence names an asked year, month or day; of a part of a year its year and that it was a part. */
function isOfTime(demands: Reading["demands"], shown: string): boolean {
  if (namesTime(demands, shown)) return true;
  return demands.times.some(
    ({ first, last }) =>
      first.year !== null &&
      first.month !== null &&
      last.month !== first.month &&
      shown.includes(String(first.year)) &&
      MONTHS.test(shown),
  );
}

/** True where the day of an article is of the asked time, and its sentence names no other. */
function isThen(
  { times }: Reading["demands"],
  { published, event }: NonNullable<ReturnType<ArticleLookup>>,
): boolean {
  const year = event?.date.year ?? (published === null ? null : Number(published.slice(0, 4)));
  return times.every(
    ({ first, last }) =>
      first.month === null &&
      year !== null &&
      (first.year ?? 0) <= year &&
      year <= (last.year ?? Number.POSITIVE_INFINITY),
  );
}

/** Share of the further words of a question that a sentence has, or another word for them. */
function shareOf(subject: readonly string[], asked: string, own: string): number {
  if (subject.length === 0) return 1;
  const alike = TOLD_ALIKE.filter(({ words }) =>
    [asked, own].every((text) => words.some((one) => text.includes(` ${one} `))),
  );
  const met = new Set(alike.flatMap(({ words }) => words.flatMap((one) => one.split(" "))));
  const told = subject.filter(
    (phrase) => own.includes(` ${phrase} `) || phrase.split(" ").every((word) => met.has(word)),
  );
  return told.length / subject.length;
}

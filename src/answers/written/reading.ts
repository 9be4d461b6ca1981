import {
  holdersIn,
  knownPlaceAt,
  namesIn,
  ORGANISATIONS,
  placeReading,
} from "../../language/names/index.ts";
import {
  type DateMention,
  datesIn,
  foldedWords,
  matchesIn,
  terms,
} from "../../language/text/index.ts";
import { writtenOut } from "../../language/translate/index.ts";
import type { PartialDate, PointAct, TextRange } from "../../model/index.ts";
import { actsIn, actText } from "../../visits/read/index.ts";
import { officeKey } from "../../visits/register/index.ts";
import { type NumberRead, numbersOf } from "./numbers.ts";

/** Words that say nothing by themselves, in lower case with marks: what a paraphrase adds or leaves out freely. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "là của và với cho các những đã đang vừa mới có được bị thì mà khi này đó kia ấy nay vào ra trong ngoài tại ở về từ đến tới do bởi " +
    "theo trên dưới giữa cùng gồm rằng việc sự cuộc buổi lễ dịp nhân như cũng còn lại nữa vẫn rất hơn để nhằm nên vì qua sau trước " +
    "một mỗi mọi từng cả hai bên phía ông bà đồng chí ngài anh chị vị người đoàn đại biểu lãnh đạo thời gian ngày tháng năm sáng " +
    "chiều tối trưa hôm hay hoặc nếu tuy nhưng song đồng thời ngoài nhau mình họ ta nhiều đều nội dung vấn đề công tác " +
    "cụ thể gì nào thêm bao gồm thông xã giao hiện trở giữ chức làm đảm nhiệm nơi đây giờ phút lần thứ"
  ).split(" "),
);

/** True for a word (lower case, old tone placement) that a sentence may have without its source having it. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** What a token of a reading is. A `word` is any other one. */
export type TokenKind = "person" | "place" | "name" | "date" | "number" | "act" | "not" | "word";

/** A word, or a name, date, number or act that counts as one. */
export interface Token {
  readonly kind: TokenKind;
  /** By this two tokens are the same. */
  readonly key: string;
  /** UTF-16 range in `Reading.text`. */
  readonly start: number;
  readonly end: number;
  /** Place in the sentence: words of functions and of offices take less room than others. */
  readonly at: number;
  /** False for words that say nothing by themselves. */
  readonly telling: boolean;
  readonly place?: { readonly province: string | null; readonly country: string };
  readonly date?: DateMention;
  readonly number?: NumberRead;
  readonly act?: PointAct;
}

/** An office as a sentence names it. */
export interface OfficeRead extends TextRange {
  /** As `officeKey`: "pho_chu tich uy ban nhan dan tinh". */
  readonly words: readonly string[];
  /** Key of who holds it there, or null. */
  readonly person: string | null;
}

/** A Vietnamese sentence as the check reads it; the writer's and the articles' are read by the same. */
export interface Reading {
  /** Abbreviations written out. */
  readonly text: string;
  /** Folded words, one space before, between and behind them. */
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly keys: ReadonlySet<string>;
  readonly offices: readonly OfficeRead[];
  /** Heads of bodies: "uy ban nhan dan", "hoi dong nhan dan". */
  readonly bodies: readonly { readonly key: string; readonly start: number }[];
}

/** Verbs that only look like what was asked or settled: an invitation is none, "then chốt" neither. */
const NO_ACT = /^(?:mời|trân trọng mời|hoan nghênh|sẵn sàng đón|chốt|tin|mừng|coi)$/iu;
/** What "agreement" is rendered as; "agreed" is another word. */
const AGREEMENT = /^thỏa thuận$/iu;
/** "các thỏa thuận đã ký": which ones, not what was done. */
const SETTLED_ONES =
  /(?<!\p{L})(?:thỏa thuận|hiệp định|hiệp ước|nghị định thư|biên bản|ghi nhớ|văn kiện|văn bản|nội dung|chương trình|kế hoạch|cam kết|nhận thức chung|kết quả|vấn đề|lĩnh vực)(?: hợp tác| chung)?(?: mà)?(?: (?:hai|các|đôi) (?:bên|tỉnh|địa phương|nước))? (?:đã|được)(?: được| cùng)? \S/iu;
/** Offices of nobody in particular. */
const COLLECTIVE = /^(?:nha )?(?:lanh dao|dai bieu|phu nhan|thu linh)(?= |$)/u;
/** Words that join the parts of an office's name, and say nothing of it. */
const JOINING: ReadonlySet<string> = new Set(["tai", "o", "cua", "va", "kiem", "thuoc", "cho"]);

const NEGATION =
  /(?<!\p{L})(?:không(?! (?:gian|quân|khí|chỉ|những|ngừng|chính thức|giới hạn|phận|lưu))|chưa|chẳng|từ chối|bác bỏ|phản đối|hủy bỏ|hủy|hoãn|chấm dứt)(?!\p{L})/giu;
/** Before "không" these make another word of it. */
const OTHER_WORD = /(?:hàng|trên|phòng|số|hay|có) $/iu;

/** A span that becomes one token. */
type Span = Omit<Token, "at" | "telling">;

export const nameKey = (name: string): string => foldedWords(name);

/**
 * Reads a Vietnamese sentence, or a Vietnamese rendering of one.
 *
 * @param isRendered What a number counts may stand elsewhere in a rendering, and is not looked at.
 */
export function readSentence(written: string, isRendered = false): Reading {
  const text = writtenOut(written);
  const list = terms(text);
  const spans = spansOf(text, isRendered);
  const offices = officesIn(text, spans);
  const tokens: Token[] = [];
  let at = 0;
  let next = 0;
  for (const term of list) {
    while (next < spans.length && spans[next]!.end <= term.start) next++;
    const span = spans[next];
    if (span !== undefined && term.start >= span.start) {
      if (tokens.at(-1)?.start === span.start) continue;
      tokens.push({ ...span, at, telling: true });
      at += 1;
      continue;
    }
    const ofOffice = offices.some(({ start, end }) => term.start >= start && term.end <= end);
    const telling = !isFunctionWord(term.marked);
    tokens.push({
      kind: "word",
      key: term.marked,
      start: term.start,
      end: term.end,
      at,
      telling,
    });
    at += ofOffice || !telling ? 0.3 : 1;
  }
  return {
    text,
    folded: ` ${list.map(({ folded }) => folded).join(" ")} `,
    tokens,
    keys: new Set(tokens.filter(({ telling }) => telling).map(({ key }) => key)),
    offices,
    bodies: bodiesIn(text),
  };
}

/** "ông Huyên", but not "Chấp" in "Ban Chấp hành": one syllable is a name only behind a title. */
const isWholeName = (text: string, start: number, end: number): boolean =>
  /[\s-]/u.test(text.slice(start, end)) ||
  /(?:ông|bà|đồng chí|ngài|anh|chị)\s$/iu.test(text.slice(Math.max(0, start - 10), start));

function isAttribute(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 60);
  const found = SETTLED_ONES.exec(text.slice(from, end));
  return found !== null && from + found.index + found[0].length > start;
}

const datePart = (date: PartialDate | null): string =>
  date === null ? "" : `${date.year ?? "?"}-${date.month ?? "?"}-${date.day ?? "?"}`;

/** Names, dates, numbers, acts and negations, none overlapping, in order. */
function spansOf(text: string, isRendered: boolean): Span[] {
  const spans: Span[] = [];
  const free = (start: number, end: number) =>
    !spans.some((span) => span.start < end && start < span.end);
  const put = (span: Span) => {
    if (span.end > span.start && free(span.start, span.end)) spans.push(span);
  };
  for (const date of datesIn(text)) {
    if (date.kind !== "date" && date.kind !== "range" && date.kind !== "time") continue;
    const key =
      date.time === null
        ? `d:${datePart(date.date)}${date.endDate === null ? "" : `/${datePart(date.endDate)}`}`
        : `t:${date.time.hour}:${date.time.minute}`;
    put({ kind: "date", key, start: date.start, end: date.end, date });
  }
  const names = namesIn(text);
  for (const { type, start, end } of names)
    if (type === "person" && isWholeName(text, start, end))
      put({ kind: "person", key: nameKey(text.slice(start, end)), start, end });
  for (const place of placesIn(text)) put(place);
  for (const { type, start, end } of names)
    if (type === "place" && /\s/u.test(text.slice(start, end)))
      put({ kind: "name", key: nameKey(text.slice(start, end)), start, end });
  for (const number of numbersOf(text)) {
    const { start, end } = number;
    put({
      kind: "number",
      key: `n:${number.value}`,
      start,
      end,
      number: isRendered ? { ...number, counted: [] } : number,
    });
  }
  for (const { act, start, end } of actsIn(actText(text)))
    if (
      !NO_ACT.test(text.slice(start, end)) &&
      !(isRendered && AGREEMENT.test(text.slice(start, end))) &&
      !isAttribute(text, start, end)
    )
      put({ kind: "act", key: `a:${act}`, start, end, act });
  for (const match of matchesIn(text, NEGATION)) {
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    if (/^không/iu.test(match[0]) && OTHER_WORD.test(before)) continue;
    put({ kind: "not", key: "not", start: match.index, end: match.index + match[0].length });
  }
  return spans.sort((a, b) => a.start - b.start);
}

function placesIn(text: string): Span[] {
  const list = terms(text);
  const words = list.map(({ marked }) => marked);
  const found: Span[] = [];
  for (let i = 0; i < list.length; i++) {
    const length = knownPlaceAt(words, i);
    if (length === 0) continue;
    const { start } = list[i]!;
    const { end } = list[i + length - 1]!;
    const reading = /^\p{Lu}/u.test(text.slice(start)) ? placeReading(words, i, length) : null;
    i += length - 1;
    if (reading === null) continue;
    const { province, country, rank } = reading;
    const name = rank === "country" ? country : rank === "province" ? province! : reading.name;
    found.push({
      kind: "place",
      key: `g:${nameKey(name)}`,
      start,
      end,
      place: { province, country },
    });
  }
  return found;
}

/** A text in which what only looks like a name, "Chính" in "Chủ tịch Chính quyền nhân dân", is in small letters. */
function withoutHalfNames(text: string): string {
  let calm = text;
  for (const { type, start, end } of namesIn(text)) {
    if (type !== "person" || isWholeName(text, start, end) || !/^ \p{Ll}/u.test(text.slice(end)))
      continue;
    const small = text.slice(start, end).toLowerCase();
    if (small.length === end - start) calm = calm.slice(0, start) + small + calm.slice(end);
  }
  return calm;
}

function officesIn(text: string, spans: readonly Span[]): OfficeRead[] {
  const found: OfficeRead[] = [];
  const put = (from: number, to: number, person: string | null) => {
    // A position is read up to a known verb: "Chủ tịch UBND tỉnh kiến nghị lập tổ".
    const stop = spans.find(
      ({ kind, start }) => start > from && start < to && kind !== "place" && kind !== "name",
    );
    const end = stop?.start ?? to;
    const key = officeKey(text.slice(from, end)).replace(/(?<= )ban chap hanh(?= |$)/u, "");
    const words = key.split(" ").filter((word) => word !== "" && !JOINING.has(word));
    if (words.length > 0 && !COLLECTIVE.test(key)) found.push({ words, start: from, end, person });
  };
  const calm = withoutHalfNames(text);
  for (const { person, positions } of holdersIn(calm))
    for (const { start, end } of positions)
      put(start, end, nameKey(text.slice(person.start, person.end)));
  for (const { type, start, end } of namesIn(calm)) {
    if (type !== "position" || found.some((one) => one.start <= start && start < one.end)) continue;
    put(start, end, null);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Words that begin the name of a body and are everyday ones when they stand alone. */
const LEAST_CHARS = 6;

function bodiesIn(text: string): { key: string; start: number }[] {
  const list = terms(text);
  const words = list.map(({ marked }) => marked);
  const found: { key: string; start: number }[] = [];
  for (let i = 0; i < list.length; i++) {
    const length = ORGANISATIONS.longestAt(words, i);
    if (length === 0) continue;
    const key = list
      .slice(i, i + length)
      .map(({ folded }) => folded)
      .join(" ");
    if (length > 1 && key.length >= LEAST_CHARS && !/^(?:doan|phai) /u.test(key))
      found.push({ key, start: list[i]!.start });
    i += length - 1;
  }
  return found;
}

/** True where two names are of one person: equal, or the shorter one ends or begins the longer one. */
export function samePerson(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 1 && (long.endsWith(` ${short}`) || long.startsWith(`${short} `));
}

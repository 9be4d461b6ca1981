import { HONORIFICS, namesIn, ORGANISATIONS, PLACES } from "../../language/names/index.ts";
import { fold, isSyllableShaped, terms } from "../../language/text/index.ts";
import type { Article } from "../../model/index.ts";
import { OFFICE_HEADS } from "../question/index.ts";
import { type ReportSentence, reportSentences } from "../search/index.ts";
import { fullNameIn, holderInArticle, oneName } from "./article-persons.ts";
import type { Insertion } from "./shown.ts";

/** Ranks that many hold at once. */
const SHARED_RANK =
  /^(?:lanh dao|nha lanh dao|dai bieu|uy vien|thu ky|thanh tra|co van|tro ly|can bo|thanh vien|truong ban|pho truong ban|nghi si|truong doan|phu nhan|cong chua)/u;

/** Words in lower case that belong to the name of an office. */
const OFFICE_WORD =
  /^(?:tỉnh|thành|phố|thị|huyện|xã|châu|khu|nước|ủy|ban|nhân|dân|hội|đồng|thường|trực|tự|trị|đảng|bộ)$/u;

/** A position that opens a sentence with no name at it: "Chủ tịch UBND tỉnh mong rằng". */
function bareTitle(text: string): { start: number; end: number } | null {
  const [first, next] = namesIn(text);
  if (first?.type !== "position" || !/^(?:theo\s+)?$/iu.test(text.slice(0, first.start)))
    return null;
  const title = text.slice(first.start, first.end);
  if (SHARED_RANK.test(fold(title))) return null;
  const list = terms(title);
  const folded = list.map((term) => term.folded);
  // A position is read up to a known verb; other words of what is done may hang on.
  let length = OFFICE_HEADS.longestAt(folded, 0);
  const belongs = (i: number) =>
    /^\p{Lu}/u.test(title.slice(list[i]!.start)) || OFFICE_WORD.test(list[i]!.marked);
  while (length < list.length && belongs(length)) length++;
  const over = list.slice(length).map((term) => term.marked);
  if (length === 0 || ORGANISATIONS.longestAt(over, 0) > 0) return null;
  const end = first.start + list[length - 1]!.end;
  const rest = text.slice(end);
  if (!/^(?:,|\s+\p{Ll})/u.test(rest) || /^\s+(?:và|cùng|kiêm|tại|của|ở)\s/u.test(rest))
    return null;
  const isNamed =
    next?.type === "person" && /^(?:\s|,|là|ông|bà|đồng chí)*$/iu.test(text.slice(end, next.start));
  return isNamed ? null : { start: first.start, end };
}

/** Sentences looked back through for whom a pronoun means. */
const LOOKED_BACK = 5;
/** "Ông nhấn mạnh", "theo ông,": with no name behind it; not ông bà, ông ấy, bà con. */
const PRONOUN =
  /(?<![\p{L}\p{M}]|của )(?<word>[Ôô]ng|[Bb]à|[Đđ]ồng chí)(?=,|\s+(?!(?:ấy|này|kia|đó|ta|bà|ngoại|nội|cố|con|mẹ|cụ|chủ|già|xã|trùm|lão|nào|và)(?!\p{L}))\p{Ll})/u;
/** What may lead up to the subject of a sentence: "Theo", "Tại buổi tiếp,", "Ngoài y tế,". */
const LEADING = /^(?:theo\s+|[^,]{1,90},\s+)?$/iu;
const TITLE_BEFORE = new RegExp(
  `(?:${[...HONORIFICS].sort((a, b) => b.length - a.length).join("|")})\\s{1,4}$`,
  "iu",
);
/**
 * Whom the words of a sentence mean that name nobody: the name behind "Ông", behind "Đại sứ", and the full
 * name behind "ông Huyên". Only where the article leaves one person to be meant.
 */
export function nameInsertions(
  sentence: { readonly start: number; readonly text: string },
  article: Article,
): Insertion[] {
  const { text } = sentence;
  const insertions: Insertion[] = [];
  const titled = bareTitle(text);
  const pronoun = PRONOUN.exec(text);
  // Behind a person or a title, a pronoun may mean them.
  const others = namesIn(text).filter(({ type }) => type === "person" || type === "position");
  const firstName = others.find(({ type }) => type === "person")?.start ?? text.length;
  const firstOther = others[0]?.start ?? text.length;
  if (titled !== null && titled.end <= firstName) {
    const name = holderInArticle(text.slice(titled.start, titled.end), article);
    if (name !== null && !names(text, name))
      insertions.push({ at: titled.end, text: name, kind: "name" });
  } else if (pronoun !== null && pronoun.index < firstOther && !isQuoted(text, pronoun.index)) {
    const name = personBehind(sentence.start, pronoun.groups!.word!.toLowerCase(), article);
    const at = pronoun.index + pronoun.groups!.word!.length;
    if (name !== null && !names(text, name)) insertions.push({ at, text: name, kind: "name" });
  }
  return [...insertions, ...fullNames(text, article)];
}

/** True where a text has a name already. */
const names = (text: string, name: string) => fold(text).includes(fold(name));

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (before.match(/["“”]/gu)?.length ?? 0) % 2 === 1;
}

/** Who is meant by "ông" or "bà" in the sentence that starts at `start`: the subject told of before. */
function personBehind(start: number, pronoun: string, article: Article): string | null {
  const all = reportSentences(article);
  const own = all.findIndex((sentence) => sentence.start === start);
  if (own <= 0) return null;
  let silent = 0;
  for (let i = own - 1; i >= 0 && own - i <= LOOKED_BACK; i--) {
    const previous = all[i]!;
    if (all[own]!.block - previous.block > 1) return null;
    const subject = subjectOf(previous, all[i - 1] ?? null, article);
    if (subject === "unclear") return null;
    if (subject !== null) return agrees(subject, pronoun) ? subject.name : null;
    // Nobody is told of here; one such sentence may stand between.
    if (!PRONOUN.test(previous.text) && ++silent > 1) return null;
  }
  return null;
}

interface Subject {
  readonly name: string;
  /** What stands before the name, folded. */
  readonly title: string;
}

/** The person of whom a sentence tells; null where it tells of none. */
function subjectOf(
  { text }: ReportSentence,
  before: ReportSentence | null,
  article: Article,
): Subject | "unclear" | null {
  const persons = namesIn(text).filter(({ type }) => type === "person");
  const titled = bareTitle(text);
  if (titled !== null) {
    const name = holderInArticle(text.slice(titled.start, titled.end), article);
    // "Nhật hoàng sẽ tròn 83 tuổi." may stand between two sentences about somebody else.
    const earlier = namesIn(before?.text ?? "")
      .filter(({ type }) => type === "person")
      .map(({ start, end }) => before!.text.slice(start, end));
    const isSure = name !== null && persons.length === 0 && oneName([name, ...earlier]) !== null;
    return isSure ? { name, title: "" } : "unclear";
  }
  const [person] = persons;
  if (person === undefined) return null;
  const told = persons.map(({ start, end }) => text.slice(start, end));
  if (oneName(told) === null) return "unclear";
  const lead = text.slice(0, person.start);
  const title = TITLE_BEFORE.exec(lead)?.[0] ?? "";
  const position = namesIn(text).find(
    ({ type, end }) => type === "position" && end <= person.start,
  );
  const head =
    title !== "" ? lead.slice(0, -title.length) : lead.slice(0, position?.start ?? lead.length);
  if (!LEADING.test(head)) return "unclear";
  const name = text.slice(person.start, person.end);
  return { name: fullNameIn(article, name) ?? name, title: fold(title).trim() };
}

function agrees({ name, title }: Subject, pronoun: string): boolean {
  if (pronoun === "đồng chí") return true;
  const female = title === "ba" || / thị /iu.test(name);
  return pronoun === "bà"
    ? female || (title !== "ong" && title !== "dong chi" && !isVietnamese(name))
    : !female;
}

const isVietnamese = (name: string) => terms(name).every((term) => isSyllableShaped(term.folded));

/** The full names behind those of one syllable, the first time each stands in a sentence: "ông Huyên [Dương Xuân Huyên]". */
function fullNames(text: string, article: Article): Insertion[] {
  const folded = fold(text);
  return namesIn(text).flatMap(({ type, start, end }, i, all): Insertion[] => {
    const name = text.slice(start, end);
    if (type !== "person" || name.includes(" ") || !isVietnamese(name)) return [];
    if (PLACES.longestAt([name.toLowerCase()], 0) > 0) return [];
    if (all.findIndex((other) => text.slice(other.start, other.end) === name) !== i) return [];
    const full = fullNameIn(article, name);
    return full === null || folded.includes(fold(full))
      ? []
      : [{ at: end, text: full, kind: "name" }];
  });
}

import { isSyllableShaped } from "../crosslingual/vietnamese-syllable.ts";
import { type Holder, holdersIn } from "../entities/holders.ts";
import { namesIn } from "../entities/names.ts";
import { HONORIFICS } from "../entities/vocabulary.ts";
import type { Article } from "../ingest/article.ts";
import { OFFICE_HEADS } from "../question/office.ts";
import { expandedTerms } from "../text/expand-abbreviations.ts";
import { fold } from "../text/fold.ts";
import { terms } from "../text/terms.ts";
import { type ReportSentence, reportSentences } from "./article-sentences.ts";
import type { Insertion } from "./shown.ts";

/** Sentences looked back through for whom a pronoun means. */
const LOOKED_BACK = 5;
/** "Ông nhấn mạnh", "theo ông,": with no name behind it; not ông bà, ông ấy, bà con. */
const PRONOUN =
  /(?<![\p{L}\p{M}])(?<word>ông|bà|đồng chí)(?=,|\s+(?!\p{Lu}|(?:ấy|này|kia|đó|ta|bà|ngoại|nội|cố|con|mẹ|cụ|chủ|già|xã|trùm|lão|nào|và)(?!\p{L}))\p{Ll})/iu;
/** What may lead up to the subject of a sentence: "Theo", "Tại buổi tiếp,", "Ngoài y tế,". */
const LEADING = /^(?:theo\s+|[^,]{1,90},\s+)?$/iu;
const TITLE_BEFORE = new RegExp(
  `(?:${[...HONORIFICS].sort((a, b) => b.length - a.length).join("|")})\\s+$`,
  "iu",
);
/** Ranks that many hold at once. */
const SHARED_RANK =
  /^(?:lanh dao|nha lanh dao|dai bieu|uy vien|thu ky|thanh tra|co van|tro ly|can bo|thanh vien|truong ban|pho truong ban|nghi si|truong doan|phu nhan|cong chua)/u;

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
  const firstName = namesIn(text).find(({ type }) => type === "person")?.start ?? text.length;
  if (titled !== null && titled.end <= firstName) {
    const name = holderInArticle(text.slice(titled.start, titled.end), article);
    if (name !== null) insertions.push({ at: titled.end, text: name, kind: "name" });
  } else if (pronoun !== null && pronoun.index < firstName && !isQuoted(text, pronoun.index)) {
    const name = personBehind(sentence.start, pronoun.groups!.word!.toLowerCase(), article);
    const at = pronoun.index + pronoun.groups!.word!.length;
    if (name !== null) insertions.push({ at, text: name, kind: "name" });
  }
  return [...insertions, ...fullNames(text, article)];
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (before.match(/["“”]/gu)?.length ?? 0) % 2 === 1;
}

/** A position that opens a sentence with no name at it: "Chủ tịch UBND tỉnh mong rằng". */
function bareTitle(text: string): { start: number; end: number } | null {
  const [first, next] = namesIn(text);
  if (first?.type !== "position" || !/^(?:theo\s+)?$/iu.test(text.slice(0, first.start)))
    return null;
  const words = text.slice(first.start, first.end);
  if (SHARED_RANK.test(fold(words)) || /[,;]/u.test(words)) return null;
  if (/^\s+(?:và|cùng|kiêm|-|–)\s/u.test(text.slice(first.end))) return null;
  const isNamed =
    next?.type === "person" &&
    /^(?:\s|,|là|ông|bà|đồng chí)*$/iu.test(text.slice(first.end, next.start));
  const goesOn = /^\s+(?:tại|của|ở)\s/u.test(text.slice(first.end));
  return isNamed || goesOn ? null : { start: first.start, end: first.end };
}

const HOLDERS = new WeakMap<Article, readonly (Holder & { readonly text: string })[]>();

/** All persons of an article with what each sentence calls them. */
function holdersOf(article: Article): readonly (Holder & { readonly text: string })[] {
  let known = HOLDERS.get(article);
  if (known === undefined) {
    const texts = [article.title, ...reportSentences(article).map(({ text }) => text)];
    known = texts.flatMap((text) => holdersIn(text).map((holder) => ({ ...holder, text })));
    HOLDERS.set(article, known);
  }
  return known;
}

const words = (text: string) => expandedTerms(text).map((term) => term.folded);

/** The only person whom an article gives a position to that these words name; null for none or several. */
function holderInArticle(title: string, article: Article): string | null {
  const asked = words(title);
  const head = asked.slice(0, OFFICE_HEADS.longestAt(asked, 0)).join(" ");
  const names = holdersOf(article).flatMap(({ person, positions, text }) =>
    positions.some(({ start, end }) => {
      const held = words(text.slice(start, end));
      const heldHead = held.slice(0, OFFICE_HEADS.longestAt(held, 0)).join(" ");
      if (heldHead !== head && !heldHead.startsWith(`${head} `)) return false;
      // The place may be left out on either side, but what both name must not differ.
      const rest = held.slice(heldHead.split(" ").length);
      const shorter = asked.slice(head.split(" ").length);
      return (
        shorter.every((word) => rest.includes(word)) || rest.every((word) => shorter.includes(word))
      );
    })
      ? [text.slice(person.start, person.end)]
      : [],
  );
  return oneName(names);
}

/** The longest of several names where all are parts of it. */
function oneName(names: readonly string[]): string | null {
  const longest = [...names].sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return null;
  const whole = ` ${fold(longest)} `;
  return names.every((name) => whole.includes(` ${fold(name)} `)) ? longest : null;
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
    const subject = subjectOf(previous, article);
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
function subjectOf({ text }: ReportSentence, article: Article): Subject | "unclear" | null {
  const persons = namesIn(text).filter(({ type }) => type === "person");
  const titled = bareTitle(text);
  if (titled !== null) {
    const name = holderInArticle(text.slice(titled.start, titled.end), article);
    return name === null || persons.length > 0 ? "unclear" : { name, title: "" };
  }
  const [person] = persons;
  if (person === undefined) return null;
  const names = persons.map(({ start, end }) => text.slice(start, end));
  if (oneName(names) === null) return "unclear";
  const before = text.slice(0, person.start);
  const title = TITLE_BEFORE.exec(before)?.[0] ?? "";
  const position = namesIn(text).find(
    ({ type, end }) => type === "position" && end <= person.start,
  );
  const head =
    title !== ""
      ? before.slice(0, -title.length)
      : before.slice(0, position?.start ?? before.length);
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

/** The one full name of an article that a family or given name stands for; null for none or several. */
function fullNameIn(article: Article, name: string): string | null {
  const part = fold(name);
  if (part.includes(" ")) return null;
  const full = holdersOf(article)
    .map(({ person, text }) => text.slice(person.start, person.end))
    .filter((other) => {
      const parts = fold(other).split(" ");
      return parts.length > 1 && (parts[0] === part || parts.at(-1) === part);
    });
  return oneName(full);
}

/** The full names behind those of one syllable, the first time each stands in a sentence: "ông Huyên [Dương Xuân Huyên]". */
function fullNames(text: string, article: Article): Insertion[] {
  const folded = fold(text);
  return namesIn(text).flatMap(({ type, start, end }, i, all): Insertion[] => {
    const name = text.slice(start, end);
    if (type !== "person" || name.includes(" ") || !isVietnamese(name)) return [];
    if (all.findIndex((other) => text.slice(other.start, other.end) === name) !== i) return [];
    const full = fullNameIn(article, name);
    return full === null || folded.includes(fold(full))
      ? []
      : [{ at: end, text: full, kind: "name" }];
  });
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VisitsEngine } from "../../src/engine.ts";
import { fold } from "../../src/language/text/fold.ts";
import { normalizeText } from "../../src/language/text/normalize.ts";
import type { Answer } from "../../src/model/answer.ts";

/** One question of a test set with its answer key. */
export interface KeyedQuestion {
  readonly id: string;
  readonly lang: string;
  /** who, when …; `none`: the corpus does not hold the answer. */
  readonly kind: string;
  /** Articles that answer it; a prefix of three digits or the whole id. */
  readonly docs: readonly string[];
  /** Groups joined by `&`, alternatives of a group by `|`; a group behind `!` must not be found. */
  readonly must: string;
  readonly question: string;
}

/** The rows of a tab-separated table; `#` starts a comment. */
export const tableRows = (path: string): string[][] =>
  normalizeText(readFileSync(path, "utf8"))
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));

/** Reads a question set: id, lang, kind, docs, must, question. */
export const readQuestions = (path: string): KeyedQuestion[] =>
  tableRows(path).map(([id, lang, kind, docs, must, question], i) => {
    if (!id || !lang || !kind || !docs || !question || (!must && kind !== "none"))
      throw new Error(`${path}: line ${i + 1} of the questions does not have six columns`);
    const known = docs === "-" ? [] : docs.split(",");
    return { id, lang, kind, docs: known, must: must || "-", question };
  });

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

/**
 * True where a text has, of every group of the key, an alternative as whole words, and none of a group behind `!`; case,
 * marks and spaces don't count.
 */
export function holdsAnswer(text: string, must: string): boolean {
  const folded = fold(text).replace(/\s+/gu, " ");
  const holds = (group: string) =>
    group
      .split("|")
      .some((form) =>
        new RegExp(`(?<![0-9a-z])${escapeRegExp(form)}(?![0-9a-z])`, "u").test(folded),
      );
  return must
    .split("&")
    .every((group) => (group.startsWith("!") ? !holds(group.slice(1)) : holds(group)));
}

/** Kinds whose answers are lists, and judged by more of them. */
const LONG_KINDS: ReadonlySet<string> = new Set(["agenda", "list", "count"]);

/** Characters of an answer within which its key has to stand. */
function judgedChars(kind: string): number {
  return LONG_KINDS.has(kind) ? 900 : 400;
}

/** True where an article id is one of those that answer. */
export function isRightArticle(articleId: string, docs: readonly string[]): boolean {
  const name = articleId.split("/").at(-1) ?? articleId;
  return docs.some(
    (doc) =>
      name === doc || name.split("#")[0] === doc || (/^\d{3}$/u.test(doc) && name.startsWith(doc)),
  );
}

/** An answer held against its key. */
export interface Outcome {
  readonly asked: KeyedQuestion;
  readonly answer: Answer;
  /** Holds the key and cites a right article; for kind `none`: refused, or corrected with the key. */
  readonly right: boolean;
  /** The first citation is of a right article; for kind `none`: refused. */
  readonly cited: boolean;
}

/**
 * Judges an answer by its key.
 *
 * @param chars Characters of the answer within which the key has to stand; by its kind where not given.
 */
export function judge(
  asked: KeyedQuestion,
  answer: Answer,
  chars = judgedChars(asked.kind),
): Outcome {
  if (asked.kind === "none") {
    const corrected = asked.must !== "-" && holdsAnswer(answer.answer.slice(0, chars), asked.must);
    const right = !answer.answered || corrected;
    return { asked, answer, right, cited: right };
  }
  const first = answer.citations[0];
  const cited =
    answer.answered && first !== undefined && isRightArticle(first.articleId, asked.docs);
  const right =
    answer.answered &&
    holdsAnswer(answer.answer.slice(0, chars), asked.must) &&
    answer.citations.some((c) => isRightArticle(c.articleId, asked.docs));
  return { asked, answer, right, cited };
}

/** Counts of questions. */
interface MarksOutcome {
  readonly questions: number;
  /** Of these, those whose first found passage is of a right article, as typed. */
  readonly marked: number;
  /** The same with all marks stripped. */
  readonly unmarked: number;
}

/** Asks the Vietnamese questions that have an answer once as they are and once without their marks. */
export async function compareMarks(
  engine: Pick<VisitsEngine, "search">,
  questions: readonly KeyedQuestion[],
): Promise<MarksOutcome> {
  const asked = questions.filter(({ lang, kind }) => lang === "vi" && kind !== "none");
  const found = async (text: string, docs: readonly string[]) => {
    const [first] = await engine.search(text, { k: 1 });
    return first !== undefined && isRightArticle(first.articleId, docs) ? 1 : 0;
  };
  let marked = 0;
  let unmarked = 0;
  for (const { question, docs } of asked) {
    marked += await found(question, docs);
    unmarked += await found(fold(question), docs);
  }
  return { questions: asked.length, marked, unmarked };
}

/** A corpus with the questions on it. */
export interface QuestionSet {
  readonly corpus: string;
  readonly questions: string;
}

/** The set that a folder of `pages/`, or of `pages.txt` with the folders of other sets' pages, and `questions.tsv` holds. */
export function setIn(folder: string): QuestionSet {
  const pages = join(folder, "pages");
  return {
    corpus: existsSync(pages) ? pages : `${pages}.txt`,
    questions: join(folder, "questions.tsv"),
  };
}

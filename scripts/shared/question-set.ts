import { readFileSync } from "node:fs";
import { fold } from "../../src/language/text/fold.ts";
import { normalizeText } from "../../src/language/text/normalize.ts";

/** One question of a test set with its answer key. */
export interface KeyedQuestion {
  readonly id: string;
  readonly lang: string;
  /** who, when …; `none`: the corpus does not hold the answer. */
  readonly kind: string;
  /** Articles that answer it; a prefix of three digits or the whole id. */
  readonly docs: readonly string[];
  /** Groups joined by `&`, alternatives of a group by `|`. */
  readonly must: string;
  readonly question: string;
}

/** Reads a tab-separated question set: id, lang, kind, docs, must, question; `#` starts a comment. */
export function readQuestions(path: string): KeyedQuestion[] {
  return normalizeText(readFileSync(path, "utf8"))
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line, i) => {
      const [id, lang, kind, docs, must, question] = line.split("\t");
      if (!id || !lang || !kind || !docs || !question || (!must && kind !== "none")) {
        throw new Error(`${path}: line ${i + 1} of the questions does not have six columns`);
      }
      return {
        id,
        lang,
        kind,
        docs: docs === "-" ? [] : docs.split(","),
        must: must || "-",
        question,
      };
    });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

/** True where a text has, of every group of the key, an alternative as whole words; case, marks and spaces don't count. */
export function holdsAnswer(text: string, must: string): boolean {
  const folded = fold(text).replace(/\s+/gu, " ");
  return must
    .split("&")
    .every((group) =>
      group
        .split("|")
        .some((form) =>
          new RegExp(`(?<![0-9a-z])${escapeRegExp(form)}(?![0-9a-z])`, "u").test(folded),
        ),
    );
}

/** Kinds whose answers are lists, and judged by more of them. */
const LONG_KINDS: ReadonlySet<string> = new Set(["agenda", "list", "count"]);

/** Characters of an answer within which its key has to stand. */
export function judgedChars(kind: string): number {
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

import { namesIn } from "../../language/names/index.ts";
import {
  type CellRole,
  datesIn,
  fold,
  foldedWords,
  type RowCell,
  rowCells,
  spacedWords,
} from "../../language/text/index.ts";
import type { SpanType } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";

/** A row that answers, and the cell that does. */
interface FoundCell {
  readonly sentence: RankedSentence;
  readonly cell: RowCell;
  readonly type: SpanType;
}

/** What questions ask a table for, without marks, and the columns that hold it. */
const ASKED: readonly (readonly [RegExp, readonly CellRole[], SpanType])[] = [
  [/truong doan|dan dau|dung dau|lam truong/u, ["head"], "person"],
  [
    /(?:ai|nguoi nao|vi nao|lanh dao nao|dong chi nao)(?: \p{L}{1,20}){0,3} (?:tiep|don|chu tri)|(?:tiep|don|chu tri)(?: \p{L}{1,20}){0,8} (?:la ai|la nguoi nao)/u,
    ["host"],
    "person",
  ],
  [
    /don vi (?:nao|gi)|co quan (?:nao|gi)|cong tac o dau|lam (?:viec )?o dau/u,
    ["unit", "position"],
    "organisation",
  ],
  [
    /chuc (?:vu|danh) (?:gi|nao)|giu chuc|lam (?:chuc )?gi(?: \p{L}{1,20})?$/u,
    ["position"],
    "position",
  ],
  [/(?:tiep|don) (?:nhung |cac )?(?:doan|khach) nao|doan nao/u, ["guest"], "organisation"],
  [
    /noi dung (?:gi|nao|lam viec)|ve (?:viec |nhung )?(?:gi|noi dung)|muc dich/u,
    ["topic"],
    "phrase",
  ],
];

const BY_TYPE: Partial<Record<SpanType, readonly CellRole[]>> = {
  date: ["date"],
  time: ["time", "date"],
  place: ["place", "goal"],
};

/** More rows than this that fit are a list, not an answer. */
const MOST_ROWS = 3;

/**
 * Looks a question up in the rows of tables: the row that names whoever and wherever the question names, on its day,
 * and the cell of the column that is asked. Empty where no row fits, or many do.
 */
export function cellsFor(question: Question, ranked: readonly RankedSentence[]): FoundCell[] {
  const { searchText, answerType } = question;
  const asked = fold(searchText);
  const row = ASKED.find(([cue]) => cue.test(asked));
  const roles = row?.[1] ?? BY_TYPE[answerType];
  if (roles === undefined) return [];
  const type = row?.[2] ?? answerType;
  const names = wordsOfNames(searchText);
  const days = daysOf(searchText);
  if (names.length === 0 && days.length === 0) return [];
  const found: FoundCell[] = [];
  for (const sentence of ranked) {
    const cells = rowCells(sentence.text);
    const cell = cells?.find(({ role }) => role !== null && roles.includes(role));
    if (cells === null || cell === undefined || cell.end <= cell.start) continue;
    const around = spacedWords(`${sentence.text} ${sentence.found.chunk.title}`);
    const own = spacedWords(sentence.text);
    const fits =
      names.every((name) => around.includes(` ${name} `)) &&
      names.filter((name) => own.includes(` ${name} `)).length > (days.length > 0 ? -1 : 0) &&
      days.every((day) => daysOf(sentence.text).includes(day));
    if (fits) found.push({ sentence, cell, type });
  }
  return found.length <= MOST_ROWS ? found : [];
}

function wordsOfNames(text: string): string[] {
  return namesIn(text)
    .filter(({ type }) => type === "person" || type === "place")
    .map(({ start, end }) => foldedWords(text.slice(start, end)))
    .filter((name) => name !== "");
}

const daysOf = (text: string) =>
  datesIn(text).flatMap(({ date }) =>
    date?.day == null || date.month === null ? [] : [`${date.day}/${date.month}`],
  );

import { comparePartialDates, foldedWords } from "../../../language/text/index.ts";
import type { Visit, VisitKind } from "../../../model/index.ts";
import type { Question } from "../../question/index.ts";
import { journeysOf } from "../shown/index.ts";

/** What a meeting is called in a question, and the kinds that a record has for it. */
interface KindRow {
  /** Folded. */
  readonly words: string;
  readonly kinds: readonly VisitKind[];
  readonly example: string;
}

/** A row here, and of a journey that meeting is told which the question calls by its kind. */
export const KINDS_ASKED: readonly KindRow[] = [
  {
    words: "hoi dam",
    kinds: ["hội đàm", "hội kiến"],
    example: "Công an hai tỉnh hội đàm gần nhất là hôm nào?",
  },
  { words: "ky ket", kinds: ["ký kết"], example: "Lần ký kết gần nhất là khi nào?" },
  { words: "giao luu", kinds: ["giao lưu"], example: "Hai hội giao lưu lần đầu khi nào?" },
  { words: "khao sat", kinds: ["khảo sát"], example: "Chuyến khảo sát mới nhất là hôm nào?" },
];

/**
 * The first of some visits; where it is one of a journey, and another one of it is of the kind that the question
 * names, that one: the talks, not the visit to a school on the next day.
 *
 * @param visits In the order that is asked.
 */
export function firstOfKind(visits: readonly Visit[], { searchText }: Question): Visit | undefined {
  const [one] = visits;
  const words = foldedWords(searchText);
  const row = KINDS_ASKED.find((row) => ` ${words} `.includes(` ${row.words} `));
  if (one === undefined || row === undefined || row.kinds.includes(one.kind)) return one;
  return (
    visits
      .slice(1)
      .filter(({ kind }) => row.kinds.includes(kind))
      .filter((other) => journeysOf([one, other]).length === 1)
      .sort((a, b) => comparePartialDates(a.date, b.date))[0] ?? one
  );
}

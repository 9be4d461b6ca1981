import { foldedWords } from "../../../language/text/index.ts";
import type { Question } from "../../question/index.ts";
import { readDemands } from "./demands.ts";

/** What a line on a visit has to show beside its day, sides and place, as it is asked for. */
export interface RowFocus {
  /** Persons that the question names, as it writes them: who only took part is told with their office. */
  readonly persons: readonly string[];
  /** True where bodies or offices are asked for: heads are told with theirs. */
  readonly offices: boolean;
}

/** Bodies, and what somebody holds, folded. */
const OFFICES =
  /(?:^| )(?:nganh|so nganh|ban nganh|doan the|hoi doan|co quan|don vi|to chuc|luc luong|chuc|chuc vu|chuc danh|cuong vi|vai tro|quan chuc)(?: |$)/u;

/** What the lines of an answer over several visits have to show. */
export function focusOf(question: Question): RowFocus {
  const { names } = readDemands(question);
  return {
    persons: names.flatMap(({ kind, name }) => (kind === "person" ? [name] : [])),
    offices: OFFICES.test(foldedWords(question.searchText)),
  };
}

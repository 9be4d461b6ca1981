import { namesIn } from "../entities/names.ts";
import { ORGANISATIONS } from "../entities/phrase-sets.ts";
import { OFFICE_HEADS } from "../question/office.ts";
import { fold } from "../text/fold.ts";
import { terms } from "../text/terms.ts";

/** Ranks that many hold at once. */
const SHARED_RANK =
  /^(?:lanh dao|nha lanh dao|dai bieu|uy vien|thu ky|thanh tra|co van|tro ly|can bo|thanh vien|truong ban|pho truong ban|nghi si|truong doan|phu nhan|cong chua)/u;

/** Words in lower case that belong to the name of an office. */
const OFFICE_WORD =
  /^(?:tỉnh|thành|phố|thị|huyện|xã|châu|khu|nước|ủy|ban|nhân|dân|hội|đồng|thường|trực|tự|trị|đảng|bộ)$/u;

/** A position that opens a sentence with no name at it: "Chủ tịch UBND tỉnh mong rằng". */
export function bareTitle(text: string): { start: number; end: number } | null {
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

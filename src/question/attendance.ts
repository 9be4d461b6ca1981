import { fold } from "../text/fold.ts";
import { terms } from "../text/terms.ts";
import type { Question } from "./question.ts";

/** A question for those who took part in something. */
export interface AttendanceAsked {
  /** The side whose people are asked, folded, without its rank: "trung quoc", "cao bang"; null for any. */
  readonly side: string | null;
}

const WHO =
  "(?:nhung ai|ai|nhung nguoi nao|nguoi nao|nhung vi nao|vi nao|dong chi nao|nhung dong chi nao|lanh dao nao)";
const TOOK_PART = "(?:cung du|tham du|du|cung tham gia|tham gia|co mat|thap tung|di cung)";
/** "Ai cùng dự buổi tiếp", "Những ai phía Việt Nam dự hội đàm", "Phía Trung Quốc dự hội đàm có những ai", "Thành phần tham dự". */
const ATTENDED = [
  new RegExp(`(?:^| )${WHO}(?: [a-z]+){0,6}? ${TOOK_PART}(?: |$)`, "u"),
  new RegExp(`(?:^| )${TOOK_PART}(?: [a-z0-9]+){0,14}? ${WHO}(?: |$)`, "u"),
  /(?:^| )thanh phan (?:tham du|du|tham gia|co mat|doan|buoi|cuoc)(?: |$)/u,
];
const SIDE =
  /(?<!\p{L})(?:phia|ben) (?:(?:tinh|thanh pho|thi xa|thi|huyen|chau|khu tu tri|nuoc|doan|lanh dao) ){0,3}(\p{L}+(?: \p{L}+)?)/gu;

/** The sides that a folded text names by "phía …", each by two words at most. */
export function sideWords(folded: string): string[] {
  return [...folded.matchAll(SIDE)].map((match) => match[1]!);
}

/** Whether a question asks who took part in a meeting, and of which side; null for any other. */
export function attendanceAsked({ searchText, answerType }: Question): AttendanceAsked | null {
  if (answerType === "number" || answerType === "date" || answerType === "place") return null;
  const folded = terms(searchText)
    .map((term) => term.folded)
    .join(" ");
  if (!ATTENDED.some((words) => words.test(folded))) return null;
  return { side: sideWords(fold(searchText))[0] ?? null };
}

import { fold, foldAligned, foldedWords, matchesIn, terms } from "../../language/text/index.ts";
import type { Question } from "./question.ts";
import { findQuestionWords } from "./question-words.ts";

/** A question for those who took part in something. */
interface AttendanceAsked {
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
  return matchesIn(folded, SIDE).map((match) => match[1]!);
}

/** Whether a question asks who took part in a meeting, and of which side; null for any other. */
export function attendanceAsked({ searchText, answerType }: Question): AttendanceAsked | null {
  if (answerType === "number" || answerType === "date" || answerType === "place") return null;
  const folded = foldedWords(searchText);
  if (!ATTENDED.some((words) => words.test(folded))) return null;
  return { side: sideWords(fold(searchText))[0] ?? null };
}

/** What a yes-or-no question wants confirmed. */
export interface Claim {
  /** The claim as a statement, Vietnamese. */
  readonly statement: string;
  /** The statement with "ai" for the person that it is about, where one stands at its start; else null. */
  readonly whoInstead: string | null;
}

const ENDS =
  /(?:,? (?:co )?(?:phai|dung)(?: the| vay)? (?:khong|ko|k|hong|chu)| (?:khong|chua|ko|hay khong|hay chua|a|ha))$/u;
const TAG = /,? (?:co )?(?:phai|dung)(?: the| vay)? (?:khong|ko|k|hong|chu)$/u;
const BEGINS =
  /^(?:co phai(?: la)?|phai chang|co dung(?: la)?|co that(?: la)?|lieu(?: co phai)?) /u;
/** "Ông X có dự …", "Hai bên đã ký … chưa": the word that asks for the truth of what follows. */
const WHETHER = / (?:co|da) (?!the )/u;
const ENGLISH = /^(?:did|does|do|was|were|is|are|has|have|had)\b/iu;
const CHINESE = /吗[?？]?$|是否|有没有|是不是|对吗|对不对/u;

/** Reads a yes-or-no question; null for any other. */
export function claimOf(question: Question): Claim | null {
  const { text, language, searchText, unmarked } = question;
  const bare = searchText.replace(/(?<![\s?？!！.。…])[\s?？!！.。…]+$/u, "");
  if (language !== "vi") {
    const isClaim = language === "en" ? ENGLISH.test(text) : CHINESE.test(text);
    return isClaim
      ? claim(bare.replace(/(?<=^|\s)(?:có|không|phải không|chưa)(?=\s|$)/giu, " "))
      : null;
  }
  const aligned = foldAligned(bare);
  const begins = BEGINS.exec(aligned);
  const ends = ENDS.exec(aligned);
  const tag = TAG.exec(aligned);
  if (begins === null && ends === null) return null;
  const from = begins?.[0].length ?? 0;
  const to = ends?.index ?? bare.length;
  const inner = bare.slice(from, to);
  // "Ai có mặt mà không …": it asks for somebody; a tag makes a statement of it all the same.
  if (findQuestionWords(terms(inner), unmarked).length > 0) return null;
  if (begins !== null || tag !== null) return claim(inner);
  const whether = WHETHER.exec(` ${foldAligned(inner)}`);
  if (whether === null) return null;
  const at = Math.max(0, whether.index - 1);
  return claim(`${inner.slice(0, at)} ${inner.slice(whether.index + whether[0].length - 1)}`);
}

/** Words before the person whom a claim is about. */
const PERSON =
  /^(?:(?:ông|bà|đồng chí|đại sứ|bí thư|phó bí thư|chủ tịch|phó chủ tịch|ngài|anh|chị) )*(?:\p{Lu}[\p{L}\p{M}]*(?: |$)){2,4}(?=(?:đã |có )?(?:tiếp|đón|gặp|dẫn|chủ trì|thăm|làm việc|hội đàm|ký|dự|tham dự|phát biểu|tặng|trao|sang|đến|làm trưởng đoàn))/iu;

function claim(words: string): Claim {
  const statement = words.replace(/\s+/gu, " ").trim();
  const person = PERSON.exec(statement)?.[0];
  const isName = person !== undefined && /(?:\p{Lu}[\p{L}\p{M}]{0,20} ){2}/u.test(person);
  return { statement, whoInstead: isName ? `Ai ${statement.slice(person.length)}?` : null };
}

/** "Hùng Ba là Chủ tịch tỉnh": who is said to hold which office; null where a claim says something else. */
export function officeClaimed({
  statement,
}: Claim): { readonly name: string; readonly office: string } | null {
  const match =
    /^(?:(?:ông|bà|đồng chí|ngài) )?(\p{Lu}[\p{L}\p{M}]{0,20}(?: \p{Lu}[\p{L}\p{M}]{0,20}){1,4}) (?:là|giữ chức|làm) (.{4,120})$/u.exec(
      statement,
    );
  if (match === null) return null;
  return { name: match[1]!.trim(), office: fold(match[2]!) };
}

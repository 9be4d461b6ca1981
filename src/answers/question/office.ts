import { ORGANISATION_HEADS, POSITION_HEADS } from "../../language/names/index.ts";
import { fold, phraseSet, terms } from "../../language/text/index.ts";
import type { Question } from "./question.ts";

/** A position whose holder is asked: "Phó Chủ tịch UBND tỉnh Lạng Sơn là ai?". All words folded. */
export interface OfficeAsked {
  /** Rank: "pho chu tich". */
  readonly head: string;
  /** What it is a rank of, in order, without words such as tỉnh: uy ban nhan dan lang son. */
  readonly words: readonly string[];
  /** The first word that tells a level: tinh, huyen, thi, thanh (phố), xa; null where none does. */
  readonly level: string | null;
  /** The kind of body that it names, as "uy ban nhan dan", "so", "hoi"; null where it names none. */
  readonly body: string | null;
}

/** Words that begin names of bodies. */
const BODY_HEADS = phraseSet(ORGANISATION_HEADS.map(fold));

/** The kind of body with which some folded words begin; null where they begin with none. */
export function bodyOf(words: readonly string[]): string | null {
  const length = BODY_HEADS.longestAt(words, 0);
  return length === 0 ? null : words.slice(0, length).join(" ");
}

/** The level of an office by its folded words. */
export function levelOf(words: readonly string[]): string | null {
  return words.find((word) => /^(?:tinh|huyen|thi|thanh|xa)$/u.test(word)) ?? null;
}

/** Heads that many hold at once, or for one visit only. */
const SHARED = new Set([
  "truong doan",
  "pho truong doan",
  "lanh dao",
  "nha lanh dao",
  "dai bieu",
  "uy vien",
]);
export const OFFICE_HEADS = phraseSet(POSITION_HEADS.map(fold));
const LEADING =
  /^(?:hien nay |hien tai |hien |xin hoi |cho hoi |cho biet |duong kim |dong chi |ong |ba |ngai |ten (?:cua )?|ho ten (?:cua )?)+/u;
const ASKS_BEHIND =
  / (?:hien nay |hien tai |hien |dang )?(?:la ai|ten la gi|ten gi|ten la ai|la vi nao|la nguoi nao|la dong chi nao)(?: (?:vay|the|a|nhi|hien nay|bay gio))*$/u;
const WHICH =
  / nao (?=(?:da |se |cung |dong )?(?:tiep|don|gap|du|chu tri|ky|dan|tham|hoi|lam viec|di|sang|co mat|chu toa))/u;
const ASKS_BEFORE =
  /^(?:ai|vi nao|nguoi nao|ong nao|dong chi nao) (?:la|giu chuc vu|giu chuc|lam|dang la|hien la|dang giu chuc|dang lam) /u;
/** Words at which an office ends and what its holder did begins. */
const DID =
  /^(?:thăm|tiếp|đón|đến|tới|sang|dẫn|gặp|khi|hồi|hôm|dịp|tháng|trong|năm|ngày|lúc|dự|nói|phát|ký|đã|vừa|mà|tham|có)$/u;
const DID_UNMARKED = /^(?:tham|tiep|den|gap|khi|hom|da|ma|phat|ky|co|sang|qua|\d.*)$/u;
/** Verbs of two words of which the first begins names of bodies as well: "hội đàm", not "hội đồng". */
const DID_TOGETHER =
  /^(?:hoi dam|hoi kien|lam viec|gap go|hop (?:voi|o|tai)|(?:hoi|vao) (?:thang|nam|cuoi|dau|giua|\d.*)|(?:cuoi|dau|giua) (?:thang|nam|\d.*)|(?:thang|nam) \d.*)$/u;
/** Words of levels that tell no place from another, folded. */
export const LEVELS: readonly string[] = "tinh thanh pho huyen thi xa chau nuoc".split(" ");
/** Words that tell no office from another. */
export const GENERIC = new Set([...LEVELS, ..."cua tai o va mot ta".split(" ")]);

/** The position whose holder a question asks for; null where it asks something else. */
export function officeAsked({ answerType, searchText, unmarked }: Question): OfficeAsked | null {
  if (answerType !== "person") return null;
  const list = terms(searchText);
  const text = list.map((term) => term.folded).join(" ");
  const leading = LEADING.exec(text)?.[0] ?? "";
  const behind = ASKS_BEHIND.exec(text);
  const before = ASKS_BEFORE.exec(text);
  // "Phó Chủ tịch UBND tỉnh Quảng Ninh nào tiếp đoàn": the office ends at "nào".
  const which = WHICH.exec(text);
  const office =
    before !== null
      ? text.slice(before[0].length).replace(LEADING, "")
      : behind !== null
        ? text.slice(leading.length, behind.index)
        : which !== null
          ? text.slice(leading.length, which.index)
          : null;
  if (office === null) return null;
  const all = office.split(" ");
  const length = OFFICE_HEADS.longestAt(all, 0);
  const head = all.slice(0, length).join(" ");
  if (length === 0 || SHARED.has(head)) return null;
  const offset = before !== null ? list.length - all.length : leading.split(" ").length - 1;
  const words: string[] = [];
  for (let i = length; i < all.length; i++) {
    const term = list[offset + i]!;
    if ((unmarked ? DID_UNMARKED : DID).test(unmarked ? term.folded : term.marked)) break;
    if (DID_TOGETHER.test(`${term.folded} ${all[i + 1] ?? ""}`)) break;
    words.push(term.folded);
  }
  // "Chủ tịch tỉnh" is that of its people's committee.
  const bare = /chu tich$/u.test(head) && /^(?:tinh|thanh|huyen|thi|xa)$/u.test(words[0] ?? "");
  const full = bare ? ["uy", "ban", "nhan", "dan", ...words] : words;
  const rest = full.filter((word) => !GENERIC.has(word));
  const body = bodyOf(rest);
  // Without marks "hoi" is "hồi" as well.
  const isSure = body !== null && (!unmarked || body.includes(" "));
  return { head, words: rest, level: levelOf(words), body: isSure ? body : null };
}

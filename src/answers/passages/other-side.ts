import { holdersIn, KNOWN_PLACES } from "../../language/names/index.ts";
import { fold } from "../../language/text/index.ts";
import { asVietnamese } from "../../language/translate/index.ts";
import type { Question } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";

const PLACE = [...KNOWN_PLACES]
  .map(fold)
  .filter((name) => name.includes(" "))
  .sort((a, b) => b.length - a.length)
  .join("|");
/** "Đoàn Lạng Sơn làm việc với ai": whoever is asked is not of the side that is named before the verb. */
const WITH_WHOM = new RegExp(
  `^(?:hoi |va )?(?:doan|lanh dao|tinh|thanh pho|phia)(?: \\p{L}{1,20}){0,4}? (${PLACE})(?: \\p{L}{1,20}){0,8}? (?:voi|gap|tiep|don|tham) (?:ai|nhung ai|vi nao|nguoi nao|dong chi nao)(?!\\p{L})`,
  "u",
);
/** "Trưởng đoàn tỉnh Lào Cai là ai": the delegation comes from there. */
const HEAD_OF = new RegExp(
  `(?:truong doan|dan dau doan|lam truong doan)(?: (?:cua|dai bieu|cong tac|tinh|thanh pho|thi|huyen|chau|doan)){0,6} (${PLACE})(?!\\p{L})`,
  "u",
);
/** "Đoàn Cao Bằng thăm Quảng Tây ngày nào": the day is of the visit by the delegation from there. */
const WHOSE_VISIT = new RegExp(
  `^(?:doan|lanh dao)(?: (?:cua|dai bieu|cong tac|tinh|thanh pho|thi|huyen|chau|khu)){0,6} (${PLACE})(?!\\p{L})`,
  "u",
);
const TOWARDS =
  "(?:sang|den|toi|tham|tai|o|voi|vao|ve|don|giua)(?: (?:lam viec|cong tac|tham|tinh|thanh pho|khao sat|huyen|thi|chau)){0,4}";
const BEHIND_TOWARDS = new RegExp(`(?<!\\p{L})${TOWARDS} $`, "u");
/** More than the longest way of saying where a delegation went. */
const TOWARDS_CHARS = 60;

const LEADS = /(?<!\p{L})(?:truong doan|dan dau|lam truong|cam dau|dan doan)(?!\p{L})/u;

/** What a question demands of the person who is asked. */
interface SideAsked {
  readonly place: string;
  /** True: the person leads the delegation of this place; false: they are of another side than it. */
  readonly own: boolean;
}

/** The side that a question for a person is bound to; null where it is bound to none. */
export function sideAsked({ answerType, searchText }: Question): SideAsked | null {
  if (answerType !== "person") return null;
  const text = fold(searchText);
  const other = WITH_WHOM.exec(text)?.[1];
  if (other !== undefined) return { place: other, own: false };
  const own = HEAD_OF.exec(text)?.[1];
  return own === undefined ? null : { place: own, own: true };
}

/** False where a sentence can only name somebody of the wrong side. */
export function isOtherSide(
  { text, evidence: { candidate } }: RankedSentence,
  side: SideAsked,
): boolean {
  if (candidate?.type !== "person") return false;
  const folded = fold(asVietnamese(text));
  if (side.own) {
    if (!LEADS.test(folded)) return false;
    // Named only as where the delegation went, the place is not where it came from.
    const places = wholeWords(folded, side.place);
    const named = places.length;
    const towards = places.filter((at) =>
      BEHIND_TOWARDS.test(folded.slice(Math.max(0, at - TOWARDS_CHARS), at)),
    ).length;
    return named === 0 || named > towards;
  }
  const holder = holdersIn(text).find(({ person }) => person.start === candidate.start);
  const about = (holder?.positions ?? []).map(({ start, end }) => fold(text.slice(start, end)));
  return !about.some((position) => position.includes(side.place));
}

/** Where words stand in a text with no letter beside them. */
function wholeWords(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const beside = text.slice(Math.max(0, at - 1), at) + text.charAt(at + words.length);
    if (!/\p{L}/u.test(beside)) found.push(at);
  }
  return found;
}

/** False where a sentence dates a visit, but neither it nor its title names the place whose delegation a question for a day is about. */
export function isOfDelegation(
  { answerType, searchText }: Question,
  { text, found, evidence: { candidate } }: RankedSentence,
): boolean {
  const place = answerType === "date" ? WHOSE_VISIT.exec(fold(searchText))?.[1] : undefined;
  return (
    place === undefined ||
    candidate === null ||
    fold(`${asVietnamese(text)} ${asVietnamese(found.chunk.title)}`).includes(place)
  );
}

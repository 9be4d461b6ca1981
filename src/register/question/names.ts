import { HONORIFICS, POSITION_HEADS, SURNAMES } from "../../entities/vocabulary.ts";
import { mentionsIn } from "../../question/mentions.ts";
import { fold, hasMarks } from "../../text/fold.ts";
import { phraseSet } from "../../text/phrases.ts";
import { type Term, terms } from "../../text/terms.ts";
import { placeName, placeRanges } from "../query/places.ts";

/** A place or person that a Vietnamese question names. */
export interface Named {
  readonly kind: "place" | "person";
  /** The bare name; a known place as it is written, others as typed. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where its title or honorific begins; `start` where there is none. */
  readonly fullStart: number;
}

/** Titles that say who is meant; "lãnh đạo", "đại biểu" may be anybody. */
const VAGUE = new Set(["đại biểu", "lãnh đạo", "nhà lãnh đạo", "trưởng đoàn", "phó trưởng đoàn"]);
const TITLES = phraseSet(POSITION_HEADS.filter((title) => !VAGUE.has(title)).map(fold));
const HONORIFIC = phraseSet(HONORIFICS);
/** Without marks most honorifics are other words too: cô, có; chị, chỉ. */
const FOLDED_HONORIFIC = phraseSet(["ong", "ba", "dong chi", "ngai", "dai tuong", "trung tuong"]);
const FOLDED_SURNAMES = new Set([...SURNAMES].map(fold));
const BODIES = phraseSet(
  "tinh uy|thanh uy|huyen uy|khu uy|thi uy|chau uy|uy ban nhan dan|hoi dong nhan dan|quoc hoi|tinh|thanh pho|huyen|nuoc|chinh phu|ngoai giao|thuong truc|dac menh toan quyen".split(
    "|",
  ),
);
/** Words at which a name typed in lower case ends. */
const NOT_IN_NAME = new Set(
  "da se dang tung vua sap co tiep don gap tham lam hoi dan dau den sang toi va voi cung tai o la thi nhung ai nao may bao nhieu trong nam thang ngay lan cua truong chu tri tu khi".split(
    " ",
  ),
);

/** The places and persons of a question, in order. */
export function namesIn(text: string): Named[] {
  const unmarked = !hasMarks(text);
  const list = terms(text);
  const folded = list.map((term) => term.folded);
  const marked = list.map((term) => term.marked);
  const found: Named[] = placeRanges(text, unmarked).map((range) => ({
    kind: "place",
    name: placeName(text.slice(range.start, range.end)),
    fullStart: range.start,
    ...range,
  }));
  const isFree = (start: number, end: number) =>
    !found.some((other) => start < other.end && other.start < end);
  for (const { kind, start, end, name, fullStart } of mentionsIn(text, "vi"))
    if (isFree(start, end)) found.push({ kind, start, end, name, fullStart });
  for (let i = 0; i < list.length; i++) {
    const honorific = unmarked
      ? FOLDED_HONORIFIC.longestAt(folded, i)
      : HONORIFIC.longestAt(marked, i);
    const title = honorific > 0 ? 0 : TITLES.longestAt(folded, i);
    const lead = honorific || title;
    if (lead === 0 || !isFree(list[i]!.start, list[i]!.end)) continue;
    let to = i + lead;
    if (honorific > 0) {
      while (to < list.length && to - i - lead < 4 && !NOT_IN_NAME.has(folded[to]!)) to++;
    } else {
      for (let more = BODIES.longestAt(folded, to); more > 0; ) {
        to += more;
        more = BODIES.longestAt(folded, to);
      }
    }
    const first = honorific > 0 ? i + lead : i;
    if (to <= first) continue;
    const start = list[first]!.start;
    const end = list[to - 1]!.end;
    // A title right before a name that was read already belongs to it.
    const named = found.some(
      (other) => other.kind === "person" && other.fullStart <= list[i]!.start && other.end >= end,
    );
    if (named || !isFree(start, end)) continue;
    found.push({
      kind: "person",
      name: text.slice(start, end),
      start,
      end,
      fullStart: list[i]!.start,
    });
    i = to - 1;
  }
  const leading = lowerCaseName(list, text);
  if (leading > 0 && isFree(list[0]!.start, list[leading - 1]!.end)) {
    const [start, end] = [list[0]!.start, list[leading - 1]!.end];
    found.push({ kind: "person", name: text.slice(start, end), start, end, fullStart: start });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "ho tien thieu da tiep …": words of a name at the start, a family name first, up to what was done; 0 for none. */
function lowerCaseName(list: readonly Term[], text: string): number {
  if (/\p{Lu}/u.test(text.slice(1)) || !FOLDED_SURNAMES.has(list[0]?.folded ?? "")) return 0;
  let length = 1;
  while (length < 5 && !NOT_IN_NAME.has(list[length]?.folded ?? "da")) length++;
  return length >= 2 && length <= 4 && length < list.length ? length : 0;
}

import {
  FOLDED_PLACE_NAMES,
  holdersIn,
  namesIn,
  ORGANISATION_HEADS,
} from "../../language/names/index.ts";
import { fold, matchesIn, phraseSet, spacedWords } from "../../language/text/index.ts";
import { expandedTerms, expandedWords } from "../../language/translate/index.ts";
import { LEVELS, namesIn as namedIn, type Question } from "../question/index.ts";
import type { Candidate, RankedSentence } from "../search/index.ts";

/** Of whose people a question asks: "ai bên Văn phòng Châu ủy Văn Sơn", "phía Lai Châu có những ai". */
interface BodyAsked {
  /** Folded words of the body or the side that tell it from others. */
  readonly words: readonly string[];
  /** True for a body of its own (an office, an association): nobody else answers. */
  readonly binds: boolean;
}

const WHO = /^(?:ai|nguoi nao|nhung ai|vi nao|nhung vi nao|dong chi nao|ong nao|ba nao)(?= |$)/u;
const OF = new Set(["ben", "phia", "cua", "thuoc"]);
/** Words at which the name of a body ends. */
const ENDS = new Set(
  "tiep don gap co du tham cu dong chu dan ky la lam di cung sang den hoi chao tien ra nao ai nhung nguoi vi da se khi trong o tai voi va".split(
    " ",
  ),
);
/** Beginnings of names at which `ENDS` would stop: "hội liên hiệp", "đồng hương". */
const BODIES = phraseSet([
  ...ORGANISATION_HEADS.map(fold),
  ..."van phong|so|bo|hoi|hoi lien hiep|hoi phu nu|cuc|cong an|hai quan|mat tran|tinh doan|bien phong|dai su quan|tong lanh su quan|ban quan ly|ban ngoai vu|chinh hiep|nhan dai|uy ban".split(
    "|",
  ),
]);
/** Words of places and levels that tell no side from another. */
const PLAIN = new Set([...LEVELS, ..."doan quan phia ben cua".split(" ")]);
/** Sides that articles call by other words: they bind nothing. */
const BY_OTHER_WORDS =
  /^(?:khach|ban|nuoc ban|trung quoc|tq|viet nam|vn|ta|chu nha|han quoc|han|nhat ban|nhat|lao)$/u;
const MOST_WORDS = 9;

/** The body or side whose person a question asks for; null where it asks for anybody. */
export function bodyAsked({ answerType, searchText }: Question): BodyAsked | null {
  if (answerType !== "person") return null;
  const list = expandedTerms(searchText).map(({ folded }) => folded);
  for (let i = 0; i < list.length; i++) {
    const who = WHO.exec(list.slice(i, i + 3).join(" "))?.[0].split(" ").length ?? 0;
    const isSide = list[i] === "phia" || list[i] === "ben";
    const from =
      who > 0 && OF.has(list[i + who] ?? "")
        ? i + who + 1
        : isSide || (i === 0 && BODIES.longestAt(list, 0) > 0)
          ? i + (isSide ? 1 : 0)
          : -1;
    const isLeading = who === 0 && !isSide;
    if (from < 0) continue;
    const head = BODIES.longestAt(list, from);
    let to = from + head;
    while (to < list.length && to - from < MOST_WORDS && !ENDS.has(list[to]!)) to++;
    // "phía …" leads up to who is asked, "ai bên …" stands behind it.
    const asks = who > 0 || list.slice(to, to + 5).some((word) => word === "ai" || word === "nao");
    const words = list.slice(from, to);
    // "Sở Công Thương có ai dự": at the beginning only what is said to have somebody is a body.
    if (isLeading && !/^(?:co|cu)$/u.test(list[to] ?? "")) continue;
    if (!asks || words.length === 0 || BY_OTHER_WORDS.test(words.join(" "))) continue;
    const telling = words.filter((word) => !PLAIN.has(word));
    if (telling.length === 0) continue;
    // "Phông Sa Lỳ" without marks begins like "phòng".
    const isPlace = FOLDED_PLACE_NAMES.has(words.join(" "));
    return { words: telling, binds: head > 0 && !isPlace };
  }
  return null;
}

/** What leads up to the people of a side: "Phía Lai Châu có các đồng chí:", "đại diện Hải quan A do". */
const LEADS_UP =
  /(?<!\p{L})(?:phía|bên|đoàn|đại diện) ((?:[^\s.;:]{1,20} ){1,9}?)(?:còn có|cũng có|có|gồm|là|dự|do)(?!\p{L})/giu;

/** The names of places in a text. */
const placeNames = (text: string) =>
  [...namedIn(text)].filter(({ kind }) => kind === "place").map(({ name }) => name);

/** Characters of a sentence before in which a body is looked for. */
const BEFORE = 240;

/** What stands right before a sentence in the text of its passage. */
function sentenceBefore(sentence: string, text: string): string {
  const at = text.indexOf(sentence);
  const before = at <= 0 ? "" : text.slice(Math.max(0, at - BEFORE), at).trim();
  return before.slice(before.slice(0, -1).lastIndexOf(". ") + 1);
}

/** The person of a body in a sentence, by its office or by what leads up to it; null where there is none. */
export function personOf(
  { words }: BodyAsked,
  { searchText }: Question,
  { text, found }: RankedSentence,
): Candidate | null {
  const asked = spacedWords(searchText);
  const isNew = ({ start, end }: { readonly start: number; readonly end: number }) =>
    !asked.includes(` ${fold(text.slice(start, end))} `);
  const holds = (part: string) => {
    const held = expandedTerms(part).map(({ folded }) => folded);
    return words.every((word) => held.includes(word));
  };
  const personAt = (range: { readonly start: number; readonly end: number }): Candidate => ({
    type: "person",
    start: range.start,
    end: range.end,
    fit: 1,
  });
  for (const lead of matchesIn(text, LEADS_UP)) {
    if (!holds(lead[1]!)) continue;
    const at = lead.index + lead[0].length;
    const first = namesIn(text).find(
      (one) => one.type === "person" && one.start >= at && isNew(one),
    );
    if (first !== undefined) return personAt(first);
  }
  const places = new Set(
    placeNames(searchText).flatMap((name) => expandedTerms(name).map(({ folded }) => folded)),
  );
  const around = fold(found.chunk.row.text);
  let ofPlace: Candidate | null = null;
  for (const { person, positions } of holdersIn(text)) {
    if (!isNew(person)) continue;
    // "Đại tá A của Công an B"
    const belongs = /^,? (?:của|thuộc) [^,;.()]{3,60}/u.exec(text.slice(person.end))?.[0];
    if (belongs !== undefined && holds(belongs)) return personAt(person);
    if (positions.length === 0) continue;
    const start = Math.min(person.start, positions[0]!.start);
    const last = Math.max(person.end, positions.at(-1)!.end);
    // What goes on behind an office belongs to it up to the end of the clause.
    const tail = /^[^,;.()]{0,60}/u.exec(text.slice(last))?.[0] ?? "";
    const office = text.slice(start, last + (last > person.end ? tail.length : 0));
    if (holds(office)) return personAt(person);
    // "Hội Phụ nữ tỉnh": of which province stands beside it.
    const held = expandedTerms(office).map(({ folded }) => folded);
    const missing = words.filter((word) => !held.includes(word));
    const isHere =
      /(?<!\p{L})(?:tỉnh|thành phố|huyện|thị|châu)(?!\p{L})/u.test(office) &&
      missing.length < words.length &&
      missing.every((word) => places.has(word)) &&
      around.includes(missing.join(" "));
    if (isHere) ofPlace ??= personAt(person);
    // "Đoàn làm việc với Học viện A. Phó Hiệu trưởng B cho biết …"
    const isOwn =
      /^(?:ông |bà |đồng chí )?$/iu.test(text.slice(0, start)) && placeNames(office).length === 0;
    if (isOwn && holds(sentenceBefore(text, found.chunk.row.text))) ofPlace ??= personAt(person);
  }
  if (ofPlace !== null) return ofPlace;
  // "Phía A có bà B - Phó Chủ tịch Hội C": the only person of a sentence that names the body.
  const [only, ...others] = namesIn(text).filter((one) => one.type === "person" && isNew(one));
  const told = expandedWords(text);
  const isNamed = told.includes(` ${words.join(" ")} `);
  return only !== undefined && others.length === 0 && isNamed ? personAt(only) : null;
}

import { fold, foldAligned, isToCome } from "../../../language/text/index.ts";
import { expandedTerms } from "../../../language/translate/index.ts";
import type { Visit, VisitSide } from "../../../model/index.ts";
import { LEVELS, OFFICE_HEADS, type Question } from "../../question/index.ts";
import type { RankedSentence } from "../../search/index.ts";
import { type Demands, isOn, meetsTimes } from "../asked/index.ts";

/** Who received, in a folded question. */
export const WHO_RECEIVED =
  /(?:^| )(?:(?<!nhung )ai|nao|nguoi) (?:(?:la|da|thay mat|chu tri|nguoi) ){0,3}(?:tiep(?! theo)|don(?! vi)|tien(?! hanh)|chu tri)(?: |$)/u;
export const WAS_RECEIVED = /(?:^| )duoc (?:ai|nguoi nao|lanh dao nao) (?:tiep|don|tien(?! hanh))/u;
const WHO_CAME =
  /^ ?(?:(?:trong|vao|thang|nam|ngay|hom|quy|\d{1,4}) ){0,6}(?:nhung )?(?:ai|nguoi nao|vi nao)(?: da| tung)?(?: sang| den| toi| ghe)? tham(?: va lam viec)?(?: tai| voi)? /u;
const WHO_WAS_LEADER =
  /(?:^| )(?:ai|nguoi nao) (?:(?:la|da|lam|nguoi) ){0,3}(?:dan(?: dau)?|truong doan|dung dau)(?: |$)|(?:dan dau|truong doan)(?: [a-z-]{1,20}){0,12} la (?:ai|nguoi nao)(?: |$)|do (?:ai|nguoi nao) (?:dan|lam truong|dung)|(?:^| )cu (?:ai|nguoi nao)(?: |$)/u;
/** Who led, in a folded question; who came is who led those who did. */
export const asksLeader = (folded: string): boolean =>
  WHO_CAME.test(folded) || WHO_WAS_LEADER.test(folded);
/** Where it was; "tỉnh nào", "những đâu" ask for more than the place of one meeting. */
export const WHERE = /(?:^| )(?:(?:o|tai) dau|(?:o|tai) (?:cho|noi|dia diem) nao)(?: |$)/u;

/** What is planned, as it is typed without marks, and one of a series are in no record of what was. */
const AHEAD =
  /(?<!\p{L})(?:du kien|du dinh|tiếp theo|tiep theo|kế tiếp|sap toi)(?!\p{L})|(?<!\p{L})(?:lần|kỳ|phiên|vòng)(?: \p{L}+){0,2} thứ \d/iu;

const PLACE_WORDS =
  /(?:^| )(?:thanh pho|thi xa|thi|phuong|xa|huyen|cua khau|truong|tru so|moc|loi|cau|km|don|khu vuc) /u;

/** What of a record is asked for. */
type RecordFields = Pick<Visit, "host" | "guest" | "planned" | "place" | "date" | "endDate">;

/** "ở cửa khẩu Kim Thành": no side of the meeting. */
const WHERE_IT_WAS =
  /(?:^| )(?:o|tai) (?:(?:cua khau|khu vuc|duong bo|quoc te|moc|xa|phuong|tru so|thanh pho|huyen) ?){0,3}$/u;

/** What the record of the meeting that is meant holds for a question, as the article writes it. */
interface Recorded {
  readonly type: "person" | "place";
  readonly words: string;
}

/**
 * Reads who received, who led or where it was from the visits of the article that is meant.
 *
 * @returns Null where the question asks something else, or the visits that hold all its names don't agree.
 */
export function byRecord(
  { searchText, answerType }: Question,
  { names, times }: Demands,
  visits: () => readonly RecordFields[],
): Recorded | null {
  if (names.length === 0 || isToCome(searchText) || AHEAD.test(searchText)) return null;
  const folded = fold(searchText).replace(/[^a-z0-9-]+/gu, " ");
  const office = answerType === "person" ? officeIn(searchText, names) : null;
  if (office !== null) {
    const holders = new Set(visits().flatMap((visit) => holdersOf(office, visit)));
    if (holders.size === 1) return { type: "person", words: [...holders][0]! };
  }
  const received = WHO_RECEIVED.test(folded) || WAS_RECEIVED.test(folded);
  const isWho = answerType === "person" && (received || asksLeader(folded));
  if (!isWho && !(answerType === "place" && WHERE.test(folded))) return null;
  // A name of one word may be the matter: "bàn chuyện xe AGV".
  const aligned = foldAligned(searchText);
  const sides = names.filter(
    ({ kind, words, start }) =>
      (kind === "place" || words.length > 1) && !WHERE_IT_WAS.test(aligned.slice(0, start)),
  );
  if (sides.length === 0) return null;
  const told = visits().filter(
    ({ planned, host, guest, date, endDate }) =>
      !planned &&
      (times.length === 0 ||
        date.month === null ||
        meetsTimes(times, { first: date, last: endDate ?? date })) &&
      sides.every((name) => isOn(host, name) || isOn(guest, name)),
  );
  const led = received ? null : ledName(searchText, names);
  const found = told.map((visit) => (isWho ? headAsked(visit, names, led) : visit.place));
  const words = [...new Set(found.filter((one) => one !== null))];
  if (words.length !== 1) return null;
  if (isWho) return { type: "person", words: words[0]! };
  return PLACE_WORDS.test(` ${fold(words[0]!)} `) ? { type: "place", words: words[0]! } : null;
}

/** An office that a question names without its holder, and the place that it is held in. */
interface OfficeNamed {
  /** Its folded words, those of the body behind it among them. */
  readonly words: readonly string[];
  readonly place: Demands["names"][number] | null;
}

const ASKS_HOLDER = / (?:la ai|ten la gi|ten gi|la nguoi nao|la vi nao)(?: |$)/u;
/** Heads that many hold, or for one visit. */
const SHARED = /^(?:pho )?(?:truong doan|lanh dao|nha lanh dao|dai bieu|uy vien)$/u;
/** Words between an office's head and its place at which it ends. */
const OFFICE_ENDS =
  /^(?:tiep|don|gap|du|chu|ky|dan|tham|hoi|lam|di|sang|co|la|ten|da|cung|voi|noi|phat|de|nao|khi|nam|thang|ngay|o|tai)$/u;
/** Longest name of a body between head and place. */
const MOST_BETWEEN = 8;

/** The office whose holder a question asks for by its words and the place behind them; null where it asks for none. */
function officeIn(text: string, names: Demands["names"]): OfficeNamed | null {
  const list = expandedTerms(text);
  const folded = list.map((term) => term.folded);
  if (!ASKS_HOLDER.test(`${folded.join(" ")} `)) return null;
  for (let i = folded.length - 1; i >= 0; i--) {
    const head = OFFICE_HEADS.longestAt(folded, i);
    if (head === 0 || (i > 0 && OFFICE_HEADS.longestAt(folded, i - 1) > head)) continue;
    if (SHARED.test(folded.slice(i, i + head).join(" "))) return null;
    let to = i + head;
    const placeAt = (at: number) =>
      names.find(
        ({ kind, words }) =>
          kind !== "person" && words.every((word, n) => folded[at - words.length + 1 + n] === word),
      );
    while (to < folded.length && to - i < MOST_BETWEEN + head && !OFFICE_ENDS.test(folded[to]!)) {
      const place = placeAt(to);
      if (place !== undefined) {
        const words = folded.slice(i, to + 1).filter((word) => !place.words.includes(word));
        return { words: withoutRanks(words), place };
      }
      to++;
    }
    return { words: withoutRanks(folded.slice(i, to)), place: null };
  }
  return null;
}

const withoutRanks = (words: readonly string[]): string[] =>
  words.filter((word) => word !== "cua" && !LEVELS.includes(word));

/** Who holds an office by the positions that a record tells. */
function holdersOf({ words, place }: OfficeNamed, { host, guest }: RecordFields): string[] {
  return [host, guest].flatMap((side) => {
    const elsewhere = place !== null && !isOn(side, place);
    return side.people.flatMap(({ name, position }) => {
      if (position === null) return [];
      const held = expandedTerms(position).map(({ folded }) => folded);
      const isDeputy = held[0] === "pho" && words[0] !== "pho";
      const own = place?.words.every((word) => held.includes(word)) === true;
      return !isDeputy && (!elsewhere || own) && words.every((word) => held.includes(word))
        ? [name]
        : [];
    });
  });
}

/** Between whoever is led and the words that ask by whom: "đoàn A do ai dẫn đầu", "trưởng đoàn A là ai". */
const LED_BEHIND =
  /^[^,;.]{0,30}?(?:do (?:ai|nguoi nao)|la (?:ai|nguoi nao)|(?:cu|co) (?:ai|nguoi nao))/u;
/** What stands before a name that says only where it was, or with whom. */
const NOT_LED =
  /(?:^| )(?:tai|o|voi|sang|den|toi|tham|gap|cung|di|qua|len|ve) (?:(?:tinh|thanh pho|huyen|chau|doan|dai bieu|cong tac) ){0,3}$/u;

/** The name of the delegation of which a question asks who led it: the one right before the words that ask, else the first. */
export function ledName(text: string, names: Demands["names"]): Led | null {
  const folded = foldAligned(text);
  const places = names.filter(({ start }) => !NOT_LED.test(folded.slice(0, start)));
  const asked = places.findLast(({ end }) => LED_BEHIND.test(folded.slice(end))) ?? places[0];
  if (asked !== undefined) return { name: asked, isOther: false };
  return names[0] === undefined ? null : { name: names[0], isOther: true };
}

/** The side of a visit whose leader is asked for; null where both or neither may be meant. */
export function sideLed(
  { host, guest }: Pick<Visit, "host" | "guest">,
  { name, isOther }: Led,
): VisitSide | null {
  const [isHost, isGuest] = [isOn(host, name), isOn(guest, name)];
  if (isHost === isGuest) return null;
  return isHost !== isOther ? host : guest;
}

/** The delegation that was led, or whom it came to: "ai dẫn đầu đoàn sang thăm A" asks for those who are not A's. */
interface Led {
  readonly name: Demands["names"][number];
  readonly isOther: boolean;
}

/**
 * Who received, or led the side that is named alone; null where the question names that very person.
 *
 * @param led The name of the side that was led; null where it is asked who received.
 */
function headAsked(visit: RecordFields, names: Demands["names"], led: Led | null): string | null {
  const side = led === null ? visit.host : sideLed(visit, led);
  const isNamed = names.some(
    (name) => name.kind === "person" && side !== null && isOn({ ...side, people: [] }, name),
  );
  return isNamed ? null : (side?.head ?? null);
}

/** The sentences of an article that hold what its record tells, the words marked. */
export function tellingIt(
  { type, words }: Recorded,
  articleId: string,
  able: readonly RankedSentence[],
): RankedSentence[] {
  return able.flatMap((sentence) => {
    const start = sentence.text.indexOf(words);
    if (start < 0 || sentence.found.chunk.articleId !== articleId) return [];
    const candidate = { type, start, end: start + words.length, fit: 1 };
    return [{ ...sentence, evidence: { ...sentence.evidence, candidate } }];
  });
}

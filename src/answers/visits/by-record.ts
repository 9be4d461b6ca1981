import { fold, foldAligned } from "../../language/text/index.ts";
import type { Visit, VisitSide } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import type { Demands } from "./demands.ts";
import { isOn } from "./direction.ts";

/** Who received, in a folded question. */
export const WHO_RECEIVED =
  /(?:^| )(?:(?<!nhung )ai|nao|nguoi) (?:(?:la|da|thay mat|chu tri|nguoi) ){0,3}(?:tiep(?! theo)|don(?! vi)|tien(?! hanh)|chu tri)(?: |$)/u;
export const WAS_RECEIVED = /(?:^| )duoc (?:ai|nguoi nao|lanh dao nao) (?:tiep|don|tien(?! hanh))/u;
/** Who led. */
export const WHO_LED =
  /(?:^| )(?:ai|nguoi nao) (?:(?:la|da|lam|nguoi) ){0,3}(?:dan(?: dau)?|truong doan|dung dau)(?: |$)|(?:dan dau|truong doan)(?: [a-z-]{1,20}){0,12} la (?:ai|nguoi nao)(?: |$)|do (?:ai|nguoi nao) (?:dan|lam truong|dung)|(?:^| )cu (?:ai|nguoi nao)(?: |$)/u;
/** Where it was; "tỉnh nào", "những đâu" ask for more than the place of one meeting. */
export const WHERE = /(?:^| )(?:(?:o|tai) dau|(?:o|tai) (?:cho|noi|dia diem) nao)(?: |$)/u;

const PLACE_WORDS =
  /(?:^| )(?:thanh pho|thi xa|thi|phuong|xa|huyen|cua khau|truong|tru so|moc|loi|cau|km|don|khu vuc) /u;

/** What of a record is asked for. */
type Told = Pick<Visit, "host" | "guest" | "planned" | "place">;

/** What the record of the meeting that is meant holds for a question, as the article writes it. */
export interface Recorded {
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
  { names }: Demands,
  visits: () => readonly Told[],
): Recorded | null {
  if (names.length === 0) return null;
  const folded = fold(searchText).replace(/[^a-z0-9-]+/gu, " ");
  const received = WHO_RECEIVED.test(folded) || WAS_RECEIVED.test(folded);
  const isWho = answerType === "person" && (received || WHO_LED.test(folded));
  if (!isWho && !(answerType === "place" && WHERE.test(folded))) return null;
  // A name of one word may be the matter: "bàn chuyện xe AGV".
  const sides = names.filter(({ kind, words }) => kind === "place" || words.length > 1);
  if (sides.length === 0) return null;
  const told = visits().filter(
    ({ planned, host, guest }) =>
      !planned && sides.every((name) => isOn(host, name) || isOn(guest, name)),
  );
  const led = received ? null : ledName(searchText, names);
  const found = told.map((visit) => (isWho ? headAsked(visit, names, led) : visit.place));
  const words = [...new Set(found.filter((one) => one !== null))];
  if (words.length !== 1) return null;
  if (isWho) return { type: "person", words: words[0]! };
  return PLACE_WORDS.test(` ${fold(words[0]!)} `) ? { type: "place", words: words[0]! } : null;
}

/** Between whoever is led and the words that ask by whom: "đoàn A do ai dẫn đầu", "trưởng đoàn A là ai". */
const LED_BEHIND =
  /^[^,;.]{0,30}?(?:do (?:ai|nguoi nao)|la (?:ai|nguoi nao)|(?:cu|co) (?:ai|nguoi nao))/u;
/** What stands before a name that says only where it was, or with whom. */
const NOT_LED =
  /(?:^| )(?:tai|o|voi|sang|den|toi|tham|gap|cung) (?:(?:tinh|thanh pho|huyen|chau|doan|dai bieu|cong tac) ){0,3}$/u;

/** The name of the delegation of which a question asks who led it: the one right before the words that ask, else the first. */
function ledName(text: string, names: Demands["names"]): Demands["names"][number] | null {
  const folded = foldAligned(text);
  const places = names.filter(({ start }) => !NOT_LED.test(folded.slice(0, start)));
  const asked = places.findLast(({ end }) => LED_BEHIND.test(folded.slice(end)));
  return asked ?? places[0] ?? names[0] ?? null;
}

/**
 * Who received, or led the side that is named alone; null where the question names that very person.
 *
 * @param led The name of the side that was led; null where it is asked who received.
 */
function headAsked(
  { host, guest }: Told,
  names: Demands["names"],
  led: Demands["names"][number] | null,
): string | null {
  const sideOf = (): VisitSide | null => {
    if (led === null) return host;
    const first = led;
    return isOn(host, first) === isOn(guest, first) ? null : isOn(host, first) ? host : guest;
  };
  const side = sideOf();
  const isNamed = names.some(
    (name) => name.kind === "person" && side !== null && isOn({ ...side, people: [] }, name),
  );
  return isNamed ? null : (side?.head ?? null);
}

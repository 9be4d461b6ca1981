import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import {
  FOLDED_SURNAMES,
  foldAligned,
  foldedTerms,
  foldedWords,
  isSyllableShaped,
  readOnce,
} from "../../../language/text/index.ts";
import { placeName } from "../../../visits/register/index.ts";
import { type Named, namesIn, type Question } from "../../question/index.ts";
import { type AskedTime, timesIn } from "./period.ts";
import { type PointsAsked, pointsAsked } from "./points-asked.ts";
import { seriesIn, seriesOf } from "./series-names.ts";

/** What a question binds its answer to, read once. */
export interface Demands {
  /** Persons, places and offices that it names, each by its folded words. */
  readonly names: readonly (Named & { readonly words: readonly string[] })[];
  /** Those that it leaves out: "ngoài Trung Quốc". */
  readonly except: Demands["names"];
  readonly times: readonly AskedTime[];
  /** True for a question in another language, whose offices are named by their rank alone. */
  readonly translated: boolean;
  /** What it asks of the minutes of a meeting; null where it asks something else. */
  readonly points: PointsAsked | null;
}

/** What stands before whom a question leaves out, folded. */
const EXCEPT =
  /(?:^| )(?:ngoai(?! (?:giao|vu|truong|thuong|hoi|tinh))|ngoai tru|khong ke|khong tinh|tru)(?: (?:ra|phia|ben|nuoc|doan|cac doan|khach|tinh))* $/u;

/** What a question demands of the meeting that it means. */
export const readDemands = readOnce((question: Question): Demands => {
  const { searchText, unmarked, language, persons = [] } = question;
  const series = seriesIn(searchText);
  const named = namesWithPersons(searchText, persons)
    .filter(
      (named) => persons.some(({ start }) => start === named.start) || isName(named, unmarked),
    )
    // "Các tỉnh phía Bắc" are no place of that name.
    .filter(({ start, end }) => !isDirection(searchText, start, end))
    // "Gặp gỡ đầu Xuân": the name of an event names no place.
    .filter(({ start, end }) => !series.some((one) => one.start <= start && end <= one.end))
    .map((named) => asPerson({ ...named, words: foldedTerms(named.name) }));
  const aligned = foldAligned(searchText);
  const isExcept = ({ fullStart }: Named) => EXCEPT.test(aligned.slice(0, fullStart));
  const names = named.filter((one) => !isExcept(one));
  return {
    names,
    except: named.filter(isExcept),
    times: timesIn(searchText),
    translated: language !== "vi",
    points: pointsAsked(searchText, unmarked, names),
  };
});

/** "Sam Van Hien": a full name that a translated question tells from no place. */
function asPerson(named: Demands["names"][number]): Demands["names"][number] {
  const { kind, name, words } = named;
  const isName =
    kind === "place" &&
    words.length > 2 &&
    words.length < 5 &&
    FOLDED_SURNAMES.has(words[0]!) &&
    words.every(isSyllableShaped) &&
    knownPlace(placeName(name)) === null;
  return isName ? { ...named, kind: "person" } : named;
}

const COMPASS = /^(?:bac|nam|dong|tay)$/u;
const TOWARDS = /(?:^| )(?:phia|mien|huong|vung) $/u;

/** True for a point of the compass: "phía Bắc", "miền Nam". */
const isDirection = (text: string, start: number, end: number): boolean => {
  const aligned = foldAligned(text);
  return COMPASS.test(aligned.slice(start, end)) && TOWARDS.test(aligned.slice(0, start));
};

/** A family name and more syllables with capitals, right behind an office and its place. */
const HOLDER = /^ (\p{Lu}\p{Ll}{0,7}(?: \p{Lu}\p{Ll}{0,7}){1,3})(?![\p{L}-])/u;

/** "Thị trưởng Phòng Thành Cảng Hoắc Gia Thụy": whoever holds an office that a question names with its place. */
function holdersNamed(text: string, named: readonly Named[]): Named[] {
  return named.flatMap(({ kind, end, fullStart }): Named[] => {
    const name = kind === "office" ? HOLDER.exec(text.slice(end))?.[1] : undefined;
    const words = foldedTerms(name ?? "");
    const isName = FOLDED_SURNAMES.has(words[0] ?? "") && words.every(isSyllableShaped);
    const start = end + 1;
    const isFree = !named.some(
      (other) => other.start < start + (name ?? "").length && start < other.end,
    );
    return name !== undefined && isName && isFree
      ? [{ kind: "person", name, start, end: start + name.length, fullStart }]
      : [];
  });
}

/** The names of a question, those of people of the register in place of what else their words would be. */
function namesWithPersons(text: string, persons: NonNullable<Question["persons"]>): Named[] {
  const read = namesIn(text);
  const named = [...read, ...holdersNamed(text, read)].sort((a, b) => a.start - b.start);
  if (persons.length === 0) return named;
  const people = persons.map(({ start, end }): Named => {
    const titled = named.find((one) => one.fullStart < start && start < one.end);
    return {
      kind: "person",
      name: text.slice(start, end),
      start,
      end,
      fullStart: titled?.kind === "person" ? titled.fullStart : start,
    };
  });
  const others = named.filter(
    (one) => !people.some(({ start, end }) => one.start < end && start < one.end),
  );
  return [...others, ...people].sort((a, b) => a.start - b.start);
}

/** "bà phó thị trưởng": an office in small letters is no name. */
const TITLE = /^(?:phó|quyền) /u;

/** "bà con" names nobody; without capitals a person's name can't be told from the words around it. */
function isName({ kind, name }: Named, unmarked: boolean): boolean {
  if (kind === "place") return true;
  return unmarked
    ? kind === "office" && name.includes(" ")
    : /^\p{Lu}/u.test(name) || (name.includes(" ") && !(kind === "person" && TITLE.test(name)));
}

/** Words that join names of which either may be meant. */
const JOINED = /^(?:\s*,\s*|\s+(?:và|hay|hoặc|hoac|va|cùng|cung)\s+)(?:\p{Ll}+\s+){0,3}$/iu;

/** "Hà Giang - Tuyên Quang đã gặp phía Văn Sơn": two of one side, where a third one is named. */
const DASHED = /^\s+[-–]\s+$/u;

/** True where two places of one country are joined by a dash beside a third name. */
function areDashed(
  a: Demands["names"][number],
  b: Demands["names"][number],
  text: string,
  count: number,
): boolean {
  if (count < 3 || !DASHED.test(text.slice(a.end, b.fullStart))) return false;
  const [one, other] = [a, b].map(({ name }) => knownPlace(placeName(name)));
  return one != null && other != null && one.country === other.country;
}

const AND = /^\s+(?:và|va|cùng|cung)\s/iu;

/** "Lạng Sơn và Bằng Tường gặp nhau": a place at home and one abroad are the two sides, and neither stands for both. */
function areSides(a: Demands["names"][number], b: Demands["names"][number], text: string): boolean {
  if (a.kind !== "place" || !AND.test(text.slice(a.end, b.fullStart))) return false;
  const [one, other] = [a, b].map(({ name }) => knownPlace(placeName(name))?.country ?? null);
  if (one === null || other === null) return false;
  return (one === HOME_COUNTRY) !== (other === HOME_COUNTRY);
}

/**
 * Names that are joined by "và", "hoặc" are alternatives of one another where they are of one kind and of one side of the
 * border.
 */
export function alternatives(names: Demands["names"], text: string): Demands["names"][number][][] {
  const groups: Demands["names"][number][][] = [];
  for (const name of names) {
    const last = groups.at(-1)?.at(-1);
    const joined =
      last !== undefined &&
      last.kind === name.kind &&
      !areSides(last, name, text) &&
      (JOINED.test(text.slice(last.end, name.fullStart)) ||
        areDashed(last, name, text, names.length));
    if (joined) groups.at(-1)!.push(name);
    else groups.push([name]);
  }
  return groups;
}

/** What a line on a visit has to show beside its day, sides and place, as it is asked for. */
export interface RowFocus {
  /** Persons that the question names, as it writes them: who only took part is told with their office. */
  readonly persons: readonly string[];
  /** True where bodies or offices are asked for: heads are told with theirs. */
  readonly offices: boolean;
  /** True where it is asked where they were: a sentence that is cut keeps its place. */
  readonly where: boolean;
  /** True for a series, whose numbers are told. */
  readonly numbers: boolean;
}

/** Bodies, and what somebody holds, folded. */
const OFFICES =
  /(?:^| )(?:nganh|so nganh|ban nganh|doan the|hoi doan|co quan|don vi|to chuc|luc luong|chuc|chuc vu|chuc danh|cuong vi|vai tro|quan chuc)(?: |$)/u;

const WHERE =
  /(?:^| )(?:o dau|o nhung dau|dau|cho nao|noi nao|nhung noi|nhung dau|dia diem|thanh pho nao|dia phuong nao|tai dau)(?: |$)/u;

/** What the lines of an answer over several visits have to show. */
export function focusOf(question: Question): RowFocus {
  const { names } = readDemands(question);
  return {
    persons: names.flatMap(({ kind, name }) => (kind === "person" ? [name] : [])),
    offices: OFFICES.test(foldedWords(question.searchText)),
    numbers: seriesOf(question).length > 0,
    where: WHERE.test(foldedWords(question.searchText)),
  };
}

import { FOLDED_TITLES } from "../../../language/names/index.ts";
import {
  fold,
  foldedWords,
  hasMarks,
  isSyllableShaped,
  normalizeLine,
  readOnce,
  terms,
} from "../../../language/text/index.ts";
import { fitToCorpus, translateQuestion } from "../../../language/translate/index.ts";
import type { Register, Visit, VisitFilter, VisitSide } from "../../../model/index.ts";
import {
  markedKey,
  officeKey,
  placeKey,
  placeName,
  placesOfSide,
  possibleDays,
  searchKey,
} from "../../../visits/register/index.ts";
import { findQuestionWords, namesIn } from "../../question/index.ts";
import { toldVisits } from "../lists/index.ts";

/** Somebody or some place of the register. */
export interface Subject {
  readonly kind: "person" | "place";
  /** As the register writes it. */
  readonly name: string;
  /** The visits that it took part in. */
  readonly filter: VisitFilter;
}

/** Longer texts are more than a name. */
const MAX_CHARS = 60;
const MAX_WORDS = 7;
/** Visits among which a typed name is looked for as it is written. */
const LOOKED_AT = 30;
const RANK =
  /^(?:tỉnh|thành phố|tp\.?|thị xã|huyện|châu|nước|đoàn|tinh|thanh pho|thi xa|huyen|chau|nuoc|doan)\s+/iu;

/** What a text names where it is a name and nothing else; null for any other, and for names that no visit has. */
export function subjectOf(text: string, register: Register): Subject | null {
  const line = normalizeLine(text).replace(/[\s.!…。！]{1,20}$/u, "");
  const list = terms(line);
  const count = list.length;
  if (line.length > MAX_CHARS || count === 0 || count > MAX_WORDS || /[?？\d/@]/u.test(line))
    return null;
  if (findQuestionWords(list, !hasMarks(line)).length > 0) return null;
  // "lao", "nga", "anh": everyday words where nothing marks them as names.
  if (count === 1 && line === line.toLowerCase() && isSyllableShaped(fold(line))) return null;
  const isHan = /\p{Script=Han}/u.test(line);
  const inVietnamese = () => {
    const isName = (syllables: readonly string[]) => register.has({ person: syllables.join(" ") });
    return fitToCorpus(translateQuestion(line, isHan ? "zh" : "en"), isName);
  };
  const forms = isHan || !hasMarks(line) ? [line, inVietnamese()] : [line];
  for (const form of forms) {
    const found = placeSubject(form, register) ?? personSubject(form, register);
    if (found !== null) return found;
  }
  return null;
}

function placeSubject(typed: string, register: Register): Subject | null {
  const bare = typed.replace(RANK, "");
  const key = placeKey(searchKey(bare));
  if (key === null) return null;
  const name = placeName(bare);
  const filter = { sides: [name] };
  return register.has(filter) ? { kind: "place", name, filter } : null;
}

function personSubject(typed: string, register: Register): Subject | null {
  const [named, ...others] = namesIn(typed);
  const isWhole =
    named?.kind === "person" &&
    others.length === 0 &&
    named.fullStart === 0 &&
    named.end === typed.length;
  const name = isWhole ? named.name : typed;
  if (terms(name).length < 2) return null;
  const { visits } = register.find({ person: name }, { offset: 0, limit: LOOKED_AT });
  const keyOf = hasMarks(name) ? markedKey : searchKey;
  const key = keyOf(name);
  const written = visits
    .flatMap(({ host, guest }) => [...namesOf(host), ...namesOf(guest)])
    .find((one) => keyOf(one) === key);
  return written === undefined
    ? null
    : { kind: "person", name: written, filter: { person: written } };
}

const namesOf = ({ head, people }: VisitSide) => [
  ...people.map(({ name }) => name),
  ...(head === null ? [] : [head]),
];

/** A position that somebody was told to hold, from the first year to the last. */
interface HeldOffice {
  readonly position: string;
  readonly years: { readonly first: number; readonly last: number } | null;
  /** The latest visit that tells it. */
  readonly visit: Visit;
}

const yearOf = (visit: Visit) => {
  const days = possibleDays(visit);
  return days === null ? null : Math.floor(days.first / 10_000);
};

/** The offices of a person by date, each once; those of unknown years last. */
export function officesOf(name: string, visits: readonly Visit[]): HeldOffice[] {
  const key = markedKey(name);
  const offices = new Map<string, HeldOffice>();
  for (const visit of visits)
    for (const { name: other, position } of [...visit.host.people, ...visit.guest.people]) {
      if (position === null || markedKey(other) !== key) continue;
      const office = officeKey(position);
      offices.set(office, merged(offices.get(office), { position, year: yearOf(visit), visit }));
    }
  const first = ({ years }: HeldOffice) => years?.first ?? Number.POSITIVE_INFINITY;
  return [...offices.values()].sort((a, b) => first(a) - first(b));
}

function merged(
  known: HeldOffice | undefined,
  { position, year, visit }: { position: string; year: number | null; visit: Visit },
): HeldOffice {
  const at = year === null ? null : { first: year, last: year };
  if (known === undefined) return { position, years: at, visit };
  const { years } = known;
  const isLater = year !== null && (years === null || year >= years.last);
  return {
    // The fuller wording says where it is held.
    position: position.length > known.position.length ? position : known.position,
    years:
      years === null || at === null
        ? (years ?? at)
        : { first: Math.min(years.first, at.first), last: Math.max(years.last, at.last) },
    visit: isLater ? visit : known.visit,
  };
}

/** Who led the delegations of a place or received for it, the latest first, each with the position told then. */
export function headsOf(
  place: string,
  visits: readonly Visit[],
): { readonly name: string; readonly position: string | null; readonly visit: Visit }[] {
  const key = searchKey(place);
  const heads = new Map<string, { name: string; position: string | null; visit: Visit }>();
  for (const visit of visits)
    for (const side of [visit.host, visit.guest]) {
      const { head, people } = side;
      if (head === null || heads.has(markedKey(head))) continue;
      if (!placesOfSide(side).some((one) => searchKey(one) === key)) continue;
      const position = people.find(({ name }) => name === head)?.position ?? null;
      heads.set(markedKey(head), { name: head, position, visit });
    }
  return [...heads.values()];
}

/** Names of the people of a register, folded, words parted by single spaces. */
const peopleOf = readOnce(
  (register: Register): ReadonlySet<string> =>
    new Set(
      toldVisits(register).flatMap(({ host, guest }) =>
        [...namesOf(host), ...namesOf(guest)].map(foldedWords),
      ),
    ),
);

/** Their last two syllables, by which they are called behind a title: "bác sĩ Ngọc Sương". */
const givenNames = readOnce(
  (register: Register): ReadonlySet<string> =>
    new Set(
      [...peopleOf(register)].flatMap((name) => {
        const words = name.split(" ");
        return words.length > 2 ? [words.slice(-2).join(" ")] : [];
      }),
    ),
);

const LONGEST = 5;
const LEAST = 3;

/** Where a text typed without marks or capitals names people of the register; the longest names first. */
export function personsIn(
  text: string,
  register: Register,
): { readonly start: number; readonly end: number }[] {
  const known = peopleOf(register);
  const list = terms(text);
  const folded = list.map((term) => term.folded);
  // What a name of two words must stand behind where the text does not begin with it: two syllables make up other words too.
  const isLed = (at: number): boolean =>
    [1, 2, 3].some(
      (length) => at >= length && FOLDED_TITLES.longestAt(folded, at - length) === length,
    );
  const found: { readonly start: number; readonly end: number }[] = [];
  for (let i = 0; i < list.length; i++) {
    for (let length = Math.min(LONGEST, list.length - i); length > 1; length--) {
      const name = folded.slice(i, i + length).join(" ");
      const isGiven = length < LEAST && i > 0 && isLed(i) && givenNames(register).has(name);
      if (!known.has(name) && !isGiven) continue;
      if (length < LEAST && i > 0 && !isLed(i)) continue;
      found.push({ start: list[i]!.start, end: list[i + length - 1]!.end });
      i += length - 1;
      break;
    }
  }
  return found;
}

/** Shorter names are other words without their marks. */
const LEAST_TITLED = 3;

/**
 * Whom a text without marks names: people of the register, and whoever behind a title the articles name.
 *
 * @param together True where some article has these syllables side by side.
 */
export function personsTyped(
  text: string,
  register: Register,
  together: (syllables: readonly string[]) => boolean,
): { readonly start: number; readonly end: number }[] {
  const known = personsIn(text, register);
  const titled = namesIn(text).filter(
    ({ kind, name, start, end, fullStart }) =>
      kind === "person" &&
      fullStart < start &&
      name.split(" ").length >= LEAST_TITLED &&
      !known.some((one) => one.start < end && start < one.end) &&
      together(name.split(" ")),
  );
  return [...known, ...titled].sort((a, b) => a.start - b.start);
}

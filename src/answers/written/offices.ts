import { namesIn } from "../../language/names/index.ts";
import type { Article } from "../../model/index.ts";
import { placesOfSide } from "../../visits/register/index.ts";
import { officesOf } from "../passages/index.ts";
import type { Unit } from "./evidence.ts";
import type { Comparison } from "./match.ts";
import type { Fault } from "./pairing.ts";
import { nameKey, type OfficeRead, samePerson } from "./reading.ts";

/** Words of an office that a translation renders in several ways: so many of them, behind its head, have to be there. */
const TRANSLATED = 0.6;
/** Words of an office that nobody is named with. */
const MOST_BARE = 5;
/** What else stands in an office's place has to fit so much better. */
const BETTER = 1.2;

/**
 * Holds each office against who has it: the article, or the record, gives it to the person to whom the retelling does.
 *
 * @param foreign The retelling was rendered from another language.
 */
export function officeFault(
  compared: Comparison,
  articles: readonly Article[],
  foreign: boolean,
): Fault | null {
  for (const office of compared.claim.offices) {
    const fault = faultOf(office, compared, articles, foreign);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOf(
  office: OfficeRead,
  compared: Comparison,
  articles: readonly Article[],
  foreign: boolean,
): Fault | null {
  const detail = compared.claim.text.slice(office.start, office.end);
  const { units } = compared;
  const told = units.flatMap((unit) => unit.reading.offices);
  // Without a name beside it a position is read on into what was done.
  const words =
    office.person === null ? office.words.slice(0, MOST_BARE) : withoutOwnPlaces(office, compared);
  const fits = (source: readonly string[]) => isNamed(words, source, foreign);
  const isTold =
    told.some(({ words }) => fits(words)) || units.some((unit) => isWritten(unit, words));
  const { person } = office;
  if (person === null)
    return isTold && (foreign || isInPlace(office, compared, fits))
      ? null
      : { reason: isTold ? "wrong-pairing" : "unsupported-office", detail };
  const own = [
    ...told
      .filter((one) => one.person !== null && samePerson(one.person, person))
      .map(({ words }) => words),
    ...articles.flatMap((article) => officesOf(article, person.split(" ")).map(rankJoined)),
  ];
  if (own.some(fits) || (own.length === 0 && units.some((unit) => standBeside(unit, office))))
    return null;
  if (units.some((unit) => standBeside(unit, office))) return null;
  return { reason: isTold ? "wrong-pairing" : "unsupported-office", detail };
}

/** The words of an office without the places that its holder's side is from: an article leaves them out at home. */
function withoutOwnPlaces(
  { words, start, end, person }: OfficeRead,
  compared: Comparison,
): string[] {
  if (person === null) return [...words];
  const own = new Set<string>();
  for (const { visit } of compared.units)
    for (const side of visit === null ? [] : [visit.host, visit.guest])
      if (side.people.some(({ name }) => samePerson(nameKey(name), person)))
        for (const place of placesOfSide(side)) own.add(`g:${nameKey(place)}`);
  const left = compared.claim.tokens
    .filter(
      (token) =>
        token.kind === "place" && token.start > start && token.end <= end && own.has(token.key),
    )
    .flatMap(({ key }) => key.slice(2).split(" "));
  return words.filter((word, i) => i < 2 || !left.includes(word));
}

/** "phó" belongs to the word behind it, as in `officeKey`. */
function rankJoined(words: readonly string[]): string[] {
  return ` ${words.join(" ")} `
    .replace(
      / (pho|nguyen|cuu) (?=(?:chu|bi|thi|giam|truong|tong|cuc|tinh|huyen|chau|khu|thu) )/gu,
      " $1_",
    )
    .trim()
    .split(" ");
}

/** True where an office is another one in fewer words: its head is the same, and the rest stands there. */
function isNamed(told: readonly string[], source: readonly string[], foreign: boolean): boolean {
  const [head = "", second = ""] = told;
  const at = source.findIndex(
    (word, i) => word === head && source[i + 1] === (second || source[i + 1]),
  );
  if (at < 0) return false;
  const rest = told.slice(2);
  const found = rest.filter((word) => source.includes(word)).length;
  return foreign ? found >= rest.length * TRANSLATED : found === rest.length;
}

/** The words of an office one behind another in a unit, whoever has it. */
const isWritten = ({ reading }: Unit, words: readonly string[]): boolean =>
  reading.folded.includes(` ${words.join(" ").replaceAll("_", " ")} `);

/** True where a unit has the office right beside the person, with no other person between. */
function standBeside({ reading }: Unit, { words, person }: OfficeRead): boolean {
  if (person === null) return false;
  const text = reading.folded;
  const name = ` ${person} `;
  const title = ` ${words.join(" ").replaceAll("_", " ")} `;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const behind = text.slice(at + name.length - 1, at + name.length + title.length + 1);
    if (behind.startsWith(title) || text.slice(0, at + 1).endsWith(title)) return true;
  }
  return false;
}

/** An office without a name: no other office stands in its place. */
function isInPlace(
  office: OfficeRead,
  compared: Comparison,
  fits: (words: readonly string[]) => boolean,
): boolean {
  const { claim, units } = compared;
  const inside = new Set(
    claim.tokens.flatMap(({ start, end }, i) =>
      start >= office.start && end <= office.end ? [i] : [],
    ),
  );
  const at = claim.tokens[[...inside][0] ?? 0]?.at ?? 0;
  const around = compared.around(at, inside);
  const scored = units.flatMap((unit) =>
    unit.reading.offices.map((other) => ({
      own: fits(other.words),
      fit: compared.fit(unit, placeOf(unit, other), around),
    })),
  );
  const best = (own: boolean) =>
    Math.max(0, ...scored.filter((one) => one.own === own).map(({ fit }) => fit));
  return best(false) <= BETTER * best(true) || best(true) === 0;
}

const placeOf = ({ reading }: Unit, { start }: OfficeRead): number =>
  reading.tokens.find((token) => token.start >= start)?.at ?? 0;

/** A body that none of the sources has: the council for the committee. */
export function bodyFault(
  { claim, units }: Comparison,
  sources: readonly Unit[],
  foreign: boolean,
): Fault | null {
  const told = sources.length > 0 ? sources : units;
  const near = units.filter((unit) =>
    told.some((one) => one === unit || (unit.ofRecord && one.visit === unit.visit)),
  );
  for (const { key, start } of claim.bodies) {
    if (foreign || near.some(({ reading }) => reading.folded.includes(` ${key} `))) continue;
    return { reason: "unsupported-body", detail: claim.text.slice(start, start + key.length) };
  }
  if (foreign) return null;
  for (const { type, start, end } of namesIn(claim.text)) {
    const words = nameKey(claim.text.slice(start, end));
    if (type !== "organisation" || !words.includes(" ")) continue;
    const isWritten = near.some(({ reading }) =>
      words.split(" ").every((word) => reading.folded.includes(` ${word} `)),
    );
    if (!isWritten) return { reason: "unsupported-body", detail: claim.text.slice(start, end) };
  }
  return null;
}

import { hasMarks } from "../../language/text/index.ts";
import type { Exists } from "../../language/translate/index.ts";
import type { PartialDate, Visit, VisitFilter } from "../../model/index.ts";
import type { SqlValue } from "../../storage/index.ts";
import { OFFICE_BODIES as BODIES, markedKey, officeKey, spellings, titleWords } from "./names.ts";
import { placeKey } from "./places.ts";

/** A report without a year appears within this many days of the visit (news, not a look back). */
const MAX_DAYS_TO_PUBLICATION = 31;
/** A visit is announced at most this long before. */
const MAX_DAYS_AHEAD = 180;
const DAY_MS = 86_400_000;

/** First and last day on which something can have been, as numbers `YYYYMMDD`. */
interface PossibleDays {
  readonly first: number;
  readonly last: number;
}

/** A day as a number that sorts: 2025-01-21 → 20250121. */
function dayNumber(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

/**
 * The days on which a visit can have been; null where its year is not known.
 *
 * A day and month without a year are placed beside the date of publication where that is near: a paper
 * of 22/01/2025 that tells of "21/1" means 2025. Nothing but search and order rests on this.
 */
export function possibleDays(
  visit: Pick<Visit, "date" | "endDate" | "published" | "planned">,
): PossibleDays | null {
  const { date, endDate } = visit;
  const year = date.year ?? yearBeside(visit);
  if (year === null) return null;
  const end = endDate ?? date;
  const endMonth = end.month ?? date.month;
  // A span whose last day comes earlier in the year ended in the next one.
  const wraps = end.year === null && (endMonth ?? 0) < (date.month ?? 0);
  const endYear = end.year ?? year + (wraps ? 1 : 0);
  return {
    first: dayNumber(year, date.month ?? 1, date.day ?? 1),
    last: dayNumber(endYear, endMonth ?? 12, end.day ?? 31),
  };
}

function yearBeside({
  date,
  published,
  planned,
}: {
  readonly date: PartialDate;
  readonly published: string | null;
  readonly planned: boolean;
}): number | null {
  const { month, day } = date;
  if (published === null || month === null || day === null) return null;
  const out = Date.parse(`${published}T00:00:00Z`);
  if (Number.isNaN(out)) return null;
  const around = new Date(out).getUTCFullYear();
  for (const year of [around, around - 1, around + 1]) {
    const days = (out - Date.UTC(year, month - 1, day)) / DAY_MS;
    const fits = planned
      ? days <= 0 && days >= -MAX_DAYS_AHEAD
      : days >= 0 && days <= MAX_DAYS_TO_PUBLICATION;
    if (fits) return year;
  }
  return null;
}

/** A part of a WHERE clause with its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const NOTHING: Condition = { sql: "1 = 0", values: [] };

function all(list: readonly Condition[], joint: "AND" | "OR" = "AND"): Condition {
  return {
    sql: list.length === 0 ? "1 = 1" : `(${list.map(({ sql }) => sql).join(` ${joint} `)})`,
    values: list.flatMap(({ values }) => values),
  };
}

const any = (list: readonly Condition[]) => (list.length === 0 ? NOTHING : all(list, "OR"));

/** The phrase stands in a column of texts. */
const holds = (column: string, key: string): Condition => ({
  sql: `instr(${column}, ?) > 0`,
  values: [` ${key} `],
});

/** The place stands in a column of places. */
const lists = (column: string, key: string): Condition => ({
  sql: `instr(${column}, ?) > 0`,
  values: [`/${key}/`],
});

/** Columns of a side: where it comes from, its body and people, the offices of its people. */
interface SideColumns {
  readonly places: string;
  readonly names: string;
  readonly offices: string;
}

const HOST: SideColumns = {
  places: "host_places",
  names: "host",
  offices: "substr(people, 1, instr(people, '|'))",
};
const GUEST: SideColumns = {
  places: "guest_places",
  names: "guest",
  offices: "substr(people, instr(people, '|'))",
};
const OTHER: SideColumns = {
  places: "counterpart_places",
  names: "counterpart",
  offices: "people",
};

/**
 * A side by where it comes from, by the words of its body and the names of its people, or by an office and
 * where it is held ("Ngoại trưởng Triều Tiên").
 */
function side(text: string, { places, names, offices }: SideColumns, exists: Exists): Condition {
  return any(
    spellings(text, exists).map((key) => {
      // "Đại sứ quán Trung Quốc tại Việt Nam" is no Vietnamese side: a known place counts by where it lies.
      const bare = withoutRank(key);
      const place = placeKey(key) ?? placeKey(bare);
      if (place !== null) return lists(places, place);
      const office = officeAt(key);
      const named = any([holds(names, key), lists(places, bare)]);
      if (office === null) return named;
      const held = holds(offices, office.office);
      return any([named, office.place === null ? held : all([held, lists(places, office.place)])]);
    }),
  );
}

/** Where a visit took place, by a known place that it lies in or by the words for it. */
function atPlace(text: string, exists: Exists): Condition {
  return any(
    spellings(text, exists).map((key) => {
      const bare = withoutRank(key);
      const place = placeKey(key) ?? placeKey(bare);
      return place === null
        ? any([holds("place", key), lists("place_places", bare)])
        : lists("place_places", place);
    }),
  );
}

/** "chu tich uy ban nhan dan tinh lang son" → the office, and lang son where it is told; null for other texts. */
function officeAt(key: string): { office: string; place: string | null } | null {
  const words = key.split(" ");
  const titles = titleWords(words);
  if (titles === 0) return null;
  if (titles === words.length || isOffice(words.slice(titles)))
    return { office: officeKey(key), place: null };
  for (let from = 1; from < words.length; from++) {
    const place = placeKey(words.slice(from).join(" "));
    if (place !== null) return { office: officeKey(words.slice(0, from).join(" ")), place };
  }
  return null;
}

/** "tỉnh Quảng Tây", "đoàn Trung Quốc": the name alone. */
function withoutRank(key: string): string {
  return key.replace(
    /^(?:(?:doan(?: dai bieu| cong tac)?|phia|nuoc|tinh|thanh pho|thi xa|thi|huyen|chau|khu tu tri(?: dan toc choang)?|cua khau(?: quoc te)?) )+/u,
    "",
  );
}

/** "quoc phong", "uy ban nhan dan tinh": what an office is of, no name. */
const isOffice = (words: readonly string[]) =>
  words.length > 1 && BODIES.longestAt(words, 0) === words.length;

/** A name, or a title with or without one: "Đại sứ Hùng Ba" is a Hùng Ba. Marks that are typed must fit. */
function person(text: string, exists: Exists): Condition {
  return any(
    spellings(text, exists).map((key) => {
      const words = key.split(" ");
      const titles = titleWords(words);
      const inTitles = titles === 0 ? [] : [holds("people", officeKey(key))];
      if (titles === words.length || isOffice(words.slice(titles))) return any(inTitles);
      const plain = words.slice(titles).join(" ");
      // English reports write names without their marks: such a name is whoever's it may be.
      const name = hasMarks(text)
        ? any([
            holds("names", markedKey(text).split(" ").slice(titles).join(" ")),
            holds("names", plain),
          ])
        : holds("people", plain);
      return any([...inTitles, name]);
    }),
  );
}

/** Every word stands somewhere in the column. */
function words(column: string, text: string, exists: Exists): Condition {
  return any(
    spellings(text, exists).map((key) =>
      all([...new Set(key.split(" "))].map((word) => holds(column, word))),
    ),
  );
}

/** `YYYY-MM-DD` as a number; null where it is no day. */
function dayOf(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  return match === null ? null : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Where the databases that hold a register do not speak alike. */
export interface Dialect {
  /** A subquery for the values of a JSON array that is bound. */
  readonly listed: (type: "text" | "integer") => string;
}

/** The WHERE clause of a filter over the table `visits`; a part that cannot be read finds nothing. */
export function conditionOf(filter: VisitFilter, exists: Exists, dialect: Dialect): Condition {
  const list: Condition[] = [];
  const { ids, from, to, kinds } = filter;
  if (ids !== undefined)
    list.push({ sql: `id IN ${dialect.listed("text")}`, values: [JSON.stringify(ids)] });
  if (from !== undefined) {
    const day = dayOf(from);
    list.push(day === null ? NOTHING : { sql: "last_day >= ?", values: [day] });
  }
  if (to !== undefined) {
    const day = dayOf(to);
    list.push(day === null ? NOTHING : { sql: "first_day <= ?", values: [day] });
  }
  if (filter.undated) list.push({ sql: "first_day IS NULL", values: [] });
  if (filter.planned !== undefined)
    list.push({ sql: "planned = ?", values: [filter.planned ? 1 : 0] });
  if (kinds !== undefined)
    list.push({ sql: `kind IN (${kinds.map(() => "?").join(", ")})`, values: [...kinds] });
  const ofHost = (text: string) => side(text, HOST, exists);
  const ofGuest = (text: string) => side(text, GUEST, exists);
  if (filter.host !== undefined) list.push(ofHost(filter.host));
  if (filter.guest !== undefined) list.push(ofGuest(filter.guest));
  if (filter.counterpart !== undefined) list.push(side(filter.counterpart, OTHER, exists));
  for (const text of filter.sides ?? []) list.push(any([ofHost(text), ofGuest(text)]));
  if (filter.place !== undefined) list.push(atPlace(filter.place, exists));
  if (filter.person !== undefined) list.push(person(filter.person, exists));
  if (filter.topic !== undefined) list.push(words("topics", filter.topic, exists));
  if (filter.words !== undefined) list.push(words("words", filter.words, exists));
  return all(list);
}

import type { Exists } from "../../crosslingual/match-forms.ts";
import { HONORIFICS, POSITION_HEADS } from "../../entities/vocabulary.ts";
import type { SqlValue } from "../../index/sqlite.ts";
import { fold, hasMarks } from "../../text/fold.ts";
import { phraseSet } from "../../text/phrases.ts";
import type { VisitFilter } from "../filter.ts";
import { dayNumber } from "../store/possible-days.ts";
import { placeKey } from "./places.ts";
import { markedKey } from "./search-key.ts";
import { spellings } from "./spellings.ts";

/** A part of a WHERE clause with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const NOTHING: Condition = { sql: "0", values: [] };
const TITLES = phraseSet([...HONORIFICS, ...POSITION_HEADS].map(fold));

function all(list: readonly Condition[], joint: "AND" | "OR" = "AND"): Condition {
  return {
    sql: list.length === 0 ? "1" : `(${list.map(({ sql }) => sql).join(` ${joint} `)})`,
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

/** A side by where it comes from, or by the words of its body and the names of its people. */
function side(text: string, places: string, names: string, exists: Exists): Condition {
  return any(
    spellings(text, exists).map((key) => {
      // "Đại sứ quán Trung Quốc tại Việt Nam" is no Vietnamese side: a known place counts by where it lies.
      const bare = withoutRank(key);
      const place = placeKey(key) ?? placeKey(bare);
      return place === null ? any([holds(names, key), lists(places, bare)]) : lists(places, place);
    }),
  );
}

/** "tỉnh Quảng Tây", "đoàn Trung Quốc": the name alone. */
function withoutRank(key: string): string {
  return key.replace(
    /^(?:(?:doan(?: dai bieu| cong tac)?|phia|nuoc|tinh|thanh pho|thi xa|thi|huyen|chau|khu tu tri(?: dan toc choang)?|cua khau(?: quoc te)?) )+/u,
    "",
  );
}

/** A name, or a title with or without one: "Đại sứ Hùng Ba" is a Hùng Ba. Marks that are typed must fit. */
function person(text: string, exists: Exists): Condition {
  return any(
    spellings(text, exists).map((key) => {
      const words = key.split(" ");
      let titles = 0;
      for (let length = TITLES.longestAt(words, 0); length > 0; ) {
        titles += length;
        length = TITLES.longestAt(words, titles);
      }
      const inTitles = titles === 0 ? [] : [holds("people", key)];
      if (titles === words.length) return any(inTitles);
      const name = hasMarks(text)
        ? holds("names", markedKey(text).split(" ").slice(titles).join(" "))
        : holds("people", words.slice(titles).join(" "));
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

/** The WHERE clause of a filter over the table `visits`; a part that cannot be read finds nothing. */
export function conditionOf(filter: VisitFilter, exists: Exists): Condition {
  const list: Condition[] = [];
  const { from, to, kinds } = filter;
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
  const ofHost = (text: string) => side(text, "host_places", "host", exists);
  const ofGuest = (text: string) => side(text, "guest_places", "guest", exists);
  if (filter.host !== undefined) list.push(ofHost(filter.host));
  if (filter.guest !== undefined) list.push(ofGuest(filter.guest));
  if (filter.counterpart !== undefined)
    list.push(side(filter.counterpart, "counterpart_places", "counterpart", exists));
  for (const text of filter.sides ?? []) list.push(any([ofHost(text), ofGuest(text)]));
  if (filter.place !== undefined) list.push(side(filter.place, "place_places", "place", exists));
  if (filter.person !== undefined) list.push(person(filter.person, exists));
  if (filter.topic !== undefined) list.push(words("topics", filter.topic, exists));
  if (filter.words !== undefined) list.push(words("words", filter.words, exists));
  return all(list);
}

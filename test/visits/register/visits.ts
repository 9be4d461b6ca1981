import { SCHEMA } from "../../../src/index/files/schema.ts";
import { visitTable } from "../../../src/indexing/register-draft.ts";
import type { Register, Visit, VisitSide } from "../../../src/model/visit.ts";
import { openWritable, type Sqlite } from "../../../src/storage/sqlite.ts";
import { sqliteTables, sqlRegister } from "../../../src/visits/register/sql-register.ts";

const NOBODY: VisitSide = {
  organisation: null,
  province: null,
  country: null,
  head: null,
  people: [],
};

/** A side of a visit; what is not given is unknown. */
export function side(parts: Partial<VisitSide>): VisitSide {
  return { ...NOBODY, ...parts };
}

/** A visit; what is not given is unknown. Its source is made up. */
export function visit(id: string, parts: Partial<Visit>): Visit {
  return {
    id,
    points: [],
    kind: "tiếp",
    planned: false,
    date: { year: null, month: null, day: null },
    endDate: null,
    place: null,
    host: NOBODY,
    guest: NOBODY,
    topics: [],
    agreements: [],
    numbers: [],
    published: null,
    articleIds: [`bai-${id}`],
    sources: [
      { articleId: `bai-${id}`, title: `Bài ${id}`, link: null, quote: "…", start: 0, end: 1 },
    ],
    ...parts,
  };
}

/** A register in memory that holds the visits; the words of any article exist in it. */
export function registerOf(visits: readonly Visit[]): { register: Register; db: Sqlite } {
  const db = openWritable(":memory:");
  db.exec(SCHEMA);
  const table = visitTable(db);
  for (const one of visits) table.add(one);
  const known = db
    .prepare("SELECT words FROM visits")
    .all()
    .map(([words]) => words as string);
  const exists = (syllables: readonly string[]) =>
    known.some((words) => words.includes(` ${syllables.join(" ")} `));
  return { register: sqlRegister(sqliteTables(db), exists), db };
}

import { SCHEMA } from "../../src/index/files/schema.ts";
import { visitTable } from "../../src/indexing/register-draft.ts";
import type { Register, VisitFilter } from "../../src/model/register.ts";
import type { Visit } from "../../src/model/visit.ts";
import { openWritable } from "../../src/storage/sqlite.ts";
import { sqliteTables, sqlRegister } from "../../src/visits/register/sql-register.ts";

/** Filters that a search has to go through all visits for, and some that find next to nothing. */
const FILTERS: Readonly<Record<string, VisitFilter>> = {
  all: {},
  year: { from: "2019-01-01", to: "2019-12-31" },
  counterpart: { counterpart: "Quảng Tây" },
  country: { counterpart: "trung quoc" },
  "place in English": { place: "Lang Son" },
  "counterpart in Chinese": { counterpart: "广西" },
  "both sides": { sides: ["Lạng Sơn", "Quảng Tây"] },
  person: { person: "Nguyễn Văn Hòa" },
  "person typed without marks": { person: "nguyen van hoa" },
  "nobody's name": { person: "Đặng Bá Khoát" },
  topic: { topic: "cửa khẩu thông minh" },
  "free words": { words: "bí thư du lịch hòa" },
  "all parts": {
    from: "2010-01-01",
    to: "2024-12-31",
    place: "Lạng Sơn",
    counterpart: "Trung Quốc",
    person: "Hạnh",
    topic: "hợp tác",
    words: "đoàn",
    kinds: ["thăm", "tiếp"],
    planned: false,
  },
};

const RUNS = 9;

/** A register of visits in memory, for measuring. */
export function registerInMemory(visits: readonly Visit[]): { register: Register; loadMs: number } {
  const started = performance.now();
  const db = openWritable(":memory:");
  db.exec(`${SCHEMA}; BEGIN`);
  const table = visitTable(db);
  for (const visit of visits) table.add(visit);
  db.exec("COMMIT");
  // Names in other languages are looked up in the articles' full text, which has no part in the time here.
  const register = sqlRegister(sqliteTables(db), () => false);
  return { register, loadMs: performance.now() - started };
}

/** Median and worst time of each kind of query, in milliseconds. */
export function measureQueries(
  register: Register,
): { name: string; total: number; medianMs: number; worstMs: number }[] {
  const rows = [];
  for (const [name, filter] of Object.entries(FILTERS)) {
    const queries = {
      find: () => register.find(filter, { offset: 0, limit: 10 }),
      "last page": () => register.find(filter, { offset: 9_990, limit: 10, order: "oldest" }),
      facets: () => register.facets(filter),
    } as const;
    const { total } = register.find(filter, { offset: 0, limit: 0 });
    for (const [kind, query] of Object.entries(queries)) {
      const times = Array.from({ length: RUNS }, () => {
        const started = performance.now();
        query();
        return performance.now() - started;
      }).sort((a, b) => a - b);
      const [medianMs, worstMs] = [times[RUNS >> 1]!, times.at(-1)!];
      rows.push({ name: `${kind}: ${name}`, total, medianMs, worstMs });
    }
  }
  return rows;
}

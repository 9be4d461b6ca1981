import { parseArgs } from "node:util";
import { readTypedFilter } from "../../src/answers/visits/lists/read-typed-filter.ts";
import { ALL_VISITS } from "../../src/apps/shared/filter-values.ts";
import { listMessage, menuMessage } from "../../src/apps/telegram/messages/list-message.ts";
import { renderVisit } from "../../src/apps/telegram/messages/render-visit.ts";
import { exportVisits } from "../../src/exports/formats.ts";
import { timelinePng } from "../../src/exports/timeline/render.ts";
import { SCHEMA } from "../../src/index/files/schema.ts";
import { visitTable } from "../../src/indexing/register-draft.ts";
import { localeFor } from "../../src/locale/index.ts";
import type { Register, Visit, VisitFilter } from "../../src/model/visit.ts";
import { openWritable } from "../../src/storage/sqlite.ts";
import { sqliteTables, sqlRegister } from "../../src/visits/register/sql-register.ts";
import { timesOf } from "../shared/figures.ts";
import { generateVisits } from "./generated-visits.ts";

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

/** A register of visits in memory, for measuring. */
function registerInMemory(visits: readonly Visit[]): { register: Register; loadMs: number } {
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
async function measureQueries(register: Register) {
  const rows = [];
  for (const [name, filter] of Object.entries(FILTERS)) {
    const queries = {
      find: () => register.find(filter, { offset: 0, limit: 10 }),
      "last page": () => register.find(filter, { offset: 9_990, limit: 10, order: "oldest" }),
      facets: () => register.facets(filter),
    } as const;
    const { total } = register.find(filter, { offset: 0, limit: 0 });
    for (const [kind, query] of Object.entries(queries))
      rows.push({ name: `${kind}: ${name}`, total, ...(await timesOf(query)) });
  }
  return rows;
}

const TODAY = "2026-11-22";

/** Median and worst time of what users get: pages of lists, visits, pictures, files; in milliseconds. */
async function measureSurfaces(register: Register) {
  const locale = localeFor("vi");

  const typed = (text: string) => readTypedFilter(text, TODAY, register).filter;
  const list = (text: string, page = 0) => {
    const filter = typed(text);
    return listMessage(register, { id: "list", filter }, page, locale);
  };
  const picture = async (text: string) => {
    const found = register.find(typed(text), { ...ALL_VISITS, order: "oldest" });
    return await timelinePng(found, text);
  };
  const file = async (format: "csv" | "json" | "ics") =>
    await exportVisits(register.find({}, ALL_VISITS).visits, format);

  const tasks: readonly (readonly [string, () => unknown])[] = [
    ["/visits", () => list("")],
    ["/visits Quảng Tây 2023", () => list("Quảng Tây 2023")],
    ["/visits quang tay lao cai 2019-2022", () => list("quang tay lao cai 2019-2022")],
    ["/visits Nguyễn Xuân Minh", () => list("Nguyễn Xuân Minh")],
    ["/visits du lịch", () => list("du lịch")],
    ["page 1,500 of the list", () => list("", 1499)],
    ["values of a filter", () => menuMessage(register, { id: "0", filter: {} }, "year", 0, locale)],
    ["a visit", () => renderVisit(register.visit("v1")!, locale)],
    ["inline: Quảng Tây", () => register.find(typed("Quảng Tây"), { offset: 20, limit: 20 })],
    ["/timeline", () => picture("")],
    ["/timeline Quảng Tây 2023", () => picture("Quảng Tây 2023")],
    ["/export csv", () => file("csv")],
    ["/export json", () => file("json")],
    ["/export ics", () => file("ics")],
  ];
  const rows = [];
  for (const [name, task] of tasks) rows.push({ name, ...(await timesOf(task)) });
  return rows;
}

const USAGE = `Measures queries of the register of visits, and what users get from it.

npm run bench:register                  10,000 generated visits
npm run bench:register -- --visits N`;
/** Milliseconds that any answer may take; pictures and files of all visits may take longer. */
const LIMIT_MS = 100;

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "10000" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const { register, loadMs } = registerInMemory(generateVisits(Number(values.visits)));
console.log(`${values.visits} visits written in ${loadMs.toFixed(0)} ms`);
console.log(
  `${"".padEnd(40)}${"matches".padStart(8)}${"median".padStart(10)}${"worst".padStart(10)}`,
);
for (const { name, total, medianMs, worstMs } of await measureQueries(register)) {
  const late = medianMs > LIMIT_MS ? `  > ${LIMIT_MS} ms` : "";
  console.log(
    `${name.padEnd(40)}${String(total).padStart(8)}${medianMs.toFixed(1).padStart(7)} ms${worstMs.toFixed(1).padStart(7)} ms${late}`,
  );
}

for (const { name, medianMs, worstMs } of await measureSurfaces(register))
  console.log(
    `${name.padEnd(48)}${medianMs.toFixed(1).padStart(7)} ms${worstMs.toFixed(1).padStart(7)} ms`,
  );

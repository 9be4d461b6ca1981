import { parseArgs } from "node:util";
import { SCHEMA } from "../../src/index/schema.ts";
import { openWritable } from "../../src/index/sqlite.ts";
import { localeFor } from "../../src/locale/locales.ts";
import { exportVisits } from "../../src/register/export/formats.ts";
import { ALL_VISITS } from "../../src/register/facts.ts";
import { sqliteRegister } from "../../src/register/query/sqlite-register.ts";
import { visitTable } from "../../src/register/store/visit-table.ts";
import { timelinePng } from "../../src/register/timeline/render.ts";
import { readTypedFilter } from "../../src/register/typed-filter/read-typed-filter.ts";
import { listMessage, menuMessage } from "../../src/telegram/visits/list-message.ts";
import { renderVisit } from "../../src/telegram/visits/render-visit.ts";
import { generateVisits } from "./generate.ts";

/** Times what users get from the register, over made-up visits: median and slowest of ten runs. */
const { values } = parseArgs({ options: { visits: { type: "string", default: "10000" } } });
const RUNS = 10;
const TODAY = "2026-11-22";

const db = openWritable(":memory:");
db.exec(SCHEMA);
const table = visitTable(db);
const visits = generateVisits(Number(values.visits));
for (const visit of visits) table.add(visit);
const register = sqliteRegister(db, () => true);
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

const TASKS: readonly (readonly [string, () => unknown])[] = [
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

console.log(`${visits.length} visits\n${"".padEnd(40)}median ms   slowest ms`);
for (const [name, task] of TASKS) {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    await task();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const median = times[RUNS / 2]!.toFixed(1);
  console.log(`${name.padEnd(40)}${median.padStart(9)}   ${times.at(-1)!.toFixed(1).padStart(10)}`);
}

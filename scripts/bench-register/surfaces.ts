import { readTypedFilter } from "../../src/answers/visits/read-typed-filter.ts";
import { ALL_VISITS } from "../../src/apps/shared/filter-values.ts";
import { listMessage, menuMessage } from "../../src/apps/telegram/messages/list-message.ts";
import { renderVisit } from "../../src/apps/telegram/messages/render-visit.ts";
import { exportVisits } from "../../src/exports/formats.ts";
import { timelinePng } from "../../src/exports/timeline/render.ts";
import { localeFor } from "../../src/locale/index.ts";
import type { Register } from "../../src/model/register.ts";

const RUNS = 9;
const TODAY = "2026-11-22";

/** Median and worst time of what users get: pages of lists, visits, pictures, files; in milliseconds. */
export async function measureSurfaces(
  register: Register,
): Promise<{ name: string; medianMs: number; worstMs: number }[]> {
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
  for (const [name, task] of tasks) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      await task();
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    rows.push({ name, medianMs: times[RUNS >> 1]!, worstMs: times.at(-1)! });
  }
  return rows;
}

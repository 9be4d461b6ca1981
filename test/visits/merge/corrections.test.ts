import { describe, expect, it } from "vitest";
import {
  type Correction,
  correctionLines,
  refOf,
  reportNamed,
} from "../../../src/visits/merge/corrections.ts";
import { mergeReports } from "../../../src/visits/merge/merge-reports.ts";
import { articleOf, report, side } from "./reports.ts";

const day = (dayOfMonth: number | null) => ({ year: 2024, month: 5, day: dayOfMonth });
const guest = (head: string) => side({ province: "Quảng Tây", country: "Trung Quốc", head });

describe("the report that a correction names", () => {
  const name = refOf(report("a"));

  it("is the one that tells day, host and guest alike", () => {
    const reports = [report("a", { date: day(13) }), report("a"), report("b")];
    expect(reportNamed(name, reports)).toBe(reports[1]);
  });

  it("is the one that another reader tells otherwise in a single part", () => {
    const reports = [
      report("a", { date: day(null) }),
      report("a", { guest: guest("Lý Khác"), date: day(1) }),
    ];
    expect(reportNamed(name, reports)).toBe(reports[0]);
  });

  it.each([
    ["two parts are otherwise", [report("a", { date: day(1), guest: guest("Lý Khác") })]],
    ["two reports may be meant", [report("a", { date: day(1) }), report("a", { date: day(2) })]],
    ["the article tells nothing", [report("b")]],
  ])("is none where %s", (_, reports) => {
    expect(reportNamed(name, reports)).toBeNull();
  });
});

const corrections = (...list: Correction[]) => list;
const merged = (reports: Parameters<typeof mergeReports>[0], list: readonly Correction[]) =>
  mergeReports(reports, articleOf, list).map(({ reports: told }) =>
    told!.map(({ articleId, day: when }) => `${articleId} ${when}`).join(" + "),
  );

it("two reports of one article are one visit where an admin merged them, with each passage once", () => {
  const [one, two] = [report("a"), report("a", { date: day(null), guest: guest("Lý Khác") })];
  const list = corrections({ do: "merge", reports: [refOf(one), refOf(two)] });
  expect(merged([one, two], [])).toHaveLength(2);
  expect(merged([one, two], list)).toEqual(["a 2024-5-12 + a 2024-5-?"]);
  const [visit] = mergeReports([one, two], articleOf, list);
  expect(visit!.articleIds).toEqual(["a"]);
  expect(visit!.sources).toHaveLength(1);
});

it("the last correction of two reports counts, and what is wrong changes no other visit's id", () => {
  const [a, b, c] = [report("a"), report("a", { date: day(20) }), report("b")];
  const apart: Correction = { do: "part", reports: [refOf(c)], from: [refOf(a)] };
  const together: Correction = { do: "merge", reports: [refOf(a), refOf(c)] };
  expect(merged([a, c], [together, apart])).toHaveLength(2);
  expect(merged([a, c], [apart, together])).toHaveLength(1);
  const ids = (list: readonly Correction[]) =>
    mergeReports([a, b], articleOf, list).map(({ id }) => id);
  expect(ids(corrections({ do: "wrong", reports: [refOf(a)] }))).toEqual([ids([])[1]]);
});

it("lines that are no corrections are passed over", () => {
  const line = JSON.stringify({ do: "wrong", reports: [refOf(report("a"))] });
  expect(correctionLines(`# nhận xét\n${line}\n${line}\n{"do":"x"}\n{`)).toEqual([line]);
});

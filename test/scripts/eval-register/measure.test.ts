import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAnnotations, readAnnotations } from "../../../scripts/eval-register/annotation.ts";
import { readArticles } from "../../../scripts/eval-register/articles.ts";
import { measure } from "../../../scripts/eval-register/measure.ts";
import { renderErrors, renderTable } from "../../../scripts/eval-register/table.ts";
import { temporaryFolder } from "../../index/fixture.ts";
import { report, side } from "./reports.ts";

const ANNOTATIONS = new URL("../../../scripts/eval-register/annotations/", import.meta.url);
const TARGET = { precision: 0.9, recall: 0.75 };

function corpus() {
  const file = join(temporaryFolder(), "news.json");
  const news = { id: "ban-lau", title: "Tiếp đoàn", lead: "Ngày 2/4 tại Bản Lầu.", body: ["Hết."] };
  writeFileSync(file, JSON.stringify([news]));
  return readArticles(file);
}

describe("measure", () => {
  it("reads the corpus by the ingest and reports each error with its article", () => {
    const key = { kind: "tiep", date: "?-04-02", place: "ban lau", host: { head: "lo van chinh" } };
    const annotations = parseAnnotations({ about: "", articles: { "ban-lau": [key] } });
    const read = report({
      kind: "tiếp",
      date: { year: null, month: 4, day: 3 },
      host: side({ head: "Lò Văn Chính" }),
    });
    const judged = measure(() => [read], corpus(), annotations);
    const lines = renderErrors("ban-lau", judged.get("ban-lau")!);
    expect(lines).toContain("ban-lau  place  missed: –  [ban lau]");
    expect(lines).toContain("ban-lau  date  wrong and missed: ?-4-3  [?-04-02]");
  });

  it("says which annotated article the corpus lacks", () => {
    const annotations = parseAnnotations({ about: "", articles: { other: [] } });
    expect(() => measure(() => [], corpus(), annotations)).toThrow(/other/u);
  });
});

describe("renderTable", () => {
  it("marks the fields that users rely on as met or not", () => {
    const judgement = { name: "date", said: null, key: null } as const;
    const table = renderTable(
      "t",
      [
        { ...judgement, field: "date", verdict: "right" },
        { ...judgement, field: "place", verdict: "wrong and missed" },
      ],
      TARGET,
    );
    expect(table).toMatch(/^date +100\.0 % +100\.0 % +1 +0 +0 {2}met$/mu);
    expect(table).toMatch(/^place +0\.0 % +0\.0 % +0 +1 +1 {2}NOT MET$/mu);
  });
});

describe("annotations", () => {
  it("are well formed, and no article is both for development and held out", () => {
    const ids = readdirSync(ANNOTATIONS)
      .filter((name) => /^(?:dev|held-out)-\w+\.json$/u.test(name))
      .flatMap((name) => [...readAnnotations(new URL(name, ANNOTATIONS)).keys()]);
    expect(ids.length).toBeGreaterThan(70);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are refused with marks or with an impossible form of date", () => {
    const wrong = (visit: unknown) => () =>
      parseAnnotations({ about: "", articles: { a: [visit] } });
    expect(wrong({ place: "Lạng Sơn" })).toThrow();
    expect(wrong({ date: "2/4/2031" })).toThrow();
    expect(wrong({ venue: "ban lau" })).toThrow();
  });
});

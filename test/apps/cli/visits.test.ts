import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { markdown, temporaryFolder, workspace } from "../../index/fixture.ts";
import { cliInProcess } from "./in-process.ts";

const space = workspace();
const folder = temporaryFolder();

const cli = (args: readonly string[]) =>
  cliInProcess(args, { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir });

const dates = (json: string) =>
  (JSON.parse(json) as { date: { year: number } }[]).map(({ date }) => date.year);

beforeAll(async () => {
  for (const [year, city, head] of [
    [2021, "Sùng Tả", "Lý Tân Hoa"],
    [2023, "Nam Ninh", "Vương Đại Hải"],
  ] as const) {
    space.write(
      `tiep-doan-${year}.md`,
      markdown(
        `Lạng Sơn tiếp đoàn ${city}`,
        `Chiều 12/4/${year}, ông Hoàng Văn Thụy, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn đại biểu thành phố ${city} (Quảng Tây, Trung Quốc) do ông ${head} làm trưởng đoàn.\n\nHai bên trao đổi về hợp tác thương mại.`,
      ),
    );
  }
  await space.build();
});

describe("the command visits", () => {
  it("prints the register newest first, as JSON, table for spreadsheets or calendar, and nothing else", async () => {
    const [json, csv, ics] = await Promise.all([
      cli(["visits", "--json"]),
      cli(["visits", "--csv"]),
      cli(["visits", "--ics"]),
    ]);
    expect(dates(json.stdout)).toEqual([2023, 2021]);
    const [first] = JSON.parse(json.stdout);
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining([
        "id",
        "kind",
        "planned",
        "date",
        "published",
        "place",
        "host",
        "guest",
      ]),
    );
    const { text } = { text: readFileSync(join(space.corpusDir, "tiep-doan-2023.md"), "utf8") };
    for (const { quote } of first.sources) expect(text).toContain(quote);
    expect(csv.stdout).toMatch(/^\uFEFFMã,Loại,/u);
    expect(ics.stdout).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    expect([json, csv, ics].map(({ code }) => code)).toEqual([0, 0, 0]);
  });

  it("is filtered by options and by words, together", async () => {
    const [day, counterpart, words, both, none] = await Promise.all([
      cli(["visits", "--json", "--from", "2022-01-01", "--to", "2023-12-31"]),
      cli(["visits", "--json", "--counterpart", "Sùng Tả"]),
      cli(["visits", "--json", "nam", "ninh", "2023"]),
      cli(["visits", "--json", "--person", "Lý Tân Hoa", "--place", "Lạng Sơn"]),
      cli(["visits", "--json", "2099"]),
    ]);
    expect(dates(day.stdout)).toEqual([2023]);
    expect(dates(counterpart.stdout)).toEqual([2021]);
    expect(dates(words.stdout)).toEqual([2023]);
    expect(dates(both.stdout)).toEqual([2021]);
    expect(none).toMatchObject({ code: 0, stdout: "[]\n" });
  });

  it("shows people a table, page by page", async () => {
    const [table, page, none] = await Promise.all([
      cli(["visits"]),
      cli(["visits", "--limit", "1", "--offset", "1"]),
      cli(["visits", "2099"]),
    ]);
    expect(table.stdout.trim().split("\n")).toHaveLength(2);
    expect(table.stdout).toMatch(/^12\/04\/2023 .*Vương Đại Hải/u);
    expect(page.stdout).toMatch(/^12\/04\/2021 [^\n]*\n$/u);
    expect(page.stderr).toContain("Hiện 1 trong 2");
    expect(none).toMatchObject({ code: 0, stdout: "" });
    expect(none.stderr).toContain("từ năm 2021 đến năm 2023");
  });

  it("refuses times that cannot be as wrong usage, in two lines", async () => {
    const wrong = [
      ["--from", "2024-13-01"],
      ["--to", "31/12/2024"],
      ["--from", "2023-02-29"],
      ["--from", "2024-01-01", "--to", "2023-01-01"],
      ["tháng", "13"],
      ["--json", "--csv"],
      ["--limit", "many"],
    ];
    for (const ended of await Promise.all(wrong.map((args) => cli(["visits", ...args])))) {
      expect(ended).toMatchObject({ code: 2, stdout: "" });
      expect(ended.stderr).toMatch(/^error: .*\nAdd --help for usage\.\n$/u);
    }
  });
});

describe("the command timeline", () => {
  it("writes a picture, or says why there is none", async () => {
    const out = join(folder, "visits.png");
    const [drawn, none, unwritable, unnamed] = await Promise.all([
      cli(["timeline", "--out", out, "Quảng Tây"]),
      cli(["timeline", "--out", join(folder, "none.png"), "2099"]),
      cli(["timeline", "--out", join(folder, "no", "such", "x.png")]),
      cli(["timeline"]),
    ]);
    expect(drawn).toMatchObject({ code: 0, stdout: "" });
    expect(readFileSync(out).subarray(1, 4).toString()).toBe("PNG");
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr).toContain("Không có chuyến thăm nào phù hợp");
    expect(existsSync(join(folder, "none.png"))).toBe(false);
    expect(unwritable.code).toBe(1);
    expect(unwritable.stderr).toContain("cannot be written (ENOENT)");
    expect(unnamed.code).toBe(2);
  });
});

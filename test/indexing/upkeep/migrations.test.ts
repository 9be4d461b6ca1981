import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { currentGeneration } from "../../../src/index/files/generations.ts";
import { isProblem } from "../../../src/index/files/manifest.ts";
import { openIndex } from "../../../src/index/read/open-index.ts";
import { buildIndex } from "../../../src/indexing/ensure-index.ts";
import { DATA_VERSION } from "../../../src/indexing/upkeep/migrations.ts";
import { prepareData } from "../../../src/indexing/upkeep/prepare.ts";
import { openState } from "../../../src/storage/state.ts";
import { shippedEmbedder, temporaryFolder } from "../../index/fixture.ts";

/** Written by version 0.1.0: two generations, a verdict, and what a killed build left. */
const OLD = "test/fixtures/data-0.1.0";

let corpusDir: string;
let indexDir: string;
beforeEach(() => {
  const folder = temporaryFolder();
  cpSync(OLD, folder, { recursive: true });
  corpusDir = join(folder, "corpus");
  indexDir = join(folder, "index");
});

const verdicts = () => {
  const state = openState(indexDir);
  const all = state.feedback(5).map(({ question, verdict }) => `${verdict} ${question}`);
  state.close();
  return all;
};

describe("a folder of version 0.1.0", () => {
  it("answers at once after the migration, and loses nothing", async () => {
    prepareData({ indexDir, corpusDir });
    const opened = openIndex(indexDir);
    if (isProblem(opened)) throw new Error(opened.reason);
    expect(
      opened
        .articles(0, 10)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["bai-1", "bai-2", "bai-3"]);
    expect(opened.register().find({}, { offset: 0, limit: 5 }).total).toBe(0);
    const [hit] = opened.searchLexical(["đoàn"], { folded: false, k: 1 });
    const [chunk] = opened.chunks([hit!.row]);
    expect(chunk!.text.toLowerCase()).toContain("đoàn");
    expect(opened.heads!([hit!.row])[0]!.marked).toContain("đoàn");
    expect(opened.foldedTexts(chunk!.articleId).join(" ")).toContain("doan");
    opened.close();
    // Its chunks don't tell the tokens of each sentence yet: the next build reads them again.
    const embedder = await shippedEmbedder();
    const built = await buildIndex({ corpusDir, indexDir, embedder, startedBy: "a test" });
    expect(built).toMatchObject({ updated: 3, removed: 0 });
    const reader = openIndex(indexDir);
    if (isProblem(reader)) throw new Error(reader.reason);
    expect(reader.register().find({}, { offset: 0, limit: 5 }).total).toBeGreaterThan(0);
    reader.close();
    expect(verdicts()).toEqual(["up Ai tiếp đoàn Sùng Tả?"]);
  });

  it("is backed up first, migrated once, and cleared of what killed builds left", () => {
    prepareData({ indexDir, corpusDir });
    expect(readFileSync(join(indexDir, "version"), "utf8").trim()).toBe(String(DATA_VERSION));
    const saved = readdirSync(join(indexDir, "backups/version-1"));
    expect(saved.sort()).toEqual(["current", "state.db"]);
    expect(readFileSync(join(indexDir, "backups/version-1/current"), "utf8")).toBe("000002\n");
    const generations = readdirSync(join(indexDir, "generations")).sort();
    expect(generations).toEqual(["000001", "000002", "000003"]);
    prepareData({ indexDir, corpusDir });
    expect(readdirSync(join(indexDir, "generations")).sort()).toEqual(generations);
  });

  it("is migrated although the index is damaged, which the next build then mends", async () => {
    writeFileSync(join(indexDir, "generations/000002/index.db"), "x");
    prepareData({ indexDir, corpusDir });
    expect(currentGeneration(indexDir)).toBe("000002");
    const embedder = await shippedEmbedder();
    expect(await buildIndex({ corpusDir, indexDir, embedder, startedBy: "a test" })).toMatchObject({
      failures: [],
    });
    const reader = openIndex(indexDir);
    expect(isProblem(reader)).toBe(false);
    if (!isProblem(reader)) reader.close();
  });
});

it("a folder of a newer program is left alone", () => {
  writeFileSync(join(indexDir, "version"), "99\n");
  expect(() => prepareData({ indexDir, corpusDir })).toThrow(/Update the program/u);
  expect(existsSync(join(indexDir, "backups"))).toBe(false);
  writeFileSync(join(indexDir, "version"), "rác\n");
  expect(() => prepareData({ indexDir, corpusDir })).toThrow(/version number/u);
});

it("a folder that does not exist is not made", () => {
  const missing = join(indexDir, "none");
  prepareData({ indexDir: missing, corpusDir });
  expect(existsSync(missing)).toBe(false);
});

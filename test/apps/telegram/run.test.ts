import { truncateSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { afterStart } from "../../../src/apps/telegram/run.ts";
import { readConfig } from "../../../src/config/config.ts";
import { createEngine, type VisitsEngine } from "../../../src/engine.ts";
import { currentGeneration } from "../../../src/index/files/generations.ts";
import { ChildReindexer } from "../../../src/indexing/build-in-child.ts";
import { rollBack } from "../../../src/indexing/roll-back.ts";
import { localeFor } from "../../../src/locale/index.ts";
import { createLogger } from "../../../src/log/index.ts";
import { CHUNK_DEFAULTS } from "../../../src/model/versions.ts";
import { writeTinyModel } from "../../embedding/tiny-model.ts";
import {
  markdown,
  report,
  temporaryFolder,
  type Workspace,
  workspace,
} from "../../index/fixture.ts";

const QUESTION = "Ai dẫn đầu đoàn Mông Tự?";
const logger = createLogger("silent");

let space: Workspace;
let engine: VisitsEngine | undefined;
let told: string[];

beforeEach(() => {
  space = workspace();
  told = [];
  space.write("bai.md", report(1));
  space.write(
    "mong-tu.md",
    markdown("Đoàn Mông Tự thăm trường học", "Ông Trần Khải dẫn đầu đoàn Mông Tự thăm trường học."),
  );
});
afterEach(async () => {
  await engine?.close();
  engine = undefined;
});

/** The bot's start as far as the index goes, and what the admins read after it. */
async function start(env: Record<string, string> = {}, putAside: string | null = null) {
  const folders = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };
  const config = readConfig({ ...folders, LOG_LEVEL: "silent", ...env }, process.cwd());
  engine = await createEngine({ config, logger, asItIs: true });
  const reindexer = new ChildReindexer(config);
  const tellAdmins = async (text: (locale: ReturnType<typeof localeFor>) => string) => {
    told.push(text(localeFor("vi")));
  };
  await afterStart({ config, engine, reindexer, bot: { tellAdmins }, logger, putAside });
  return { engine, reindexer };
}

const reindex = { full: false, startedBy: "an admin", onProgress: () => {} };

describe("a start", () => {
  it("with another model answers by the old index and its model; /reindex builds the new one", async () => {
    await space.build();
    const model = join(temporaryFolder(), "tiny");
    await writeTinyModel(model);
    const { engine, reindexer } = await start({ EMBEDDING_MODEL: model });
    expect((await engine.ask(QUESTION)).answer).toContain("Trần Khải");
    expect(currentGeneration(space.indexDir)).toBe("000001");
    expect(told).toEqual([expect.stringMatching(/tiny, .*visits-vi-static.*\/reindex/su)]);
    expect(await reindexer.start(reindex)).toMatchObject({ kind: "done" });
    await engine.reload();
    expect(engine.status()).toMatchObject({ dimension: 8, articles: 2 });
    expect(engine.staleness).toBeNull();
  });

  it("with other chunk settings answers by the old index; /reindex builds it anew", async () => {
    await space.build({ chunkOptions: { ...CHUNK_DEFAULTS, targetSyllables: 20 } });
    const { engine, reindexer } = await start();
    expect((await engine.ask(QUESTION)).answer).toContain("Trần Khải");
    expect(currentGeneration(space.indexDir)).toBe("000001");
    expect(told).toEqual([expect.stringMatching(/thiết lập.*\/reindex/su)]);
    expect(await reindexer.start(reindex)).toMatchObject({ kind: "done" });
    await engine.reload();
    expect(engine.staleness).toBeNull();
  });

  it("takes in what changed meanwhile, and has nothing to tell", async () => {
    await space.build();
    space.write("bai-2.md", report(2));
    const { engine } = await start();
    expect(engine.status().articles).toBe(3);
    expect(told).toEqual([]);
  });

  it("after a roll-back leaves it, and names who went back and the way forward", async () => {
    await space.build();
    space.write("bai-2.md", report(2));
    await space.build();
    rollBack({ place: space.indexDir, by: "Bà Hạnh" });
    const { engine } = await start();
    expect(engine.status().articles).toBe(2);
    expect(currentGeneration(space.indexDir)).toBe("000001");
    expect(told).toEqual([expect.stringMatching(/Bà Hạnh.*\/reindex/su)]);
  });

  it("with a damaged index builds it before it answers", async () => {
    await space.build();
    truncateSync(join(space.indexDir, "generations/000001/index.db"), 5_000);
    const { engine } = await start();
    expect((await engine.ask(QUESTION)).answer).toContain("Trần Khải");
    expect(told).toEqual([]);
  });

  it("tells the admins under which name a damaged state.db was put aside", async () => {
    await space.build();
    await start({}, "state.damaged-7");
    expect(told).toEqual([expect.stringContaining("state.damaged-7")]);
  });
});

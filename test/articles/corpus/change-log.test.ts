import { fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { withChangeLock } from "../../../src/articles/corpus/change-log.ts";
import { CorpusStore } from "../../../src/articles/corpus/corpus-store.ts";
import { ACTOR, article, articlesOf, corpusFixture } from "./corpus-fixture.ts";

describe("the log", () => {
  it("tells who did what and when, newest first, in pages", () => {
    const { store, log } = corpusFixture();
    const path = store.save(article("Tin"), null, ACTOR);
    log.note({ id: null, name: "command line (an)" }, "reindex", "full");
    store.remove(path, "Tin", ACTOR);
    const [removed, reindexed, added] = log.entries(0, 10);
    expect(removed).toMatchObject({ action: "remove", actor: ACTOR, path, detail: "Tin" });
    expect(reindexed).toMatchObject({ actor: { id: null, name: "command line (an)" }, path: null });
    expect(added).toMatchObject({ action: "add", undone: false });
    for (const { at } of [removed!, reindexed!, added!])
      expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    expect(log.entries(1, 1)).toEqual([reindexed]);
    expect(log.entries(3, 5)).toEqual([]);
  });

  it("outlives its process", () => {
    const { store, log, reopen } = corpusFixture();
    store.save(article("Tin"), null, ACTOR);
    const entries = log.entries(0, 10);
    log.close();
    expect(reopen().log.entries(0, 10)).toEqual(entries);
  });

  it("does not show what was begun and not made", () => {
    const { log } = corpusFixture();
    const id = log.begin(ACTOR, "add", "Tin", [
      { path: "a.md", before: null, after: Buffer.from("x") },
    ]);
    expect(log.entries(0, 10)).toEqual([]);
    expect(log.last()).toBeNull();
    log.abandon(id);
    expect(log.begun()).toEqual([]);
  });
});

describe("two processes", () => {
  it("take turns: the second waits, and is refused where the first takes long", () => {
    const { store, indexDir, corpusDir } = corpusFixture();
    withChangeLock(indexDir, () => {
      expect(() => store.save(article("Tin"), null, ACTOR)).toThrow(/another process/iu);
    });
    expect(articlesOf(corpusDir)).toEqual({});
    expect(store.save(article("Tin"), null, ACTOR)).not.toBe("");
  });

  it("lose nothing that both add under one name at the same time", async () => {
    const fixture = corpusFixture();
    const child = fork(new URL("./adding-process.ts", import.meta.url), {
      execArgv: ["--import", "tsx"],
    });
    await once(child, "message");
    const saved = once(child, "message");
    child.send({ corpusDir: fixture.corpusDir, indexDir: fixture.indexDir, count: 20 });
    const paths: string[] = [];
    for (let n = 0; n < 20; n++) {
      paths.push(fixture.store.save(article("Tin", { source: `nhà ${n}` }), null, ACTOR));
      await new Promise((wake) => setTimeout(wake, 2));
    }
    const [others] = (await saved) as [string[]];
    expect(new Set([...paths, ...others]).size).toBe(40);
    expect(Object.keys(articlesOf(fixture.corpusDir))).toHaveLength(40);
    expect(fixture.log.entries(0, 100)).toHaveLength(40);
  });

  it("free the lock however they end", async () => {
    const { indexDir, corpusDir, log } = corpusFixture();
    const child = fork(new URL("./adding-process.ts", import.meta.url), {
      execArgv: ["--import", "tsx"],
    });
    await once(child, "message");
    const held = once(child, "message");
    child.send({ indexDir, corpusDir, hold: true });
    await held;
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(new CorpusStore(corpusDir, log).save(article("Tin"), null, ACTOR)).not.toBe("");
  });
});

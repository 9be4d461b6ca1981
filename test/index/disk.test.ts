import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { currentGeneration } from "../../src/index/files/generations.ts";
import { isProblem } from "../../src/index/files/manifest.ts";
import { openIndex } from "../../src/index/read/open-index.ts";
import { ensureIndex, refreshIndex } from "../../src/indexing/ensure-index.ts";
import { rollBack } from "../../src/indexing/roll-back.ts";
import { report, shippedEmbedder, temporaryFolder, workspace } from "./fixture.ts";

/** A file system of its own is what a full disk is tried on; only root may mount one. */
const canMount = (() => {
  const dir = temporaryFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", dir]);
  if (mounted.status !== 0) return false;
  return spawnSync("umount", [dir]).status === 0;
})();

describe.runIf(canMount)("an index folder on a small disk", () => {
  const mounts: string[] = [];
  afterEach(() => {
    for (const dir of mounts.splice(0)) spawnSync("umount", ["-l", dir]);
  });

  function disk(kilobytes: number): string {
    const dir = join(temporaryFolder(), "disk");
    mkdirSync(dir);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", dir]);
    mounts.push(dir);
    return dir;
  }

  it("that fills up keeps the index in use; with room again the next build goes through", async () => {
    const space = workspace();
    const dir = disk(950);
    const indexDir = join(dir, "index");
    const build = (full = false) => space.build({ indexDir, full });
    for (let n = 0; n < 5; n++) space.write(`bai-${n}.md`, report(n));
    await build();
    for (let n = 5; n < 150; n++) space.write(`bai-${n}.md`, report(n));
    for (const full of [false, true]) {
      await expect(build(full)).rejects.toThrow(/full|ENOSPC|space|self-test/iu);
      const reader = openIndex(indexDir);
      if (isProblem(reader)) throw new Error(reader.reason);
      expect(reader.status().articles).toBe(5);
      reader.close();
      // What did not fit is gone, so that there is room for what people say.
      expect(readdirSync(join(indexDir, "generations"))).toEqual(["000001"]);
      const { bavail, bsize } = statfsSync(dir);
      expect(bavail * bsize).toBeGreaterThan(100_000);
    }
    execFileSync("mount", ["-o", "remount,size=20m", dir]);
    expect(await build()).toMatchObject({ indexed: 145, unchanged: 5 });
  });

  it("that is full to the last byte answers, and refuses a build with the way out", async () => {
    const space = workspace();
    const dir = disk(950);
    const indexDir = join(dir, "index");
    space.write("bai-1.md", report(1));
    await space.build({ indexDir });
    expect(() => writeFileSync(join(dir, "filler"), Buffer.alloc(2_000_000))).toThrow(/ENOSPC/u);
    space.write("bai-2.md", report(2));
    const options = { corpusDir: space.corpusDir, indexDir, embedder: await shippedEmbedder() };
    const { reader, outcome } = await refreshIndex({ ...options, startedBy: "start" });
    expect(outcome).toMatchObject({ kind: "kept" });
    expect(reader.status().articles).toBe(1);
    reader.close();
  });

  it("that is read-only answers, and says for every change what to do", async () => {
    const space = workspace();
    const dir = disk(4_000);
    const indexDir = join(dir, "index");
    for (const n of [1, 2]) {
      space.write(`bai-${n}.md`, report(n));
      await space.build();
    }
    cpSync(space.indexDir, indexDir, { recursive: true });
    space.write("bai-3.md", report(3));
    execFileSync("mount", ["-o", "remount,ro", dir]);
    const advice = /cannot be written.*Make it writable/u;
    await expect(space.build({ indexDir })).rejects.toThrow(advice);
    expect(() => rollBack({ place: indexDir, by: "An" })).toThrow(advice);
    const options = { corpusDir: space.corpusDir, indexDir, embedder: await shippedEmbedder() };
    const { reader, outcome } = await refreshIndex({ ...options, startedBy: "start" });
    expect(outcome).toMatchObject({ kind: "kept", reason: expect.stringMatching(advice) });
    expect(reader.status().articles).toBe(2);
    reader.close();
    (await ensureIndex({ ...options, startedBy: "start" })).close();
    expect(currentGeneration(indexDir)).toBe("000002");
  });
});

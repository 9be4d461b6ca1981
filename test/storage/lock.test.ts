import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { acquireLock, IndexLockedError, lockHolder } from "../../src/storage/lock.ts";
import { report, temporaryFolder, workspace } from "../index/fixture.ts";

/** A process that takes the lock and keeps it until it is killed. */
async function otherHolder(indexDir: string) {
  const code = `import { acquireLock } from "./src/storage/lock.ts";
    acquireLock(${JSON.stringify(indexDir)}, "the other");
    process.stdout.write("held");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

it("is had by one at a time, and tells by whom", () => {
  const indexDir = temporaryFolder();
  expect(lockHolder(indexDir)).toBeNull();
  const unlock = acquireLock(indexDir, "the first");
  expect(() => acquireLock(indexDir, "the second")).toThrow(IndexLockedError);
  expect(() => acquireLock(indexDir, "the second")).toThrow(/the first/u);
  expect(lockHolder(indexDir)).toMatchObject({ pid: process.pid, startedBy: "the first" });
  expect(Date.now() - lockHolder(indexDir)!.since.getTime()).toBeLessThan(60_000);
  unlock();
  expect(lockHolder(indexDir)).toBeNull();
  acquireLock(indexDir, "the second")();
});

it("refuses a build while another process builds, and is free as soon as that one is killed", async () => {
  const space = workspace();
  space.write("bai-1.md", report(1));
  const child = await otherHolder(space.indexDir);
  await expect(space.build()).rejects.toThrow(/the other/u);
  expect(lockHolder(space.indexDir)).toMatchObject({ pid: child.pid, startedBy: "the other" });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(lockHolder(space.indexDir)).toBeNull();
  expect(await space.build()).toMatchObject({ indexed: 1 });
});

it("does not believe a name that a killed process left", async () => {
  const space = workspace();
  await space.build();
  const left = { pid: process.pid, startedBy: "a ghost", since: new Date().toISOString() };
  writeFileSync(join(space.indexDir, "lock.json"), JSON.stringify(left));
  expect(lockHolder(space.indexDir)).toBeNull();
  await space.build();
});

it("refuses the second of two builds in one process", async () => {
  const space = workspace();
  for (let n = 0; n < 5; n++) space.write(`bai-${n}.md`, report(n));
  const first = space.build();
  await expect(space.build({ startedBy: "the second" })).rejects.toThrow(IndexLockedError);
  expect(await first).toMatchObject({ indexed: 5 });
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach } from "vitest";
import { temporaryFolder } from "../../index/fixture.ts";

/** A file system of its own is what a full disk is tried on; only root may mount one. */
export const canMount = (() => {
  const dir = temporaryFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", dir]);
  return mounted.status === 0 && spawnSync("umount", [dir]).status === 0;
})();

/** Gives folders that are disks of their own, until the end of the test. */
export function smallDisks(): (kilobytes: number) => string {
  const mounts: string[] = [];
  afterEach(() => {
    for (const dir of mounts.splice(0)) spawnSync("umount", ["-l", dir]);
  });
  return (kilobytes) => {
    const dir = join(temporaryFolder(), "disk");
    mkdirSync(dir);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", dir]);
    mounts.push(dir);
    return dir;
  };
}

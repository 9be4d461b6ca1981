import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { currentGeneration } from "../../src/index/files/generations.ts";
import { ChildReindexer } from "../../src/indexing/build-in-child.ts";
import { lockHolder } from "../../src/storage/lock.ts";
import { markdown, report, temporaryFolder, type Workspace, workspace } from "./fixture.ts";
import { forked } from "./with-hopeless.ts";

let space: Workspace;
let traces: string;
beforeEach(() => {
  space = workspace();
  traces = join(temporaryFolder(), "traces");
});

const ENDLESS = "b-vo-tan.md";
const writeEndless = () =>
  space.write(ENDLESS, markdown("Bài không đọc hết được", `Đoàn thăm Lạng Sơn vô-tận:${traces} .`));

function reindexer(fileTimeout: number): ChildReindexer {
  const folders = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };
  const env = { ...folders, LOG_LEVEL: "silent", FILE_TIMEOUT: String(fileTimeout) };
  return new ChildReindexer(readConfig(env, process.cwd()));
}

const silent = { startedBy: "a test", full: false, onProgress: () => {} };

/** Those who began the endless file, in order. */
const readers = () =>
  readFileSync(traces, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { pid: number; knows: string[] });

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a file whose reading never ends", { timeout: 120_000 }, () => {
  it("is named and left out after its time, the others are indexed, and the next run does not pay for it again", async () => {
    for (const name of ["a.md", "c.md"]) space.write(name, report(name === "a.md" ? 1 : 2));
    writeEndless();
    const before = forked();
    const first = await reindexer(1).start(silent);
    expect(first).toMatchObject({ kind: "done", counters: { indexed: 2, skipped: 1 } });
    const { failures } = (first as Extract<typeof first, { kind: "done" }>).counters;
    expect(failures).toMatchObject([{ path: ENDLESS }]);
    expect(failures[0]!.reason).toContain("over 1 s");
    expect(forked() - before).toBe(2);
    expect(await reindexer(1).start(silent)).toMatchObject({
      kind: "done",
      counters: { unchanged: 2, failures },
    });
    expect(readers()).toHaveLength(1);
    // More time is another try.
    await reindexer(2).start(silent);
    expect(readers()).toHaveLength(2);
  });

  it("does not hold up a cancel", async () => {
    writeEndless();
    const one = reindexer(3600);
    const run = one.start(silent);
    await until(() => existsSync(traces));
    expect(one.cancel()).toBe(true);
    expect(await run).toEqual({ kind: "cancelled" });
    expect(isAlive(readers()[0]!.pid)).toBe(false);
    expect(lockHolder(space.indexDir)).toBeNull();
    expect(currentGeneration(space.indexDir)).toBeNull();
  });

  it("is left out, too, where the process dies of it, while an innocent file gets a second try", async () => {
    space.write("a.md", report(1));
    space.write("b.md", markdown("Bài làm chết tiến trình", "Đoàn thăm Lạng Sơn chết-ngay."));
    space.write("c.md", report(2));
    const outcome = await reindexer(3600).start(silent);
    expect(outcome).toMatchObject({
      kind: "done",
      counters: { indexed: 2, failures: [{ path: "b.md" }] },
    });
  });
});

describe("programs that index", { timeout: 120_000 }, () => {
  const BAD_TOKEN = `123456:${"A".repeat(35)}`;

  function start(...args: readonly string[]): ChildProcess {
    const preload = new URL("./with-hopeless.ts", import.meta.url).href;
    return spawn(process.execPath, ["--import", "tsx", "--import", preload, ...args], {
      env: {
        PATH: process.env.PATH,
        CORPUS_DIR: space.corpusDir,
        INDEX_DIR: space.indexDir,
        FILE_TIMEOUT: "3600",
        // Nobody listens there; the index is built before the bot calls.
        TELEGRAM_API_ROOT: "http://127.0.0.1:9",
        BOT_TOKEN: args.includes("bot") ? BAD_TOKEN : "",
      },
      stdio: ["ignore", "ignore", "ignore"],
    });
  }

  it.each([
    ["cli index", "SIGINT", ["src/apps/cli/main.ts", "index"]],
    ["cli index", "SIGTERM", ["src/apps/cli/main.ts", "index"]],
    ["cli index", "SIGKILL", ["src/apps/cli/main.ts", "index"]],
    ["npm start, the chat", "SIGTERM", ["src/main.ts"]],
    ["npm start, the chat", "SIGKILL", ["src/main.ts"]],
    ["npm start, the bot", "SIGTERM", ["src/main.ts", "bot"]],
    ["npm start, the bot", "SIGKILL", ["src/main.ts", "bot"]],
  ] as const)(
    "%s ends at %s with the process that reads, which knows no token",
    async (_, signal, args) => {
      writeEndless();
      const program = start(...args);
      const ended = once(program, "exit");
      await until(() => existsSync(traces));
      program.kill(signal);
      await ended;
      const [reader] = readers();
      await until(() => !isAlive(reader!.pid));
      expect(reader!.knows).not.toContain("BOT_TOKEN");
      expect(reader!.knows).toContain("PATH");
      expect(lockHolder(space.indexDir)).toBeNull();
    },
  );
});

import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { backUp } from "../../../src/indexing/upkeep/backup.ts";
import { restore, stage, swapIn, undoSwaps } from "../../../src/indexing/upkeep/restore.ts";
import { acquireLock } from "../../../src/storage/lock.ts";
import { openWritable } from "../../../src/storage/sqlite.ts";
import { openState } from "../../../src/storage/state.ts";
import { report, type Workspace, workspace } from "../../index/fixture.ts";

let space: Workspace;
let to: string;
beforeEach(async () => {
  space = workspace();
  to = join(space.corpusDir, "../backups/monday");
  for (const n of [1, 2, 3]) space.write(`tinh/bai-${n}.md`, report(n));
  await space.build();
});

function say(question: string): void {
  const state = openState(space.indexDir);
  state.saveFeedback({
    chatId: 1,
    messageId: question.length,
    userId: 3,
    question,
    answer: "…",
    citations: [],
    verdict: "down",
  });
  state.close();
}

const questions = () => {
  const state = openState(space.indexDir);
  const asked = state.feedback(10).map(({ question }) => question);
  state.close();
  return asked;
};
const articles = () =>
  space.read((index) =>
    index
      .articles(0, 10)
      .map(({ id }) => id)
      .sort(),
  );

describe("a backup", () => {
  it("brings back corpus, index and state as they were", async () => {
    say("trước");
    await backUp(space, to);
    say("sau nữa");
    space.delete("tinh/bai-1.md");
    space.write("tinh/bai-9.md", report(9));
    await space.build();
    restore(space, to);
    expect(articles()).toEqual(["tinh/bai-1", "tinh/bai-2", "tinh/bai-3"]);
    expect(readdirSync(join(space.corpusDir, "tinh")).sort()).toEqual([
      "bai-1.md",
      "bai-2.md",
      "bai-3.md",
    ]);
    expect(questions()).toEqual(["trước"]);
    // Nothing is embedded again, and nothing is left lying about.
    expect(await space.build()).toMatchObject({ unchanged: 3, indexed: 0, removed: 0 });
    const left = [space.corpusDir, space.indexDir].flatMap((dir) => readdirSync(dir));
    expect(left.filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("saves regular files alone, names the others, and leaves no part of a copy behind", async () => {
    const outside = join(space.corpusDir, "../outside");
    mkdirSync(outside);
    writeFileSync(join(outside, "secret.md"), "của người khác");
    symlinkSync(join(outside, "secret.md"), join(space.corpusDir, "tinh/link.md"));
    symlinkSync(outside, join(space.corpusDir, "folder"));
    symlinkSync("/does/not/exist", join(space.corpusDir, "dangling.md"));
    symlinkSync(outside, join(space.indexDir, "audit-link"));
    execFileSync("mkfifo", [join(space.corpusDir, "pipe.md")]);
    const { files, passedOver } = await backUp(space, to);
    expect(passedOver).toEqual([
      "corpus/dangling.md",
      "corpus/folder",
      "corpus/pipe.md",
      "corpus/tinh/link.md",
      "index/audit-link",
    ]);
    expect(Object.keys(files).filter((path) => path.startsWith("corpus/"))).toHaveLength(3);
    expect(readdirSync(join(to, ".."))).toEqual(["monday"]);
    restore(space, to);
    expect(articles()).toHaveLength(3);
  });

  it("that fails leaves nothing", async () => {
    mkdirSync(join(space.corpusDir, "closed"));
    const generation = readdirSync(join(space.indexDir, "generations"))[0]!;
    rmSync(join(space.indexDir, "generations", generation, "manifest.json"));
    await expect(backUp(space, to)).rejects.toThrow(/Build it first/u);
    expect(readdirSync(join(to, ".."))).toEqual([]);
    rmSync(space.corpusDir, { recursive: true });
    await expect(backUp(space, to)).rejects.toThrow(/no corpus folder/u);
  });

  it("works on an empty machine", async () => {
    say("trước");
    await backUp(space, to);
    rmSync(space.corpusDir, { recursive: true });
    rmSync(space.indexDir, { recursive: true });
    restore(space, to);
    expect(articles()).toHaveLength(3);
    expect(questions()).toEqual(["trước"]);
  });

  it("is one moment of a state that is being written", async () => {
    const code = `import { openState } from "./src/storage/state.ts";
      const state = openState(${JSON.stringify(space.indexDir)});
      let n = 0;
      setInterval(() => state.saveFeedback({ chatId: 1, messageId: ++n, userId: 1, question: String(n),
        answer: "", citations: [], verdict: "up" }), 1);
      setTimeout(() => process.send(1), 300);`;
    const file = join(space.indexDir, "../writer.mts");
    writeFileSync(file, code.replaceAll("./src", join(process.cwd(), "src")));
    const child = fork(file, {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await once(child, "message");
    await backUp(space, to);
    child.kill("SIGKILL");
    await once(child, "exit");
    const db = openWritable(join(to, "index/state.db"));
    const [count, newest] = db.prepare("SELECT count(*), max(message_id) FROM feedback").get()!;
    expect(db.prepare("PRAGMA integrity_check").get()![0]).toBe("ok");
    expect(count).toBeGreaterThan(5);
    expect(count).toBe(newest);
    db.close();
  });

  it("goes to a new folder outside the data only", async () => {
    await backUp(space, to);
    await expect(backUp(space, to)).rejects.toThrow(/not empty/u);
    await expect(backUp(space, join(space.corpusDir, "b"))).rejects.toThrow(/inside/u);
    const unlock = acquireLock(space.indexDir, "somebody");
    await expect(backUp(space, `${to}-2`, 0)).rejects.toThrow(/somebody/u);
    unlock();
    expect(existsSync(`${to}-2`)).toBe(false);
  });
});

describe("a restore", () => {
  beforeEach(async () => {
    say("trước");
    await backUp(space, to);
  });

  const manifest = () => JSON.parse(readFileSync(join(to, "backup.json"), "utf8"));
  const change = (edit: (manifest: ReturnType<typeof JSON.parse>) => void) => {
    const json = manifest();
    edit(json);
    writeFileSync(join(to, "backup.json"), JSON.stringify(json));
  };

  it.each<[string, RegExp, () => void]>([
    ["no list", /no backup.json/u, () => rmSync(join(to, "backup.json"))],
    ["a garbage list", /not readable/u, () => writeFileSync(join(to, "backup.json"), "{")],
    ["a missing file", /bai-1.md is missing/u, () => rmSync(join(to, "corpus/tinh/bai-1.md"))],
    ["a changed file", /SHA-256/u, () => writeFileSync(join(to, "corpus/tinh/bai-1.md"), "khác")],
    [
      "a link in place of a file",
      /state.db is a link/u,
      () => {
        renameSync(join(to, "index/state.db"), join(to, "../elsewhere.db"));
        symlinkSync(join(to, "../elsewhere.db"), join(to, "index/state.db"));
      },
    ],
    [
      "a link to a folder",
      /corpus\/tinh is a link/u,
      () => {
        renameSync(join(to, "corpus/tinh"), join(to, "../elsewhere"));
        symlinkSync(join(to, "../elsewhere"), join(to, "corpus/tinh"));
      },
    ],
    ["a file too many", /does not belong/u, () => writeFileSync(join(to, "index/x"), "x")],
    [
      "a path out of it",
      /not a list/u,
      () => change((m) => (m.files["index/../../x"] = m.files["index/current"])),
    ],
    ["data of a newer program", /newer program/u, () => change((m) => (m.dataVersion = 99))],
  ])("of a backup with %s is refused, and nothing is changed", (_, message, damage) => {
    damage();
    space.write("moi.md", report(7));
    expect(() => restore(space, to)).toThrow(message);
    expect(existsSync(join(space.corpusDir, "moi.md"))).toBe(true);
    expect(articles()).toHaveLength(3);
  });

  it("is refused while somebody writes, and while the bot runs", () => {
    const unlock = acquireLock(space.indexDir, "a build");
    expect(() => restore(space, to)).toThrow(/a build/u);
    unlock();
    const bot = openWritable(join(space.indexDir, "telegram-1.db.lock"));
    bot.exec("BEGIN IMMEDIATE");
    expect(() => restore(space, to)).toThrow(/bot is running/u);
    bot.close();
    restore(space, to);
  });

  it("that is cut off at any step is taken back as a whole, or done as a whole", () => {
    const dirs = [space.corpusDir, space.indexDir];
    const fresh = join(space.corpusDir, "../fresh");
    for (const dir of dirs) cpSync(dir, join(fresh, dir), { recursive: true });
    // Cut off after the first folder was swapped.
    for (const dir of dirs) mkdirSync(join(stage(dir), "new"));
    swapIn(space.corpusDir);
    expect(existsSync(join(space.corpusDir, "tinh"))).toBe(false);
    expect(undoSwaps(dirs)).toBe(true);
    expect(articles()).toHaveLength(3);
    expect(existsSync(join(space.corpusDir, "tinh/bai-1.md"))).toBe(true);
    expect(existsSync(join(space.corpusDir, "new"))).toBe(false);
    // Cut off while things were being put aside.
    mkdirSync(join(space.indexDir, ".before-restore"));
    renameSync(join(space.indexDir, "current"), join(space.indexDir, ".before-restore/current"));
    expect(undoSwaps(dirs)).toBe(true);
    expect(articles()).toHaveLength(3);
    // Cut off after it counted.
    for (const dir of dirs) writeFileSync(join(stage(dir), "new.md"), report(8));
    for (const dir of dirs) swapIn(dir);
    renameSync(join(space.indexDir, ".before-restore"), join(space.indexDir, ".restored"));
    expect(undoSwaps(dirs)).toBe(false);
    expect(readdirSync(space.corpusDir)).toEqual(["new.md"]);
  });
});

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CorpusError } from "../../../src/articles/corpus/corpus-error.ts";
import { temporaryFolder } from "../../index/fixture.ts";
import { ACTOR, article, corpusFixture, filesOf } from "./corpus-fixture.ts";
import { canMount, smallDisks } from "./small-disk.ts";

const original = { bytes: Buffer.alloc(50_000, "x"), extension: ".html" };

/** The problem that a change is refused with. */
function refusal(change: () => unknown): string {
  try {
    change();
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    expect(error.message).toContain("Nothing was changed");
    return error.problem;
  }
  return "done";
}

describe.runIf(canMount)("a disk that is full or read-only", () => {
  const disk = smallDisks();

  it.each(["corpus", "index", "both"] as const)("(%s) leaves nothing half done", (full) => {
    const dir = disk(3_000);
    const here = (name: "corpus" | "index") =>
      full === name || full === "both" ? join(dir, name) : join(temporaryFolder(), name);
    const { store, log, corpusDir, write } = corpusFixture(here("corpus"), here("index"));
    const path = store.save(article("Một"), null, ACTOR);
    write("tin/trang.html", "<p>cũ</p>");
    const filler = join(dir, "filler");
    expect(() => writeFileSync(filler, Buffer.alloc(4_000_000))).toThrow(/ENOSPC/u);
    const [files, entries] = [filesOf(corpusDir), log.entries(0, 99)];
    const long = article("Hai", { title: "Hai ".repeat(20_000) });
    const changes = [
      () => store.save(long, original, ACTOR),
      () => store.save(long, original, ACTOR, path),
      () => store.save(long, null, ACTOR, "tin/trang.html"),
    ];
    for (const change of changes) {
      expect(refusal(change)).toBe("full");
      expect(filesOf(corpusDir)).toEqual(files);
      expect(log.entries(0, 99)).toEqual(entries);
    }
    rmSync(filler);
    for (const change of changes) expect(refusal(change)).toBe("done");
    expect(log.begun()).toEqual([]);
  });

  it("that is read-only says what to do", () => {
    const dir = disk(2_000);
    const { store, log, corpusDir } = corpusFixture(
      join(dir, "corpus"),
      join(temporaryFolder(), "index"),
    );
    const path = store.save(article("Một"), null, ACTOR);
    const [files, entries] = [filesOf(corpusDir), log.entries(0, 99)];
    execFileSync("mount", ["-o", "remount,ro", dir]);
    const changes = [
      () => store.save(article("Hai"), original, ACTOR),
      () => store.remove(path, "Một", ACTOR),
      () => store.undo(ACTOR),
    ];
    for (const change of changes) expect(refusal(change)).toBe("not-writable");
    expect(filesOf(corpusDir)).toEqual(files);
    expect(log.entries(0, 99)).toEqual(entries);
    execFileSync("mount", ["-o", "remount,rw", dir]);
    expect(store.undo(ACTOR)).toMatchObject({ ok: true });
  });

  it("a change that was cut off and finds the disk full at the next start is taken back", () => {
    const dir = disk(600);
    const { store, log, corpusDir } = corpusFixture(
      join(dir, "corpus"),
      join(temporaryFolder(), "index"),
    );
    mkdirSync(join(corpusDir, "tin"));
    const files = filesOf(corpusDir);
    const after = Buffer.alloc(200_000, "x");
    log.begin(ACTOR, "add", "Tin", [{ path: "tin/a.md", before: null, after }]);
    expect(() => writeFileSync(join(dir, "filler"), Buffer.alloc(1_000_000))).toThrow(/ENOSPC/u);
    expect(store.recover()).toBe(0);
    expect(filesOf(corpusDir)).toEqual(files);
    expect(log.begun()).toEqual([]);
  });
});

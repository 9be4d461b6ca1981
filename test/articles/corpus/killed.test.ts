import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChangeLog } from "../../../src/articles/corpus/change-log.ts";
import { CorpusStore } from "../../../src/articles/corpus/corpus-store.ts";
import { temporaryFolder } from "../../index/fixture.ts";
import { ACTOR, article, articlesOf, type CorpusFixture, corpusFixture } from "./corpus-fixture.ts";

const KILLED = new Error("killed");

type Moment = "written down" | "made";

/**
 * Does something as a process that is killed at a moment of its change: what is on the disk then stays, and nothing
 * that the process would have done about the failure.
 */
function killedAt(
  { corpusDir, indexDir, log }: CorpusFixture,
  moment: Moment,
  change: (store: CorpusStore) => unknown,
): void {
  const left = join(temporaryFolder(), "left");
  const die = () => {
    cpSync(corpusDir, left, { recursive: true });
    throw KILLED;
  };
  const dying: ChangeLog = {
    ...log,
    begin: (...given) => {
      const id = log.begin(...given);
      return moment === "written down" ? die() : id;
    },
    complete: die,
    abandon: () => {},
  };
  expect(() => change(new CorpusStore(corpusDir, dying))).toThrow(KILLED);
  rmSync(corpusDir, { recursive: true });
  cpSync(left, corpusDir, { recursive: true });
  expect(indexDir).not.toBe("");
}

/** A corpus with an article of the program, a changed one, and a page that somebody put in. */
function filled() {
  const fixture = corpusFixture();
  const { store, write } = fixture;
  write("tin/trang.html", "<p>cũ</p>");
  const path = store.save(article("Một"), null, ACTOR);
  store.save(article("Một sửa"), null, ACTOR, path);
  return { ...fixture, path };
}

const CHANGES: [string, (store: CorpusStore, path: string) => unknown][] = [
  ["add", (store) => store.save(article("Hai"), null, ACTOR)],
  ["update", (store, path) => store.save(article("Một nữa"), null, ACTOR, path)],
  ["replace", (store) => store.save(article("Trang"), null, ACTOR, "tin/trang.html")],
  ["remove", (store, path) => store.remove(path, "Một", ACTOR)],
  ["undo", (store) => store.undo(ACTOR)],
];

describe.each<Moment>(["written down", "made"])(
  "a process killed when a change is %s",
  (moment) => {
    it.each(CHANGES)(
      "has made it (%s) after the next start, with its line in the log",
      (_, change) => {
        const wanted = filled();
        change(wanted.store, wanted.path);
        const fixture = filled();
        killedAt(fixture, moment, (store) => change(store, fixture.path));
        fixture.log.close();
        const { store, log } = fixture.reopen();
        expect(store.recover()).toBe(1);
        expect(store.recover()).toBe(0);
        expect(articlesOf(fixture.corpusDir)).toEqual(articlesOf(wanted.corpusDir));
        const lines = (of: ChangeLog) =>
          of.entries(0, 99).map(({ action, undone }) => [action, undone]);
        expect(lines(log)).toEqual(lines(wanted.log));
        // The chain of undoing goes on as if nothing had been.
        for (;;) {
          const [mine, theirs] = [store.undo(ACTOR), wanted.store.undo(ACTOR)];
          expect(mine).toEqual(theirs);
          expect(articlesOf(fixture.corpusDir)).toEqual(articlesOf(wanted.corpusDir));
          if (!mine.ok) break;
        }
      },
    );
  },
);

describe("after a kill", () => {
  it("between the two files of a change both are made", () => {
    const fixture = filled();
    killedAt(fixture, "written down", (store) =>
      store.save(article("Trang"), null, ACTOR, "tin/trang.html"),
    );
    const [change] = fixture.log.begun();
    const { path, after } = change!.files[0]!;
    fixture.write(path, Buffer.from(after!).toString());
    expect(fixture.store.recover()).toBe(1);
    expect(Object.keys(articlesOf(fixture.corpusDir)).filter((p) => p.startsWith("tin/"))).toEqual([
      "tin/trang.md",
    ]);
  });

  it("the next change of any process completes the one before it", () => {
    const fixture = filled();
    killedAt(fixture, "written down", (store) => store.save(article("Hai"), null, ACTOR));
    fixture.store.save(article("Ba"), null, ACTOR);
    expect(Object.keys(articlesOf(fixture.corpusDir))).toHaveLength(4);
    expect(fixture.log.entries(0, 2).map(({ detail }) => detail)).toEqual(["Ba", "Hai"]);
  });

  it("a file that was edited by hand meanwhile is left alone, and the change forgotten", () => {
    const fixture = filled();
    killedAt(fixture, "written down", (store) => store.remove(fixture.path, "Một", ACTOR));
    writeFileSync(join(fixture.corpusDir, fixture.path), "sửa tay");
    expect(fixture.store.recover()).toBe(0);
    expect(articlesOf(fixture.corpusDir)[fixture.path]).toBe("sửa tay");
    expect(fixture.log.begun()).toEqual([]);
  });

  it("in the midst of writing a file nothing of it is seen, and the rest does no harm", () => {
    const fixture = filled();
    killedAt(fixture, "written down", (store) => store.save(article("Hai"), null, ACTOR));
    const path = fixture.log.begun()[0]!.files[0]!.path;
    fixture.write(
      path.replace(/[^/]+$/u, (name) => `.${name}.tmp`),
      "một nử",
    );
    fixture.store.recover();
    const files = articlesOf(fixture.corpusDir);
    expect(Object.keys(files).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(files[path]).toContain("Hai");
  });
});

import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingestFile } from "../../../src/articles/parse/parse-document.ts";
import { ACTOR, article, articlesOf, corpusFixture, filesOf } from "./corpus-fixture.ts";

const html = (text: string) => ({ bytes: Buffer.from(text), extension: ".html" });

describe("adding", () => {
  it("writes a file that reads as the same article, and keeps what it was read from", () => {
    const { store, corpusDir } = corpusFixture();
    const wanted = article("Tiếp đoàn Bằng Tường", { url: "https://bao.example/a" });
    const path = store.save(wanted, html("<p>nguyên bản</p>"), ACTOR);
    expect(path).toBe("added/2024/2024-05-06-tiep-doan-bang-tuong.md");
    const bytes = readFileSync(join(corpusDir, path));
    const read = ingestFile(path, bytes);
    if (!read.ok) throw new Error(read.reason);
    expect(read.articles).toEqual([{ ...wanted, id: path.replace(".md", "") }]);
    const original = /original: "([^"]+)"/u.exec(bytes.toString())![1]!;
    expect(original).toMatch(/^\.originals\/[0-9a-f]{24}\.html$/u);
    expect(readFileSync(join(corpusDir, original), "utf8")).toBe("<p>nguyên bản</p>");
  });

  it("gives articles of one name files of their own, beside files of other types too", () => {
    const { store, write, corpusDir } = corpusFixture();
    write("added/2024/2024-05-06-tin.docx", "của người khác");
    const paths = ["một", "hai", "ba"].map((source) =>
      store.save(article("Tin", { source }), null, ACTOR),
    );
    expect(paths).toEqual([
      "added/2024/2024-05-06-tin-2.md",
      "added/2024/2024-05-06-tin-3.md",
      "added/2024/2024-05-06-tin-4.md",
    ]);
    expect(Object.keys(articlesOf(corpusDir))).toHaveLength(4);
    expect(store.save(article("…!?", { published: null }), null, ACTOR)).toBe(
      "added/undated/bai-viet.md",
    );
  });

  it("of the same article once more changes nothing and is not logged", () => {
    const { store, log, corpusDir } = corpusFixture();
    const path = store.save(article("Tin"), html("a"), ACTOR);
    const before = filesOf(corpusDir);
    expect(store.save(article("Tin"), html("a"), ACTOR)).toBe(path);
    expect(filesOf(corpusDir)).toEqual(before);
    expect(log.entries(0, 10)).toHaveLength(1);
  });
});

describe("updating", () => {
  it("keeps the file, and with it the article's id", () => {
    const { store, log } = corpusFixture();
    const path = store.save(article("Tin"), null, ACTOR);
    expect(store.save(article("Tin đã sửa"), null, ACTOR, path)).toBe(path);
    expect(log.entries(0, 1)[0]).toMatchObject({ action: "update", path, detail: "Tin đã sửa" });
  });

  it("of a page that somebody put in takes its place in one change, which one undo takes back", () => {
    const { store, log, write, corpusDir } = corpusFixture();
    write("tin/trang.html", "<p>cũ</p>");
    expect(store.save(article("Tin"), null, ACTOR, "tin/trang.html")).toBe("tin/trang.md");
    expect(Object.keys(articlesOf(corpusDir))).toEqual(["tin/trang.md"]);
    expect(log.entries(0, 5)).toHaveLength(1);
    expect(store.undo(ACTOR)).toMatchObject({ ok: true, action: "update", path: "tin/trang.md" });
    expect(articlesOf(corpusDir)).toEqual({ "tin/trang.html": "<p>cũ</p>" });
    write("tin/trang.md", "của người khác");
    expect(store.save(article("Tin"), null, ACTOR, "tin/trang.html")).toMatch(/^added\/2024\//u);
    expect(Object.keys(articlesOf(corpusDir))).toHaveLength(2);
  });

  it("of a file that is gone adds it again", () => {
    const { store, log } = corpusFixture();
    expect(store.save(article("Tin"), null, ACTOR, "tin/cu.md")).toBe("tin/cu.md");
    expect(log.entries(0, 1)[0]).toMatchObject({ action: "add" });
  });
});

describe("taking back", () => {
  it("goes back change by change, to the beginning", () => {
    const { store, log, corpusDir } = corpusFixture();
    const states = [articlesOf(corpusDir)];
    const step = (change: () => unknown) => {
      change();
      states.push(articlesOf(corpusDir));
    };
    let path = "";
    step(() => {
      path = store.save(article("Một"), html("1"), ACTOR);
    });
    step(() => store.save(article("Một sửa"), html("2"), ACTOR, path));
    step(() => store.save(article("Hai"), null, ACTOR));
    step(() => store.remove(path, "Một sửa", ACTOR));
    for (const action of ["remove", "add", "update", "add"]) {
      states.pop();
      expect(store.undo(ACTOR)).toMatchObject({ ok: true, action });
      expect(articlesOf(corpusDir)).toEqual(states.at(-1));
    }
    expect(store.undo(ACTOR)).toEqual({ ok: false, problem: "nothing" });
    const undone = log.entries(0, 100).filter((entry) => entry.undone);
    expect(undone.map(({ action }) => action)).toEqual(["remove", "add", "update", "add"]);
    expect(log.entries(0, 100).filter(({ action }) => action === "undo")).toHaveLength(4);
  });

  it("after a new change takes that one back first", () => {
    const { store } = corpusFixture();
    store.save(article("Một"), null, ACTOR);
    store.undo(ACTOR);
    store.save(article("Hai"), null, ACTOR);
    expect(store.undo(ACTOR)).toMatchObject({ ok: true, title: "Hai" });
    expect(store.undo(ACTOR)).toEqual({ ok: false, problem: "nothing" });
  });

  it("leaves a file alone that somebody edited, removed or put in since", () => {
    const { store, corpusDir, write } = corpusFixture();
    const path = store.save(article("Tin"), null, ACTOR);
    write(path, "sửa tay");
    expect(store.undo(ACTOR)).toEqual({ ok: false, problem: "changed", path });
    expect(articlesOf(corpusDir)).toEqual({ [path]: "sửa tay" });
    rmSync(join(corpusDir, path));
    expect(store.undo(ACTOR)).toEqual({ ok: false, problem: "changed", path });
    store.save(article("Hai"), null, ACTOR, path);
    store.remove(path, "Hai", ACTOR);
    write(path, "người khác đặt vào");
    expect(store.undo(ACTOR)).toEqual({ ok: false, problem: "changed", path });
    expect(articlesOf(corpusDir)).toEqual({ [path]: "người khác đặt vào" });
  });

  it("of a change that is not the last any more does nothing", () => {
    const { store, log, corpusDir } = corpusFixture();
    store.save(article("Một"), null, ACTOR);
    const { id } = log.last()!;
    store.save(article("Hai"), null, ACTOR);
    expect(store.undo(ACTOR, id)).toEqual({ ok: false, problem: "other" });
    expect(Object.keys(articlesOf(corpusDir))).toHaveLength(2);
    expect(store.undo(ACTOR, log.last()!.id)).toMatchObject({ ok: true, title: "Hai" });
  });

  it("reaches back a hundred entries", () => {
    const { store, log } = corpusFixture();
    store.save(article("Một"), null, ACTOR);
    for (let n = 0; n < 98; n++) log.note(ACTOR, "reindex", "full");
    store.save(article("Hai"), null, ACTOR);
    expect(store.undo(ACTOR)).toMatchObject({ title: "Hai" });
    expect(store.undo(ACTOR)).toEqual({ ok: false, problem: "nothing" });
    expect(log.entries(0, 1_000).at(-1)).toMatchObject({ action: "add", detail: "Một" });
  });
});

it("removing what is not there is not logged", () => {
  const { store, log } = corpusFixture();
  expect(store.remove("khong/co.md", "?", ACTOR)).toBe(false);
  expect(log.entries(0, 10)).toEqual([]);
});

describe("a damaged log", () => {
  it("is told with the way out", () => {
    const { indexDir } = corpusFixture();
    const other = corpusFixture(undefined, join(indexDir, "other"));
    other.log.close();
    writeFileSync(join(other.indexDir, "state.db"), "không phải cơ sở dữ liệu".repeat(500));
    rmSync(join(other.indexDir, "state.db-wal"), { force: true });
    expect(other.reopen).toThrow(/state\.db.*damaged.*backup/u);
  });
});

describe.runIf(process.getuid?.() !== 0)("without the right to write", () => {
  it("changes nothing and says what to do", () => {
    const { store, corpusDir, log } = corpusFixture();
    chmodSync(corpusDir, 0o500);
    expect(() => store.save(article("Tin"), html("a"), ACTOR)).toThrow(/CORPUS_DIR.*writable/u);
    expect(existsSync(join(corpusDir, ".originals"))).toBe(false);
    expect(log.entries(0, 10)).toEqual([]);
    chmodSync(corpusDir, 0o700);
  });
});

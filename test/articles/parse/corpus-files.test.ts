import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listCorpus } from "../../../src/articles/parse/corpus-files.ts";
import { ingestFile } from "../../../src/articles/parse/parse-document.ts";
import { expectWellFormed } from "./helpers.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "corpus-"));
});

afterEach(() => rmSync(root, { recursive: true }));

function put(path: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), "x");
}

describe("listCorpus", () => {
  it("lists known files of all folders in order, and passes over hidden ones and the README", () => {
    for (const path of [
      "b.md",
      "a/z.txt",
      "a/README.md",
      "README.md",
      ".git/x.md",
      "a/.DS_Store",
      "c.htm",
    ])
      put(path);
    const { files, skipped } = listCorpus(root);
    expect(files.map(({ path }) => path)).toEqual(["a/README.md", "a/z.txt", "b.md", "c.htm"]);
    expect(files.map(({ articleId }) => articleId)).toEqual(["a/README", "a/z", "b", "c"]);
    expect(skipped).toEqual([]);
  });

  it("names files of other types and of a name taken before", () => {
    for (const path of ["a.md", "a.txt", "b.gif"]) put(path);
    const { files, skipped } = listCorpus(root);
    expect(files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(skipped).toMatchObject([
      { path: "a.txt", code: "duplicate-id" },
      { path: "b.gif", code: "unknown-type" },
    ]);
  });

  it("follows no links", () => {
    put("a.md");
    symlinkSync(root, join(root, "loop"));
    symlinkSync(join(root, "a.md"), join(root, "b.md"));
    const { files, skipped } = listCorpus(root);
    expect(files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(skipped.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "b.md unreadable",
      "loop unreadable",
    ]);
  });

  it("throws where the folder is not there", () => {
    expect(() => listCorpus(join(root, "none"))).toThrow(/ENOENT/u);
  });
});

describe("the shipped corpus", () => {
  const { files, skipped } = listCorpus(fileURLToPath(new URL("../../../corpus", import.meta.url)));

  it("is read whole, each file as one article that names the day of its event", () => {
    expect(skipped).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(10);
    for (const { path, absolutePath } of files) {
      const result = ingestFile(path, readFileSync(absolutePath));
      expect(result, path).toMatchObject({ ok: true, articles: [{ partOf: null }] });
      if (!result.ok) continue;
      const [article] = result.articles;
      expectWellFormed(article!);
      expect(article!.event?.date.day, path).not.toBeNull();
      expect(article!.title, path).not.toBe(article!.id);
    }
  });

  it("names a year in a file name only where the front matter or the text does", () => {
    for (const { path, absolutePath } of files) {
      const year = /(?:^|\/)(\d{4})-/u.exec(path)?.[1];
      if (year !== undefined) expect(readFileSync(absolutePath, "utf8"), path).toContain(year);
    }
  });
});

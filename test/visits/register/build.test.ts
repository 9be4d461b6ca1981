import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isProblem } from "../../../src/index/files/manifest.ts";
import { localManifest } from "../../../src/index/read/open-index.ts";
import { ensureIndex } from "../../../src/indexing/ensure-index.ts";
import type { IndexReader } from "../../../src/model/index-reader.ts";
import { REGISTER_READER_VERSION } from "../../../src/model/versions.ts";
import type { Visit } from "../../../src/model/visit.ts";
import {
  counting,
  markdown,
  shippedEmbedder,
  type Workspace,
  workspace,
} from "../../index/fixture.ts";

const visitsOf = (index: IndexReader): readonly Visit[] =>
  [...index.register().find({}, { offset: 0, limit: 1000 }).visits].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
const read = (space: Workspace) => space.read(visitsOf);

/** Fills the register's table with a visit that three papers tell of, others on that day, and some apart. */
function fill(space: Workspace): void {
  const tell = (path: string, day: string, guest: string, host = "Lê Văn Tám") =>
    space.write(
      path,
      markdown(
        `Lạng Sơn tiếp đoàn ${guest}`,
        `Ngày ${day}/2024, tại Lạng Sơn, ông ${host}, Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn đại biểu ${guest}, Trung Quốc. Hai bên trao đổi về du lịch.`,
      ),
    );
  tell("bao-a/bang-tuong.md", "4/5", "Bằng Tường");
  tell("bao-b/bang-tuong.md", "4/5", "Bằng Tường");
  tell("bao-c/bang-tuong.md", "4/5", "Bằng Tường");
  tell("bao-a/nam-ninh.md", "4/5", "Nam Ninh", "Hồ Văn Ba");
  for (let n = 1; n <= 12; n++) tell(`bao-d/${n}.md`, `${n}/6`, n % 2 ? "Sùng Tả" : "Bách Sắc");
}

/** The register that a build from nothing has of the same corpus. */
async function fromNothing(space: Workspace): Promise<readonly Visit[]> {
  const other = workspace();
  await other.build({ corpusDir: space.corpusDir });
  return read(other);
}

describe.each([
  ["in a copy of a small index", 1e9],
  ["as changes beside a large index", 1],
])("a change is taken in %s", (_, changesFrom) => {
  it("as if all had been read anew", async () => {
    const space = workspace();
    fill(space);
    const build = () => space.build({ changesFrom });
    await build();
    const first = read(space);
    const told = first.find(({ articleIds }) => articleIds.includes("bao-a/bang-tuong"))!;
    expect(told.articleIds).toHaveLength(3);
    expect(first.length).toBeGreaterThan(10);

    // One teller tells of another day, one is gone, a new one comes.
    space.write(
      "bao-b/bang-tuong.md",
      markdown(
        "Lạng Sơn tiếp đoàn Bằng Tường",
        "Ngày 9/5/2024, tại Lạng Sơn, ông Lê Văn Tám, Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn đại biểu Bằng Tường, Trung Quốc.",
      ),
    );
    space.delete("bao-c/bang-tuong.md");
    space.write(
      "bao-e/nam-ninh.md",
      markdown(
        "Đoàn Nam Ninh thăm Lạng Sơn",
        "Ngày 4/5/2024, tại Lạng Sơn, ông Hồ Văn Ba, Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn đại biểu Nam Ninh, Trung Quốc.",
      ),
    );
    await build();
    const second = read(space);
    expect(second).toEqual(await fromNothing(space));
    expect(second.find(({ id }) => id === told.id)?.articleIds).toEqual(["bao-a/bang-tuong"]);

    space.delete("bao-b/bang-tuong.md");
    space.delete("bao-d/1.md");
    await build();
    expect(read(space)).toEqual(await fromNothing(space));
    const { visits } = space.read((index) => index.status());
    expect(visits).toBe(read(space).length);
  });
});

describe("another version of the reader of visits", () => {
  it.each([
    ["in a small index", 1e9, false],
    ["in a large one", 1, false],
    ["in a large one with changes beside it", 1, true],
  ])("reads the stored articles again and embeds none %s", async (_, changesFrom, changes) => {
    const space = workspace();
    fill(space);
    await space.build({ changesFrom });
    if (changes) {
      space.delete("bao-d/2.md");
      await space.build({ changesFrom });
    }
    const vectors = (index: IndexReader) =>
      index
        .articles(0, 100)
        .flatMap(({ id }) => index.chunksOfArticle(id).map(({ vector }) => vector));
    const before = { visits: read(space), vectors: space.read(vectors) };
    const present = localManifest(space.indexDir);
    if (isProblem(present)) throw new Error(present.reason);
    const path = join(present.dir, "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    manifest.register = { readerVersion: REGISTER_READER_VERSION - 1, visits: 0 };
    writeFileSync(path, JSON.stringify(manifest));

    const embedder = counting(await shippedEmbedder());
    const { corpusDir, indexDir } = space;
    const reader = await ensureIndex({
      corpusDir,
      indexDir,
      embedder,
      startedBy: "a test",
      changesFrom,
    });
    try {
      expect(reader.status()).toMatchObject({ visits: before.visits.length });
      expect(visitsOf(reader)).toEqual(before.visits);
      expect(vectors(reader)).toEqual(before.vectors);
      expect(embedder.calls()).toBe(0);
    } finally {
      reader.close();
    }
  });
});

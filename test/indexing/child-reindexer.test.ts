import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  currentGeneration,
  generationDir,
  listGenerations,
  localHold,
  switchTo,
} from "../../src/index/files/generations.ts";
import { refreshIndex } from "../../src/indexing/ensure-index.ts";
import { rollBack } from "../../src/indexing/roll-back.ts";
import { SelfTestError } from "../../src/indexing/self-check.ts";
import { acquireLock } from "../../src/storage/lock.ts";
import { openState } from "../../src/storage/state.ts";
import { markdown, report, shippedEmbedder, type Workspace, workspace } from "../index/fixture.ts";

let space: Workspace;
beforeEach(async () => {
  space = workspace();
  for (let n = 1; n <= 3; n++) {
    space.write(`bai-${n}.md`, report(n));
    await space.build();
  }
});

const back = (generation?: string) => rollBack({ place: space.indexDir, by: "An", generation });
const articles = () => space.read((index) => index.status().articles);
const refresh = async () => {
  const { corpusDir, indexDir } = space;
  const embedder = await shippedEmbedder();
  const found = await refreshIndex({ corpusDir, indexDir, embedder, startedBy: "start" });
  found.reader.close();
  return found.outcome;
};

describe("a roll-back", () => {
  it("switches to the generation before, and before that", () => {
    expect(back()).toMatchObject({ kind: "done", now: { generation: "000002" }, before: "000003" });
    expect(articles()).toBe(2);
    expect(back()).toMatchObject({ kind: "done", now: { generation: "000001" } });
    expect(back()).toEqual({ kind: "none" });
    expect(articles()).toBe(1);
  });

  it("goes to a named generation, forward too", () => {
    back("000001");
    expect(back("000003")).toMatchObject({ kind: "done", before: "000001" });
    expect(localHold(space.indexDir)).toBeNull();
    expect(back("000009")).toMatchObject({
      kind: "unknown",
      known: ["000003", "000002", "000001"],
    });
    expect(back("../000001")).toMatchObject({ kind: "unknown" });
    expect(articles()).toBe(3);
  });

  it("is not undone by a start, and ends with the next build that is asked for", async () => {
    back();
    expect(await refresh()).toMatchObject({ kind: "kept" });
    expect(articles()).toBe(2);
    expect(await space.build()).toMatchObject({ indexed: 1, unchanged: 2, generation: "000004" });
    expect(localHold(space.indexDir)).toBeNull();
    // It leads to what was in use, not to the generation that was gone back from.
    expect(back()).toMatchObject({ kind: "done", now: { generation: "000002" } });
  });

  it("keeps what can be gone back to", async () => {
    back();
    back();
    space.write("bai-4.md", report(4));
    await space.build();
    expect(listGenerations(space.indexDir)).toContain("000001");
    expect(listGenerations(space.indexDir)).toHaveLength(3);
  });

  it("is refused while somebody builds, and to a damaged generation", () => {
    const unlock = acquireLock(space.indexDir, "Bình");
    expect(back()).toEqual({ kind: "busy", startedBy: "Bình" });
    unlock();
    truncateSync(join(generationDir(space.indexDir, "000002"), "index.db"), 100);
    expect(back()).toMatchObject({ kind: "damaged", generation: "000002" });
    expect(currentGeneration(space.indexDir)).toBe("000003");
  });

  it("that was cut off before the switch holds nothing", async () => {
    back();
    switchTo(space.indexDir, "000003");
    expect(localHold(space.indexDir)).toBeNull();
    expect(await refresh()).toMatchObject({ kind: "done" });
  });
});

describe("check questions", () => {
  const QUESTION = "Ai dẫn đầu đoàn Mông Tự thăm trạm kiểm dịch thủy sản?";
  const failure = async () => {
    const error = await space.build().catch((caught: unknown) => caught);
    return error instanceof SelfTestError ? error.failure : error;
  };

  it("that admins pinned must find their article, or the index in use stays", async () => {
    const right = markdown(
      "Đoàn Mông Tự thăm trạm kiểm dịch",
      "Đoàn Mông Tự do ông Lý Hải dẫn đầu thăm trạm kiểm dịch thủy sản.",
    );
    space.write("mong-tu.md", right);
    mkdirSync(space.corpusDir, { recursive: true });
    const pinned = `# của phòng\n${QUESTION}\tmong-tu\nMột câu về bài đã gỡ\tkhong-co\n`;
    writeFileSync(join(space.corpusDir, "check-questions.tsv"), pinned);
    expect(await space.build()).toMatchObject({ indexed: 1, failures: [] });
    for (let n = 100; n < 130; n++)
      space.write(
        `nhieu-${n}.md`,
        right
          .replace("ông", `ông ${n}`)
          .replace("Đoàn Mông Tự thăm", `Tin ${n}: đoàn Mông Tự thăm`),
      );
    space.write("mong-tu.md", markdown("Bài khác hẳn", "Thời tiết hôm nay nắng đẹp ở miền Nam."));
    const before = currentGeneration(space.indexDir);
    expect(await failure()).toMatchObject({
      check: "questions",
      missed: expect.arrayContaining([QUESTION]),
    });
    expect(currentGeneration(space.indexDir)).toBe(before);
    // The draft is gone: the next run does not go on with what failed.
    space.write("mong-tu.md", right);
    for (let n = 100; n < 130; n++) space.delete(`nhieu-${n}.md`);
    expect(await failure()).toMatchObject({ failures: [] });
  });

  it("come from answers that were found good, of which one may be missed", async () => {
    const state = openState(space.indexDir);
    for (const [i, question] of ["vàng", "bạc", "đồng"].entries()) {
      const citation = { n: 1, articleId: "bai-1", title: "", source: null, url: null, link: null };
      const cited = { ...citation, published: null, quote: "", start: 0, end: 0 };
      const said = { chatId: 1, messageId: i, userId: 1, answer: "", citations: [cited] };
      state.saveFeedback({ ...said, question: `giá ${question} thế giới quý tới`, verdict: "up" });
      if (i === 0) {
        space.write("bai-9.md", report(9));
        await space.build();
      }
    }
    state.close();
    for (let n = 20; n < 60; n++) {
      space.write(
        `gia-${n}.md`,
        markdown(
          `Giá vàng, giá bạc, giá đồng thế giới quý tới ${n}`,
          `Giá vàng, bạc, đồng thế giới quý tới tăng ${n} phần trăm.`,
        ),
      );
    }
    expect(await failure()).toMatchObject({ check: "questions", asked: 7 });
  });
});

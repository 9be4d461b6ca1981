import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCorpus } from "../../src/articles/corpus/open-corpus.ts";
import { openFeedStore } from "../../src/articles/feeds/feed-store.ts";
import { backUp } from "../../src/indexing/upkeep/backup.ts";
import { restore } from "../../src/indexing/upkeep/restore.ts";
import { lockFile } from "../../src/storage/lock.ts";
import { ACTOR, article, filesOf } from "../articles/corpus/corpus-fixture.ts";
import { report, workspace } from "../index/fixture.ts";

const FEED = "https://bao.example/rss";

it("a backup brings back what admins added: articles, originals, log, what waits, and feeds", async () => {
  const space = workspace();
  const to = join(space.corpusDir, "../saved");
  space.write("bai-1.md", report(1));
  await space.build();
  const original = { bytes: Buffer.from("<p>nguyên bản</p>"), extension: ".html" };
  const corpus = openCorpus(space.corpusDir, space.indexDir);
  const path = corpus.store.save(article("Thăm Nà Lầu"), original, ACTOR);
  corpus.store.save(article("Thăm Nà Lầu, sửa"), original, ACTOR, path);
  const waiting = corpus.proposals.create({
    article: article("Chờ duyệt"),
    original,
    replaces: null,
    by: ACTOR,
  });
  const feeds = openFeedStore(space.indexDir);
  const state = {
    etag: '"1"',
    lastModified: null,
    failures: 0,
    nextCheckMs: 5,
    checkedMs: 4,
    error: null,
  };
  feeds.saveFeed(FEED, state);
  await space.build();
  const [files, entries] = [filesOf(space.corpusDir), corpus.log.entries(0, 9)];
  expect(Object.keys(files).some((name) => name.startsWith(".originals/"))).toBe(true);

  await backUp(space, to);
  corpus.store.save(article("Sau khi sao lưu"), null, ACTOR);
  feeds.close();
  corpus.close();
  for (const dir of [space.corpusDir, space.indexDir]) rmSync(dir, { recursive: true });
  restore(space, to);

  expect(existsSync(join(to, "index/changes.lock"))).toBe(false);
  expect(filesOf(space.corpusDir)).toEqual(files);
  const back = openCorpus(space.corpusDir, space.indexDir);
  expect(back.log.entries(0, 9)).toEqual(entries);
  expect(back.proposals.get(waiting.id)).toMatchObject({
    article: { title: "Chờ duyệt" },
    decision: null,
  });
  const store = openFeedStore(space.indexDir);
  expect(store.feed(FEED)).toMatchObject(state);
  store.close();
  // What was changed before the backup can still be taken back.
  expect(back.store.undo(ACTOR)).toMatchObject({ ok: true, action: "update", path });
  expect(await space.build()).toMatchObject({ updated: 1, unchanged: 1 });
  back.close();
});

it("a backup and a change do not meet", async () => {
  const space = workspace();
  mkdirSync(space.indexDir);
  const changing = lockFile(join(space.indexDir, "changes.lock"), 0)!;
  const to = join(space.corpusDir, "../saved");
  await expect(backUp(space, to)).rejects.toThrow(/another process/iu);
  expect(existsSync(to)).toBe(false);
  changing.close();
  await backUp(space, to);
});

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  BotAlreadyRunning,
  memoryDatabase,
  openBotDatabase,
} from "../../../../src/apps/telegram/delivery/bot-database.ts";
import {
  createJournal,
  MAX_ATTEMPTS,
  SUSPECT_ATTEMPTS,
} from "../../../../src/apps/telegram/delivery/journal.ts";
import { temporaryFolder } from "../../../index/fixture.ts";

const TOKEN = "4242:fake-token";
const update = (id: number) => ({ update_id: id, message: { text: `câu ${id}` } as never });
const ids = (updates: readonly { update_id: number }[]) => updates.map((u) => u.update_id);
const open = (folder: string, token = TOKEN) => {
  const putAside: string[] = [];
  const db = openBotDatabase(folder, token, (name) => putAside.push(name));
  return { db, journal: createJournal(db), putAside };
};

test("keeps updates over a restart until they are done, in the order of their ids", () => {
  const folder = temporaryFolder();
  const first = open(folder);
  expect(ids(first.journal.add([update(7), update(5), update(6)]))).toEqual([5, 6, 7]);
  first.journal.done(6);
  first.db.close();
  const second = open(folder);
  const { updates, givenUp } = second.journal.resume();
  expect(updates).toEqual([update(5), update(7)]);
  expect(givenUp).toEqual([]);
  second.db.close();
});

test("knows an update that comes again, under way or done, before and after a restart", () => {
  const folder = temporaryFolder();
  const first = open(folder);
  first.journal.add([update(1), update(2)]);
  first.journal.done(1);
  expect(ids(first.journal.add([update(1), update(2), update(3)]))).toEqual([3]);
  first.db.close();
  const second = open(folder);
  expect(ids(second.journal.add([update(2), update(1), update(0), update(4)]))).toEqual([0, 4]);
  second.db.close();
});

test("takes another update for new though an old one had its id", () => {
  const journal = createJournal(memoryDatabase());
  journal.add([update(1)]);
  journal.done(1);
  const other = { update_id: 1, message: { text: "câu khác" } as never };
  expect(journal.add([other])).toEqual([other]);
  expect(journal.resume().updates).toEqual([other]);
  expect(journal.add([other])).toEqual([]);
});

test("forgets ids that Telegram no longer delivers, and nothing that waits", () => {
  const clock = { ms: 0 };
  const journal = createJournal(memoryDatabase(), () => clock.ms);
  journal.add([update(1), update(2)]);
  journal.done(1);
  clock.ms = 3 * 24 * 3600 * 1000;
  expect(ids(journal.add([update(3)]))).toEqual([3]);
  expect(ids(journal.add([update(1), update(2)]))).toEqual([1]);
});

test("gives an update up that has ended the process again and again, and none that only waited", () => {
  const journal = createJournal(memoryDatabase());
  journal.add([update(1), update(2)]);
  for (let run = 0; run < MAX_ATTEMPTS; run++) {
    const { updates, suspects } = journal.resume();
    // From the third time on it is told apart, to be tried alone.
    expect(ids(updates)).toEqual(run < SUSPECT_ATTEMPTS ? [1, 2] : [2]);
    expect(ids(suspects)).toEqual(run < SUSPECT_ATTEMPTS ? [] : [1]);
    journal.begin(1);
  }
  expect(journal.resume()).toEqual({ updates: [update(2)], suspects: [], givenUp: [1] });
  expect(journal.resume()).toEqual({ updates: [update(2)], suspects: [], givenUp: [] });
});

test("remembers what was sent for an update until it is done", () => {
  const journal = createJournal(memoryDatabase());
  journal.add([update(1)]);
  journal.sent(1, 0, { method: "sendMessage", result: { message_id: 9 } });
  journal.sent(2, 0, { method: "sendMessage", result: { message_id: 10 } });
  expect(journal.sentBefore(1)).toEqual([{ method: "sendMessage", result: { message_id: 9 } }]);
  expect(journal.sentBefore(2)).toEqual([]);
  journal.done(1);
  journal.sent(1, 1, { method: "sendMessage", result: {} });
  expect(journal.sentBefore(1)).toEqual([]);
});

test("puts a file aside that is no database, and begins anew", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "telegram-4242.db"), "no database ".repeat(1000));
  const { db, journal, putAside } = open(folder);
  expect(ids(journal.add([update(1)]))).toEqual([1]);
  db.close();
  expect(putAside[0]).toContain(".damaged-");
  expect(readdirSync(folder).filter((name) => name.includes(".damaged-"))).toHaveLength(1);
});

test("belongs to one bot and one process", () => {
  const folder = temporaryFolder();
  const { db, journal } = open(folder);
  journal.add([update(1)]);
  const other = open(folder, "99:another-token");
  expect(other.journal.resume().updates).toEqual([]);
  other.db.close();
  const program = `
    const { openBotDatabase } = await import("./src/apps/telegram/delivery/bot-database.ts");
    try { openBotDatabase(${JSON.stringify(folder)}, "${TOKEN}", () => {}); console.log("opened"); }
    catch (error) { console.log(error.name); }`;
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  const attempt = () => spawnSync(process.execPath, args, { encoding: "utf8" }).stdout.trim();
  expect(attempt()).toBe("BotAlreadyRunning");
  expect(() => open(folder)).toThrow(BotAlreadyRunning);
  db.close();
  expect(attempt()).toBe("opened");
});

test("a lock file of garbage is emptied; one that cannot be opened is named with what to do", () => {
  const folder = temporaryFolder();
  const path = join(folder, "telegram-4242.db.lock");
  writeFileSync(path, "không phải SQLite".repeat(100));
  open(folder).db.close();
  rmSync(path);
  mkdirSync(path);
  expect(() => open(folder)).toThrow(/telegram-\d+\.db\.lock cannot be opened .* Remove it/u);
});

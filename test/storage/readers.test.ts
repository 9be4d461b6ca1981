import { expect, it } from "vitest";
import { openState } from "../../src/storage/state.ts";
import { temporaryFolder } from "../index/fixture.ts";

const SUBSCRIPTION = {
  chatId: 1,
  userId: 1,
  filter: { sides: ["Lạng Sơn"] },
  name: "Lạng Sơn",
  language: "vi",
  since: 0,
} as const;

it("keeps languages, subscriptions and articles over a restart", () => {
  const folder = temporaryFolder();
  const before = openState(folder);
  before.readers.setLanguage(1, "zh");
  expect(before.readers.subscribe(SUBSCRIPTION)?.name).toBe("Lạng Sơn");
  expect(before.readers.subscribe(SUBSCRIPTION)).toBeNull();
  expect(before.readers.noteArticles(["a", "b"])).toBe(2);
  before.close();
  const { readers, close } = openState(folder);
  expect(readers.language(1)).toBe("zh");
  expect(readers.subscriptions()).toMatchObject([SUBSCRIPTION]);
  expect(readers.noteArticles(["b", "c"])).toBe(3);
  expect(readers.articlesSince(2)).toEqual([{ id: "c", number: 3 }]);
  close();
});

it("gives a digest once: not after it was begun, unless it surely did not arrive", () => {
  const { readers, close } = openState(temporaryFolder());
  const { id, name } = readers.subscribe(SUBSCRIPTION)!;
  const digest = { chatId: 1, language: "vi", visits: ["v"], of: [{ id, name }] } as const;
  readers.keepDigest(1, 5, "2026-01-02", digest);
  expect(readers.subscriptions()[0]?.since).toBe(5);
  expect(readers.lastDigest(1)).toBe("2026-01-02");
  expect(readers.waitingDigests()).toEqual([digest]);
  readers.beginDigest(1);
  expect(readers.waitingDigests()).toEqual([]);
  readers.putBackDigest(1);
  expect(readers.waitingDigests()).toEqual([digest]);
  readers.leave(1);
  expect(readers.waitingDigests()).toEqual([]);
  expect(readers.subscriptions()).toEqual([]);
  close();
});

it("forgets all of a user, and nothing of others", () => {
  const { readers, close } = openState(temporaryFolder());
  readers.setLanguage(1, "en");
  readers.setLanguage(2, "en");
  readers.subscribe(SUBSCRIPTION);
  readers.subscribe({ ...SUBSCRIPTION, chatId: -5 });
  readers.subscribe({ ...SUBSCRIPTION, chatId: 2, userId: 2 });
  expect(readers.forget(1)).toBe(3);
  expect(readers.language(1)).toBeNull();
  expect(readers.language(2)).toBe("en");
  expect(readers.subscriptions().map(({ userId }) => userId)).toEqual([2]);
  close();
});

import { beforeEach, describe, expect, test } from "vitest";
import {
  openProposals,
  originalOf,
  type Proposals,
  propose,
} from "../../../src/articles/corpus/proposals.ts";
import type { Article } from "../../../src/model/article.ts";
import { openWritable } from "../../../src/storage/sqlite.ts";
import { temporaryFolder } from "../../index/fixture.ts";

const by = { id: 7, name: "Lan (7)" };
const article = (title: string): Article => ({
  id: "document",
  partOf: null,
  title,
  url: null,
  source: null,
  author: null,
  published: "2024-03-12",
  event: null,
  text: "Hai bên trao đổi.",
  blocks: [{ kind: "lead", start: 0, end: 17 }],
});
const original = originalOf(Buffer.from("<p>Hai bên"), "html");

let folder: string;
let proposals: Proposals;
beforeEach(() => {
  folder = temporaryFolder();
  proposals = openProposals(folder);
  return () => proposals.close();
});

const create = (title = "Một") =>
  proposals.create({ article: article(title), original, replaces: null, by });

test("a proposal waits over a restart, with its article and original", () => {
  const { id } = create();
  proposals.close();
  proposals = openProposals(folder);
  const found = proposals.get(id)!;
  expect(id).toMatch(/^[0-9a-f]{12}$/u);
  expect(found).toMatchObject({ article: article("Một"), by, replaces: null, decision: null });
  expect(Buffer.from(found.original!.bytes).toString()).toBe("<p>Hai bên");
  expect(found.original!.extension).toBe(".html");
});

test("it is decided once; afterwards it cannot be changed, and its original is let go", () => {
  const { id } = create();
  const decision = { path: "added/2024/mot.md", by: "Lan (7)" };
  proposals.change(id, { article: article("Hai"), replaces: "cũ.md" });
  expect(proposals.decide(id, decision)).toBe(true);
  expect(proposals.decide(id, { path: null, by: "Minh (8)" })).toBe(false);
  proposals.change(id, { article: article("Ba") });
  expect(proposals.get(id)).toMatchObject({
    article: article("Hai"),
    replaces: "cũ.md",
    original: null,
    decision,
  });
  expect(proposals.decide("000000000000", decision)).toBe(false);
});

test("a saved one is told of once, over a restart", () => {
  const [saved, dropped] = [create("Một"), create("Hai")];
  proposals.decide(saved.id, { path: "added/mot.md", by: "Lan" });
  proposals.decide(dropped.id, { path: null, by: "Lan" });
  proposals.close();
  proposals = openProposals(folder);
  expect(proposals.untold().map(({ id }) => id)).toEqual([saved.id]);
  proposals.told(saved.id);
  expect(proposals.untold()).toEqual([]);
});

test("one that is the same as an indexed article is an update of its file", async () => {
  const sameAs = async () => ({
    article: article("Một"),
    path: "tay/mot.html",
    by: "text" as const,
  });
  const waiting = { article: article("Một"), original, by };
  expect((await propose({ sameAs }, proposals, waiting)).replaces).toBe("tay/mot.html");
  const none = await propose({ sameAs: async () => null }, proposals, waiting);
  expect(none.replaces).toBeNull();
});

describe("where it is shown and asked for", () => {
  test("messages of all chats show it, until they are gone", () => {
    const { id } = create();
    proposals.shownAt(id, { chatId: 1, messageId: 10 });
    proposals.shownAt(id, { chatId: 2, messageId: 10 });
    proposals.askedAt({ chatId: 1, messageId: 11 }, { of: { proposalId: id }, field: "event" });
    expect(proposals.places(id)).toHaveLength(2);
    expect(proposals.at({ chatId: 2, messageId: 10 })?.id).toBe(id);
    expect(proposals.at({ chatId: 1, messageId: 11 })).toBeNull();
    proposals.goneFrom({ chatId: 1, messageId: 10 });
    expect(proposals.places(id)).toEqual([{ chatId: 2, messageId: 10 }]);
  });

  test("a message asks for its date; a chat for the last one that still waits", () => {
    const [one, two] = [create("Một"), create("Hai")];
    proposals.askedAt({ chatId: 1, messageId: 11 }, { of: { proposalId: one.id }, field: "event" });
    proposals.askedAt(
      { chatId: 1, messageId: 12 },
      { of: { proposalId: two.id }, field: "published" },
    );
    const last = { of: { proposalId: two.id }, field: "published" };
    expect(proposals.asked(1, 11)).toEqual({ of: { proposalId: one.id }, field: "event" });
    expect(proposals.asked(1)).toEqual(last);
    expect(proposals.asked(2)).toBeNull();
    expect(proposals.asked(1, 99)).toBeNull();
    proposals.decide(two.id, { path: null, by: "Lan" });
    expect(proposals.asked(1)).toMatchObject({ of: { proposalId: one.id } });
    expect(proposals.asked(1, 12)).toEqual(last);
    proposals.answered({ proposalId: one.id });
    expect(proposals.asked(1)).toBeNull();
    const address = { of: { articleId: "added/mot" }, field: "url" } as const;
    proposals.askedAt({ chatId: 1, messageId: 13 }, address);
    expect(proposals.asked(1)).toEqual(address);
    proposals.answered({ articleId: "added/mot" });
    expect(proposals.asked(1)).toBeNull();
  });
});

describe("are forgotten", () => {
  test("after seven days", () => {
    const { id } = create();
    proposals.shownAt(id, { chatId: 1, messageId: 10 });
    const db = openWritable(`${folder}/state.db`, 1000);
    db.exec("UPDATE proposals SET at = datetime('now', '-8 days')");
    expect(proposals.get(id)).toBeNull();
    create();
    expect(db.prepare("SELECT count(*) FROM proposals").get()).toEqual([1]);
    expect(proposals.places(id)).toEqual([]);
    db.close();
  });

  test("where there are too many, the oldest first", () => {
    const ids = Array.from({ length: 203 }, (_, i) => create(`Bài ${i}`).id);
    expect(ids.map((id) => proposals.get(id) !== null)).toEqual(ids.map((_, i) => i >= 3));
  });

  test("where their originals take too much room; the newest stays however large", () => {
    const large = originalOf(new Uint8Array(60 * 1024 * 1024), "pdf");
    const add = () =>
      proposals.create({ article: article("Lớn"), original: large, replaces: null, by }).id;
    const ids = [add(), add()];
    expect(ids.map((id) => proposals.get(id) !== null)).toEqual([false, true]);
  });
});

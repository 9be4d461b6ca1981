import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { fullTextWriter } from "../../../src/index/files/full-text.ts";
import { SCHEMA } from "../../../src/index/files/schema.ts";
import { StoredWords } from "../../../src/index/files/stored-words.ts";
import { lexical } from "../../../src/index/read/lexical.ts";
import { openWritable } from "../../../src/storage/sqlite.ts";
import { temporaryFolder } from "../fixture.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function table(name: string) {
  const db = openWritable(join(folder, name));
  db.exec(SCHEMA);
  return { db, texts: fullTextWriter(db) };
}

const TEXTS = [
  ["đoàn lào cai", "đoàn đại biểu đến hòa bình lúc chín giờ"],
  ["", "谅 山 2023"],
  ["bạn bè", ""],
  ["đoàn", "đoàn bạn bè đến thăm làng nghề"],
] as const;

it("gives back the words of a text, whenever they were stored, with marks and without", () => {
  const { db, texts } = table("words.db");
  const packed = TEXTS.map((pair) => {
    const numbers = pair.map(texts.pack);
    texts.store();
    return numbers;
  });
  const many = Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(" ");
  const long = texts.pack(many);
  const check = () => {
    const words = StoredWords.of(db);
    expect(packed.map((pair) => pair.map((one) => words.marked(one)))).toEqual(TEXTS);
    expect(words.folded(packed[0]![1]!)).toBe("doan dai bieu den hoa binh luc chin gio");
    expect(words.marked(long)).toBe(many);
  };
  texts.store();
  check();
  texts.join();
  check();
  // Another run goes on where this one ended.
  const next = fullTextWriter(db);
  expect(next.pack("đoàn")).toEqual(texts.pack("đoàn"));
  const fresh = next.pack("chưa gặp");
  next.store();
  expect(StoredWords.of(db).marked(fresh)).toBe("chưa gặp");
  db.close();
});

it("counts nothing of a row that was deleted", () => {
  const [all, without] = [table("all.db"), table("without.db")];
  for (const { texts } of [all, without])
    for (const [row, pair] of TEXTS.entries()) {
      const [title, body] = pair.map(texts.pack) as [Uint8Array, Uint8Array];
      if (texts === all.texts || row !== 3) texts.insert(row + 1, title, body);
      if (texts === all.texts && row === 3) texts.delete(row + 1, title, body);
    }
  for (const folded of [false, true]) {
    const [found, right] = [all, without].map(({ db }) =>
      lexical(db, folded).search(folded ? ["doan", "ban", "den"] : ["đoàn", "bạn", "đến"], 9),
    );
    expect(found!.length).toBe(2);
    expect(found).toEqual(right);
  }
  all.db.close();
  without.db.close();
});

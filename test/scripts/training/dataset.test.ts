import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCorpus, readTitles, titleKey } from "../../../scripts/training/dataset.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "corpus-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string) {
  const articles = [];
  for await (const article of readCorpus(path)) articles.push(article);
  return articles;
}

test("a folder of Markdown is read in the order of its paths, with and without front matter", async () => {
  const markdown = join(folder, "markdown");
  await mkdir(join(markdown, "2022"), { recursive: true });
  await writeFile(
    join(markdown, "2022", "a.md"),
    "---\ntitle: Đoàn Quảng Tây thăm Lạng Sơn\nurl: https://example.org\n---\n\nĐoạn mở đầu.\n\nĐoạn hai.\n",
  );
  await writeFile(join(markdown, "b.md"), "# Tiếp đoàn\r\n\r\nĐoạn mở đầu.\r\n");
  await writeFile(join(markdown, "note.txt"), "không đọc");
  expect(await read(markdown)).toEqual([
    { title: "Đoàn Quảng Tây thăm Lạng Sơn", lead: "Đoạn mở đầu.", paragraphs: ["Đoạn hai."] },
    { title: "Tiếp đoàn", lead: "Đoạn mở đầu.", paragraphs: [] },
  ]);
});

test("JSON Lines are read one article a line, and a wrong line is named", async () => {
  const good = join(folder, "good.jsonl");
  await writeFile(good, '["Tin","Mở đầu",["Một","Hai"]]\n\n');
  expect(await read(good)).toEqual([{ title: "Tin", lead: "Mở đầu", paragraphs: ["Một", "Hai"] }]);
  const bad = join(folder, "bad.jsonl");
  await writeFile(bad, '["Tin","Mở đầu",["Một"]]\n{"title":"Tin"}\n');
  await expect(read(bad)).rejects.toThrow(/bad\.jsonl, line 2/u);
});

test("titles are the same however they are segmented and typed", async () => {
  const file = join(folder, "titles.json");
  await writeFile(file, JSON.stringify([{ title: "Thủ tướng “thăm” Lạng Sơn", id: 1 }]));
  expect(await readTitles(file)).toContain(titleKey('Thủ_tướng " thăm " LẠNG_SƠN'));
});

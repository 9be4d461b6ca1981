import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listCorpus } from "../../src/articles/parse/corpus-files.ts";
import { articlesOf } from "../../src/indexing/corpus-file.ts";
import { makeDocx } from "../articles/parse/make-docx.ts";
import { makePdf, typeset } from "../articles/parse/make-pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));

const REPORT =
  "Sáng 12/3/2024, tại thành phố Lạng Sơn, đồng chí Lê Thị Mai tiếp đoàn công tác thành phố Sùng Tả.";

test("Word documents and PDFs that lie in the corpus are articles, and broken ones are named", async () => {
  writeFileSync(join(folder, "a.docx"), makeDocx(["Lãnh đạo tỉnh tiếp đoàn Sùng Tả", REPORT]));
  writeFileSync(join(folder, "b.pdf"), makePdf([typeset([REPORT])]));
  writeFileSync(join(folder, "c.pdf"), makePdf([[]]));
  const { files, skipped } = listCorpus(folder);
  expect(skipped).toEqual([]);
  const [word, pdf, scan] = await Promise.all(files.map((file) => articlesOf(file)));
  expect(word).toMatchObject({
    ok: true,
    articles: [{ id: "a", title: "Lãnh đạo tỉnh tiếp đoàn Sùng Tả", text: REPORT }],
  });
  expect(pdf).toMatchObject({ ok: true, articles: [{ id: "b", text: REPORT }] });
  expect(scan).toMatchObject({ ok: false, reason: expect.stringMatching(/pictures/) });
});

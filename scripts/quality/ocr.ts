import { openOcr } from "../../src/articles/parse/formats/ocr.ts";
import { photoImage } from "../../src/articles/parse/formats/scanned.ts";
import { normalizeLine } from "../../src/language/text/normalize.ts";
import { CONDITIONS, drawPage, REPORTS } from "./ocr-pages.ts";

/** Characters to change, put in and take out to make one text the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}

// Draws reports as pages, reads them, and prints how many characters are wrong under each condition.
const ocr = await openOcr();
try {
  console.log("condition      wrong   sureness  seconds a page");
  for (const condition of CONDITIONS) {
    let [wrong, all, sureness, ms] = [0, 0, 0, 0];
    for (const report of REPORTS) {
      const image = await photoImage(await drawPage(report, condition));
      const start = performance.now();
      const page = await ocr.read(image);
      ms += performance.now() - start;
      const read = normalizeLine(page.paragraphs.map(({ text }) => text).join(" "));
      const meant = normalizeLine(report.join(" "));
      if (process.argv.includes("--text")) console.log(read);
      wrong += distance(read, meant);
      all += meant.length;
      sureness += page.sureness / REPORTS.length;
    }
    const share = ((wrong / all) * 100).toFixed(1).padStart(5);
    const seconds = (ms / REPORTS.length / 1000).toFixed(1);
    console.log(
      `${condition.padEnd(12)} ${share} %  ${sureness.toFixed(0).padStart(8)}  ${seconds.padStart(8)}`,
    );
  }
} finally {
  await ocr.close();
}

/**
 * Builds src/language/data/han-viet.tsv: own readings, readings inferred for rarer characters,
 * and the traditional-to-simplified map.
 *
 * Usage: node --import tsx scripts/han-viet/main.ts UNIHAN_DIR
 * UNIHAN_DIR holds Unihan_Readings.txt, Unihan_Variants.txt and Unihan_OtherMappings.txt, as in the
 * Unicode character database or, unpacked, in Debian's package unicode-data.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { inferReadings, leaveOneOut } from "./infer.ts";
import { readUnihan, simplifiedForms } from "./unihan.ts";

const directory = process.argv[2];
if (directory === undefined) {
  console.error("Usage: node --import tsx scripts/han-viet/main.ts UNIHAN_DIR");
  process.exit(2);
}

const own = readFileSync(new URL("name-readings.tsv", import.meta.url), "utf8")
  .normalize("NFC")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const known = new Map<string, string>();
for (const line of own) {
  for (const item of line.split("\t")[1]!.split(" ")) {
    const [char = ""] = item;
    if (!known.has(char)) known.set(char, item.slice(char.length).split("/")[0]!);
  }
}

const unihan = readUnihan(directory);
const inferred = inferReadings(unihan, known);
const simplified = simplifiedForms(unihan, known);

const byReading = new Map<string, string>();
for (const [char, reading] of inferred) {
  byReading.set(reading, (byReading.get(reading) ?? "") + char);
}
const lines = [
  ...own,
  "%inferred",
  ...[...byReading]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, chars]) => `${reading}\t${chars}`),
  "%simplified",
  [...simplified].map(([from, to]) => from + to).join(""),
];
const out = new URL("../../src/language/data/han-viet.tsv", import.meta.url);
writeFileSync(out, `${lines.join("\n")}\n`);

const check = leaveOneOut(unihan, known);
console.log(`own readings ${known.size}, inferred ${inferred.size}, simplified ${simplified.size}`);
console.log(`inference on own readings, each left out: ${check.right} of ${check.tried} right`);
console.log("written src/language/data/han-viet.tsv");

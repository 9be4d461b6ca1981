/**
 * Builds src/language/data/han-viet.tsv: own readings, readings inferred for rarer characters,
 * and the traditional-to-simplified map.
 *
 * Usage: node --import tsx scripts/training/han-viet.ts UNIHAN_DIR
 * UNIHAN_DIR holds Unihan_Readings.txt, Unihan_Variants.txt and Unihan_OtherMappings.txt, as in the
 * Unicode character database or, unpacked, in Debian's package unicode-data.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Fields of one character, by name, as in UAX #38. */
type Unihan = ReadonlyMap<string, ReadonlyMap<string, string>>;

const FILES = ["Unihan_Readings.txt", "Unihan_Variants.txt", "Unihan_OtherMappings.txt"];

/** Reads the fields of all characters of the basic multilingual plane. Throws where a file is missing. */
function readUnihan(directory: string): Unihan {
  const fields = new Map<string, Map<string, string>>();
  for (const file of FILES) {
    for (const line of readFileSync(join(directory, file), "utf8").split("\n")) {
      const [code, field, value] = line.split("\t");
      if (code === undefined || field === undefined || value === undefined) continue;
      const point = Number.parseInt(code.slice(2), 16);
      if (!(point <= 0xffff)) continue;
      const char = String.fromCodePoint(point);
      let row = fields.get(char);
      if (row === undefined) {
        row = new Map();
        fields.set(char, row);
      }
      row.set(field, value.trim());
    }
  }
  return fields;
}

/** Characters named in a variant field, e.g. `U+5218 U+5289<kLau`. */
function variants(value: string | undefined): string[] {
  return (value ?? "")
    .split(" ")
    .filter((item) => item !== "")
    .map((item) => String.fromCodePoint(Number.parseInt(item.slice(2), 16)));
}

/**
 * Traditional character to its simplified form, where that is in common use (the table of general
 * standard characters), for characters that have no reading of their own (乾 in 乾隆 keeps its one).
 */
function simplifiedForms(unihan: Unihan, known: ReadonlyMap<string, string>): Map<string, string> {
  const map = new Map<string, string>();
  for (const [char, fields] of unihan) {
    if (known.has(char)) continue;
    const form = variants(fields.get("kSimplifiedVariant")).find(
      (to) => to !== char && unihan.get(to)?.has("kTGH"),
    );
    if (form !== undefined) map.set(char, form);
  }
  return map;
}

/**
 * Infers Sino-Vietnamese readings of rarer characters from characters that sound the same elsewhere.
 *
 * All Sino-xenic readings come from Middle Chinese, so characters that agree in Mandarin and in
 * Cantonese, tones included, nearly always agree in Sino-Vietnamese too. Unihan's own kVietnamese
 * mixes in native readings (李 lí but 找 quơ), so it only breaks ties.
 */
function inferReadings(unihan: Unihan, known: ReadonlyMap<string, string>): Map<string, string> {
  const votes = countVotes(unihan, known);
  const inferred = new Map<string, string>();
  for (const [char, fields] of unihan) {
    if (known.has(char) || !fields.has("kTGH")) continue;
    const reading = choose(votes, unihan, char, undefined);
    if (reading !== undefined) inferred.set(char, reading);
  }
  return inferred;
}

/** How often the inference gives the known reading of a character that it may not look at. */
function leaveOneOut(
  unihan: Unihan,
  known: ReadonlyMap<string, string>,
): { tried: number; right: number } {
  const votes = countVotes(unihan, known);
  let tried = 0;
  let right = 0;
  for (const [char, reading] of known) {
    const guess = choose(votes, unihan, char, reading);
    if (guess === undefined) continue;
    tried++;
    if (guess === reading) right++;
  }
  return { tried, right };
}

type Votes = Map<string, Map<string, number>>;

function countVotes(unihan: Unihan, known: ReadonlyMap<string, string>): Votes {
  const votes: Votes = new Map();
  for (const [char, reading] of known) {
    for (const key of keys(unihan, char)) {
      const counts = votes.get(key) ?? new Map<string, number>();
      counts.set(reading, (counts.get(reading) ?? 0) + 1);
      votes.set(key, counts);
    }
  }
  return votes;
}

/** Sound keys of a character, the strongest evidence first. */
function keys(unihan: Unihan, char: string): string[] {
  const fields = unihan.get(char);
  const traditional = variants(fields?.get("kTraditionalVariant")).find((to) => to !== char);
  const rich = traditional === undefined ? fields : unihan.get(traditional);
  const mandarin = fields?.get("kMandarin")?.split(" ")[0];
  const cantonese = (fields?.get("kCantonese") ?? rich?.get("kCantonese"))?.split(" ")[0];
  const korean = (fields?.get("kKorean") ?? rich?.get("kKorean"))?.split(" ")[0];
  if (mandarin === undefined || cantonese === undefined) return [];
  const both = `${mandarin}|${cantonese}`;
  return korean === undefined ? [both] : [`${both}|${korean}`, both];
}

function choose(
  votes: Votes,
  unihan: Unihan,
  char: string,
  own: string | undefined,
): string | undefined {
  const nom = new Set(unihan.get(char)?.get("kVietnamese")?.normalize("NFC").split(" "));
  for (const key of keys(unihan, char)) {
    const ranked = [...(votes.get(key) ?? [])]
      .map(([reading, n]) => ({ reading, n: reading === own ? n - 1 : n }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => Number(nom.has(b.reading)) - Number(nom.has(a.reading)) || b.n - a.n);
    if (ranked[0] !== undefined) return ranked[0].reading;
  }
  return undefined;
}

const directory = process.argv[2];
if (directory === undefined) {
  console.error("Usage: node --import tsx scripts/training/han-viet.ts UNIHAN_DIR");
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
for (const [char, reading] of inferred)
  byReading.set(reading, (byReading.get(reading) ?? "") + char);
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

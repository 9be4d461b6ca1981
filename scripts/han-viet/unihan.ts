import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Fields of one character, by name, as in UAX #38. */
export type Unihan = ReadonlyMap<string, ReadonlyMap<string, string>>;

const FILES = ["Unihan_Readings.txt", "Unihan_Variants.txt", "Unihan_OtherMappings.txt"];

/** Reads the fields of all characters of the basic multilingual plane. Throws where a file is missing. */
export function readUnihan(directory: string): Unihan {
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
export function variants(value: string | undefined): string[] {
  return (value ?? "")
    .split(" ")
    .filter((item) => item !== "")
    .map((item) => String.fromCodePoint(Number.parseInt(item.slice(2), 16)));
}

/**
 * Traditional character to its simplified form, where that is in common use (the table of general
 * standard characters), for characters that have no reading of their own (乾 in 乾隆 keeps its one).
 */
export function simplifiedForms(
  unihan: Unihan,
  known: ReadonlyMap<string, string>,
): Map<string, string> {
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

import { readFileSync } from "node:fs";

interface HanViet {
  /** Character to its readings, the usual one first. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  /** Pinyin without tone to characters with the readings that go with that sound, common in names first. */
  readonly pinyin: ReadonlyMap<string, readonly (readonly [string, readonly string[]])[]>;
  readonly simplified: ReadonlyMap<string, string>;
}

let cached: HanViet | undefined;

/** The reading table, read from disk on first use. See data/NOTICE for its sources. */
export function hanViet(): HanViet {
  cached ??= load();
  return cached;
}

function load(): HanViet {
  const readings = new Map<string, string[]>();
  const pinyin = new Map<string, [string, string[]][]>();
  const simplified = new Map<string, string>();
  let section = "own";
  const text = readFileSync(new URL("../data/han-viet.tsv", import.meta.url), "utf8");
  for (const line of text.split("\n")) {
    if (line.startsWith("%")) {
      section = line;
    } else if (section === "%simplified") {
      for (let i = 0; i + 1 < line.length; i += 2) simplified.set(line[i]!, line[i + 1]!);
    } else if (section === "%inferred") {
      const [reading = "", chars = ""] = line.split("\t");
      for (const char of chars) readings.set(char, [reading]);
    } else {
      const [sound = "", items = ""] = line.split("\t");
      const row: [string, string[]][] = [];
      for (const item of items.split(" ")) {
        const char = item[0]!;
        const own = item.slice(1).split("/");
        row.push([char, own]);
        const all = readings.get(char);
        if (all === undefined) readings.set(char, [...own]);
        else for (const reading of own) if (!all.includes(reading)) all.push(reading);
      }
      if (sound !== "usual") pinyin.set(sound, row);
    }
  }
  return { readings, pinyin, simplified };
}

/** Turns traditional characters into the simplified ones of the tables; everything else stays. */
export function simplify(text: string): string {
  const { simplified } = hanViet();
  return text.replace(/\p{Script=Han}/gu, (char) => simplified.get(char) ?? char);
}

/** Sino-Vietnamese readings of a character, the usual one first; empty where none is known. */
export function readingsOf(char: string): readonly string[] {
  const { readings, simplified } = hanViet();
  return readings.get(char) ?? readings.get(simplified.get(char) ?? "") ?? [];
}

export function capitalize(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0x20);
  return first.toUpperCase() + word.slice(first.length);
}

/**
 * Sino-Vietnamese forms of a name in Han characters, the most usual first: 熊波 → Hùng Ba.
 *
 * @param limit Most forms returned. A character without a reading stays as it is.
 */
export function hanNameForms(name: string, limit = 40): string[] {
  const choices = [...name].map((char) => {
    const found = readingsOf(char);
    return found.length === 0 ? [char] : found.map(capitalize);
  });
  return combine(choices, limit);
}

/** Joins one choice of every position by spaces, those with the smaller sum of ranks first. */
export function combine(choices: readonly (readonly string[])[], limit: number): string[] {
  let rows: { text: string; rank: number }[] = [{ text: "", rank: 0 }];
  for (const options of choices) {
    rows = rows
      .flatMap((row) =>
        options.map((option, i) => ({
          text: row.text === "" ? option : `${row.text} ${option}`,
          rank: row.rank + i,
        })),
      )
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit);
  }
  return [...new Set(rows.map((row) => row.text))];
}

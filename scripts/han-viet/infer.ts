import { type Unihan, variants } from "./unihan.ts";

/**
 * Infers Sino-Vietnamese readings of rarer characters from characters that sound the same elsewhere.
 *
 * All Sino-xenic readings come from Middle Chinese, so characters that agree in Mandarin and in
 * Cantonese, tones included, nearly always agree in Sino-Vietnamese too. Unihan's own kVietnamese
 * mixes in native readings (李 lí but 找 quơ), so it only breaks ties.
 */
export function inferReadings(
  unihan: Unihan,
  known: ReadonlyMap<string, string>,
): Map<string, string> {
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
export function leaveOneOut(
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

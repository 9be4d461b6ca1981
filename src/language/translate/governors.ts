/** Heads of provinces: Vietnamese ones have chairmen, those of other countries governors. */
import { placeRows } from "../places/index.ts";
import { fold, isSyllableShaped } from "../text/index.ts";
import { isNominal, type Unit } from "./unit.ts";

const CHAIRMAN = /^(?:Phó )?Chủ tịch tỉnh$/u;
/** Countries whose governors Vietnamese reports call so; those of the neighbours are heads of the province. */
const GOVERNOR: Readonly<Record<string, string>> = {
  "Nhật Bản": "Thống đốc",
  "Hàn Quốc": "Thống đốc",
  "Thái Lan": "Tỉnh trưởng",
  Lào: "Tỉnh trưởng",
  Campuchia: "Tỉnh trưởng",
  "Trung Quốc": "Tỉnh trưởng",
};

let countries: ReadonlyMap<string, string | null> | undefined;

function countryOf(name: string): string | null {
  if (countries === undefined) {
    const found = new Map<string, string | null>();
    for (const row of placeRows()) if (!found.has(row.name)) found.set(row.name, row.country);
    countries = found;
  }
  return countries.get(name.replace(/^(?:tỉnh|thành phố) /u, "")) ?? null;
}

/** "the governor of Phongsaly" → Tỉnh trưởng, "the Kanagawa governor" → Thống đốc, "the governor of Lao Cai" stays. */
export function settleGovernors(units: readonly Unit[]): Unit[] {
  return units.map((unit, i) => {
    if (unit.class !== "t" || !CHAIRMAN.test(unit.vi)) return unit;
    const [before, after] = [units[i - 1], units[i + 1]];
    const near = [before, after].filter((one): one is Unit => isNominal(one));
    const place = near.find(({ class: of }) => of === "g");
    const title = place === undefined ? foreigner(near) : GOVERNOR[countryOf(place.vi) ?? ""];
    return title === undefined ? unit : { ...unit, vi: unit.vi.replace("Chủ tịch tỉnh", title) };
  });
}

/** "Vice Governor Bounthong": no Vietnamese name. */
function foreigner(near: readonly Unit[]): string | undefined {
  const isForeign = near.some(
    ({ class: of, vi }) => of === "p" && !fold(vi).split(" ").every(isSyllableShaped),
  );
  return isForeign ? "Tỉnh trưởng" : undefined;
}

/** Titles that reports give the head of one province, some this one and some that. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "Thống đốc": "Tỉnh trưởng",
  "Tỉnh trưởng": "Thống đốc",
};

/** For each governor of a named province, the title beside the province as reports may have it. */
export function governorForms(units: readonly Unit[]): string[][] {
  return units.flatMap((unit, i) => {
    const title = /(?:Thống đốc|Tỉnh trưởng)$/u.exec(unit.vi)?.[0];
    const place = [units[i - 1], units[i + 1]].find((one) => one?.class === "g");
    if (unit.class !== "t" || title === undefined || place === undefined) return [];
    const other = unit.vi.replace(title, OTHERWISE[title]!);
    return [[unit.vi, other].flatMap((one) => [`${one} ${place.vi}`, `${one} tỉnh ${place.vi}`])];
  });
}

import { knownPlaceAt, placeReading } from "../../../language/names/index.ts";
import { isUpper, type Words } from "./tokens.ts";

/** Somebody who can visit or receive, as one phrase of a sentence names them. */
export interface Party {
  /** `office` is a position without its holder's name: "Thủ tướng Việt Nam". */
  readonly kind: "person" | "office" | "body" | "delegation";
  /** Words `[from, to)` of the sentence. */
  readonly from: number;
  readonly to: number;
  readonly name: string | null;
  readonly position: string | null;
  /** Name of the body or delegation. */
  readonly organisation: string | null;
  /** Who leads the delegation, where the same phrase says so: "do ông … làm trưởng đoàn". */
  readonly leader: Party | null;
  /** Country and province that the phrase itself names. */
  readonly country: string | null;
  readonly province: string | null;
}

export function party(
  words: Words,
  kind: Party["kind"],
  from: number,
  to: number,
  rest: Partial<Party> = {},
): Party {
  return {
    kind,
    from,
    to,
    name: null,
    position: null,
    organisation: null,
    leader: null,
    ...placesOf(words, from, to),
    ...rest,
  };
}

/** The first country and the best province named in the words; what stands behind "tại" is another's. */
export function placesOf(
  words: Words,
  from: number,
  to: number,
): Pick<Party, "country" | "province"> {
  let country: string | null = null;
  let province: string | null = null;
  let town: string | null = null;
  for (let i = from; i < to; i++) {
    if (words.marked[i] === "tại") break;
    if (isNoPlace(words, i)) continue;
    const length = isUpper(words, i) ? knownPlaceAt(words.marked, i) : 0;
    if (length === 0 || i + length > to) continue;
    const place = placeReading(words.marked, i, length)!;
    if (country !== null && country !== place.country) break;
    country = place.country;
    if (place.rank === "province") province ??= place.province;
    if (place.rank === "town" && place.province !== place.name) town ??= place.province;
    i += length - 1;
  }
  return { country, province: province ?? town };
}

/** Words that look like a place: "Hội Hữu Nghị", "Ủy ban Hòa bình", "Hiệp ước Hữu nghị" (no border gate), "Thái Bình Dương". */
export function isNoPlace(words: Words, i: number): boolean {
  const [before, first, second, third] = [-1, 0, 1, 2].map((by) => words.marked[i + by]);
  if (first === "hòa" && second === "bình") return !isUpper(words, i + 1);
  if (first === "thái" && second === "bình") return third === "dương";
  // "Học viện Chính trị quốc gia Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"
  if (first === "hồ" && second === "chí") return !/^(?:phố|tp)$/u.test(before ?? "");
  if (first !== "hữu" || second !== "nghị") return false;
  return before === "hội" || (!isUpper(words, i + 1) && before !== "khẩu");
}

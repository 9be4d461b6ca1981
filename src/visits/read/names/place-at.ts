import { knownPlaceAt } from "../../../language/names/index.ts";
import { phraseSet } from "../../../language/text/index.ts";
import { readOffice } from "./office.ts";
import { BODIES, CUES, OFFICE_WORDS } from "./office-words.ts";
import { isNoPlace } from "./party.ts";
import { nameEnd } from "./person-name.ts";
import { gapBefore, isUpper, textOf, type Words } from "./tokens.ts";

/** A place that a sentence names outside of the parties. */
export interface NamedPlace {
  readonly start: number;
  readonly end: number;
  /** The name as written, with the word for its kind: "tỉnh Lào Cai". */
  readonly text: string;
  readonly country: string | null;
  readonly province: string | null;
  /** True where the whole country is named. */
  readonly whole: boolean;
}

const CONTINENTS = new Set(["á", "âu", "phi", "mỹ", "úc", "đại"]);

/** Words that the full name of a state begins with. */
const STATES = phraseSet([
  ...[
    "cộng hòa",
    "nước cộng hòa",
    "vương quốc",
    "liên bang",
    "cộng hòa liên bang",
    "cộng hòa nhân dân",
    "cộng hòa dân chủ nhân dân",
  ],
  ...[
    "nước cộng hòa dân chủ nhân dân",
    "nước cộng hòa nhân dân",
    "nước cộng hòa dân chủ liên bang",
    "cộng hòa dân chủ liên bang",
    "nước",
  ],
]);

/** The name without "nước", "Cộng hòa" … in front. */
export function bare(words: Words, from: number, to: number): string {
  let at = from;
  while (at < to - 1 && knownPlaceAt(words.marked, at) !== to - at) at++;
  return textOf(words, at, to);
}

/** Words of "mốc giới số 1116(2)", "mốc 1090-1091, lối thông quan Tân Thanh", "km 0, cửa khẩu Hữu Nghị" at `i`; 0 if none. */
function markAt(words: Words, i: number): number {
  const first = words.marked[i];
  if (first !== "mốc" && first !== "km") return 0;
  let at = i + 1;
  while (/^(?:giới|số|quốc)$/u.test(words.marked[at] ?? "")) at++;
  if (!/^\d/u.test(words.marked[at] ?? "")) return 0;
  do at++;
  while (/^\d/u.test(words.marked[at] ?? "") && /^(?:\/| ?[-–] ?|\()$/u.test(gapBefore(words, at)));
  const gate = /^\)?, $/u.test(gapBefore(words, at)) ? CUES.longestAt(words.marked, at) : 0;
  const place = gate === 0 ? 0 : placeAt(words, at);
  return place === 0 && first === "km" ? 0 : at + place - i;
}

/** Words of the place at `i`: a known one, or a capitalised name behind "thành phố", "cửa khẩu" …; 0 if none. */
export function placeAt(words: Words, i: number): number {
  if (isUpper(words, i)) {
    const known = isNoPlace(words, i) ? 0 : knownPlaceAt(words.marked, i);
    if (known > 0) return known;
  }
  const mark = markAt(words, i);
  if (mark > 0) return mark;
  const state = words.marked[i - 1] === "nhà" ? 0 : STATES.longestAt(words.marked, i);
  if (state > 0 && isUpper(words, i + state)) {
    const known = knownPlaceAt(words.marked, i + state);
    if (known > 0) return state + known;
  }
  if (words.marked[i] === "nước") return 0;
  // "châu Á" is nobody's host.
  if (words.marked[i] === "châu" && CONTINENTS.has(words.marked[i + 1] ?? "")) return 0;
  // "tại điểm cầu Hà Giang": no bridge; "chiến trường Điện Biên Phủ": no school.
  if (words.marked[i] === "cầu" && /^(?:điểm|đầu)$/u.test(words.marked[i - 1] ?? "")) return 0;
  if (words.marked[i] === "trường" && words.marked[i - 1] === "chiến") return 0;
  let cue = 0;
  for (let step = CUES.longestAt(words.marked, i); step > 0; ) {
    cue += step;
    // "trụ sở Tỉnh ủy": the body, not the province.
    step = BODIES.longestAt(words.marked, i + cue) > 0 ? 0 : CUES.longestAt(words.marked, i + cue);
  }
  if (cue === 0) return 0;
  const at = i + cue;
  const body = cue > 0 ? BODIES.longestAt(words.marked, at) : 0;
  // "trụ sở UBND tỉnh Cao Bằng"
  if (body > 0 && gapBefore(words, at) === " " && /^(?:sở|trường)$/u.test(words.marked[at - 1]!)) {
    const office = readOffice(words, at, body);
    if (office.name === null) return office.end - i;
  }
  if (!isUpper(words, at) || !/^(?: |\. ?)$/u.test(gapBefore(words, at))) return 0;
  const known = knownPlaceAt(words.marked, at);
  // "Khu An ninh chung"
  const small =
    !isUpper(words, at + 1) &&
    gapBefore(words, at + 1) === " " &&
    OFFICE_WORDS.has(words.marked[at + 1] ?? "");
  if (known === 0 && small && OFFICE_WORDS.has(words.marked[at]!)) return 0;
  return cue + (known > 0 ? known : nameEnd(words, at) - at);
}

/** Takes in `, Quảng Tây, Trung Quốc` and `(Trung Quốc)` behind word `end`. */
export function placeTail(words: Words, end: number): number {
  let at = end;
  while (at < words.list.length) {
    const gap = gapBefore(words, at);
    const bracket = / ?\($/u.test(gap);
    // "cửa khẩu Đồng Đăng - Lạng Sơn"
    const joined = /^ [-–] $/u.test(gap) && isUpperPlace(words, at) && endsInPlace(words, at);
    if (gap !== ", " && !bracket && !joined) break;
    let next = at;
    for (let cue = CUES.longestAt(words.marked, next); cue > 0 && !isUpperPlace(words, next); ) {
      next += cue;
      cue = CUES.longestAt(words.marked, next);
      if (/^(?:dân|choang)$/u.test(words.marked[next] ?? ""))
        next += words.marked[next] === "dân" ? 3 : 1;
    }
    const place = isUpperPlace(words, next) ? knownPlaceAt(words.marked, next) : 0;
    if (place === 0 && !(next > at && /choang/u.test(words.marked[next - 1] ?? ""))) break;
    let close = next + place;
    // "(Vân Nam, Trung Quốc)"
    while (bracket && gapBefore(words, close) === ", " && isUpperPlace(words, close))
      close += knownPlaceAt(words.marked, close);
    if (bracket && close < words.list.length && !gapBefore(words, close).startsWith(")")) break;
    at = close;
  }
  return at;
}

function endsInPlace(words: Words, end: number): boolean {
  return [1, 2, 3].some(
    (length) => isUpper(words, end - length) && knownPlaceAt(words.marked, end - length) === length,
  );
}

function isUpperPlace(words: Words, i: number): boolean {
  return isUpper(words, i) && knownPlaceAt(words.marked, i) > 0;
}

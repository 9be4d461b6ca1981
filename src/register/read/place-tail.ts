import { knownPlaceAt } from "./gazetteer.ts";
import { CUES } from "./office-words.ts";
import { gapBefore, isUpper, type Words } from "./tokens.ts";

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

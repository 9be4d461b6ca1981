import { knownPlaceAt, SURNAMES } from "../../../language/names/index.ts";
import { phraseSet } from "../../../language/text/index.ts";
import { BODIES, CUES, HONORIFIC, LINKS, OFFICE_WORDS, POSITIONS, VERBS } from "./office-words.ts";
import { isForeign, isFullName, nameEnd } from "./person-name.ts";
import { behindBracket, gapBefore, isAcronym, isUpper, type Words } from "./tokens.ts";

/** Longest office, in words, and longest personal name. */
const MAX_OFFICE_WORDS = 24;

/** Small words behind a name of one syllable: "Thủ tướng Phúc đã …". */
const BEHIND_A_NAME = new Set(
  "đã đang sẽ sắp vừa cũng và cùng cho nói tới đến sang thăm tiếp đón gặp hội bày khẳng nhấn đề cảm hôm ngày sáng chiều tối là có tại ở được bị chúc mong đánh phát chia tin trong khi nhận vào không dự từ với lần mới hiện ngay".split(
    " ",
  ),
);

const SEVERAL: ReadonlySet<string> = new Set(["các", "hai", "ba", "bốn", "năm"]);

/** The end of an office or body, and where the name of its holder begins right behind it. */
interface OfficeEnd {
  readonly end: number;
  /** First and last word (exclusive) of the holder's name, or null. */
  readonly name: readonly [number, number] | null;
}

/** Reads on from the head of an office or body (its words `[from, from + head)`). */
export function readOffice(words: Words, from: number, head: number): OfficeEnd {
  let end = from + head;
  let several = false;
  while (end < words.list.length && end - from < MAX_OFFICE_WORDS) {
    const peoples = peoplesEnd(words, end);
    if (peoples > end) {
      end = peoples;
      continue;
    }
    const gap = gapBefore(words, end);
    const word = words.marked[end]!;
    const abroad =
      word === "tại" && gap === " " ? isUpper(words, end + 1) && isPost(words, from, end) : false;
    // "Chủ tịch UBND huyện Trùng Khánh (Cao Bằng) Sầm Thị Én"
    if (/^ ?\($/u.test(gap) && isUpper(words, end) && knownPlaceAt(words.marked, end) > 0) {
      const behind = behindBracket(words, end);
      if (behind === end || !isUpper(words, behind) || gapBefore(words, behind) !== ") ") break;
      return { end: behind, name: [behind, nameEnd(words, behind)] };
    }
    if (gap !== " " && !isInnerGap(words, end, gap) && !isListGap(words, end, gap)) break;
    if (abroad) {
      const place = knownPlaceAt(words.marked, end + 1);
      if (place === 0) break;
      end += 1 + place;
      continue;
    }
    if (!isUpper(words, end)) {
      if (
        HONORIFIC.longestAt(words.marked, end) > 0 &&
        isUpper(words, end + HONORIFIC.longestAt(words.marked, end))
      )
        break;
      // "Khu thương mại tự do"
      if (word === "do" && words.marked[end - 1] === "tự" && !isUpper(words, end - 1)) {
        end++;
        continue;
      }
      if (LINKS.has(word)) {
        const another =
          several && isUpper(words, end + 1) ? knownPlaceAt(words.marked, end + 1) : 0;
        if (word === "và" && another > 0) {
          end += 1 + another;
          continue;
        }
        if (!continuesOffice(words, end + 1, word)) break;
        end++;
        continue;
      }
      // "đoàn đại biểu hai tỉnh A và B"
      if (SEVERAL.has(word) && CUES.longestAt(words.marked, end + 1) > 0) {
        several = true;
        end++;
        continue;
      }
      if (!OFFICE_WORDS.has(word) || isVerb(words, end)) break;
      // "Tòa án tối cao", but "Tỉnh ủy Lạng Sơn tối 29/11".
      if (word === "tối" && words.marked[end + 1] !== "cao") break;
      end++;
      continue;
    }
    const step = capitalStep(words, from, end);
    if (typeof step !== "number") return { end, name: step };
    if (step === 0) break;
    end += step;
  }
  return { end: trimmed(words, from + head, end), name: null };
}

/** Peoples after whom prefectures and counties of the neighbour are named: "Châu tự trị dân tộc Hà Nhì, Di Hồng Hà". */
const PEOPLES = phraseSet(
  "choang|miêu|mèo|di|dao|thái|hà nhì|cáp nê|cảnh pha|lật túc|tạng|bạch|hồi|la hủ|ngõa|bố lãng|thổ gia|động|bố y|thủy|na tây|nộ|độc long|mông cổ|lê".split(
    "|",
  ),
);
const MOST_PEOPLES = 4;

/** The end of the peoples named behind "dân tộc" before word `i`, or `i`. */
function peoplesEnd(words: Words, i: number): number {
  let end = i;
  if (words.marked[i - 1] !== "tộc" || words.marked[i - 2] !== "dân") return i;
  for (let count = 0; count < MOST_PEOPLES; count++) {
    let next = end;
    if (count > 0) {
      if (!/^(?:, | ?[-–] ?| )$/u.test(gapBefore(words, next))) break;
      if (words.marked[next] === "và") next++;
      if (words.marked[next] === "dân" && words.marked[next + 1] === "tộc") next += 2;
    }
    const length = isUpper(words, next) ? PEOPLES.longestAt(words.marked, next) : 0;
    // "dân tộc Thái Nguyễn Văn A": what follows has to be a place.
    if (length === 0) break;
    end = next + length;
  }
  return end;
}

/** Verbs of speech whose first syllable also stands in offices. */
const SPEECH = phraseSet(
  "giới thiệu|đồng ý|đồng tình|nhất trí|thống nhất|thông tin|tin rằng|tin tưởng|tin|chia sẻ|tổ chức ký".split(
    "|",
  ),
);

function isVerb(words: Words, i: number): boolean {
  if (VERBS.longestAt(words.marked, i) > 0) return true;
  // "UBND tỉnh tổ chức …", but "ban tổ chức".
  if (words.marked[i] === "tổ" && words.marked[i + 1] === "chức" && words.marked[i - 1] !== "ban")
    return true;
  const length = SPEECH.longestAt(words.marked, i);
  // "Sở Thông tin và Truyền thông", "Bộ trưởng Thông tin": part of the office.
  return length > 0 && !isUpper(words, i) && words.marked[i + length] !== "và";
}

/** Words to go on by at the capital `i`, or the name that begins there. */
function capitalStep(words: Words, from: number, i: number): number | readonly [number, number] {
  const stop = nameEnd(words, i);
  const full = isFullName(words, i) && stop - i >= 3 && !isPlaceAndName(words, i, stop);
  const place = knownPlaceAt(words.marked, i);
  // "TP Hà Nội Nguyễn Đức Chung", but "Hà Nam Khánh".
  if (place > 0 && !(full && stop - i - place === 1)) return place;
  // "Bí thư TW Đoàn", "Trung ương Đoàn": the Youth Union.
  if (words.marked[i] === "đoàn" && /^(?:tw|ư|w|ương)$/u.test(words.marked[i - 1] ?? "")) return 1;
  const office = Math.max(
    BODIES.longestAt(words.marked, i),
    CUES.longestAt(words.marked, i),
    POSITIONS.longestAt(words.marked, i),
  );
  if (office > 0 && !full) return office;
  if (!full && behindCue(words, i)) return placeNameWords(words, i, stop);
  if (stop - i === 1) {
    // "Nhân dân", "Cách mạng", "Tuyên giáo": words of the office with a capital.
    const joined = gapBefore(words, i + 1) === " " && !isUpper(words, i + 1);
    if (!isForeign(words, i) && joined && OFFICE_WORDS.has(words.marked[i]!)) return 1;
    if (!isForeign(words, i) && joined && !BEHIND_A_NAME.has(words.marked[i + 1] ?? "")) return 0;
  }
  if (isAcronym(words, i) && words.list[i]!.end - words.list[i]!.start > 1) return 1;
  // "Quốc Phòng", "Kinh Tế", "Nhân Dân": all of it words of offices.
  if (
    !isFullName(words, i) &&
    OFFICE_WORDS.has(words.marked[i]!) &&
    OFFICE_WORDS.has(words.marked[i + 1] ?? "") &&
    i > from
  )
    return 1;
  // "Bộ Công Thương Nguyễn Hồng D": the last word of the office, then a full name.
  // Behind its country begins a name: "Bộ trưởng Bộ Quốc phòng Trung Quốc Thường Vạn Toàn".
  const runsOn = stop - i >= 3 && SURNAMES.has(words.marked[i + 1]!) && !isBehindPlace(words, i);
  if (runsOn && OFFICE_WORDS.has(words.marked[i]!) && !SURNAMES.has(words.marked[i]!)) return 1;
  // "Tập đoàn Vingroup Phạm Nhật Vượng": the firm, then its head.
  for (let at = i + 1; at <= stop - 3; at++)
    if (isForeign(words, at - 1) && SURNAMES.has(words.marked[at]!) && !isForeign(words, at))
      return at - i;
  return [i, stop];
}

const isBehindPlace = ({ marked }: Words, i: number): boolean =>
  [1, 2, 3].some((length) => knownPlaceAt(marked, i - length) === length);

/** "huyện Hà Quảng Đàm Viết Khải": a place of two words behind its rank, then a full name. */
function isPlaceAndName(words: Words, i: number, stop: number): boolean {
  return stop - i >= 5 && behindCue(words, i) && SURNAMES.has(words.marked[i + 2]!);
}

/** `huyện Văn Lãng`: the words of the place name, up to a person's name behind it. */
function placeNameWords(words: Words, i: number, stop: number): number {
  for (let at = i + 1; at <= stop - 2; at++)
    if (stop - at >= 3 && SURNAMES.has(words.marked[at]!)) return at - i;
  return Math.min(stop - i, 4);
}

function behindCue(words: Words, i: number): boolean {
  for (let back = 1; back <= 4 && i - back >= 0; back++) {
    // "Nhật Bản Shinzo": that "bản" is no village.
    if (isUpper(words, i - back) && knownPlaceAt(words.marked, i - back) === back) return false;
  }
  for (let back = 1; back <= 4 && i - back >= 0; back++)
    if (
      CUES.longestAt(words.marked, i - back) === back &&
      gapBefore(words, i).trim() === "" &&
      !(back === 1 && isUpper(words, i - 2) && knownPlaceAt(words.marked, i - 2) >= 2)
    )
      return true;
  return false;
}

/** "Đại sứ Trung Quốc tại Việt Nam", "Hiệp hội … tại Việt Nam": a post abroad. */
function isPost(words: Words, from: number, to: number): boolean {
  return words.marked
    .slice(from, to)
    .some(
      (word, i, all) =>
        word === "sứ" ||
        (word === "sự" && all[i - 1] === "lãnh") ||
        word === "hiệp" ||
        word === "tham" ||
        word === "hội",
    );
}

/** `TP. HCM`, `GD-ĐT`, `Tỉnh-Khu`. */
function isInnerGap(words: Words, i: number, gap: string): boolean {
  const before = words.marked[i - 1];
  // "T.Ư Đảng", "TP. HCM"
  if (gap === ".")
    return (
      before === "tp" || before === "tx" || (before === "t" && /^[ưw]$/u.test(words.marked[i]!))
    );
  if (gap === ". ") return before === "tp" || before === "tx";
  return (gap === "-" || gap === "–") && isUpper(words, i);
}

/** Subjects between the first comma of a body's name and its "và". */
const MOST_SUBJECTS = 4;

/** "Thể thao", "Du lịch": what a body is for, its first word with a capital. */
const isSubject = (words: Words, i: number): boolean =>
  isUpper(words, i) &&
  [i, i + 1].every((at) => OFFICE_WORDS.has(words.marked[at] ?? "")) &&
  gapBefore(words, i + 1) === " ";

/** `Văn hóa, Thể thao và Du lịch`: a comma within a name. */
function isListGap(words: Words, i: number, gap: string): boolean {
  if (gap !== ", ") return false;
  // "Trạm kiểm tra xuất, nhập cảnh", "Cục Phòng, chống ma túy"
  if (/^(?:xuất nhập|phòng chống)$/u.test(`${words.marked[i - 1]} ${words.marked[i]}`)) return true;
  // "đoàn đại biểu Đảng, chính quyền thành phố A"
  if (words.marked[i - 1] === "đảng" && /^(?:chính|nhà)$/u.test(words.marked[i]!)) return true;
  if (!isUpper(words, i) || !isUpper(words, i - 2) || isUpper(words, i - 1)) return false;
  for (let at = i; at <= i + 2 * MOST_SUBJECTS; at += 2) {
    if (!isSubject(words, at)) return false;
    if (gapBefore(words, at + 2) !== ", ")
      return words.marked[at + 2] === "và" && isSubject(words, at + 3);
  }
  return false;
}

/** What stands behind `và`, `của` in an office: another office word, a body, a place. */
function continuesOffice(words: Words, i: number, link: string): boolean {
  const next = words.marked[i];
  if (next === undefined || gapBefore(words, i) !== " ") return false;
  // "Công an A và Đại tá B": another person begins.
  if (HONORIFIC.longestAt(words.marked, i) > 0) return false;
  if (link !== "và") {
    return (
      knownPlaceAt(words.marked, i) > 0 ||
      BODIES.longestAt(words.marked, i) > 0 ||
      CUES.longestAt(words.marked, i) > 0
    );
  }
  // "Đảng và Chính quyền nhân dân"
  if (words.marked[i - 2] === "đảng")
    return isUpper(words, i) && BODIES.longestAt(words.marked, i) > 0;
  // "Văn hóa, Thể thao và Du lịch": capital office words only, no second office or body.
  return (
    isUpper(words, i) &&
    isUpper(words, i - 3) &&
    OFFICE_WORDS.has(next) &&
    OFFICE_WORDS.has(words.marked[i - 2] ?? "") &&
    BODIES.longestAt(words.marked, i) === 0 &&
    !isUpper(words, i + 1) &&
    POSITIONS.longestAt(words.marked, i) === 0 &&
    !["ubnd", "đoàn", "hội", "ủy", "sở", "cục"].includes(next)
  );
}

/** Links and cues that hang at the end don't belong to it. */
function trimmed(words: Words, least: number, end: number): number {
  let at = end;
  while (at > least && LINKS.has(words.marked[at - 1]!)) at--;
  return at;
}

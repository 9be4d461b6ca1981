import { HONORIFICS, POSITION_HEADS } from "../../entities/vocabulary.ts";
import { fold } from "../../text/fold.ts";
import { phraseSet } from "../../text/phrases.ts";
import { searchKey } from "./search-key.ts";

const TITLES = phraseSet([...HONORIFICS, ...POSITION_HEADS].map(fold));
const HEADS = POSITION_HEADS.map(fold).filter((title) => !/^(?:pho|thu) /u.test(title));
/** "phó chủ tịch" is no "chủ tịch", and a former one is none either. */
const OTHER_RANK = new RegExp(`(?<= )(pho|nguyen|cuu) (?=(?:${HEADS.join("|")}) )`, "gu");

/** Words at the start of a key that are titles: "ong chu tich hung ba" → 3. */
export function titleWords(words: readonly string[]): number {
  let titles = 0;
  for (let length = TITLES.longestAt(words, 0); length > 0; ) {
    titles += length;
    length = TITLES.longestAt(words, titles);
  }
  return titles;
}

/**
 * The form in which offices are compared: "Phó Chủ tịch Thường trực UBND tỉnh" → pho_chu tich uy ban nhan
 * dan tinh, "Ngoại trưởng" → bo truong ngoai giao.
 */
export function officeKey(text: string): string {
  return ` ${searchKey(text)} `
    .replace(/(?<= )(?:thuong truc|dac menh toan quyen) /gu, "")
    .replace(/ ngoai truong /gu, " bo truong ngoai giao ")
    .replace(/ (bo truong|thu truong) bo /gu, " $1 ")
    .replace(OTHER_RANK, "$1_")
    .trim();
}

/** What an office is of, in folded words: "Bí thư Tỉnh ủy", "Bộ trưởng Quốc phòng". */
export const OFFICE_BODIES = phraseSet(
  (
    "tinh uy|thanh uy|huyen uy|khu uy|thi uy|chau uy|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|quoc hoi|tinh|thanh pho|huyen|nuoc|" +
    "uy ban nhan dan tinh|uy ban nhan dan thanh pho|uy ban nhan dan huyen|hoi dong nhan dan tinh|ubnd tinh|" +
    "chinh phu|ngoai giao|thuong truc|dac menh toan quyen|bo quoc phong|quoc phong|bo ngoai giao|bo cong an|cong an|tai chinh|cong thuong|thuong mai|" +
    "giao duc|giao duc va dao tao|y te|tu phap|noi vu|xay dung|giao thong van tai|nong nghiep va moi truong|tai nguyen va moi truong|" +
    "khoa hoc va cong nghe|van hoa|ke hoach va dau tu"
  ).split("|"),
);

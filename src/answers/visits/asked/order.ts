/** Which of several meetings is meant: words of a question that ask for the last or the first one. */

/** What of several, in the order of time, is asked. */
type Order = "last" | "first";

/** Folded words, parted by single spaces. */
export const LAST =
  /(?:^| )(?:gan (?:day )?nhat|moi (?:day )?nhat|lan cuoi(?: cung)?|cuoi cung|sau cung|sau chot|vua roi nhat)(?: |$)/u;
export const FIRST =
  /(?:^| )(?:dau tien|lan dau|som nhat|(?:bat dau|khoi dau)(?: [a-z]{1,20}){0,5}? tu (?:nam|thang|hoi|khi|bao) (?:nao|gio|bao nhieu))(?: |$)/u;

/** Words of the asker's own language for which the Vietnamese rendering has none, or another one. */
export const OWN_ORDER: readonly (readonly [Order, RegExp])[] = [
  [
    "last",
    /\b(?:last|latest|most recent(?:ly)?)\b(?! (?:year|month|week))|最近一次|上一次|上次|最后一次|最新/iu,
  ],
  ["first", /\b(?:first|earliest)\b|第一次|首次|最早/iu],
];

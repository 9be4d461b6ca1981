/**
 * What leads up to matters: sentences and headings behind which a list stands, and how the matters of a list begin.
 */

/** Points that only lead up to others: "4 nội dung, đó là". */
export const LEADS_ON = /(?:đó là|bao gồm|gồm|cụ thể|như sau|sau đây|nội dung)\s{0,2}[,:]?$/iu;
/** "Hai bên thống nhất mấy việc lớn cho thời gian tới.": says that matters follow, and none of them. */
export const ANNOUNCES =
  /^[^.;:]{0,160}(?<!\p{L})(?:một số|một loạt|hàng loạt|mấy|những|các|nhiều|\d{1,2}|hai|ba|bốn|năm|sáu) (?:đề nghị|kiến nghị|đề xuất|việc|nội dung|vấn đề|điểm|nhiệm vụ|biện pháp|kết quả)(?: (?:làm ngay|cùng làm|cần làm|cần làm ngay|lớn|chính|trọng tâm|quan trọng|cụ thể|chủ yếu|cùng quan tâm|hai bên cùng quan tâm|sau|như sau|sau đây|(?:cho|trong) (?:thời gian|giai đoạn) (?:tới|qua|tiếp theo))){0,3}(?: (?:để|nhằm) [^.;:]{5,90})?\.$/iu;
/** "Hai là giải quyết …, kiến nghị đã nêu từ năm ngoái": one of the matters of whoever spoke, whatever it names. */
export const ORDINAL =
  /^(?:(?:một|hai|ba|bốn|năm|sáu|bảy)(?:,| là(?!\p{L}))|(?:(?:việc|điều|điểm|đề nghị|đề xuất|kiến nghị|nội dung|vấn đề|ý) )?thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)(?:,| là)|(?:trước hết|trước tiên|đầu tiên|tiếp đến|tiếp theo|tiếp nữa|sau cùng|sau nữa|cuối cùng)(?:,| là(?!\p{L})))/iu;
/** The first of several matters: whatever stands before it leads up to them. */
const FIRST =
  /^(?:một(?:,| là(?!\p{L}))|(?:(?:việc|điều|điểm|đề nghị|đề xuất|kiến nghị|nội dung|vấn đề|ý) )?thứ nhất(?:,| là)|(?:trước hết|trước tiên|đầu tiên)(?:,| là(?!\p{L})))/iu;
/** "… thêm ba điều mới so với bản cũ.": how many matters follow. */
const COUNTS =
  /(?<!\p{L})(?:hai|ba|bốn|năm|sáu|bảy|mấy|một số|\d{1,2}) (?:việc|điều|điểm|đề nghị|đề xuất|kiến nghị|nội dung|vấn đề|ý|mong muốn|nguyện vọng|hướng|giải pháp|nhiệm vụ|biện pháp)(?!\p{L})/iu;
/** True for a sentence behind which the first of several matters stands. */
export function leadsUp(text: string, following: () => string): boolean {
  if (!COUNTS.test(text)) return false;
  return FIRST.test(following());
}
/** "III. KẾT LUẬN": a heading in a line of its own. */
export const CAPITALS = /^(?:[IVX]{1,4}|\d{1,2})[.)] [\p{Lu}\p{M}\s,–-]{4,80}$/u;
/** Nouns of headings that stand for what was settled. */
export const OUTCOME = /(?<!\p{L})(?:kết quả|kết luận|thống nhất)(?!\p{L})/iu;
/** How sentences begin that turn to another speaker, side or time. */
const ANEW =
  "ông|bà|đồng chí|ngài|hai|các|phía|về|tại|trong|cùng|theo|đoàn|bí thư|chủ tịch|phó|đại sứ|thị trưởng|trưởng|giám đốc|tổng|bộ trưởng|thủ tướng|chiều|sáng|trưa|tối|ngày|cũng|nhân|sau|trước|kết thúc|phát biểu|đáp|lãnh đạo|đại diện|mở đầu|dịp|được";
/** A block under a sentence with a colon that begins with no speaker, side or time of its own is an item, if unmarked. */
const GOES_ON = new RegExp(`^(?!(?:${ANEW})(?!\\p{L})).{1,260}$`, "isu");
export const NEW_SPEAKER = new RegExp(`^(?:${ANEW})(?!\\p{L})`, "iu");
/** True for the first sentence of a block of some sentences that is an item of what leads up to it. */
export const isBelow = (isHeading: boolean, text: string, sentences: number): boolean =>
  GOES_ON.test(text) && (!isHeading || sentences === 1);

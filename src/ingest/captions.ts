import { sentences } from "../text/sentences.ts";
import { LIST_MARK } from "./broken-lines.ts";
import { endsWithStop, syllableCount } from "./lines.ts";

const VIEW =
  /^(?:quang cảnh|toàn cảnh|khung cảnh|một góc|hình ảnh|ảnh|trong ảnh|chú thích|minh họa|minh hoạ)(?![\p{L}\p{M}])/iu;
const CREDIT =
  /(?:[-–—.(/]\s*)?\(?(?:ảnh|photo|nguồn ảnh|clip|video|đồ họa)\s*:\s*[^.]{1,60}\)?\.?$/iu;
const PEOPLE =
  /^(?:(?:các |hai |những )?(?:đồng chí|đại biểu|lãnh đạo|đại sứ|ông|bà|thành viên|đoàn|bên|chủ tịch|phó chủ tịch|bí thư|phó bí thư|thủ tướng|tổng bí thư|bộ trưởng))(?![\p{L}\p{M}])/iu;
// How captions end that are written as sentences: what people are seen doing.
const SEEN =
  /(?:phát biểu (?:tại|khai mạc|kết luận|chào mừng)[^.,;:]{0,60}|chụp ảnh[^.;:]{0,60}|(?:tặng|trao) (?:quà|hoa|tranh|lưu niệm|quà lưu niệm)[^.;:]{0,90}|bắt tay[^.;:]{0,60}|bên lề[^.;:]{0,50})\.?$/iu;
const REPORT_OPENING =
  /^(?:tại|phát biểu|tiếp|tiếp đó|tham dự|tham gia|cùng dự|cùng|dự|theo|trước đó|sau đó|sau khi|trong|nhân dịp|về phía|về|ngày|sáng|trưa|chiều|tối|cũng|đồng thời|bên cạnh|ngoài ra|qua|từ|đặc biệt|kết thúc|hiện nay|năm|với|để|do|vì|đáp lại|cuối|thay mặt|đồng chí cũng|ông cũng|bà cũng)(?![\p{L}\p{M}])/iu;
/** True for a line that ends with a photographer's credit: `… - Ảnh: TTXVN`. */
export function hasPhotoCredit(line: string): boolean {
  return syllableCount(line) <= 60 && CREDIT.test(line);
}

/**
 * Tells the caption of a picture from a paragraph, by the line alone and what stands before it.
 *
 * @param afterImage The line follows the name of an image file.
 */
export function isCaption(line: string, afterImage: boolean): boolean {
  const size = syllableCount(line);
  if (size > 70 || size < 2 || LIST_MARK.test(line) || /[:;,]$/u.test(line)) return false;
  if (hasPhotoCredit(line)) return true;
  if (!endsWithStop(line)) return afterImage || VIEW.test(line) || (size >= 8 && size <= 60);
  if (size > 40 || sentences(line).length > 1) return false;
  if (VIEW.test(line) && size <= 20) return true;
  if (PEOPLE.test(line) && SEEN.test(line) && !/\s\d{1,2}[/-]\d/u.test(line)) return true;
  return afterImage && size <= 30 && !REPORT_OPENING.test(line);
}

/** A heading within the report: short, no stop, not what a caption begins with. */
export function isHeading(line: string): boolean {
  const size = syllableCount(line);
  if (size < 2 || size > 14 || endsWithStop(line) || /[,;]$/u.test(line)) return false;
  return (
    /^[\p{Lu}\d"“]/u.test(line) && !VIEW.test(line) && !PEOPLE.test(line) && !CREDIT.test(line)
  );
}

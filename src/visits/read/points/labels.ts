import type { PointAct } from "../../../model/index.ts";

/** How lines of minutes begin by which the rest is known: the frame of a meeting, and who says what follows a colon. */

/** "Thời gian: từ 16 đến 18/9.", "Số lượng: 22 người.": the frame of a meeting as notices list it. */
const FRAME =
  /^(?:[-–•+*] ?|\d{1,2}[.)] )?(?:thời gian|địa điểm|trang phục|kinh phí|phương tiện|số lượng|thành phần|đầu mối liên hệ|nơi nhận)(?: [^.:;]{1,40})?: [^.:;]{1,120}\.?$/iu;
/** True for a line that tells when, where or with how many people meet. */
export const isFrame = (text: string): boolean => FRAME.test(text);

/** Acts by the noun that heads a paragraph of minutes. */
const LABELS: Readonly<Record<string, PointAct>> = {
  "ý kiến": "announced",
  "phát biểu": "announced",
  "đề nghị": "asked",
  "yêu cầu": "asked",
  "nguyện vọng": "asked",
  "kiến nghị": "proposed",
  "đề xuất": "proposed",
  "trả lời": "announced",
  "phản hồi": "announced",
  "thống nhất": "agreed",
  "kết luận": "agreed",
  "nhất trí": "agreed",
};
const LABEL =
  /^(?:\(?\d{1,2}[.)] ?|[-–•+*] ?|[a-zđ]\) ?)?(?:(?:hai|các) bên )?(?:nội dung )?(ý kiến|phát biểu|đề nghị|yêu cầu|nguyện vọng|kiến nghị|đề xuất|trả lời|phản hồi|thống nhất|kết luận|nhất trí)(?: chung| chính)?(?: của| từ)?(?= |: )/u;
/** Characters of a label before its colon. */
const MOST_LABEL = 90;

/** A label at the head of a line. */
interface Label {
  readonly act: PointAct;
  /** End of its words: "3. Ý kiến của". */
  readonly end: number;
  /** Where what follows its colon begins. */
  readonly at: number;
  /** True where nobody stands between its words and the colon. */
  readonly bare: boolean;
}

/** Reads the label of a line (`actText`); null where it has none. */
export function labelIn(text: string): Label | null {
  const found = LABEL.exec(text);
  const colon = text.indexOf(": ");
  if (found === null || colon < 0 || colon > MOST_LABEL) return null;
  const end = found[0].length;
  return { act: LABELS[found[1]!]!, end, at: colon + 2, bare: colon <= end };
}

import type { Term } from "../../../language/text/index.ts";
import type { CitedPoint, Passage, PointAct } from "../../../model/index.ts";
import { isFrame } from "../../../visits/read/index.ts";
import { MEETING, WHEN } from "./meeting-parts.ts";

/** What a sentence tells of a meeting. */
export type UnitKind = "matter" | "meeting" | "participants" | "caption";

/** A sentence, an item of a list or a point of an article, with who does what in it. */
export interface ContentUnit extends Passage {
  readonly text: string;
  readonly terms: readonly Term[];
  /** Words of the whole sentence that it is a part of; null where it is none. */
  readonly within: readonly Term[] | null;
  readonly acts: ReadonlySet<PointAct>;
  /** Those that the other parts of its sentence tell. */
  readonly around: ReadonlySet<PointAct>;
  /** True where the acts are those of the sentence before: "Có thể kể đến: …". */
  readonly carried: boolean;
  /** Folded words that name who speaks: of the unit itself or of what leads up to it. */
  readonly speaker: readonly string[];
  /** The sentence or heading under which it stands; null for what stands in no list. */
  readonly lead: (Passage & { readonly isHeading: boolean }) | null;
  readonly isHeading: boolean;
  /** True for a sentence that only leads up to the items behind it. */
  readonly leads: boolean;
  /** What it is besides a matter of the talks. */
  readonly about: UnitKind;
  /** Whose words they are, as the record of the meeting has it. */
  readonly side: CitedPoint["side"];
  /** True where the record of the meeting has it among its points. */
  readonly recorded: boolean;
}

/** A sentence of who took part. */
const PARTICIPANTS =
  /^(?:[-–•+*] ?|\d{1,2}[.)] )?(?:(?:cùng |tham |về |tới |đến )*dự\s|(?:dẫn đầu|làm trưởng) (?:phía |đoàn )|trưởng đoàn(?: \p{L}+){0,6} là\s|(?:tiếp|đón|tiếp đón)(?: (?:thân mật|đoàn|khách|và làm việc với|cùng|còn|có)){1,4}\s(?=(?:ông|bà|đồng chí|ngài|các|thiếu tướng|đại tá|lãnh đạo)(?!\p{L}))|chủ trì(?: [^.;:,]{1,40})? (?:là|có)\s|(?:cùng|tham) (?:tiếp|gia|đi)\s|tháp tùng|về phía|phía [^.:]{1,60} (?:có|gồm)\s|thành phần|đoàn (?:có|gồm)\s|đi cùng)|(?<!\p{L})(?:cũng|cùng) (?:có mặt|tham dự|dự)(?: [^.;:,]{1,30})?\.?$/iu;
/** "Đại tá A dẫn đầu đoàn B; đoàn C do D dẫn đầu.": who led whom, and nothing that was done. */
const LED = /(?<!\p{L})(?:dẫn đầu|làm trưởng đoàn|trưởng đoàn là)(?!\p{L})/iu;

/** "Các chủ đề dự kiến: …": what was or will be talked about, on whatever day. */
const SUBJECTS = /^(?:[-–•+*] ?)?(?:các |những )?(?:chủ đề|nội dung|vấn đề|đề tài)[^.:;]{0,60}: /iu;

/** What a sentence with so many acts, and so many of its own, is about. */
export function aboutOf(text: string, isFree: boolean, acts: number, own: number): UnitKind {
  if (PARTICIPANTS.test(text)) return "participants";
  if (isFrame(text)) return "meeting";
  if (isFree && !SUBJECTS.test(text) && MEETING.test(text) && (acts === 0 || WHEN.test(text)))
    return "meeting";
  return isFree && own === 0 && LED.test(text) ? "participants" : "matter";
}

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

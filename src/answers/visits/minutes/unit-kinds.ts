import { MEETING, WHEN } from "./meeting-parts.ts";

/** What a sentence tells of a meeting. */
export type UnitKind = "matter" | "meeting" | "participants" | "caption";

/** A sentence of who took part. */
const PARTICIPANTS =
  /^(?:[-–•+*] ?|\d{1,2}[.)] )?(?:(?:cùng |tham |về |tới |đến )*dự\s|(?:dẫn đầu|làm trưởng) (?:phía |đoàn )|trưởng đoàn(?: \p{L}+){0,6} là\s|(?:tiếp|đón|tiếp đón)(?: (?:thân mật|đoàn|khách|và làm việc với|cùng|còn|có)){1,4}\s(?=(?:ông|bà|đồng chí|ngài|các|thiếu tướng|đại tá|lãnh đạo)(?!\p{L}))|chủ trì(?: [^.;:,]{1,40})? (?:là|có)\s|(?:cùng|tham) (?:tiếp|gia|đi)\s|tháp tùng|về phía|phía [^.:]{1,60} (?:có|gồm)\s|thành phần|đoàn (?:có|gồm)\s|đi cùng)|(?<!\p{L})(?:cũng|cùng) (?:có mặt|tham dự|dự)(?: [^.;:,]{1,30})?\.?$/iu;
/** "Đại tá A dẫn đầu đoàn B; đoàn C do D dẫn đầu.": who led whom, and nothing that was done. */
const LED = /(?<!\p{L})(?:dẫn đầu|làm trưởng đoàn|trưởng đoàn là)(?!\p{L})/iu;

/** What a sentence with so many acts, and so many of its own, is about. */
export function aboutOf(text: string, isFree: boolean, acts: number, own: number): UnitKind {
  if (PARTICIPANTS.test(text)) return "participants";
  if (isFree && MEETING.test(text) && (acts === 0 || WHEN.test(text))) return "meeting";
  return isFree && own === 0 && LED.test(text) ? "participants" : "matter";
}

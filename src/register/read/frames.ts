import type { VisitKind } from "../visit.ts";
import { DATE, PARTY, PLACE } from "./skeleton.ts";

/** What a frame says of the parties in it. */
export type FrameRole =
  /** The subject receives the object. */
  | "receives"
  /** The subject is received by the object. */
  | "calls"
  /** The subject goes to the object, a place or a body. */
  | "visits"
  /** Both meet; who receives must be told elsewhere. */
  | "meets";

/** One way to tell of a visit. Groups: `s` subjects, `o` objects, `a` what stands between, `v` the verb. */
export interface Frame {
  readonly role: FrameRole;
  readonly pattern: RegExp;
}

const ANY = `(?:${PARTY}|${PLACE})`;
/** Small words that may stand between a subject and its verb. */
const BETWEEN =
  "(?:(?:đã|vừa|sẽ|đang|sắp|cũng|dự kiến|chuẩn bị|trực tiếp|chính thức|có|nay|hôm|và|cùng|với|phu nhân|đệ nhất|tại|ở|đoàn|các|đại diện|lãnh đạo|một số|sở|ban|ngành|ngành chức năng|huyện|địa phương|của|tỉnh|thành phố|thành viên|trong|ngày|hai|ba|lại|thay mặt|lúc|khoảng|liên quan|hôm nay|vào|mới|bất ngờ|lần đầu|dẫn đầu|tuần này|tuần tới|tuần sau|cuối|đầu|giữa|tuần|tháng|này|tới|theo giờ địa phương|giờ|nhân dịp này|sân bay|quốc tế|thủ đô|chuyên cơ|đột xuất|trước khi|đoàn đại biểu)(?![\\p{L}])|" +
  `"[^"]{0,200}"|\\([^)]{0,60}\\)|${PARTY}|${PLACE}|${DATE}|[ ,()/-]|\\d+)*`;
const ADJ =
  "(?:(?:hữu nghị|chính thức|cấp nhà nước|cấp|nhà nước|xã giao|và|làm việc|hội đàm|thân mật|trọng thể|trọng thị|song phương|thượng đỉnh|lần đầu tiên|đầu tiên|hai ngày|ba ngày|bất ngờ|cao|kết hợp|ngắn|riêng|kín|gặp gỡ|tặng quà|chúc tết|chúc mừng|kiểm tra|khảo sát|giao lưu|lịch sử|trao đổi|với|nguyên|nhanh|,)(?![\\p{L}])[ ]?|, )*";
const S = `(?<s>${PARTY})`;
const RECEIVE =
  "(?<v>tiếp xã giao|tiếp đón|đón tiếp|tiếp kiến|tiếp|đón|chiêu đãi)(?! tục| theo| cận| xúc| nhận| nối| thu| diễn| sức| tết| xuân| nhận|[\\p{L}])";
const MEET =
  "(?<v>hội đàm|hội kiến|làm việc|gặp gỡ|gặp|tiếp xúc|tọa đàm|hội ngộ|trao đổi)(?![\\p{L}])";
const GO =
  "(?<v>thăm|công du|làm việc|khảo sát|tham quan|thị sát|giao lưu|chúc tết|chúc mừng)(?![\\p{L}])";
const TO = "(?:tới|đến|sang|tại|ở|với|vào)?";

const frame = (role: FrameRole, source: string): Frame => ({
  role,
  pattern: new RegExp(source, "gu"),
});

/** From the most to the least telling; a frame's characters are not read again by a later one. */
export const FRAMES: readonly Frame[] = [
  // "A được B tiếp"
  frame("calls", `${S}(?<a>${BETWEEN})được (?<o>${PARTY})${BETWEEN}${RECEIVE}`),
  // "A đến chào xã giao B"
  frame(
    "calls",
    `${S}(?<a>${BETWEEN})(?:đến |tới |sang )?(?<v>chào xã giao|chào từ biệt|chào)(?: và làm việc với)? ?(?<o>${PARTY})`,
  ),
  // "A tiếp B", "A chủ trì buổi tiếp B", "A có buổi tiếp xã giao B"
  frame(
    "receives",
    `(?<s>${ANY})(?<a>${BETWEEN})(?:chủ trì )?(?:(?:buổi|cuộc|lễ) )?${RECEIVE} ?${ADJ}(?:với )?(?<o>${PARTY})`,
  ),
  frame(
    "receives",
    `${S}(?<a>${BETWEEN})chủ trì (?:buổi|cuộc|lễ) (?<v>làm việc|hội đàm|gặp gỡ|gặp mặt) ?${ADJ}(?:với )?(?<o>${PARTY})`,
  ),
  // "Tiếp đoàn có A, B"
  frame(
    "receives",
    `(?<![\\p{L}] )(?<a>)(?<v>tiếp|đón tiếp|đón)(?: và làm việc với| và hội đàm với)? (?<o>${PARTY})[^.;:]{0,60}? (?:còn )?có (?<s>${PARTY})`,
  ),
  // "A hội đàm với B", "A có cuộc gặp với B"
  frame(
    "meets",
    `${S}(?<a>${BETWEEN})(?:(?:chủ trì|các|những) )?(?:(?:buổi|cuộc|các) )*${MEET} ?${ADJ}(?:với |cùng )?(?<o>${PARTY})`,
  ),
  // "cuộc hội đàm giữa A và B"
  frame("meets", `(?<a>)${MEET} ?${ADJ}(?:giữa )${S}(?: ?,? ?(?:và|với) )(?<o>${PARTY})`),
  // "A và B hội đàm"
  frame(
    "meets",
    `${S},? (?:và|cùng|với) (?<o>${PARTY})(?<a>${BETWEEN})(?:(?:tiến hành|bước vào) )?(?:(?:buổi|cuộc) )?${MEET}`,
  ),
  // "A thăm B", "A bắt đầu chuyến thăm chính thức C"
  frame(
    "visits",
    `${S}(?<a>${BETWEEN}(?:(?:lên đường|lên đường tới|rời ${PLACE}|đặt chân đến|đặt chân tới|hạ cánh xuống|hạ cánh ở|xuống|đáp xuống|kết thúc tốt đẹp|kết thúc|bắt đầu|thực hiện|tiếp tục|tiến hành|sang|đến|tới|đi|về|dự|tham dự|ghé|trở lại|để|chuyến|cuộc)(?![\\p{L}])[ ,]*${BETWEEN})*)${GO} ?${ADJ}${TO} ?${ADJ}(?<o>${ANY})`,
  ),
  // "chuyến thăm B của A"
  frame(
    "visits",
    `(?<a>chuyến|cuộc) ${GO} ?${ADJ}${TO} ?${ADJ}(?<o>${ANY}) (?:sắp tới |lần này |\\p{L}+ )?của ${S}`,
  ),
  // "chuyến thăm của A tới B"
  frame(
    "visits",
    `(?<a>chuyến|cuộc) ${GO} ?${ADJ}(?:\\p{L}+ )?của ${S}(?:${BETWEEN})(?:tới|đến|sang|tại) (?<o>${ANY})`,
  ),
  // "A tới B": only where B is a country or town
  frame(
    "visits",
    `${S}(?<a>${BETWEEN})(?<v>tới|đến|sang|đặt chân tới|đặt chân đến|công du) (?<o>${PLACE})`,
  ),
];

/** The kind of a verb as records name it. */
export function kindOf(verb: string, rest: string): VisitKind {
  if (verb === "tiếp xã giao" || verb.startsWith("chào")) return "tiếp xã giao";
  if (/^(?:tiếp|đón|chiêu đãi)/u.test(verb)) return "tiếp";
  if (verb === "hội đàm" || verb === "tọa đàm") return "hội đàm";
  if (verb === "hội kiến") return "hội kiến";
  if (verb === "khảo sát" || verb === "thị sát") return "khảo sát";
  if (verb === "giao lưu") return "giao lưu";
  if (
    verb === "làm việc" ||
    verb === "gặp" ||
    verb === "gặp gỡ" ||
    verb === "tiếp xúc" ||
    verb === "trao đổi"
  )
    return "làm việc";
  return /khảo sát/u.test(rest) ? "khảo sát" : "thăm";
}

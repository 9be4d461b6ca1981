import type { VisitKind } from "../../../model/index.ts";
import { DATE, PARTY, PLACE } from "../names/index.ts";

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

/**
 * One way to tell of a visit, over the text of a `Skeleton`. Groups: `s` subject, `o` object, `a` what stands between
 * the subject and its verb, `v` the verb. A frame without `s` or `o` only adds to a visit told elsewhere.
 */
interface Frame {
  readonly role: FrameRole;
  readonly pattern: RegExp;
  /** One of these words stands in every text that the pattern matches: looked for first, because it is quick. */
  readonly needs: RegExp;
}

// Single syllables only, each in one way: a pattern that reads the same words in two ways takes exponential time.
const syllables = (words: string): string => `(?:${words.split(" ").join("|")})(?![\\p{L}\\p{M}])`;

const ANY = `(?:${PARTY}|${PLACE})`;
/** Small words that may stand between a subject and its verb. */
const SMALL =
  "làm trưởng đứng đầu đã vừa sẽ đang sắp cũng còn dự kiến chuẩn bị trực tiếp chính thức có nay hôm và cùng với phu nhân đệ nhất tại ở đoàn nhà các đại diện lãnh đạo một số sở ban ngành chức năng huyện địa phương của tỉnh thành phố viên trong ngày hai ba bốn " +
  "lại thay mặt lúc khoảng liên quan vào mới bất ngờ lần dẫn tuần này cuối giữa tháng theo giờ dịp sân bay quốc tế thủ đô chuyên cơ đột xuất biểu cán bộ từ tục riêng chủ yếu tiên bên lề hội nghị thượng đỉnh cấp cao diễn đàn g7 g20 apec asean gms asem nato tổ";
/** And those that lead to the verb of a journey. */
const LEADING =
  "lên đường rời đặt chân hạ cánh xuống đáp kết thúc tốt đẹp bắt thực hiện tiến hành sang đến tới đi về tham ghé trở để chuyến cuộc ra dành thời gian buổi mở rộng lễ kỳ họp nước ngoài công tác dừng khẳng định tuyên bố sau trước khi ngoại giao nhập cảnh";
/** Bounded, so that a line of names only is not tried again from each of them. */
const between = (words: string, most = 48): string =>
  `(?:${syllables(words)}|"[^"]{0,200}"|\\([^()]{0,60}\\)|${PARTY}|${PLACE}|${DATE}|[ ,/–-]|\\p{N}){0,${most}}`;
const BETWEEN = between(SMALL);
const BRIEFLY = between(SMALL, 20);
const ON_THE_WAY = between(`${SMALL} ${LEADING}`);
/** How a visit was, between its verb and where it went. */
const HOW_ONE = `(?:${syllables(
  "hữu nghị chính thức cấp nhà nước xã giao và làm việc hội đàm kiến thân mật trọng thể thị song phương thượng đỉnh lần đầu tiên hai ba bốn năm ngày bất ngờ cao kết hợp ngắn riêng kín gặp gỡ tặng quà chúc tết mừng kiểm tra khảo sát lưu lịch sử trao đổi với nguyên nhanh các gồm một số mặt hẹp",
)}|[ ,]|\\p{N}{1,4} (?=nước))`;
const HOW = `${HOW_ONE}{0,16}`;
const S = `(?<s>${PARTY})`;
const O = `(?<o>${PARTY})`;
const GOAL = `(?<o>${ANY})`;
const NO_RECEPTION =
  "(?! tục| theo| cận| xúc| nối| thu| diễn| sức| tết| xuân| nhận|[\\p{L}\\p{M}])";
const RECEIVE = `(?<v>tiếp xã giao|tiếp đón|đón tiếp|tiếp kiến|tiếp|đón|chiêu đãi)${NO_RECEPTION}`;
const MEET =
  "(?<v>hội đàm|hội kiến|làm việc|gặp gỡ|gặp mặt|gặp|tiếp xúc|tọa đàm|hội ngộ|trao đổi|ký kết)(?![\\p{L}\\p{M}])";
const GO =
  "(?<v>thăm(?! hỏi| dò| khám| nuôi| lại)|công du|làm việc|khảo sát|tham quan|thị sát|giao lưu|(?<=(?:đi|sang|đến|tới) )công tác(?= (?:tại|ở|đến|tới|sang))|(?<=(?:thăm|đến|tới|sang|và|thăm,|đi) )chúc (?:tết|mừng))(?![\\p{L}\\p{M}])";
const HOW_TO = `${HOW}(?:(?:tới|đến|sang|tại|ở|vào|về) ${HOW})?`;
/** Up to so many characters without another party, place or stop. */
const SOME = (most: number): string => `[^.;:,"\\uE000-\\uE7FF]{0,${most}}?`;
const OPENING = `(?:^|, |(?<=${DATE}) )`;

const NEEDS: Readonly<Record<FrameRole, RegExp>> = {
  receives: /tiếp|đón|chiêu đãi|chủ trì/u,
  calls: /chào|được/u,
  visits:
    /thăm|công du|công tác|làm việc|khảo sát|tham quan|thị sát|giao lưu|chúc|tới|đến|sang|dừng chân/u,
  meets: /hội|làm việc|gặp|tiếp xúc|tọa đàm|trao đổi|ký kết/u,
};

const frame = (role: FrameRole, source: string): Frame => ({
  role,
  pattern: new RegExp(source, "gu"),
  needs: NEEDS[role],
});

/** From the most to the least telling: a verb read by one frame is not read again by a later one. */
export const FRAMES: readonly Frame[] = [
  // "A được B tiếp"
  frame("calls", `${S}(?<a>${BETWEEN})được ${O}${BETWEEN}${RECEIVE}`),
  // "A đến chào xã giao B"
  frame(
    "calls",
    `${S}(?<a>${BETWEEN})(?:đến |tới |sang )?(?<v>chào xã giao|chào từ biệt|chào)(?: và làm việc với)? ?${O}`,
  ),
  // "đón tiếp A tại C, B …"
  frame(
    "receives",
    `${OPENING}(?<a>)(?:khi )?${RECEIVE} ${HOW}${O}(?:${BETWEEN}), ${S}(?! ?[,]? ${RECEIVE.replace("?<v>", "?:")})`,
  ),
  // "A tiếp B", "A chủ trì buổi tiếp B", "A có buổi tiếp xã giao B"
  frame(
    "receives",
    `(?<s>${ANY})(?<a>${BETWEEN})(?:chủ trì )?(?:(?:buổi|cuộc|lễ|tiệc|mở tiệc) )?${RECEIVE}${HOW}${O}`,
  ),
  frame(
    "receives",
    `${S}(?<a>${BETWEEN})chủ trì (?:buổi|cuộc|lễ) (?<v>làm việc|hội đàm|gặp gỡ|gặp mặt)${HOW}${O}`,
  ),
  // "Tiếp đoàn có A, B"
  frame(
    "receives",
    `(?<![\\p{L}\\p{M}] )(?<a>)(?<v>tiếp|đón tiếp|đón)(?: và làm việc với| và hội đàm với)? ${O}[^.;:]{0,60}? (?:còn )?có (?<s>${PARTY})`,
  ),
  // "tại cuộc hội đàm với B, A …"
  frame("meets", `(?:cuộc|buổi) (?<a>)${MEET}${HOW}${O}(?:${BETWEEN}), ${S}`),
  // "A hội đàm với B", "A có cuộc gặp với B"
  frame(
    "meets",
    `${S}(?<a>${BETWEEN})(?:chủ trì )?(?:(?:các|những|buổi|cuộc) ){0,2}${MEET}${HOW}(?:cùng )?${O}`,
  ),
  // "cuộc hội đàm giữa A và B"
  frame("meets", `(?<a>)${MEET}${HOW}giữa ${S}(?: ?,? ?(?:và|với) )${O}`),
  // "A và B hội đàm"
  frame(
    "meets",
    `${S},? (?:và|cùng|với) ${O}(?<a>${BETWEEN})(?:(?:tiến hành|bước vào|đồng chủ trì) )?(?:(?:buổi|cuộc|lễ) )?${MEET}`,
  ),
  // "khi thăm C, A …", "tới thăm C, A …"
  frame(
    "visits",
    `${OPENING}(?<a>)(?:khi |trong (?:chuyến |cuộc |thời gian )?|nhân (?:chuyến |dịp )?|tới |đến |sang |ở ){1,2}${GO} ${HOW_TO}${GOAL}${BRIEFLY}, ${S}`,
  ),
  // "A thăm B", "A bắt đầu chuyến thăm chính thức C"
  frame("visits", `${S}(?<a>${ON_THE_WAY})${GO}${HOW_TO}${GOAL}`),
  // "chuyến thăm C của A", "chuyến thăm C sắp tới của A"
  frame("visits", `(?<a>chuyến|cuộc) ${GO}${HOW_TO}${GOAL}${SOME(30)} của ${S}`),
  // "chuyến thăm của A tới C"
  frame(
    "visits",
    `(?<a>chuyến|cuộc) ${GO}${HOW}(?!${HOW_ONE})${SOME(24)}của ${S}${BRIEFLY}(?:tới|đến|sang|tại) ${GOAL}`,
  ),
  // "A tới C", "A dừng chân ở C"
  frame(
    "visits",
    `${S}(?<a>${ON_THE_WAY})(?<v>tới|đến|sang|dừng chân tại|dừng chân ở|công du) (?:các |một số )?(?<o>${PLACE})`,
  ),
  // "A thăm một nhà máy … tại C"
  frame(
    "visits",
    `${S}(?<a>${ON_THE_WAY})${GO} [^.;:"]{0,90}?(?:tại|ở|thuộc|của|là) (?<o>${PLACE})`,
  ),
  // "tại C, A đã đến thăm …"
  frame("visits", `${S}(?<a>${ON_THE_WAY})${GO}`),
  // "chuyến thăm của A …", "chuyến thăm C …"
  frame("visits", `(?<a>chuyến|cuộc) ${GO}${HOW}(?!${HOW_ONE})${SOME(24)}của ${S}`),
  frame("visits", `(?<a>chuyến|cuộc) ${GO}${HOW_TO}(?<o>${PLACE})`),
];

/** The kind of a verb as records name it. */
export function kindOf(verb: string, clause: string): VisitKind {
  if (verb === "tiếp xã giao" || verb.startsWith("chào")) return "tiếp xã giao";
  if (/^(?:tiếp(?! xúc)|đón|chiêu đãi)/u.test(verb)) return "tiếp";
  if (verb === "hội đàm" || verb === "tọa đàm") return "hội đàm";
  if (verb === "ký kết") return "ký kết";
  if (verb === "hội kiến") return "hội kiến";
  if (verb === "khảo sát" || verb === "thị sát") return "khảo sát";
  if (verb === "giao lưu") return "giao lưu";
  if (/^(?:làm việc|gặp|tiếp xúc|trao đổi|hội ngộ)/u.test(verb)) return "làm việc";
  return /khảo sát/u.test(clause) ? "khảo sát" : "thăm";
}

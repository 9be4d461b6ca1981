import type { Passage, VisitKind } from "../../../model/index.ts";
import { indexOf, isDate, type NamedPlace, type Party, type Skeleton } from "../names/index.ts";
import type { FrameRole } from "./frames.ts";

/** In front of the whole clause: wished, refused, past or supposed visits are none. */
const UNREAL =
  /(?<!\p{L})(?:(?<!lời )mời|(?<!nhận |theo )lời mời|muốn|để|nếu|hy vọng|hi vọng|mong|đề nghị|yêu cầu|kêu gọi|kể từ|kể từ khi|từ khi|cho phép|phản đối|ngăn|lần cuối|lần trước|sau khi|sau(?= (?:cuộc|chuyến|buổi)|\s$)|trước khi|trước cuộc|từng|khả năng|dự đoán|(?<!làm )việc|chuyện|thuyết phục|chờ|liệu)(?!\p{L})[^.;,\uE000-\uE3FF]{0,14}$/u;

const UNREAL_INSIDE = /(?<!\p{L})(?:không|chưa|hủy|hoãn|từ chối|có thể|từng|muốn|cấm)(?!\p{L})/u;

const UNREAL_BEHIND =
  /^[^.;]{0,40}(?:bị hoãn|bị hủy|năm ngoái|năm trước|cách đây|thời gian thích hợp)/u;

const PLANNED = /(?<!\p{L})(?:sẽ|sắp|dự kiến|chuẩn bị|lên kế hoạch|có kế hoạch)(?!\p{L})/u;

const DONE =
  /(?<!\p{L})(?:đã|vừa|đang|bắt đầu|kết thúc|hạ cánh|đáp|đặt chân|rời|nhập cảnh|dừng chân)(?!\p{L})/u;

export const verbal = (a: string): boolean => !/^(?:chuyến|cuộc)/u.test(a);

export function isUnreal(text: string, from: number, to: number, a: string): boolean {
  return (
    UNREAL.test(text.slice(Math.max(0, from - 40), from)) ||
    UNREAL_INSIDE.test(a) ||
    UNREAL_BEHIND.test(text.slice(to, to + 60))
  );
}

export function tenseOf(
  { text, dates, words }: Skeleton,
  from: number,
  to: number,
  a: string,
  verbal: boolean,
): VisitEvent["tense"] {
  if (!verbal) {
    const around = text.slice(Math.max(0, from - 40), to + 40);
    return /sắp tới|sắp diễn ra|sẽ|dự kiến|chuẩn bị/u.test(around) ? "planned" : null;
  }
  const near = `${text.slice(Math.max(0, from - 12), from)}${a}`;
  if (PLANNED.test(near) || (a === "" && /^ ?(?:sẽ|dự kiến)(?!\p{L})/u.test(text.slice(to))))
    return "planned";
  if (DONE.test(a)) return "done";
  const today = [...text.slice(Math.max(0, from - 3), to)].some(
    (ch) => isDate(ch) && /nay$|qua$/iu.test(textOfDate(words.text, dates[indexOf(ch)]!)),
  );
  return today ? "done" : null;
}

function textOfDate(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, end);
}

/** One clause that tells of a visit or meeting, with the roles its frame gives. */
export interface VisitEvent {
  readonly role: FrameRole;
  readonly kind: VisitKind;
  /** What the verb's own words say: announced, under way or over, or neither. */
  readonly tense: "planned" | "done" | null;
  /** False for a noun ("chuyến thăm của A"), which speaks of a visit without telling it. */
  readonly verbal: boolean;
  /** Who acts, those beside them behind; empty where the clause doesn't say. */
  readonly subjects: readonly (Party | NamedPlace)[];
  /** Who or what is visited, received or met; empty where the clause doesn't say. */
  readonly objects: readonly (Party | NamedPlace)[];
  /** Where its date may stand: for a country of a list only right behind, else the dates are the whole tour's. */
  readonly dated: "anywhere" | "behind" | "none";
  readonly skeleton: Skeleton;
  /** Range of the clause in the skeleton's text. */
  readonly from: number;
  readonly to: number;
  /** The sentence, as a range of the article. */
  readonly passage: Passage;
}

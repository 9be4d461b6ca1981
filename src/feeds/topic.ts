import { terms } from "../text/terms.ts";
import type { Topic } from "./feed.ts";

/** Visits and receptions … */
const VISITS = [
  "tiếp",
  "tiếp xã giao",
  "chào xã giao",
  "đón",
  "thăm",
  "chuyến thăm",
  "hội đàm",
  "hội kiến",
  "hội nghị",
  "làm việc",
  "đoàn đại biểu",
  "đoàn công tác",
  "gặp gỡ",
  "giao lưu",
  "ký kết",
  "hợp tác",
];

/** … with the neighbours of Vietnam's northern provinces. */
const NEIGHBOURS = [
  "Trung Quốc",
  "Quảng Tây",
  "Vân Nam",
  "Quảng Đông",
  "Hải Nam",
  "Nam Ninh",
  "Sùng Tả",
  "Bằng Tường",
  "Long Châu",
  "Ninh Minh",
  "Bách Sắc",
  "Tịnh Tây",
  "Na Pha",
  "Phòng Thành Cảng",
  "Đông Hưng",
  "Khâm Châu",
  "Bắc Hải",
  "Quế Lâm",
  "Liễu Châu",
  "Côn Minh",
  "Hồng Hà",
  "Hà Khẩu",
  "Mông Tự",
  "Kim Bình",
  "Lục Xuân",
  "Văn Sơn",
  "Mã Quan",
  "Ma Ly Pho",
  "Phú Ninh",
  "Phổ Nhĩ",
  "Đại Lý",
];

/** Visits and receptions with the Chinese neighbours. */
export const DEFAULT_TOPIC: Topic = [VISITS, NEIGHBOURS];

/** True where the text is on the topic. */
export function isOnTopic(text: string, topic: Topic): boolean {
  const words = folded(text);
  return topic.every((group) => group.some((phrase) => words.includes(folded(phrase))));
}

/** Words between spaces, at both ends too, so that only whole ones are found. */
function folded(text: string): string {
  return ` ${terms(text)
    .map((term) => term.folded)
    .join(" ")} `;
}

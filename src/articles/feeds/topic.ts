import { namesOf, placeRows } from "../../language/places/index.ts";
import { terms } from "../../language/text/index.ts";
import type { Topic } from "./feed-store.ts";

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

/** Provinces whose towns, prefectures and counties are neighbours as well. */
const BORDER_PROVINCES = new Set(["Quảng Tây", "Vân Nam"]);
const WIDER = new Set(["Trung Quốc", "Quảng Tây", "Vân Nam", "Quảng Đông", "Hải Nam"]);

/** … with the neighbours of Vietnam's northern provinces, from the table of places. */
const NEIGHBOURS = placeRows()
  .filter(
    ({ name, country, province, needsCue }) =>
      country === "Trung Quốc" &&
      !needsCue &&
      (WIDER.has(name) || (province !== null && BORDER_PROVINCES.has(province))) &&
      // Names that provinces and towns of Vietnam have as well say nothing of a neighbour.
      !placeRows().some((other) => other.country === "Việt Nam" && other.name === name),
  )
  .flatMap(namesOf);

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

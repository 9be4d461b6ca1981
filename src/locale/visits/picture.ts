import { numberFormat } from "../format.ts";

const number = numberFormat("vi-VN");

/**
 * Words of the timeline picture. It is Vietnamese for every reader: so are the names in it, and its font
 * has no Chinese letters.
 */
export const PICTURE = {
  title: "Các chuyến thăm theo thời gian",
  number,
  summary: (total: number, planned: number) =>
    `${number(total)} chuyến thăm, cuộc gặp${planned === 0 ? "" : ` (${number(planned)} dự kiến)`}`,
  legend: "Đối tác",
  unknownLane: "Không rõ đối tác",
  otherLanes: (count: number) => `${number(count)} đối tác khác`,
  vague: "* Tư liệu không cho biết rõ hơn",
  undated: (count: number) => `${number(count)} chuyến không rõ năm, không có trong hình`,
  sources: (articles: number) => `Nguồn: ${number(articles)} bài báo trong tư liệu hiện có`,
  planned: "dự kiến",
};

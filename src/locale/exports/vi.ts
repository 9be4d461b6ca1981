import { numberFormat } from "../format.ts";
import type { ExportTexts } from "./texts.ts";

const number = numberFormat("vi-VN");

export const exports: ExportTexts = {
  formats: { csv: "CSV", xlsx: "Excel", ics: "Lịch", json: "JSON" },
  download: "⬇ Tải về",
  choose: (total, scope) =>
    `Tải về ${number(total)} chuyến thăm, cuộc gặp${scope === "" ? "" : ` (${scope})`}. Mời chọn dạng tệp:`,
  columns: {
    id: "Mã",
    kind: "Loại",
    planned: "Dự kiến",
    date: "Ngày",
    endDate: "Ngày kết thúc",
    published: "Ngày đăng",
    place: "Địa điểm",
    host: "Bên tiếp",
    hostRegion: "Tỉnh, nước bên tiếp",
    hostHead: "Người chủ trì",
    hostPeople: "Thành phần bên tiếp",
    guest: "Đoàn khách",
    guestRegion: "Tỉnh, nước đoàn khách",
    guestHead: "Trưởng đoàn khách",
    guestPeople: "Thành phần đoàn khách",
    topics: "Nội dung trao đổi",
    agreements: "Thỏa thuận, kết quả",
    numbers: "Số liệu",
    articles: "Bài viết",
    links: "Đường dẫn",
  },
  yes: "có",
  title: "Các chuyến thăm",
  picture: {
    title: "Dòng thời gian các chuyến thăm",
    number,
    summary: (total, planned) =>
      `${number(total)} chuyến thăm, cuộc gặp${planned === 0 ? "" : ` (${number(planned)} dự kiến)`}`,
    legend: "Đối tác",
    quarter: (quarter, year) => `Quý ${quarter}/${year}`,
    unknownLane: "Không rõ đối tác",
    otherLanes: (count) => `${number(count)} đối tác khác`,
    vague: "* Tư liệu không cho biết rõ hơn",
    undated: "Không rõ năm",
    sources: (articles) => `Nguồn: ${number(articles)} bài báo trong tư liệu hiện có`,
    planned: "dự kiến",
  },
};

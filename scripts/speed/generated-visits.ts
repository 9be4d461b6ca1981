import { VISIT_KINDS, type Visit, type VisitSide } from "../../src/model/visit.ts";
import { Random } from "../shared/random.ts";

const HOSTS = "Lạng Sơn|Lào Cai|Cao Bằng|Quảng Ninh|Hà Giang|Lai Châu|Điện Biên".split("|");
const GUESTS: readonly (readonly [string, string])[] = [
  ["Quảng Tây", "Trung Quốc"],
  ["Vân Nam", "Trung Quốc"],
  ["Sùng Tả", "Trung Quốc"],
  ["Bằng Tường", "Trung Quốc"],
  ["Hồng Hà", "Trung Quốc"],
  ["Quảng Đông", "Trung Quốc"],
  ["Viêng Chăn", "Lào"],
  ["Tokyo", "Nhật Bản"],
  ["Seoul", "Hàn Quốc"],
  ["Canberra", "Úc"],
  ["Paris", "Pháp"],
];
const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Lý", "Vương", "Trương", "Ngô", "Hoàng"];
const GIVEN = "Văn Hòa|Thị Hạnh|Xuân Minh|Hiểu Huy|Quốc Khánh|Đức Thắng|Tân Hoa".split("|");
const OFFICES = ["Bí thư", "Chủ tịch", "Phó Chủ tịch", "Trưởng ban", "Giám đốc Sở Ngoại vụ"];
const TOPICS = [
  "hợp tác thương mại biên giới và thông quan hàng hóa",
  "xây dựng cửa khẩu thông minh",
  "hợp tác du lịch xuyên biên giới",
  "giao lưu thanh niên và văn hóa",
];

/** Made-up visits over a stretch of years, some with dates that are known in part. */
export function generateVisits(
  count: number,
  { firstYear = 2005, lastYear = 2025, seed = 1 } = {},
): Visit[] {
  const numbers = new Random(seed);
  const random = () => numbers.next();
  const pick = <T>(list: readonly T[], skew = 1): T =>
    list[Math.floor(random() ** skew * list.length)]!;
  const person = () => `${pick(FAMILY)} ${pick(GIVEN)}`;
  const side = (province: string, country: string, body: string): VisitSide => {
    const people = Array.from({ length: 2 + Math.floor(random() * 4) }, () => ({
      name: person(),
      position: `${pick(OFFICES)} ${body} ${province}`,
    }));
    return {
      organisation: `${body} ${province}`,
      province,
      country,
      head: people[0]!.name,
      people,
    };
  };
  return Array.from({ length: count }, (_, i): Visit => {
    const year = firstYear + Math.floor(random() ** 0.6 * (lastYear - firstYear + 1));
    const month = 1 + Math.floor(random() * 12);
    const day = 1 + Math.floor(random() * 28);
    const chance = random();
    const date =
      chance < 0.03
        ? { year: null, month: null, day: null }
        : chance < 0.06
          ? { year, month: null, day: null }
          : chance < 0.1
            ? { year, month, day: null }
            : { year, month, day };
    const [province, country] = pick(GUESTS, 2);
    const home = pick(HOSTS, 1.5);
    const articleId = `bai-${i % Math.ceil(count * 0.8)}`;
    const quote =
      "Tại buổi tiếp, hai bên trao đổi về tình hình hợp tác thời gian qua và phương hướng thời gian tới, thống nhất tăng cường gặp gỡ.";
    return {
      id: `v${i.toString(36)}`,
      points: [],
      kind: pick(VISIT_KINDS, 1.5),
      planned: random() < 0.02,
      date,
      endDate: null,
      place: random() < 0.4 ? `Nhà khách tỉnh ${home}` : null,
      host: side(home, "Việt Nam", "UBND tỉnh"),
      guest: side(province, country, "Đoàn đại biểu chính quyền"),
      topics: [pick(TOPICS), pick(TOPICS)],
      agreements: random() < 0.3 ? ["ký biên bản ghi nhớ về hợp tác giữa hai địa phương"] : [],
      numbers: [],
      published: null,
      articleIds: [articleId],
      sources: Array.from({ length: 4 }, (_, n) => ({
        articleId,
        title: `Lãnh đạo UBND tỉnh ${home} tiếp đoàn ${province}`,
        link: `https://bao.example/${articleId}#:~:text=T%E1%BA%A1i,ng%E1%BB%99`,
        quote,
        start: n * 200,
        end: n * 200 + quote.length,
      })),
    };
  });
}

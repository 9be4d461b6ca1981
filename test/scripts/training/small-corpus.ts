import { Random } from "../../../scripts/shared/random.ts";

/** Words of one topic; the first half of each list and the second never occur in the same sentence. */
const NAMED = [
  "đoàn_đại_biểu phái_đoàn trưởng_đoàn lãnh_đạo hội_đàm tiếp_đón đối_ngoại hữu_nghị chuyến_thăm ngoại_giao",
  "cửa_khẩu thông_quan hàng_hóa xuất_khẩu biên_giới xe_tải hải_quan nông_sản container bến_bãi",
  "bóng_đá trận_đấu cầu_thủ huấn_luyện_viên bàn_thắng sân_vận_động trọng_tài đội_tuyển khán_giả tỉ_số",
  "bệnh_viện bác_sĩ bệnh_nhân phẫu_thuật điều_trị thuốc vắc_xin sức_khỏe y_tá dịch_bệnh",
  "học_sinh giáo_viên trường_học kỳ_thi sách_giáo_khoa lớp_học đại_học sinh_viên bài_giảng điểm_số",
  "mưa_lũ bão ngập_lụt sạt_lở gió_mùa nhiệt_độ thời_tiết dự_báo lượng_mưa áp_thấp",
].map((line) => line.split(" "));

const ONSETS = ["b", "ch", "đ", "kh", "l", "m", "ng", "ph", "th", "tr", "v", "x"];
const RIMES = ["ang", "ẻo", "ích", "ốc", "ũng", "ướt", "ợp", "ằm", "ỗi", "uyến"];

/** Topics of made-up words, so that two articles of a batch are seldom on the same topic. */
const MADE_UP = Array.from({ length: 60 }, (_, t) =>
  Array.from({ length: 10 }, (_, w) => {
    const syllable = (k: number) => ONSETS[k % 12]! + RIMES[Math.floor(k / 12) % 10]!;
    return `${syllable(t * 2 + 1)}_${syllable(t * 7 + w * 13)}`;
  }),
);
const TOPICS = [...NAMED, ...MADE_UP];

/** Lines `[title, lead, paragraphs]` of made-up segmented articles, each on one topic. */
export function smallCorpus(articles: number, seed: number): string {
  const random = new Random(seed);
  const lines: string[] = [];
  for (let a = 0; a < articles; a++) {
    const topic = TOPICS[a % TOPICS.length]!;
    const sentence = () => {
      const half = random.below(2) * 5;
      const words = Array.from({ length: 5 }, () => topic[half + random.below(5)]!);
      return `${words.join(" và ")} .`;
    };
    const paragraph = () => `${sentence()} ${sentence()} ${sentence()}`;
    lines.push(JSON.stringify([sentence(), sentence(), [paragraph(), paragraph()]]));
  }
  return `${lines.join("\n")}\n`;
}

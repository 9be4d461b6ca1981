import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../train-embedding/random.ts";
import { newsWords } from "./news-words.ts";

const VIETNAM = [
  "Lạng Sơn",
  "Lào Cai",
  "Cao Bằng",
  "Hà Giang",
  "Quảng Ninh",
  "Lai Châu",
  "Điện Biên",
];
const CHINA = [
  "Bằng Tường",
  "Sùng Tả",
  "Nam Ninh",
  "Bách Sắc",
  "Hà Khẩu",
  "Hồng Hà",
  "Côn Minh",
  "Đông Hưng",
  "Văn Sơn",
];
const FAMILY =
  "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Dương Hồ Lưu Vương Lý Trương Đỗ Ngô Đinh Mai Hà Triệu".split(
    " ",
  );
const MIDDLE =
  "Văn Thị Quốc Xuân Minh Đức Hữu Thanh Ngọc Hải Quang Thế Công Tiến Thu Kim Hồng Bá Đình Trọng".split(
    " ",
  );
const GIVEN =
  "An Bình Cường Dũng Giang Hà Huy Khoa Lan Nam Phong Quân Sơn Thảo Việt Anh Bách Chi Diệp Duy Đạt Hạnh Hiền Hoa Hùng Hưng Khánh Kiên Lâm Liên Linh Long Lộc Mạnh Nga Nghĩa Nhung Oanh Phúc Phương Quyết Tâm Thắng Thành Thủy Toàn Trung Tuấn Tùng Yến".split(
    " ",
  );
const OFFICES = [
  "Bí thư Tỉnh ủy",
  "Chủ tịch UBND tỉnh",
  "Phó Chủ tịch UBND tỉnh",
  "Giám đốc Sở Ngoại vụ",
  "Chủ tịch HĐND tỉnh",
  "Thị trưởng",
  "Phó Thị trưởng",
];
const TOPICS = [
  "xuất nhập khẩu nông sản",
  "kết nối đường sắt",
  "thông quan hàng hóa",
  "du lịch xuyên biên giới",
  "đào tạo cán bộ",
  "phòng chống dịch bệnh",
  "giao lưu văn hóa",
  "quản lý biên giới",
  "xây dựng cửa khẩu thông minh",
  "hợp tác y tế",
];
/** Words that an article is about, and their share: real chunks of 108 syllables hold 74 different ones. */
const OWN_WORDS = 40;
const OWN_SHARE = 0.35;
/** Sentences of a report: five chunks an article, as news have. */
const SENTENCES = 18;

/** A generated article with a question that it answers. */
interface Generated {
  readonly id: string;
  readonly question: string;
}

/**
 * Writes made-up reports of visits, about 500 syllables each, as Markdown files. What they tell of beside the
 * visit itself is of words as frequent as in real news, without sense.
 *
 * @returns Each article's id and a question to it. The same count and seed give the same files.
 */
export function writeArticles(dir: string, count: number, seed = 1): Generated[] {
  const random = new Random(seed);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const word = newsWords(random);
  const person = () => `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)}`;
  return Array.from({ length: count }, (_, i) => {
    const [home, guest, host, head] = [pick(VIETNAM), pick(CHINA), person(), person()];
    const [office, topic] = [pick(OFFICES), pick(TOPICS)];
    const date = `${1 + random.below(28)}/${1 + random.below(12)}/${2010 + random.below(16)}`;
    const sentences = [
      `Ngày ${date}, tại ${home}, ông ${host}, ${office}, đã tiếp đoàn đại biểu ${guest} do bà ${head} làm trưởng đoàn.`,
      `Hai bên trao đổi về ${topic} và ký ${2 + random.below(20)} văn bản hợp tác.`,
    ];
    const own = Array.from({ length: OWN_WORDS }, word);
    while (sentences.length < SENTENCES) {
      const said = Array.from({ length: 12 + random.below(16) }, () =>
        random.next() < OWN_SHARE ? pick(own) : word(),
      ).join(" ");
      const who = random.below(3) === 0 ? `, theo ông ${person()}` : "";
      const where =
        random.below(4) === 0 ? ` với ${1 + random.below(90)} đại biểu của ${pick(CHINA)}` : "";
      sentences.push(`${said[0]!.toUpperCase()}${said.slice(1)}${where}${who}.`);
    }
    const paragraphs = Array.from({ length: SENTENCES / 3 }, (_, p) =>
      sentences.slice(p * 3, p * 3 + 3).join(" "),
    );
    const id = `visit-${String(i).padStart(6, "0")}`;
    const folder = join(dir, String(Math.floor(i / 1000)));
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `${id}.md`),
      `---\ntitle: "${office} ${home} tiếp đoàn ${guest}"\n---\n\n${paragraphs.join("\n\n")}\n`,
    );
    return { id, question: `Ông ${host} tiếp đoàn ${guest} của bà ${head} ngày nào?` };
  });
}

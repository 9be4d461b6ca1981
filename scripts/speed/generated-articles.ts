import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "../../src/language/text/fold.ts";
import { Random } from "../shared/random.ts";

/** Words that stand everywhere in news, the most frequent ones first. */
const COMMON =
  "và của các đã tỉnh hai trong hợp công với tác nước có cho phát nhà là chủ hữu thành được đại thương trung quốc phố tại một việt nam triển về năm tịch kinh dân ủy ngày vực đoàn đồng tế hội biên xuất gia những đến ông này phó ban đầu chính trưởng thăm thời khu giữa lĩnh quan giao tăng khẩu quản lý cửa nghiệp tiếp cùng dịch tư bí thư lưu cấp bên làm như hóa từ đạo người biểu trao đổi cường động nhiều vào sự lãnh mới thông doanh tổ chức hành nghị du sản việc phương để theo khách bà đẩy thực mạnh hiện tốt tiến".split(
    " ",
  );
const ONSETS = "b c ch d đ g gi h kh l m n nh ng ph qu r s t th tr v x".split(" ");
const RHYMES =
  "a ai am an ang anh ao au ay âm ân âng âu ây e em en eng eo ê êm ên ênh êu i ia im in inh iu o oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung ư ưa ưi ưng ươi ươm ươn ương ac ach ap at ăc ăp ăt âc âp ât êch êt ich ip it oc op ot ôc ôp ôt ơp ơt uc up ut ưc ưt oa oe uê uy oan oang oat uyên uyêt iên iêng iêp iêt iêu uôc uôi uôm uôn uông uôt yêu".split(
    " ",
  );
/** Combining marks of the six tones, the first without one. */
const TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const VOWEL = /[aăâeêioôơuưy]/u;

/**
 * Frequency of a syllable by its rank, measured on 294 news articles on visits (158,000 syllables): in so many
 * of 1,000 pieces of 108 syllables stands the word of that rank. Real news hold words that are rarer still.
 */
const FREQUENCIES = [
  [1, 818],
  [4, 645],
  [11, 516],
  [31, 382],
  [101, 226],
  [201, 106],
  [301, 63],
  [501, 20],
  [1001, 2.9],
  [2001, 0.7],
  [20000, 0.05],
] as const;
const PIECE_WORDS = 108;
const SYLLABLES = 3_000;
const VOCABULARY = 20_000;

/** Share of a rank in all words, between the measured ones on a line of logarithms. */
function shareOf(rank: number): number {
  const above = Math.max(
    1,
    FREQUENCIES.findIndex(([known]) => known >= rank),
  );
  const [[fromRank, from], [toRank, to]] = [FREQUENCIES[above - 1]!, FREQUENCIES[above]!];
  const way = Math.log(rank / fromRank) / Math.log(toRank / fromRank);
  const held = (from * (to / from) ** way) / 1000;
  return 1 - (1 - held) ** (1 / PIECE_WORDS);
}

/** The common words, then made-up syllables that could be Vietnamese, then made-up names. */
function vocabulary(random: Random): string[] {
  const made = ONSETS.flatMap((onset) =>
    RHYMES.flatMap((rhyme) =>
      TONES.map((tone) => `${onset}${rhyme.replace(VOWEL, `$&${tone}`)}`.normalize("NFC")),
    ),
  );
  const order = made.map((_, i) => i);
  random.shuffle(order);
  const syllables = order.map((i) => made[i]!);
  // Foreign names are of several syllables in one word.
  const names = syllables.map((syllable, i) => `${fold(syllable)}${fold(syllables.at(-1 - i)!)}`);
  const known = [...COMMON, ...syllables.slice(0, SYLLABLES), ...names];
  return [...new Set(known)].slice(0, VOCABULARY);
}

/** Draws words as often as real news hold words of their rank. */
function newsWords(random: Random): () => string {
  const words = vocabulary(random);
  let sum = 0;
  const sums = words.map((_, i) => (sum += shareOf(i + 1)));
  return () => {
    const wanted = random.next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
}

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

/**
 * Writes made-up reports of visits, about 500 syllables each, as Markdown files. What they tell of beside the
 * visit itself is of words as frequent as in real news, without sense.
 *
 * @returns A question to each. The same count gives the same files.
 */
export function writeArticles(dir: string, count: number): string[] {
  const random = new Random(1);
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
    return `Ông ${host} tiếp đoàn ${guest} của bà ${head} ngày nào?`;
  });
}

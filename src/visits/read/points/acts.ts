import { matchesIn, unifyTonePlacement } from "../../../language/text/index.ts";
import type { PointAct } from "../../../model/index.ts";

/** One way in which reports say what was done with a matter. */
interface ActRow {
  readonly act: PointAct;
  /** Words in lower case with marks, alternatives parted by `|`. */
  readonly words: string;
  /** A sentence in which one of them tells the act. */
  readonly example: string;
  /** True for what is said aloud: such a verb may follow another with "và", "đồng thời" and keep its speaker. */
  readonly spoken?: true;
}

/** Acts by their words. The longest words that fit count. */
export const ACTS: readonly ActRow[] = [
  {
    act: "signed",
    words:
      "ký kết|đã ký|được ký|đã được ký|được ký kết|đã được ký kết|cùng ký|đặt bút ký|ký lại|tiến hành ký|tổ chức ký|ký tắt|ký biên bản|ký ghi nhớ|chứng kiến lễ ký|đã có biên bản ghi nhớ",
    example: "Hai bên đã ký kết bản ghi nhớ về hợp tác du lịch.",
  },
  {
    act: "given",
    words:
      "tặng|tặng lại|được tặng|gửi tặng|tặng nhau|biếu|viện trợ|ủng hộ số tiền|trao học bổng|trao kỷ niệm chương|trao huân chương|trao giấy khen|trao tặng|trao quà|trao vật lưu niệm|trao quà lưu niệm|tặng quà|trao biểu trưng|nhận quà lưu niệm",
    example: "Bà Lan tặng đoàn bức tranh thêu.",
  },
  {
    act: "thanked",
    words:
      "cảm ơn|cám ơn|trân trọng cảm ơn|chân thành cảm ơn|gửi lời cảm ơn|bày tỏ lòng cảm ơn|cảm kích|biết ơn|cảm tạ|bày tỏ biết ơn|bày tỏ lòng biết ơn|bày tỏ sự biết ơn|bày tỏ sự cảm ơn|bày tỏ cảm ơn|tri ân",
    example: "Ông Nam cảm ơn tỉnh bạn đã đón tiếp chu đáo.",
    spoken: true,
  },
  {
    act: "agreed",
    words:
      "thống nhất|nhất trí|đồng ý|đồng thuận|cam kết|thỏa thuận|cùng quan điểm|đi đến thống nhất|cùng xác định|đạt được thỏa thuận|chốt|chốt lại|ưng thuận|cùng cam kết|đạt nhận thức chung|đạt được nhận thức chung|đạt được sự thống nhất|đạt được nhất trí|đạt đồng thuận|đi tới thống nhất|đi đến nhất trí|đi tới nhất trí|đi đến kết luận|thông qua kế hoạch|ấn định|quyết định thành lập|tán thành|chấp thuận|chấp nhận|nhận lời|đồng tình|cùng khẳng định|cùng nhận thấy|nhất trí cho rằng",
    example: "Hai bên nhất trí mở thêm một lối thông quan.",
  },
  {
    act: "proposed",
    words:
      "đề xuất|kiến nghị|gợi ý|nêu đề xuất|đưa ra đề xuất|đã nêu đề xuất|nêu giải pháp|đề xuất nội dung|khuyến nghị|hiến kế|gợi mở|đặt vấn đề|nêu sáng kiến|nêu ý tưởng|đưa ra sáng kiến|đưa ra ý tưởng|đưa ra kiến nghị|đưa ra đề nghị|đưa ra giải pháp|đề ra phương hướng|đề ra giải pháp|tư vấn",
    example: "Phía Lạng Sơn đề xuất lập đường dây nóng.",
    spoken: true,
  },
  {
    act: "asked",
    words:
      "đề nghị|mong muốn|mong|rất mong|mong rằng|hy vọng|hi vọng|kỳ vọng|yêu cầu|mời|mời gọi|trân trọng mời|kêu gọi|ngỏ ý|ngỏ lời|mong được|mong sớm|mong mỏi|mong chờ|trông đợi|trông mong|chờ đợi|bày tỏ nguyện vọng|có nguyện vọng|nhắn nhủ|đặt hàng|tha thiết mời|khẩn thiết đề nghị|tha thiết đề nghị|kiến nghị phía|thúc giục|hối thúc|lưu ý|bày tỏ mong muốn|bày tỏ hy vọng|cùng hy vọng|nêu hàng loạt đề nghị|muốn học hỏi|muốn|đề đạt|sẵn sàng đón|hoan nghênh",
    example: "Ông Nam đề nghị phía bạn kéo dài giờ thông quan.",
    spoken: true,
  },
  {
    act: "planned",
    words:
      "sẽ|hứa|hứa sẽ|dự kiến|có kế hoạch|lên kế hoạch|chuẩn bị cho|dự định|có ý định|đặt mục tiêu|phấn đấu|lập kế hoạch|hẹn gặp lại|hẹn|khẳng định sẽ|cam kết sẽ|tỉnh khuyến khích|khuyến khích",
    example: "Hai tỉnh sẽ tổ chức hội chợ vào quý III.",
    spoken: true,
  },
  {
    act: "assessed",
    words:
      "đánh giá cao|đánh giá|cho rằng|khẳng định|coi|ghi nhận|nhấn mạnh|ca ngợi|đề cao|khen ngợi|khen|biểu dương|tán dương|nhận xét|bày tỏ hài lòng|hài lòng|bày tỏ sự hài lòng|bày tỏ sự phấn khởi|bày tỏ sự tin tưởng|bày tỏ vinh dự|vinh dự|chia sẻ niềm vui|chia vui|chia buồn|nhiệt liệt chào mừng|chào mừng|lạc quan|quan ngại|lo ngại|bày tỏ quan ngại|lấy làm tiếc|thừa nhận|đặc biệt ấn tượng|bày tỏ sự ấn tượng|bày tỏ khâm phục|ngưỡng mộ|bày tỏ ngưỡng mộ|quả quyết|bày tỏ ấn tượng|ấn tượng|vui mừng|bày tỏ vui mừng|bày tỏ sự vui mừng|phấn khởi|tin tưởng|bày tỏ tin tưởng|tin rằng|tin|trân trọng|chúc mừng|gửi lời chúc mừng|gửi lời chúc|mừng|tự hào|xúc động|cho thấy|nhận định|bày tỏ",
    example: "Bà Lan đánh giá cao kết quả hợp tác giữa hai huyện.",
    spoken: true,
  },
  {
    act: "announced",
    words:
      "cho biết|cho hay|thông tin|thông tin với|thông báo|thông báo cho nhau|thông báo với|giới thiệu|giới thiệu khái quát|nói|nhắc lại|nhắc tới|nhắc đến|thuật lại|nêu bật|làm rõ|giải thích|lý giải|giải đáp|phản hồi|thông tin thêm|cập nhật|tiết lộ|cho hay thêm|cho biết thêm|tổng kết|quán triệt|xác nhận|bộc bạch|tâm sự|chia sẻ|dẫn lời|dẫn ra|điểm qua|điểm lại|khái quát|tuyên bố|phát biểu|nêu rõ|nêu|có thể kể đến|kể|trình bày|công bố|đưa ra nhiều ý tưởng|báo cáo",
    example: "Ông Nam cho biết tỉnh có 860 dự án còn hiệu lực.",
    spoken: true,
  },
  {
    act: "discussed",
    words:
      "xoay quanh|trao đổi|trao đổi về|thảo luận|bàn|bàn về|thảo luận về|tọa đàm|tọa đàm về|đàm phán|đàm phán về|hiệp thương|tham vấn|luận bàn|đi sâu trao đổi|góp ý|cho ý kiến|bàn bạc|bàn thảo|bàn việc|bàn cách|bàn hướng|tập trung trao đổi|tập trung thảo luận|tập trung vào|đề cập|đề cập đến|khảo sát|kiểm tra|kiểm tra thực địa|xem xét|rà soát|nội dung chính|chủ đề chính|nội dung hai bên đưa ra trao đổi|trao đổi ý kiến|trao đổi kinh nghiệm|chia sẻ kinh nghiệm|tìm hiểu|nghiên cứu",
    example: "Hai bên trao đổi về công tác quản lý cửa khẩu.",
  },
];

/** An act phrase in a text. */
export interface FoundAct {
  readonly act: PointAct;
  readonly spoken: boolean;
  readonly start: number;
  readonly end: number;
}

const BY_WORDS = new Map<string, ActRow>();
for (const row of ACTS)
  for (const words of row.words.split("|")) BY_WORDS.set(unifyTonePlacement(words), row);
const SPELLED = [...BY_WORDS.keys()].sort((a, b) => b.length - a.length);
/** "trao 200 suất quà", "trao lại chiếc hộp": what is counted or measured behind it was given. */
const HANDED =
  "trao(?: lại)?(?= (?:(?:cho |nhau )[^.;,:]{0,24} ?)?(?:\\d|tượng trưng|bằng khen|số tiền|món quà|chiếc|cái|bức|bộ|tấm|cặp|đôi|lẵng|hộp|mẫu|phần quà|suất))";
BY_WORDS.set("trao", ACTS.find(({ act }) => act === "given")!);
/** "ký bản ghi nhớ về …": the document belongs to what was signed. */
const SIGNS = "ký(?= (?:các )?(?:thoả thuận|thỏa thuận|biên bản|bản ghi nhớ|kế hoạch|hợp đồng))";
BY_WORDS.set("ký", ACTS.find(({ act }) => act === "signed")!);
/** "xin bạn hai toa lạnh", "nhờ phía bạn khám cho các cháu": politeness ("xin cảm ơn") and what is owed ("nhờ đó") are none. */
const BEGS =
  "(?:lại |nài |cậy )?(?:(?<!-)xin(?! (?:trân|chân|cảm|cám|chúc|chào|gửi|phép|lỗi|ý|hứa|nghe|giới|thông|nhận|mời|đề|kiến|nêu|bày|nhiệt|khẳng|cho (?:ý|biết)))|nhờ(?! (?:có|đó|vậy|sự|vào|thế|được|đâu|những|các|chính sách|làm)))";
/** "cho phía bạn biết": to whom stands between. */
const TELLS_THEM =
  "(?:cho|báo cho|báo với) (?:phía |đoàn |khách|bạn|nhau|ông |bà |đại biểu|hai bên)[^.;,:]{0,30}? ?biết";
/** "nêu mấy đề nghị", "đưa ra 5 kiến nghị": the noun says which act it is. */
const SEVERAL = "(?:một số|một loạt|hàng loạt|mấy|các|những|nhiều|\\d{1,2}|hai|ba|bốn|năm|sáu)";
const PUTS = "(?:nêu|nêu ra|đưa ra|có)(?: với [^.;,:]{1,24}| thêm)?";
const ASKS_SEVERAL = `${PUTS} ${SEVERAL} (?:(?:nhóm )?(?:việc|vấn đề|điều|điểm|nội dung) )?(?:đề nghị|yêu cầu|mong muốn|nguyện vọng)`;
/** "nêu bốn việc. Một là …": they follow. */
const RAISES_SEVERAL = `${PUTS} ${SEVERAL} (?:nhóm )?(?:việc|vấn đề|điều|điểm|nội dung|ý)`;
const PROPOSES_SEVERAL = `${PUTS} ${SEVERAL} (?:kiến nghị|đề xuất|giải pháp|sáng kiến|việc (?:để|nhằm))`;
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[HANDED, SIGNS, TELLS_THEM, BEGS, ASKS_SEVERAL, PROPOSES_SEVERAL, RAISES_SEVERAL, ...SPELLED].join("|")})(?![\\p{L}\\p{M}])`,
  "gu",
);
/** Words that look like an act and are none: "địa bàn", "nói chung", "hệ thống nhất quán". */
const NONE_BEFORE =
  /(?:địa|thuận|trao đổi|nhận|các|những|bản|biên bản|văn bản|hợp tác|mọi|công nghệ|cổng|hệ thống|của|số|theo|thay|chương trình|nội dung|tổ chức|phương thức|sự|việc|được|cần|ngày|mong|bày tỏ|cơ chế|trạng thái|gửi) $/u;
const NONE_BEHIND =
  /^ (?:chung(?!\s+(?:của|sức))|riêng|nhau$|quán|viên|lưu niệm$|cao nhất|đoàn|liên lạc|thư)(?![\p{L}])/u;
const NOUNS = new Set([
  "thông tin",
  "trao đổi",
  "kiến nghị",
  "đề xuất",
  "thỏa thuận",
  "đánh giá",
  "nghiên cứu",
  "kiểm tra",
  "khảo sát",
  "chia sẻ",
  "bàn",
  "tin",
  "muốn",
  "mừng",
  "coi",
  "nêu",
  "kể",
  "công bố",
  "báo cáo",
  "giới thiệu",
  "mời",
  "mong muốn",
  "đề nghị",
  "thống nhất",
  "hoan nghênh",
  "nói",
]);

/** The act, by its own word, of a phrase that only a pattern names. */
function kindOfPhrase(phrase: string): string {
  if (phrase.endsWith("biết")) return "cho biết";
  if (phrase.startsWith("trao")) return "trao";
  return /(?:xin|nhờ)$|(?:đề nghị|yêu cầu|mong muốn|nguyện vọng)$/u.test(phrase)
    ? "đề nghị"
    : "đề xuất";
}

/** The text as the words of acts are written: lower case, old tone placement; same length. */
export function actText(text: string): string {
  const lower = unifyTonePlacement(text.toLowerCase());
  return lower.length === text.length ? lower : text;
}

/** Finds the act phrases of a text (`actText`), in order. */
export function actsIn(text: string): FoundAct[] {
  const found: FoundAct[] = [];
  for (const match of matchesIn(text, PATTERN)) {
    const words = match[0];
    const start = match.index;
    const end = start + words.length;
    // "kể từ ngày …" dates, and tells nothing.
    if (words === "kể" && /^ (?:từ|cả)(?!\p{L})/u.test(text.slice(end))) continue;
    if (
      NOUNS.has(words) &&
      (NONE_BEFORE.test(text.slice(Math.max(0, start - 14), start)) ||
        NONE_BEHIND.test(text.slice(end, end + 16)))
    )
      continue;
    const row = BY_WORDS.get(words) ?? BY_WORDS.get(kindOfPhrase(words))!;
    found.push({ act: row.act, spoken: row.spoken === true, start, end });
  }
  return found;
}

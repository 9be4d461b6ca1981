import { HONORIFICS, PLACE_CUES, POSITION_HEADS } from "../../../language/names/index.ts";
import { phraseSet } from "../../../language/text/index.ts";
import { ABBREVIATION_FORMS } from "../../../language/translate/index.ts";

const split = (words: string): string[] => words.split("|");

/** What somebody was, or is besides: nobody is asked for by it. */
const BESIDES = split(
  "cựu tổng thống|cựu thủ tướng|tổng thống đắc cử|thường trực tỉnh ủy|thường vụ tỉnh ủy|thường vụ thành ủy|thường vụ khu ủy|thường vụ huyện ủy",
);
/** Positions of nobody in particular: "lãnh đạo UBND tỉnh", "đại biểu": read as bodies. */
const COLLECTIVE = new Set(
  split(
    "lãnh đạo|nhà lãnh đạo|đại biểu|phu nhân|thủ trưởng|đệ nhất phu nhân|người đồng cấp|người đồng nhiệm",
  ),
);

/** Abbreviations of which the full form begins with one of the heads: "uvbtv", "pct". */
const shortFor = (heads: readonly string[]): string[] =>
  Object.entries(ABBREVIATION_FORMS)
    .filter(([, form]) => heads.some((head) => form === head || form.startsWith(`${head} `)))
    .map(([short]) => short);

export const POSITIONS = phraseSet(
  [...POSITION_HEADS, ...BESIDES, ...shortFor(POSITION_HEADS)].filter(
    (head) => !COLLECTIVE.has(head),
  ),
);
/** Degrees in front of a name: "GS Lưu Tư Viễn", "PGS.TS Hoàng Thị Nhung". */
const DEGREES = split("gs|pgs|ts|gs ts|pgs ts|ths|bs|bscki|bsckii|nsưt|nsnd");
export const HONORIFIC = phraseSet([...HONORIFICS, ...DEGREES, "các đồng chí", "vị"]);
/** Words in front of the name of a place; "trấn" is a Chinese township. */
export const CUES = phraseSet([...PLACE_CUES, "trấn", "thủ đô"]);

/** Words that begin the name of a body that receives or is received. */
export const BODIES = phraseSet(
  split(
    "btg|btc|bdv|bnc|ubkt|đại sứ quán|đsq|tổng lãnh sự quán|lãnh sự quán|ubnd|hđnd|ubmttq|ủy ban|hội đồng nhân dân|tỉnh ủy|thành ủy|huyện ủy|khu ủy|thị ủy|châu ủy|đảng ủy|ban chấp hành|ban thường vụ|thường trực|" +
      "chính phủ|quốc hội|chính quyền|lãnh đạo|nhà lãnh đạo|bộ|sở|cục|vụ|ban|phòng|chi cục|tổng cục|hội đồng|mặt trận tổ quốc|công ty|tập đoàn|tổng công ty|ngân hàng|hiệp hội|liên hiệp|hội liên hiệp|hội hữu nghị|hội|" +
      "trung tâm|chi đội|tổng đội|tổng trạm|tổng liên đoàn lao động|tổng lđlđ|tổng lđlđvn|phân cục|ty|kho bạc|quận ủy|đảng đoàn|chi hội|phân hội|trung đoàn|lữ đoàn|đội quản lý|đội kiểm tra|tòa án nhân dân|bộ tư lệnh|huyện đoàn|thành đoàn|trạm|tổ chức|văn phòng|tòa án|viện kiểm sát|công an|hải quan|bộ đội biên phòng|biên phòng|đồn biên phòng|đại đội|quân khu|bộ chỉ huy|trạm kiểm soát|học viện|trường đại học|trường tiểu học|trường cao đẳng|trường trung học|trường thpt|trường chính trị|trường đảng|trường đào tạo cán bộ|công đoàn|công hội|tổng công hội|liên đoàn lao động|lđlđ|vksnd|tand|ban quản lý|tổ công tác|hội phụ nữ|hội nông dân|đại học|viện|bệnh viện|nhân đại|chính hiệp|đảng|tỉnh đoàn|khu hợp tác|khu quản lý",
  ),
);
export const DELEGATIONS = phraseSet(
  split(
    "đoàn|phái đoàn|phái bộ|đoàn công tác|đoàn đại biểu|đoàn cán bộ|đoàn doanh nghiệp|đoàn khảo sát|đoàn nghiên cứu|đoàn giao lưu|đoàn nhà báo|đoàn nghệ thuật|đoàn chuyên gia|đoàn học sinh|đoàn sinh viên|đoàn xúc tiến|đoàn thanh niên",
  ),
);

/** Syllables that offices and bodies are made of; any other small word ends them. */
export const OFFICE_WORDS: ReadonlySet<string> = new Set(
  (
    "t ư w tw btg btc bdv bnc ubkt đặc mệnh toàn quyền nước nhà tỉnh thành phố tp tx thị xã quận phường huyện châu khu vực vùng tự trị dân tộc choang ủy viên ban nhân hội đồng thường trực vụ thường trung ương đảng cộng sản bộ chính trị " +
    "ngoại giao quốc phòng tài chính công an ninh kinh tế thương mại văn hóa giáo dục đào tạo y nông nghiệp thôn môi trường nguyên khoa học kỹ thuật nghệ kế hoạch đầu tư xây dựng thông vận tải tư pháp nội lao động binh xã hội " +
    "tuyên giáo tổ chức kiểm tra đối tin truyền du lịch thể thao thống nhất mặt trận tổ phụ nữ thanh niên thiếu cựu chiến sinh viên doanh nghiệp hữu nghị liên hiệp hiệp chữ thập đỏ nhà báo nhạc sĩ " +
    "phủ quyền hạ thượng liên bang cục sở chi cơ quan đơn vị văn chủ nhiệm quân đội hải lục không biên tham mưu tổng lệnh kiêm đại viện nhánh ty tập đoàn ngân hàng phái biểu cấp cao lâm thời sứ lãnh sự " +
    "phó trưởng quản lý cửa khẩu xuất nhập cảnh khẩu hợp tác phát triển cải cách điều hành danh dự nghị trợ lý đặc biệt cố vấn bí thư nhất lao cách mạng dân chủ xã cộng hòa chủ nghĩa vương quốc liên tiểu anh em hoàng gia " +
    "quốc gia phụ trách khối nghị sĩ nhóm hạt nhân năng lượng nguyên tử mỏ thép đường sắt điện lực tòa án viện kiểm sát tối thanh toán ngành nghề mậu dịch xúc tiến đô thị tỉnh-khu cán công tác chuyên gia học giả kinh doanh " +
    "thanh niên chủ tịch phó nhân đại chính hiệp tuyên truyền thư khu đảng bộ trấn hương thôn bản kiểm ngư thủy sản lâm phòng chống ma túy tội phạm đầu mối giới tính bình đẳng lý luận lập bảo hiểm bưu viễn chỉ đạo chương trình diễn đàn đội toàn"
  ).split(" "),
);
/** Verbs whose first syllable also stands in offices. */
export const VERBS = phraseSet(
  split(
    "chủ trì|chủ tọa|diễn ra|đồng chủ|hội đàm|hội kiến|hội ngộ|hội tụ|thông báo|thông cáo|thông tin|đối thoại|tham dự|tham gia|tham quan|công du|công bố|phát biểu|đặt chân|cấp nhà nước|đặt vòng|hợp tác với|tổ chức lễ|tổ chức buổi|tổ chức hội|tổ chức cuộc|tổ chức khảo|tổ chức ký|đội danh|báo cáo|biểu diễn|đối với|thành công|trợ giúp|lập tức|vào|kiểm tra việc|kiểm tra công|đầu tiên|nhân dịp|tài trợ|bộ đôi|quản lý tốt|điều|phát chiều|phát sáng|phát đi|phát ngày|phát hành|phát tối|giáo dục cho|xã giao|công nhận|đến|tới|tiếp|đón|nhất trí",
  ),
);
/** Words between the parts of a name of an office that a capital or an office word must follow. */
export const LINKS: ReadonlySet<string> = new Set(["của", "và", "thuộc"]);
